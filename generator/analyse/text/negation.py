"""The first word that denies in a stretch of a text."""

import re

from generator.analyse.languages.known import language_of


def negation(folded: str, start: int, end: int, language: str = "en") -> re.Match[str] | None:
    """Finds the first word that denies in ``language`` and begins in ``folded[start:end]``.

    It may end after ``end``: leaving out ``failed`` before ``to stop them`` leaves out a denial. For a
    language without a file, the words of all languages are looked for.
    """
    match = language_of(language).negations.search(folded, start)
    return match if match and match.start() < end else None
