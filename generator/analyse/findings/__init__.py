"""Findings from anchored quotes: a module for each, made of functions without side effects."""
