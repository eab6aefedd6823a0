"""PDF and Word files: set, kept, and made again only where a briefing changed."""
