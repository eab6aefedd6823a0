"""Language and characters: what a text says of itself, without any briefing."""
