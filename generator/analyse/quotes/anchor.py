"""Anchoring: finds the single match of a quote in its article, or reports why there is none.

The rules are those of "How anchoring works" in DESIGN.md, on top of the TextQuoteSelector of the W3C Web
Annotation Data Model: there, several matches all match; here they are an error.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Final

from rapidfuzz import fuzz

from generator.analyse.quotes.context import deciding_context, words_around
from generator.analyse.quotes.matches import Match, Matcher, Parts
from generator.analyse.quotes.missing import abridged, why_missing
from generator.analyse.text.fold import fold
from generator.analyse.text.nearest import nearest
from generator.analyse.text.negation import negation
from generator.model.briefing import Article
from generator.model.claims import TextQuote
from generator.model.diagnostics import Diagnostic, problem
from generator.model.entries import SetAside
from generator.model.passage import Passage, address
from generator.model.span import Span

_MOST_NAMED: Final = 3
"""Limit of the matches of an ambiguous quote that are named."""

_MOST_COMPARED: Final = 1000
"""Limit of the matches whose words around are compared with a prefix and suffix."""


@dataclass(frozen=True)
class _Quote:
    """Folded parts of a quote, places of its segments in the YAML, and whether it takes prefix and suffix."""

    parts: Parts
    spans: tuple[Span, ...]
    takes_ends: bool


class Anchorer:
    """Finder of quotes in one article, which is folded once.

    Attributes:
        article: the article.
        matcher: the matches of folded quotes in it.
    """

    def __init__(self, article: Article) -> None:
        self.article = article
        self.matcher = Matcher(article)

    def anchor(self, evidence: TextQuote | SetAside) -> tuple[Passage | None, list[Diagnostic]]:
        """Finds the passage of a quote; None, with the reasons, when it has no match or several."""
        quote, problems = self._fold_parts(evidence)
        if problems:
            return None, problems
        matches = list(islice(self.matcher.matches(quote.parts), _MOST_NAMED + 1))
        if len(matches) != 1:
            return None, [self._ambiguous(quote, matches)] if matches else self._not_found(quote)
        (match,) = matches
        parts = quote.parts
        passage = Passage(
            self.article.id,
            tuple(self.matcher.offsets(*stretch) for stretch in match),
            self._span(match),
            address(self.article.id, parts.segments, parts.prefix, parts.suffix),
        )
        return passage, self._negations_left_out(quote, match)

    def _fold_parts(self, evidence: TextQuote | SetAside) -> tuple[_Quote, list[Diagnostic]]:
        """Folds the parts of a quote, and reports those that hold nothing visible."""
        ends = (evidence.prefix, evidence.suffix) if isinstance(evidence, TextQuote) else None
        prefix, suffix = ends or (None, None)
        segments = tuple(self.matcher.as_meant(part) for part in evidence.exact)
        spans = tuple(evidence.at("exact", index) for index in range(len(segments)))
        problems = [
            problem("empty-value", span, field="exact", write="Write its value.")
            for part, span in zip(segments, spans, strict=True)
            if not part
        ]
        for field, text in (("prefix", prefix), ("suffix", suffix)):
            if text is not None and not fold(text):
                way = "Write its value, or take the field out."
                problems.append(problem("empty-value", evidence.at(field), field=field, write=way))
        parts = Parts(segments, fold(prefix or ""), fold(suffix or ""))
        return _Quote(parts, spans, ends is not None), problems

    def _span(self, match: Match) -> Span:
        return self.matcher.span(match[0][0], match[-1][1])

    def _negations_left_out(self, quote: _Quote, match: Match) -> list[Diagnostic]:
        """Reports the negations among the words between the segments."""
        problems = []
        text, language = self.matcher.folded.text, self.article.language
        for (_, end), (start, _), span in zip(match, match[1:], quote.spans[1:], strict=False):
            if denial := negation(text, end, start, language):
                between = text[end:start].strip()
                problems.append(
                    problem("negation-left-out", span, word=denial.group(), between=abridged(between))
                )
        return problems

    def _ambiguous(self, quote: _Quote, matches: list[Match]) -> Diagnostic:
        """Names the matches, and for each the fewest words before or after it that would choose it."""
        differing = [at for at, stretches in enumerate(zip(*matches, strict=True)) if len(set(stretches)) > 1]
        shown = matches[:_MOST_NAMED]
        ways = [self._way(quote, match) for match in shown]
        inner = [at for at in differing if 0 < at < len(quote.parts.segments) - 1]
        if inner and not any(ways):
            at = inner[0]
            lines = sorted({self.matcher.span(*match[at]).line for match in matches})
            segment = abridged(quote.parts.segments[at])
            return problem("segment-repeats", quote.spans[at], segment=segment, lines=_enumeration(lines))
        spans = [self.matcher.span(*match[differing[0]]) for match in shown]
        listing = _enumeration(dict.fromkeys(f"line {span.line}, column {span.column}" for span in spans))
        advice = [
            f"line {span.line}: {way or 'a longer quote'}" for span, way in zip(spans, ways, strict=True)
        ]
        more = " and more" if len(matches) > _MOST_NAMED else ""
        return problem(
            "quote-ambiguous",
            quote.spans[0],
            article=self.article.path,
            places=listing + more,
            ways="; ".join(advice) if any(ways) else "a longer quote",
        )

    def _way(self, quote: _Quote, match: Match) -> str:
        """Names the prefix or suffix that would leave only this match; empty when no few words do."""
        context = deciding_context(self.matcher, quote.parts, match) if quote.takes_ends else None
        fields = zip(("prefix", "suffix"), context or ("", ""), strict=True)
        return " and ".join(f'{field} "{words}"' for field, words in fields if words)

    def _not_found(self, quote: _Quote) -> list[Diagnostic]:
        """Reports the first reason why the quote has no match, as near to its cause as possible."""
        segments = quote.parts.segments
        for index, segment in enumerate(segments):
            if not self.matcher.whole(segment):
                return why_missing(self.matcher, segments, index, quote.spans[index])
        without_ends = self.matcher.matches(Parts(segments))
        if matches := list(islice(without_ends, _MOST_COMPARED)):
            return [self._ends_do_not_fit(quote, matches)]
        by_segment = [self.matcher.whole(part) for part in segments]
        if set.intersection(*(set(self.matcher.by_paragraph(stretches)) for stretches in by_segment)):
            return [problem("segments-out-of-order", quote.spans[0], article=self.article.path)]
        lines = dict.fromkeys(self.matcher.span(*stretches[0]).line for stretches in by_segment)
        return [problem("segments-across-paragraphs", quote.spans[0], lines=_enumeration(lines))]

    def place_of(self, exact: Sequence[str]) -> Span | None:
        """Finds the first place of words, given as a quote's segments, whatever stands around them."""
        segments = tuple(self.matcher.as_meant(part) for part in exact)
        match = next(self.matcher.matches(Parts(segments)), None)
        return self._span(match) if match else None

    def nearest_to(self, words: str) -> tuple[float, Span, str] | None:
        """Finds the passage most like some words: how like (of 100), where, and its own words."""
        wanted, text = self.matcher.as_meant(words), self.matcher.folded.text
        near = nearest(wanted, text)
        if near is None:
            return None
        alike = fuzz.ratio(wanted.casefold(), text[slice(*near)].casefold())
        return alike, self.matcher.span(*near), self.matcher.written(*near)

    def _ends_do_not_fit(self, quote: _Quote, matches: list[Match]) -> Diagnostic:
        """Reports the words around the match that is most like the quote with its prefix and suffix."""

        flat, parts = self.matcher.flat, quote.parts

        def alike(match: Match) -> float:
            start, end = match[0][0], match[-1][1]
            before, after = (
                flat[max(0, start - len(parts.prefix)) : start],
                flat[end : end + len(parts.suffix)],
            )
            return fuzz.ratio(before, parts.prefix) + fuzz.ratio(after, parts.suffix)

        best = max(matches, key=alike)
        before, after = words_around(self.matcher, best, 7)
        return problem(
            "prefix-or-suffix-differs",
            quote.spans[0],
            article=self.article.path,
            line=self._span(best).line,
            before=" ".join(before),
            after=" ".join(after),
        )


def _enumeration(values: Iterable[int] | Iterable[str]) -> str:
    words = [str(value) for value in values]
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"
