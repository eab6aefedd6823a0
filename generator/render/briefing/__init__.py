"""The view of a briefing, which its page, its paper and its data are made of."""
