"""What commands print and CI shows: problems, coverage, differences, the reference."""
