"""Stretches of a text between quotation marks.

To show a paraphrase as somebody's own words is the worse error, so a doubtful mark quotes nothing.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from generator.model.briefing import Article

_CLOSING: Final = {"“": "”", "„": "“”", "«": "»", "»": "«", '"': '"', "‘": "’", "'": "'’"}
"""Opening marks, each with the marks that may close it."""

_SINGLE: Final = "‘'"
_DIRECTED: Final = "“„"
"""Marks that only open (but “ may close „); others are judged by the character before them."""

_GUILLEMETS: Final = "«»"
"""Marks with spaces inside them, as in French."""

_ELIDED: Final = re.compile(
    r"[0-9]|(?:tis|twas|em|til|cause|cos|round|bout|(?-i:[b-z]))(?!\w)", re.IGNORECASE
)
"""Words that begin with an apostrophe, after it: ’90s, ’em, rock ’n’ roll, ’s-Hertogenbosch."""

_ENDED: Final = ":,.!?…-–—"


def quotations(article: Article) -> tuple[tuple[int, int], ...]:
    """Finds start and end (exclusive), in code points, of the stretches between quotation marks."""
    return _quotations(article.text, article.paragraphs)


@lru_cache(maxsize=256)
def _quotations(text: str, paragraphs: tuple[tuple[int, int], ...]) -> tuple[tuple[int, int], ...]:
    stretches: list[tuple[int, int]] = []
    for index, (start, end) in enumerate(paragraphs):
        following = paragraphs[index + 1 : index + 2]
        next_mark = text[following[0][0]] if following else ""
        stretches.extend(_in_paragraph(text, start, end, next_mark))
    return tuple(stretches)


def _in_paragraph(text: str, start: int, end: int, next_mark: str) -> Iterator[tuple[int, int]]:
    """Yields the quotations of one paragraph; ``next_mark`` is the first character of the next one.

    A mark that opens again before it was closed, or is never closed, is taken for a slip and quotes
    nothing. But in print each paragraph of a long speech opens with the mark, and only the last closes it.
    """
    opened, at = -1, start
    while at < end or opened >= 0:
        if at == end:
            if text[opened] == next_mark and _begins_speech(text, start, opened):
                yield opened + 1, end
                return
            opened, at = -1, opened + 1
            continue
        char = text[at]
        if opened >= 0 and char in _CLOSING[text[opened]] and _closes(text, at, end):
            yield opened + 1, at
            opened = -1
        elif (opened < 0 or char == text[opened]) and char in _CLOSING and _opens(text, at, start, end):
            opened = at
        at += 1


def _opens(text: str, at: int, start: int, end: int) -> bool:
    """Tests whether a mark that may open does so: at the start of a word, and not as its apostrophe."""
    mark, before, after = text[at], text[max(start, at - 1) : at], text[at + 1 : min(at + 2, end)]
    if not after or (after.isspace() and mark not in _GUILLEMETS):
        return False
    if mark in _DIRECTED:
        return not before.isalnum()
    if mark in _SINGLE and _ELIDED.match(text, at + 1, end):
        return False
    return not before or before.isspace() or before in "([{-–—/…" or before in _CLOSING


def _closes(text: str, at: int, end: int) -> bool:
    """Tests whether a mark that may close does so: at the end of a word, and not as its apostrophe."""
    mark, before, after = text[at], text[at - 1], text[at + 1 : min(at + 2, end)]
    if mark in _GUILLEMETS:
        return True
    if before.isspace() or after.isalpha():
        return False
    # ‘the allies’ response’: an s before and a space after may be a plural's possessive.
    return mark not in "’'" or not (after.isdigit() or (before in "sS" and after.isspace()))


def _begins_speech(text: str, start: int, opened: int) -> bool:
    """Tests whether a speech of several paragraphs may begin here: not in the middle of a sentence."""
    before = text[start:opened].rstrip()
    return not before or before[-1] in _ENDED
