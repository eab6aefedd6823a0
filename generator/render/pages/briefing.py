"""The page of a briefing: the first screen, then who says what, then its sources and what is told of it."""

from generator.analyse.findings.findings import Findings
from generator.render.addresses import briefing_page, feed_of_briefing, link
from generator.render.briefing.make import briefing_view
from generator.render.edition import PLAIN, Edition
from generator.render.exports.atom import committed, why_no_feeds
from generator.render.exports.json_ld import briefing_ld
from generator.render.page import Page
from generator.render.parts.links import marked_title


def briefing_plan(anchored: Findings, edition: Edition = PLAIN) -> Page:
    """Plan the page of one briefing."""
    view = briefing_view(anchored, edition)
    json_ld = briefing_ld(view, anchored, edition.settings, edition.past.of(view.slug))
    return Page(
        path=briefing_page(view.slug),
        template="briefing",
        title=marked_title(anchored.briefing),
        description=view.lede.text if view.lede else view.title,
        view={"view": view, "json_ld": json_ld},
        head=_head(anchored, edition),
        briefing=view,
    )


def _head(anchored: Findings, edition: Edition) -> dict[str, str]:
    """What the page's head tells: the day of the last change, and the briefing's feed where there is one."""
    slug = anchored.briefing.slug
    history = edition.past.of(slug)
    told = {"own_contents": "yes"}
    if history.last_changed:
        told["last_changed"] = history.last_changed.date
    if committed(history) and not why_no_feeds([anchored], edition.settings, edition.past):
        told["feed"] = link(briefing_page(slug), feed_of_briefing(slug))
    return told
