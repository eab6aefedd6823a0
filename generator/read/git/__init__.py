"""Reading of the briefings' history from git: the states of each folder, and the files of a commit."""
