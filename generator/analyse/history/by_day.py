"""Grouping of a history by day, for readers who ask what changed on a day and not how often it was saved."""

from dataclasses import replace
from typing import Final

from generator.analyse.history.compare import ENTRIES, compare
from generator.analyse.history.snapshot import Key, Snapshot
from generator.model.changes import Change, History, Plain, Version, What

_ORDER: Final = tuple(ENTRIES)


def by_day(history: History) -> History:
    """Merges the versions of each day into the last that changed anything; the first version stays alone.

    An entry that changed twice has one change, from its state before the day to its state after; an entry
    that was changed back has none. Days are those of the site's time zone. Changes whose words were taken
    out, and changes that don't continue another, stay as they are.
    """
    days: list[Version] = []
    for version in history.versions:
        if len(days) > 1 and version.date == days[-1].date:
            last = version if version.substantive else days[-1]
            days[-1] = replace(last, changes=_merged(days[-1].changes, version.changes))
        else:
            days.append(version)
    return History(tuple(days))


def _merged(earlier: tuple[Change, ...], later: tuple[Change, ...]) -> tuple[Change, ...]:
    merged = list(earlier)
    for change in later:
        at = next((at for at, previous in enumerate(merged) if _continues(previous, change)), None)
        if at is None:
            merged.append(change)
        else:
            key = (change.kind, change.id)
            merged[at : at + 1] = compare(_single(key, merged[at].before), _single(key, change.after))
    return tuple(sorted(merged, key=_order))


def _order(change: Change) -> tuple[bool, int, int]:
    """Returns the sort key of `compare`: removed entries come last, sentences by their numbers."""
    number = int(change.id) if change.kind == "sentence" else 0
    return change.what is What.REMOVED, _ORDER.index(change.kind), number


def _continues(earlier: Change, later: Change) -> bool:
    """Tests whether the later change begins with what the earlier one ended with.

    A sentence of the bottom line has no id, and may have got another number meanwhile.
    """
    if earlier.hidden or later.hidden or earlier.kind != later.kind or earlier.after != later.before:
        return False
    return earlier.after is not None if earlier.kind == "sentence" else earlier.id == later.id


def _single(key: Key, entry: Plain | None) -> Snapshot:
    return {} if entry is None else {key: entry}
