"""Comparison of two versions of a briefing, entry by entry, and whether readers are told of a change."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict
from typing import Any, Final

from rapidfuzz import fuzz

from generator.analyse.history.alarms import alarms
from generator.analyse.history.snapshot import Key, Snapshot
from generator.analyse.text.same_words import same_words
from generator.model.changes import Alarm, Change, Kind, Part, Plain, What
from generator.model.claims import Claim, Evidence, Inferred, Relation, TextQuote
from generator.model.dated import StatedDate, Withdrawn
from generator.model.entries import (
    Actor,
    Assessment,
    Descriptor,
    Event,
    Matter,
    Origin,
    Question,
    Resolution,
    Sentence,
    SetAside,
    Summary,
)
from generator.model.entry import Entry
from generator.model.facts import fields_of

ENTRIES: Final[Mapping[Kind, type[Entry]]] = {
    "briefing": Summary,
    "sentence": Sentence,
    "assessment": Assessment,
    "claim": Claim,
    "question": Question,
    "event": Event,
    "source": Descriptor,
    "origin": Origin,
    "actor": Actor,
    "matter": Matter,
    "aside": SetAside,
}
"""Models of the kinds of entry, in the order in which changes are told."""

_IN_ENTRIES: Final = (StatedDate, Withdrawn, TextQuote, Evidence, Relation, Inferred, Resolution)
"""Models of the parts of an entry, beside plain values."""

SUBSTANTIVE: Final[Mapping[Kind, frozenset[str]]] = {
    kind: frozenset(name for name, facts in fields_of(model) if facts.change == "substantive")
    | ({"sha256"} if kind == "source" else set())
    for kind, model in ENTRIES.items()
}
"""Fields whose change is substantive, by kind; all others are editorial. A source's text is such a field."""

_SUBSTANTIVE_KINDS: Final[frozenset[Kind]] = frozenset(
    ["briefing", "sentence", "assessment", "claim", "question", "event", "source"]
)
"""Kinds that are substantive when added or removed; origins and actors show in the claims that name them."""

_MODELS: Final[tuple[type[Entry], ...]] = (*ENTRIES.values(), *_IN_ENTRIES)
_DECLARED: Final = [field for model in _MODELS for field in fields_of(model)]
TEXT_FIELDS: Final = frozenset(name for name, facts in _DECLARED if facts.holds != "value")
"""Fields that hold words: a change of marks and capitals alone is editorial."""

_UNORDERED: Final = frozenset(name for name, facts in _DECLARED if facts.unordered)
_LISTED: Final = frozenset(["evidence", "relations", "inferred"])
EDITORIAL_PARTS: Final = frozenset(
    name for model in _IN_ENTRIES for name, facts in fields_of(model) if facts.change == "editorial"
)
"""Editorial fields of the parts of an entry."""

_LIKE: Final = 50.0
"""Likeness, of 100, above which two quotes or sentences are versions of the same."""


def compare(before: Snapshot | None, after: Snapshot | None) -> tuple[Change, ...]:
    """Finds all changes, in the order of the snapshots; None stands for a missing briefing.

    Entries are matched by kind and id; sentences of the bottom line, which have no id, by their words and
    claims.
    """
    old, new = _renumber_sentences(before or {}, after or {})
    changes = [_change_of(key, old.get(key), entry) for key, entry in new.items()]
    changes += [_removal(key, entry) for key, entry in old.items() if key not in new]
    return tuple(change for change in changes if change is not None)


def change_as_json(change: Change) -> dict[str, Any]:
    """Converts a change into plain values, for files."""
    return asdict(change)


def change_from_json(plain: Mapping[str, Any]) -> Change:
    """Makes the change from the plain values of `change_as_json`."""
    return Change(
        **{
            **plain,
            "what": What(plain["what"]),
            "parts": tuple(Part(**part) for part in plain["parts"]),
            "alarms": tuple(Alarm(alarm) for alarm in plain["alarms"]),
        }
    )


def _removal(key: Key, entry: Plain) -> Change:
    kind, id = key
    return Change(kind, id, What.REMOVED, before=entry, substantive=kind in _SUBSTANTIVE_KINDS)


def _change_of(key: Key, before: Plain | None, after: Plain) -> Change | None:
    kind, id = key
    if before is None:
        return Change(kind, id, What.ADDED, after=after, substantive=kind in _SUBSTANTIVE_KINDS)
    parts = tuple(_changed_parts(kind, before, after))
    if not parts:
        return None
    withdrawn = "withdrawn" in after and "withdrawn" not in before
    return Change(
        kind,
        id,
        What.WITHDRAWN if withdrawn else What.CHANGED,
        before,
        after,
        parts,
        () if "withdrawn" in after else alarms(kind, before, after),
        any(part.substantive for part in parts),
    )


