"""Cuts long lists into pages: the first at the list's own address, the others below it."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter
from posixpath import dirname
from typing import Any, Final, Generic, NamedTuple, TypeVar

from generator.render.addresses import link
from generator.render.escape import Safe
from generator.render.page import LazyView, Page
from generator.render.parts.links import Link
from generator.render.words import phrase

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


class Section(NamedTuple):
    """A section of a list, which may run over several pages."""

    title: str
    anchor: str


@dataclass(frozen=True)
class Part(Generic[Item]):
    """The part of a section that stands on one page.

    Attributes:
        title: the section's heading.
        anchor: the section's fragment.
        count: the number of entries of the whole section.
        items: the entries on this page.
    """

    title: str
    anchor: str
    count: int
    items: tuple[Item, ...]


def list_page(
    sheet: Sheet[Any],
    template: str,
    title: str,
    description: str,
    view: Mapping[str, Any] | Callable[[], Mapping[str, Any]],
    *,
    indexed: bool = True,
    feed: str = "",
    follows_from: tuple[str, ...] | None = None,
) -> Page:
    """Plan one page of a list; search engines may list only the first.

    Args:
        sheet: the part of the list that stands on the page.
        template: the template's name without ``.md.jinja``.
        title: the list's; pages after the first add their number.
        description: one sentence for search engines and previews.
        view: what the template receives beside the sheet, or what makes it when it is asked for.
        indexed: whether search engines may list the first page.
        feed: the path of the list's feed; empty where there is none.
        follows_from: texts that tell what the view follows from beside the sheet's place in the list.
    """
    address = link(sheet.path, feed) if feed else Safe("")
    with_sheet = {"sheet": sheet, "feed": address}
    return Page(
        path=sheet.path,
        template=template,
        title=title if sheet.number == 1 else phrase("numbered-title", title, sheet.number),
        description=description,
        view=LazyView(lambda: {**view(), **with_sheet}) if callable(view) else {**view, **with_sheet},
        indexed=indexed and sheet.number == 1,
        head={"feed": address} if feed else {},
        follows_from=follows_from and (*follows_from, f"{sheet.number}/{sheet.of}"),
    )


def parts(items: Iterable[tuple[Section, Item]], counts: Mapping[Section, int]) -> tuple[Part[Item], ...]:
    """Group the entries of a page by section, in the order of the list; ``counts`` are of the whole list."""
    return tuple(
        Part(section.title, section.anchor, counts[section], tuple(item for _, item in run))
        for section, run in groupby(items, key=itemgetter(0))
    )


def first_pages(sheets: Sequence[Sheet[tuple[Section, Item]]]) -> Mapping[Section, str]:
    """Map each section to the path of the page that it begins on; empty for a list of one page."""
    pages: dict[Section, str] = {}
    for sheet in sheets if len(sheets) > 1 else ():
        for section, _ in sheet.items:
            pages.setdefault(section, sheet.path)
    return pages


def section_links(first: Mapping[Section, str], counts: Mapping[Section, int], here: str) -> tuple[Link, ...]:
    """Link from the page ``here`` to the beginning of each section; ``first`` is made by `first_pages`."""
    return tuple(
        Link(f"{section.title} ({counts[section]})", link(here, path, section.anchor))
        for section, path in first.items()
    )
