"""Word boundaries, at which a quote may begin and end."""

import unicodedata
from typing import Final

# Characters typed for an apostrophe join letters as one does, though only quotation marks are folded.
_APOSTROPHES: Final = "'’‘‛ʼ´`′＇"
# Dashes are left out on purpose: they separate words, though folding makes them hyphens.
_HYPHENS: Final = "-‐‑֊־﹣－"
# 8 000 with a no-break space is a single number, as 8,000 is.
_NUMBER_JOINERS: Final = ".,\u00a0\u2009\u202f"
INVISIBLE: Final = "\u00ad\u200b\u200c\u200d\u2060\ufeff"

SPACELESS: Final = (
    "\u0e01-\u0e3a\u0e40-\u0e4e"  # Thai
    "\u0e81-\u0ecd\u0edc-\u0edf"  # Lao
    "\u1000-\u103f\u1050-\u108d"  # Myanmar
    "\u1780-\u17d3\u17dc-\u17dd"  # Khmer
    "\u2e80-\u2fd5\u3005-\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"  # Chinese
    "\u3041-\u309f\u30a1-\u30fa\u30fc-\u30ff\u31f0-\u31ff\uff66-\uff9f"  # Japanese
)
"""The characters of scripts that put no spaces between words, for a class of a regular expression."""


def inside_word(text: str, offset: int) -> bool:
    """Tests whether a cut at ``offset`` (code points) of an unfolded ``text`` falls inside a word.

    A word is a run of letters and digits, joined by apostrophes, hyphens, or by ``.``, ``,`` and no-break
    spaces between digits: ``1`` is no whole word of ``1,000``, ``can`` none of ``can't``, ``war`` none of
    ``anti-war``. Marks count as letters, and invisible characters are skipped.
    """
    before, before_that = _visible(text, offset, -1)
    after, after_that = _visible(text, offset, 1)
    if is_letter(before) and is_letter(after):
        return True
    return _joins(after, before, after_that) or _joins(before, before_that, after)


def _joins(joiner: str, left: str, right: str) -> bool:
    if joiner and joiner in _APOSTROPHES + _HYPHENS:
        return is_letter(left) and is_letter(right)
    return bool(joiner) and joiner in _NUMBER_JOINERS and left.isdigit() and right.isdigit()


def is_letter(char: str) -> bool:
    """Tests whether a character is a letter, a digit, or a mark on one; an empty text is not."""
    return char.isalnum() or (bool(char) and unicodedata.category(char).startswith("M"))


def _visible(text: str, offset: int, step: int) -> tuple[str, str]:
    """Returns the two visible characters left (-1) or right (1) of a cut; empty beyond the ends."""
    visible: list[str] = []
    at = offset - 1 if step < 0 else offset
    while 0 <= at < len(text) and len(visible) < 2:
        if text[at] not in INVISIBLE:
            visible.append(text[at])
        at += step
    return (*visible, "", "")[:2]  # type: ignore[return-value]


def whole_word(text: str, offset: int) -> tuple[int, int]:
    """Returns start and end of the word that a cut at ``offset`` falls inside."""
    start = end = offset
    while start > 0 and inside_word(text, start):
        start -= 1
    while end < len(text) and inside_word(text, end):
        end += 1
    return start, end
