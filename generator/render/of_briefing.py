"""Renders the files of one briefing, and what the files of the whole site take from it."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Final

from jinja2 import Environment

from generator.analyse.findings.findings import Findings
from generator.files.cache import Results, key_of
from generator.files.content import Content, Kept, key_of_content
from generator.render.edition import Edition
from generator.render.escape import front_matter
from generator.render.exports.files import BriefingRecord, briefing_record
from generator.render.exports.search import records_json, records_of
from generator.render.exports.search_terms import word_counts
from generator.render.page import Page
from generator.render.paper.blocks import Paper
from generator.render.paper.layout import paper_of_view
from generator.render.plan import plan_briefing

# Template statements leave blank lines. Values have none but the single ones between paragraphs.
_BLANK_LINES: Final = re.compile(r"\n{3,}")


@dataclass(frozen=True)
class RenderedBriefing:
    """What is rendered of one briefing; it follows from nothing of other briefings.

    Attributes:
        pages: Markdown by path.
        data: its data files, and what tables and other files have of it.
        records: its results of the search, as `records_json` writes them.
        words: in how many of those results each word is.
    """

    pages: Mapping[str, Content]
    data: BriefingRecord
    records: Content
    words: Mapping[str, int]


def render_briefing(
    findings: Findings, edition: Edition, templates: Environment
) -> tuple[RenderedBriefing, Paper]:
    """Render one briefing; returns its sheets beside it, to be set as PDF and Word files.

    Args:
        edition: what the pages are made with; of the past only what it tells of this briefing is seen.
        templates: as `environment` makes them.
    """
    slug = findings.briefing.slug
    edition = edition.of(slug)
    pages = plan_briefing(findings, edition)
    view = pages[0].briefing
    assert view is not None
    version = edition.versions.get(slug)
    records = records_of(findings, view)
    rendered = RenderedBriefing(
        render_pages(pages, templates),
        briefing_record(findings, edition.settings, edition.past.of(slug), version),
        records_json(records),
        word_counts(record.content for record in records),
    )
    return rendered, paper_of_view(view, findings, edition)


def render_pages(
    pages: Iterable[Page], templates: Environment, kept: Results | None = None
) -> dict[str, Content]:
    """Render each page to Markdown with YAML front matter.

    Args:
        templates: as `environment` makes them.
        kept: pages that were rendered before with these templates, by what they follow from.
    """
    rendered: dict[str, Content] = {}
    for page in pages:
        key = _page_key(page) if kept is not None else None
        if kept is None or key is None:
            rendered[page.path] = _render_page(page, templates)
            continue
        if (data := kept.get(key)) is None:
            kept.put(key, data := _render_page(page, templates).encode())
        # Told by its bytes, for a page may follow from something else and be the same.
        rendered[page.path] = Kept(key_of_content(data), partial(_kept_page, page, templates, kept, key))
    return rendered


def _kept_page(page: Page, templates: Environment, kept: Results, key: str) -> bytes:
    """Return a page that was rendered before; rendered anew where it is gone or damaged."""
    found = kept.get(key)
    return _render_page(page, templates).encode() if found is None else found


def _render_page(page: Page, templates: Environment) -> str:
    fields: dict[str, str] = {"title": page.title, "description": page.description}
    if not page.indexed:
        fields["robots"] = "noindex"
    fields |= page.head
    markdown = templates.get_template(f"{page.template}.md.jinja").render(page.view)
    body = _BLANK_LINES.sub("\n\n", markdown.strip())
    return f"{front_matter(fields)}\n{body}\n"


def _page_key(page: Page) -> str | None:
    """Compute a key of all that a page is made of but code and templates; None where that can't be told."""
    if page.follows_from is None:
        return None
    own = (page.path, page.template, page.title, page.description, str(page.indexed), repr(page.head))
    return key_of(*own, *page.follows_from)
