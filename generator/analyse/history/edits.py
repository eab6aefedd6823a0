"""The words that came and went between two versions of a text."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import groupby
from typing import Final, Literal

from generator.analyse.text.boundaries import SPACELESS

How = Literal["kept", "struck", "added"]

_TOKEN: Final = re.compile(rf"(?:[{SPACELESS}]|[^\s{SPACELESS}]+)\s*")
"""A word with the space behind it; of scripts that set none between words, a letter."""

_ISLAND: Final = 1
"""The most words that count as changed when they stand between two changes, for they can't be read alone."""

_KEPT: Final = 1 / 3
"""The share of the words that must stand in both for the two to be told in one."""

_AROUND: Final = 12
"""The number of words that are told before and behind a change, where many more stand there."""


@dataclass(frozen=True)
class Edit:
    """A stretch of a text and what became of it.

    Attributes:
        text: the words, without the space around them.
        how: whether they were kept, struck or added.
        space: whether white space stands before them.
    """

    text: str
    how: How
    space: bool = True


def edits(before: str, after: str) -> tuple[Edit, ...]:
    """Tells two versions of a text in one: what was kept, and before what was added what was struck.

    Words are compared as they are written, with the marks at them. Where less than a third of the words
    stand in both, the whole text was struck and the other added. Of long stretches that were kept, the words
    around the changes are told, and "…" for the rest.
    """
    old, new = _TOKEN.findall(before.strip()), _TOKEN.findall(after.strip())
    steps = list(_steps(old, new))
    kept = sum(len(tokens) for how, tokens in steps if how == "kept")
    if 0 < kept < max(len(old), len(new)) * _KEPT:
        steps = [("struck", old), ("added", new)]
    return tuple(_spaced(_shortened(list(_joined(steps)))))


_Step = tuple[How, Sequence[str]]


def _steps(old: Sequence[str], new: Sequence[str]) -> Iterator[_Step]:
    bare = [[token.strip() for token in tokens] for tokens in (old, new)]
    codes = SequenceMatcher(None, bare[0], bare[1], autojunk=False).get_opcodes()
    for at, (tag, a, b, c, d) in enumerate(codes):
        island = 0 < at < len(codes) - 1 and b - a <= _ISLAND
        if tag == "equal" and not island:
            yield "kept", new[c:d]
        else:
            yield "struck", old[a:b]
            yield "added", new[c:d]


def _joined(steps: Sequence[_Step]) -> Iterator[_Step]:
    """Joins what was struck, and what was added, between two stretches that were kept."""
    for kept, run in groupby(steps, key=lambda step: step[0] == "kept"):
        group = list(run)
        parts: tuple[How, ...] = ("kept",) if kept else ("struck", "added")
        for how in parts:
            if tokens := [token for name, part in group if name == how for token in part]:
                yield how, tokens


def _shortened(steps: Sequence[_Step]) -> Iterator[_Step]:
    for at, (how, tokens) in enumerate(steps):
        first, last = at == 0, at == len(steps) - 1
        most = _AROUND if first or last else 2 * _AROUND
        if how != "kept" or len(tokens) <= 2 * most or len(steps) == 1:
            yield how, tokens
        elif first:
            yield how, ["… ", *tokens[-_AROUND:]]
        elif last:
            yield how, [*tokens[:_AROUND], "…"]
        else:
            yield how, [*tokens[:_AROUND], "… ", *tokens[-_AROUND:]]


def _spaced(steps: Iterator[_Step]) -> Iterator[Edit]:
    """Sets white space before a stretch where it stands behind the one before it, in either text."""
    old = new = False
    before: list[How] = []
    for how, tokens in steps:
        text = "".join(tokens)
        # Of two whole texts the struck one comes first, and no white space stands behind it.
        space = old if how == "struck" else old or new or before == ["struck"]
        yield Edit(text.strip(), how, space)
        spaced = text != text.rstrip()
        old = spaced if how != "added" else old
        new = spaced if how != "struck" else new
        before.append(how)
