"""Whether two texts have the same words, so that only marks or capitals differ; and which words differ."""

import re
from difflib import SequenceMatcher
from typing import Final

from generator.analyse.text.fold import fold
from generator.analyse.text.tokens import WORD

SIGN: Final = re.compile(r"(?<!\w)-(?=\.?[0-9])|(?<![\w.])\.(?=[0-9])")
"""In a folded text: what makes another number of the digits after it, a minus or the point of .5."""

_TOKEN: Final = re.compile(
    rf"{SIGN.pattern}"
    rf"|{WORD}"
    r"|[^\w\s,.;:!?'\"«»‹›()\[\]{}-]"  # what is neither a mark of punctuation nor a space says something
)
_SPACED: Final = re.compile(r"\S+")
_INITIALS: Final = re.compile(r"\b((?:[^\W\d_]\.){2,})")


def same_words(one: str, other: str) -> bool:
    """Whether the words, numbers and signs of two texts are the same, in the same order.

    What may differ: capitals, white space, quotation marks, dashes, brackets, and other punctuation (U.N. is
    UN). A mended spelling is another word: no machine can tell “causal” from “casual”.
    """
    return _words(one) == _words(other)


def _words(text: str) -> list[str]:
    plain = _INITIALS.sub(lambda found: found[1].replace(".", ""), fold(text))
    return [token.casefold() for token in _TOKEN.findall(plain)]


def words_apart(one: str, other: str) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
    """Start and end, in code points, of what stands in one text and not in the other, for both of them."""
    words = [list(_SPACED.finditer(text)) for text in (one, other)]
    ours, theirs = ([word[0] for word in text] for text in words)
    laid = SequenceMatcher(None, ours, theirs, autojunk=False)
    apart: tuple[list[tuple[int, int]], list[tuple[int, int]]] = ([], [])
    for tag, *places in laid.get_opcodes():
        if tag != "equal":
            for side, (first, last) in enumerate((places[:2], places[2:])):
                if first < last:
                    apart[side].append((words[side][first].start(), words[side][last - 1].end()))
    return apart
