"""The view of a briefing in lists, and the selection of current, archived and withdrawn briefings."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from generator.analyse.findings.findings import Findings
from generator.render.addresses import ARCHIVE, briefing_page, link
from generator.render.edition import Edition
from generator.render.escape import Safe
from generator.render.parts.dates import DateView, date_view
from generator.render.parts.last_change import last_changed
from generator.render.parts.links import Link
from generator.render.parts.name_order import by_name
from generator.render.words import phrase
from generator.render.words.scripts import SINCE


@dataclass(frozen=True)
class BriefingLine:
    """A briefing in a list.

    Attributes:
        last_changed: the day of its last substantive change, in words; empty where it is not known.
        changed_time: the time of that change in RFC 3339; empty where it is not known.
        first: the first sentence of its bottom line, or empty.
        open_questions: their number.
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


def by_title(all_findings: Iterable[Findings]) -> list[Findings]:
    """Sort briefings by their titles."""
    return sorted(
        all_findings, key=lambda findings: (by_name(findings.briefing.title), findings.briefing.slug)
    )


def current(shown: Iterable[Findings]) -> list[Findings]:
    """Select the briefings that are neither archived nor withdrawn, by title."""
    return by_title(
        findings
        for findings in shown
        if findings.briefing.summary.status != "archived" and not _is_withdrawn(findings)
    )


def archived(shown: Iterable[Findings]) -> list[Findings]:
    """Select the archived briefings that aren't withdrawn, by title."""
    return by_title(
        findings
        for findings in shown
        if findings.briefing.summary.status == "archived" and not _is_withdrawn(findings)
    )


def withdrawn(shown: Iterable[Findings]) -> list[Findings]:
    """Select the withdrawn briefings, by title."""
    return by_title(findings for findings in shown if _is_withdrawn(findings))


def briefing_line(findings: Findings, here: str, edition: Edition) -> BriefingLine:
    """Make a briefing's view for a list on the page ``here``."""
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
    """The words of the script that marks briefings changed since they were read, as a JSON object.

    Empty where no history is known.
    """
    known = any(history.versions for history in edition.past.histories.values())
    return json.dumps({"listed": SINCE["listed"]}, ensure_ascii=False) if known else ""


def archive_link(shown: Sequence[Findings], here: str) -> Link | None:
    """Link to the archive with the number of its briefings; None where it has none."""
    count = len(archived(shown)) + len(withdrawn(shown))
    return Link(f"{phrase('archive-title')} ({count})", link(here, ARCHIVE)) if count else None


def _is_withdrawn(findings: Findings) -> bool:
    return findings.briefing.summary.withdrawn is not None
