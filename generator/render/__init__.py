"""Findings into pages: what each shows, in the reader's words, escaped for where it goes."""
