"""History: versions of a briefing, the changes between them, and what readers are told of these."""
