"""The views of claims, their quotes, relations and differing accounts."""
