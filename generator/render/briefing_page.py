"""The page of a briefing: first screen, then matter by matter, then everything else it says."""

import json
from collections.abc import Iterator
from typing import Final

from generator.analyse.findings.accounts import accounts
from generator.analyse.findings.first_said import roots_of
from generator.analyse.findings.timeline import timeline
from generator.analyse.quotes.anchored import Findings
from generator.model.briefing import Briefing
from generator.model.entries import Assessment, Question
from generator.render.addresses import (
    actor_page,
    briefing_data,
    briefing_page,
    feed_of_briefing,
    link,
    paper_of,
    source_page,
    topic_page,
)
from generator.render.change_pages import last_change, last_changed, version_views
from generator.render.citation import citation, public_address, sheet_foot
from generator.render.claims import ClaimWriter
from generator.render.corrections import edit_address
from generator.render.dates import date_view
from generator.render.edition import PLAIN, Edition
from generator.render.escape import Safe
from generator.render.feeds import committed, without_feeds
from generator.render.json_ld import briefing_ld
from generator.render.matters import left_open, matter_views, numbered
from generator.render.page import Page
from generator.render.source_labels import known_of, label_view
from generator.render.sources import aside_views
from generator.render.timeline import moment_views, picture
from generator.render.topic_names import topic_name, written_names
from generator.render.views import (
    ActorLine,
    AnswerView,
    AssessmentView,
    Link,
    MatterView,
    OriginView,
    QuestionView,
    SentenceView,
    SourceLink,
)
from generator.render.words import listed, phrase
from generator.render.words.changes import NO_HISTORY
from generator.render.words.scripts import SINCE
from generator.render.words.values import ACTOR_KIND, CONFIDENCE, LIKELIHOOD, ORIGIN_KIND, QUESTION_STATUS

FIRST_SOURCES: Final = 6
"""How many sources the first sheet of paper names."""

LETTERED: Final = 4
"""Up to how many sources the head names by their letters, which the sentences below it use."""

FIRST_QUESTIONS: Final = 3
"""How many open questions the first screen names."""


def briefing_plan(findings: Findings, edition: Edition = PLAIN) -> Page:
    """Plan the page of one briefing."""
    briefing = findings.briefing
    summary = briefing.summary
    here = briefing_page(briefing.slug)
    history = edition.past.of(briefing.slug)
    claims = ClaimWriter(findings, here, edition.settings, history)
    differing = accounts(findings)
    compare = left_open(claims, differing)
    questions = tuple(_question(claims, one, compare.get(one.id, ())) for one in summary.questions)
    still_open = tuple(one for one in questions if one.still_open)
    names = written_names([findings])
    bottom_line = tuple(SentenceView(one.text, claims.links(one.claims)) for one in summary.bottom_line)
    matters = matter_views(claims, differing)
    actors = _actors(findings, here)
    title = summary.title or briefing.slug
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
            "counts": tuple(_counts(briefing, matters, len(still_open), len(actors))),
            "note": summary.note or "",
            "matters": matters,
            "differing": bool(differing),
            "questions": questions,
            "one_status": len({one.status for one in questions if not one.withdrawn}) == 1,
            "moments": moment_views(claims),
            "picture": picture(timeline(briefing)) or "",
            "origins": _origins(findings, claims),
            "actors": actors,
            "set_aside": aside_views(findings, here),
            "topics": tuple(
                Link(topic_name(topic, names), link(here, topic_page(topic))) for topic in summary.topics
            ),
            "slug": briefing.slug,
            "last_changed": last_changed(history),
            "last_change": last_change(history),
            "changed_time": history.last_changed.time if history.last_changed else "",
            "since_words": json.dumps(dict(SINCE), ensure_ascii=False),
            "versions": version_views(findings, history, here),
            "no_history": NO_HISTORY.get(edition.past.missing, ""),
            "citation": citation(findings, edition),
            "address": public_address(findings, edition),
            "sheet_foot": sheet_foot(findings, edition),
            "numbered": tuple(numbered(matters, questions)),
            "downloads": _downloads(briefing.slug) if bottom_line else (),
            "json_ld": briefing_ld(findings, edition.settings, history),
        },
        head=_head(findings, edition),
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


def _head(findings: Findings, edition: Edition) -> dict[str, str]:
    """What the page's head tells: the day of the last change, and the briefing's feed where there is one."""
    slug = findings.briefing.slug
    history = edition.past.of(slug)
    told = {"last_changed": history.last_changed.date} if history.last_changed else {}
    if committed(history) and not without_feeds([findings], edition.settings, edition.past):
        told["feed"] = link(briefing_page(slug), feed_of_briefing(slug))
    return told


