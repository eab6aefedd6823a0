"""Where words begin and end, and which of them deny: the tables on language that anchoring needs."""

import re
import unicodedata
from typing import Final

_APOSTROPHES: Final = "'’ʼ‘"
# Dashes part words and are left out on purpose, though folding makes them hyphens.
_HYPHENS: Final = "-‐‑"
_NUMBER_JOINERS: Final = ".,"
_INVISIBLE: Final = "\u00ad\u200b\u200c\u200d\u2060\ufeff"

NEGATIONS: Final[dict[str, re.Pattern[str]]] = {
    "en": re.compile(
        r"\b(?:not|no|nor|never|neither|none|nobody|nothing|nowhere|without|cannot|hardly|scarcely|barely"
        r"|den(?:y|ies|ied|ying|ials?)|refut(?:e[sd]?|ing)|reject(?:s|ed|ing)?"
        r"|fail(?:s|ed|ing)?\s+to|refus(?:e[sd]?|ing)\s+to|unable\s+to|unlikely\s+to|lack(?:s|ed|ing)?"
        r"|ceas(?:e[sd]?|ing)\s+to|stop(?:s|ped|ping)?\s+short)\b|\w+n't\b",
        re.IGNORECASE,
    ),
    "de": re.compile(
        r"\b(?:nicht|nichts|kein\w*|nie|niemals|niemand\w*|nirgends|weder|noch nie|ohne|kaum"
        r"|bestr(?:eitet|itt|itten)|verneint\w*|leugnet\w*|dementiert\w*)\b",
        re.IGNORECASE,
    ),
    "fr": re.compile(
        r"\b(?:ne|pas|non|jamais|aucun\w*|rien|personne|ni|sans|nulle? part|guère|nie|nié\w*|dément\w*"
        r"|refus\w+ de)\b|\bn'",
        re.IGNORECASE,
    ),
    "es": re.compile(
        r"\b(?:no|nunca|jamás|nadie|nada|ningun[oa]s?|ningún|ni|sin|tampoco|neg(?:ó|aron|ado)|niega\w*"
        r"|desmint\w+)\b",
        re.IGNORECASE,
    ),
}


def negation(folded: str, language: str = "en") -> re.Match[str] | None:
    """The first word of a folded text that denies, in ``language`` (BCP 47) or else in English."""
    table = NEGATIONS.get(language.split("-")[0].lower(), NEGATIONS["en"])
    return table.search(folded)


def inside_word(text: str, offset: int) -> bool:
    """Whether a cut at ``offset`` (code points) of an unfolded ``text`` falls inside a word.

    A word is a run of letters and digits, joined by apostrophes, hyphens, or by ``.`` and ``,`` between
    digits: ``1`` is no whole word of ``1,000``, ``can`` none of ``can't``, ``war`` none of ``anti-war``.
    """
    before, before_that = _visible(text, offset, -1)
    after, after_that = _visible(text, offset, 1)
    if _is_letter(before) and _is_letter(after):
        return True
    return _joins(after, before, after_that) or _joins(before, before_that, after)


def _joins(joiner: str, left: str, right: str) -> bool:
    if joiner and joiner in _APOSTROPHES + _HYPHENS:
        return _is_letter(left) and _is_letter(right)
    return bool(joiner) and joiner in _NUMBER_JOINERS and left.isdigit() and right.isdigit()


def _is_letter(char: str) -> bool:
    return char.isalnum() or (bool(char) and unicodedata.category(char).startswith("M"))


def _visible(text: str, offset: int, step: int) -> tuple[str, str]:
    """The two visible characters next to a cut, going left (-1) or right (1); empty beyond the ends."""
    found: list[str] = []
    at = offset - 1 if step < 0 else offset
    while 0 <= at < len(text) and len(found) < 2:
        if text[at] not in _INVISIBLE:
            found.append(text[at])
        at += step
    return (*found, "", "")[:2]  # type: ignore[return-value]


def whole_word(text: str, offset: int) -> tuple[int, int]:
    """Start and end of the word that a cut at ``offset`` falls inside."""
    start = end = offset
    while start > 0 and inside_word(text, start):
        start -= 1
    while end < len(text) and inside_word(text, end):
        end += 1
    return start, end
