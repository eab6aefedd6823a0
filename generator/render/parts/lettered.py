"""Texts of ours in pieces, so that the letters of sources in them can look like letters of sources."""

import re
from collections.abc import Container, Iterator
from dataclasses import dataclass
from typing import Final

_IN_PARENTHESES: Final = re.compile(r"\(([A-Z]{1,3})\)")


@dataclass(frozen=True)
class TextPiece:
    """A piece of a text.

    Attributes:
        text: its characters, without white space around them; of a letter, the letter without parentheses.
        space: whether white space stands before it.
        strong: whether it is the speaker's name.
        letter: whether it is the letter of a source.
        told: what is told behind a letter of how its source carries a claim, as "quoted"; else empty.
    """

    text: str
    space: bool = False
    strong: bool = False
    letter: bool = False
    told: str = ""


def in_pieces(text: str, letters: Container[str], *, space: bool = False) -> tuple[TextPiece, ...]:
    """Cut a text at the letters of sources that stand in parentheses.

    Args:
        text: as readers see it: "a major escalation (A)".
        letters: those of the sources.
        space: whether white space stands before the text.
    """
    return tuple(_pieces(text, letters, space))


def _pieces(text: str, letters: Container[str], space: bool) -> Iterator[TextPiece]:
    at = 0
    for start, end, letter in (*_letters(text, letters), (len(text), len(text), "")):
        between = text[at:start]
        space = space or between[:1].isspace()
        if between.strip():
            yield TextPiece(between.strip(), space)
            space = False
        if letter:
            yield TextPiece(letter, space or between[-1:].isspace(), letter=True)
        at, space = end, False


def _letters(text: str, letters: Container[str]) -> Iterator[tuple[int, int, str]]:
    for match in _IN_PARENTHESES.finditer(text):
        if match[1] in letters:
            yield match.start(), match.end(), match[1]
