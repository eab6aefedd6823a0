"""Briefings as lists name them, and which of them are current, archived or withdrawn."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from generator.analyse.findings.findings import Findings
from generator.render.addresses import ARCHIVE, briefing_page, link
from generator.render.edition import Edition
from generator.render.escape import Safe
from generator.render.parts.dates import DateView, date_view
from generator.render.parts.links import Link
from generator.render.parts.name_order import by_name
from generator.render.parts.versions import last_changed
from generator.render.words import phrase
from generator.render.words.scripts import SINCE


@dataclass(frozen=True)
class BriefingLine:
    """A briefing in a list.

    Attributes:
        last_changed: the day of its last substantive change, in words; empty where it is not known.
        changed_time: the same in RFC 3339, likewise.
        first: the first sentence of its bottom line, or empty.
        open_questions: how many there are.
    """

    slug: str
    title: str
    href: Safe
    as_of: DateView | None
    last_changed: str
    changed_time: str
    first: str
    open_questions: int
    archived: bool
    withdrawn: bool
    draft: bool


def by_title(found: Iterable[Findings]) -> list[Findings]:
    """Briefings in the order of their titles."""
    return sorted(found, key=lambda one: (by_name(one.briefing.title), one.briefing.slug))


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
        title=briefing.title,
        href=link(here, briefing_page(briefing.slug)),
        as_of=date_view(summary.as_of),
        last_changed=last_changed(history) if changed else "",
        changed_time=changed,
        first=summary.bottom_line[0].text if summary.bottom_line else "",
        open_questions=len(briefing.open_questions),
        archived=summary.status == "archived",
        withdrawn=summary.withdrawn is not None,
        draft=summary.status == "draft",
    )


def since_words(edition: Edition) -> str:
    """What the script says at briefings that changed since they were read; empty where that is not known."""
    known = any(history.versions for history in edition.past.histories.values())
    return json.dumps({"listed": SINCE["listed"]}, ensure_ascii=False) if known else ""


def archive_link(shown: Sequence[Findings], here: str) -> Link | None:
    """The way to the archive and how much is in it; None where nothing is."""
    count = len(archived(shown)) + len(withdrawn(shown))
    return Link(f"{phrase('archive-title')} ({count})", link(here, ARCHIVE)) if count else None


def _withdrawn(findings: Findings) -> bool:
    return findings.briefing.summary.withdrawn is not None
