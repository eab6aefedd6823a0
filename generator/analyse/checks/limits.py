"""Check of the limits that a site sets itself: coverage, and the share of an article that it shows."""

from typing import Final

from generator.analyse.checks.references.unknown_id import unknown_id
from generator.analyse.findings.coverage import SentenceUse, State
from generator.analyse.findings.findings import Findings
from generator.model.briefing import Library
from generator.model.diagnostics import Diagnostic, problem
from generator.model.settings import Settings
from generator.model.span import Span


def check_share(findings: Findings, settings: Settings) -> list[Diagnostic]:
    """Reports each article of which the site would show more than ``maximum_share``; drafts are not shown."""
    maximum = settings.maximum_share
    if maximum is None or findings.briefing.is_draft:
        return []
    return [
        problem(
            "share-too-high",
            Span(share.article.path),
            shown=f"{share.shown:,}",
            words=f"{share.words:,}",
            maximum=maximum,
        )
        for share in findings.shares.values()
        if share.article.descriptor.rights == "excerpts" and 100 * share.shown > maximum * share.words
    ]


_MOST_NAMED: Final = 3
"""Limit of the unused sentences that an error names."""

_OPENING_WORDS: Final = 8
"""Number of words by which it names each."""


def check_coverage(findings: Findings, settings: Settings) -> list[Diagnostic]:
    """Reports each article of a published briefing with less than its minimum cited or set aside.

    Not where a quote was not found or an entry could not be read: that is reported already, and correcting
    it may be enough.
    """
    minimum = settings.minimum_coverage_of.get(findings.briefing.slug, settings.minimum_coverage)
    if minimum is None or findings.briefing.summary.status != "published" or not _is_complete(findings):
        return []
    problems = []
    for coverage in findings.coverage.values():
        unused = [sentence for sentence in coverage.sentences if sentence.state is State.UNUSED]
        covered = len(coverage.sentences) - len(unused)
        if unused and 100 * covered < minimum * len(coverage.sentences):
            problems.append(
                problem(
                    "coverage-too-low",
                    coverage.article.span(unused[0].start, unused[0].end),
                    covered=covered,
                    sentences=len(coverage.sentences),
                    minimum=minimum,
                    first=_first_unused(unused),
                )
            )
    return problems


def check_minimums(library: Library) -> list[Diagnostic]:
    """Reports each briefing that a minimum was set for and that does not exist."""
    known = [briefing.slug for briefing in library.briefings]
    return [
        unknown_id(library.settings.at("minimum_coverage_of", slug, "[key]"), "briefing", slug, known)
        for slug in library.settings.minimum_coverage_of
        # A briefing that could not be read is reported elsewhere.
        if slug not in known and f"briefings/{slug}/briefing.yml" not in library.lines
    ]


def _is_complete(findings: Findings) -> bool:
    """Tests whether everything that the editors wrote was read, and every quote found."""
    summary = findings.briefing.summary
    quotes = all(len(findings.quotes[claim.id]) == len(claim.evidence) for claim in summary.claims)
    shown = sum(len(origin.evidence) for origin in summary.origins.values())
    found = quotes and len(findings.of_origins) == shown
    return found and len(findings.set_aside) == len(summary.set_aside) and not findings.briefing.lost


def _first_unused(unused: list[SentenceUse]) -> str:
    """Names the first unused sentences by line and opening words, and counts the others."""
    named = []
    for sentence in unused[:_MOST_NAMED]:
        opening = sentence.text.split()
        short = " ".join(opening[:_OPENING_WORDS]) + (" …" if len(opening) > _OPENING_WORDS else "")
        named.append(f"line {sentence.line}, “{short}”")
    more = len(unused) - _MOST_NAMED
    return "; ".join([*named, *([f"and {more} more"] if more > 0 else [])])
