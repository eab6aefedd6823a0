"""The view of a briefing in lists, and the selection of current, archived and withdrawn briefings."""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from generator.analyse.findings.findings import Findings
from generator.model.briefing import Briefing
from generator.model.changes import Past
from generator.model.dates import Bound
from generator.render.addresses import ARCHIVE, briefing_page, link
from generator.render.edition import Edition
from generator.render.escape import Safe
from generator.render.parts.dates import date_view, parsed
from generator.render.parts.last_change import last_changed
from generator.render.parts.lettered import TextPiece, in_pieces
from generator.render.parts.links import Link
from generator.render.parts.name_order import by_name
from generator.render.words import phrase
from generator.render.words.scripts import SINCE

_NOT_COMMITTED: Final = "now"
"""Sorts behind every day."""


@dataclass(frozen=True)
class BriefingLine:
    """A briefing in a list.

    Attributes:
        lede: the first line of its bottom line, cut at the letters of sources.
        facts: what it describes, when it was edited, on how many questions accounts differ, and how many more
            are not answered.
        changed_time: the time of its last substantive change in RFC 3339; empty where it is not known.
    """

    slug: str
    title: str
    href: Safe
    lede: tuple[TextPiece, ...]
    facts: tuple[str, ...]
    changed_time: str
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
        lede=in_pieces(summary.bottom_line[0].text, briefing.letters.values()) if summary.bottom_line else (),
        facts=tuple(_facts(briefing, last_changed(history) if changed else "")),
        changed_time=changed,
        archived=summary.status == "archived",
        withdrawn=summary.withdrawn is not None,
        draft=briefing.is_draft,
    )


def _facts(briefing: Briefing, edited: str) -> Iterator[str]:
    if as_of := date_view(briefing.summary.as_of):
        yield phrase("as-of", as_of.words)
    if edited:
        yield phrase("last-changed", edited)
    waiting = briefing.open_questions
    differing = sum(bool(question.differ) for question in waiting)
    if differing:
        yield phrase("accounts-differ-on", differing)
    if others := len(waiting) - differing:
        yield phrase("more-not-answered", others) if differing else phrase("not-answered-count", others)


def newest_first(briefings: Iterable[Findings], past: Past) -> list[Findings]:
    """Sort briefings by the day of their last substantive change, then by what they describe, newest first.

    Without history by what they describe alone; those that tell no date, or none with a year, come last, by
    title.
    """
    return sorted(
        by_title(briefings),
        key=lambda findings: (_last_day(findings, past), _described(findings)),
        reverse=True,
    )


def _last_day(findings: Findings, past: Past) -> str:
    last = past.of(findings.briefing.slug).last_changed
    return "" if last is None else last.date or _NOT_COMMITTED


def _described(findings: Findings) -> tuple[Bound, ...]:
    as_of = findings.briefing.summary.as_of
    date = parsed(as_of.edtf) if as_of and as_of.edtf else None
    return () if date is None or date.sort_key()[0] else (date.earliest, date.latest)


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
