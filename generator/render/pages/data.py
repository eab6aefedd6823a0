"""Plans the page of what can be taken away: paper, the table of claims, the data files and the feeds."""

import posixpath
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from generator.analyse.findings.findings import Findings
from generator.model.changes import Past
from generator.model.settings import Settings
from generator.render.addresses import (
    CLAIMS_COLUMNS,
    CLAIMS_TABLE,
    DATA,
    DATA_INDEX,
    DATA_SCHEMA,
    FEED,
    briefing_data,
    link,
)
from generator.render.briefing.make import downloads
from generator.render.escape import Safe
from generator.render.exports.atom import why_no_feeds
from generator.render.page import Page
from generator.render.parts.links import Link
from generator.render.words import phrase, shortened
from generator.render.words.data import NO_FEEDS

LONGEST_TITLE: Final = 80
"""Code points of a title that the page shows."""


@dataclass(frozen=True)
class ExampleView:
    """A briefing whose files the page links to, as an example of those of all."""

    title: str
    papers: tuple[Link, ...]
    file: str
    data: Safe


def data_plan(shown: Sequence[Findings], settings: Settings, past: Past) -> Page:
    """Plan the page of what can be taken away."""
    why_not = why_no_feeds(shown, settings, past)
    return Page(
        path=DATA,
        template="data",
        title=phrase("as-data"),
        description=phrase("data-description"),
        view={
            "example": _example(shown),
            "no_feeds": NO_FEEDS[why_not] if why_not else "",
            "feed": link(DATA, FEED),
            "table": link(DATA, CLAIMS_TABLE),
            "columns": link(DATA, CLAIMS_COLUMNS),
            "index": link(DATA, DATA_INDEX),
            "schema": link(DATA, DATA_SCHEMA),
        },
    )


def _example(shown: Sequence[Findings]) -> ExampleView | None:
    """The first briefing that has a bottom line, and so a first sheet."""
    for findings in shown:
        briefing = findings.briefing
        if briefing.summary.bottom_line and not briefing.summary.withdrawn:
            title, data = shortened(briefing.title, LONGEST_TITLE), briefing_data(briefing.slug)
            papers = downloads(briefing.slug, DATA)
            return ExampleView(title, papers, posixpath.basename(data), link(DATA, data))
    return None
