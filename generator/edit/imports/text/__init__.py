"""Texts that are imported: decoding, mending, joining of lines, and what a reading is."""
