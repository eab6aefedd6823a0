"""Folding: the table of characters that count as the same when a quote is looked for, and its application.

For every code point of the folded text, the offsets of the code points that it came from are kept. Case,
words, digits and all punctuation that is not in the table stay exact; NFKC is not applied.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

PARAGRAPH: Final = "\n"
"""Separator of paragraphs in a folded text, which has no other line feeds."""

_SINGLE: Final = "‘’‚‛"
_DOUBLE: Final = "“”„‟"
_DASHES: Final = "‐‑‒–—―−"
INVISIBLE: Final = (
    "\u00ad\u200b\u200c\u200d\u2060\ufeff"
    "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"  # bidirectional marks
    "\ufe0e\ufe0f"  # a character as text, or as a picture
)
"""The characters that are looked through: a text has the same words with them and without.

What is shown is the article's own text, where pages show each bidirectional mark by its number.
"""

TABLE: Final[dict[str, str]] = {
    **dict.fromkeys(_SINGLE, "'"),
    **dict.fromkeys(_DOUBLE, '"'),
    **dict.fromkeys(_DASHES, "-"),
    **dict.fromkeys(INVISIBLE, ""),
    "…": "...",
}

_MOST_MARKS: Final = 30
"""Limit of the marks after a letter that are composed with it."""

_AS_IT_IS: Final = re.compile(r"[!-~]+(?: [!-~]+)*(?=[\x00-\x7f]|\Z)")
"""Words that folding leaves as they are; the last letter before another script may compose with a mark."""

_BLANK_LINE: Final = re.compile(r"\n[^\S\n]*\n\s*")


@dataclass(frozen=True)
class Folded:
    """A folded text with the source offsets of each of its code points.

    Attributes:
        text: the folded code points.
        starts: for each of them, the offset of the first code point it came from.
        ends: for each of them, the offset just after the last.
    """

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]


def fold(text: str) -> str:
    """Folds a stretch of text: all white space to single spaces, and none at its ends."""
    if text.isascii():  # the table and composition have nothing of it
        return " ".join(text.split())
    return _fold_stretch(text, 0, len(text)).text


def fold_quote(text: str) -> str:
    """Folds a quote as an editor wrote it: a blank line is a paragraph break, a single line feed a space."""
    parts = [fold(part) for part in _BLANK_LINE.split(text)]
    return PARAGRAPH.join(part for part in parts if part)


def fold_paragraphs(text: str, paragraphs: tuple[tuple[int, int], ...]) -> Folded:
    """Folds the given stretches of ``text``, separated by ``PARAGRAPH``; offsets are in all of ``text``."""
    folded: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for start, end in paragraphs:
        part = _fold_stretch(text, start, end)
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


def _fold_stretch(text: str, start: int, end: int) -> Folded:
    chars: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    space: tuple[int, int] | None = None

    def end_space() -> None:
        if space and chars:
            chars.append(" ")
            starts.append(space[0])
            ends.append(space[1])

    at = start
    while at < end:
        if run := _AS_IT_IS.match(text, at, end):
            end_space()
            space = None
            chars.append(run[0])
            starts.extend(range(at, run.end()))
            ends.extend(range(at + 1, run.end() + 1))
            at = run.end()
            continue
        following = _AS_IT_IS.search(text, at, end)
        stop = following.start() if following else end
        for begin, finish, char in _compose(text, at, stop):
            replacement = " " if char.isspace() else TABLE.get(char, char)
            if replacement == " ":
                space = (space[0] if space else begin, finish)
                continue
            end_space()
            space = None
            for code_point in replacement:
                chars.append(code_point)
                starts.append(begin)
                ends.append(finish)
        at = stop
    return Folded("".join(chars), tuple(starts), tuple(ends))


def _compose(text: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    """Yields the visible characters in NFC, each with the offsets of the characters that it came from.

    Invisible characters are removed first, so that a soft hyphen does not separate a letter from its accent.
    The rest is composed piece by piece. A new piece begins before each character that can't compose with the
    character before it (Unicode Standard Annex 15: all but marks and the vowels and finals of Hangul), and
    after as many marks as the stream-safe format of that annex allows, as longer runs take quadratic time.
    """
    shown = [at for at in range(start, end) if TABLE.get(text[at]) != ""]
    first = 0
    for index in range(1, len(shown) + 1):
        if index < len(shown) and _may_compose(text[shown[index]]) and index - first <= _MOST_MARKS:
            continue
        piece = shown[first:index]
        written = text[piece[0]] if len(piece) == 1 else "".join(text[at] for at in piece)
        composed = written if written.isascii() else unicodedata.normalize("NFC", written)
        if composed == written:
            yield from ((at, at + 1, text[at]) for at in piece)
        else:
            yield from ((piece[0], piece[-1] + 1, char) for char in composed)
        first = index


def _may_compose(char: str) -> bool:
    # All marks are at U+0300 or above, so other characters need no look-up.
    return char >= "\u0300" and (unicodedata.category(char).startswith("M") or "\u1160" <= char <= "\u11ff")
