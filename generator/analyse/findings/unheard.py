"""Actors that claims speak of and that are not heard themselves."""

from collections.abc import Iterable, Mapping

from generator.analyse.quotes.named import about_others
from generator.model.briefing import Briefing
from generator.model.claims import Ids
from generator.model.entries import Actor


def unheard(briefing: Briefing) -> Ids:
    """Lists persons and states by id that claims are about, most often first, and that say nothing here.

    An actor is heard where it says a claim or passes one on, and where one of its members does. Whoever only
    may be saying a quote is not heard by it. Withdrawn claims and actors are left out.
    """
    live = [claim for claim in briefing.summary.claims if not claim.withdrawn]
    heard = _with_groups(
        (id for claim in live for id in (*claim.speakers, *claim.passers_on)), briefing.actors
    )
    counts: dict[str, int] = {}
    for claim in live:
        for id in about_others(briefing, claim):
            counts[id] = counts.get(id, 0) + 1
    named = [id for id in counts if id in briefing.actors and id not in heard]
    named = [id for id in named if _is_asked(briefing.actors[id])]
    return tuple(sorted(named, key=lambda id: -counts[id]))


def _is_asked(actor: Actor) -> bool:
    return actor.kind in ("person", "state") and actor.withdrawn is None


def _with_groups(ids: Iterable[str], actors: Mapping[str, Actor]) -> set[str]:
    """Returns the actors and all groups that they belong to, however far up."""
    found: set[str] = set()
    waiting = list(ids)
    while waiting:
        id = waiting.pop()
        if id not in found:
            found.add(id)
            waiting += actors[id].member_of if id in actors else ()
    return found
