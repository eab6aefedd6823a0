"""Planned pages to Markdown, and the assets beside them."""

import re
from collections.abc import Iterable
from typing import Final

from generator.render.environment import environment, templates_folder
from generator.render.escape import front_matter
from generator.render.page import Page

# What template statements leave; no value holds a line break of its own but the one blank line of paragraphs.
_BLANK_LINES: Final = re.compile(r"\n{3,}")


def render(pages: Iterable[Page]) -> dict[str, str | bytes]:
    """Each page's Markdown with its front matter, and each asset's bytes, by path below the pages folder."""
    templates = environment()
    rendered: dict[str, str | bytes] = {}
    for page in pages:
        fields: dict[str, str] = {"title": page.title, "description": page.description}
        if not page.indexed:
            fields["robots"] = "noindex"
        written = templates.get_template(f"{page.template}.md.jinja").render(page.view)
        body = _BLANK_LINES.sub("\n\n", written.strip())
        rendered[page.path] = f"{front_matter(fields)}\n{body}\n"
    return rendered | _assets()


def _assets() -> dict[str, str | bytes]:
    folder = templates_folder() / "assets"
    return {
        f"assets/{path.relative_to(folder).as_posix()}": path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not path.name.startswith(".")
    }
