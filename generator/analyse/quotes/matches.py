"""Matches of a quote in an article, by the rules of "How anchoring works" in DESIGN.md.

Matching is exact: a stretch consists of whole words of the folded text that equal a part of the quote.
"""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from generator.analyse.text.boundaries import inside_word
from generator.analyse.text.fold import INVISIBLE, PARAGRAPH, Folded, fold_paragraphs, fold_quote
from generator.analyse.text.negation import denial_cut_off
from generator.model.briefing import Article
from generator.model.span import Span

_CLOSED_BY: Final = {"\u2069": "\u2066\u2067\u2068", "\u202c": "\u202a\u202b\u202d\u202e"}
"""Bidirectional marks that close, each with those that it closes (UAX #9)."""

_DIRECTIONS: Final = re.compile("[\u202a-\u202e\u2066-\u2069]")

Stretch = tuple[int, int]
"""Start and end (exclusive) of a part of a quote, in code points of the folded text."""

Match = tuple[Stretch, ...]
"""A stretch for each segment of a quote."""

_LOOKED_THROUGH: Final = dict.fromkeys(map(ord, INVISIBLE))


@dataclass(frozen=True)
class Parts:
    """Folded parts of a quote: a TextQuoteSelector whose exact words may be several segments."""

    segments: tuple[str, ...]
    prefix: str = ""
    suffix: str = ""


class Matcher:
    """An article, folded once, in which the matches of quotes are found.

    Attributes:
        article: the article.
        folded: its text, folded.
        flat: the same with spaces between paragraphs, to compare prefixes and suffixes with.
    """

    def __init__(self, article: Article) -> None:
        self.article = article
        self.folded: Folded = fold_paragraphs(article.text, article.paragraphs)
        self.flat = self.folded.text.replace(PARAGRAPH, " ")
        self._breaks = [match.start() for match in re.finditer(PARAGRAPH, self.folded.text)]
        self._whole: dict[str, list[Stretch]] = {}

    def as_meant(self, part: str) -> str:
        """Folds a part; a single line feed is a space, or a paragraph break if the article has only that.

        YAML keeps a single line feed of a blank line in a folded scalar, so both are tried.
        """
        spaced, broken = fold_quote(part), fold_quote(part.replace("\n", "\n\n"))
        return broken if spaced not in self.folded.text and broken in self.folded.text else spaced

    def matches(self, parts: Parts) -> Iterator[Match]:
        """Yields every match whose segments follow each other in one paragraph, without trying dead ends."""
        fitting = self.fitting(parts)
        if len(fitting) == 1:
            yield from ((stretch,) for stretch in fitting[0])
            return
        by_paragraph = [self.by_paragraph(stretches) for stretches in fitting]
        for paragraph in sorted(set.intersection(*map(set, by_paragraph))):
            yield from _in_order([stretches[paragraph] for stretches in by_paragraph])

    def fitting(self, parts: Parts) -> list[list[Stretch]]:
        """Finds the stretches of each segment; of the first and last, those that fit prefix and suffix."""
        fitting = [self.whole(part) for part in parts.segments]
        fitting[0] = [stretch for stretch in fitting[0] if self.follows(stretch, parts.prefix)]
        fitting[-1] = [stretch for stretch in fitting[-1] if self.precedes(stretch, parts.suffix)]
        return fitting

    def whole(self, part: str) -> list[Stretch]:
        """Finds the stretches of a folded part that are whole words, with the denials glued to them."""
        if part not in self._whole:
            self._whole[part] = [stretch for stretch in self.occurrences(part) if not self._cuts(stretch)]
        return self._whole[part]

    def occurrences(self, part: str) -> Iterator[Stretch]:
        """Yields all stretches of a folded part, inside words too, and overlapping ones."""
        at = self.folded.text.find(part)
        while at >= 0:
            yield at, at + len(part)
            at = self.folded.text.find(part, at + 1)

    def _cuts(self, stretch: Stretch) -> bool:
        start, end = self.offsets(*stretch)
        text = self.article.text
        if inside_word(text, start) or inside_word(text, end) or self._splits_character(stretch):
            return True
        return bool(denial_cut_off(self.folded.text, *stretch))

    def _splits_character(self, stretch: Stretch) -> bool:
        """Tests whether an end of the stretch lies within what one code point folded to, such as ``…``."""
        start, end = stretch
        starts = self.folded.starts
        return (start > 0 and starts[start] == starts[start - 1]) or (
            end < len(starts) and starts[end] == starts[end - 1]
        )

    def follows(self, stretch: Stretch, prefix: str) -> bool:
        """Tests whether the stretch begins where ``prefix`` ends, white space apart."""
        end = stretch[0] - (self.flat[stretch[0] - 1 : stretch[0]] == " ")
        return self.flat.endswith(prefix, 0, end)

    def precedes(self, stretch: Stretch, suffix: str) -> bool:
        """Tests whether the stretch ends where ``suffix`` begins, white space apart."""
        return self.flat.startswith(suffix, stretch[1] + (self.flat[stretch[1] : stretch[1] + 1] == " "))

    def by_paragraph(self, stretches: list[Stretch]) -> dict[int, list[Stretch]]:
        """Groups the stretches that lie in one paragraph by its number."""
        by_number = defaultdict(list)
        for start, end in stretches:
            if (number := self._paragraph(start)) == self._paragraph(end - 1):
                by_number[number].append((start, end))
        return by_number

    def _paragraph(self, at: int) -> int:
        return bisect_right(self._breaks, at)

    def offsets(self, start: int, end: int) -> tuple[int, int]:
        """Converts a stretch into start and end in code points of the article's text."""
        first, last = self.folded.starts[start], self.folded.ends[end - 1]
        return first, _with_closing(self.article.text, first, last)

    def written(self, start: int, end: int) -> str:
        """Returns the article's own words at a stretch, on one line, without what is looked through."""
        text = self.article.text[slice(*self.offsets(start, end))]
        return " ".join(text.translate(_LOOKED_THROUGH).split())

    def span(self, start: int, end: int) -> Span:
        """Converts a stretch into its place in the article's file."""
        return self.article.span(*self.offsets(start, end))


def _with_closing(text: str, start: int, end: int) -> int:
    """Returns the end of a stretch with the bidirectional marks right behind it that close its own.

    They are looked through when a quote is sought, but a stretch without them would turn round what follows.
    """
    opened = dict.fromkeys(_CLOSED_BY, 0)
    for mark in _DIRECTIONS.finditer(text, start, end):
        for closing, opening in _CLOSED_BY.items():
            opened[closing] += (mark[0] in opening) - (mark[0] == closing and opened[closing] > 0)
    while end < len(text) and opened.get(text[end], 0) > 0:
        opened[text[end]] -= 1
        end += 1
    return end


def _in_order(by_segment: list[list[Stretch]]) -> Iterator[Match]:
    """Yields every match, made of a stretch from each list, whose stretches follow each other."""
    latest: list[int] = [0] * len(by_segment)
    limit: float = float("inf")
    for index in range(len(by_segment) - 1, -1, -1):
        fitting = [start for start, end in by_segment[index] if end <= limit]
        if not fitting:
            return
        limit = latest[index] = max(fitting)

    def extend(index: int, after: int) -> Iterator[Match]:
        for start, end in by_segment[index]:
            if after <= start <= latest[index]:
                if index + 1 == len(by_segment):
                    yield ((start, end),)
                else:
                    yield from (((start, end), *rest) for rest in extend(index + 1, end))

    yield from extend(0, 0)
