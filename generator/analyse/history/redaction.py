"""History without what was taken out: no change shows words that the briefing itself no longer holds."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from typing import Any, Final

from generator.analyse.history.compare import TEXT_FIELDS
from generator.analyse.history.snapshot import Key, Snapshot, snapshot
from generator.analyse.text.fold import fold
from generator.analyse.text.tokens import letter_runs
from generator.model.briefing import Briefing, Library
from generator.model.changes import Change, History, Part, Past, Plain, What
from generator.model.entries import Registry

_WORDS: Final[Mapping[str, str]] = {
    "actor": "name",
    "source": "sha256",
    "origin": "title",
    "matter": "title",
}
"""The field without which an entry's words were taken out; of all others it is their text."""

_SAYINGS: Final = ("name", "title", "text", "described_as")
"""The fields by which an entry may be known where others repeat it."""


def redact(history: History, briefing: Briefing, names: Collection[str] = ()) -> History:
    """The history as it may be shown beside the briefing as it stands now.

    An entry that is gone, or withdrawn with its text taken out, shows nothing of what it said. Neither does
    what named such a claim (a sentence of the bottom line, an assessment, an answer), a quote from a source
    whose text was taken out, a relation to such a claim, or what once said its words or name. An answer that
    a question no longer has is not shown either. A briefing of
    which nothing is left but its tombstone keeps its dates, and that it was withdrawn.

    Args:
        names: what actors of the registry were called whose names were taken out there.
    """
    if briefing.summary.withdrawn is not None and not briefing.summary.title:
        return _dates(history)
    now = snapshot(briefing)
    lost = _lost(history, now, names)
    versions = (
        replace(one, changes=tuple(_shown(change, now, lost) for change in one.changes))
        for one in history.versions
    )
    return History(tuple(versions))


def shown_past(past: Past, library: Library, names: Collection[str] = ()) -> Past:
    """The past of all briefings as it may be shown beside them as they stand now.

    Args:
        names: what the actors of `nameless` were called before.
    """
    now = {one.slug: one for one in library.briefings}
    found = {slug: redact(one, now[slug], names) for slug, one in past.histories.items() if slug in now}
    return Past(found, past.missing)


def nameless(registry: Registry) -> frozenset[str]:
    """The ids of the registry's actors whose names were taken out."""
    return frozenset(id for id, actor in registry.actors.items() if actor.withdrawn and not actor.name)


def _dates(history: History) -> History:
    versions = [
        replace(one, changes=tuple(_hidden(change) for change in one.changes if _withdraws(change)))
        for one in history.versions
    ]
    kept = (one for at, one in enumerate(versions, 1) if one.changes or at in (1, len(versions)))
    return History(tuple(kept))


def _withdraws(change: Change) -> bool:
    return change.kind == "briefing" and change.what is What.WITHDRAWN


def _shown(change: Change, now: Snapshot, lost: tuple[str, ...]) -> Change:
    if _is_lost(change, now) or _answer_is_lost(change, now):
        return _hidden(change)
    if any(_names_forgotten(entry, now) for entry in _sides(change)):
        if change.kind != "claim":
            return _hidden(change)
        change = _trimmed(change, now)
    told = [_row(text) for entry in _sides(change) for text in _texts(entry)] if lost else []
    return _hidden(change) if any(_stands_in(one, text) for one in lost for text in told) else change


def _sides(change: Change) -> list[Plain]:
    return [entry for entry in (change.before, change.after) if entry is not None]


def _is_lost(change: Change, now: Snapshot) -> bool:
    # Sentences and asides have no lasting id: they are judged by what they name.
    lasting = change.kind not in ("briefing", "sentence", "aside")
    return lasting and _taken_out((change.kind, change.id), now)


def _answer_is_lost(change: Change, now: Snapshot) -> bool:
    """Whether it tells an answer to a question that has none any more."""
    if change.kind != "question" or not any(map(_answer, _sides(change))):
        return False
    return not _answer(now.get((change.kind, change.id), {}))


