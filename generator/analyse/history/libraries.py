"""What differs between two libraries: each briefing that was touched, and the actors that all share."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generator.analyse.findings.findings import Findings
from generator.analyse.history.compare import compare
from generator.analyse.history.snapshot import actor_snapshot, snapshot
from generator.model.briefing import Library
from generator.model.changes import Change


@dataclass(frozen=True)
class BriefingDifference:
    """One briefing that is not as it was.

    Attributes:
        slug: its address now; of one that is gone, the one it had.
        moved_from: the address that it had before, where it has another now; else empty.
        before: as it was; None when it is new.
        after: as it is; None when it is gone.
        changes: what to look at first stands first, then what is substantive, then the rest; within each,
            the order of the YAML.
    """

    slug: str
    moved_from: str
    before: Findings | None
    after: Findings | None
    changes: tuple[Change, ...]


@dataclass(frozen=True)
class Difference:
    """What differs between two libraries: the shared actors, and the briefings by slug.

    Attributes:
        unread: the files of either side of which not all could be read, so that what is told of them may be
            wrong.
    """

    actors: tuple[Change, ...]
    briefings: tuple[BriefingDifference, ...]
    unread: tuple[str, ...] = ()


def difference(
    before: tuple[Library, Sequence[Findings]],
    after: tuple[Library, Sequence[Findings]],
    unread: tuple[str, ...] = (),
) -> Difference:
    """Compare two libraries, each with its findings; a briefing follows its ``former_slugs``."""
    old = {one.briefing.slug: one for one in before[1]}
    found = []
    for now in after[1]:
        slug = now.briefing.slug
        moved = next((one for one in now.briefing.summary.former_slugs if one in old and slug not in old), "")
        was = old.pop(moved or slug, None)
        found.append(_briefing(slug, moved, was, now))
    found += [_briefing(slug, "", was, None) for slug, was in old.items()]
    actors = (actor_snapshot(library.registry.actors) for library, _ in (before, after))
    return Difference(
        _first_things_first(compare(*actors)),
        tuple(sorted((one for one in found if one.changes or one.moved_from), key=lambda one: one.slug)),
        unread,
    )


def _briefing(slug: str, moved: str, before: Findings | None, after: Findings | None) -> BriefingDifference:
    old, new = (snapshot(one.briefing) if one is not None else None for one in (before, after))
    return BriefingDifference(slug, moved, before, after, _first_things_first(compare(old, new)))


def _first_things_first(changes: Sequence[Change]) -> tuple[Change, ...]:
    return tuple(sorted(changes, key=lambda one: (not one.alarms, not one.substantive)))


def counts(changes: Sequence[Change]) -> Mapping[str, int]:
    """How many are to be looked at first, how many others are substantive, and how many editorial."""
    first = sum(bool(one.alarms) for one in changes)
    told = sum(one.substantive and not one.alarms for one in changes)
    return {"first": first, "substantive": told, "editorial": len(changes) - first - told}
