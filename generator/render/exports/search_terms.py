"""The words of the search index: of scripts without spaces, and those that are offered for a misspelt one."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Final

SPACELESS: Final = (
    "\u0e01-\u0e3a\u0e40-\u0e4e"  # Thai
    "\u0e81-\u0ecd\u0edc-\u0edf"  # Lao
    "\u1000-\u103f\u1050-\u108d"  # Myanmar
    "\u1780-\u17d3\u17dc-\u17dd"  # Khmer
    "\u2e80-\u2fd5\u3005-\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"  # Chinese
    "\u3041-\u309f\u30a1-\u30fa\u30fc-\u30ff\u31f0-\u31ff\uff66-\uff9f"  # Japanese
)
"""The characters of scripts that put no spaces between words, for a class of a regular expression."""

_RUN: Final = re.compile(f"[{SPACELESS}]+")
_PIECE: Final = re.compile(f"[{SPACELESS}]+|[^\\W\\d_{SPACELESS}]+|\\d+")

MOST_SPELLINGS: Final = 20_000
"""The most words of the index that are offered for misspelt ones, those first that most records have."""


def runs_of(text: str) -> str:
    """The parts of a text in scripts without spaces by which it is searched; empty where it has none.

    These are each two characters that follow each other and the last of each run, so that a single one is
    found as the beginning of another; and words of other scripts that stand beside them without a space. The
    query is cut likewise in ``templates/assets/search/query.js``.
    """
    if not _RUN.search(text):
        return ""
    return " ".join(dict.fromkeys(_parts(_folded(text))))


def _parts(text: str) -> Iterator[str]:
    for word in text.split():
        if _RUN.search(word):
            for piece in _PIECE.findall(word):
                if _RUN.match(piece):
                    yield from (piece[at : at + 2] for at in range(len(piece)))
                else:
                    yield piece


def _folded(text: str) -> str:
    """Fold widths, and leave out marks above and below letters and what is invisible."""
    folded = unicodedata.normalize("NFKC", text)
    return "".join(char for char in folded if unicodedata.category(char) not in ("Mn", "Cf"))


def spellings(contents: Iterable[str]) -> str:
    """The words of records' contents in small letters, sorted, one a line.

    Left out are numbers, words of two letters, which are like too many others, and scripts without spaces.
    """
    counts: Counter[str] = Counter()
    for content in contents:
        counts.update({word for part in set(content.split()) for word in _words(part)})
    most = sorted(counts, key=lambda word: (-counts[word], word))[:MOST_SPELLINGS]
    return "".join(f"{word}\n" for word in sorted(most))


def _words(part: str) -> Iterator[str]:
    for letters, run in groupby(part, lambda char: unicodedata.category(char)[0] in "LM"):
        word = unicodedata.normalize("NFC", "".join(run)).lower() if letters else ""
        if len(word) > 2 and not _RUN.search(word):
            yield word
