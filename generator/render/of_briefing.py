"""Renders the files of one briefing, and what the files of the whole site take from it."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from jinja2 import Environment

from generator.analyse.findings.findings import Findings
from generator.files.cache import Results, key_of
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
        records: its results of the search, as JSON objects.
        words: in how many of those results each word is.
    """

    pages: dict[str, str]
    data: BriefingRecord
    records: tuple[str, ...]
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
) -> dict[str, str]:
    """Render each page to Markdown with YAML front matter.

    Args:
        templates: as `environment` makes them.
        kept: pages that were rendered before with these templates, by what they follow from.
    """
    rendered = {}
    for page in pages:
        key = _page_key(page) if kept is not None else None
        if kept is not None and key is not None and (data := kept.get(key)) is not None:
            rendered[page.path] = data.decode("utf-8")
            continue
        fields: dict[str, str] = {"title": page.title, "description": page.description}
        if not page.indexed:
            fields["robots"] = "noindex"
        fields |= page.head
        markdown = templates.get_template(f"{page.template}.md.jinja").render(page.view)
        body = _BLANK_LINES.sub("\n\n", markdown.strip())
        rendered[page.path] = f"{front_matter(fields)}\n{body}\n"
        if kept is not None and key is not None:
            kept.put(key, rendered[page.path].encode("utf-8"))
    return rendered


def _page_key(page: Page) -> str | None:
    """Compute a key of all that a page is made of but code and templates; None where that can't be told."""
    if page.follows_from is None:
        return None
    own = (page.path, page.template, page.title, page.description, str(page.indexed), repr(page.head))
    return key_of(*own, *page.follows_from)
