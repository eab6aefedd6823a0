"""Word boundaries, at which a quote may begin and end."""

import re
import unicodedata
from typing import Final

from generator.analyse.text.fold import INVISIBLE

# Characters typed for an apostrophe join letters as one does, though only quotation marks are folded.
_APOSTROPHES: Final = "'’‘‛ʼ´`′＇"
# Dashes are left out on purpose: they separate words, though folding makes them hyphens.
_HYPHENS: Final = "-‐‑֊־﹣－"
# 8 000 with a no-break space is a single number, as 8,000 is.
_NUMBER_JOINERS: Final = ".,\u00a0\u2009\u202f"
# The minus of 10⁻⁶ joins it, as no hyphen of a compound does.
_RAISED_SIGNS: Final = "⁺⁻"

SPACELESS: Final = (
    "\u0e01-\u0e3a\u0e40-\u0e4e"  # Thai
    "\u0e81-\u0ecd\u0edc-\u0edf"  # Lao
    "\u1000-\u103f\u1050-\u108d"  # Myanmar
    "\u1780-\u17d3\u17dc-\u17dd"  # Khmer
    "\u2e80-\u2fd5\u3005-\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"  # Chinese
    "\u3041-\u309f\u30a1-\u30fa\u30fc-\u30ff\u31f0-\u31ff\uff66-\uff9f"  # Japanese
)
"""The characters of scripts that put no spaces between words, for a class of a regular expression."""

_SPACELESS: Final = re.compile(f"[{SPACELESS}]")

# Within a character as readers see it: after a vowel that is written before its consonant (Thai, Lao) and a
# sign that sets the next consonant below (Myanmar, Khmer); before a vowel or voicing mark written after.
_HOLDS_NEXT: Final = re.compile("[\u0e40-\u0e44\u0ec0-\u0ec4\u1039\u17d2]")
_HELD_BY_LAST: Final = re.compile("[\u0e30\u0e32\u0e33\u0e45\u0eb0\u0eb2\u0eb3\uff9e\uff9f]")

RAISED_FIGURES: Final = "¹²³⁰⁴⁵⁶⁷⁸⁹"
_MOST_FIGURES: Final = 4
"""Most digits of a footnote's figure."""

_LONGEST_UNIT: Final = 16
_UNIT_WORDS: Final = """
km cm mm dm hm dam µm μm nm pm in ft yd mi ha kg mol rad hz sec hr foot feet inch inches yard yards
mile miles metre metres meter meters kilometre kilometres kilometer kilometers centimetre centimetres
centimeter centimeters sin cos tan log ln км см мм дм га кг сек χλμ χμ كم سم مم קמ סמ किमी सेमी
"""
_UNITS: Final = frozenset(_UNIT_WORDS.split())
"""Units and functions, in small letters, after which a raised figure is an exponent."""

_GASES: Final = frozenset(["CO", "NO", "SO"])
"""Molecules whose index is typed as a raised figure, too."""

_UNITS_GLUED: Final = ("米", "公里", "メートル", "フィート", "미터", "เมตร", "กม", "ກມ", "ម៉ែត្រ")
"""Units that end a word or a run of letters without spaces."""


def inside_word(text: str, offset: int) -> bool:
    """Tests whether a cut at ``offset`` (code points) of an unfolded ``text`` falls inside a word.

    A word is a run of letters and digits, joined by apostrophes, hyphens, or by ``.``, ``,`` and no-break
    spaces between digits: ``1`` is no whole word of ``1,000``, ``can`` none of ``can't``, ``war`` none of
    ``anti-war``. Marks count as letters, and invisible characters are skipped. A footnote's raised figure is
    a word of its own, an exponent is not. In scripts without spaces each letter with its marks is a word.
    """
    before, before_that = _visible(text, offset, -1)
    after, after_that = _visible(text, offset, 1)
    if _is_joined(before) and _is_joined(after):
        if _is_mark(after) or _HELD_BY_LAST.match(after) or _HOLDS_NEXT.match(before):
            return True
        if after in RAISED_FIGURES + _RAISED_SIGNS and before not in RAISED_FIGURES:
            return not _parts_footnote(text, offset)
        return not (_is_spaceless(before) or _is_spaceless(after) or _parts_footnote(text, offset))
    return _joins(after, before, after_that) or _joins(before, before_that, after)


