"""Incremental builds: what was worked out for a briefing is kept until what it follows from changes."""
