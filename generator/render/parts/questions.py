"""The view of a question, with its status, its answer and what would settle it."""

from dataclasses import dataclass

from generator.analyse.findings.findings import Findings
from generator.model.entries import Question
from generator.render.addresses import (
    briefing_page,
    link,
)
from generator.render.escape import Safe
from generator.render.parts.claims.links import ClaimLink
from generator.render.parts.claims.tombstones import TombstoneView
from generator.render.parts.claims.writer import ClaimWriter
from generator.render.parts.dates import DateView, date_view
from generator.render.parts.links import Link
from generator.render.words.values import QUESTION_STATUS


@dataclass(frozen=True)
class AnswerView:
    """The answer to a question."""

    text: str
    claims: tuple[ClaimLink, ...]
    date: DateView | None


@dataclass(frozen=True)
class QuestionView:
    """A question as pages show it.

    Attributes:
        still_open: whether it is open or partly answered.
        partly: whether it is partly answered.
        compare: links to the differing accounts that it would settle.
        opened: the day on which it was asked.
        checked: the day on which an editor last looked for an answer.
        added: since when it stands here, in RFC 3339; empty where that is not known.
        changed: when it last changed in substance, likewise.
    """

    id: str
    text: str
    status: str
    still_open: bool
    partly: bool
    would_settle: str
    claims: tuple[ClaimLink, ...]
    compare: tuple[Link, ...]
    opened: DateView | None
    checked: DateView | None
    answer: AnswerView | None
    note: str
    href: Safe
    withdrawn: TombstoneView | None
    added: str
    changed: str


def question_views(findings: Findings, here: str) -> tuple[QuestionView, ...]:
    """Make the views of a briefing's questions for the page ``here``, in the order of the YAML."""
    claims = ClaimWriter(findings, here)
    return tuple(question_view(claims, question) for question in findings.briefing.summary.questions)


def question_view(claims: ClaimWriter, question: Question, compare: tuple[Link, ...] = ()) -> QuestionView:
    """Make the view of a question; ``compare`` links to the differing accounts that it would settle."""
    resolution = question.resolution
    answer = None
    if resolution is not None:
        answer = AnswerView(resolution.text, claims.links(resolution.claims), date_view(resolution.date))
    page = briefing_page(claims.findings.briefing.slug)
    times = claims.entry_history.times("question", question.id)
    return QuestionView(
        id=question.id,
        text=question.text,
        status=QUESTION_STATUS[question.status] if question.status else "",
        still_open=question.is_open,
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
