"""The versions of one day as one, for readers who ask what the day changed and not how often it was saved."""

from dataclasses import replace
from typing import Final

from generator.analyse.history.compare import ENTRIES, compare
from generator.analyse.history.snapshot import Key, Snapshot
from generator.model.changes import Change, History, Plain, Version, What

_ORDER: Final = tuple(ENTRIES)


def by_day(history: History) -> History:
    """The same history with one version a day, the last that changed anything; the first one stands alone.

    What changed twice is one change, from what it was before the day to what it was after; what was changed
    back is none. Days are those of UTC. Changes whose words were taken out, and what doesn't follow on
    anything, stay as they are.
    """
    days: list[Version] = []
    for version in history.versions:
        if len(days) > 1 and version.date == days[-1].date:
            last = version if version.substantive else days[-1]
            days[-1] = replace(last, changes=_joined(days[-1].changes, version.changes))
        else:
            days.append(version)
    return History(tuple(days))


def _joined(earlier: tuple[Change, ...], later: tuple[Change, ...]) -> tuple[Change, ...]:
    joined = list(earlier)
    for change in later:
        at = next((at for at, one in enumerate(joined) if _goes_on(one, change)), None)
        if at is None:
            joined.append(change)
        else:
            key = (change.kind, change.id)
            joined[at : at + 1] = compare(_alone(key, joined[at].before), _alone(key, change.after))
    return tuple(sorted(joined, key=_place))


def _place(change: Change) -> tuple[bool, int, int]:
    """The order of `compare`: what was removed comes last, sentences by their numbers."""
    number = int(change.id) if change.kind == "sentence" else 0
    return change.what is What.REMOVED, _ORDER.index(change.kind), number


def _goes_on(earlier: Change, later: Change) -> bool:
    """Whether the later change begins with what the earlier one ended with.

    A sentence of the bottom line has no id, and may have got another number meanwhile.
    """
    if earlier.hidden or later.hidden or earlier.kind != later.kind or earlier.after != later.before:
        return False
    return earlier.after is not None if earlier.kind == "sentence" else earlier.id == later.id


def _alone(key: Key, entry: Plain | None) -> Snapshot:
    return {} if entry is None else {key: entry}
