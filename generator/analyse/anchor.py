"""Finding a quote's one place in its article, or telling exactly why it has none.

The rules are those of "Anchoring a quote" in DESIGN.md, on top of the TextQuoteSelector of the W3C Web
Annotation Data Model: there, several matches all match; here they are an error.
"""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Final

from generator.analyse.fold import PARAGRAPH, Folded, fold, fold_paragraphs, fold_quote
from generator.analyse.nearest import difference, nearest
from generator.analyse.words import inside_word, negation, whole_word
from generator.model.briefing import Article
from generator.model.diagnostics import Diagnostic, problem
from generator.model.entries import Evidence, SetAside
from generator.model.passage import Passage, address
from generator.model.span import Span

_TOLD: Final = 3
"""How many places of an ambiguous quote are named."""

Placement = tuple[tuple[int, int], ...]


@dataclass(frozen=True)
class _Quote:
    """A quote's folded parts, and where each was written."""

    segments: tuple[str, ...]
    prefix: str
    suffix: str
    spans: tuple[Span, ...]


class Anchorer:
    """Finds quotes in one article, which is folded once."""

    def __init__(self, article: Article) -> None:
        self.article = article
        self.folded: Folded = fold_paragraphs(article.text, article.paragraphs)
        self._flat = self.folded.text.replace(PARAGRAPH, " ")
        self._breaks = [at for at, char in enumerate(self.folded.text) if char == PARAGRAPH]

    def anchor(self, evidence: Evidence | SetAside) -> tuple[Passage | None, list[Diagnostic]]:
        """The passage of a quote; None with the reasons when it has no place or more than one."""
        quote = _Quote(
            tuple(fold_quote(part) for part in evidence.exact),
            fold(getattr(evidence, "prefix", None) or ""),
            fold(getattr(evidence, "suffix", None) or ""),
            tuple(evidence.at("exact", index) for index in range(len(evidence.exact))),
        )
        empty = [
            problem("empty-value", quote.spans[at], field="exact")
            for at, part in enumerate(quote.segments)
            if not part
        ]
        if empty:
            return None, empty
        placements = list(islice(self._placements(quote), _TOLD + 1))
        if len(placements) != 1:
            return None, [self._ambiguous(quote, placements) if placements else self._not_found(quote)]
        (place,) = placements
        passage = Passage(
            self.article.id,
            tuple(self._offsets(start, end) for start, end in place),
            self._span(place[0][0], place[-1][1]),
            address(self.article.id, quote.segments, quote.prefix, quote.suffix),
        )
        return passage, self._left_out(quote, place)

    def _placements(self, quote: _Quote) -> Iterator[Placement]:
        """Every way to lay the segments into one paragraph in their order, without trying dead ends."""
        by_segment = [self._whole(part) for part in quote.segments]
        by_segment[0] = [one for one in by_segment[0] if self._after_prefix(one[0], quote.prefix)]
        by_segment[-1] = [one for one in by_segment[-1] if self._before_suffix(one[1], quote.suffix)]
        if len(by_segment) == 1:
            yield from ((one,) for one in by_segment[0])
            return
        for paragraph in sorted({self._paragraph(start) for start, _ in by_segment[0]}):
            here = [[one for one in places if self._within(one, paragraph)] for places in by_segment]
            yield from _in_order(here)

    def _whole(self, part: str) -> list[tuple[int, int]]:
        """The places of a folded part that begin and end at word boundaries."""
        return [one for one in self._found(part) if not self._cuts_word(one)]

    def _found(self, part: str) -> Iterator[tuple[int, int]]:
        at = self.folded.text.find(part)
        while at >= 0:
            yield at, at + len(part)
            at = self.folded.text.find(part, at + 1)

    def _cuts_word(self, place: tuple[int, int]) -> bool:
        start, end = self._offsets(*place)
        return (
            inside_word(self.article.text, start)
            or inside_word(self.article.text, end)
            or self._splits_character(place)
        )

    def _splits_character(self, place: tuple[int, int]) -> bool:
        """Whether an end of the place lies within what one code point folded to, such as ``…``."""
        start, end = place
        starts = self.folded.starts
        return (start > 0 and starts[start] == starts[start - 1]) or (
            end < len(starts) and starts[end] == starts[end - 1]
        )

    def _after_prefix(self, start: int, prefix: str) -> bool:
        return self._flat[:start].rstrip(" ").endswith(prefix)

    def _before_suffix(self, end: int, suffix: str) -> bool:
        return self._flat[end:].lstrip(" ").startswith(suffix)

    def _paragraph(self, at: int) -> int:
        return bisect_right(self._breaks, at)

    def _within(self, place: tuple[int, int], paragraph: int) -> bool:
        return self._paragraph(place[0]) == self._paragraph(place[1] - 1) == paragraph

    def _offsets(self, start: int, end: int) -> tuple[int, int]:
        return self.folded.starts[start], self.folded.ends[end - 1]

    def _span(self, start: int, end: int) -> Span:
        return self.article.span(*self._offsets(start, end))

    def _left_out(self, quote: _Quote, place: Placement) -> list[Diagnostic]:
        """The negations among the words between the segments."""
        told = []
        for index, ((_, end), (start, _)) in enumerate(zip(place, place[1:], strict=False)):
            between = self.folded.text[end:start]
            if found := negation(between, self.article.descriptor.language or "en"):
                span = quote.spans[index + 1]
                told.append(problem("negation-left-out", span, word=found.group(), between=between.strip()))
        return told

    def _ambiguous(self, quote: _Quote, placements: list[Placement]) -> Diagnostic:
        """Name the places, and for each the shortest prefix or suffix that would choose it."""
        repeated = [
            index
            for index in range(1, len(quote.segments) - 1)
            if len({place[index] for place in placements}) > 1
            and len({place[0] for place in placements}) == 1
        ]
        if repeated:
            at = repeated[0]
            lines = sorted({self._span(*place[at]).line for place in placements})
            return problem(
                "segment-repeats", quote.spans[at], segment=quote.segments[at], lines=_listed(lines)
            )
        shown = placements[:_TOLD]
        ways = "; ".join(f"line {self._line(place)}: {self._deciding(place, placements)}" for place in shown)
        more = " and more" if len(placements) > _TOLD else ""
        places = _listed([self._place(one) for one in shown])
        return problem(
            "quote-ambiguous", quote.spans[0], article=self.article.path, places=places + more, ways=ways
        )

    def _line(self, place: Placement) -> int:
        return self._span(place[0][0], place[-1][1]).line

    def _place(self, place: Placement) -> str:
        span = self._span(place[0][0], place[-1][1])
        return f"line {span.line}, column {span.column}"

    def _deciding(self, place: Placement, placements: list[Placement]) -> str:
        """The shortest run of whole words before or after one placement that no other has there."""
        others = [one for one in placements if one != place]
        before, after = self._flat[: place[0][0]].rstrip(" "), self._flat[place[-1][1] :].lstrip(" ")
        left, right = before.split(" "), after.split(" ")
        for count in range(1, max(len(left), len(right)) + 1):
            prefix, suffix = " ".join(left[-count:]), " ".join(right[:count])
            if prefix and not any(self._after_prefix(one[0][0], prefix) for one in others):
                return f'prefix "{prefix}"'
            if suffix and not any(self._before_suffix(one[-1][1], suffix) for one in others):
                return f'suffix "{suffix}"'
        return "a longer quote"

    def _not_found(self, quote: _Quote) -> Diagnostic:
        """The first thing that keeps the quote from having a place, told as near to its cause as can be."""
        for segment, span in zip(quote.segments, quote.spans, strict=True):
            if not self._whole(segment):
                return self._segment_not_found(segment, span)
        first = [self._whole(part) for part in quote.segments]
        if len(first) == 1 or self._without_ends(quote):
            return self._ends_do_not_fit(quote)
        paragraphs = [{self._paragraph(start) for start, _ in places} for places in first]
        if not set.intersection(*paragraphs) or any(PARAGRAPH in segment for segment in quote.segments):
            lines = [self._span(*places[0]).line for places in first]
            return problem("segments-across-paragraphs", quote.spans[0], lines=_listed(lines))
        return problem("segments-out-of-order", quote.spans[0], article=self.article.path)

    def _without_ends(self, quote: _Quote) -> bool:
        return any(True for _ in self._placements(_Quote(quote.segments, "", "", quote.spans)))

    def _segment_not_found(self, segment: str, span: Span) -> Diagnostic:
        for place in self._found(segment):
            start, end = self._offsets(*place)
            for at in (start, end):
                if inside_word(self.article.text, at):
                    first, last = whole_word(self.article.text, at)
                    word = self.article.text[first:last]
                    end_word = "begins" if at == start else "ends"
                    where = self.article.span(first, last)
                    return problem(
                        "quote-cuts-word", span, end=end_word, word=word, path=where.path, line=where.line
                    )
            return problem("quote-cuts-character", span, path=self.article.path, line=self._span(*place).line)
        near = nearest(segment, self.folded.text)
        if near is None:
            return problem("quote-not-found", span, article=self.article.path)
        there = self.folded.text[near[0] : near[1]]
        where = self._span(*near)
        return problem(
            "quote-differs",
            span,
            article=self.article.path,
            line=where.line,
            column=where.column,
            nearest=self.article.text[slice(*self._offsets(*near))].replace("\n", " "),
            difference=difference(segment, there),
        )

    def _ends_do_not_fit(self, quote: _Quote) -> Diagnostic:
        place = next(iter(self._placements(_Quote(quote.segments, "", "", quote.spans))))
        before = " ".join(self._flat[: place[0][0]].split(" ")[-7:]).strip()
        after = " ".join(self._flat[place[-1][1] :].split(" ")[:7]).strip()
        return problem(
            "prefix-or-suffix-differs",
            quote.spans[0],
            article=self.article.path,
            line=self._line(place),
            before=before,
            after=after,
        )


def _in_order(by_segment: list[list[tuple[int, int]]]) -> Iterator[Placement]:
    """Every choice of one place a segment in which each begins where the one before has ended, or later."""
    latest: list[int] = [0] * len(by_segment)
    limit: float = float("inf")
    for index in range(len(by_segment) - 1, -1, -1):
        fitting = [start for start, end in by_segment[index] if end <= limit]
        if not fitting:
            return
        limit = latest[index] = max(fitting)

    def lay(index: int, after: int) -> Iterator[Placement]:
        for start, end in by_segment[index]:
            if after <= start <= latest[index]:
                if index + 1 == len(by_segment):
                    yield ((start, end),)
                elif end <= latest[index + 1]:
                    yield from (((start, end), *rest) for rest in lay(index + 1, end))

    yield from lay(0, 0)


def _listed(values: list[int] | list[str]) -> str:
    words = [str(value) for value in values]
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"
