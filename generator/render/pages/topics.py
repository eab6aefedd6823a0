"""Plans the list of topics, and each topic's page with its briefings and their open questions."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from generator.analyse.findings.findings import Findings
from generator.model.briefing import Briefing
from generator.model.entries import Question
from generator.render.addresses import QUESTIONS, TOPICS, briefing_page, feed_of_topic, link, topic_page
from generator.render.edition import Edition
from generator.render.exports.atom import why_no_feeds
from generator.render.page import Page
from generator.render.pages.briefings import ON_SHEET
from generator.render.pages.lists import list_page, paginate
from generator.render.parts.briefing_lines import (
    archived,
    briefing_line,
    current,
    newest_first,
    since_words,
    withdrawn,
)
from generator.render.parts.links import Link, marked_title
from generator.render.parts.topics import Topic, topic_lines, topics_of
from generator.render.words import phrase

TOPICS_ON_SHEET: Final = 200
MOST_QUESTIONS: Final = 20
"""The most open questions that a topic's page lists."""


@dataclass(frozen=True)
class OpenView:
    """An open question and its briefing's title."""

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
    return index + [page for topic in topics for page in _topic_pages(topic, edition, fed=fed)]


def _topic_pages(topic: Topic, edition: Edition, *, fed: bool) -> Iterator[Page]:
    states = (current(topic.briefings), archived(topic.briefings), withdrawn(topic.briefings))
    briefings = [findings for state in states for findings in newest_first(state, edition.past)]
    for sheet in paginate(briefings, ON_SHEET, topic_page(topic.slug)):
        here = sheet.path
        questions = _open_questions(briefings) if sheet.number == 1 and len(briefings) > 1 else []
        yield list_page(
            sheet,
            "topic",
            topic.name,
            phrase("topic-description", topic.name),
            {
                "title": topic.name,
                "count": len(topic.briefings),
                "briefings": tuple(briefing_line(findings, here, edition) for findings in sheet.items),
                "open": tuple(_open_view(*asked, here) for asked in questions[:MOST_QUESTIONS]),
                "more": max(len(questions) - MOST_QUESTIONS, 0),
                "open_count": len(questions),
                "questions": link(here, QUESTIONS),
                "topics": link(here, TOPICS),
                "since_words": since_words(edition),
            },
            feed=feed_of_topic(topic.slug) if fed else "",
        )


def _open_questions(briefings: list[Findings]) -> list[tuple[Briefing, Question]]:
    return [
        (findings.briefing, question)
        for findings in current(briefings)
        for question in findings.briefing.open_questions
    ]


def _open_view(briefing: Briefing, question: Question, here: str) -> OpenView:
    href = link(here, briefing_page(briefing.slug), f"question-{question.id}")
    return OpenView(Link(question.text, href), marked_title(briefing))
