"""The search index of Pagefind, with the same bytes for the same records."""
