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

_OF_AN_END: Final = 2.5
"""Worth, in words, of a passage that begins or ends with the word that the quote begins or ends with."""

_POINTS_OF_AN_END: Final = 5.0
"""The same, added to a score of 100."""

_MOST_VOTES: Final = 20_000
_TRIED: Final = 5

_HIDDEN: Final = re.compile(
    "[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2061-\u2065\u206a-\u206f\u3164\ufe00-\ufe0d\uffa0"
    "\U000e0000-\U000e0fff]"
)
"""Invisible characters that folding keeps, so that a quote may lack them."""

_WORD: Final = re.compile(WORD)
_TOKEN: Final = re.compile(rf"{WORD}|\n|[^\w\s]+|_+")
"""Token: a word, a paragraph break, or a run of punctuation."""


def nearest(quote: str, folded: str) -> tuple[int, int] | None:
    """Finds start and end, in code points of the folded text, of the words most like the folded quote."""
    if words := [*_WORD.finditer(quote)]:  # marks at its ends find nothing
        quote = quote[words[0].start() : words[-1].end()]
    ours, theirs = _tokens(quote), _tokens(folded)
    best: tuple[float, int, int] | None = None
    for first in _likely_starts(quote, ours, folded, theirs):
        start, end = _fit(quote, ours, folded, theirs, first)
        score = fuzz.ratio(quote.casefold(), folded[start:end].casefold())
        if score >= _ALIKE:
            score += _POINTS_OF_AN_END * _ends_alike(quote, folded[start:end])
            best = max(best or (0.0, 0, 0), (score, start, end), key=lambda found: found[0])
    if best is not None:
        return best[1], best[2]
    return _nearest_by_letters(quote, folded, theirs) if len(quote) <= _SHORT else None


def _ends_alike(quote: str, passage: str) -> int:
    """Counts the ends, of two, at which quote and passage have the same word."""
    ours, theirs = (_WORD.findall(text.casefold()) for text in (quote, passage))
    return sum(ours[at] == theirs[at] for at in (0, -1)) if ours and theirs else 0


def difference(quote: str, passage: str) -> str:
    """Describes word by word what the quote has and what the passage has: ``"was" for "is"``.

    Marks at either end are the context's; those between are told where no word differs, with the word before.
    """
    ours, theirs = _tokens(quote), _tokens(passage)
    parts = []
    i = j = 0
    for block in Levenshtein.opcodes(_texts(quote, ours), _texts(passage, theirs)).as_matching_blocks():
        if (i, j) != (block.a, block.b):
            parts.append((i, block.a, j, block.b))
        i, j = block.a + block.size, block.b + block.size
    differences = []
    for start, end, begin, stop in parts:
        quoted, standing = _with_words(quote, ours[start:end]), _with_words(passage, theirs[begin:stop])
        if quoted or standing:
            differences.append(_told(_excerpt(quote, quoted), _excerpt(passage, standing)))
    if not differences:
        inner = [part for part in parts if part[0] > 0 and part[1] < len(ours)] or parts
        differences = [
            _told(
                _excerpt(quote, ours[max(0, start - 1) : end]),
                _excerpt(passage, theirs[max(0, begin - 1) : stop]),
            )
            for start, end, begin, stop in inner
        ]
    if not differences:
        return "only white space"
    return "; ".join(differences[:4]) + ("; and more" if len(differences) > 4 else "")


def _with_words(text: str, tokens: "Tokens") -> "Tokens":
    """Leaves out marks at the ends of an excerpt: all of one that has nothing else."""
    telling = [
        at
        for at, (start, end) in enumerate(tokens)
        if any(char.isalnum() or char == PARAGRAPH or _HIDDEN.match(char) for char in text[start:end])
    ]
    return tokens[telling[0] : telling[-1] + 1] if telling else []


def _told(quoted: str, standing: str) -> str:
    if quoted and standing:
        return f"the quote has {quoted}, the article {standing}"
    return f"the article lacks {quoted}" if quoted else f"the quote lacks {standing}"


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

    def apart(start: int, end: int) -> tuple[float, int]:
        ends = (texts[start] == words[0]) + (texts[end - 1] == words[-1])
        changed = Levenshtein.distance(words, texts[start:end]) - _OF_AN_END * ends
        return changed, abs(end - start - len(words))

    # A common word at an end is found too early, or too late.
    starts = range(max(0, start - spare), min(end, start + spare + 1))
    start = min(starts, key=lambda first: apart(first, end))
    ends = range(max(start + 1, end - spare), min(len(texts), end + spare) + 1)
    end = min(ends, key=lambda last: apart(start, last))
    # Differences at an end don't reach into another paragraph.
    first, last = same[0].dest_start, same[-1].dest_end
    start = max([start, *(at + 1 for at in range(start, min(first, end)) if texts[at] == PARAGRAPH)])
    end = min([end, *(at for at in range(max(last, start), end) if texts[at] == PARAGRAPH)])
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
