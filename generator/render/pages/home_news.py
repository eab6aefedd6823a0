"""What is new in all briefings together: changed lately, newly answered, and due for a check."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from generator.analyse.findings.due import due
from generator.analyse.findings.findings import Findings
from generator.analyse.history.by_day import by_day
from generator.model.changes import History, Version, What
from generator.model.dates import Edtf, parse
from generator.model.entries import Question, Resolution
from generator.render.addresses import briefing_page, link
from generator.render.edition import Edition
from generator.render.parts.changes import ChangeView, ChangeWriter
from generator.render.parts.claims.links import ClaimLink
from generator.render.parts.claims.writer import ClaimWriter
from generator.render.parts.dates import DateView, stated_view
from generator.render.parts.links import Link, briefing_link


@dataclass(frozen=True)
class ChangedView:
    """The last day that changed something for readers of a briefing.

    Attributes:
        date: the day, in words.
        time: the same in RFC 3339.
        first: whether the briefing was first published with it.
        change: the first of its changes; None where it was first published.
        more: how many others it has.
    """

    slug: str
    briefing: Link
    date: str
    time: str
    first: bool
    change: ChangeView | None
    more: int


@dataclass(frozen=True)
class AnsweredView:
    """A question, its answer, whose words that rests on, and the day on which it was answered."""

    question: Link
    answer: str
    claims: tuple[ClaimLink, ...]
    briefing: str
    date: str


@dataclass(frozen=True)
class DueView:
    """A question that is due for a check."""

    question: Link
    briefing: str
    last: DateView
    checked: bool


def changed_lately(found: Sequence[Findings], edition: Edition, here: str) -> Iterator[ChangedView]:
    """Each briefing with the last day that readers are told of, the newest first."""
    told = [
        (version.time, one.briefing.slug, one, version)
        for one in found
        if (version := _last_told(by_day(edition.past.of(one.briefing.slug)))) is not None
    ]
    told.sort(key=lambda one: one[:2], reverse=True)
    for _, slug, one, version in told:
        changes = version.substantive
        yield ChangedView(
            slug=slug,
            briefing=briefing_link(one, here),
            date=parse(version.date).words(),
            time=version.time,
            first=version is edition.past.of(slug).first,
            change=_in_short(ChangeWriter(one, here).sentence(changes[0])) if changes else None,
            more=max(len(changes) - 1, 0),
        )


def newly_answered(found: Sequence[Findings], edition: Edition, here: str) -> Iterator[AnsweredView]:
    """The answered questions of which the history or an editor tells the day, the newest first."""
    told = []
    for one in found:
        days = _answered_on(edition.past.of(one.briefing.slug))
        for question in one.briefing.summary.questions:
            answer = question.resolution
            if question.withdrawn or question.status != "answered" or answer is None:
                continue
            if day := days.get(question.id) or _stated(answer):
                told.append((day, one, question, answer))
    told.sort(key=lambda one: one[0].sort_key(), reverse=True)
    for day, one, question, answer in told:
        yield AnsweredView(
            question=_question_link(one, question, here),
            answer=answer.text,
            claims=ClaimWriter(one, here).links(answer.claims),
            briefing=one.briefing.title,
            date=day.words(),
        )


def due_for_a_check(found: Sequence[Findings], here: str) -> Iterator[DueView]:
    """The open questions that were longest not looked at; those without any date can't be put in order."""
    by_slug = {one.briefing.slug: one for one in found}
    for one in due(findings.briefing for findings in found):
        if one.last is not None:
            findings = by_slug[one.briefing]
            yield DueView(
                question=_question_link(findings, one.question, here),
                briefing=findings.briefing.title,
                last=stated_view(one.last),
                checked=one.question.checked is not None,
            )


def _question_link(findings: Findings, question: Question, here: str) -> Link:
    page = briefing_page(findings.briefing.slug)
    return Link(question.text, link(here, page, f"question-{question.id}"))


def _in_short(change: ChangeView) -> ChangeView:
    """A change with the first thing alone that is told of how an entry changed; reasons are left whole."""
    return change if change.lead else replace(change, how=change.how.partition("; ")[0])


def _last_told(history: History) -> Version | None:
    """The last version that was committed and changed something for readers, or was the first."""
    for version in reversed(history.versions):
        if version.time and (version.substantive or version is history.first):
            return version
    return None


def _answered_on(history: History) -> dict[str, Edtf]:
    """The day on which each question became answered; no day for those that were so from the first."""
    days: dict[str, Edtf] = {}
    for version in history.versions:
        for change in version.changes:
            if change.kind != "question" or not version.time:
                continue
            status = change.part("status")
            now = (change.after or {}).get("status") if change.what is What.ADDED else status and status.after
            if now == "answered":
                days[change.id] = parse(version.date)
    return days


def _stated(answer: Resolution) -> Edtf | None:
    return parse(answer.date.edtf) if answer.date and answer.date.edtf else None
