"""Briefings on paper: the first sheet and the annex, for PDF and Word files."""
