"""Planned pages to Markdown, and the assets beside them."""

from collections.abc import Iterable

from generator.render.environment import environment, templates_folder
from generator.render.escape import front_matter
from generator.render.page import Page


def render(pages: Iterable[Page]) -> dict[str, str | bytes]:
    """Each page's Markdown with its front matter, and each asset's bytes, by path below the pages folder."""
    templates = environment()
    rendered: dict[str, str | bytes] = {}
    for page in pages:
        fields: dict[str, str] = {"title": page.title, "description": page.description}
        if not page.indexed:
            fields["robots"] = "noindex"
        body = templates.get_template(f"{page.template}.md.jinja").render(page.view)
        rendered[page.path] = f"{front_matter(fields)}\n{body.strip()}\n"
    return rendered | _assets()


def _assets() -> dict[str, str | bytes]:
    folder = templates_folder() / "assets"
    return {
        f"assets/{path.relative_to(folder).as_posix()}": path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not path.name.startswith(".")
    }
