"""What changed: versions of a briefing compared, and which changes readers are told."""
