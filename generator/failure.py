"""Failure: the base of the errors that end a command with a sentence for its user."""


class Failure(Exception):  # noqa: N818 (it says what happened)
    """Raised when a command can't do its work for a reason outside the briefings; the text says it."""
