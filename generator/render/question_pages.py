"""The page of all questions: those still open first, and those due for a check."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from generator.analyse.findings import Findings
from generator.analyse.questions import due
from generator.render.addresses import (
    QUESTIONS,
    briefing_page,
    link,
)
from generator.render.briefing_links import briefing_link
from generator.render.briefing_page import question_views
from generator.render.claims import stated_view
from generator.render.page import Page
from generator.render.views import (
    DateView,
    Link,
    QuestionView,
)
from generator.render.words import QUESTION_STATUS


@dataclass(frozen=True)
class DueView:
    """A question that is due for a check."""

    question: Link
    briefing: str
    last: DateView
    checked: bool


@dataclass(frozen=True)
class AskedIn:
    """A briefing's questions of one state."""

    briefing: Link
    questions: tuple[QuestionView, ...]


@dataclass(frozen=True)
class QuestionGroup:
    """All questions of one state."""

    status: str
    anchor: str
    count: int
    briefings: tuple[AskedIn, ...]


MOST_DUE: Final = 10


def questions_plan(all_findings: Sequence[Findings]) -> Page:
    """Plan the page of all questions, those still open first."""
    groups = []
    for status in ("open", "partly-answered", "answered"):
        asked = tuple(
            one
            for one in (
                _asked(findings, QUESTION_STATUS[status])
                for findings in all_findings
                if findings.briefing.summary.withdrawn is None
            )
            if one.questions
        )
        if asked:
            count = sum(len(one.questions) for one in asked)
            groups.append(QuestionGroup(QUESTION_STATUS[status], status, count, asked))
    return Page(
        path=QUESTIONS,
        template="questions",
        title="Questions",
        description="What the articles leave open, and what would settle it.",
        view={"groups": tuple(groups), "due": _due(all_findings)},
    )


def _asked(findings: Findings, status: str) -> AskedIn:
    views = question_views(findings, QUESTIONS)
    return AskedIn(
        briefing_link(findings, QUESTIONS),
        tuple(one for one in views if one.withdrawn is None and one.status == status),
    )


def _due(all_findings: Sequence[Findings]) -> tuple[DueView, ...]:
    """The questions that were longest not looked at; those without any date are in the list above anyway."""
    titles = {one.briefing.slug: one.briefing.summary.title or one.briefing.slug for one in all_findings}
    return tuple(
        DueView(
            question=Link(
                one.question.text, link(QUESTIONS, briefing_page(one.briefing), f"question-{one.question.id}")
            ),
            briefing=titles[one.briefing],
            last=stated_view(one.last),
            checked=one.question.checked is not None,
        )
        for one in due(findings.briefing for findings in all_findings)
        if one.last is not None
    )[:MOST_DUE]
