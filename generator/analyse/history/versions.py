"""Versions of each briefing since it was first published, with their changes."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from math import inf
from typing import Final, Literal

from generator.analyse.history.compare import change_as_json, change_from_json, compare
from generator.analyse.history.snapshot import Snapshot, snapshot
from generator.model.briefing import Briefing, Library
from generator.model.changes import Change, History, Past, Version, What
from generator.read.git.command import GitFailed
from generator.read.git.log import Log, Recorded

_State = Literal["shown", "draft", "old", "unreadable"]
_STATES: Final[tuple[_State, ...]] = ("shown", "draft", "old", "unreadable")
_PUBLISHED: Final = ("published", "archived")
_REMEMBERED: Final = 3
"""Limit of the snapshots held at once: the last version, the current one, and one to return to."""


_EDITED: Final = Change("briefing", "", What.CHANGED, hidden=True)
"""What is told of a version whose changes are not known, as it or the one before has an old form."""


def past_of(library: Library, log: Log) -> Past:
    """Makes the history of every briefing in the library.

    A history begins with the first version that was published or archived, or with the one that stood at
    ``history_from``; what was before is not told. Of a version in a form that this generator no longer reads,
    and of the one after it, only that the briefing was edited is told. Later drafts and unreadable
    versions were on no site and are skipped, except a draft that is the newest state; the next version is
    compared with the last that counts, and so is the one after a commit whose date can't be read. A folder
    that was removed and restored continues. Changes of the
    working tree that are not committed make a last version without time and commit.
    """
    if log.missing:
        return Past(missing=log.missing)
    try:
        settings = library.settings
        begin = log.begin(settings.history_from, settings) if settings.history_from else ""
        histories = {
            briefing.slug: History(
                tuple(
                    replace(version, day="" if settings.time_zone == "UTC" else settings.day_of(version.time))
                    for version in _versions(briefing, log, begin)
                )
            )
            for briefing in library.briefings
        }
    except GitFailed:
        return Past(missing="unreadable")
    undated = {
        state.commit
        for briefing in library.briefings
        for state in _committed_states(briefing, log)
        if not state.time
    }
    return Past(histories, undated=tuple(sorted(undated)))


def _versions(briefing: Briefing, log: Log, begin: str) -> Iterator[Version]:
    states = _since(_all_states(briefing, log), begin)
    reader = _Reader(briefing, log)
    last: Recorded | None = None
    for at, recorded in enumerate(states, 1):
        if last is not None and recorded.tree == last.tree:
            continue
        state = reader.state(recorded)
        if state in ("shown", "old") or (state == "draft" and last is not None and at == len(states)):
            changes = reader.changes(last, recorded) if last is not None else ()
            yield Version(recorded.tree, recorded.time, recorded.commit, changes)
            last = recorded


def _since(states: list[Recorded], begin: str) -> list[Recorded]:
    """Returns the states from a time on, and the one that stood then, as if it had been made then."""
    before = [state for state in states if state.commit and state.time < begin]
    standing = [replace(state, time=begin) for state in before[-1:]]
    return [*standing, *(state for state in states if state not in before)]


def _all_states(briefing: Briefing, log: Log) -> list[Recorded]:
    """Returns all states of a briefing's folder whose date is known, and the working tree's last."""
    committed = [state for state in _committed_states(briefing, log) if state.tree]
    blobs = committed[-1].blobs if committed else {}
    states = [state for state in committed if state.time]
    tree = log.now(briefing.slug, blobs)
    if not states or states[-1].tree != tree:
        states.append(Recorded(briefing.slug, -1, "", "", tree, {}))
    return states


def _committed_states(briefing: Briefing, log: Log) -> list[Recorded]:
    """Returns the folder's states after those of its former names, each up to where the next begins."""
    recorded = list(log.recorded.get(briefing.slug, ()))
    begins: float = recorded[0].number if recorded else inf
    former = [log.recorded[slug] for slug in briefing.summary.former_slugs if slug in log.recorded]
    for states in sorted(former, key=lambda series: series[0].number, reverse=True):
        before = [state for state in states if state.number < begins]
        recorded[:0] = before
        begins = before[0].number if before else begins
    return recorded


@dataclass
class _Reader:
    """Reads states and their changes, from the cache where possible."""

    briefing: Briefing
    log: Log
    _snapshots: dict[str, Snapshot | None] = field(default_factory=dict)
    _old: set[str] = field(default_factory=set)

    def state(self, recorded: Recorded) -> _State:
        for known in _STATES:
            if self.log.kept.get(recorded.tree) == known:
                return known
        state = _state_of(self._snapshot(recorded))
        if state == "shown" and recorded.tree in self._old:
            state = "old"
        if recorded.commit:
            self.log.kept[recorded.tree] = state
        return state

    def changes(self, before: Recorded, after: Recorded) -> tuple[Change, ...]:
        key = f"{before.tree} {after.tree}"
        kept = self.log.kept.get(key)
        if kept is not None and (changes := _cached_changes(kept)) is not None:
            return changes
        changes = self._compared(before, after)
        if after.commit:  # what is not committed changes with every keystroke
            self.log.kept[key] = json.dumps([change_as_json(change) for change in changes])
        return changes

    def _compared(self, before: Recorded, after: Recorded) -> tuple[Change, ...]:
        if "old" in (self.state(before), self.state(after)):
            return (_EDITED,)
        return compare(self._snapshot(before), self._snapshot(after))

    def _snapshot(self, recorded: Recorded) -> Snapshot | None:
        if recorded.tree not in self._snapshots:
            while len(self._snapshots) >= _REMEMBERED:
                self._snapshots.pop(next(iter(self._snapshots)))
            briefing = self.log.load(recorded) if recorded.commit else self.briefing
            if briefing is not None and briefing.old_form:
                self._old.add(recorded.tree)
            self._snapshots[recorded.tree] = snapshot(briefing) if briefing is not None else None
        return self._snapshots[recorded.tree]


def _state_of(snapshot: Snapshot | None) -> _State:
    entry = (snapshot or {}).get(("briefing", ""))
    if entry is None:
        return "unreadable"
    tombstone = "withdrawn" in entry and "status" not in entry
    return "shown" if tombstone or entry.get("status") in _PUBLISHED else "draft"


def _cached_changes(kept: str) -> tuple[Change, ...] | None:
    """Reads the changes from the cache; None for what this code did not write."""
    try:
        plain = json.loads(kept)
        return tuple(change_from_json(change) for change in plain) if isinstance(plain, list) else None
    except (ValueError, TypeError, KeyError):
        return None
