"""Proof of mends: a file reads as it did before, but for what the mends say, or they are not made."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Any

from generator.edit.fixes.draft import Mend, in_order, spliced
from generator.model.located import plain
from generator.read.source import Source
from generator.read.yaml_values import read_yaml


def proven(text: str, mends: Sequence[Mend]) -> list[Mend]:
    """Returns the mends that do what they say and nothing else: all of them, or those that do so alone."""
    if not mends or _holds(text, mends):
        return list(mends)
    kept: list[Mend] = []
    for mend in mends:
        if _holds(text, [mend]) and _holds(text, [*kept, mend]):
            kept.append(mend)
    return kept


def _holds(text: str, mends: Sequence[Mend]) -> bool:
    splices = in_order(mends)
    if any(one.end > other.start for one, other in pairwise(splices)):
        return False
    before, faults = read_yaml(Source("", text))
    after, new_faults = read_yaml(Source("", spliced(text, splices)))
    if len(new_faults) > len(faults) or (before is None) != (after is None):
        return False
    return bool(plain(after) == _changed(plain(before), mends))


def _changed(value: Any, mends: Sequence[Mend]) -> Any:
    # Keys last, the innermost first: what is below one is named by the keys as they were.
    changes = sorted(
        (change for mend in mends for change in mend.changes), key=lambda one: (one.is_key, -len(one.loc))
    )
    for change in changes:
        holder = value
        for step in change.loc[:-1]:
            holder = holder[step]
        last = change.loc[-1]
        if change.is_key:
            renamed = {(change.value if key == last else key): item for key, item in holder.items()}
            holder.clear()
            holder.update(renamed)
        else:
            holder[last] = change.value
    return value
