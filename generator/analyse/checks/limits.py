"""The limits that a site sets itself: coverage, and how much of an article it shows."""

from typing import Final

from generator.analyse.findings.coverage import SentenceUse, State
from generator.analyse.findings.findings import Findings
from generator.model.briefing import Library
from generator.model.diagnostics import Diagnostic, did_you_mean, problem
from generator.model.settings import Settings
from generator.model.span import Span


def check_share(anchored: Findings, settings: Settings) -> list[Diagnostic]:
    """Tell each article of which the site would show more than ``maximum_share``; drafts are not shown."""
    maximum = settings.maximum_share
    if maximum is None or anchored.briefing.summary.status == "draft":
        return []
    return [
        problem(
            "share-too-high",
            Span(one.article.path),
            shown=f"{one.shown:,}",
            words=f"{one.words:,}",
            maximum=maximum,
        )
        for one in anchored.shares.values()
        if one.article.descriptor.rights == "excerpts" and 100 * one.shown > maximum * one.words
    ]


_NAMED: Final = 3
"""How many unused sentences an error names."""

_SHORT: Final = 8
"""By how many words it names each."""


def check_coverage(anchored: Findings, settings: Settings) -> list[Diagnostic]:
    """Tell each article of a published briefing with less than its minimum cited or set aside.

    Not where a quote was not found or an entry could not be read: that is told already, and mending it may
    be all that is needed.
    """
    minimum = settings.minimum_coverage_of.get(anchored.briefing.slug, settings.minimum_coverage)
    if minimum is None or anchored.briefing.summary.status != "published" or not _complete(anchored):
        return []
    told = []
    for one in anchored.coverage.values():
        unused = [sentence for sentence in one.sentences if sentence.state is State.UNUSED]
        covered = len(one.sentences) - len(unused)
        if unused and 100 * covered < minimum * len(one.sentences):
            told.append(
                problem(
                    "coverage-too-low",
                    one.article.span(unused[0].start, unused[0].end),
                    covered=covered,
                    sentences=len(one.sentences),
                    minimum=minimum,
                    first=_named(unused),
                )
            )
    return told


def check_minimums(library: Library) -> list[Diagnostic]:
    """Tell each briefing that a minimum was set for and that isn't there."""
    known = [one.slug for one in library.briefings]
    return [
        problem(
            "unknown-id",
            library.settings.at("minimum_coverage_of", slug, "[key]"),
            what="briefing",
            id=slug,
            mean=did_you_mean(slug, known),
        )
        for slug in library.settings.minimum_coverage_of
        # One that could not be read was told.
        if slug not in known and f"briefings/{slug}/briefing.yml" not in library.lines
    ]


def _complete(anchored: Findings) -> bool:
    """Whether everything that the editors wrote was read and found."""
    summary = anchored.briefing.summary
    quotes = all(len(anchored.quotes[claim.id]) == len(claim.evidence) for claim in summary.claims)
    return quotes and len(anchored.set_aside) == len(summary.set_aside) and not anchored.briefing.lost


def _named(unused: list[SentenceUse]) -> str:
    """The first of them by line and opening words, and how many more there are."""
    named = []
    for one in unused[:_NAMED]:
        opening = one.text.split()
        short = " ".join(opening[:_SHORT]) + (" …" if len(opening) > _SHORT else "")
        named.append(f"line {one.line}, “{short}”")
    more = len(unused) - _NAMED
    return "; ".join([*named, *([f"and {more} more"] if more > 0 else [])])
