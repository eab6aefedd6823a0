"""Files for programs: data files, Atom feeds, JSON-LD, robots.txt and search records."""
