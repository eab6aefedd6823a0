"""Plans the pages of all briefings' changes, by day, newest first."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from generator.analyse.findings.findings import Findings
from generator.analyse.history.by_day import by_day
from generator.render.addresses import CHANGES
from generator.render.edition import Edition
from generator.render.page import Page
from generator.render.pages.lists import paginate
from generator.render.parts.changes import ChangeWriter
from generator.render.parts.links import Link, briefing_link
from generator.render.parts.versions import VersionView, version_view
from generator.render.words import phrase
from generator.render.words.changes import NO_HISTORY

ON_SHEET: Final = 40
"""The most entries on a page of changes; an entry is a day of a briefing."""

OF_VERSION: Final = 8
"""The most changes of an entry; the briefing's page has all of them."""


@dataclass(frozen=True)
class VersionOf:
    """A day of a briefing, with the link to the briefing."""

    briefing: Link
    version: VersionView


def changes_plans(shown: Sequence[Findings], edition: Edition) -> list[Page]:
    """Plan the pages of all briefings' changes: first versions and substantive changes, newest first."""
    days = [
        (version.time, findings.briefing.slug, findings, history, version)
        for findings in shown
        for history in [by_day(edition.past.of(findings.briefing.slug))]
        for version in history.versions
        if version.time and (version.substantive or version is history.first)
    ]
    # Sorted and then reversed as a whole, so that of two versions in one second the later comes first.
    days.sort(key=lambda day: (day[0], day[1]))
    days.reverse()
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
        for sheet in paginate(days, ON_SHEET, CHANGES)
    ]
