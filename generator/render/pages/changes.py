"""Plans the pages of what changed: of all briefings, and of each one; by day, newest first."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from generator.analyse.findings.findings import Findings
from generator.render.addresses import CHANGES, briefing_page, changes_of_briefing, link
from generator.render.edition import Edition
from generator.render.escape import Safe
from generator.render.page import Page
from generator.render.pages.lists import list_page, paginate
from generator.render.parts.changes.versions import VersionView, told_days, version_view
from generator.render.parts.changes.writer import ChangeWriter
from generator.render.parts.links import Link, briefing_link, marked_title
from generator.render.words import phrase
from generator.render.words.changes import NO_HISTORY

ON_SHEET: Final = 40
"""The most entries on a page of changes; an entry is a day of a briefing."""

OF_VERSION: Final = 8
"""The most changes of an entry on the page of all briefings; the briefing's own page has all of them."""


@dataclass(frozen=True)
class VersionOf:
    """A day of a briefing.

    Attributes:
        briefing: the link to the briefing; None on the briefing's own page.
        version: the day's changes.
        all_changes: the link to the page of all changes of the briefing.
    """

    briefing: Link | None
    version: VersionView
    all_changes: Safe


@dataclass(frozen=True)
class DayView:
    """A day on which briefings changed.

    Attributes:
        date: the day, in words.
        published: the briefings that were first published on it; empty on a briefing's own page.
        versions: those that changed.
    """

    date: str
    published: tuple[Link, ...]
    versions: tuple[VersionOf, ...]


def _days(versions: Iterable[VersionOf]) -> tuple[DayView, ...]:
    """Group versions by day, in their order; of a first version nothing is told but that it was published."""
    days = []
    for date, run in groupby(versions, key=lambda one: one.version.date):
        of_day = tuple(run)
        published = tuple(one.briefing for one in of_day if one.version.first and one.briefing)
        days.append(
            DayView(date, published, tuple(one for one in of_day if not (one.version.first and one.briefing)))
        )
    return tuple(days)


def changes_plans(shown: Sequence[Findings], edition: Edition) -> list[Page]:
    """Plan the pages of all briefings' changes: first versions and substantive changes, newest first."""
    days = [
        (version.time, findings.briefing.slug, findings, history, version)
        for findings in shown
        for history in [edition.past.of(findings.briefing.slug)]
        for version in reversed(told_days(history))
        if version.time
    ]
    # Sorted and then reversed as a whole, so that of two versions in one second the later comes first.
    days.sort(key=lambda day: (day[0], day[1]))
    days.reverse()
    return [
        list_page(
            sheet,
            "changes",
            phrase("changed"),
            phrase("changes-description"),
            {
                "of": None,
                "days": _days(
                    VersionOf(
                        briefing_link(findings, sheet.path),
                        version_view(ChangeWriter(findings, sheet.path), history, version, OF_VERSION),
                        link(sheet.path, changes_of_briefing(slug)),
                    )
                    for _, slug, findings, history, version in sheet.items
                ),
                "missing": NO_HISTORY.get(edition.past.missing, ""),
            },
        )
        for sheet in paginate(days, ON_SHEET, CHANGES)
    ]


def briefing_changes_plans(findings: Findings, edition: Edition) -> list[Page]:
    """Plan the pages of all changes of a briefing; none where nothing changed since it was published."""
    slug, title = findings.briefing.slug, marked_title(findings.briefing)
    history = edition.past.of(slug)
    days = told_days(history)
    if len(days) < 2:
        return []
    return [
        list_page(
            sheet,
            "changes",
            phrase("changes-of", title),
            phrase("changes-of-description", title),
            {
                "of": Link(title, link(sheet.path, briefing_page(slug))),
                "days": _days(
                    VersionOf(
                        None,
                        version_view(ChangeWriter(findings, sheet.path), history, version),
                        Safe(""),
                    )
                    for version in sheet.items
                ),
                "missing": "",
            },
        )
        for sheet in paginate(days, ON_SHEET, changes_of_briefing(slug))
    ]
