"""The views of a briefing's versions: its changes by day, substance first."""

from collections import Counter
from dataclasses import dataclass, replace

from generator.analyse.findings.findings import Findings
from generator.analyse.history.by_day import by_day
from generator.model.changes import History, Version
from generator.render.parts.changes.view import ChangeView
from generator.render.parts.changes.writer import ChangeWriter
from generator.render.parts.last_change import SHORT, day_of
from generator.render.words import phrase


@dataclass(frozen=True)
class VersionView:
    """The last version of a day, with the changes of that day.

    Attributes:
        date: the day, in words.
        version: the first digits of git's tree id.
        first: whether the briefing was first published with it.
        changes: the substantive changes but rewordings.
        rewordings: those of nothing but our own words.
        more: how many changes are left out.
    """

    date: str
    version: str
    first: bool
    changes: tuple[ChangeView, ...]
    rewordings: tuple[ChangeView, ...]
    more: int


def told_days(history: History) -> tuple[Version, ...]:
    """The first version and the days with substantive changes, newest first."""
    history = by_day(history)
    return tuple(
        version for version in reversed(history.versions) if version.substantive or version is history.first
    )


def last_version_view(findings: Findings, history: History, here: str, most: int) -> VersionView | None:
    """Make the view of the last day with substantive changes, or else of the first version."""
    days = told_days(history)
    return version_view(ChangeWriter(findings, here), history, days[0], most) if days else None


def version_view(
    writer: ChangeWriter, history: History, version: Version, most: int | None = None
) -> VersionView:
    """Make the view of a version with its first ``most`` substantive changes or all, rewordings last."""
    changes = writer.sentences(version.substantive)
    ordered = sorted(_merge_nameless(changes), key=lambda change: change.is_rewording)
    shown = ordered[:most]
    return VersionView(
        date=day_of(version),
        version=version.tree[:SHORT],
        first=version is history.first,
        changes=tuple(change for change in shown if not change.is_rewording),
        rewordings=tuple(change for change in shown if change.is_rewording),
        more=len(ordered) - len(shown),
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
