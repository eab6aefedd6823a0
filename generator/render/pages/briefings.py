"""Plans the list of current briefings, and the archive of archived and withdrawn ones."""

from collections.abc import Sequence
from typing import Final

from generator.analyse.findings.findings import Findings
from generator.render.addresses import ARCHIVE, BRIEFINGS, FEED
from generator.render.edition import Edition
from generator.render.exports.atom import why_no_feeds
from generator.render.page import Page
from generator.render.pages.lists import Section, first_pages, list_page, paginate, parts, section_links
from generator.render.parts.briefing_lines import (
    archive_link,
    archived,
    briefing_line,
    current,
    newest_first,
    since_words,
    withdrawn,
)
from generator.render.words import phrase

ON_SHEET: Final = 50
"""The most briefings on a page of a list."""


def briefing_list_plans(shown: Sequence[Findings], edition: Edition) -> list[Page]:
    """Plan the list of current briefings, and the archive unless it is empty."""
    briefings = newest_first(current(shown), edition.past)
    feed = "" if why_no_feeds(shown, edition.settings, edition.past) else FEED
    pages = [
        list_page(
            sheet,
            "briefings",
            phrase("all-briefings"),
            phrase("briefings-description"),
            {
                "briefings": tuple(briefing_line(findings, sheet.path, edition) for findings in sheet.items),
                "count": len(briefings),
                "archive": archive_link(shown, sheet.path),
                "since_words": since_words(edition),
            },
            feed=feed,
        )
        for sheet in paginate(briefings, ON_SHEET, BRIEFINGS)
    ]
    return pages + _archive_plans(shown, edition)


def _archive_plans(shown: Sequence[Findings], edition: Edition) -> list[Page]:
    sections = {
        Section(phrase("archived"), "archived"): newest_first(archived(shown), edition.past),
        Section(phrase("withdrawn"), "withdrawn"): newest_first(withdrawn(shown), edition.past),
    }
    entries = [(section, findings) for section, briefings in sections.items() for findings in briefings]
    if not entries:
        return []
    counts = {section: len(briefings) for section, briefings in sections.items()}
    sheets = paginate(entries, ON_SHEET, ARCHIVE)
    first = first_pages(sheets)
    return [
        list_page(
            sheet,
            "archive",
            phrase("archive-title"),
            phrase("archive-description"),
            {
                "parts": parts(
                    (
                        (section, briefing_line(findings, sheet.path, edition))
                        for section, findings in sheet.items
                    ),
                    counts,
                ),
                "ways": section_links(first, counts, sheet.path),
                "since_words": since_words(edition),
            },
        )
        for sheet in sheets
    ]
