"""The passage most like a quote that was not found, and what differs: for hints, never for acceptance."""

import re
from collections import Counter, defaultdict
from typing import Final

from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein

from generator.analyse.text.fold import PARAGRAPH
from generator.analyse.text.tokens import WORD

_ALIKE: Final = 60.0
"""Below this score (of 100) two texts have too little in common for a comparison to help."""

_MISTYPED: Final = 75.0
"""The same for a quote that shares no word with the article, by its letters alone."""

_SHORT: Final = 64
"""Comparing by letters is quick for so many code points, and takes minutes for thousands."""

_MOST_VOTES: Final = 20_000
_TRIED: Final = 5

_TOKEN: Final = re.compile(rf"{WORD}|\n|[^\w\s]+|_+")
"""A word, a paragraph break, or a run of punctuation."""


def nearest(quote: str, folded: str) -> tuple[int, int] | None:
    """Start and end, in code points of the folded text, of the whole words most like the folded quote."""
    ours, theirs = _tokens(quote), _tokens(folded)
    best: tuple[float, int, int] | None = None
    for first in _likely(quote, ours, folded, theirs):
        start, end = _fitted(quote, ours, folded, theirs, first)
        score = fuzz.ratio(quote.casefold(), folded[start:end].casefold())
        if score >= _ALIKE and (best is None or score > best[0]):
            best = (score, start, end)
    if best is not None:
        return best[1], best[2]
    return _by_letters(quote, folded, theirs) if len(quote) <= _SHORT else None


def difference(quote: str, passage: str) -> str:
    """What the quote has and the passage has, word by word: ``"was" for "is"``."""
    ours, theirs = _tokens(quote), _tokens(passage)
    told = []
    a = c = 0
    for block in Levenshtein.opcodes(_texts(quote, ours), _texts(passage, theirs)).as_matching_blocks():
        here, there = _shown(quote, ours[a : block.a]), _shown(passage, theirs[c : block.b])
        if here and there:
            told.append(f"the quote has {here}, the article {there}")
        elif here:
            told.append(f"the article lacks {here}")
        elif there:
            told.append(f"the quote lacks {there}")
        a, c = block.a + block.size, block.b + block.size
    if not told:
        return "only white space"
    return "; ".join(told[:4]) + ("; and more" if len(told) > 4 else "")


Tokens = list[tuple[int, int]]


def _tokens(text: str) -> Tokens:
    return [found.span() for found in _TOKEN.finditer(text)]


def _texts(text: str, tokens: Tokens) -> list[str]:
    return [text[start:end] for start, end in tokens]


def _shown(text: str, tokens: Tokens) -> str:
    if not tokens:
        return ""
    shown = text[tokens[0][0] : tokens[-1][1]]
    if shown == PARAGRAPH:
        return "a paragraph break"
    if len(shown) > 80:
        shown = f"{shown[:38]} … {shown[-38:]}"
    return f'"{shown.replace(PARAGRAPH, " ¶ ")}"'


def _likely(quote: str, ours: Tokens, folded: str, theirs: Tokens) -> list[int]:
    """The tokens of the article at which the quote may begin: each word that both have votes for one.

    The rarest words vote first; of common ones not all are needed.
    """
    words = [word.casefold() for word in _texts(quote, ours)]
    where: dict[str, list[int]] = defaultdict(list)
    wanted = set(words)
    for index, token in enumerate(_texts(folded, theirs)):
        if (word := token.casefold()) in wanted:
            where[word].append(index)
    votes: Counter[int] = Counter()
    cast = 0
    for index, word in sorted(enumerate(words), key=lambda one: (len(where[one[1]]), one[0])):
        votes.update(place - index for place in where[word][: _MOST_VOTES - cast])
        cast += len(where[word])
        if cast >= _MOST_VOTES:
            break
    ranked = sorted(votes.items(), key=lambda one: (-one[1], one[0]))
    return [first for first, _ in ranked[:_TRIED]]


def _fitted(quote: str, ours: Tokens, folded: str, theirs: Tokens, first: int) -> tuple[int, int]:
    """Where the quote would stand if it began about the article's token ``first``."""
    spare = 3 + len(ours) // 10
    window = theirs[max(0, first - spare) : first + len(ours) + spare]
    words = [word.casefold() for word in _texts(quote, ours)]
    there = [word.casefold() for word in _texts(folded, window)]
    same = [one for one in Levenshtein.opcodes(words, there) if one.tag == "equal"]
    if not same:
        return 0, 0
    start = max(0, same[0].dest_start - same[0].src_start)
    end = min(len(there), same[-1].dest_end + len(ours) - same[-1].src_end)
    # What differs at an end is not looked for in another paragraph.
    start = max([start, *(at + 1 for at in range(start, same[0].dest_start) if there[at] == PARAGRAPH)])
    end = min([end, *(at for at in range(same[-1].dest_end, end) if there[at] == PARAGRAPH)])
    return window[start][0], window[end - 1][1]


def _by_letters(quote: str, folded: str, theirs: Tokens) -> tuple[int, int] | None:
    best: tuple[float, int, int] | None = None
    offset = 0
    for paragraph in folded.split(PARAGRAPH):
        found = fuzz.partial_ratio_alignment(quote, paragraph, score_cutoff=best[0] if best else _MISTYPED)
        if found is not None and (best is None or found.score > best[0]):
            best = (found.score, offset + found.dest_start, offset + found.dest_end)
        offset += len(paragraph) + 1
    if best is None:
        return None
    touched = [(start, end) for start, end in theirs if end > best[1] and start < best[2]]
    return (touched[0][0], touched[-1][1]) if touched else None
