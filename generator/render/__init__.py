"""Renders findings as pages, paper, data files, feeds and reports."""
