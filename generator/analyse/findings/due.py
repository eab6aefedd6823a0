"""Which questions are due for a check: the open ones, the longest unchecked first."""

from collections.abc import Iterable
from dataclasses import dataclass

from generator.model.briefing import Briefing
from generator.model.dates import parse
from generator.model.entries import Question, StatedDate


@dataclass(frozen=True)
class Due:
    """An open question and when somebody last looked for its answer.

    Attributes:
        briefing: the slug of its briefing.
        question: the question.
        last: when it was last checked, else when it was opened; None when neither is written.
    """

    briefing: str
    question: Question
    last: StatedDate | None


def due(briefings: Iterable[Briefing]) -> tuple[Due, ...]:
    """Every question that is not answered, oldest check first; those that tell no date come last.

    There is no clock in a build, so nothing is ever "overdue": the order is all that follows.
    """
    found = [
        Due(briefing.slug, question, question.checked or question.opened)
        for briefing in briefings
        if not briefing.summary.withdrawn and briefing.summary.status == "published"
        for question in briefing.open_questions
    ]
    dated = [one for one in found if one.last is not None and one.last.edtf]
    undated = [one for one in found if one.last is None or not one.last.edtf]
    dated.sort(key=lambda one: parse(one.last.edtf).sort_key() if one.last and one.last.edtf else ())
    return (*dated, *undated)
