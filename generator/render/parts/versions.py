"""The views of a briefing's versions: its changes by day, newest first."""

from collections import Counter
from dataclasses import dataclass, replace
from typing import Final

from generator.analyse.findings.findings import Findings
from generator.analyse.history.by_day import by_day
from generator.model.changes import History, Version
from generator.model.dates import parse
from generator.render.parts.changes import ChangeView, ChangeWriter
from generator.render.words import listed, phrase
from generator.render.words.changes import CHANGED_COUNT

ON_BRIEFING: Final = 60
"""How many changes a briefing's page lists at most; its data file has all of them."""

SHORT: Final = 12
"""How many digits of git's tree id name a version; they are enough for git to find the folder."""


@dataclass(frozen=True)
class VersionView:
    """The last version of a day, with the changes of that day.

    Attributes:
        date: the day, in words.
        version: the first digits of git's tree id.
        first: whether the briefing was first published with it.
        changes: the substantive changes.
        more: how many changes are left out.
    """

    date: str
    version: str
    first: bool
    changes: tuple[ChangeView, ...]
    more: int


def version_views(findings: Findings, history: History, here: str) -> tuple[VersionView, ...]:
    """Make the views of the first version and the days with substantive changes, newest first.

    With more than `ON_BRIEFING` changes the oldest days are left out.
    """
    history = by_day(history)
    writer = ChangeWriter(findings, here)
    remaining = ON_BRIEFING
    views = []
    for version in reversed(history.versions):
        if (version.substantive or version is history.first) and remaining > 0:
            view = version_view(writer, history, version, remaining)
            views.append(view)
            remaining -= max(len(version.substantive), 1)
    return tuple(views)


def last_changed(history: History) -> str:
    """The day of the last substantive change, in words; empty where unknown."""
    version = by_day(history).last_changed
    return _day(version) if version else ""


def last_change(history: History) -> str:
    """Count what the last day with substantive changes changed, in a line; empty where unknown."""
    version = by_day(history).last_changed
    if version is None:
        return ""
    if not version.substantive:
        return phrase("first-version")
    counts = Counter(str(change.kind) for change in version.substantive)
    amounts = listed([phrase(f"changed-{kind}", counts[kind]) for kind in CHANGED_COUNT if counts[kind]])
    return f"{_day(version)}: {amounts}" if amounts else _day(version)


def version_view(writer: ChangeWriter, history: History, version: Version, most: int) -> VersionView:
    """Make the view of a version with its first ``most`` substantive changes."""
    changes = version.substantive
    return VersionView(
        date=_day(version),
        version=version.tree[:SHORT],
        first=version is history.first,
        changes=_merge_nameless(writer.sentences(changes[:most])),
        more=max(len(changes) - most, 0),
    )


def _merge_nameless(changes: tuple[ChangeView, ...]) -> tuple[ChangeView, ...]:
    """Merge equal changes whose entry has no words, and tell how often each happened."""
    times = Counter(change for change in changes if not change.name)
    return tuple(
        change
        if times[change] < 2
        else replace(change, lead=phrase("several-times", change.lead, times[change]))
        for number, change in enumerate(changes)
        if change.name or change not in changes[:number]
    )


def _day(version: Version) -> str:
    return parse(version.date).words() if version.time else phrase("not-committed")
