"""PDF and Word files of briefings, which are made anew only where a briefing changed."""
