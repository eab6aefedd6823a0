"""The versions of a briefing by day, newest first, with what each day changed."""

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
"""How many changes a briefing's page tells; the file with its data has all of them."""

AT_A_GLANCE: Final = 5
"""How many changes of one day a briefing's page shows unfolded; the first matter most."""

SHORT: Final = 12
"""Digits of a version's id that are shown; git finds the folder by them."""


@dataclass(frozen=True)
class VersionView:
    """The last version of a day and what the day changed.

    Attributes:
        date: the day, in words.
        version: the first digits of its id.
        first: whether the briefing was first published with it.
        changes: what readers are told of.
        more: how many changes are left out.
        folded: those after the first few, where there are many.
    """

    date: str
    version: str
    first: bool
    changes: tuple[ChangeView, ...]
    more: int
    folded: tuple[ChangeView, ...] = ()


def version_views(findings: Findings, history: History, here: str) -> tuple[VersionView, ...]:
    """The days that changed something for readers of a briefing, newest first, as many as fit."""
    history = by_day(history)
    writer = ChangeWriter(findings, here)
    left = ON_BRIEFING
    views = []
    for version in reversed(history.versions):
        if (version.substantive or version is history.first) and left > 0:
            view = version_view(writer, history, version, left)
            if len(view.changes) > AT_A_GLANCE + 2:
                view = replace(view, changes=view.changes[:AT_A_GLANCE], folded=view.changes[AT_A_GLANCE:])
            views.append(view)
            left -= max(len(version.substantive), 1)
    return tuple(views)


def last_changed(history: History) -> str:
    """The day of the last substantive change, in words; empty where it is not known."""
    version = by_day(history).last_changed
    return _day(version) if version else ""


def last_change(history: History) -> str:
    """How much the last day with substantive changes changed, in a line; empty where nothing is known."""
    version = by_day(history).last_changed
    if version is None:
        return ""
    if not version.substantive:
        return phrase("first-version")
    number = Counter(str(one.kind) for one in version.substantive)
    told = listed([phrase(f"changed-{kind}", number[kind]) for kind in CHANGED_COUNT if number[kind]])
    return f"{_day(version)}: {told}" if told else _day(version)


def version_view(writer: ChangeWriter, history: History, version: Version, most: int) -> VersionView:
    """A version and its first ``most`` substantive changes."""
    told = version.substantive
    return VersionView(
        date=_day(version),
        version=version.tree[:SHORT],
        first=version is history.first,
        changes=_each_once(writer.sentences(told[:most])),
        more=max(len(told) - most, 0),
    )


def _each_once(changes: tuple[ChangeView, ...]) -> tuple[ChangeView, ...]:
    """What has no words of its own is told once, and how often it happened."""
    times = Counter(one for one in changes if not one.name)
    return tuple(
        one if times[one] < 2 else replace(one, lead=phrase("several-times", one.lead, times[one]))
        for at, one in enumerate(changes)
        if one.name or one not in changes[:at]
    )


def _day(version: Version) -> str:
    return parse(version.date).words() if version.time else phrase("not-committed")
