"""Editing of briefings by commands: what a contributor would otherwise write by hand."""
