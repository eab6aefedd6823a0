"""All languages with a file of their own, and what is known of any other."""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Final

from generator.analyse.languages.digits import DIGITS_ALONE
from generator.analyse.languages.english import ENGLISH
from generator.analyse.languages.french import FRENCH
from generator.analyse.languages.german import GERMAN
from generator.analyse.languages.marks import CUSTOMARY
from generator.analyse.languages.rules import DASHED_INCISE, NO_INCISE, SPACED_INCISE, Language
from generator.analyse.languages.russian import RUSSIAN
from generator.analyse.languages.spanish import SPANISH
from generator.analyse.languages.ukrainian import UKRAINIAN
from generator.model.texts import primary_language

LANGUAGES: Final[Mapping[str, Language]] = {
    language.tag: language for language in (ENGLISH, GERMAN, FRENCH, SPANISH, RUSSIAN, UKRAINIAN)
}
"""Languages with a file, by primary subtag (BCP 47)."""


@lru_cache(maxsize=256)
def language_of(tag: str) -> Language:
    """Returns what is known of a language: all that its file declares, else digits and customary marks.

    Without a file every word that denies in any of the known languages counts as denying.

    Args:
        tag: as HTML has it (``en``, ``en-GB``).
    """
    primary = primary_language(tag)
    if primary in LANGUAGES:
        return LANGUAGES[primary]
    return Language(
        tag=primary,
        name=primary,
        marks=CUSTOMARY.get(primary, ()),
        incise=_INCISES.get(primary, NO_INCISE),
        negations=_ANY_NEGATION,
        stop_words=frozenset(),
        abbreviations=frozenset(),
        unbroken=_NOTHING,
        terms=DIGITS_ALONE,
        is_attributed=False,
    )


_NOTHING: Final = re.compile("(?!)")
_INCISES: Final = {"it": SPACED_INCISE, "pl": SPACED_INCISE} | dict.fromkeys(
    ("be", "bg", "lt", "lv", "mk", "ro", "sr"), DASHED_INCISE
)

_ANY_NEGATION: Final = re.compile(
    "|".join(f"(?:{language.negations.pattern})" for language in LANGUAGES.values()), re.IGNORECASE
)
