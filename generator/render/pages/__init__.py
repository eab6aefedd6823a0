"""The kinds of page: what stands on each, and how long lists are cut into several."""
