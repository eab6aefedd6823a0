"""Where the parts of a quote stand in an article, by the rules of "How anchoring works" in DESIGN.md.

Nothing here is near: a place is the folded text itself, whole words of it, and nothing else.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from generator.analyse.text.boundaries import inside_word
from generator.analyse.text.fold import PARAGRAPH, Folded, fold_paragraphs, fold_quote
from generator.model.briefing import Article
from generator.model.span import Span

Stretch = tuple[int, int]
"""Start and end (exclusive) of one part of a quote, in code points of the folded text."""

Match = tuple[Stretch, ...]
"""A place for each segment of a quote."""


@dataclass(frozen=True)
class Parts:
    """A quote's folded parts: a TextQuoteSelector whose exact words may be several segments."""

    segments: tuple[str, ...]
    prefix: str = ""
    suffix: str = ""


class Matcher:
    """One article, folded once, and where parts of quotes stand in it.

    Attributes:
        article: the article.
        folded: its text, folded.
        flat: the same with paragraphs parted by spaces, as prefixes and suffixes see it.
    """

    def __init__(self, article: Article) -> None:
        self.article = article
        self.folded: Folded = fold_paragraphs(article.text, article.paragraphs)
        self.flat = self.folded.text.replace(PARAGRAPH, " ")
        self._breaks = [at for at, char in enumerate(self.folded.text) if char == PARAGRAPH]
        self._known: dict[str, list[Stretch]] = {}

    def as_meant(self, part: str) -> str:
        """A single line feed is a space; where the words stand only with a paragraph break there, it is one.

        (Of a blank line in a folded text YAML keeps a single line feed.)
        """
        spaced, broken = fold_quote(part), fold_quote(part.replace("\n", "\n\n"))
        return broken if spaced not in self.folded.text and broken in self.folded.text else spaced

    def matches(self, parts: Parts) -> Iterator[Match]:
        """Every way to lay the segments into one paragraph in their order, without trying dead ends."""
        fitting = self.fitting(parts)
        if len(fitting) == 1:
            yield from ((one,) for one in fitting[0])
            return
        by_paragraph = [self.by_paragraph(places) for places in fitting]
        for paragraph in sorted(set.intersection(*map(set, by_paragraph))):
            yield from _in_order([places[paragraph] for places in by_paragraph])

    def fitting(self, parts: Parts) -> list[list[Stretch]]:
        """The places of each segment, those of the first and last only where prefix and suffix fit."""
        fitting = [self.whole(part) for part in parts.segments]
        fitting[0] = [one for one in fitting[0] if self.follows(one, parts.prefix)]
        fitting[-1] = [one for one in fitting[-1] if self.precedes(one, parts.suffix)]
        return fitting

    def whole(self, part: str) -> list[Stretch]:
        """The places of a folded part that begin and end at word boundaries."""
        if part not in self._known:
            self._known[part] = [one for one in self.found(part) if not self._cuts(one)]
        return self._known[part]

    def found(self, part: str) -> Iterator[Stretch]:
        """Everywhere a folded part stands, inside words too, and overlapping itself."""
        at = self.folded.text.find(part)
        while at >= 0:
            yield at, at + len(part)
            at = self.folded.text.find(part, at + 1)

    def _cuts(self, place: Stretch) -> bool:
        start, end = self.offsets(*place)
        text = self.article.text
        return inside_word(text, start) or inside_word(text, end) or self._splits_character(place)

    def _splits_character(self, place: Stretch) -> bool:
        """Whether an end of the place lies within what one code point folded to, such as ``…``."""
        start, end = place
        starts = self.folded.starts
        return (start > 0 and starts[start] == starts[start - 1]) or (
            end < len(starts) and starts[end] == starts[end - 1]
        )

    def follows(self, place: Stretch, prefix: str) -> bool:
        """Whether the place begins where ``prefix`` ends, white space apart."""
        end = place[0] - (self.flat[place[0] - 1 : place[0]] == " ")
        return self.flat.endswith(prefix, 0, end)

    def precedes(self, place: Stretch, suffix: str) -> bool:
        """Whether the place ends where ``suffix`` begins, white space apart."""
        return self.flat.startswith(suffix, place[1] + (self.flat[place[1] : place[1] + 1] == " "))

    def by_paragraph(self, places: list[Stretch]) -> dict[int, list[Stretch]]:
        """The places that lie in one paragraph, by its number."""
        found = defaultdict(list)
        for start, end in places:
            if (number := self._paragraph(start)) == self._paragraph(end - 1):
                found[number].append((start, end))
        return found

    def _paragraph(self, at: int) -> int:
        return bisect_right(self._breaks, at)

    def offsets(self, start: int, end: int) -> tuple[int, int]:
        """Start and end, in code points of the article's text, of a stretch of the folded text."""
        return self.folded.starts[start], self.folded.ends[end - 1]

    def span(self, start: int, end: int) -> Span:
        """The place in the article's file of a stretch of the folded text."""
        return self.article.span(*self.offsets(start, end))


def _in_order(by_segment: list[list[Stretch]]) -> Iterator[Match]:
    """Every choice of one place a segment in which each begins where the one before has ended, or later."""
    latest: list[int] = [0] * len(by_segment)
    limit: float = float("inf")
    for index in range(len(by_segment) - 1, -1, -1):
        fitting = [start for start, end in by_segment[index] if end <= limit]
        if not fitting:
            return
        limit = latest[index] = max(fitting)

    def lay(index: int, after: int) -> Iterator[Match]:
        for start, end in by_segment[index]:
            if after <= start <= latest[index]:
                if index + 1 == len(by_segment):
                    yield ((start, end),)
                else:
                    yield from (((start, end), *rest) for rest in lay(index + 1, end))

    yield from lay(0, 0)
