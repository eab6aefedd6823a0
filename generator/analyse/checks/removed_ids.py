"""Check for ids that an earlier revision had and that are gone without a tombstone."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from generator.model.briefing import Briefing, Library
from generator.model.claims import Claim
from generator.model.diagnostics import Diagnostic, problem
from generator.model.entries import Assessment, Event, Question
from generator.model.span import NOWHERE, Span

_SECTIONS = ("claims", "questions", "assessments", "events")
_Entry = Claim | Question | Assessment | Event


def check_removed_ids(before: Library, after: Library, base: str) -> list[Diagnostic]:
    """Reports each briefing, article, actor, claim, question, assessment and event that is gone.

    Entries of a draft were never published and may go. Withdrawn entries must stay, too, as tombstones; the
    tombstone of a briefing covers all entries with an address on its page.

    Args:
        before: the library as it was, of which only faultless entries are known.
        after: the library as it is.
        base: the name of the revision, for the message.
    """
    problems: list[Diagnostic] = []
    now = {briefing.slug: briefing for briefing in after.briefings}
    moved = {slug: briefing for briefing in after.briefings for slug in briefing.summary.former_slugs}
    for old in before.briefings:
        if old.is_draft:
            continue
        new = now.get(old.slug) or moved.get(old.slug)
        if new is not None:
            problems += _removed_entries(old, new, base)
        elif f"briefings/{old.slug}/briefing.yml" not in after.lines:
            span = Span(f"briefings/{old.slug}")
            problems.append(problem("briefing-taken-away", span, slug=old.slug, base=base))
    known = after.registry.actors.keys() | {
        id for briefing in after.briefings for id in briefing.summary.actors
    }
    lost = {id for briefing in after.briefings for id in briefing.lost}
    readable = all(briefing.actors_read for briefing in after.briefings)
    for id in before.registry.actors:
        if readable and id not in known and id not in lost:
            span = _section_span(after.registry, "actors", "briefings/actors.yml")
            problems.append(_removed_id("actor", id, span, base, ""))
    return problems


def _removed_entries(old: Briefing, new: Briefing, base: str) -> Iterator[Diagnostic]:
    for section in _SECTIONS:
        what = section.removesuffix("s")
        present: Mapping[str, _Entry] = {entry.id: entry for entry in getattr(new.summary, section)}
        former: Sequence[_Entry] = getattr(old.summary, section)
        added = [candidate for id, candidate in present.items() if id not in {entry.id for entry in former}]
        for entry in former if new.summary.withdrawn is None else ():
            if entry.id not in present and new.lost.isdisjoint((entry.id, section)):
                span = _section_span(new.summary, section, new.path)
                yield _removed_id(what, entry.id, span, base, _renamed_id(entry, added))
    for id in old.articles:
        if id not in new.articles and id not in new.lost:
            folder = Span(f"briefings/{new.slug}/articles")
            yield _removed_id("article", id, folder, base, "")
    for id in old.summary.actors:
        if id not in new.actors and new.actors_read and new.lost.isdisjoint((id, "actors")):
            yield _removed_id("actor", id, _section_span(new.summary, "actors", new.path), base, "")


def _section_span(entry: Any, section: str, path: str) -> Span:
    """Returns the place of the key of the entry's list; of the file, where the list or file is gone."""
    key: Span = entry.key_at(section) if section in entry.written() else NOWHERE
    return Span(path) if key == NOWHERE else key


def _renamed_id(entry: _Entry, added: Sequence[_Entry]) -> str:
    """Returns the id of an added entry with the same words or quotes, as a renamed one has; else empty."""
    for candidate in added:
        same_quotes = (
            isinstance(entry, Claim)
            and isinstance(candidate, Claim)
            and bool(entry.evidence)
            and entry.evidence == candidate.evidence
        )
        if same_quotes or (entry.text and candidate.text == entry.text):
            return candidate.id
    return ""


def _removed_id(what: str, id: str, span: Span, base: str, renamed: str) -> Diagnostic:
    if renamed:
        return problem("id-renamed", span, what=what, id=id, base=base, other=renamed)
    return problem("id-taken-away", span, what=what, id=id, base=base)
