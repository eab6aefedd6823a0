"""Reports of the commands: problems, coverage, differences, and the reference of fields and problems."""