def _counts(
    briefing: Briefing, matters: tuple[MatterView, ...], questions: int, actors: int
) -> Iterator[Link]:
    """What the page holds, counted; each count leads to it."""
    if matters:
        live = [claim for claim in briefing.summary.claims if not claim.withdrawn]
        yield Link(phrase("claims", len(live)), Safe(f"#{matters[0].anchor}"))
    differing = [one for matter in matters for one in matter.accounts]
    if differing:
        yield Link(phrase("differing-accounts", len(differing)), Safe("#differences"))
    if questions:
        yield Link(phrase("open-questions", questions), Safe("#questions"))
    if actors:
        yield Link(phrase("who-are-named", actors), Safe("#who"))
    if briefing.articles:
        yield Link(phrase("sources-count", len(briefing.articles)), Safe("#sources"))


def question_views(findings: Findings, here: str) -> tuple[QuestionView, ...]:
    """A briefing's questions for the page ``here``, in the order of the YAML."""
    claims = ClaimWriter(findings, here)
    return tuple(_question(claims, one) for one in findings.briefing.summary.questions)


def source_links(briefing: Briefing, here: str) -> tuple[SourceLink, ...]:
    """A briefing's sources, in the order of their letters."""
    return tuple(
        SourceLink(
            letter=briefing.letter(article.id),
            label=label_view(article),
            href=link(here, source_page(briefing.slug, article.id)),
            known=known_of(article),
            withdrawn=article.descriptor.withdrawn is not None,
            address=article.descriptor.url or article.descriptor.archive_url or "",
        )
        for article in briefing.articles.values()
    )


def sources_known(briefing: Briefing) -> str:
    """The sources by their letters, and what is known of none of them: "2 sources (A and B), undated, …"."""
    articles = list(briefing.articles.values())
    letters = listed([briefing.letter(article.id) for article in articles])
    few = 0 < len(articles) <= LETTERED
    parts = [phrase("sources-lettered" if few else "sources-count", len(articles), letters)]
    if articles and not any(article.descriptor.published for article in articles):
        parts.append(phrase("undated"))
    if articles and not any(article.descriptor.publisher for article in articles):
        parts.append(phrase("publishers-unknown", len(articles)))
    return ", ".join(parts)


def _question(claims: ClaimWriter, question: Question, compare: tuple[Link, ...] = ()) -> QuestionView:
    resolution = question.resolution
    answer = None
    if resolution is not None:
        answer = AnswerView(resolution.text, claims.links(resolution.claims), date_view(resolution.date))
    page = briefing_page(claims.findings.briefing.slug)
    times = claims.lives.times("question", question.id)
    return QuestionView(
        id=question.id,
        text=question.text,
        status=QUESTION_STATUS[question.status] if question.status else "",
        still_open=question.withdrawn is None and question.status != "answered",
        partly=question.status == "partly-answered",
        would_settle=question.would_settle or "",
        claims=claims.links(question.claims),
        compare=compare,
        opened=date_view(question.opened),
        checked=date_view(question.checked),
        answer=answer,
        note=question.note or "",
        href=link(claims.here, page, f"question-{question.id}"),
        withdrawn=claims.tombstone(question.withdrawn, "question"),
        added=times.added,
        changed=times.changed,
    )


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


def _origins(findings: Findings, claims: ClaimWriter) -> tuple[OriginView, ...]:
    briefing = findings.briefing
    origins = briefing.summary.origins
    live = [claim.id for claim in briefing.summary.claims if not claim.withdrawn]
    once = {
        root.id: listed([briefing.letter(article) for article in root.articles])
        for root in roots_of(findings, live)
        if root.counted_once
    }
    return tuple(
        OriginView(
            id=id,
            title=origin.title,
            kind=ORIGIN_KIND[origin.kind],
            by=claims.actors(origin.by),
            date=date_view(origin.date),
            derived_from=origins[origin.derived_from].title if origin.derived_from else "",
            counts_once=once.get(id, ""),
            note=origin.note or "",
        )
        for id, origin in origins.items()
    )


def _actors(findings: Findings, here: str) -> tuple[ActorLine, ...]:
    """The actors that the briefing's claims name, those who say most first."""
    briefing = findings.briefing
    lines = []
    for id, actor in briefing.actors.items():
        live = [claim for claim in briefing.summary.claims if not claim.withdrawn]
        says = sum(id in claim.by for claim in live)
        about = sum(id in claim.about_others for claim in live)
        named = says or about or any(id in claim.via for claim in live) or id in briefing.summary.actors
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
