"""The vocabulary of a briefing: data, and the rules a value is held to; no input or output."""
