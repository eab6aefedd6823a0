"""Comparison of two libraries: the briefings that differ, and the shared actors."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from generator.analyse.findings.findings import Findings
from generator.analyse.history.changed_sources import ChangedSource, changed_sources
from generator.analyse.history.compare import compare
from generator.analyse.history.snapshot import Snapshot, actor_snapshot, snapshot
from generator.model.briefing import Library
from generator.model.changes import Alarm, Change, What


@dataclass(frozen=True)
class BriefingDifference:
    """A briefing that differs.

    Attributes:
        slug: its address now; of a removed briefing, the address that it had.
        moved_from: its earlier address, where it has another now; else empty.
        before: as it was; None when it is new.
        after: as it is; None when it was removed.
        changes: sources that were published first, then those with other alarms, then substantive ones, then
            the rest, each in the order of the YAML.
        sources: what changed in the text of each source, by its id.
    """

    slug: str
    moved_from: str
    before: Findings | None
    after: Findings | None
    changes: tuple[Change, ...]
    sources: Mapping[str, ChangedSource] = field(default_factory=dict)


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
    sources = {source.id: source for source in changed_sources(before, after)}
    changes = _with_sources(compare(old, new), sources, new or {})
    return BriefingDifference(slug, moved, before, after, _by_importance(changes), sources)


def _with_sources(
    changes: Sequence[Change], sources: Mapping[str, ChangedSource], after: Snapshot
) -> list[Change]:
    """Marks the changes of sources that a reviewer has to see first.

    A source that only has other paragraphs, by the ending of its file, is no change of its entry, and gets
    one where passages of claims changed with it.
    """
    known = {change.id for change in changes if change.kind == "source"}
    bare = [
        Change("source", id, What.CHANGED, after[("source", id)], after[("source", id)], substantive=False)
        for id, source in sources.items()
        if id not in known and source.passages
    ]
    return [
        replace(change, alarms=(Alarm.SOURCE,))
        if change.kind == "source" and change.what is What.CHANGED and _comes_first(sources.get(change.id))
        else change
        for change in (*changes, *bare)
    ]


def _comes_first(source: ChangedSource | None) -> bool:
    return source is not None and source.was_published and bool(source.rewordings or source.passages)


def _by_importance(changes: Sequence[Change]) -> tuple[Change, ...]:
    return tuple(
        sorted(
            changes,
            key=lambda change: (Alarm.SOURCE not in change.alarms, not change.alarms, not change.substantive),
        )
    )


def counts(changes: Sequence[Change]) -> Mapping[str, int]:
    """Counts the changes with alarms, the other substantive ones, and the editorial ones."""
    alarming = sum(bool(change.alarms) for change in changes)
    substantive = sum(change.substantive and not change.alarms for change in changes)
    return {"first": alarming, "substantive": substantive, "editorial": len(changes) - alarming - substantive}