def _changed_parts(kind: Kind, before: Plain, after: Plain) -> Iterator[Part]:
    for field in dict.fromkeys((*after, *before)):
        old, new = before.get(field), after.get(field)
        if old == new:
            continue
        matters = field in SUBSTANTIVE[kind]
        if field in _LISTED and (pairs := _changed_pairs(field, old or [], new or [])):
            for was, now in pairs:
                yield Part(field, was, now, matters and not _same_meaning(field, was, now))
        elif field in _LISTED:
            yield Part(field, old, new, substantive=False)
        else:
            yield Part(field, old, new, matters and not _same_meaning(field, old, new))


def _same_meaning(field: str, old: Any, new: Any) -> bool:
    """Tests whether two values differ at most in marks, capitals, notes, or the order of unordered ids."""
    if old == new:
        return True
    if isinstance(old, str) and isinstance(new, str):
        return field in TEXT_FIELDS and same_words(old, new)
    if isinstance(old, list) and isinstance(new, list):
        if field in _UNORDERED and sorted(old) == sorted(new):
            return True
        alike = (_same_meaning(field, was, now) for was, now in zip(old, new, strict=False))
        return len(old) == len(new) and all(alike)
    if isinstance(old, dict) and isinstance(new, dict):
        fields = (old.keys() | new.keys()) - EDITORIAL_PARTS
        return all(_same_meaning(name, old.get(name), new.get(name)) for name in sorted(fields))
    return False


def _changed_pairs(
    field: str, old: Sequence[Plain], new: Sequence[Plain]
) -> list[tuple[Plain | None, Plain | None]]:
    """Pairs each changed entry of a list with its earlier version, or None; removed ones with None."""
    removed = [item for item in old if item not in new]
    pairs: list[tuple[Plain | None, Plain | None]] = []
    for item in new:
        if item in old:
            continue
        was = max(removed, key=lambda candidate: _item_likeness(field, candidate, item), default=None)
        if was is not None and _item_likeness(field, was, item) > _LIKE:
            removed.remove(was)
            pairs.append((was, item))
        else:
            pairs.append((None, item))
    return [*pairs, *((item, None) for item in removed)]


def _item_likeness(field: str, old: Plain, new: Plain) -> float:
    """Scores from 0 to 100 how likely an entry of a list is a changed version of another."""
    if field == "relations":
        return 100.0 if old["claim"] == new["claim"] else 0.0
    if field == "inferred":
        return float(fuzz.ratio(old["text"], new["text"]))
    if old["article"] != new["article"]:
        return 0.0
    return float(fuzz.partial_ratio(" ".join(old["exact"]), " ".join(new["exact"])))


def _renumber_sentences(before: Snapshot, after: Snapshot) -> tuple[Snapshot, Snapshot]:
    """Gives each sentence of the old bottom line the number of its new version; the rest come after these."""
    old = {id: entry for (kind, id), entry in before.items() if kind == "sentence"}
    new = {id: entry for (kind, id), entry in after.items() if kind == "sentence"}
    matched: dict[str, str] = {}
    tests: list[Callable[[Plain, Plain], float]] = [
        lambda left, right: 100.0 if left == right else 0.0,
        lambda left, right: 100.0 if left.get("text") == right.get("text") else 0.0,
        _sentence_likeness,
    ]
    for test in tests:
        for id, sentence in new.items():
            free = [number for number in old if number not in matched.values()]
            was = max(free, key=lambda number: test(old[number], sentence), default=None)
            if id not in matched and was is not None and test(old[was], sentence) > _LIKE:
                matched[id] = was
    unmatched = [number for number in old if number not in matched.values()]
    # Numbers after the new ones, so that no unmatched sentence is taken for an earlier version of a new one.
    numbers = {was: id for id, was in matched.items()} | {
        number: str(len(new) + at) for at, number in enumerate(unmatched, 1)
    }
    renumbered: dict[Key, Plain] = {}
    for (kind, id), entry in before.items():
        renumbered[(kind, numbers[id]) if kind == "sentence" else (kind, id)] = entry
    return renumbered, after


def _sentence_likeness(old: Plain, new: Plain) -> float:
    """Scores from 0 to 99 how likely a sentence is a changed version of another."""
    claims: Iterable[str] = set(old.get("claims", ())) & set(new.get("claims", ()))
    words = float(fuzz.ratio(old.get("text", ""), new.get("text", "")))
    return min(words + (25.0 if claims else 0.0), 99.0)
