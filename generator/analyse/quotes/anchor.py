"""Finding a quote's one place in its article, or telling exactly why it has none.

The rules are those of "How anchoring works" in DESIGN.md, on top of the TextQuoteSelector of the W3C Web
Annotation Data Model: there, several matches all match; here they are an error.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from itertools import islice
from typing import Final

from rapidfuzz import fuzz

from generator.analyse.quotes.matches import Match, Matcher, Parts, Stretch
from generator.analyse.text.boundaries import inside_word, whole_word
from generator.analyse.text.fold import fold
from generator.analyse.text.nearest import difference, nearest
from generator.analyse.text.negation import negation
from generator.model.briefing import Article
from generator.model.diagnostics import Diagnostic, problem
from generator.model.entries import Evidence, SetAside
from generator.model.passage import Passage, address
from generator.model.span import Span

_TOLD: Final = 3
"""How many places of an ambiguous quote are named."""

_MOST_WORDS: Final = 20
"""How many words a prefix or suffix is proposed with at most."""

_MOST_PLACES: Final = 1000
"""Of more places than these none is told from the others; a longer quote is the better advice."""


@dataclass(frozen=True)
class _Quote:
    """A quote's folded parts, where each segment was written, and whether it may have prefix and suffix."""

    parts: Parts
    spans: tuple[Span, ...]
    takes_ends: bool


