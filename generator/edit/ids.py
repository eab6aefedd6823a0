"""Ids of new entries, made of the words that they are about."""

import re
import unicodedata
from collections.abc import Container
from itertools import count
from typing import Final

from generator.model.texts import id_fault

_MOST_WORDS: Final = 6
_LONGEST: Final = 48


def new_id(text: str, taken: Container[str], otherwise: str) -> str:
    """Makes an id of the first words of a text, one that nothing has yet.

    Accents are left off. A text without Latin letters or digits gets ``otherwise``, as no table of letters
    here writes other scripts in Latin ones.
    """
    plain = unicodedata.normalize("NFKD", re.sub("['’]", "", text)).casefold()
    words = re.findall("[a-z0-9]+", "".join(char for char in plain if not unicodedata.combining(char)))
    id = ""
    for word in words[:_MOST_WORDS]:
        longer = f"{id}-{word}".lstrip("-")
        if len(longer) > _LONGEST:
            break
        id = longer
    if not id or id_fault(id):
        id = otherwise
    return id if id not in taken else next(new for n in count(2) if (new := f"{id}-{n}") not in taken)
