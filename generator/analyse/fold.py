"""The one table of what counts as the same character when a quote is looked for, and nothing else.

Folding keeps, for every code point of the folded text, the code points that it came from. Case, words,
digits and all punctuation that is not in the table stay exact; there is no NFKC.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

PARAGRAPH: Final = "\n"
"""Stands between two paragraphs of a folded text; no other line feed occurs in one."""

_SINGLE: Final = "‘’‚‛"
_DOUBLE: Final = "“”„‟"
_DASHES: Final = "‐‑‒–—―−"
_NOTHING: Final = "\u00ad\u200b\u200c\u200d\u2060\ufeff"

TABLE: Final[dict[str, str]] = {
    **dict.fromkeys(_SINGLE, "'"),
    **dict.fromkeys(_DOUBLE, '"'),
    **dict.fromkeys(_DASHES, "-"),
    **dict.fromkeys(_NOTHING, ""),
    "…": "...",
}

_BLANK_LINE: Final = re.compile(r"\n[^\S\n]*\n\s*")


@dataclass(frozen=True)
class Folded:
    """A folded text and where each of its code points came from.

    Attributes:
        text: the folded code points.
        starts: for each of them, the offset of the first code point it came from.
        ends: for each of them, the offset just after the last.
    """

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]


def fold(text: str) -> str:
    """Fold one stretch of text, all its white space to single spaces, without any at its ends."""
    return _folded(text, 0, len(text)).text


def fold_quote(text: str) -> str:
    """Fold a quote as an editor wrote it: a blank line is a paragraph break, a line feed a space."""
    parts = [fold(part) for part in _BLANK_LINE.split(text)]
    return PARAGRAPH.join(part for part in parts if part)


def fold_paragraphs(text: str, paragraphs: tuple[tuple[int, int], ...]) -> Folded:
    """Fold the given stretches of ``text``, parted by ``PARAGRAPH``; offsets are of the whole ``text``."""
    folded: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for start, end in paragraphs:
        part = _folded(text, start, end)
        if not part.text:
            continue
        if folded:
            folded.append(PARAGRAPH)
            starts.append(ends[-1])
            ends.append(part.starts[0])
        folded.append(part.text)
        starts.extend(part.starts)
        ends.extend(part.ends)
    return Folded("".join(folded), tuple(starts), tuple(ends))


def _folded(text: str, start: int, end: int) -> Folded:
    chars: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    space: tuple[int, int] | None = None
    for begin, finish, composed in _composed(text, start, end):
        for char in composed:
            became = " " if char.isspace() else TABLE.get(char, char)
            if became == " ":
                space = (space[0] if space else begin, finish)
                continue
            if became and space:
                if chars:
                    chars.append(" ")
                    starts.append(space[0])
                    ends.append(space[1])
                space = None
            for one in became:
                chars.append(one)
                starts.append(begin)
                ends.append(finish)
    return Folded("".join(chars), tuple(starts), tuple(ends))


def _composed(text: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    """The text in NFC, piece by piece with the offsets of each piece.

    A piece ends before each character that can't compose with the one before it: everything but marks
    and the vowels and finals of Hangul. (Unicode Standard Annex 15.)
    """
    if unicodedata.is_normalized("NFC", text[start:end]):
        for offset in range(start, end):
            yield offset, offset + 1, text[offset]
        return
    first = start
    for offset in range(start + 1, end + 1):
        if offset == end or not _continues(text[offset]):
            yield first, offset, unicodedata.normalize("NFC", text[first:offset])
            first = offset


def _continues(char: str) -> bool:
    return unicodedata.category(char).startswith("M") or "\u1160" <= char <= "\u11ff"
