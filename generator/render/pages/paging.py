"""Cuts long lists into pages: the first at the list's own address, the others below it."""

from collections.abc import Sequence
from dataclasses import dataclass
from posixpath import dirname
from typing import Final, Generic, NamedTuple, TypeVar

from generator.render.addresses import link
from generator.render.escape import Safe

Item = TypeVar("Item")

# Up to MOST_NUMBERS pages all are linked by number, of more the first, the last, and AROUND on either side.
MOST_NUMBERS: Final = 12
AROUND: Final = 2


class Numbered(NamedTuple):
    """A page's number in the row of page numbers.

    Attributes:
        href: the link to the page; empty on the page itself.
        gap: whether numbers before it are left out.
    """

    number: int
    href: Safe
    gap: bool


@dataclass(frozen=True)
class Sheet(Generic[Item]):
    """One page of a list.

    Attributes:
        items: the entries on it.
        path: the page's path.
        number: the page's number, from 1.
        of: the number of pages.
        before: the link to the page before; empty on the first.
        after: the link to the next page; empty on the last.
        numbers: the row of page numbers, with this page's.
    """

    items: tuple[Item, ...]
    path: str
    number: int
    of: int
    before: Safe
    after: Safe
    numbers: tuple[Numbered, ...]


def paginate(items: Sequence[Item], most: int, index: str) -> list[Sheet[Item]]:
    """Cut a list into pages; an empty list gives one empty page.

    Args:
        items: the entries.
        most: the most entries of a page.
        index: the path of the first page, which ends in ``index.md``. The others are ``page/2/index.md`` and
            so on beside it, which can't collide with the page of an id.
    """
    total = max(1, -(-len(items) // most))
    paths = [index, *(f"{dirname(index)}/page/{number}/index.md" for number in range(2, total + 1))]
    return [
        Sheet(
            items=tuple(items[position * most : (position + 1) * most]),
            path=path,
            number=position + 1,
            of=total,
            before=link(path, paths[position - 1]) if position else Safe(""),
            after=link(path, paths[position + 1]) if position + 1 < total else Safe(""),
            numbers=_numbers(paths, position + 1),
        )
        for position, path in enumerate(paths)
    ]


def _numbers(paths: Sequence[str], here: int) -> tuple[Numbered, ...]:
    total = len(paths)
    near = (
        range(1, total + 1)
        if total <= MOST_NUMBERS
        else range(max(1, here - AROUND), min(total, here + AROUND) + 1)
    )
    linked = sorted({1, *near, total})
    return tuple(
        Numbered(
            number=number,
            href=Safe("") if number == here else link(paths[here - 1], paths[number - 1]),
            gap=number - before > 1,
        )
        for before, number in zip([0, *linked], linked, strict=False)
    )
