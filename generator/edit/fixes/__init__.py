"""Mends of what has one safe answer in the files of briefings, each at its place and nothing beside it."""
