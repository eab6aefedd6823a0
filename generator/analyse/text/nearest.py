"""Search for the passage most like a quote that was not found, and their differences, for hints only."""

import re
from collections import Counter, defaultdict
from typing import Final

from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein

from generator.analyse.text.fold import PARAGRAPH
from generator.analyse.text.tokens import WORD

_ALIKE: Final = 60.0
"""Lowest score (of 100) at which two texts have enough in common for a comparison to help."""

_MISTYPED: Final = 75.0
"""Lowest score for a quote that shares no word with the article and is compared by letters."""

_SHORT: Final = 64
"""Longest quote, in code points, that is compared by letters; thousands would take minutes."""

_MOST_VOTES: Final = 20_000
_TRIED: Final = 5

_HIDDEN: Final = re.compile(
    "[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2061-\u2065\u206a-\u206f\u3164\ufe00-\ufe0d\uffa0"
    "\U000e0000-\U000e0fff]"
)
"""Invisible characters that folding keeps, so that a quote may lack them."""

_TOKEN: Final = re.compile(rf"{WORD}|\n|[^\w\s]+|_+")
"""Token: a word, a paragraph break, or a run of punctuation."""


def nearest(quote: str, folded: str) -> tuple[int, int] | None:
    """Finds start and end, in code points of the folded text, of the words most like the folded quote."""
    ours, theirs = _tokens(quote), _tokens(folded)
    best: tuple[float, int, int] | None = None
    for first in _likely_starts(quote, ours, folded, theirs):
        start, end = _fit(quote, ours, folded, theirs, first)
        score = fuzz.ratio(quote.casefold(), folded[start:end].casefold())
        if score >= _ALIKE and (best is None or score > best[0]):
            best = (score, start, end)
    if best is not None:
        return best[1], best[2]
    return _nearest_by_letters(quote, folded, theirs) if len(quote) <= _SHORT else None


def difference(quote: str, passage: str) -> str:
    """Describes word by word what the quote has and what the passage has: ``"was" for "is"``."""
    ours, theirs = _tokens(quote), _tokens(passage)
    differences = []
    i = j = 0
    for block in Levenshtein.opcodes(_texts(quote, ours), _texts(passage, theirs)).as_matching_blocks():
        quoted, standing = _excerpt(quote, ours[i : block.a]), _excerpt(passage, theirs[j : block.b])
        if quoted and standing:
            differences.append(f"the quote has {quoted}, the article {standing}")
        elif quoted:
            differences.append(f"the article lacks {quoted}")
        elif standing:
            differences.append(f"the quote lacks {standing}")
        i, j = block.a + block.size, block.b + block.size
    if not differences:
        return "only white space"
    return "; ".join(differences[:4]) + ("; and more" if len(differences) > 4 else "")


Tokens = list[tuple[int, int]]


def _tokens(text: str) -> Tokens:
    return [match.span() for match in _TOKEN.finditer(text)]


def _texts(text: str, tokens: Tokens) -> list[str]:
    return [text[start:end] for start, end in tokens]


def _excerpt(text: str, tokens: Tokens) -> str:
    if not tokens:
        return ""
    shown = text[tokens[0][0] : tokens[-1][1]]
    if shown == PARAGRAPH:
        return "a paragraph break"
    if len(shown) > 80:
        shown = f"{shown[:38]} … {shown[-38:]}"
    if not _HIDDEN.sub("", shown):
        return " ".join(_number(char) for char in shown)
    numbered = _HIDDEN.sub(lambda match: f"[{_number(match[0])}]", shown)
    return f'"{numbered.replace(PARAGRAPH, " ¶ ")}"'


def _number(char: str) -> str:
    return f"U+{ord(char):04X}"


def _likely_starts(quote: str, ours: Tokens, folded: str, theirs: Tokens) -> list[int]:
    """Finds tokens of the article at which the quote may begin: each shared word votes for one.

    The rarest words vote first; of common ones not all are needed.
    """
    words = [word.casefold() for word in _texts(quote, ours)]
    indexes: dict[str, list[int]] = defaultdict(list)
    wanted = set(words)
    for index, token in enumerate(_texts(folded, theirs)):
        if (word := token.casefold()) in wanted:
            indexes[word].append(index)
    votes: Counter[int] = Counter()
    cast = 0
    for index, word in sorted(enumerate(words), key=lambda pair: (len(indexes[pair[1]]), pair[0])):
        votes.update(at - index for at in indexes[word][: _MOST_VOTES - cast])
        cast += len(indexes[word])
        if cast >= _MOST_VOTES:
            break
    ranked = sorted(votes.items(), key=lambda vote: (-vote[1], vote[0]))
    return [first for first, _ in ranked[:_TRIED]]


def _fit(quote: str, ours: Tokens, folded: str, theirs: Tokens, first: int) -> tuple[int, int]:
    """Finds where the quote would stand if it began near the article's token ``first``."""
    spare = 3 + len(ours) // 10
    window = theirs[max(0, first - spare) : first + len(ours) + spare]
    words = [word.casefold() for word in _texts(quote, ours)]
    texts = [word.casefold() for word in _texts(folded, window)]
    same = [opcode for opcode in Levenshtein.opcodes(words, texts) if opcode.tag == "equal"]
    if not same:
        return 0, 0
    start = max(0, same[0].dest_start - same[0].src_start)
    end = min(len(texts), same[-1].dest_end + len(ours) - same[-1].src_end)
    # Differences at an end don't reach into another paragraph.
    start = max([start, *(at + 1 for at in range(start, same[0].dest_start) if texts[at] == PARAGRAPH)])
    end = min([end, *(at for at in range(same[-1].dest_end, end) if texts[at] == PARAGRAPH)])
    return window[start][0], window[end - 1][1]


def _nearest_by_letters(quote: str, folded: str, theirs: Tokens) -> tuple[int, int] | None:
    best: tuple[float, int, int] | None = None
    offset = 0
    for paragraph in folded.split(PARAGRAPH):
        match = fuzz.partial_ratio_alignment(quote, paragraph, score_cutoff=best[0] if best else _MISTYPED)
        if match is not None and (best is None or match.score > best[0]):
            best = (match.score, offset + match.dest_start, offset + match.dest_end)
        offset += len(paragraph) + 1
    if best is None:
        return None
    touched = [(start, end) for start, end in theirs if end > best[1] and start < best[2]]
    return (touched[0][0], touched[-1][1]) if touched else None
