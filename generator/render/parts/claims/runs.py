"""An article's text cut into runs wherever a mark begins or ends, so that marks are split, never nested."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise


@dataclass(frozen=True)
class Run:
    """A stretch of an article's text.

    Attributes:
        text: the words.
        space: whether white space stands before them.
        marked: whether they are marked: quoted, on a source's page; differing, among accounts.
        starts: the addresses of the quotes that begin here.
    """

    text: str
    space: bool
    marked: bool
    starts: tuple[str, ...]


Stretch = tuple[int, int]
"""Start and end (exclusive), in code points of the article's text."""


def runs(
    text: str,
    start: int,
    end: int,
    marks: Sequence[Stretch],
    begins: Mapping[int, tuple[str, ...]] | None = None,
) -> tuple[Run, ...]:
    """The text from ``start`` to ``end``, cut where a mark begins or ends.

    Args:
        text: the article's.
        marks: what is to be marked; marks may overlap, and reach out of the stretch.
        begins: the addresses of the quotes that begin at an offset.
    """
    begins = begins or {}
    cuts = sorted({start, end, *(at for mark in marks for at in mark if start < at < end)})
    made = []
    for first, last in pairwise(cuts):
        words = text[first:last]
        space = words[:1].isspace() or (first > start and text[first - 1].isspace())
        marked = any(a <= first and last <= b for a, b in marks)
        if words.strip() or first in begins:
            made.append(Run(words.strip(), space, marked, begins.get(first, ())))
    return tuple(made)
