"""The pages that tell what changed in all briefings, day by day, newest first."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from generator.analyse.findings.findings import Findings
from generator.analyse.history.by_day import by_day
from generator.render.addresses import CHANGES
from generator.render.edition import Edition
from generator.render.pages.page import Page
from generator.render.pages.paging import paginate
from generator.render.parts.changes import ChangeWriter
from generator.render.parts.links import Link, briefing_link
from generator.render.parts.versions import VersionView, version_view
from generator.render.words import phrase
from generator.render.words.changes import NO_HISTORY

ON_SHEET: Final = 40
"""How many days of a briefing stand on a page of changes."""

OF_VERSION: Final = 8
"""How many changes of one day are told there; the briefing's page tells all of them."""


@dataclass(frozen=True)
class VersionOf:
    """A day of one of several briefings."""

    briefing: Link
    version: VersionView


def changes_plans(shown: Sequence[Findings], edition: Edition) -> list[Page]:
    """Plan the pages that tell what changed in all briefings, newest first."""
    told = [
        (version.time, findings.briefing.slug, findings, history, version)
        for findings in shown
        for history in [by_day(edition.past.of(findings.briefing.slug))]
        for version in history.versions
        if version.time and (version.substantive or version is history.first)
    ]
    # Reversed as a whole, so that of one second the later version comes first.
    told.sort(key=lambda one: (one[0], one[1]))
    told.reverse()
    return [
        Page(
            path=sheet.path,
            template="changes",
            title=phrase("changed")
            if sheet.number == 1
            else phrase("numbered-title", phrase("changed"), sheet.number),
            description=phrase("changes-description"),
            view={
                "versions": tuple(
                    VersionOf(
                        briefing_link(findings, sheet.path),
                        version_view(ChangeWriter(findings, sheet.path), history, version, OF_VERSION),
                    )
                    for _, _, findings, history, version in sheet.items
                ),
                "missing": NO_HISTORY.get(edition.past.missing, ""),
                "sheet": sheet,
            },
            indexed=sheet.number == 1,
        )
        for sheet in paginate(told, ON_SHEET, CHANGES)
    ]
