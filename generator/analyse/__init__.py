"""The model into passages, findings and problems."""
