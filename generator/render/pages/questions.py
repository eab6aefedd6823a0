"""The list of all questions, page by page: those still open first, and those due for a check above them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby, islice
from typing import Final

from generator.analyse.findings.findings import Findings
from generator.model.entries import Question
from generator.render.addresses import QUESTIONS, briefing_page, link
from generator.render.escape import Safe
from generator.render.pages.home_news import due_for_a_check
from generator.render.pages.list_page import Section, list_page, parts, ways
from generator.render.pages.page import Page
from generator.render.pages.paging import paginate
from generator.render.parts.briefing_lines import archived, current
from generator.render.parts.claims.links import ClaimLink
from generator.render.parts.claims.writer import ClaimWriter
from generator.render.parts.links import Link, briefing_link
from generator.render.words import phrase
from generator.render.words.values import QUESTION_STATUS

ON_SHEET: Final = 50
MOST_DUE: Final = 10
"""How many questions are named as due for a check."""


@dataclass(frozen=True)
class AskedView:
    """A question in the list, with its answer and whose words that rests on, or what would settle it."""

    text: str
    href: Safe
    answer: str
    claims: tuple[ClaimLink, ...]
    would_settle: str


@dataclass(frozen=True)
class AskedIn:
    """A briefing's questions of one state, as far as one page has them."""

    briefing: Link
    archived: bool
    questions: tuple[AskedView, ...]


@dataclass(frozen=True)
class QuestionGroup:
    """Questions of one state; ``count`` is that of all pages."""

    status: str
    anchor: str
    count: int
    briefings: tuple[AskedIn, ...]


_Asked = tuple[Findings, Question]


def questions_plans(shown: Sequence[Findings]) -> list[Page]:
    """Plan the pages of all questions, by state, those of archived briefings last."""
    found = [*current(shown), *archived(shown)]
    entries: list[tuple[Section, _Asked]] = []
    counts: dict[Section, int] = {}
    for status, title in QUESTION_STATUS.items():
        asked = [
            (one, question)
            for one in found
            for question in one.briefing.summary.questions
            if question.status == status and not question.withdrawn
        ]
        section = Section(title, status)
        counts[section] = len(asked)
        entries += [(section, one) for one in asked]
    cut = paginate(entries, ON_SHEET, QUESTIONS)
    return [
        list_page(
            sheet,
            "questions",
            phrase("questions"),
            phrase("questions-description"),
            {
                "due": tuple(islice(due_for_a_check(shown, sheet.path), MOST_DUE))
                if sheet.number == 1
                else (),
                "groups": tuple(
                    QuestionGroup(
                        part.title, part.anchor, part.count, tuple(_by_briefing(part.items, sheet.path))
                    )
                    for part in parts(sheet.items, counts)
                ),
                "ways": ways(cut, counts, sheet.path),
            },
        )
        for sheet in cut
    ]


def _by_briefing(asked: Iterable[_Asked], here: str) -> Iterable[AskedIn]:
    for slug, run in groupby(asked, key=lambda one: one[0].briefing.slug):
        pairs = list(run)
        findings = pairs[0][0]
        claims = ClaimWriter(findings, here)
        yield AskedIn(
            briefing_link(findings, here),
            findings.briefing.summary.status == "archived",
            tuple(
                AskedView(
                    text=question.text,
                    href=link(here, briefing_page(slug), f"question-{question.id}"),
                    answer=question.resolution.text if question.resolution else "",
                    claims=claims.links(question.resolution.claims) if question.resolution else (),
                    would_settle=question.would_settle or "",
                )
                for _, question in pairs
            ),
        )
