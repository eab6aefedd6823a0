"""A claim in the reader's words: its line, its quotes in their passages, and what belongs to it."""
