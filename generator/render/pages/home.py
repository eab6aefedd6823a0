"""Plans the home page, which shows one briefing's first lines, a list of briefings, or news."""

from collections.abc import Mapping, Sequence
from itertools import islice
from typing import Any, Final

from generator.analyse.findings.findings import Findings
from generator.render.addresses import (
    BRIEFINGS,
    CHANGES,
    FEED,
    HOME,
    METHOD,
    QUESTIONS,
    SEARCH,
    TOPICS,
    link,
    site_address,
)
from generator.render.briefing.make import sentence_views
from generator.render.edition import PLAIN, Edition
from generator.render.exports.atom import why_no_feeds
from generator.render.page import Page
from generator.render.pages.home_news import changed_lately, due_for_a_check, newly_answered
from generator.render.parts.briefing_lines import archive_link, briefing_line, current, since_words
from generator.render.parts.claims.writer import ClaimWriter
from generator.render.parts.questions import QuestionView, question_views
from generator.render.parts.sources import sources_known
from generator.render.parts.topics import topic_lines, topics_of
from generator.render.words import phrase
from generator.render.words.changes import NO_HISTORY

MOST_LISTED: Final = 12
"""The most current briefings that the home page lists; with more it links to their list."""

FIRST_QUESTIONS: Final = 3
"""How many open questions the home page of one briefing names."""

MOST_TOPICS: Final = 40
MOST_CHANGED: Final = 10
MOST_ANSWERED: Final = 5
MOST_DUE: Final = 10


def home_plan(shown: Sequence[Findings], edition: Edition = PLAIN) -> Page:
    """Plan the home page.

    With one current briefing it shows the briefing's first lines, with up to `MOST_LISTED` a list and news,
    with more news alone.
    """
    briefings = current(shown)
    fed = not why_no_feeds(shown, edition.settings, edition.past)
    return Page(
        path=HOME,
        template="home",
        title=phrase("home-title"),
        description=phrase("home-description"),
        view={
            "only": briefing_line(briefings[0], HOME, edition) if len(briefings) == 1 else None,
            **_first_lines_values(briefings[0] if len(briefings) == 1 else None),
            "count": len(briefings),
            "listed": tuple(briefing_line(findings, HOME, edition) for findings in briefings)
            if 1 < len(briefings) <= MOST_LISTED
            else (),
            **_news_values(briefings, edition),
            **_topic_values(shown, briefings),
            "briefings": link(HOME, BRIEFINGS),
            "archive": archive_link(shown, HOME),
            "changes": link(HOME, CHANGES),
            "questions": link(HOME, QUESTIONS),
            "search_page": site_address(HOME, SEARCH),
            "method": link(HOME, METHOD),
            "feed": link(HOME, FEED) if fed else "",
            "since_words": since_words(edition),
            "no_history": NO_HISTORY.get(edition.past.missing, "") if len(briefings) > 1 else "",
        },
        head={"feed": link(HOME, FEED)} if fed else {},
    )


def _first_lines_values(only: Findings | None) -> Mapping[str, Any]:
    """The template's values about the only current briefing; empty values for None."""
    if only is None:
        return {"sources_known": "", "bottom_line": (), "first_open": ()}
    return {
        "sources_known": sources_known(only.briefing),
        "bottom_line": sentence_views(ClaimWriter(only, HOME)),
        "first_open": _open_questions(only, HOME)[:FIRST_QUESTIONS],
    }


def _news_values(briefings: Sequence[Findings], edition: Edition) -> Mapping[str, Any]:
    """The template's values about news; empty for a single briefing.

    First publications are left out where the page lists all briefings.
    """
    if len(briefings) == 1:
        return {"changed": (), "answered": (), "due": ()}
    changed = changed_lately(briefings, edition, HOME)
    if len(briefings) <= MOST_LISTED:
        changed = (view for view in changed if not view.first)
    return {
        "changed": tuple(islice(changed, MOST_CHANGED)),
        "answered": tuple(islice(newly_answered(briefings, edition, HOME), MOST_ANSWERED)),
        "due": tuple(islice(due_for_a_check(briefings, HOME), MOST_DUE)),
    }


def _topic_values(shown: Sequence[Findings], briefings: Sequence[Findings]) -> Mapping[str, Any]:
    """The template's values about topics: those of current briefings, by name, at most `MOST_TOPICS`.

    Of more topics, those with the most briefings.
    """
    topics = topics_of(shown)
    slugs = {slug for findings in briefings for slug in findings.briefing.summary.topics}
    current_topics = [topic for topic in topics if topic.slug in slugs]
    largest = {
        topic.slug for topic in sorted(current_topics, key=lambda topic: -len(topic.briefings))[:MOST_TOPICS]
    }
    return {
        "topics": topic_lines((topic for topic in current_topics if topic.slug in largest), HOME)
        if len(briefings) > 1
        else (),
        "topics_left_out": len(current_topics) > len(largest),
        "topic_count": len(topics),
        "all_topics": link(HOME, TOPICS),
    }


def _open_questions(findings: Findings, here: str) -> tuple[QuestionView, ...]:
    return tuple(question for question in question_views(findings, here) if question.still_open)
