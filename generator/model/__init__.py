"""Data of a briefing and the rules that its values are validated by; no input or output."""
