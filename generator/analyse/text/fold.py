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

_MOST_MARKS: Final = 30
"""How many marks after one letter are composed with it."""

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
    """Fold a quote as an editor wrote it: a blank line is a paragraph break, a single line feed a space."""
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
    for begin, finish, char in _composed(text, start, end):
        became = " " if char.isspace() else TABLE.get(char, char)
        if became == " ":
            space = (space[0] if space else begin, finish)
            continue
        if space and chars:
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
    """The visible characters in NFC, each with the offsets of the characters that it came from.

    What folds to nothing goes first, so that a soft hyphen keeps no letter from its accent. What is left
    is composed piece by piece: a new one begins before each character that can't compose with the one
    before it, which is every one but marks and the vowels and finals of Hangul (Unicode Standard Annex
    15), and after as many marks as its stream-safe format allows, as longer runs take quadratic time.
    """
    shown = [at for at in range(start, end) if TABLE.get(text[at]) != ""]
    first = 0
    for index in range(1, len(shown) + 1):
        if index < len(shown) and _continues(text[shown[index]]) and index - first <= _MOST_MARKS:
            continue
        piece = shown[first:index]
        written = text[piece[0]] if len(piece) == 1 else "".join(text[at] for at in piece)
        composed = written if written.isascii() else unicodedata.normalize("NFC", written)
        if composed == written:
            yield from ((at, at + 1, text[at]) for at in piece)
        else:
            yield from ((piece[0], piece[-1] + 1, char) for char in composed)
        first = index


def _continues(char: str) -> bool:
    # No mark comes before U+0300.
    return char >= "\u0300" and (unicodedata.category(char).startswith("M") or "\u1160" <= char <= "\u11ff")
