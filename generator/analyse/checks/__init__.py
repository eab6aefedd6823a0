"""Checks: each takes a briefing or a library and returns the problems in it."""
