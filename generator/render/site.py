"""Renders every file that the site builder gets: pages, assets, data files, feeds and search records."""

import re
from collections.abc import Iterable, Sequence
from typing import Final

from generator.analyse.findings.findings import Findings
from generator.render.assets import assets
from generator.render.edition import Edition, visible
from generator.render.environment import environment
from generator.render.escape import front_matter
from generator.render.exports.atom import feeds
from generator.render.exports.files import data_files
from generator.render.exports.robots import ROBOTS, robots
from generator.render.exports.search import (
    SEARCH_RECORDS,
    SEARCH_SPELLINGS,
    SEARCH_WORDS,
    records,
    records_json,
    search_spellings,
    search_words,
)
from generator.render.page import Page

# Template statements leave blank lines. Values have none but the single ones between paragraphs.
_BLANK_LINES: Final = re.compile(r"\n{3,}")


Files = dict[str, str | bytes]
"""Contents of files, by path below the pages folder with forward slashes."""


def render_site(pages: Iterable[Page], all_findings: Sequence[Findings], edition: Edition) -> Files:
    """Render every file that the site builder gets, but for PDF and Word files.

    Args:
        pages: as `plan` makes them for the same edition.
        all_findings: those of all briefings, drafts included.
        edition: what the pages are made with.

    Raises:
        NotPlain: an asset is no regular file.
    """
    pages = list(pages)
    shown = visible(all_findings, drafts=edition.drafts)
    views = [page.briefing for page in pages if page.briefing]
    settings, past = edition.settings, edition.past
    results = records(shown, views)
    search = {
        SEARCH_WORDS: search_words(shown, past),
        SEARCH_SPELLINGS: search_spellings(results),
        SEARCH_RECORDS: records_json(results),
    }
    return {
        **render(pages, preview=edition.preview),
        **search,
        **data_files(shown, settings, past, edition.versions),
        **feeds(shown, settings, past),
        ROBOTS: robots(shown, settings),
    }


def render(pages: Iterable[Page], *, preview: bool = False) -> Files:
    """Render each page to Markdown with YAML front matter, and add the bytes of each asset."""
    templates = environment()
    rendered: Files = {}
    for page in pages:
        fields: dict[str, str] = {"title": page.title, "description": page.description}
        if not page.indexed:
            fields["robots"] = "noindex"
        fields |= page.head
        markdown = templates.get_template(f"{page.template}.md.jinja").render(page.view)
        body = _BLANK_LINES.sub("\n\n", markdown.strip())
        rendered[page.path] = f"{front_matter(fields)}\n{body}\n"
    return rendered | assets(preview=preview)
