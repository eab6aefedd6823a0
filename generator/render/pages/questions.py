"""Plans the pages of all questions: what to get first, where accounts differ, what is open or answered."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, islice
from typing import Final

from generator.analyse.findings.due import due
from generator.analyse.findings.findings import Findings
from generator.analyse.findings.settling import Settling, by_what_settles
from generator.analyse.findings.to_get import origins_to_get_of_all
from generator.model.entries import Question
from generator.render.addresses import QUESTIONS, briefing_page, link
from generator.render.edition import PLAIN, Edition
from generator.render.escape import Safe
from generator.render.page import Page
from generator.render.pages.lists import (
    Section,
    first_pages,
    list_page,
    paginate,
    parts,
    section_links,
)
from generator.render.parts.briefing_lines import archived, current, newest_first
from generator.render.parts.claims.links import ClaimLink
from generator.render.parts.claims.writer import ClaimWriter
from generator.render.parts.dates import DateView, date_view
from generator.render.parts.lettered import TextPiece, in_pieces
from generator.render.parts.links import Link, briefing_link, marked_title
from generator.render.words import phrase

ON_SHEET: Final = 50
MOST_DUE: Final = 10
"""The most questions that stand apart as due for a check."""

MOST_TO_GET: Final = 5
"""The most origins that are listed as those to get first."""


@dataclass(frozen=True)
class ToGetView:
    """An origin to get first: the link to it, how many questions wait for it, and its briefing's title."""

    origin: Link
    waiting: int
    briefing: str


@dataclass(frozen=True)
class AskedView:
    """A question in the list.

    Attributes:
        briefing: its briefing's title.
        differ: how accounts differ on it, cut at the letters of sources; empty where they don't.
        answer: the answer, as far as it is answered, and the claims it rests on.
        settled_by: the origins that would answer it; empty where its group tells that.
        would_settle: what else would settle it; empty likewise.
        last: when it was last checked, or else asked; None where such dates tell nothing.
        checked: whether it was ever checked.
    """

    text: str
    href: Safe
    briefing: str
    partly: bool
    differ: tuple[TextPiece, ...]
    answer: str
    claims: tuple[ClaimLink, ...]
    settled_by: tuple[str, ...]
    would_settle: str
    last: DateView | None
    checked: bool


@dataclass(frozen=True)
class AskedGroup:
    """Questions of a briefing, with what would settle all of them where the same would: origin or else."""

    origin: str
    otherwise: str
    continued: bool
    questions: tuple[AskedView, ...]


@dataclass(frozen=True)
class AskedIn:
    """A briefing's questions of one section that stand on one page."""

    briefing: Link
    archived: bool
    continued: bool
    groups: tuple[AskedGroup, ...]


@dataclass(frozen=True)
class QuestionSection:
    """The questions of one section that stand on one page; ``count`` is their number on all pages.

    Those that are due stand in the order of their dates; the others by briefing.
    """

    title: str
    anchor: str
    count: int
    due: tuple[AskedView, ...]
    briefings: tuple[AskedIn, ...]


@dataclass(frozen=True)
class _Asked:
    """A question and its group.

    Attributes:
        opens: whether it is the first of its briefing in this section.
        opens_group: whether it is the first of its group.
        dated: whether it tells when it was last checked.
    """

    findings: Findings
    question: Question
    group: Settling
    opens: bool
    opens_group: bool
    dated: bool


_DUE: Final = Section(phrase("due"), "due")
_DIFFERING: Final = Section(phrase("where-accounts-differ"), "differences")
_OPEN: Final = Section(phrase("still-open"), "open")
_ANSWERED: Final = Section(phrase("answered"), "answered")


def questions_plans(shown: Sequence[Findings], edition: Edition = PLAIN) -> list[Page]:
    """Plan the pages of all questions, by section and briefing; those of archived briefings come last."""
    now = newest_first(current(shown), edition.past)
    entries = _entries(now, newest_first(archived(shown), edition.past))
    counts: dict[Section, int] = {}
    for section, _ in entries:
        counts[section] = counts.get(section, 0) + 1
    single = len({asked.findings.briefing.slug for _, asked in entries}) == 1
    sheets = paginate(entries, ON_SHEET, QUESTIONS)
    first = first_pages(sheets)
    return [
        list_page(
            sheet,
            "questions",
            phrase("questions"),
            phrase("questions-description"),
            {
                "only": _asked_in([sheet.items[0][1]], sheet.path) if single else None,
                "get_first": tuple(_to_get(now, sheet.path)) if sheet.number == 1 else (),
                "sections": tuple(
                    _section_view(part.title, part.anchor, part.count, part.items, sheet.path)
                    for part in parts(sheet.items, counts)
                ),
                "ways": section_links(first, counts, sheet.path),
            },
        )
        for sheet in sheets
    ]


