"""Rules of single languages, one file each, and what every language must offer."""
