"""Web pages: their blocks of text, the article among them, and what they state of themselves."""
