"""Quotes: where each stands in its article, whose speech it is, and what it shows and supports."""
