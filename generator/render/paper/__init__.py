"""A briefing on paper: its sheet and its annex, as PDF and as Word file."""
