"""All languages with a file of their own, and what is known of any other."""

import re
from functools import cache, lru_cache
from typing import Final

from generator.analyse.languages.digits import figures
from generator.analyse.languages.english import ENGLISH
from generator.analyse.languages.marks import CUSTOMARY
from generator.analyse.languages.rules import DASHED_INCISE, NOTHING, SPACED_INCISE, Language, either
from generator.analyse.languages.spaceless import NEGATIONS
from generator.model.texts import primary_language

WITH_FILE: Final = ("en", "de", "fr", "es", "ru", "uk")
"""Primary subtags (BCP 47) of the languages with a file."""


@cache
def _of_file(primary: str) -> Language:
    """Returns a language with a file; only that one is loaded, for its many patterns take a while."""
    if primary == "de":
        from generator.analyse.languages.german import GERMAN

        return GERMAN
    if primary == "fr":
        from generator.analyse.languages.french import FRENCH

        return FRENCH
    if primary == "es":
        from generator.analyse.languages.spanish import SPANISH

        return SPANISH
    if primary == "ru":
        from generator.analyse.languages.russian import RUSSIAN

        return RUSSIAN
    if primary == "uk":
        from generator.analyse.languages.ukrainian import UKRAINIAN

        return UKRAINIAN
    return ENGLISH


_INCISES: Final = {"it": SPACED_INCISE, "pl": SPACED_INCISE} | dict.fromkeys(
    ("be", "bg", "lt", "lv", "mk", "ro", "sr"), DASHED_INCISE
)


@lru_cache(maxsize=256)
def language_of(tag: str) -> Language:
    """Returns what is known of a language: all that its file declares, else digits and customary marks.

    Without a file every word that denies in any of the known languages counts as denying.

    Args:
        tag: as HTML has it (``en``, ``en-GB``).
    """
    primary = primary_language(tag)
    if primary in WITH_FILE:
        return _of_file(primary)
    known = [_of_file(one) for one in WITH_FILE]
    if primary in NEGATIONS:
        denying = re.compile(NEGATIONS[primary])
    else:
        denying = either(*(language.negations for language in known), *map(re.compile, NEGATIONS.values()))
    return Language(
        tag=primary,
        name=primary,
        marks=CUSTOMARY.get(primary, ()),
        incise=_INCISES.get(primary, NOTHING),
        negations=denying,
        about_speakers=either(*(language.about_speakers for language in known)),
        stop_words=frozenset(),
        abbreviations=frozenset(),
        unbroken=NOTHING,
        terms=figures(primary),
        is_attributed=False,
    )


def denials_known(tag: str) -> bool:
    """Tests whether the words that deny in a language are its own, and not those of all known ones."""
    primary = primary_language(tag)
    return primary in WITH_FILE or primary in NEGATIONS
