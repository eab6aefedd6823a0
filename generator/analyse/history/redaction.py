"""Redaction of a history: no change shows words that the briefing itself no longer holds."""

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
"""Field that an entry lacks once its words were taken out, by kind; for all others it is the text."""

_SAYINGS: Final = ("name", "title", "text", "differ")
"""Fields whose words others may repeat."""


def redact(history: History, briefing: Briefing, names: Collection[str] = ()) -> History:
    """Redacts a history, so that it may be shown beside the briefing as it is now.

    An entry that is gone, or withdrawn with its text taken out, shows nothing of its words. Hidden as well
    are entries that named such a claim (a sentence of the bottom line, an assessment, an answer), quotes from
    a source whose text was taken out, relations to such a claim, and changes that repeat its words or name.
    An answer that a question no longer has is not shown either. A briefing of which only the tombstone is
    left keeps its dates, and that it was withdrawn.

    Args:
        names: names of actors of the registry that were taken out there.
    """
    if briefing.summary.withdrawn is not None and not briefing.summary.title:
        return _dates_only(history)
    now = snapshot(briefing)
    lost = _lost_words(history, now, names)
    versions = (
        replace(version, changes=tuple(_redacted(change, now, lost) for change in version.changes))
        for version in history.versions
    )
    return History(tuple(versions))


def shown_past(past: Past, library: Library, names: Collection[str] = ()) -> Past:
    """Redacts the histories of all briefings, so that they may be shown beside the briefings as they are now.

    Args:
        names: the former names of the actors of `nameless`.
    """
    now = {briefing.slug: briefing for briefing in library.briefings}
    histories = {
        slug: redact(history, now[slug], names) for slug, history in past.histories.items() if slug in now
    }
    return replace(past, histories=histories)


def nameless(registry: Registry) -> frozenset[str]:
    """Returns the ids of the registry's actors whose names were taken out."""
    return frozenset(id for id, actor in registry.actors.items() if actor.withdrawn and not actor.name)


def _dates_only(history: History) -> History:
    versions = [
        replace(version, changes=tuple(_hidden(change) for change in version.changes if _withdraws(change)))
        for version in history.versions
    ]
    remaining = (
        version for at, version in enumerate(versions, 1) if version.changes or at in (1, len(versions))
    )
    return History(tuple(remaining))


def _withdraws(change: Change) -> bool:
    return change.kind == "briefing" and change.what is What.WITHDRAWN


def _redacted(change: Change, now: Snapshot, lost: tuple[str, ...]) -> Change:
    if _is_lost(change, now) or _answer_is_lost(change, now):
        return _hidden(change)
    if any(_rests_on_forgotten(entry, now) for entry in _sides(change)):
        if change.kind != "claim":
            return _hidden(change)
        change = _trimmed(change, now)
    shown = [_word_row(text) for entry in _sides(change) for text in _texts(entry)] if lost else []
    return _hidden(change) if any(_stands_in(words, row) for words in lost for row in shown) else change


def _sides(change: Change) -> list[Plain]:
    return [entry for entry in (change.before, change.after) if entry is not None]


def _is_lost(change: Change, now: Snapshot) -> bool:
    # Sentences and asides have no lasting id: they are judged by what they name.
    lasting = change.kind not in ("briefing", "sentence", "aside")
    return lasting and _taken_out((change.kind, change.id), now)


def _answer_is_lost(change: Change, now: Snapshot) -> bool:
    """Tests whether the change tells an answer to a question that has none any more."""
    if change.kind != "question" or not any(map(_answer, _sides(change))):
        return False
    return not _answer(now.get((change.kind, change.id), {}))


def _lost_words(history: History, now: Snapshot, names: Collection[str]) -> tuple[str, ...]:
    """Collects names and wordings that were taken out and that the briefing no longer has, as rows of words.

    Other entries may repeat them: a wording that names somebody, a sentence that first lost its claims.
    """
    rows = set(map(_word_row, names))
    for change in (change for version in history.versions for change in version.changes):
        for entry in _sides(change):
            if _is_lost(change, now):
                rows.update(map(_word_row, (*_sayings(entry), _answer(entry))))
            elif change.kind == "question" and _rests_on_forgotten(entry, now):
                rows.update(
                    map(_word_row, (_answer(entry), entry.get("differ", ""), *entry.get("ladder", ())))
                )
            elif _answer_is_lost(change, now):
                rows.add(_word_row(_answer(entry)))
            elif change.kind != "claim" and _rests_on_forgotten(entry, now):
                rows.update(map(_word_row, _sayings(entry)))
    present = [_word_row(text) for entry in now.values() for text in _texts(entry)] if rows else []
    return tuple(
        sorted(row for row in rows if row and not any(f" {row} " in f" {text} " for text in present))
    )


