"""Runs all checks on a library and returns the findings and problems of its briefings."""

from collections.abc import Collection
from typing import Final

from generator.analyse.checks.bottom_line import check_bottom_line, check_grounding
from generator.analyse.checks.claim_wording import check_claim_grounding, check_openings
from generator.analyse.checks.differences import check_differences
from generator.analyse.checks.letters import check_letters
from generator.analyse.checks.limits import check_coverage, check_minimums, check_share
from generator.analyse.checks.names import check_names, check_registry
from generator.analyse.checks.plain_texts import check_plain_texts
from generator.analyse.checks.references.entries import check_references
from generator.analyse.checks.shared_wording import check_shared_wording
from generator.analyse.checks.slugs import check_slugs
from generator.analyse.checks.speaker import check_speakers
from generator.analyse.checks.stated_words import check_dates, check_stated
from generator.analyse.checks.translations import check_translations
from generator.analyse.checks.unused import check_unused
from generator.analyse.findings.findings import Findings
from generator.analyse.quotes.find import find_passages
from generator.model.briefing import Briefing, Library
from generator.model.diagnostics import Diagnostic
from generator.model.settings import Settings
from generator.progress import Progress, each, unseen

CHECKING: Final = "Checking briefings"
"""What is told of the progress."""


def examine(
    library: Library, only: Collection[str] | None = None, progress: Progress = unseen
) -> tuple[tuple[Findings, ...], list[Diagnostic]]:
    """Anchors every quote, makes the findings, and runs all checks.

    Args:
        only: the slugs of the briefings to check; None for all. Checks that concern several briefings are
            always run on all of them.
        progress: is told of each briefing.

    Returns:
        the findings of each briefing, in the library's order, and every problem of all of them.
    """
    problems = examine_together(library)
    worked_out = []
    wanted = [briefing for briefing in library.briefings if only is None or briefing.slug in only]
    for briefing in each(wanted, CHECKING, progress):
        findings, faults = examine_briefing(briefing, library.settings)
        worked_out.append(findings)
        problems += faults
    return tuple(worked_out), problems


def examine_together(library: Library) -> list[Diagnostic]:
    """Runs the checks that concern several briefings."""
    return [
        *check_registry(library),
        *check_slugs(library),
        *check_unused(library),
        *check_minimums(library),
    ]


def examine_briefing(briefing: Briefing, settings: Settings) -> tuple[Findings, list[Diagnostic]]:
    """Anchors the quotes of one briefing and runs the checks that concern it alone.

    The outcome depends on nothing but the briefing, with the registry in it, and the settings.
    """
    anchored, problems = find_passages(briefing)
    findings = Findings.of(anchored)
    for check in (
        check_references,
        check_names,
        check_stated,
        check_letters,
        check_plain_texts,
        check_grounding,
        check_bottom_line,
        check_openings,
        check_shared_wording,
        check_translations,
        check_dates,
    ):
        problems += check(briefing)
    for look in (check_claim_grounding, check_speakers, check_differences):
        problems += look(findings)
    return findings, [*problems, *check_coverage(findings, settings), *check_share(findings, settings)]
