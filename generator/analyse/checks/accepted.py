"""Hints that an editor judged and accepted, where they stand, with the reason."""

import sys
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace

from generator.model.briefing import Library
from generator.model.dated import Accepted
from generator.model.diagnostics import Diagnostic, Severity, problem
from generator.model.entries import Summary
from generator.model.entry import Entry
from generator.model.span import Span


@dataclass(frozen=True)
class _Region:
    """Part of a file in which an entry may accept hints.

    Attributes:
        whole: the place of the entry, its key included.
        above: the region that the entry stands in, which may accept them too; None of an outermost one.
    """

    whole: Span
    entry: Entry
    accepted: Accepted
    above: "_Region | None" = None

    def holds(self, span: Span) -> bool:
        if span.path != self.whole.path:
            return False
        begins = (self.whole.line, self.whole.column) <= (span.line, span.column)
        return begins and (span.line, span.column) < (self.whole.end_line, self.whole.end_column)


def without_accepted(
    library: Library, problems: Iterable[Diagnostic], only: Collection[str] | None = None
) -> list[Diagnostic]:
    """Leaves out the hints that the entry they are about accepts, and tells of those accepted for nothing.

    The innermost entry that can accept a hint accepts it, or the one around it. What a briefing or an article
    accepts as a whole are hints that are about none of its entries.

    Args:
        only: the slugs of the briefings that were checked; None for all.
    """
    regions = list(_regions(library, only))
    used: set[tuple[Span, str]] = set()
    kept = []
    for found in problems:
        by = _accepting(regions, found) if found.severity is Severity.HINT else None
        if by is None:
            kept.append(found)
        else:
            used.add((by.whole, found.code))
    return kept + [
        problem("accepted-for-nothing", region.entry.at("accept", hint, "[key]"), hint=hint)
        for region in regions
        for hint in region.accepted
        if (region.whole, hint) not in used
    ]


def _accepting(regions: list[_Region], found: Diagnostic) -> _Region | None:
    region = next((region for region in reversed(regions) if region.holds(found.span)), None)
    while region is not None and found.code not in region.accepted:
        region = region.above
    return region


def _regions(library: Library, only: Collection[str] | None) -> Iterator[_Region]:
    """Yields the regions of files that accept hints and were checked, an outer one before those in it."""
    if any(actor.accept for actor in library.registry.actors.values()):
        for id, actor in library.registry.actors.items():
            yield _region(actor, actor.accept, library.registry.at("actors", id, "[key]"))
    for briefing in library.briefings:
        if only is not None and briefing.slug not in only:
            continue
        for article in briefing.articles.values():
            if article.descriptor.accept:
                yield _Region(_file(article.path), article.descriptor, article.descriptor.accept)
        summary = briefing.summary
        if not any(_accepted(summary)):
            continue
        yield _Region(_file(briefing.path), summary, summary.accept)
        for id, actor in summary.actors.items():
            yield _region(actor, actor.accept, summary.at("actors", id, "[key]"))
        for id, origin in summary.origins.items():
            around = _region(origin, origin.accept, summary.at("origins", id, "[key]"))
            yield around
            yield from (_region(quote, quote.accept, above=around) for quote in origin.evidence)
        for claim in summary.claims:
            around = _region(claim, claim.accept)
            yield around
            yield from (_region(quote, quote.accept, above=around) for quote in claim.evidence)
        for line in summary.bottom_line:
            yield _region(line, line.accept)
        for question in summary.questions:
            yield _region(question, question.accept)


def _accepted(summary: Summary) -> Iterator[Accepted]:
    """Yields what each entry of a file accepts."""
    yield summary.accept
    yield from (actor.accept for actor in summary.actors.values())
    yield from (line.accept for line in summary.bottom_line)
    yield from (question.accept for question in summary.questions)
    yield from (origin.accept for origin in summary.origins.values())
    yield from (claim.accept for claim in summary.claims)
    yield from (quote.accept for origin in summary.origins.values() for quote in origin.evidence)
    yield from (quote.accept for claim in summary.claims for quote in claim.evidence)


def _region(
    entry: Entry, accepted: Accepted, key: Span | None = None, above: _Region | None = None
) -> _Region:
    whole = entry.whole()
    if key is not None:
        whole = replace(whole, line=key.line, column=key.column)
    return _Region(whole, entry, accepted, above)


def _file(path: str) -> Span:
    return Span(path, 0, 0, sys.maxsize, 0)
