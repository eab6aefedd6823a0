"""Import of articles: pages, PDF files and texts that lie on this computer become articles of a briefing."""
