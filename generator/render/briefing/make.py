"""Makes the view of a briefing from its findings, its history and the site's settings."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from generator.analyse.findings.findings import Findings
from generator.model.entries import Assessment
from generator.render.addresses import (
    actor_page,
    briefing_data,
    briefing_page,
    changes_of_briefing,
    link,
    paper_of,
    topic_page,
)
from generator.render.briefing.matters import in_halves, matter_views, numbered
from generator.render.briefing.view import (
    AssessmentView,
    BriefingView,
    QuestionGroup,
    SentenceView,
    WithdrawnView,
)
from generator.render.briefing.who_on_what import who_on_what
from generator.render.edition import PLAIN, Edition
from generator.render.escape import Safe
from generator.render.parts.changes.versions import last_version_view, told_days
from generator.render.parts.citation import citation, print_footer, public_address
from generator.render.parts.claims.views import ClaimViews
from generator.render.parts.claims.writer import ClaimWriter
from generator.render.parts.corrections import edit_address
from generator.render.parts.dates import date_view
from generator.render.parts.last_change import last_changed
from generator.render.parts.lettered import in_pieces
from generator.render.parts.links import Link
from generator.render.parts.questions import QuestionView, question_view
from generator.render.parts.sources import origin_views, source_links, sources_known
from generator.render.parts.timeline import MomentView, moment_views, picture
from generator.render.parts.topics import names_written_in, topic_name
from generator.render.words import listed, phrase
from generator.render.words.changes import NO_HISTORY
from generator.render.words.data import FORMATS
from generator.render.words.scripts import SINCE
from generator.render.words.values import CONFIDENCE, LIKELIHOOD

MOST_CHANGES: Final = 12
"""How many changes of the last day a briefing's page tells; the page of its changes has all of them."""

MOST_UNGROUPED: Final = 14
"""More open questions than that stand in groups, by what would settle them."""

FEWEST_DATES: Final = 3
"""With fewer dates and no event there is no timeline: each date stands with its claim."""


def briefing_view(anchored: Findings, edition: Edition = PLAIN, here: str = "") -> BriefingView:
    """Make the view of one briefing for its own page, or for the page ``here``."""
    briefing = anchored.briefing
    summary, slug = briefing.summary, briefing.slug
    here = here or briefing_page(slug)
    history = edition.past.of(slug)
    writer = ClaimWriter(anchored, here, edition.settings, history)
    claims = ClaimViews(writer)
    questions = [question_view(writer, question) for question in summary.questions]
    live = [question for question in questions if not question.withdrawn]
    assessments = [_assessment(writer, assessment) for assessment in summary.assessments]
    moments = moment_views(writer)
    matters = matter_views(claims)
    bottom_line = sentence_views(writer)
    gone = WithdrawnView(
        claims=tuple(claims.view(claim.id) for claim in summary.claims if claim.withdrawn),
        questions=tuple(question for question in questions if question.withdrawn),
        assessments=tuple(assessment for assessment in assessments if assessment.withdrawn),
        events=tuple(moment for moment in moments if moment.withdrawn),
    )
    names = names_written_in(briefing)
    timeline = _timeline(moments)
    view = BriefingView(
        slug=slug,
        title=briefing.title,
        withdrawn=writer.tombstone(summary.withdrawn, "briefing"),
        draft=briefing.is_draft,
        archived=summary.status == "archived",
        known=sources_known(briefing),
        as_of=date_view(summary.as_of),
        edited=last_changed(history),
        changed_time=history.last_changed.time if history.last_changed else "",
        zone=edition.settings.time_zone,
        since_words=json.dumps(dict(SINCE), ensure_ascii=False),
        lede=bottom_line[0] if bottom_line else None,
        lines=bottom_line[1:],
        assessments=tuple(assessment for assessment in assessments if not assessment.withdrawn),
        differing=tuple(question for question in live if question.still_open and question.differ),
        unanswered=tuple(
            _groups([question for question in live if question.still_open and not question.differ])
        ),
        answered=tuple(question for question in live if not question.still_open),
        get_first=tuple(_get_first(anchored)),
        unheard=tuple(
            Link(writer.speakers.short_name(id), link(here, actor_page(id))) for id in anchored.unheard
        ),
        matters=matters,
        halves=in_halves(matters),
        table=who_on_what(writer, matters),
        sources=source_links(anchored, here),
        origins=origin_views(anchored, writer),
        timeline=timeline,
        picture=(
            picture([moment for moment in anchored.timeline if not moment.withdrawn]) if timeline else None
        )
        or Safe(""),
        withdrawn_entries=gone,
        note=summary.note or "",
        topics=tuple(
            Link(topic_name(topic, names), link(here, topic_page(topic))) for topic in summary.topics
        ),
        editors=listed(list(summary.editors)),
        edit=edit_address(edition.settings, briefing.path),
        last_version=last_version_view(anchored, history, here, MOST_CHANGES),
        all_changes=link(here, changes_of_briefing(slug)) if len(told_days(history)) > 1 else Safe(""),
        no_history=NO_HISTORY.get(edition.past.missing, ""),
        citation=citation(anchored, edition),
        address=public_address(anchored, edition),
        print_footer=print_footer(anchored, edition),
        downloads=downloads(slug, here) if bottom_line else (),
        data=link(here, briefing_data(slug)),
        numbered=(),
    )
    shown = tuple(numbered((*view.claims, *gone.claims), (*view.questions, *gone.questions)))
    return replace(view, numbered=shown)


