"""What git knows of the briefings: their states, and the files as a commit holds them."""
