"""The page of a briefing: first screen, then matter by matter, then everything else it says."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from generator.analyse.findings.findings import Findings
from generator.analyse.quotes.named import about_others
from generator.model.briefing import Briefing
from generator.model.entries import Assessment
from generator.render.addresses import (
    actor_page,
    briefing_data,
    briefing_page,
    feed_of_briefing,
    link,
    paper_of,
    topic_page,
)
from generator.render.edition import PLAIN, Edition
from generator.render.escape import Safe
from generator.render.exports.atom import committed, why_no_feeds
from generator.render.exports.json_ld import briefing_ld
from generator.render.page import Page
from generator.render.parts.actor_lines import ActorLine
from generator.render.parts.citation import citation, print_footer, public_address
from generator.render.parts.claims.links import ClaimLink
from generator.render.parts.claims.tombstones import TombstoneView
from generator.render.parts.claims.writer import ClaimWriter
from generator.render.parts.corrections import edit_address
from generator.render.parts.dates import DateView, date_view
from generator.render.parts.links import Link
from generator.render.parts.matters import MatterView, matter_views, numbered
from generator.render.parts.questions import QuestionView, question_view
from generator.render.parts.sources import (
    aside_views,
    origin_views,
    source_links,
    sources_known,
)
from generator.render.parts.timeline import moment_views, picture
from generator.render.parts.topics import topic_name, written_names
from generator.render.parts.versions import last_change, last_changed, version_views
from generator.render.words import listed, phrase
from generator.render.words.changes import NO_HISTORY
from generator.render.words.scripts import SINCE
from generator.render.words.values import ACTOR_KIND, CONFIDENCE, LIKELIHOOD


@dataclass(frozen=True)
class SentenceView:
    """A line of the bottom line and the claims it rests on; its label is empty in the first."""

    label: str
    text: str
    claims: tuple[ClaimLink, ...]


@dataclass(frozen=True)
class AssessmentView:
    """A judgement of the editors."""

    id: str
    text: str
    scale: str
    claims: tuple[ClaimLink, ...]
    by: str
    date: DateView | None
    note: str
    withdrawn: TombstoneView | None


FIRST_SOURCES: Final = 6
"""How many sources the first sheet of paper names."""

FIRST_QUESTIONS: Final = 3
"""How many open questions the first screen names."""


def briefing_plan(anchored: Findings, edition: Edition = PLAIN) -> Page:
    """Plan the page of one briefing."""
    briefing = anchored.briefing
    summary = briefing.summary
    here = briefing_page(briefing.slug)
    history = edition.past.of(briefing.slug)
    claims = ClaimWriter(anchored, here, edition.settings, history)
    questions = tuple(question_view(claims, one) for one in summary.questions)
    still_open = tuple(one for one in questions if one.still_open)
    names = written_names([anchored])
    bottom_line = tuple(
        SentenceView(one.label or "", one.text, claims.links(one.claims)) for one in summary.bottom_line
    )
    matters = matter_views(claims)
    actors = _actors(anchored, here)
    title = briefing.title
    sources = source_links(briefing, here)
    standing = [one for one in sources if not one.withdrawn]
    return Page(
        path=here,
        template="briefing",
        title=title,
        description=summary.bottom_line[0].text if summary.bottom_line else title,
        view={
            "title": title,
            "as_of": date_view(summary.as_of),
            "archived": summary.status == "archived",
            "draft": summary.status == "draft",
            "withdrawn": claims.tombstone(summary.withdrawn, "briefing"),
            "edit": edit_address(edition.settings, briefing.path),
            "editors": listed(list(summary.editors)),
            "sources": sources,
            "first_sources": standing[:FIRST_SOURCES],
            "standing_sources": len(standing),
            "sources_known": sources_known(briefing),
            "bottom_line": bottom_line,
            "assessments": tuple(_assessment(claims, one) for one in summary.assessments),
            "first_open": still_open[:FIRST_QUESTIONS],
            "open_count": len(still_open),
            "counts": tuple(_counts(briefing, matters, questions, len(actors))),
            "note": summary.note or "",
            "matters": matters,
            "differing": tuple(one for one in questions if one.differ and one.still_open),
            "questions": questions,
            "one_status": len({one.status for one in questions if not one.withdrawn}) == 1,
            "moments": moment_views(claims),
            "picture": picture(anchored.timeline) or "",
            "origins": origin_views(anchored, claims),
            "actors": actors,
            "set_aside": aside_views(anchored, here),
            "topics": tuple(
                Link(topic_name(topic, names), link(here, topic_page(topic))) for topic in summary.topics
            ),
            "slug": briefing.slug,
            "last_changed": last_changed(history),
            "last_change": last_change(history),
            "changed_time": history.last_changed.time if history.last_changed else "",
            "since_words": json.dumps(dict(SINCE), ensure_ascii=False),
            "versions": version_views(anchored, history, here),
            "no_history": NO_HISTORY.get(edition.past.missing, ""),
            "citation": citation(anchored, edition),
            "address": public_address(anchored, edition),
            "print_footer": print_footer(anchored, edition),
            "numbered": tuple(numbered(matters, questions)),
            "downloads": _downloads(briefing.slug) if bottom_line else (),
            "json_ld": briefing_ld(anchored, edition.settings, history),
        },
        head=_head(anchored, edition),
    )


def _downloads(slug: str) -> tuple[Link, ...]:
    """The same on paper, to cite, and as data."""
    here = briefing_page(slug)
    return (
        Link(phrase("download-pdf"), link(here, f"{paper_of(slug)}.pdf")),
        Link(phrase("download-docx"), link(here, f"{paper_of(slug)}.docx")),
        Link(phrase("to-cite"), Safe("#cite")),
        Link(phrase("as-data"), link(here, briefing_data(slug))),
    )


def _head(anchored: Findings, edition: Edition) -> dict[str, str]:
    """What the page's head tells: the day of the last change, and the briefing's feed where there is one."""
    slug = anchored.briefing.slug
    history = edition.past.of(slug)
    told = {"last_changed": history.last_changed.date} if history.last_changed else {}
    if committed(history) and not why_no_feeds([anchored], edition.settings, edition.past):
        told["feed"] = link(briefing_page(slug), feed_of_briefing(slug))
    return told


def _counts(
    briefing: Briefing, matters: tuple[MatterView, ...], questions: Sequence[QuestionView], actors: int
) -> Iterator[Link]:
    """What the page holds, counted; each count leads to it."""
    if matters:
        live = [claim for claim in briefing.summary.claims if not claim.withdrawn]
        yield Link(phrase("claims", len(live)), Safe(f"#{matters[0].anchor}"))
    still_open = [question for question in questions if question.still_open]
    if differing := [question for question in still_open if question.differ]:
        yield Link(phrase("differing-accounts", len(differing)), Safe("#differences"))
    if still_open:
        yield Link(phrase("open-questions", len(still_open)), Safe("#questions"))
    if actors:
        yield Link(phrase("who-are-named", actors), Safe("#who"))
    if briefing.articles:
        yield Link(phrase("sources-count", len(briefing.articles)), Safe("#sources"))


def _assessment(claims: ClaimWriter, one: Assessment) -> AssessmentView:
    scale = (
        phrase("likelihood", LIKELIHOOD[one.likelihood])
        if one.likelihood
        else phrase("confidence", CONFIDENCE[one.confidence])
        if one.confidence
        else ""
    )
    return AssessmentView(
        id=one.id,
        text=one.text,
        scale=scale,
        claims=claims.links(one.claims),
        by=listed(list(one.by)),
        date=date_view(one.date),
        note=one.note or "",
        withdrawn=claims.tombstone(one.withdrawn, "assessment"),
    )


def _actors(anchored: Findings, here: str) -> tuple[ActorLine, ...]:
    """The actors that the briefing's claims name, those who say most first."""
    briefing = anchored.briefing
    lines = []
    for id, actor in briefing.actors.items():
        live = [claim for claim in briefing.summary.claims if not claim.withdrawn]
        says = sum(id in claim.speakers for claim in live)
        about = sum(id in about_others(briefing, claim) for claim in live)
        passed_on = any(id in claim.passers_on for claim in live)
        named = says or about or passed_on or id in briefing.summary.actors
        if named:
            lines.append(
                ActorLine(
                    name=actor.name or id,
                    kind=ACTOR_KIND[actor.kind] if actor.kind else "",
                    role=actor.role or "",
                    href=link(here, actor_page(id)),
                    says=says,
                    about=about,
                    withdrawn=actor.withdrawn is not None,
                )
            )
    return tuple(sorted(lines, key=lambda line: (-line.says, -line.about, line.name.casefold())))
