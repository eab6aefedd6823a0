"""The words of the search index: of scripts without spaces, and those that are offered for a misspelt one."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from typing import Final

from generator.analyse.text.boundaries import SPACELESS

_RUN: Final = re.compile(f"[{SPACELESS}]+")
_PIECE: Final = re.compile(f"[{SPACELESS}]+|[^\\W\\d_{SPACELESS}]+|\\d+")
_ASCII_WORD: Final = re.compile("[a-z]{3,}")

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


def word_counts(contents: Iterable[str]) -> dict[str, int]:
    """Count in how many of some records' contents each word is, in small letters.

    Left out are numbers, words of two letters, which are like too many others, and scripts without spaces.
    """
    counts: Counter[str] = Counter()
    for content in contents:
        counts.update({word for part in set(content.split()) for word in _words(part)})
    return dict(counts)


def spellings(parts: Iterable[Mapping[str, int]]) -> str:
    """The words of all records, sorted, one a line; of each part of them the counts of its words."""
    counts: Counter[str] = Counter()
    for part in parts:
        counts.update(part)
    most = sorted(counts, key=lambda word: (-counts[word], word))[:MOST_SPELLINGS]
    return "".join(f"{word}\n" for word in sorted(most))


def _words(part: str) -> Iterable[str]:
    if part.isascii():
        return _ASCII_WORD.findall(part.lower())
    return _words_of_other_letters(part)


def _words_of_other_letters(part: str) -> Iterator[str]:
    for letters, run in groupby(part, lambda char: unicodedata.category(char)[0] in "LM"):
        word = unicodedata.normalize("NFC", "".join(run)).lower() if letters else ""
        if len(word) > 2 and not _RUN.search(word):
            yield word
