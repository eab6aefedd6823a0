"""A page of a long list: its title, and the headings that its entries stand under."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter
from typing import Any, Generic, NamedTuple, TypeVar

from generator.render.addresses import link
from generator.render.escape import Safe
from generator.render.pages.page import Page
from generator.render.pages.paging import Sheet
from generator.render.parts.links import Link
from generator.render.words import phrase

Item = TypeVar("Item")


class Section(NamedTuple):
    """A heading of a list, under which entries may stand on several pages."""

    title: str
    anchor: str


@dataclass(frozen=True)
class Part(Generic[Item]):
    """What one page has of a section.

    Attributes:
        count: how many entries the whole section has.
        items: those on this page.
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
    view: Mapping[str, Any],
    *,
    indexed: bool = True,
    feed: str = "",
) -> Page:
    """Plan one page of a list; search engines are offered the first alone, from which the others follow.

    Args:
        title: the list's; pages after the first add their number.
        view: what the template receives beside the sheet.
        feed: the path of the list's feed; empty where there is none.
    """
    address = link(sheet.path, feed) if feed else Safe("")
    return Page(
        path=sheet.path,
        template=template,
        title=title if sheet.number == 1 else phrase("numbered-title", title, sheet.number),
        description=description,
        view={**view, "sheet": sheet, "feed": address},
        indexed=indexed and sheet.number == 1,
        head={"feed": address} if feed else {},
    )


def parts(items: Iterable[tuple[Section, Item]], counts: Mapping[Section, int]) -> tuple[Part[Item], ...]:
    """What a page has of each section, in the order of the list; ``counts`` are of the whole list."""
    return tuple(
        Part(section.title, section.anchor, counts[section], tuple(item for _, item in run))
        for section, run in groupby(items, key=itemgetter(0))
    )


def ways(
    cut: Sequence[Sheet[tuple[Section, Item]]], counts: Mapping[Section, int], here: str
) -> tuple[Link, ...]:
    """Links to where each section begins; none for a list of one page, where all are in sight."""
    if len(cut) == 1:
        return ()
    begins: dict[Section, str] = {}
    for sheet in cut:
        for section, _ in sheet.items:
            begins.setdefault(section, sheet.path)
    return tuple(
        Link(f"{section.title} ({counts[section]})", link(here, path, section.anchor))
        for section, path in begins.items()
    )
