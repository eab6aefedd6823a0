"""Questions that are due for a check: the open ones, the longest unchecked first."""

from collections.abc import Iterable
from dataclasses import dataclass

from generator.model.briefing import Briefing
from generator.model.dated import StatedDate
from generator.model.dates import parse
from generator.model.entries import Question


@dataclass(frozen=True)
class Due:
    """An open question and the date when somebody last looked for its answer.

    Attributes:
        briefing: the slug of its briefing.
        question: the question.
        last: when it was last checked, else when it was opened; None when neither is written.
    """

    briefing: str
    question: Question
    last: StatedDate | None


def due(briefings: Iterable[Briefing]) -> tuple[Due, ...]:
    """Lists every open question of published briefings, oldest check first; those without a date last.

    A build has no clock, so nothing is ever "overdue": only the order matters.
    """
    questions = [
        Due(briefing.slug, question, question.checked or question.opened)
        for briefing in briefings
        if not briefing.summary.withdrawn and briefing.summary.status == "published"
        for question in briefing.open_questions
    ]
    dated = [entry for entry in questions if entry.last is not None and entry.last.edtf]
    undated = [entry for entry in questions if entry.last is None or not entry.last.edtf]
    dated.sort(key=lambda entry: parse(entry.last.edtf).sort_key() if entry.last and entry.last.edtf else ())
    return (*dated, *undated)
