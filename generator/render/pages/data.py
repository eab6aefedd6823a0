"""Plans the page about the site's data: the table of claims, the data files and the feeds."""

from collections.abc import Sequence
from dataclasses import dataclass

from pydantic import BaseModel

from generator.analyse.findings.findings import Findings
from generator.model.changes import Past
from generator.model.settings import Settings
from generator.render.addresses import (
    CLAIMS_TABLE,
    DATA,
    DATA_INDEX,
    DATA_SCHEMA,
    FEED,
    HOME,
    briefing_data,
    feed_of_topic,
    link,
)
from generator.render.exports.atom import why_no_feeds
from generator.render.exports.model import BriefingData
from generator.render.exports.model_parts import QuoteData
from generator.render.page import Page
from generator.render.parts.links import Link
from generator.render.parts.topics import topic_name, written_names
from generator.render.words import phrase
from generator.render.words.data import COLUMNS, NO_FEEDS


@dataclass(frozen=True)
class FieldView:
    """A column of the table or a field of a data file, with its description."""

    name: str
    holds: str


def data_plan(shown: Sequence[Findings], settings: Settings, past: Past) -> Page:
    """Plan the page about the site's data."""
    why_not = why_no_feeds(shown, settings, past)
    names = written_names(shown)
    topics = sorted({topic for findings in shown for topic in findings.briefing.summary.topics})
    example = next((findings.briefing for findings in shown if not findings.briefing.summary.withdrawn), None)
    return Page(
        path=DATA,
        template="data",
        title=phrase("as-data"),
        description=phrase("data-description"),
        view={
            "table": link(DATA, CLAIMS_TABLE),
            "columns": tuple(FieldView(name, holds) for name, holds in COLUMNS.items()),
            "no_feeds": NO_FEEDS[why_not] if why_not else "",
            "feed": link(DATA, FEED),
            "topics": ()
            if why_not
            else tuple(Link(topic_name(topic, names), link(DATA, feed_of_topic(topic))) for topic in topics),
            "index": link(DATA, DATA_INDEX),
            "schema": link(DATA, DATA_SCHEMA),
            "example": Link(example.title, link(DATA, briefing_data(example.slug))) if example else None,
            "briefing_fields": _field_views(BriefingData),
            "quote_fields": _field_views(QuoteData),
            "home": link(DATA, HOME),
        },
    )


def _field_views(model: type[BaseModel]) -> tuple[FieldView, ...]:
    """List a model's fields with the descriptions of its schema, with typographic apostrophes."""
    return tuple(
        FieldView(name, (field.description or "").replace("'", "’"))
        for name, field in model.model_fields.items()
    )
