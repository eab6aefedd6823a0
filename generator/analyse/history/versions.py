"""The versions that each briefing has had since it was first published, and what each changed."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from math import inf
from typing import Final, Literal

from generator.analyse.history.compare import change_as_json, change_from_json, compare
from generator.analyse.history.snapshot import Snapshot, snapshot
from generator.model.briefing import Briefing, Library
from generator.model.changes import Change, History, Past, Version
from generator.read.git.command import GitFailed
from generator.read.git.log import Log, Recorded

_State = Literal["shown", "draft", "unreadable"]
_PUBLISHED: Final = ("published", "archived")
_REMEMBERED: Final = 3
"""Snapshots held at once for a briefing: the last version, what is looked at now, and one to go back to."""


def past_of(library: Library, log: Log) -> Past:
    """The history of every briefing in the library.

    A history begins with the first version that was published or archived. A draft or an unreadable version
    after that was on no site either and is passed over, but for the newest state of all; the next is compared
    with the last that counts. A folder that was removed and came back goes on. What the working tree has and
    no commit is a last version without time and commit.
    """
    if log.missing:
        return Past(missing=log.missing)
    try:
        return Past({one.slug: History(tuple(_versions(one, log))) for one in library.briefings})
    except GitFailed:
        return Past(missing="unreadable")


def _versions(briefing: Briefing, log: Log) -> Iterator[Version]:
    states = _states(briefing, log)
    reader = _Reader(briefing, log)
    last: Recorded | None = None
    for at, one in enumerate(states, 1):
        if last is not None and one.tree == last.tree:
            continue
        state = reader.state(one)
        if state == "shown" or (state == "draft" and last is not None and at == len(states)):
            changes = reader.changes(last, one) if last is not None else ()
            yield Version(one.tree, one.time, one.commit, changes)
            last = one


def _states(briefing: Briefing, log: Log) -> list[Recorded]:
    """All states of a briefing's folder, the working tree's last."""
    found = [one for one in _recorded(briefing, log) if one.tree]
    blobs = found[-1].blobs if found else {}
    tree = log.now(briefing.slug, blobs)
    if not found or found[-1].tree != tree:
        found.append(Recorded(briefing.slug, -1, "", "", tree, {}))
    return found


def _recorded(briefing: Briefing, log: Log) -> list[Recorded]:
    """The folder's recorded states, after those of its former names, each up to where the next begins."""
    found = list(log.recorded.get(briefing.slug, ()))
    begins: float = found[0].number if found else inf
    former = [log.recorded[slug] for slug in briefing.summary.former_slugs if slug in log.recorded]
    for states in sorted(former, key=lambda one: one[0].number, reverse=True):
        before = [one for one in states if one.number < begins]
        found[:0] = before
        begins = before[0].number if before else begins
    return found


@dataclass
class _Reader:
    """What a briefing's states are and what they changed, from what was kept where it can be."""

    briefing: Briefing
    log: Log
    _snapshots: dict[str, Snapshot | None] = field(default_factory=dict)

    def state(self, one: Recorded) -> _State:
        for state in ("shown", "draft", "unreadable"):
            if self.log.kept.get(one.tree) == state:
                return state
        state = _state(self._snapshot(one))
        if one.commit:
            self.log.kept[one.tree] = state
        return state

    def changes(self, before: Recorded, after: Recorded) -> tuple[Change, ...]:
        key = f"{before.tree} {after.tree}"
        kept = self.log.kept.get(key)
        if kept is not None and (changes := _changes(kept)) is not None:
            return changes
        changes = compare(self._snapshot(before), self._snapshot(after))
        if after.commit:  # what is not committed changes with every keystroke
            self.log.kept[key] = json.dumps([change_as_json(one) for one in changes])
        return changes

    def _snapshot(self, one: Recorded) -> Snapshot | None:
        if one.tree not in self._snapshots:
            while len(self._snapshots) >= _REMEMBERED:
                self._snapshots.pop(next(iter(self._snapshots)))
            read = self.log.load(one) if one.commit else self.briefing
            self._snapshots[one.tree] = snapshot(read) if read is not None else None
        return self._snapshots[one.tree]


def _state(snapshot: Snapshot | None) -> _State:
    entry = (snapshot or {}).get(("briefing", ""))
    if entry is None:
        return "unreadable"
    tombstone = "withdrawn" in entry and "status" not in entry
    return "shown" if tombstone or entry.get("status") in _PUBLISHED else "draft"


def _changes(kept: str) -> tuple[Change, ...] | None:
    """The changes that were kept; None for what this code did not keep."""
    try:
        plain = json.loads(kept)
        return tuple(change_from_json(one) for one in plain) if isinstance(plain, list) else None
    except (ValueError, TypeError, KeyError):
        return None
