"""Whether two texts have the same words, so that only marks, spaces or capitals differ."""

import re
from typing import Final

from generator.analyse.fold import fold

_TOKEN: Final = re.compile(
    r"(?<!\w)-(?=[0-9])"  # the sign of a number
    r"|\w+(?:(?:['-]|(?<=[0-9])[.,](?=[0-9]))\w+)*"
    r"|[^\w\s,.;:!?'\"()\[\]{}-]"  # what is neither a mark of punctuation nor a space says something
)
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
