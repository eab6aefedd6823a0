"""News of all briefings: the latest changes, answered questions, and questions due for a check."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import takewhile

from generator.analyse.findings.due import due
from generator.analyse.findings.findings import Findings
from generator.analyse.history.by_day import by_day
from generator.model.changes import History, Version, What
from generator.model.dates import Edtf, parse
from generator.model.entries import Question, Resolution
from generator.render.addresses import briefing_page, link
from generator.render.edition import Edition
from generator.render.parts.changes.view import ChangeView
from generator.render.parts.changes.writer import ChangeWriter
from generator.render.parts.claims.links import ClaimLink
from generator.render.parts.claims.writer import ClaimWriter
from generator.render.parts.dates import DateView, stated_view
from generator.render.parts.links import Link, briefing_link, marked_title


@dataclass(frozen=True)
class ChangedView:
    """The last day with substantive changes of a briefing.

    Attributes:
        date: the day, in words.
        time: the time of the day's last version, in RFC 3339.
        day: the day, as YYYY-MM-DD.
        first: whether it is the day of the first publication.
        change: the first change; None on the day of the first publication.
        more: the number of further changes.
    """

    slug: str
    briefing: Link
    date: str
    time: str
    day: str
    first: bool
    change: ChangeView | None
    more: int


@dataclass(frozen=True)
class AnsweredView:
    """An answered question: its answer with the claims it rests on, its briefing's title, and the day."""

    question: Link
    answer: str
    claims: tuple[ClaimLink, ...]
    briefing: str
    date: str


@dataclass(frozen=True)
class DueView:
    """A question that is due for a check.

    Attributes:
        question: the link to it.
        briefing: its briefing's title.
        last: when it was last checked, or else asked.
        checked: whether it was ever checked.
    """

    question: Link
    briefing: str
    last: DateView
    checked: bool


def changed_lately(briefings: Sequence[Findings], edition: Edition, here: str) -> Iterator[ChangedView]:
    """Make a view of each briefing's last day with substantive changes, newest first."""
    entries = [
        (version.time, findings.briefing.slug, findings, version)
        for findings in briefings
        if (version := _last_changing_version(by_day(edition.past.of(findings.briefing.slug)))) is not None
    ]
    entries.sort(key=lambda entry: entry[:2], reverse=True)
    for _, slug, findings, version in entries:
        changes = version.substantive
        yield ChangedView(
            slug=slug,
            briefing=briefing_link(findings, here),
            date=parse(version.date).words(),
            time=version.time,
            day=version.date,
            first=version is edition.past.of(slug).first,
            change=_in_short(ChangeWriter(findings, here).sentence(changes[0])) if changes else None,
            more=max(len(changes) - 1, 0),
        )


def last_week(changed: Iterator[ChangedView]) -> Iterator[ChangedView]:
    """Select the changes of the seven days up to the newest; they must come newest first."""
    newest = next(changed, None)
    if newest is None:
        return
    since = date.fromisoformat(newest.day) - timedelta(days=6)
    yield newest
    yield from takewhile(lambda view: date.fromisoformat(view.day) >= since, changed)


def newly_answered(briefings: Sequence[Findings], edition: Edition, here: str) -> Iterator[AnsweredView]:
    """Make views of the answered questions whose day is known from history or editors, newest first."""
    entries = []
    for findings in briefings:
        days = _answered_on(edition.past.of(findings.briefing.slug))
        for question in findings.briefing.summary.questions:
            answer = question.resolution
            if question.withdrawn or question.status != "answered" or answer is None:
                continue
            if day := days.get(question.id) or _stated_day(answer):
                entries.append((day, findings, question, answer))
    entries.sort(key=lambda entry: entry[0].sort_key(), reverse=True)
    for day, findings, question, answer in entries:
        yield AnsweredView(
            question=_question_link(findings, question, here),
            answer=answer.text,
            claims=ClaimWriter(findings, here).links(answer.claims),
            briefing=marked_title(findings.briefing),
            date=day.words(),
        )


def due_for_a_check(briefings: Sequence[Findings], here: str) -> Iterator[DueView]:
    """Make views of the open questions that are due for a check, longest unchecked first.

    Questions without a date are left out, as they can't be put in order.
    """
    by_slug = {findings.briefing.slug: findings for findings in briefings}
    for check in due(findings.briefing for findings in briefings):
        if check.last is not None:
            findings = by_slug[check.briefing]
            yield DueView(
                question=_question_link(findings, check.question, here),
                briefing=marked_title(findings.briefing),
                last=stated_view(check.last),
                checked=check.question.checked is not None,
            )


def _question_link(findings: Findings, question: Question, here: str) -> Link:
    page = briefing_page(findings.briefing.slug)
    return Link(question.text, link(here, page, f"question-{question.id}"))


def _in_short(change: ChangeView) -> ChangeView:
    """Cut the view of a change behind the first thing that changed; reasons of withdrawals stay whole."""
    return change if change.lead else replace(change, how=change.how.partition("; ")[0])


def _last_changing_version(history: History) -> Version | None:
    """The last committed version that is the first or has substantive changes; None where there is none."""
    for version in reversed(history.versions):
        if version.time and (version.substantive or version is history.first):
            return version
    return None


def _answered_on(history: History) -> dict[str, Edtf]:
    """The day on which each question became answered; none for those that the first version has answered."""
    days: dict[str, Edtf] = {}
    for version in history.versions:
        for change in version.changes:
            if change.kind != "question" or not version.time:
                continue
            status = change.part("status")
            new_status = (
                (change.after or {}).get("status") if change.what is What.ADDED else status and status.after
            )
            if new_status == "answered":
                days[change.id] = parse(version.date)
    return days


def _stated_day(answer: Resolution) -> Edtf | None:
    return parse(answer.date.edtf) if answer.date and answer.date.edtf else None
