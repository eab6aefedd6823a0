"""The passage most like a quote that was not found, and what differs: for hints, never for acceptance."""

import difflib
import re
from typing import Final

from rapidfuzz import fuzz

from generator.analyse.fold import PARAGRAPH

_ALIKE: Final = 60.0
"""Below this score (of 100) two texts have too little in common for a comparison to help."""

_WORD: Final = re.compile(r"\S+")


def nearest(quote: str, folded: str) -> tuple[int, int] | None:
    """Start and end, in code points of the folded text, of the whole words most like the folded quote."""
    best: tuple[float, int, int] | None = None
    start = 0
    for paragraph in folded.split(PARAGRAPH):
        found = fuzz.partial_ratio_alignment(quote, paragraph, score_cutoff=_ALIKE)
        if found is not None and (best is None or found.score > best[0]):
            first, last = _whole_words(paragraph, found.dest_start, found.dest_end)
            first, last = _trimmed(quote, paragraph, first, last)
            best = (found.score, start + first, start + last)
        start += len(paragraph) + 1
    return best and (best[1], best[2])


def difference(quote: str, passage: str) -> str:
    """What the quote has and the passage has, word by word: ``"was" for "is"``."""
    ours, theirs = quote.split(), passage.split()
    told = []
    for kind, a, b, c, d in difflib.SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes():
        here, there = " ".join(ours[a:b]), " ".join(theirs[c:d])
        if kind == "replace":
            told.append(f'the quote has "{here}", the article "{there}"')
        elif kind == "delete":
            told.append(f'the article lacks "{here}"')
        elif kind == "insert":
            told.append(f'the quote lacks "{there}"')
    return "; ".join(told[:4]) + ("; and more" if len(told) > 4 else "")


def _whole_words(text: str, start: int, end: int) -> tuple[int, int]:
    words = [found.span() for found in _WORD.finditer(text) if found.end() > start and found.start() < end]
    return (words[0][0], words[-1][1]) if words else (start, end)


def _trimmed(quote: str, text: str, start: int, end: int) -> tuple[int, int]:
    """Without words at the ends that the quote does not have, where the window caught a neighbour."""
    ours = quote.split()
    words = [found.span() for found in _WORD.finditer(text, start, end)]
    while len(words) > len(ours) and text[slice(*words[0])] != ours[0]:
        words.pop(0)
    while len(words) > len(ours) and text[slice(*words[-1])] != ours[-1]:
        words.pop()
    return words[0][0], words[-1][1]
