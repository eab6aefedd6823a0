"""Plans a page of a long list, with sections that may run over several pages."""

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
    view: Mapping[str, Any],
    *,
    indexed: bool = True,
    feed: str = "",
) -> Page:
    """Plan one page of a list; search engines may list only the first.

    Args:
        sheet: the part of the list that stands on the page.
        template: the template's name without ``.md.jinja``.
        title: the list's; pages after the first add their number.
        description: one sentence for search engines and previews.
        view: what the template receives beside the sheet.
        indexed: whether search engines may list the first page.
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
    """Group the entries of a page by section, in the order of the list; ``counts`` are of the whole list."""
    return tuple(
        Part(section.title, section.anchor, counts[section], tuple(item for _, item in run))
        for section, run in groupby(items, key=itemgetter(0))
    )


def section_links(
    sheets: Sequence[Sheet[tuple[Section, Item]]], counts: Mapping[Section, int], here: str
) -> tuple[Link, ...]:
    """Link to the beginning of each section from the page ``here``; none for a list of one page."""
    if len(sheets) == 1:
        return ()
    first_pages: dict[Section, str] = {}
    for sheet in sheets:
        for section, _ in sheet.items:
            first_pages.setdefault(section, sheet.path)
    return tuple(
        Link(f"{section.title} ({counts[section]})", link(here, path, section.anchor))
        for section, path in first_pages.items()
    )
