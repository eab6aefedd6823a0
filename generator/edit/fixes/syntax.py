"""Mends of what makes a file unreadable to YAML, or makes it read something that cannot be meant.

A mend is made only where the file is better for it: YAML reads it, or reads further, or fewer values are
wrong. What could be meant in two ways stays: tabs that fit two depths, a value in which a comment may begin.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

import yaml

from generator.edit.fixes.draft import Mend, Splice, in_order, spliced
from generator.edit.fixes.marks import put_in_marks
from generator.model.diagnostics import Diagnostic
from generator.model.entries import Descriptor
from generator.model.entry import Entry
from generator.model.located import LocatedMapping, plain
from generator.read.rows import Row, Slip, read_rows
from generator.read.source import Source
from generator.read.validate import build, build_partly
from generator.read.wanted import places
from generator.read.yaml_values import read_yaml

_TABS: Final = (2, 4, 8, 6, 1, 3, 5, 7)
"""The columns that a tab is tried as."""

_TAB_LEADS: Final = re.compile(" *\t")


@dataclass(frozen=True, order=True)
class _Judged:
    """How wrong a file is; the less, the better.

    Attributes:
        unread: how much of it YAML doesn't read: 0 where it reads all, else less the later it stops.
        faults: how many faults it tells.
    """

    unread: float
    faults: int


def next_mends(model: type[Entry], text: str) -> list[Mend]:
    """Finds the next mends of a text that YAML cannot read, or reads as what cannot be meant."""
    before = judged(model, text)
    if before == _Judged(0, 0):
        return []
    for mends in (*_of_slips(model, text), *_of_texts(model, text)):
        if judged(model, _with(text, mends)) < before:
            return mends
    return []


def judged(model: type[Entry], text: str) -> _Judged:
    """Judges a text by the faults that reading it tells."""
    is_read, faults = _faults(model, text)
    if is_read:
        return _Judged(0, len(faults))
    return _Judged(1 / (1 + min(fault.span.line for fault in faults)), len(faults))


def _faults(model: type[Entry], text: str) -> tuple[bool, list[Diagnostic]]:
    """Returns whether YAML reads a text, and the faults that are told of it."""
    value, faults = read_yaml(Source("", text))
    if [fault.code for fault in faults] == ["empty-file"]:
        return True, [] if model is Descriptor else faults  # front matter may say nothing
    if value is None:
        return False, faults
    wrong = build(model, value, "")[1] if model is Descriptor else build_partly(model, value, "")[1]
    return True, [*faults, *wrong]


def _with(text: str, mends: Sequence[Mend]) -> str:
    return spliced(text, in_order(mends))


def _of_slips(model: type[Entry], text: str) -> Iterator[list[Mend]]:
    """Yields the slips of all lines, or of those before the line at which YAML stops all the same."""
    slips = _slips(model, text)
    if not slips:
        return
    mends = [_mend(slip) for slip in slips]
    is_read, faults = _faults(model, _with(text, mends))
    if not is_read:
        stops = min(fault.span.line for fault in faults)
        mends = [mend for mend in mends if text.count("\n", 0, mend.start) + 1 < stops]
    if mends:
        yield mends


def _slips(model: type[Entry], text: str) -> list[Slip]:
    """Returns the slips of a text; those of tabs only where any width that serves best gives one reading."""
    if "\t" not in text:
        return read_rows(model, text)[1]
    tried = [read_rows(model, text, tab)[1] for tab in _TABS]
    results = [spliced(text, [Splice(slip.start, slip.end, slip.new) for slip in slips]) for slips in tried]
    scores = [judged(model, result) for result in results]
    best = [index for index, score in enumerate(scores) if score == min(scores)]
    one_reading = len({_events(results[index]) for index in best}) == 1
    if one_reading and not _misplaced(model, results[best[0]], text):
        return tried[best[0]]
    return [slip for slip in tried[0] if slip.what != "a tab" or slip.place != "indentation"]


def _misplaced(model: type[Entry], text: str, before: str) -> bool:
    """Tests whether a key that a tab indented before belongs to no entry at its new depth."""
    tabs = {number for number, line in enumerate(before.split("\n"), 1) if _TAB_LEADS.match(line)}
    return any(fault.code == "unknown-key" and fault.span.line in tabs for fault in _faults(model, text)[1])


def _events(text: str) -> tuple[tuple[str, str], ...]:
    """Returns what YAML reads until it stops."""
    events = []
    try:
        for event in yaml.parse(text, Loader=yaml.CSafeLoader):
            events.append((type(event).__name__, str(getattr(event, "value", ""))))
    except yaml.YAMLError:
        pass
    return tuple(events)


def _mend(slip: Slip) -> Mend:
    if slip.place == "indentation":
        told = f"spaces for {slip.what} as indentation"
    elif slip.place == "hyphen":
        told = f"a hyphen for {slip.what}"
    else:
        told = f"a space for {slip.what} {slip.place}" if slip.what else f"a space {slip.place}"
    return Mend((Splice(slip.start, slip.end, slip.new),), told)


def _of_texts(model: type[Entry], text: str) -> Iterator[list[Mend]]:
    """Yields the texts in quotation marks that YAML takes for something else, one at a time."""
    value, faults = read_yaml(Source("", text))
    rows = read_rows(model, text)[0]
    if value is None:
        lines = {fault.span.line for fault in faults}
        for row in rows:
            if row.line in lines and row.takes_text and (mend := _as_text(text, row)):
                yield [mend]
    else:
        by_line = {row.line: row for row in rows}
        for line in _lines_of_mappings(model, value):
            if line in by_line and (mend := _as_text(text, by_line[line])):
                yield [mend]


def _as_text(text: str, row: Row) -> Mend | None:
    """Puts the value of a row in quotation marks; None where it may be meant otherwise."""
    written = text[row.start : row.end]
    if row.goes_on or not written or " #" in written or "\t#" in written or written[0] == "#":
        return None
    first, last = written[0], written[-1]
    if first in "*&" and _is_used(text, written):
        return None  # an alias and its anchor
    if written.startswith("!!"):
        return None  # a type
    if first in "|>" and written[1:2] in ("", " ", "\t"):
        return None  # the mark of a block, with its text on the wrong line
    if first in "\"'" and (first == last or first not in written[1:]):
        return None  # marks inside of marks, or one that is never closed
    if first in "[{" and (last in "]}" or not {"]", "}"} & {*written}):
        return None
    if plain(read_yaml(Source("", f"x: {written}\n"))[0]) == {"x": written}:
        return None  # the fault is elsewhere
    return Mend(put_in_marks(row.start, row.end, written), "quotation marks around a text that YAML misreads")


def _is_used(text: str, written: str) -> bool:
    """Tests whether an alias or anchor that begins a text has its anchor, or an alias, elsewhere."""
    name = re.escape(written[1:].split(" ")[0])
    return bool(name) and bool(
        re.search(rf"[ \[,]{'&' if written[0] == '*' else '[*]'}{name}(?:[\s,\]}}]|$)", text)
    )


def _lines_of_mappings(model: type[Entry], value: Any) -> Iterator[int]:
    """Yields the lines of texts with a colon that were read as a mapping of one key."""
    for place in places(model, value):
        found = place.value
        if not isinstance(found, LocatedMapping) or "text" not in place.wanted.kinds or len(found) != 1:
            continue
        (key,) = found
        if " " in key and found.span.line == found.keys_at[key].line:
            yield found.span.line
