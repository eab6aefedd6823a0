"""Ids of new entries and articles, made of the words that they are about."""

import re
from collections.abc import Container
from itertools import count
from typing import Final

from generator.model.texts import id_fault, slugged

_MOST_WORDS: Final = 6
_LONGEST: Final = 48
_WORD: Final = re.compile(r"\w[\w'’]*")


def new_id(text: str, taken: Container[str], otherwise: str) -> str:
    """Makes an id of the first words of a text, one that nothing has yet.

    A text without Latin letters or digits gets ``otherwise``, as no table of letters here writes other
    scripts in Latin ones.
    """
    made = first_words(text, _LONGEST, _MOST_WORDS)
    return untaken(otherwise if id_fault(made) else made, taken)


def first_words(text: str, longest: int, most: int | None = None) -> str:
    """Joins the first words of a text as an id is written, without those whose letters have no place in one.

    Args:
        longest: the limit of its characters; a first word that is longer is cut.
        most: the limit of its words; None for none.
    """
    made = ""
    for word in list(filter(None, map(slugged, _WORD.findall(text))))[:most]:
        longer = f"{made}-{word}" if made else word[:longest]
        if len(longer) > longest:
            break
        made = longer
    return made


def untaken(id: str, taken: Container[str]) -> str:
    """Returns an id, with a number behind it where something has it already."""
    return id if id not in taken else next(new for n in count(2) if (new := f"{id}-{n}") not in taken)
