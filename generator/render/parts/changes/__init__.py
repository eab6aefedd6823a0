"""Changes in the reader's words: their sentences, their words struck and added, and versions."""
