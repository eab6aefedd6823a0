"""Views of a briefing's entries, which pages, paper and exports share."""
