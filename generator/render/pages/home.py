"""The home page: the first lines of one current briefing, a line for each of several, or news."""

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
from generator.render.edition import PLAIN, Edition
from generator.render.exports.atom import why_no_feeds
from generator.render.pages.briefing import FIRST_QUESTIONS, SentenceView
from generator.render.pages.home_news import changed_lately, due_for_a_check, newly_answered
from generator.render.pages.page import Page
from generator.render.parts.briefing_lines import archive_link, briefing_line, current, since_words
from generator.render.parts.claims.writer import ClaimWriter
from generator.render.parts.questions import QuestionView, question_views
from generator.render.parts.sources import sources_known
from generator.render.parts.topics import topic_lines, topics_of
from generator.render.words import phrase
from generator.render.words.changes import NO_HISTORY

MOST_LISTED: Final = 12
"""How many current briefings home names one by one; with more it leads to their list."""

MOST_TOPICS: Final = 40
MOST_CHANGED: Final = 10
MOST_ANSWERED: Final = 5
MOST_DUE: Final = 10


def home_plan(shown: Sequence[Findings], edition: Edition = PLAIN) -> Page:
    """Plan the home page: the first lines of one current briefing, a line for each of several, or news."""
    found = current(shown)
    fed = not why_no_feeds(shown, edition.settings, edition.past)
    return Page(
        path=HOME,
        template="home",
        title=phrase("home-title"),
        description=phrase("home-description"),
        view={
            "only": briefing_line(found[0], HOME, edition) if len(found) == 1 else None,
            **_first_lines(found[0] if len(found) == 1 else None),
            "count": len(found),
            "listed": tuple(briefing_line(one, HOME, edition) for one in found)
            if 1 < len(found) <= MOST_LISTED
            else (),
            **_news(found, edition),
            **_topics(shown, found),
            "briefings": link(HOME, BRIEFINGS),
            "archive": archive_link(shown, HOME),
            "changes": link(HOME, CHANGES),
            "questions": link(HOME, QUESTIONS),
            "search_page": site_address(HOME, SEARCH),
            "method": link(HOME, METHOD),
            "feed": link(HOME, FEED) if fed else "",
            "since_words": since_words(edition),
            "no_history": NO_HISTORY.get(edition.past.missing, "") if len(found) > 1 else "",
        },
        head={"feed": link(HOME, FEED)} if fed else {},
    )


def _first_lines(only: Findings | None) -> Mapping[str, Any]:
    """What home shows of the one briefing that there is."""
    if only is None:
        return {"sources_known": "", "bottom_line": (), "first_open": ()}
    return {
        "sources_known": sources_known(only.briefing),
        "bottom_line": _bottom_line(only),
        "first_open": _open(only, HOME)[:FIRST_QUESTIONS],
    }


def _news(found: Sequence[Findings], edition: Edition) -> Mapping[str, Any]:
    """What is new in several briefings; a first publication is no news where each is named anyway."""
    if len(found) == 1:
        return {"changed": (), "answered": (), "due": ()}
    changed = changed_lately(found, edition, HOME)
    if len(found) <= MOST_LISTED:
        changed = (one for one in changed if not one.first)
    return {
        "changed": tuple(islice(changed, MOST_CHANGED)),
        "answered": tuple(islice(newly_answered(found, edition, HOME), MOST_ANSWERED)),
        "due": tuple(islice(due_for_a_check(found, HOME), MOST_DUE)),
    }


def _topics(shown: Sequence[Findings], found: Sequence[Findings]) -> Mapping[str, Any]:
    """The topics of current briefings from A to Z; of very many those that have most briefings."""
    topics = topics_of(shown)
    named = {slug for one in found for slug in one.briefing.summary.topics}
    live = [topic for topic in topics if topic.slug in named]
    most = {topic.slug for topic in sorted(live, key=lambda topic: -len(topic.briefings))[:MOST_TOPICS]}
    return {
        "topics": topic_lines((topic for topic in live if topic.slug in most), HOME)
        if len(found) > 1
        else (),
        "topics_left_out": len(live) > len(most),
        "topic_count": len(topics),
        "all_topics": link(HOME, TOPICS),
    }


def _bottom_line(findings: Findings) -> tuple[SentenceView, ...]:
    claims = ClaimWriter(findings, HOME)
    return tuple(
        SentenceView(one.text, claims.links(one.claims)) for one in findings.briefing.summary.bottom_line
    )


def _open(findings: Findings, here: str) -> tuple[QuestionView, ...]:
    return tuple(one for one in question_views(findings, here) if one.still_open)
