"""Circles in references of which each entry has one at most."""

from collections.abc import Iterator, Mapping

from generator.model.dated import Withdrawn
from generator.model.diagnostics import Diagnostic, problem


def circles(links: Mapping[str, str]) -> Iterator[tuple[str, ...]]:
    """Yields the ids of each circle of ``links`` once; each link is followed once."""
    seen: set[str] = set()
    for start in links:
        way: dict[str, None] = {}
        at = start
        while at in links and at not in seen:
            seen.add(at)
            way[at] = None
            at = links[at]
        if at in way:
            ids = list(way)
            yield tuple(ids[ids.index(at) :])


def check_replacements(withdrawn: Mapping[str, Withdrawn | None]) -> Iterator[Diagnostic]:
    """Reports withdrawn entries of one kind, by id, that are replaced by themselves or by each other."""
    found = {id: tombstone for id, tombstone in withdrawn.items() if tombstone is not None}
    for ids in circles({id: tomb.replaced_by for id, tomb in found.items() if tomb.replaced_by}):
        span = found[ids[0]].at("replaced_by")
        if len(ids) == 1:
            yield problem("replaced-by-itself", span, id=ids[0])
        else:
            yield problem("replacement-circle", span, way=" → ".join([*ids, ids[0]]))
