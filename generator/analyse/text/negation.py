"""The first word that denies in a stretch of a text."""

import re
from functools import lru_cache
from typing import Final

from generator.analyse.languages.known import language_of
from generator.analyse.languages.rules import either
from generator.analyse.languages.spaceless import DENIES_LAST, DENIES_NEXT, NEGATIONS
from generator.analyse.text.boundaries import SPACELESS

_BEYOND: Final = 100
"""How far a denial may reach beyond the stretch in which it begins, in code points."""

_SPACELESS: Final = re.compile(f"[{SPACELESS}]")


def negation(folded: str, start: int, end: int, language: str = "en") -> re.Match[str] | None:
    """Finds the first word that denies in ``language`` and begins in ``folded[start:end]``.

    It may end after ``end``: leaving out ``failed`` before ``to stop them`` leaves out a denial. For a
    language without a file, the words of all languages are looked for; in scripts without spaces, those of
    all their languages. What is said of a speaker alone is no denial where all of it stands before ``end``.
    """
    denials, about_speakers = _denials(language), language_of(language).about_speakers
    while (match := denials.search(folded, start, end + _BEYOND)) and match.start() < end:
        phrase = about_speakers.match(folded, match.start())
        if phrase is None or phrase.end() > end:
            return match
        start = phrase.end()
    return None


@lru_cache(maxsize=64)
def _denials(tag: str) -> re.Pattern[str]:
    """Joins all that denies in texts of a language, as each pattern would be read to the end again."""
    language = language_of(tag)
    if language.tag in NEGATIONS:
        return language.negations
    return either(language.negations, *map(re.compile, NEGATIONS.values()))


def denial_cut_off(text: str, start: int, end: int) -> str:
    """Returns the denial glued to a stretch that leaves it out, in scripts without spaces; else nothing.

    It stands right before the stretch (不 of 不同意) or ends its last verb (ない of 同意しない): without it,
    the words say the opposite, as ``able`` does of ``unable``. The text is folded.
    """
    if _SPACELESS.match(text, start) and (found := DENIES_NEXT.search(text[max(0, start - 8) : start])):
        return found[0]
    if _SPACELESS.match(text, end - 1) and (found := DENIES_LAST.match(text, end)):
        return found[0]
    return ""
