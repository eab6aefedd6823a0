"""The entries of a briefing in the reader's words: what pages, paper and exports show of them."""
