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
from generator.render.parts.claims.line import ChipWriter
from generator.render.parts.claims.links import ClaimLink
from generator.render.parts.claims.passages import passage_link
from generator.render.parts.claims.runs import Run, runs
from generator.render.parts.claims.tombstones import TombstoneView
from generator.render.parts.claims.writer import ClaimWriter
from generator.render.parts.dates import DateView, date_view
from generator.render.parts.lettered import TextPiece, in_pieces
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
        letter: the source's letter.
        told: who says it, and the kind of speech.
        mark: the kind of speech as its value in the YAML, for style sheets.
        segments: the words as the article writes them, those marked that the question quotes.
        href: the link to the passage.
    """

    letter: str
    told: str
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
        number: what paper calls it.
        status: its status in words; empty where it is open, which its heading tells.
        differ: how the accounts differ on it; empty where they don't.
        differ_pieces: the same, cut at the letters of sources.
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
    number: str
    text: str
    status: str
    still_open: bool
    partly: bool
    would_settle: str
    claims: tuple[ClaimLink, ...]
    differ: str
    differ_pieces: tuple[TextPiece, ...]
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
        number=phrase("question-number", _number(claims.findings, question)),
        text=question.text,
        status=QUESTION_STATUS[question.status] if question.text and question.status != "open" else "",
        still_open=question.is_open,
        partly=question.status == "partly-answered",
        would_settle=question.would_settle or "",
        claims=claims.links(question.claims),
        differ=question.differ or "",
        differ_pieces=in_pieces(question.differ or "", claims.findings.briefing.letters.values()),
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


def _number(findings: Findings, question: Question) -> int:
    """The number of a question: those that tell a difference first, answered and withdrawn ones last."""
    ordered = sorted(
        findings.briefing.summary.questions,
        key=lambda other: (other.withdrawn is not None, not other.is_open, not other.differ),
    )
    return 1 + next(at for at, other in enumerate(ordered) if other is question)


def _wording(claims: ClaimWriter, marked: Marked) -> WordingView:
    quote = marked.quote
    chips = ChipWriter(claims.findings, claims.speakers)
    return WordingView(
        letter=claims.findings.briefing.letter(quote.article.id),
        told=chips.with_speaker(quote),
        mark=quote.speech.value,
        segments=tuple(
            runs(quote.article.text, start, end, marked.marks) for start, end in quote.passage.segments
        ),
        language=foreign_language(quote.article),
        href=passage_link(claims.findings, quote, claims.here),
    )
