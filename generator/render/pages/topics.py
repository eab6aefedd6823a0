"""The list of topics, and the page of each: its briefings, and what they leave open."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from generator.analyse.findings.findings import Findings
from generator.render.addresses import QUESTIONS, TOPICS, briefing_page, feed_of_topic, link, topic_page
from generator.render.edition import Edition
from generator.render.exports.atom import why_no_feeds
from generator.render.pages.briefings import ON_SHEET
from generator.render.pages.list_page import list_page
from generator.render.pages.page import Page
from generator.render.pages.paging import paginate
from generator.render.parts.briefing_lines import briefing_line, current, since_words
from generator.render.parts.links import Link
from generator.render.parts.topics import Topic, topic_lines, topics_of
from generator.render.words import phrase

TOPICS_ON_SHEET: Final = 200
MOST_QUESTIONS: Final = 20
"""How many open questions a topic's page names."""


@dataclass(frozen=True)
class OpenView:
    """An open question and the title of its briefing; empty where the topic has one briefing alone."""

    question: Link
    briefing: str


def topic_plans(shown: Sequence[Findings], edition: Edition) -> list[Page]:
    """Plan the list of topics and the pages of each."""
    topics = topics_of(shown)
    index = [
        list_page(
            sheet,
            "topics",
            phrase("topics-title"),
            phrase("topics-description"),
            {"topics": topic_lines(sheet.items, sheet.path)},
        )
        for sheet in paginate(topics, TOPICS_ON_SHEET, TOPICS)
    ]
    fed = not why_no_feeds(shown, edition.settings, edition.past)
    return index + [page for topic in topics for page in _topic(topic, edition, fed=fed)]


def _topic(topic: Topic, edition: Edition, *, fed: bool) -> Iterator[Page]:
    for sheet in paginate(topic.briefings, ON_SHEET, topic_page(topic.slug)):
        here = sheet.path
        asked = _open(topic.briefings, here) if sheet.number == 1 else []
        yield list_page(
            sheet,
            "topic",
            topic.name,
            phrase("topic-description", topic.name),
            {
                "title": topic.name,
                "count": len(topic.briefings),
                "briefings": tuple(briefing_line(one, here, edition) for one in sheet.items),
                "open": tuple(asked[:MOST_QUESTIONS]),
                "more": max(len(asked) - MOST_QUESTIONS, 0),
                "open_count": len(asked),
                "questions": link(here, QUESTIONS),
                "topics": link(here, TOPICS),
                "since_words": since_words(edition),
            },
            feed=feed_of_topic(topic.slug) if fed else "",
        )


def _open(found: list[Findings], here: str) -> list[OpenView]:
    return [
        OpenView(
            Link(question.text, link(here, briefing_page(one.briefing.slug), f"question-{question.id}")),
            (one.briefing.title) if len(found) > 1 else "",
        )
        for one in current(found)
        for question in one.briefing.open_questions
    ]