def _sayings(entry: Plain) -> Iterator[str]:
    yield from (entry.get(field, "") for field in _SAYINGS)
    yield from entry.get("aliases", ())
    yield from entry.get("ladder", ())
    for evidence in entry.get("evidence", ()):
        yield from (*evidence["exact"], evidence.get("described_as", ""))


def _answer(question: Plain) -> str:
    return str((question.get("resolution") or {}).get("text", ""))


def _texts(entry: Plain) -> Iterator[str]:
    """Yields the words of an entry and of its parts; not its ids, which stand in addresses as well."""
    for field, value in entry.items():
        for item in value if isinstance(value, list) else [value]:
            if isinstance(item, Mapping):
                yield from _texts(item)
            elif isinstance(item, str) and (field in TEXT_FIELDS or field == "aliases"):
                yield item


def _word_row(text: str) -> str:
    """Joins the words of a text by spaces, without marks and capitals."""
    folded = fold(text).casefold()
    return " ".join(folded[start:end] for start, end in letter_runs(folded, 0, len(folded)))


def _stands_in(row: str, other: str) -> bool:
    """Tests whether a row of words occurs in another from the start of a word; if not ASCII, anywhere."""
    return f" {row}" in f" {other}" if row.isascii() else row in other


def _hidden(change: Change) -> Change:
    return replace(change, before=None, after=None, parts=(), alarms=(), hidden=True)


def _trimmed(change: Change, now: Snapshot) -> Change:
    """Leaves out the quotes and relations of a standing claim that lead to what was taken out."""

    def kept(entry: Plain | None) -> Plain | None:
        if entry is None:
            return None
        lists = {
            field: [item for item in entry[field] if not _item_leads_to_forgotten(field, item, now)]
            for field in ("evidence", "relations")
            if field in entry
        }
        return {**entry, **lists}

    parts = tuple(part for changed in change.parts if (part := _redacted_part(changed, now)) is not None)
    return replace(change, before=kept(change.before), after=kept(change.after), parts=parts)


def _redacted_part(part: Part, now: Snapshot) -> Part | None:
    """Leaves out of a part what leads to what was taken out; None when no change is left."""
    if part.field not in ("evidence", "relations"):
        return part
    before, after = (_without_forgotten(part.field, side, now) for side in (part.before, part.after))
    return replace(part, before=before, after=after) if before != after else None


def _without_forgotten(field: str, side: Any, now: Snapshot) -> Any:
    if isinstance(side, list):
        return [item for item in side if not _item_leads_to_forgotten(field, item, now)]
    return None if side is None or _item_leads_to_forgotten(field, side, now) else side


def _rests_on_forgotten(entry: Plain, now: Snapshot) -> bool:
    """Tests whether an entry, as it was or is, rests on or leads to something that was taken out."""
    resolution: Mapping[str, Any] = entry.get("resolution") or {}
    claims = [*entry.get("claims", ()), *resolution.get("claims", ())]
    if any(_taken_out(("claim", id), now) for id in claims):
        return True
    if "article" in entry and _taken_out(("source", entry["article"]), now):
        return True
    return any(
        _item_leads_to_forgotten(field, item, now)
        for field in ("evidence", "relations")
        for item in entry.get(field, ())
    )


def _item_leads_to_forgotten(field: str, item: Plain, now: Snapshot) -> bool:
    key: Key = ("source", item["article"]) if field == "evidence" else ("claim", item["claim"])
    return _taken_out(key, now)


def _taken_out(key: Key, now: Snapshot) -> bool:
    entry = now.get(key)
    return entry is None or not entry.get(_WORDS.get(key[0], "text"))
