"""The checks: each takes a briefing or a library, and yields what is wrong with it."""
