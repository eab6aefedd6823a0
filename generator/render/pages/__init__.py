"""The plans of pages: one module for each kind, and the paging of long lists."""
