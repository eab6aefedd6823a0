"""Plans the page of what can be taken away: paper, the table of claims, the data files and the feeds."""

import posixpath
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from generator.analyse.findings.findings import Findings
from generator.model.changes import Past
from generator.model.settings import Settings
from generator.render.addresses import DATA, FEED, briefing_data, link, paper_of
from generator.render.escape import Safe
from generator.render.exports.atom import why_no_feeds
from generator.render.exports.csv_table import CLAIMS_COLUMNS, CLAIMS_TABLE
from generator.render.exports.files import DATA_INDEX
from generator.render.exports.schema import DATA_SCHEMA
from generator.render.page import Page
from generator.render.parts.links import marked_title
from generator.render.words import phrase, shortened
from generator.render.words.data import FILES, FORMATS, NO_FEEDS

LONGEST_TITLE: Final = 80
"""Code points of a title that the page shows."""

_ADDRESSES: Final[Mapping[str, str]] = {
    "table": CLAIMS_TABLE,
    "columns": CLAIMS_COLUMNS,
    "index": DATA_INDEX,
    "schema": DATA_SCHEMA,
}
"""Where each of `FILES` stands."""


@dataclass(frozen=True)
class FileView:
    """A file, or a format of a briefing; its address is empty where there is no briefing to show it of."""

    name: str
    holds: str
    href: Safe


@dataclass(frozen=True)
class ExampleView:
    """A briefing whose files the page links to, as an example of those of all."""

    slug: str
    title: str
    file: str
    data: Safe


def data_plan(shown: Sequence[Findings], settings: Settings, past: Past) -> Page:
    """Plan the page of what can be taken away."""
    example = _example(shown)
    why_not = why_no_feeds(shown, settings, past)
    return Page(
        path=DATA,
        template="data",
        title=phrase("as-data"),
        description=phrase("data-description"),
        view={
            "example": example,
            "papers": tuple(
                FileView(name, use, link(DATA, paper_of(example.slug) + ending) if example else Safe(""))
                for ending, (name, use) in FORMATS.items()
            ),
            "files": tuple(
                FileView(name, holds, link(DATA, _ADDRESSES[id])) for id, (name, holds) in FILES.items()
            ),
            "no_feeds": NO_FEEDS[why_not] if why_not else "",
            "feed": link(DATA, FEED),
        },
    )


def _example(shown: Sequence[Findings]) -> ExampleView | None:
    """The first briefing that has a bottom line, and so a first sheet."""
    for findings in shown:
        briefing = findings.briefing
        if briefing.summary.bottom_line and not briefing.summary.withdrawn:
            title, data = shortened(marked_title(briefing), LONGEST_TITLE), briefing_data(briefing.slug)
            return ExampleView(briefing.slug, title, posixpath.basename(data), link(DATA, data))
    return None
