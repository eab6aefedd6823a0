"""A quote and its passage: where it stands, in whose words, and what of it the site shows."""
