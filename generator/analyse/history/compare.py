"""What differs between two versions of a briefing, entry by entry, and which of it readers are told."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict
from typing import Any, Final

from rapidfuzz import fuzz

from generator.analyse.history.alarms import alarms
from generator.analyse.history.snapshot import Key, Snapshot
from generator.analyse.text.same_words import same_words
from generator.model.changes import Alarm, Change, Kind, Part, Plain, What
from generator.model.entries import (
    Actor,
    Assessment,
    Claim,
    Descriptor,
    Event,
    Evidence,
    Inferred,
    Matter,
    Origin,
    Question,
    Relation,
    Resolution,
    Sentence,
    SetAside,
    StatedDate,
    Summary,
    Withdrawn,
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
"""The kinds of entry in the order in which changes are told, each with its model."""

_IN_ENTRIES: Final = (StatedDate, Withdrawn, Evidence, Relation, Inferred, Resolution)
"""What an entry is made of, beside plain values."""

SUBSTANTIVE: Final[Mapping[Kind, frozenset[str]]] = {
    kind: frozenset(name for name, facts in fields_of(model) if facts.change == "substantive")
    | ({"sha256"} if kind == "source" else set())
    for kind, model in ENTRIES.items()
}
"""The fields of which a change is substantive; all others are editorial. A source's text counts as one."""

_TOLD_WHOLE: Final[frozenset[Kind]] = frozenset(
    ["briefing", "sentence", "assessment", "claim", "question", "event", "source"]
)
"""What is told when it comes or goes; an origin or an actor is told by the claims that name it."""

_MODELS: Final[tuple[type[Entry], ...]] = (*ENTRIES.values(), *_IN_ENTRIES)
_DECLARED: Final = [field for model in _MODELS for field in fields_of(model)]
TEXT_FIELDS: Final = frozenset(name for name, facts in _DECLARED if facts.holds != "value")
"""Fields that hold words, of which marks and capitals are no difference that readers are told."""

_UNORDERED: Final = frozenset(name for name, facts in _DECLARED if facts.unordered)
_LISTED: Final = frozenset(["evidence", "relations", "inferred"])
_EDITORIAL: Final = frozenset(
    name for model in _IN_ENTRIES for name, facts in fields_of(model) if facts.change == "editorial"
)
"""What is editorial inside an entry's own parts."""

_LIKE: Final = 50.0
"""How alike two quotes or sentences must be, of 100, for one to be the other changed."""


def compare(before: Snapshot | None, after: Snapshot | None) -> tuple[Change, ...]:
    """Every difference, in the order of the snapshots; None is a briefing that isn't there.

    Entries are the same when kind and id are; sentences of the bottom line have no id, and are matched by
    their words and claims.
    """
    old, new = _aligned(before or {}, after or {})
    found = [_changed(key, old.get(key), entry) for key, entry in new.items()]
    found += [_removed(key, entry) for key, entry in old.items() if key not in new]
    return tuple(one for one in found if one is not None)


def change_as_json(change: Change) -> dict[str, Any]:
    """A change as plain values, for files."""
    return asdict(change)


def change_from_json(plain: Mapping[str, Any]) -> Change:
    """The change that `change_as_json` made these values of."""
    return Change(
        **{
            **plain,
            "what": What(plain["what"]),
            "parts": tuple(Part(**part) for part in plain["parts"]),
            "alarms": tuple(Alarm(alarm) for alarm in plain["alarms"]),
        }
    )


def _removed(key: Key, entry: Plain) -> Change:
    kind, id = key
    return Change(kind, id, What.REMOVED, before=entry, substantive=kind in _TOLD_WHOLE)


def _changed(key: Key, before: Plain | None, after: Plain) -> Change | None:
    kind, id = key
    if before is None:
        return Change(kind, id, What.ADDED, after=after, substantive=kind in _TOLD_WHOLE)
    parts = tuple(_parts(kind, before, after))
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


