"""Search for the words of a quote in the other articles of its briefing."""

from collections.abc import Mapping

from generator.analyse.quotes.anchor import Anchorer
from generator.model.claims import TextQuote
from generator.model.diagnostics import Diagnostic, problem
from generator.model.entries import SetAside
from generator.model.span import Span

_MOST_SOUGHT = 50
"""Limit of the quotes of a briefing that are looked for elsewhere, each in all its articles."""

_MOST_COMPARED = 10
"""Limit of those for which a like passage is looked for."""


class Elsewhere:
    """Finder of the article that has the words of a quote, where its own has none like them."""

    def __init__(self, anchorers: Mapping[str, Anchorer]) -> None:
        self._anchorers = anchorers
        self._sought = self._compared = 0

    def explain(self, entry: TextQuote | SetAside, fault: Diagnostic) -> Diagnostic:
        """Returns the fault of a quote that was not found, or one that names the article with its words."""
        if fault.code not in ("quote-not-found", "quote-differs") or self._sought >= _MOST_SOUGHT:
            return fault
        self._sought += 1
        others = [
            anchorer
            for id, anchorer in self._anchorers.items()
            if id != entry.article and anchorer.article.descriptor.withdrawn is None
        ]
        own = self._anchorers[entry.article].article.path
        for other in others:
            if place := other.place_of(entry.exact):
                return _told("quote-in-other-article", fault, own, other, place)
        if fault.code == "quote-differs" or len(entry.exact) > 1 or self._compared >= _MOST_COMPARED:
            return fault
        self._compared += 1
        nearest = [(near, other) for other in others if (near := other.nearest_to(entry.exact[0]))]
        if not nearest:
            return fault
        (_, place, words), other = max(nearest, key=lambda pair: pair[0][0])
        return _told("quote-like-other-article", fault, own, other, place, nearest=words)


def _told(code: str, fault: Diagnostic, own: str, other: Anchorer, place: Span, **words: str) -> Diagnostic:
    """Makes the diagnostic that names the article ``other`` and the place in it, instead of a fault."""
    return problem(
        code,
        fault.span,
        article=own,
        other=place.path,
        line=place.line,
        column=place.column,
        id=other.article.id,
        **words,
    )
