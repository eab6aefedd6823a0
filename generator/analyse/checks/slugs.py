"""Check of addresses that two briefings would share, and of successors that don't exist."""

from generator.analyse.checks.references.circles import check_replacements
from generator.analyse.checks.references.unknown_id import unknown_id
from generator.model.briefing import Library
from generator.model.diagnostics import Diagnostic, problem


def check_slugs(library: Library) -> list[Diagnostic]:
    """Reports each former slug that is a briefing's present one, or another's former one."""
    problems = _unknown_successors(library)
    problems += check_replacements(
        {briefing.slug: briefing.summary.withdrawn for briefing in library.briefings}
    )
    taken = {briefing.slug: briefing.path for briefing in library.briefings}
    for briefing in library.briefings:
        for index, slug in enumerate(briefing.summary.former_slugs):
            if slug in taken:
                span = briefing.summary.at("former_slugs", index)
                problems.append(problem("slug-taken", span, slug=slug, path=taken[slug]))
            taken.setdefault(slug, briefing.path)
    return problems


def _unknown_successors(library: Library) -> list[Diagnostic]:
    """Reports withdrawn briefings whose successor does not exist or is a draft."""
    slugs = [briefing.slug for briefing in library.briefings if not briefing.is_draft]
    problems = []
    for briefing in library.briefings:
        withdrawn = briefing.summary.withdrawn
        if withdrawn is not None and withdrawn.replaced_by and withdrawn.replaced_by not in slugs:
            span = withdrawn.at("replaced_by")
            problems.append(unknown_id(span, "briefing", withdrawn.replaced_by, slugs))
    return problems
