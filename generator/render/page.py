"""The plan of a page: its path, its template, and the values for the template."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from generator.render.briefing.view import BriefingView


class LazyView(Mapping[str, Any]):
    """Values for a template that are worked out when the first of them is asked for."""

    def __init__(self, make: Callable[[], Mapping[str, Any]]) -> None:
        self._make = make

    @cached_property
    def _values(self) -> Mapping[str, Any]:
        return self._make()

    def __getitem__(self, name: str) -> Any:
        return self._values[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._values)

    def __len__(self) -> int:
        return len(self._values)


@dataclass(frozen=True)
class Page:
    """One page of the site.

    Attributes:
        path: its path below the pages folder, with forward slashes, ending in ``.md``.
        template: the template's name without ``.md.jinja``.
        title: the page's title, unescaped.
        description: one sentence for search engines and previews, unescaped.
        view: the template's values, by name.
        briefing: of a briefing's page, the view that its paper is made of, too; else None.
        indexed: whether search engines may list the page.
        head: further front matter for the theme: ``moved_to``, ``feed``, ``last_changed``.
        follows_from: texts that tell all that the values for the template follow from; None where that can't
            be told, so that the page is rendered each time.
    """

    path: str
    template: str
    title: str
    description: str
    view: Mapping[str, Any]
    indexed: bool = True
    head: Mapping[str, str] = field(default_factory=dict)
    briefing: BriefingView | None = None
    follows_from: tuple[str, ...] | None = None
