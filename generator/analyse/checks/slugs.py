"""Addresses that two briefings would share, and successors that don't exist."""

from generator.model.briefing import Library
from generator.model.diagnostics import Diagnostic, did_you_mean, problem


def check_slugs(library: Library) -> list[Diagnostic]:
    """An error for each former slug that is a briefing's present one, or another's former one."""
    told = _replaced(library)
    taken = {briefing.slug: briefing.path for briefing in library.briefings}
    for briefing in library.briefings:
        for index, slug in enumerate(briefing.summary.former_slugs):
            if slug in taken:
                span = briefing.summary.at("former_slugs", index)
                told.append(problem("slug-taken", span, slug=slug, path=taken[slug]))
            taken.setdefault(slug, briefing.path)
    return told


def _replaced(library: Library) -> list[Diagnostic]:
    """A withdrawn briefing's successor is a briefing, and one that readers can see."""
    slugs = [one.slug for one in library.briefings if one.summary.status != "draft"]
    told = []
    for briefing in library.briefings:
        withdrawn = briefing.summary.withdrawn
        if withdrawn is not None and withdrawn.replaced_by and withdrawn.replaced_by not in slugs:
            mean = did_you_mean(withdrawn.replaced_by, slugs)
            told.append(
                problem(
                    "unknown-id",
                    withdrawn.at("replaced_by"),
                    what="briefing",
                    id=withdrawn.replaced_by,
                    mean=mean,
                )
            )
    return told