def _parts(kind: Kind, before: Plain, after: Plain) -> Iterator[Part]:
    for field in dict.fromkeys((*after, *before)):
        old, new = before.get(field), after.get(field)
        if old == new:
            continue
        told = field in SUBSTANTIVE[kind]
        if field in _LISTED and (pairs := _pairs(field, old or [], new or [])):
            for one, other in pairs:
                yield Part(field, one, other, told and not _alike(field, one, other))
        elif field in _LISTED:
            yield Part(field, old, new, substantive=False)
        else:
            yield Part(field, old, new, told and not _alike(field, old, new))


def _alike(field: str, old: Any, new: Any) -> bool:
    """Whether two values say the same: but for marks and capitals of words, the order of ids, and notes."""
    if old == new:
        return True
    if isinstance(old, str) and isinstance(new, str):
        return field in TEXT_FIELDS and same_words(old, new)
    if isinstance(old, list) and isinstance(new, list):
        if field in _UNORDERED and sorted(old) == sorted(new):
            return True
        alike = (_alike(field, one, other) for one, other in zip(old, new, strict=False))
        return len(old) == len(new) and all(alike)
    if isinstance(old, dict) and isinstance(new, dict):
        fields = (old.keys() | new.keys()) - _EDITORIAL
        return all(_alike(one, old.get(one), new.get(one)) for one in sorted(fields))
    return False


def _pairs(field: str, old: Sequence[Plain], new: Sequence[Plain]) -> list[tuple[Plain | None, Plain | None]]:
    """The entries of a list that differ: each beside what it was, where it was something."""
    gone = [one for one in old if one not in new]
    pairs: list[tuple[Plain | None, Plain | None]] = []
    for one in new:
        if one in old:
            continue
        was = max(gone, key=lambda other: _likeness(field, other, one), default=None)
        if was is not None and _likeness(field, was, one) > _LIKE:
            gone.remove(was)
            pairs.append((was, one))
        else:
            pairs.append((None, one))
    return [*pairs, *((one, None) for one in gone)]


def _likeness(field: str, one: Plain, other: Plain) -> float:
    """From 0 to 100: whether one entry of a list may be the other, changed."""
    if field == "relations":
        return 100.0 if one["claim"] == other["claim"] else 0.0
    if field == "inferred":
        return float(fuzz.ratio(one["text"], other["text"]))
    if one["article"] != other["article"]:
        return 0.0
    return float(fuzz.partial_ratio(" ".join(one["exact"]), " ".join(other["exact"])))


def _aligned(before: Snapshot, after: Snapshot) -> tuple[Snapshot, Snapshot]:
    """The two with the old bottom line numbered as the new one, and what is left of it behind that."""
    old = {id: entry for (kind, id), entry in before.items() if kind == "sentence"}
    new = {id: entry for (kind, id), entry in after.items() if kind == "sentence"}
    matched: dict[str, str] = {}
    tests: list[Callable[[Plain, Plain], float]] = [
        lambda one, other: 100.0 if one == other else 0.0,
        lambda one, other: 100.0 if one.get("text") == other.get("text") else 0.0,
        _sentence_likeness,
    ]
    for test in tests:
        for id, sentence in new.items():
            free = [one for one in old if one not in matched.values()]
            was = max(free, key=lambda one: test(old[one], sentence), default=None)
            if id not in matched and was is not None and test(old[was], sentence) > _LIKE:
                matched[id] = was
    left = [one for one in old if one not in matched.values()]
    # Numbered behind the new ones, so that none of them is taken for a new one's older self.
    numbers = {was: id for id, was in matched.items()} | {
        one: str(len(new) + at) for at, one in enumerate(left, 1)
    }
    renumbered: dict[Key, Plain] = {}
    for (kind, id), entry in before.items():
        renumbered[(kind, numbers[id]) if kind == "sentence" else (kind, id)] = entry
    return renumbered, after


def _sentence_likeness(one: Plain, other: Plain) -> float:
    claims: Iterable[str] = set(one.get("claims", ())) & set(other.get("claims", ()))
    words = float(fuzz.ratio(one.get("text", ""), other.get("text", "")))
    return min(words + (25.0 if claims else 0.0), 99.0)
