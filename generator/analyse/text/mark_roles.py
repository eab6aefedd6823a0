"""Double quotation marks of a text, and what each does by the characters around it."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum, auto
from typing import Final

from generator.analyse.text.boundaries import SPACELESS
from generator.analyse.text.fold import INVISIBLE

DOUBLED: Final = "′"
"""Stands for two single marks in a row, typed as a double one: ''so''."""

_TOKEN: Final = re.compile("''|``|‘‘|’’|[“”„\"«»‹›「」｢｣״]")
_KIND: Final = {"''": DOUBLED, "``": DOUBLED, "‘‘": "“", "’’": "”"}
_SPACELESS: Final = re.compile(f"[{SPACELESS}\u3000-\u303f\uff01-\uff0f\uff1a-\uff20]")
_HANGUL: Final = re.compile("[\uac00-\ud7a3]")
_HEBREW: Final = re.compile("[\u05d0-\u05ea]")
_IN_ABBREVIATIONS: Final = '"״”'
_BEFORE_OPENING: Final = frozenset(["", *"([{-–—/…*_“„‘«‹\"'"])
_AFTER_CLOSING: Final = frozenset("([{")
_AFTER_NO_OPENING: Final = frozenset(["", *".,;:!?)]"])
_PUNCTUATION: Final = frozenset(".,!?…;)")


class Role(Enum):
    """What a mark that can open and close does."""

    OPENS = auto()
    CLOSES = auto()
    EITHER = auto()
    ENDS = auto()
    """Closes what is open, and opens nothing: glued to a letter, but after punctuation."""
    UNCLEAR = auto()
    NOTHING = auto()
    """It is no quotation mark: in Hebrew abbreviations."""


@dataclass(frozen=True)
class Mark:
    """A double mark, from code point ``start`` up to ``end``, exclusive.

    Attributes:
        kind: the mark, or ``DOUBLED``.
        before, after: the visible characters around it; empty at the ends of a paragraph and for white space.
    """

    start: int
    end: int
    kind: str
    before: str
    after: str
    role: Role

    @property
    def may_open(self) -> bool:
        """Whether a word may begin after it."""
        return self.after not in _AFTER_NO_OPENING

    @property
    def is_inch(self) -> bool:
        """Whether it may stand for inches or seconds."""
        return self.kind == '"' and self.role is Role.CLOSES and self.before.isdigit()


def marks(text: str, start: int, end: int) -> Iterator[Mark]:
    """Yields the double marks in ``text[start:end]``, but those inside Hebrew abbreviations."""
    for token in _TOKEN.finditer(text, start, end):
        before = _visible(text, range(token.start() - 1, start - 1, -1))
        after = _visible(text, range(token.end(), end))
        kind = _KIND.get(token[0], token[0])
        mark = Mark(token.start(), token.end(), kind, before, after, _role(kind, before, after))
        if mark.role is not Role.NOTHING:
            yield mark


def _visible(text: str, offsets: Iterable[int]) -> str:
    """Returns the first character at one of the offsets that is visible; empty without one or for a space."""
    return next((text[at] for at in offsets if text[at] not in INVISIBLE), "").strip()


def _role(kind: str, before: str, after: str) -> Role:
    """Tells what a mark does by the characters around it; white space is the empty text."""
    opens = before in _BEFORE_OPENING and after not in _AFTER_NO_OPENING
    closes = before != "" and not after.isalnum() and after not in _AFTER_CLOSING
    if opens != closes:
        return Role.OPENS if opens else Role.CLOSES
    if opens or _SPACELESS.match(before) or _SPACELESS.match(after):
        return Role.EITHER
    if kind in _IN_ABBREVIATIONS and _HEBREW.match(before) and _HEBREW.match(after):
        return Role.NOTHING
    if before and _HANGUL.match(after):
        return Role.ENDS  # a particle follows the quotation: "큰 실수"라고
    if before == ":" and after.isalnum():
        return Role.OPENS
    if before in _PUNCTUATION and after.isalnum():
        return Role.ENDS
    return Role.UNCLEAR
