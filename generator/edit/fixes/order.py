"""Order of keys: the fields of each entry as the model declares them, each with its comments.

It mends no fault and makes long differences, so it is done only when asked for.
"""

from collections.abc import Iterator
from itertools import pairwise

from generator.edit.fixes.draft import Mend, Splice
from generator.edit.offsets import Offsets
from generator.model.located import LocatedMapping
from generator.read.wanted import Place


def of_keys(offsets: Offsets, place: Place) -> Iterator[Mend]:
    """Puts the keys of an entry in order; one with unknown keys stays."""
    entry, fields = place.value, place.wanted.fields
    if not isinstance(entry, LocatedMapping) or not fields or not entry or not {*entry} <= {*fields}:
        return
    keys = sorted(entry.keys_at, key=lambda key: offsets.start(entry.keys_at[key]))
    wanted = sorted(keys, key=fields.index)
    if keys == wanted:
        return
    slots = _in_flow(offsets, entry, keys) if offsets.is_flow(entry) else _in_block(offsets, entry, keys)
    if slots is None:
        return
    at = dict(zip(keys, slots, strict=True))
    first = offsets.start(entry.keys_at[keys[0]])
    lead = " " * (first - offsets.text.rfind("\n", 0, first) - 1)
    splices = []
    for key, slot in zip(wanted, slots, strict=True):
        chunk = offsets.text[at[key][0] : at[key][1]]
        if not offsets.is_flow(entry):
            is_first, was_first = slot is slots[0], at[key] == slots[0]
            chunk = chunk.lstrip(" ") if is_first else lead + chunk if was_first else chunk
        if chunk != offsets.text[slot[0] : slot[1]]:
            splices.append(Splice(*slot, chunk))
    yield Mend(tuple(splices), "keys in the order of the model")


def _in_flow(offsets: Offsets, entry: LocatedMapping, keys: list[str]) -> list[tuple[int, int]] | None:
    """Finds each key with its value; None in a mapping of several lines, where comments may stand."""
    if entry.span.line != entry.span.end_line:
        return None
    return [(offsets.start(entry.keys_at[key]), offsets.end(entry[key])) for key in keys]


def _in_block(offsets: Offsets, entry: LocatedMapping, keys: list[str]) -> list[tuple[int, int]] | None:
    """Finds the lines of each key, from the comments above it to its value's end; the first from its key."""
    slots = []
    text = offsets.text
    start = offsets.start(entry.keys_at[keys[0]])
    for key, following in pairwise([*keys, ""]):
        end = text.find("\n", max(offsets.end(entry[key]), offsets.bounds(entry.keys_at[key])[1]))
        end = len(text) if end < 0 else end
        slots.append((start, end))
        if not following:
            break
        begin = text.rfind("\n", 0, offsets.start(entry.keys_at[following])) + 1
        if begin < end or any(
            line.strip() and not line.lstrip().startswith("#") for line in text[end:begin].split("\n")
        ):
            return None
        start = end + 1
        while start < begin and not text[start : text.index("\n", start)].strip():
            start = text.index("\n", start) + 1
    return slots
