"""Comparison of two libraries: the briefings that differ, and the shared actors."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generator.analyse.findings.findings import Findings
from generator.analyse.history.compare import compare
from generator.analyse.history.snapshot import actor_snapshot, snapshot
from generator.model.briefing import Library
from generator.model.changes import Change


@dataclass(frozen=True)
class BriefingDifference:
    """A briefing that differs.

    Attributes:
        slug: its address now; of a removed briefing, the address that it had.
        moved_from: its earlier address, where it has another now; else empty.
        before: as it was; None when it is new.
        after: as it is; None when it was removed.
        changes: those with alarms first, then substantive ones, then the rest, each in the order of the YAML.
    """

    slug: str
    moved_from: str
    before: Findings | None
    after: Findings | None
    changes: tuple[Change, ...]


@dataclass(frozen=True)
class Difference:
    """Differences of two libraries: changes of the shared actors, and the briefings that differ, by slug.

    Attributes:
        unread: the files of either side that could not be read completely, so that their changes may be
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
    """Compares two libraries, each with its findings; a briefing follows its ``former_slugs``."""
    old = {findings.briefing.slug: findings for findings in before[1]}
    differences = []
    for now in after[1]:
        slug = now.briefing.slug
        moved = next(
            (former for former in now.briefing.summary.former_slugs if former in old and slug not in old),
            "",
        )
        was = old.pop(moved or slug, None)
        differences.append(_briefing_difference(slug, moved, was, now))
    differences += [_briefing_difference(slug, "", was, None) for slug, was in old.items()]
    actors = (actor_snapshot(library.registry.actors) for library, _ in (before, after))
    return Difference(
        _by_importance(compare(*actors)),
        tuple(
            sorted(
                (briefing for briefing in differences if briefing.changes or briefing.moved_from),
                key=lambda briefing: briefing.slug,
            )
        ),
        unread,
    )


def _briefing_difference(
    slug: str, moved: str, before: Findings | None, after: Findings | None
) -> BriefingDifference:
    old, new = (snapshot(findings.briefing) if findings is not None else None for findings in (before, after))
    return BriefingDifference(slug, moved, before, after, _by_importance(compare(old, new)))


def _by_importance(changes: Sequence[Change]) -> tuple[Change, ...]:
    return tuple(sorted(changes, key=lambda change: (not change.alarms, not change.substantive)))


def counts(changes: Sequence[Change]) -> Mapping[str, int]:
    """Counts the changes with alarms, the other substantive ones, and the editorial ones."""
    alarming = sum(bool(change.alarms) for change in changes)
    substantive = sum(change.substantive and not change.alarms for change in changes)
    return {"first": alarming, "substantive": substantive, "editorial": len(changes) - alarming - substantive}
