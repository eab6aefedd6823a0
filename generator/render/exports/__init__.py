"""The site for programs: data files, feeds, structured data, search records."""
