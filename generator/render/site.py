"""Renders every file that the site builder gets: pages, assets, data files, feeds and search records."""

from collections.abc import Iterable, Sequence

from jinja2 import Environment

from generator.analyse.findings.findings import Findings
from generator.files.cache import Results
from generator.files.content import Content
from generator.render.assets import assets
from generator.render.edition import Edition, visible
from generator.render.environment import environment
from generator.render.exports.atom import feeds
from generator.render.exports.files import data_files
from generator.render.exports.robots import ROBOTS, robots
from generator.render.exports.search import (
    SEARCH_FACETS,
    SEARCH_SPELLINGS,
    SEARCH_WORDS,
    number_of_parts,
    record_files,
    records_json,
    search_facets,
    search_words,
    site_records,
)
from generator.render.exports.search_terms import spellings, word_counts
from generator.render.of_briefing import RenderedBriefing, render_briefing, render_pages
from generator.render.page import Page
from generator.render.plan import plan_site

Files = dict[str, Content]
"""Contents of files, by path below the pages folder with forward slashes."""


def render_site(
    all_findings: Sequence[Findings],
    edition: Edition,
    rendered: Iterable[RenderedBriefing] | None = None,
    kept: Results | None = None,
    templates: Environment | None = None,
) -> Files:
    """Render every file that the site builder gets, but for PDF and Word files.

    Args:
        all_findings: those of all briefings, drafts included.
        edition: what the pages are made with.
        rendered: what was rendered of the briefings that are shown, in their order; None where nothing was.
        kept: other pages that were rendered before, as `render_pages` takes them.
        templates: as `environment` makes them; None for new ones.

    Raises:
        NotPlain: an asset is no regular file.
    """
    shown = visible(all_findings, drafts=edition.drafts)
    templates = templates or environment()
    if rendered is None:
        rendered = (render_briefing(findings, edition, templates)[0] for findings in shown)
    briefings = list(rendered)
    settings, past = edition.settings, edition.past
    of_site = site_records(shown)
    slugs = (findings.briefing.slug for findings in shown)
    records: dict[str, Content] = {
        slug: briefing.records for slug, briefing in zip(slugs, briefings, strict=True)
    }
    records |= {record.url: records_json([record]) for record in of_site}
    words = [word_counts(record.content for record in of_site), *(briefing.words for briefing in briefings)]
    files: Files = {**render_pages(plan_site(all_findings, edition), templates, kept)}
    for briefing in briefings:
        files |= briefing.pages
    return {
        **files,
        **assets(preview=edition.preview),
        SEARCH_WORDS: search_words(shown, past),
        SEARCH_FACETS: search_facets(shown),
        SEARCH_SPELLINGS: spellings(words),
        **record_files(records, number_of_parts(len(shown))),
        **data_files(shown, settings, past, edition.versions, (briefing.data for briefing in briefings)),
        **feeds(shown, settings, past),
        ROBOTS: robots(shown, settings),
    }


def render(pages: Iterable[Page], *, preview: bool = False) -> Files:
    """Render each page to Markdown with YAML front matter, and add the bytes of each asset."""
    return {**render_pages(pages, environment()), **assets(preview=preview)}
