"""Plans the pages of all questions: by status, open ones first, above them those due for a check."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby, islice
from typing import Final

from generator.analyse.findings.findings import Findings
from generator.model.entries import Question
from generator.render.addresses import QUESTIONS, briefing_page, link
from generator.render.escape import Safe
from generator.render.page import Page
from generator.render.pages.home_news import due_for_a_check
from generator.render.pages.lists import Section, list_page, paginate, parts, section_links
from generator.render.parts.briefing_lines import archived, current
from generator.render.parts.claims.links import ClaimLink
from generator.render.parts.claims.writer import ClaimWriter
from generator.render.parts.links import Link, briefing_link
from generator.render.words import phrase
from generator.render.words.values import QUESTION_STATUS

ON_SHEET: Final = 50
MOST_DUE: Final = 10
"""The most questions that are listed as due for a check."""


@dataclass(frozen=True)
class AskedView:
    """A question in the list, with its answer and the claims it rests on, or what would settle it."""

    text: str
    href: Safe
    answer: str
    claims: tuple[ClaimLink, ...]
    would_settle: str


@dataclass(frozen=True)
class AskedIn:
    """A briefing's questions of one status that stand on one page."""

    briefing: Link
    archived: bool
    questions: tuple[AskedView, ...]


@dataclass(frozen=True)
class QuestionGroup:
    """The questions of one status that stand on one page; ``count`` is their number on all pages."""

    status: str
    anchor: str
    count: int
    briefings: tuple[AskedIn, ...]


_Asked = tuple[Findings, Question]


def questions_plans(shown: Sequence[Findings]) -> list[Page]:
    """Plan the pages of all questions, by status; those of archived briefings come last."""
    briefings = [*current(shown), *archived(shown)]
    entries: list[tuple[Section, _Asked]] = []
    counts: dict[Section, int] = {}
    for status, title in QUESTION_STATUS.items():
        of_status = [
            (findings, question)
            for findings in briefings
            for question in findings.briefing.summary.questions
            if question.status == status and not question.withdrawn
        ]
        section = Section(title, status)
        counts[section] = len(of_status)
        entries += [(section, pair) for pair in of_status]
    sheets = paginate(entries, ON_SHEET, QUESTIONS)
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
                "ways": section_links(sheets, counts, sheet.path),
            },
        )
        for sheet in sheets
    ]


def _by_briefing(questions: Iterable[_Asked], here: str) -> Iterable[AskedIn]:
    for slug, run in groupby(questions, key=lambda pair: pair[0].briefing.slug):
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