class Anchorer:
    """Finds quotes in one article, which is folded once."""

    def __init__(self, article: Article) -> None:
        self.article = article
        self._places = Matcher(article)

    def anchor(self, evidence: Evidence | SetAside) -> tuple[Passage | None, list[Diagnostic]]:
        """The passage of a quote; None with the reasons when it has no place or more than one."""
        quote, empty = self._read(evidence)
        if empty:
            return None, empty
        matches = list(islice(self._places.matches(quote.parts), _TOLD + 1))
        if len(matches) != 1:
            return None, [self._ambiguous(quote, matches) if matches else self._not_found(quote)]
        (place,) = matches
        parts = quote.parts
        passage = Passage(
            self.article.id,
            tuple(self._places.offsets(*one) for one in place),
            self._span(place),
            address(self.article.id, parts.segments, parts.prefix, parts.suffix),
        )
        return passage, self._left_out(quote, place)

    def _read(self, evidence: Evidence | SetAside) -> tuple[_Quote, list[Diagnostic]]:
        """The quote folded, and its parts that hold nothing visible."""
        ends = (evidence.prefix, evidence.suffix) if isinstance(evidence, Evidence) else None
        prefix, suffix = ends or (None, None)
        segments = tuple(self._places.as_meant(part) for part in evidence.exact)
        spans = tuple(evidence.at("exact", index) for index in range(len(segments)))
        told = [
            problem("empty-value", span, field="exact")
            for part, span in zip(segments, spans, strict=True)
            if not part
        ]
        for field, text in (("prefix", prefix), ("suffix", suffix)):
            if text is not None and not fold(text):
                told.append(problem("empty-value", evidence.at(field), field=field))
        return _Quote(Parts(segments, fold(prefix or ""), fold(suffix or "")), spans, ends is not None), told

    def _span(self, match: Match) -> Span:
        return self._places.span(match[0][0], match[-1][1])

    def _left_out(self, quote: _Quote, match: Match) -> list[Diagnostic]:
        """The negations among the words between the segments."""
        told = []
        text, language = self._places.folded.text, self.article.language
        for (_, end), (start, _), span in zip(match, match[1:], quote.spans[1:], strict=False):
            if found := negation(text, end, start, language):
                between = text[end:start].strip()
                told.append(problem("negation-left-out", span, word=found.group(), between=_short(between)))
        return told

    def _ambiguous(self, quote: _Quote, matches: list[Match]) -> Diagnostic:
        """Name the places, and for each the fewest words before or after it that would choose it."""
        differing = [at for at, places in enumerate(zip(*matches, strict=True)) if len(set(places)) > 1]
        shown = matches[:_TOLD]
        ways = [self._deciding(quote, one) for one in shown]
        inner = [at for at in differing if 0 < at < len(quote.parts.segments) - 1]
        if inner and not any(ways):
            at = inner[0]
            lines = sorted({self._places.span(*one[at]).line for one in matches})
            segment = _short(quote.parts.segments[at])
            return problem("segment-repeats", quote.spans[at], segment=segment, lines=_listed(lines))
        spans = [self._places.span(*one[differing[0]]) for one in shown]
        places = _listed(dict.fromkeys(f"line {span.line}, column {span.column}" for span in spans))
        advice = [
            f"line {span.line}: {way or 'a longer quote'}" for span, way in zip(spans, ways, strict=True)
        ]
        more = " and more" if len(matches) > _TOLD else ""
        return problem(
            "quote-ambiguous",
            quote.spans[0],
            article=self.article.path,
            places=places + more,
            ways="; ".join(advice) if any(ways) else "a longer quote",
        )

    def _deciding(self, quote: _Quote, match: Match) -> str:
        """What would make one placement the only one; nothing when no few words do."""
        first, last = self._places.fitting(quote.parts)[0], self._places.fitting(quote.parts)[-1]
        if max(len(first), len(last)) > _MOST_PLACES or not quote.takes_ends:
            return ""
        before, after = self._around(match, _MOST_WORDS)
        prefix = _fewest(
            [" ".join(before[-count:]) for count in range(1, len(before) + 1)], first, self._places.follows
        )
        suffix = _fewest(
            [" ".join(after[:count]) for count in range(1, len(after) + 1)], last, self._places.precedes
        )
        parts = quote.parts
        ways = {
            f'prefix "{prefix}"': replace(parts, prefix=prefix or parts.prefix),
            f'suffix "{suffix}"': replace(parts, suffix=suffix or parts.suffix),
            f'prefix "{prefix}" and suffix "{suffix}"': replace(parts, prefix=prefix, suffix=suffix),
        }
        for way in sorted(ways, key=lambda way: way.count(" ")):
            if list(islice(self._places.matches(ways[way]), 2)) == [match]:
                return way
        return ""

    def _around(self, match: Match, words: int) -> tuple[list[str], list[str]]:
        """At most so many words of the folded text before and after a placement, in any paragraph."""
        flat, start, end = self._places.flat, match[0][0], match[-1][1]
        reach = 100 * words
        return flat[max(0, start - reach) : start].split()[-words:], flat[end : end + reach].split()[:words]

    def _not_found(self, quote: _Quote) -> Diagnostic:
        """The first thing that keeps the quote from having a place, told as near to its cause as can be."""
        for segment, span in zip(quote.parts.segments, quote.spans, strict=True):
            if not self._places.whole(segment):
                return self._segment_not_found(segment, span)
        without_ends = self._places.matches(Parts(quote.parts.segments))
        if matches := list(islice(without_ends, _MOST_PLACES)):
            return self._ends_do_not_fit(quote, matches)
        places = [self._places.whole(part) for part in quote.parts.segments]
        if set.intersection(*(set(self._places.by_paragraph(one)) for one in places)):
            return problem("segments-out-of-order", quote.spans[0], article=self.article.path)
        lines = dict.fromkeys(self._places.span(*one[0]).line for one in places)
        return problem("segments-across-paragraphs", quote.spans[0], lines=_listed(lines))

    def _segment_not_found(self, segment: str, span: Span) -> Diagnostic:
        path = self.article.path
        for place in self._places.found(segment):
            for at, end in zip(self._places.offsets(*place), ("begins", "ends"), strict=True):
                if inside_word(self.article.text, at):
                    first, last = whole_word(self.article.text, at)
                    word, line = _short(self.article.text[first:last]), self.article.span(first, last).line
                    return problem("quote-cuts-word", span, end=end, word=word, path=path, line=line)
            return problem("quote-cuts-character", span, path=path, line=self._places.span(*place).line)
        near = nearest(segment, self._places.folded.text)
        if near is None:
            return problem("quote-not-found", span, article=path)
        where = self._places.span(*near)
        return problem(
            "quote-differs",
            span,
            article=path,
            line=where.line,
            column=where.column,
            nearest=" ".join(self.article.text[slice(*self._places.offsets(*near))].split()),
            difference=difference(segment, self._places.folded.text[slice(*near)]),
        )

    def _ends_do_not_fit(self, quote: _Quote, matches: list[Match]) -> Diagnostic:
        """What stands around the quote where that is most like its prefix and suffix."""

        flat, parts = self._places.flat, quote.parts

        def alike(one: Match) -> float:
            start, end = one[0][0], one[-1][1]
            before, after = (
                flat[max(0, start - len(parts.prefix)) : start],
                flat[end : end + len(parts.suffix)],
            )
            return fuzz.ratio(before, parts.prefix) + fuzz.ratio(after, parts.suffix)

        best = max(matches, key=alike)
        before, after = self._around(best, 7)
        return problem(
            "prefix-or-suffix-differs",
            quote.spans[0],
            article=self.article.path,
            line=self._span(best).line,
            before=" ".join(before),
            after=" ".join(after),
        )


def _fewest(contexts: list[str], places: list[Stretch], has: Callable[[Stretch, str], bool]) -> str:
    """The first of ever longer contexts that only one of the places has; nothing without such."""
    for context in contexts:
        places = [one for one in places if has(one, context)]
        # A lone comma would do, and be overlooked.
        if len(places) == 1 and any(char.isalnum() for char in context):
            return context
    return ""


def _short(text: str, most: int = 200) -> str:
    return text if len(text) <= most else f"{text[: most // 2]} … {text[-most // 2 :]}"


def _listed(values: Iterable[int] | Iterable[str]) -> str:
    words = [str(value) for value in values]
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"
