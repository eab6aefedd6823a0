"""A page as planned: its path, its template, and what the template receives."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Page:
    """One page of the site.

    Attributes:
        path: below the pages folder, with forward slashes, ending in ``.md``.
        template: the template's name without ``.md.jinja``.
        title: the page's title, unescaped.
        description: one sentence for search engines and previews, unescaped.
        view: what the template receives, by name.
        indexed: whether search engines may list the page.
        head: what the page's head tells beside that, for the theme: ``moved_to``, ``feed``, ``last_changed``.
    """

    path: str
    template: str
    title: str
    description: str
    view: Mapping[str, Any]
    indexed: bool = True
    head: Mapping[str, str] = field(default_factory=dict)
