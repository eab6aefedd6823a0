"""The plan of a page: its path, its template, and the values for the template."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from generator.render.briefing.view import BriefingView


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
    """

    path: str
    template: str
    title: str
    description: str
    view: Mapping[str, Any]
    indexed: bool = True
    head: Mapping[str, str] = field(default_factory=dict)
    briefing: BriefingView | None = None
