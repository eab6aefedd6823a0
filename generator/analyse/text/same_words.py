"""Comparison of two texts by their words: whether only marks or capitals differ, and which words differ."""

import re
from difflib import SequenceMatcher
from typing import Final

from generator.analyse.text.fold import fold
from generator.analyse.text.tokens import WORD

SIGN: Final = re.compile(r"(?<!\w)-(?=\.?[0-9])|(?<![\w.])\.(?=[0-9])")
"""Sign that changes the number after it in a folded text: a minus, or the point of .5."""

_TOKEN: Final = re.compile(
    rf"{SIGN.pattern}"
    rf"|{WORD}"
    r"|[^\w\s,.;:!?'\"«»‹›()\[\]{}-]"  # any other symbol counts as a word
)
_SPACED: Final = re.compile(r"\S+")
_INITIALS: Final = re.compile(r"\b((?:[^\W\d_]\.){2,})")


def same_words(left: str, right: str) -> bool:
    """Tests whether the words, numbers and signs of two texts are the same, in the same order.

    What may differ: capitals, white space, quotation marks, dashes, brackets, and other punctuation (U.N. is
    UN). A corrected spelling is another word: no program can tell “causal” from “casual”.
    """
    return _compared_words(left) == _compared_words(right)


def _compared_words(text: str) -> list[str]:
    plain = _INITIALS.sub(lambda match: match[1].replace(".", ""), fold(text))
    return [token.casefold() for token in _TOKEN.findall(plain)]


def words_apart(left: str, right: str) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
    """Finds the stretches (start and end in code points) of each text that the other one lacks."""
    words = [list(_SPACED.finditer(text)) for text in (left, right)]
    ours, theirs = ([word[0] for word in text] for text in words)
    matcher = SequenceMatcher(None, ours, theirs, autojunk=False)
    apart: tuple[list[tuple[int, int]], list[tuple[int, int]]] = ([], [])
    for tag, *places in matcher.get_opcodes():
        if tag != "equal":
            for side, (first, last) in enumerate((places[:2], places[2:])):
                if first < last:
                    apart[side].append((words[side][first].start(), words[side][last - 1].end()))
    return apart