def count_words(text: str) -> int:
    """Counts the words of a text; two letters of a script without spaces count as one."""
    parts = _SPACELESS.split(text)
    return sum(len(part.split()) for part in parts) + len(parts) // 2


def _joins(joiner: str, left: str, right: str) -> bool:
    if joiner and joiner in _APOSTROPHES + _HYPHENS:
        return is_letter(left) and is_letter(right) and not (_is_spaceless(left) or _is_spaceless(right))
    return bool(joiner) and joiner in _NUMBER_JOINERS and left.isdigit() and right.isdecimal()


def is_letter(char: str) -> bool:
    """Tests whether a character is a letter, a digit, or a mark on one; an empty text is not."""
    return char.isalnum() or _is_mark(char)


def _is_mark(char: str) -> bool:
    return bool(char) and unicodedata.category(char).startswith("M")


def _is_joined(char: str) -> bool:
    return is_letter(char) or (bool(char) and char in _RAISED_SIGNS)


def _is_spaceless(char: str) -> bool:
    return _SPACELESS.match(char) is not None


def _parts_footnote(text: str, offset: int) -> bool:
    """Tests whether a cut between two letters or digits parts a footnote's figure from what is beside it."""
    start = end = offset
    while start > 0 and text[start - 1] in INVISIBLE:
        start -= 1
    while end < len(text) and text[end] in INVISIBLE:
        end += 1
    left, right = text[start - 1] in RAISED_FIGURES, text[end] in RAISED_FIGURES
    if left == right:
        return False
    figures = figures_at(text, end) if right else figures_at(text, start - 1)
    return figures is not None and is_footnote(text, *figures)


def figures_at(text: str, at: int) -> tuple[int, int] | None:
    """Finds the run of raised figures around the one at ``at``; None if it is too long for a footnote's."""
    start, end = at, at + 1
    while start > 0 and text[start - 1] in RAISED_FIGURES and end - start <= _MOST_FIGURES:
        start -= 1
    while end < len(text) and text[end] in RAISED_FIGURES and end - start <= _MOST_FIGURES:
        end += 1
    return (start, end) if end - start <= _MOST_FIGURES else None


def is_footnote(text: str, start: int, end: int) -> bool:
    """Tests whether the raised figures at ``start`` to ``end`` are a footnote's, and no exponent.

    They are one after a word of two letters or more that is no known unit, if no letter of a script with
    spaces follows them. So ``2019³`` counts as a power: in doubt a figure belongs to what it follows.
    """
    after, _ = _visible(text, end, 1)
    if _is_joined(after) and not _is_spaceless(after):
        return False
    word = _letters_before(text, start)
    if word and _is_spaceless(word[-1]):
        return not word.endswith(_UNITS_GLUED)
    letters = sum(not _is_mark(char) for char in word)
    is_unit = word.casefold() in _UNITS or word in _GASES or word.endswith(_UNITS_GLUED)
    return letters > 1 and not is_unit


def _letters_before(text: str, offset: int) -> str:
    """Returns the letters and their marks that end at ``offset``, up to one more than a unit has."""
    letters: list[str] = []
    for at in range(offset - 1, max(-1, offset - 3 * _LONGEST_UNIT), -1):
        char = text[at]
        if char in INVISIBLE:
            continue
        if not (char.isalpha() or _is_mark(char)) or len(letters) > _LONGEST_UNIT:
            break
        letters.append(char)
    return "".join(reversed(letters))


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
        # Runs of what is skipped are crossed at once, as each test would cross all of them.
        while start > 0 and text[start] in INVISIBLE:
            start -= 1
    while end < len(text) and inside_word(text, end):
        end += 1
        while end < len(text) and text[end - 1] in INVISIBLE:
            end += 1
    return start, end