def _entries(now: Sequence[Findings], past: Sequence[Findings]) -> list[tuple[Section, _Asked]]:
    """List every question once, in the order of the pages.

    Where all are more than a page, those due for a check stand before the others.
    """
    longest_unchecked = _due(now)
    told = bool(longest_unchecked)
    asked = [one for findings in (*now, *past) for one in findings.briefing.summary.questions]
    if sum(not question.withdrawn for question in asked) <= ON_SHEET:
        longest_unchecked = []
    apart = {id(question) for _, question in longest_unchecked}
    entries = [
        (_DUE, _Asked(findings, question, Settling((question,)), True, True, True))
        for findings, question in longest_unchecked
    ]
    for section in (_DIFFERING, _OPEN, _ANSWERED):
        for findings in (*now, *past):
            questions = [
                question
                for question in findings.briefing.summary.questions
                if not question.withdrawn and id(question) not in apart and _section_of(question) == section
            ]
            if section == _ANSWERED:
                groups: tuple[Settling, ...] = (Settling(tuple(questions)),)
            else:
                groups = by_what_settles(findings.briefing, questions)
            entries += [
                (
                    section,
                    _Asked(
                        findings,
                        question,
                        group,
                        opens=question is groups[0].questions[0],
                        opens_group=question is group.questions[0],
                        dated=told and question.is_open,
                    ),
                )
                for group in groups
                for question in group.questions
            ]
    return entries


def _section_of(question: Question) -> Section:
    if not question.is_open:
        return _ANSWERED
    return _DIFFERING if question.differ else _OPEN


def _due(briefings: Sequence[Findings]) -> list[tuple[Findings, Question]]:
    """List questions that were last checked before others were, the longest unchecked first."""
    by_slug = {findings.briefing.slug: findings for findings in briefings}
    dated = [check for check in due(by_slug[slug].briefing for slug in by_slug) if check.last]
    newest = dated[-1].last if dated else None
    before = (check for check in dated if check.last and newest and check.last.edtf != newest.edtf)
    return [(by_slug[check.briefing], check.question) for check in islice(before, MOST_DUE)]


def _to_get(briefings: Sequence[Findings], here: str) -> Iterator[ToGetView]:
    for entry in origins_to_get_of_all(findings.briefing for findings in briefings)[:MOST_TO_GET]:
        page = briefing_page(entry.briefing.slug)
        title = entry.briefing.summary.origins[entry.origin].title
        yield ToGetView(
            Link(title, link(here, page, f"origin-{entry.origin}")),
            entry.waiting,
            marked_title(entry.briefing),
        )


def _section_view(title: str, anchor: str, count: int, items: Sequence[_Asked], here: str) -> QuestionSection:
    if anchor == _DUE.anchor:
        return QuestionSection(title, anchor, count, tuple(_asked_view(asked, here) for asked in items), ())
    runs = groupby(items, key=lambda asked: asked.findings.briefing.slug)
    return QuestionSection(title, anchor, count, (), tuple(_asked_in(list(run), here) for _, run in runs))


def _asked_in(asked: Sequence[_Asked], here: str) -> AskedIn:
    findings = asked[0].findings
    groups = [list(run) for _, run in groupby(asked, key=lambda one: id(one.group))]
    origins = findings.briefing.summary.origins
    return AskedIn(
        briefing=briefing_link(findings, here),
        archived=findings.briefing.summary.status == "archived",
        continued=not asked[0].opens,
        groups=tuple(
            AskedGroup(
                origin=origins[group[0].group.origin].title if group[0].group.origin else "",
                otherwise=group[0].group.otherwise,
                continued=not group[0].opens_group,
                questions=tuple(_asked_view(one, here) for one in group),
            )
            for group in groups
        ),
    )


def _asked_view(asked: _Asked, here: str) -> AskedView:
    question, briefing = asked.question, asked.findings.briefing
    claims = ClaimWriter(asked.findings, here)
    # What would settle it is told of what no source answers; how accounts differ is long enough alone.
    told = question.is_open and not question.differ
    last = question.checked or question.opened
    return AskedView(
        text=question.text,
        href=link(here, briefing_page(briefing.slug), f"question-{question.id}"),
        briefing=marked_title(briefing),
        partly=question.status == "partly-answered",
        differ=in_pieces(question.differ or "", briefing.letters.values()) if question.is_open else (),
        answer=question.resolution.text if question.resolution else "",
        claims=claims.links(question.resolution.claims) if question.resolution else (),
        settled_by=tuple(
            claims.first_said_in(origin)
            for origin in question.settled_by
            if told and origin != asked.group.origin
        ),
        would_settle=(question.would_settle or "") if told and not asked.group.otherwise else "",
        last=date_view(last) if asked.dated else None,
        checked=question.checked is not None,
    )