def sentence_views(writer: ClaimWriter) -> tuple[SentenceView, ...]:
    """Make the views of a briefing's bottom line, the lede first."""
    briefing = writer.findings.briefing
    letters = briefing.letters.values()
    return tuple(
        SentenceView(line.label or "", line.text, in_pieces(line.text, letters), writer.links(line.claims))
        for line in briefing.summary.bottom_line
    )


def _timeline(moments: Sequence[MomentView]) -> tuple[MomentView, ...]:
    live = tuple(moment for moment in moments if not moment.withdrawn)
    return live if len(live) >= FEWEST_DATES or any(moment.id for moment in live) else ()


def _groups(questions: Sequence[QuestionView]) -> Iterator[QuestionGroup]:
    """Group many questions by the first origin that would answer them; the others come last."""
    if len(questions) <= MOST_UNGROUPED:
        if questions:
            yield QuestionGroup("", tuple(questions))
        return
    titles = dict.fromkeys(question.settled_by[0] for question in questions if question.settled_by)
    for title in titles:
        of_title = (question for question in questions if question.settled_by[:1] == (title,))
        yield QuestionGroup(phrase("would-be-settled-by", title), tuple(of_title))
    if rest := tuple(question for question in questions if not question.settled_by):
        yield QuestionGroup(phrase("settled-otherwise") if titles else "", rest)


def _get_first(anchored: Findings) -> Iterator[tuple[str, str]]:
    """The titles of the origins to get first, and how many questions each would answer, in words."""
    origins = anchored.briefing.summary.origins
    for id, count in anchored.origins_to_get:
        yield origins[id].title, phrase("answers-some", count) if count > 1 else ""


def downloads(slug: str, here: str) -> tuple[Link, ...]:
    """Link from the page ``here`` to a briefing on paper."""
    stem = paper_of(slug)
    return tuple(Link(name, link(here, f"{stem}{ending}")) for ending, (name, _) in FORMATS.items())


def _assessment(claims: ClaimWriter, assessment: Assessment) -> AssessmentView:
    scale = (
        phrase("likelihood", LIKELIHOOD[assessment.likelihood])
        if assessment.likelihood
        else phrase("confidence", CONFIDENCE[assessment.confidence])
        if assessment.confidence
        else ""
    )
    return AssessmentView(
        id=assessment.id,
        text=assessment.text,
        scale=scale,
        claims=claims.links(assessment.claims),
        by=listed(list(assessment.by)),
        date=date_view(assessment.date),
        note=assessment.note or "",
        withdrawn=claims.tombstone(assessment.withdrawn, "assessment"),
    )
