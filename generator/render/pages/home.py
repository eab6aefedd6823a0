"""Plans the home page: the first screen of a single briefing, or the newest briefings and the news."""

from collections.abc import Mapping, Sequence
from itertools import islice
from typing import Any, Final

from generator.analyse.findings.findings import Findings
from generator.render.addresses import (
    BRIEFINGS,
    CHANGES,
    FEED,
    HOME,
    QUESTIONS,
    SEARCH,
    TOPICS,
    briefing_page,
    link,
    site_address,
)
from generator.render.briefing.make import briefing_view
from generator.render.edition import PLAIN, Edition
from generator.render.exports.atom import why_no_feeds
from generator.render.page import Page
from generator.render.pages.home_news import changed_lately, due_for_a_check, last_week, newly_answered
from generator.render.parts.briefing_lines import (
    archive_link,
    briefing_line,
    current,
    newest_first,
    since_words,
)
from generator.render.parts.links import marked_title
from generator.render.parts.topics import topic_lines, topics_of
from generator.render.words import phrase
from generator.render.words.changes import NO_HISTORY

MOST_LISTED: Final = 10
"""The most current briefings that the home page names, the newest; with more it links to their list."""

MOST_TOPICS: Final = 40
MOST_CHANGED: Final = 10
MOST_ANSWERED: Final = 5
MOST_DUE: Final = 5


def home_plan(shown: Sequence[Findings], edition: Edition = PLAIN) -> Page:
    """Plan the home page.

    With one current briefing it is the briefing's first screen, else the newest briefings and the news.
    """
    briefings = newest_first(current(shown), edition.past)
    only = briefing_view(briefings[0], edition, HOME) if len(briefings) == 1 else None
    fed = not why_no_feeds(shown, edition.settings, edition.past)
    return Page(
        path=HOME,
        template="home",
        title=marked_title(briefings[0].briefing) if only else phrase("home-title"),
        description=phrase("home-description"),
        view={
            "only": only,
            "only_href": link(HOME, briefing_page(only.slug), "who-says-what" if only.matters else "")
            if only
            else "",
            "claim_count": len(only.claims) if only else 0,
            "count": len(briefings),
            "newest": tuple(briefing_line(findings, HOME, edition) for findings in briefings[:MOST_LISTED]),
            **_news_values(briefings, edition),
            **_topic_values(shown, briefings),
            "briefings": link(HOME, BRIEFINGS),
            "archive": archive_link(shown, HOME),
            "changes": link(HOME, CHANGES),
            "questions": link(HOME, QUESTIONS),
            "search_page": site_address(HOME, SEARCH),
            "feed": link(HOME, FEED) if fed else "",
            "since_words": since_words(edition),
            "no_history": NO_HISTORY.get(edition.past.missing, "") if len(briefings) > 1 else "",
        },
        head={"own_contents": "yes", **({"feed": link(HOME, FEED)} if fed else {})},
    )


def _news_values(briefings: Sequence[Findings], edition: Edition) -> Mapping[str, Any]:
    """The template's values about news; empty for a single briefing.

    First publications are no news, for the newest briefings stand beside them. A build has no clock, so the
    week is the one that ends with the last change.
    """
    if len(briefings) == 1:
        return {"changed": (), "week_to": "", "answered": (), "due": ()}
    news = (view for view in changed_lately(briefings, edition, HOME) if not view.first)
    changed = tuple(islice(last_week(news), MOST_CHANGED))
    return {
        "changed": changed,
        "week_to": changed[0].date if changed else "",
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
