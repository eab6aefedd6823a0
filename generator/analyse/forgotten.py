"""History without what was taken out: no change shows words that the briefing itself no longer holds."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from generator.analyse.snapshot import Key, Snapshot, snapshot
from generator.model.briefing import Briefing, Library
from generator.model.changes import Change, History, Part, Past, Plain

_WORDS: Mapping[str, str] = {"actor": "name", "source": "sha256", "origin": "title", "matter": "title"}
"""The field without which an entry's words were taken out; of all others it is their text."""


def without_forgotten(history: History, briefing: Briefing) -> History:
    """The history as it may be shown beside the briefing as it stands now.

    An entry that is gone, or withdrawn with its text taken out, shows nothing of what it said. Neither does
    what named such a claim (a sentence of the bottom line, an assessment, an answer), a quote from a source
    whose text was taken out, or a relation to such a claim. A briefing of which nothing is left but its
    tombstone keeps its dates alone.
    """
    now = snapshot(briefing)
    if briefing.summary.withdrawn is not None and not briefing.summary.title:
        kept = [replace(one, changes=()) for one in history.versions]
        return History((*kept[:1], *kept[-1:]) if len(kept) > 1 else tuple(kept))
    versions = (
        replace(one, changes=tuple(_shown(change, now) for change in one.changes)) for one in history.versions
    )
    return History(tuple(versions))


def shown_past(past: Past, library: Library) -> Past:
    """The past of all briefings as it may be shown beside them as they stand now."""
    now = {one.slug: one for one in library.briefings}
    return Past(
        {slug: without_forgotten(one, now[slug]) for slug, one in past.histories.items() if slug in now},
        past.missing,
    )


def _shown(change: Change, now: Snapshot) -> Change:
    # Sentences and asides have no lasting id: they are judged by what they name.
    lasting = change.kind not in ("briefing", "sentence", "aside")
    if lasting and _taken_out((change.kind, change.id), now):
        return _hidden(change)
    if any(_names_forgotten(entry, now) for entry in (change.before, change.after) if entry is not None):
        whole = change.kind != "claim"
        return _hidden(change) if whole else _trimmed(change, now)
    return change


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

    parts = (_part(one, now) for one in change.parts)
    return replace(change, before=kept(change.before), after=kept(change.after), parts=tuple(parts))


def _part(part: Part, now: Snapshot) -> Part:
    if part.field not in ("evidence", "relations"):
        return part
    sides = (
        None if side is not None and _leads_to_forgotten(part.field, side, now) else side
        for side in (part.before, part.after)
    )
    before, after = sides
    return replace(part, before=before, after=after)


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
