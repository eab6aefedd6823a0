"""Ids that an earlier revision had and this one lacks: addresses without even a tombstone."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from generator.model.briefing import Briefing, Library
from generator.model.diagnostics import Diagnostic, problem
from generator.model.entries import Assessment, Claim, Event, Question
from generator.model.span import NOWHERE, Span

_SECTIONS = ("claims", "questions", "assessments", "events")
_Entry = Claim | Question | Assessment | Event


def check_removed_ids(before: Library, after: Library, base: str) -> list[Diagnostic]:
    """An error for each briefing, article, actor, claim, question, assessment and event that is gone.

    What only a draft had was never published and may go. What was withdrawn must stay, too, as a tombstone;
    that of a whole briefing stands for all that had its address on that page.

    Args:
        before: the library as it was, of which only faultless entries are known.
        after: the library as it is.
        base: the name of the revision, for the message.
    """
    found: list[Diagnostic] = []
    now = {one.slug: one for one in after.briefings}
    moved = {slug: one for one in after.briefings for slug in one.summary.former_slugs}
    for old in before.briefings:
        if old.summary.status == "draft":
            continue
        new = now.get(old.slug) or moved.get(old.slug)
        if new is not None:
            found += _gone(old, new, base)
        elif f"briefings/{old.slug}/briefing.yml" not in after.lines:
            span = Span(f"briefings/{old.slug}")
            found.append(problem("briefing-taken-away", span, slug=old.slug, base=base))
    known = after.registry.actors.keys() | {id for one in after.briefings for id in one.summary.actors}
    lost = {id for one in after.briefings for id in one.lost}
    readable = all(one.actors_read for one in after.briefings)
    for id in before.registry.actors:
        if readable and id not in known and id not in lost:
            span = _section(after.registry, "actors", "briefings/actors.yml")
            found.append(_problem("actor", id, span, base, ""))
    return found


def _gone(old: Briefing, new: Briefing, base: str) -> Iterator[Diagnostic]:
    for section in _SECTIONS:
        what = section.removesuffix("s")
        there: Mapping[str, _Entry] = {one.id: one for one in getattr(new.summary, section)}
        had: Sequence[_Entry] = getattr(old.summary, section)
        fresh = [one for id, one in there.items() if id not in {entry.id for entry in had}]
        for entry in had if new.summary.withdrawn is None else ():
            if entry.id not in there and new.lost.isdisjoint((entry.id, section)):
                span = _section(new.summary, section, new.path)
                yield _problem(what, entry.id, span, base, _renamed(entry, fresh))
    for id in old.articles:
        if id not in new.articles and id not in new.lost:
            folder = Span(f"briefings/{new.slug}/articles")
            yield _problem("article", id, folder, base, "")
    for id in old.summary.actors:
        if id not in new.actors and new.actors_read and new.lost.isdisjoint((id, "actors")):
            yield _problem("actor", id, _section(new.summary, "actors", new.path), base, "")


def _section(entry: Any, section: str, path: str) -> Span:
    """The key of the list that the entry was in; the file, where the whole list or file is gone."""
    key: Span = entry.key_at(section) if section in entry.written() else NOWHERE
    return Span(path) if key == NOWHERE else key


def _renamed(entry: _Entry, fresh: Sequence[_Entry]) -> str:
    """The id of a new entry with the same words or quotes, which is what a renamed one looks like."""
    for one in fresh:
        same_quotes = (
            isinstance(entry, Claim)
            and isinstance(one, Claim)
            and bool(entry.evidence)
            and entry.evidence == one.evidence
        )
        if same_quotes or (entry.text and one.text == entry.text):
            return one.id
    return ""


def _problem(what: str, id: str, span: Span, base: str, renamed: str) -> Diagnostic:
    if renamed:
        return problem("id-renamed", span, what=what, id=id, base=base, other=renamed)
    return problem("id-taken-away", span, what=what, id=id, base=base)
