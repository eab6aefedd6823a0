"""Cuts an article's text into runs, wherever a mark begins or ends, so that marks never nest."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise


@dataclass(frozen=True)
class Run:
    """A piece of an article's text, all of it marked or none.

    Attributes:
        text: the words.
        space: whether white space stands before them.
        marked: whether they are marked, on a source's page as quoted, in differing accounts as differing.
        starts: the addresses of the quotes that begin here.
        ends: the numbers of the claims whose quotes end here.
        unseen: whether readers of the site don't see them.
    """

    text: str
    space: bool
    marked: bool
    starts: tuple[str, ...]
    ends: tuple[int, ...] = ()
    unseen: bool = False


Stretch = tuple[int, int]
"""Start and end (exclusive), in code points of the article's text."""


def runs(
    text: str,
    start: int,
    end: int,
    marks: Sequence[Stretch],
    begins: Mapping[int, tuple[str, ...]] | None = None,
    ends: Mapping[int, tuple[int, ...]] | None = None,
    seen: Sequence[Stretch] | None = None,
) -> tuple[Run, ...]:
    """Cut the text from ``start`` to ``end`` into runs.

    Args:
        text: the article's.
        start: the first code point.
        end: the code point behind the last.
        marks: what to mark; marks may overlap, and reach out of the stretch.
        begins: by code point, the addresses of the quotes that begin there.
        ends: by code point, the numbers of the claims whose quotes end before it.
        seen: what readers of the site see; None for all.
    """
    begins, ends = begins or {}, ends or {}
    parts = [*marks, *(seen or ())]
    cuts = sorted({start, end, *(offset for part in parts for offset in part if start < offset < end)})
    pieces = []
    for first, last in pairwise(cuts):
        words = text[first:last]
        space = words[:1].isspace() or (first > start and text[first - 1].isspace())
        marked = any(a <= first and last <= b for a, b in marks)
        unseen = seen is not None and not any(a <= first and last <= b for a, b in seen)
        if words.strip() or first in begins or last in ends:
            pieces.append(
                Run(words.strip(), space, marked, begins.get(first, ()), ends.get(last, ()), unseen)
            )
    return tuple(pieces)