def _lost(history: History, now: Snapshot, names: Collection[str]) -> tuple[str, ...]:
    """The names and wordings that were taken out, as rows of words, but for what the briefing still says.

    Others may have said them too: a wording that names somebody, a sentence that first lost its claims.
    """
    rows = set(map(_row, names))
    for change in (change for version in history.versions for change in version.changes):
        for entry in _sides(change):
            if _is_lost(change, now):
                rows.update(map(_row, (*_sayings(entry), _answer(entry))))
            elif _answer_is_lost(change, now) or (change.kind == "question" and _names_forgotten(entry, now)):
                rows.add(_row(_answer(entry)))
            elif change.kind != "claim" and _names_forgotten(entry, now):
                rows.update(map(_row, _sayings(entry)))
    there = [_row(text) for entry in now.values() for text in _texts(entry)] if rows else []
    return tuple(sorted(one for one in rows if one and not any(_stands_in(one, text) for text in there)))


def _sayings(entry: Plain) -> Iterator[str]:
    yield from (entry.get(field, "") for field in _SAYINGS)
    yield from entry.get("aliases", ())
    yield from (part for one in entry.get("evidence", ()) for part in one["exact"])


def _answer(question: Plain) -> str:
    return str((question.get("resolution") or {}).get("text", ""))


def _texts(entry: Plain) -> Iterator[str]:
    """Its words, and those of what is in it; not its ids, which stand in addresses as well."""
    for field, value in entry.items():
        for one in value if isinstance(value, list) else [value]:
            if isinstance(one, Mapping):
                yield from _texts(one)
            elif isinstance(one, str) and (field in TEXT_FIELDS or field == "aliases"):
                yield one


def _row(text: str) -> str:
    """The words of a text in a row, without marks and capitals."""
    folded = fold(text).casefold()
    return " ".join(folded[start:end] for start, end in letter_runs(folded, 0, len(folded)))


def _stands_in(row: str, text: str) -> bool:
    """Whether words stand in others, also with another ending; without spaces they may begin anywhere."""
    return f" {row}" in f" {text}" if row.isascii() else row in text


def _hidden(change: Change) -> Change:
    return replace(change, before=None, after=None, parts=(), alarms=(), hidden=True)


def _trimmed(change: Change, now: Snapshot) -> Change:
    """A claim that stands, without its quotes and relations that lead to what was taken out."""

    def kept(entry: Plain | None) -> Plain | None:
        if entry is None:
            return None
        lists = {
            field: [one for one in entry[field] if not _leads_to_forgotten(field, one, now)]
            for field in ("evidence", "relations")
            if field in entry
        }
        return {**entry, **lists}

    parts = tuple(part for one in change.parts if (part := _part(one, now)) is not None)
    return replace(change, before=kept(change.before), after=kept(change.after), parts=parts)


def _part(part: Part, now: Snapshot) -> Part | None:
    """The part without what leads to what was taken out; None when nothing is left to tell."""
    if part.field not in ("evidence", "relations"):
        return part
    before, after = (_standing(part.field, side, now) for side in (part.before, part.after))
    return replace(part, before=before, after=after) if before != after else None


def _standing(field: str, side: Any, now: Snapshot) -> Any:
    if isinstance(side, list):
        return [one for one in side if not _leads_to_forgotten(field, one, now)]
    return None if side is None or _leads_to_forgotten(field, side, now) else side


def _names_forgotten(entry: Plain, now: Snapshot) -> bool:
    """Whether an entry, as it was or is, rests on or leads to something that was taken out."""
    resolution: Mapping[str, Any] = entry.get("resolution") or {}
    claims = [*entry.get("claims", ()), *resolution.get("claims", ())]
    if any(_taken_out(("claim", id), now) for id in claims):
        return True
    if "article" in entry and _taken_out(("source", entry["article"]), now):
        return True
    return any(
        _leads_to_forgotten(field, one, now)
        for field in ("evidence", "relations")
        for one in entry.get(field, ())
    )


def _leads_to_forgotten(field: str, one: Plain, now: Snapshot) -> bool:
    key: Key = ("source", one["article"]) if field == "evidence" else ("claim", one["claim"])
    return _taken_out(key, now)


def _taken_out(key: Key, now: Snapshot) -> bool:
    entry = now.get(key)
    return entry is None or not entry.get(_WORDS.get(key[0], "text"))
