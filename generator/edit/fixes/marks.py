"""Quotation marks around texts that YAML would read as something else, with as few characters as can be."""

from generator.edit.fixes.draft import Splice


def in_marks(text: str) -> str:
    """Writes a text of one line in quotation marks: in double ones where nothing in it needs a backslash."""
    if '"' in text or "\\" in text:
        return "'" + text.replace("'", "''") + "'"
    return f'"{text}"'


def put_in_marks(start: int, end: int, text: str) -> tuple[Splice, ...]:
    """Puts quotation marks around the characters from ``start`` to ``end``, which are ``text``."""
    marked = in_marks(text)
    if marked[1:-1] == text:
        return Splice(start, start, marked[0]), Splice(end, end, marked[-1])
    return (Splice(start, end, marked),)
