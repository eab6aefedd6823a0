"""Words of a text: runs of letters for counting, and folded words for comparison."""

import re
from bisect import bisect_left
from functools import lru_cache
from typing import Final, NamedTuple

from generator.analyse.text.boundaries import is_letter
from generator.analyse.text.fold import INVISIBLE, fold
from generator.model.briefing import Article

# Joined as in `inside_word`: by apostrophes, hyphens, or "." and "," between digits. U.N. is a single word.
_LETTER: Final = rf"(?:[^\W_]|[\u0300-\u036f{INVISIBLE}])"
WORD: Final = (
    r"(?:[^\W\d_]\.)+[^\W\d_](?!\w)\.?(?:['’][sS](?!\w))?"
    rf"|{_LETTER}+(?:(?:['’‘‛ʼ´`′＇\-‐‑－]|(?<=[0-9])[.,\u00a0\u2009\u202f](?=[0-9])){_LETTER}+)*"
)
"""Pattern of a word, in a text as it is written or folded."""

_WORD: Final = re.compile(WORD)
_RUN: Final = re.compile(r"[^\W_]+")


class Word(NamedTuple):
    """A word of an article.

    Attributes:
        key: the form that is compared: folded, in small letters, without a possessive s and the dots of U.N.
        start, end: where it stands (end exclusive), in code points of the article's text.
        capital: whether it is written with a capital letter, or is a figure, as names and dates are.
    """

    key: str
    start: int
    end: int
    capital: bool


def words(article: Article) -> tuple[Word, ...]:
    """Returns all words of the article, in their order."""
    return words_of(article.text)


def words_between(article: Article, start: int, end: int) -> tuple[Word, ...]:
    """Returns the words that begin at code point ``start`` or later and before ``end``."""
    all_words = words(article)
    first = bisect_left(all_words, start, key=lambda word: word.start)
    return all_words[first : bisect_left(all_words, end, key=lambda word: word.start)]


@lru_cache(maxsize=256)
@lru_cache(maxsize=256)
def words_of(text: str) -> tuple[Word, ...]:
    """Returns all words of a text, with offsets in it."""
    tokens = []
    for match in _WORD.finditer(text):
        # Capitals of titles and of sentence starts count too, as nothing depends on a single word.
        written = match[0]
        if written.isascii() and written.isalpha():
            tokens.append(Word(written.lower(), match.start(), match.end(), not written.islower()))
            continue
        capital = any(char.isupper() or char.isdigit() for char in written)
        key = fold(written).casefold()
        for mark in "ʼ´`′＇":
            key = key.replace(mark, "'")
        key = key.removesuffix("'s")
        if not re.search(r"[0-9]", key):
            key = key.replace(".", "")
        if key:
            tokens.append(Word(key, match.start(), match.end(), capital))
    return tuple(tokens)


def letter_runs(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Finds start and end (exclusive), in code points, of each run of letters and digits, for counting.

    Only runs in ``text[start:end]`` are found. Marks and invisible characters between letters separate
    nothing; apostrophes, hyphens, points and commas do, so ``can't`` and ``1,000`` count as two.
    """
    runs: list[tuple[int, int]] = []
    for run in _RUN.finditer(text, start, end):
        between = text[runs[-1][1] : run.start()] if runs else " "
        if not between.isascii() and all(is_letter(char) or char in INVISIBLE for char in between):
            runs[-1] = (runs[-1][0], run.end())
        else:
            runs.append(run.span())
    return runs
