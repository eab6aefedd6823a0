"""The view of a question, with its status, its answer and what would settle it."""

from dataclasses import dataclass

from generator.analyse.findings.differences import Marked
from generator.analyse.findings.findings import Findings
from generator.model.entries import Question
from generator.render.addresses import (
    briefing_page,
    link,
)
from generator.render.escape import Safe
from generator.render.parts.claims.links import ClaimLink
from generator.render.parts.claims.runs import Run, runs
from generator.render.parts.claims.tombstones import TombstoneView
from generator.render.parts.claims.writer import ClaimWriter
from generator.render.parts.dates import DateView, date_view
from generator.render.parts.source_labels import foreign_language
from generator.render.words import phrase
from generator.render.words.values import QUESTION_KIND, QUESTION_STATUS


@dataclass(frozen=True)
class AnswerView:
    """The answer to a question."""

    text: str
    claims: tuple[ClaimLink, ...]
    date: DateView | None


@dataclass(frozen=True)
class WordingView:
    """A quote on which accounts differ, cut into runs; its language where that is not the site's own.

    Attributes:
        who: who says it, with the source's letter where the name doesn't have it.
        mark: the kind of speech as its value in the YAML, for style sheets.
        segments: the words as the article writes them, those marked that the question quotes.
        href: the link to its claim.
    """

    who: str
    mark: str
    segments: tuple[tuple[Run, ...], ...]
    language: str
    href: Safe


@dataclass(frozen=True)
class QuestionView:
    """A question as pages show it.

    Attributes:
        still_open: whether it is open or partly answered.
        partly: whether it is partly answered.
        differ: how the accounts differ on it; empty where they don't.
        kind: the kind of the difference, in words.
        ladder: the words that go further and further, the most cautious first.
        wordings: the quotes that have words which ``differ`` or the ladder quotes.
        settled_by: the titles of the origins whose full text would answer it.
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
    differ: str
    kind: str
    ladder: tuple[str, ...]
    wordings: tuple[WordingView, ...]
    settled_by: tuple[str, ...]
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


def question_view(claims: ClaimWriter, question: Question) -> QuestionView:
    """Make the view of a question."""
    resolution = question.resolution
    answer = None
    if resolution is not None:
        answer = AnswerView(resolution.text, claims.links(resolution.claims), date_view(resolution.date))
    page = briefing_page(claims.findings.briefing.slug)
    times = claims.entry_history.times("question", question.id)
    return QuestionView(
        id=question.id,
        text=question.text,
        status=QUESTION_STATUS[question.status] if question.text else "",
        still_open=question.is_open,
        partly=question.status == "partly-answered",
        would_settle=question.would_settle or "",
        claims=claims.links(question.claims),
        differ=question.differ or "",
        kind=QUESTION_KIND[question.kind] if question.kind else "",
        ladder=question.ladder,
        wordings=tuple(
            _wording(claims, marked) for marked in claims.findings.differences.get(question.id, ())
        ),
        settled_by=tuple(claims.first_said_in(origin) for origin in question.settled_by),
        opened=date_view(question.opened),
        checked=date_view(question.checked),
        answer=answer,
        note=question.note or "",
        href=link(claims.here, page, f"question-{question.id}"),
        withdrawn=claims.tombstone(question.withdrawn, "question"),
        added=times.added,
        changed=times.changed,
    )


def _wording(claims: ClaimWriter, marked: Marked) -> WordingView:
    quote = marked.quote
    letter = claims.findings.briefing.letter(quote.article.id)
    who = claims.speakers.of_quote(quote)
    lettered = quote.is_own_voice or bool(quote.evidence.by_open)
    return WordingView(
        who=who if lettered else phrase("name-and-letters", who, letter),
        mark=quote.speech.value,
        segments=tuple(
            runs(quote.article.text, start, end, marked.marks) for start, end in quote.passage.segments
        ),
        language=foreign_language(quote.article),
        href=link(claims.here, briefing_page(claims.findings.briefing.slug), f"claim-{quote.claim.id}"),
    )
