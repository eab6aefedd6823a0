"""Items of a sentence: its words, names of actors, marks, and stretches between quotation marks."""

import re
from collections.abc import Sequence
from typing import Final, Literal, NamedTuple

from generator.analyse.attribution.mentions import Mention
from generator.analyse.languages.english import ENGLISH

MASK: Final = "\0"
"""Stands for each character inside quotation marks."""

_ITEM: Final = re.compile(
    rf"{MASK}+|(?:[’']s(?!\w))|\w+(?:[’'.&-]\w+)*|[,;:()\[\]–—]|(?<=\s)-(?=\s)|[.?!](?=[”\"’']*\s+[^\w\s]*[A-Z]|\s*\Z)"
)
_SHORTENED: Final = frozenset(word.lower() for word in ENGLISH.abbreviations) | {"a.m", "p.m", "vs", "etc"}
_OWNING: Final = re.compile(r"[’'](?:s(?!\w)|(?!\w))")


class Item(NamedTuple):
    """Piece of a sentence.

    Attributes:
        word: in small letters, with straight apostrophes; of a name too.
        mention: the actors that a name means, or a pronoun.
        owning: whether a possessive s follows a name.
    """

    kind: Literal["word", "name", "mark", "quoted"]
    start: int
    end: int
    word: str
    capital: bool = False
    mention: Mention | None = None
    owning: bool = False


def items_of(text: str, start: int, end: int, names: Sequence[Mention]) -> list[Item]:
    """Splits a sentence, its quotations masked, into items; of names that overlap the longer counts."""
    items: list[Item] = []
    at = start
    for name in sorted(names, key=lambda name: (name.start, -name.end)):
        if name.start < at:
            continue
        items += _plain(text, at, name.start, end)
        owner = _OWNING.match(text, name.end)
        # A plural's apostrophe may close a quotation instead.
        owning = owner is not None and not name.pronoun and (len(owner[0]) > 1 or text[name.end - 1] in "sxz")
        low = text[name.start : name.end].lower().replace("’", "'")
        items.append(Item("name", name.start, name.end, low, True, name, owning))
        at = owner.end() if owner and owning else name.end
    return items + _plain(text, at, end, end)


def _ends(items: Sequence[Item]) -> bool:
    """Tests whether a point after these items ends a sentence, and is no abbreviation's."""
    last = items[-1] if items else None
    if last is None or last.kind == "quoted":
        return True
    return last.kind == "word" and len(last.word) > 1 and last.word not in _SHORTENED and not last.capital


def _plain(text: str, start: int, stop: int, end: int) -> list[Item]:
    items = []
    for match in _ITEM.finditer(text, start, stop):
        piece = match[0]
        if piece[0] == MASK:
            items.append(Item("quoted", match.start(), match.end(), MASK))
        elif piece[0].isalnum() or piece[0] == "_":
            low = piece.lower().replace("’", "'")
            items.append(Item("word", match.start(), match.end(), low, piece[0].isupper()))
        elif piece in ".?!":
            if not text[match.end() : end].strip(" ”\"'’)") or _ends(items):
                items.append(Item("mark", match.start(), match.end(), "."))
        elif piece[0] not in "’'":
            items.append(Item("mark", match.start(), match.end(), piece if piece not in "–—" else "-"))
    return items
