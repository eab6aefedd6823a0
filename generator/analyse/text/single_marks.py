"""Stretches between single quotation marks, which are told from apostrophes."""

import re
from collections.abc import Iterator
from typing import Final

from generator.analyse.text.boundaries import SPACELESS

_CLOSING: Final = {"‘": "’", "‚": "‘’", "'": "'’"}
"""Opening marks, each with the marks that may close it."""

_ELIDED: Final = re.compile(
    r"[0-9]|(?:tis|twas|em|til|cause|cos|round|bout|(?-i:[b-z]))(?!\w)", re.IGNORECASE
)
"""Words that begin with an apostrophe, after it: ’90s, ’em, rock ’n’ roll, ’s-Hertogenbosch."""

_MARK: Final = re.compile("''|‘‘|’’|[‘‚'’]")
_NO_APOSTROPHE: Final = re.compile(f"[{SPACELESS}\uac00-\ud7a3]")
"""Letters of scripts without apostrophes."""

_ENDED: Final = ":,.!?…-–—"
_BEFORE: Final = "([{-–—/…“”„«»\"'‘"


def single_quotations(text: str, start: int, end: int, next_mark: str) -> Iterator[tuple[int, int]]:
    """Yields start and end (exclusive), in code points, of one paragraph's stretches between single marks.

    A mark that opens again before it was closed, or is never closed, quotes nothing, unless the next
    paragraph begins with it, too.

    Args:
        next_mark: the first character of the next paragraph.
    """
    opened = -1
    for match in _MARK.finditer(text, start, end):
        at = match.start()
        if len(match[0]) > 1:
            continue  # typed as a double mark
        if opened >= 0 and text[at] in _CLOSING[text[opened]] and _closes(text, at, end):
            yield opened + 1, at
            opened = -1
        elif (opened < 0 or text[at] == text[opened]) and _opens(text, at, start, end):
            opened = at
    if opened >= 0 and text[opened] == next_mark and begins_speech(text[start:opened]):
        yield opened + 1, end


def _opens(text: str, at: int, start: int, end: int) -> bool:
    """Tests whether a mark opens: at the start of a word, and not as its apostrophe."""
    before, after = text[max(start, at - 1) : at], text[at + 1 : min(at + 2, end)]
    if text[at] not in _CLOSING or not after.strip():
        return False
    if text[at] in "‘'" and _ELIDED.match(text, at + 1, end):
        return False
    return not before.strip() or before in _BEFORE or _NO_APOSTROPHE.match(before) is not None


def _closes(text: str, at: int, end: int) -> bool:
    """Tests whether a mark that may close does so: at the end of a word, and not as its apostrophe."""
    before, after = text[at - 1], text[at + 1 : min(at + 2, end)]
    if before.isspace() or (after.isalnum() and not _NO_APOSTROPHE.match(after)):
        return False
    # ‘the allies’ response’: an s before and a space after may be a plural's possessive.
    return not (before in "sS" and after.isspace())


def begins_speech(before: str) -> bool:
    """Tests whether a speech of several paragraphs may begin after these words: not in mid-sentence."""
    return not before.strip() or before.rstrip()[-1] in _ENDED
