"""The lists of briefings: the current ones, and the archive with what was withdrawn."""

import json
from collections.abc import Iterable, Sequence
from typing import Final

from generator.analyse.quotes.anchored import Findings
from generator.model.briefing import Briefing
from generator.model.entries import Question
from generator.render.addresses import ARCHIVE, BRIEFINGS, FEED, briefing_page, link
from generator.render.change_pages import last_changed
from generator.render.dates import date_view
from generator.render.edition import Edition
from generator.render.feeds import without_feeds
from generator.render.list_page import Section, by_name, list_page, parts, ways
from generator.render.page import Page
from generator.render.paging import sheets
from generator.render.views import BriefingLine, Link
from generator.render.words import phrase
from generator.render.words.scripts import SINCE

ON_SHEET: Final = 50
"""How many briefings stand on a page of a list."""


def by_title(found: Iterable[Findings]) -> list[Findings]:
    """Briefings in the order of their titles."""
    return sorted(
        found, key=lambda one: (by_name(one.briefing.summary.title or one.briefing.slug), one.briefing.slug)
    )


def current(shown: Iterable[Findings]) -> list[Findings]:
    """The briefings that are neither archived nor withdrawn, by title."""
    return by_title(one for one in shown if one.briefing.summary.status != "archived" and not _withdrawn(one))


def archived(shown: Iterable[Findings]) -> list[Findings]:
    """The archived briefings, by title."""
    return by_title(one for one in shown if one.briefing.summary.status == "archived" and not _withdrawn(one))


def withdrawn(shown: Iterable[Findings]) -> list[Findings]:
    """The withdrawn briefings, by title."""
    return by_title(one for one in shown if _withdrawn(one))


def briefing_line(findings: Findings, here: str, edition: Edition) -> BriefingLine:
    """A briefing as a list on the page ``here`` names it."""
    briefing, summary = findings.briefing, findings.briefing.summary
    history = edition.past.of(briefing.slug)
    changed = history.last_changed.time if history.last_changed else ""
    return BriefingLine(
        slug=briefing.slug,
        title=summary.title or briefing.slug,
        href=link(here, briefing_page(briefing.slug)),
        as_of=date_view(summary.as_of),
        last_changed=last_changed(history) if changed else "",
        changed_time=changed,
        first=summary.bottom_line[0].text if summary.bottom_line else "",
        open_questions=len(open_questions(briefing)),
        archived=summary.status == "archived",
        withdrawn=summary.withdrawn is not None,
        draft=summary.status == "draft",
    )


def open_questions(briefing: Briefing) -> list[Question]:
    """The questions of a briefing that are not wholly answered."""
    return [one for one in briefing.summary.questions if not one.withdrawn and one.status != "answered"]


def since_words(edition: Edition) -> str:
    """What the script says at briefings that changed since they were read; empty where that is not known."""
    known = any(history.versions for history in edition.past.histories.values())
    return json.dumps({"listed": SINCE["listed"]}, ensure_ascii=False) if known else ""


def archive_link(shown: Sequence[Findings], here: str) -> Link | None:
    """The way to the archive and how much is in it; None where nothing is."""
    count = len(archived(shown)) + len(withdrawn(shown))
    return Link(f"{phrase('archive-title')} ({count})", link(here, ARCHIVE)) if count else None


def briefing_list_plans(shown: Sequence[Findings], edition: Edition) -> list[Page]:
    """Plan the list of all current briefings, and the archive where there is something in it."""
    found = current(shown)
    feed = "" if without_feeds(shown, edition.settings, edition.past) else FEED
    pages = [
        list_page(
            sheet,
            "briefings",
            phrase("all-briefings"),
            phrase("briefings-description"),
            {
                "briefings": tuple(briefing_line(one, sheet.path, edition) for one in sheet.items),
                "count": len(found),
                "archive": archive_link(shown, sheet.path),
                "since_words": since_words(edition),
            },
            feed=feed,
        )
        for sheet in sheets(found, ON_SHEET, BRIEFINGS)
    ]
    return pages + _archive_plans(shown, edition)


def _archive_plans(shown: Sequence[Findings], edition: Edition) -> list[Page]:
    sections = {
        Section(phrase("archived"), "archived"): archived(shown),
        Section(phrase("withdrawn"), "withdrawn"): withdrawn(shown),
    }
    entries = [(section, one) for section, found in sections.items() for one in found]
    if not entries:
        return []
    counts = {section: len(found) for section, found in sections.items()}
    cut = sheets(entries, ON_SHEET, ARCHIVE)
    return [
        list_page(
            sheet,
            "archive",
            phrase("archive-title"),
            phrase("archive-description"),
            {
                "parts": parts(
                    ((section, briefing_line(one, sheet.path, edition)) for section, one in sheet.items),
                    counts,
                ),
                "ways": ways(cut, counts, sheet.path),
                "since_words": since_words(edition),
            },
        )
        for sheet in cut
    ]


def _withdrawn(findings: Findings) -> bool:
    return findings.briefing.summary.withdrawn is not None
