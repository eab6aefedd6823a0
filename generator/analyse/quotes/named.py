"""Actors that the entries of a briefing name."""

from generator.model.briefing import Briefing


def used_actors(briefing: Briefing) -> frozenset[str]:
    """Returns ids: a briefing's own actors, those that its entries name, and the groups of all these."""
    named = named_in_entries(briefing) | set(briefing.summary.actors)
    for id in list(named):
        if id in briefing.actors:
            named.update(briefing.actors[id].member_of)
    return frozenset(named).intersection(briefing.actors)


def named_in_entries(briefing: Briefing) -> set[str]:
    """Returns speakers, passers-on and subjects of claims, and speakers of origins: ids, known or not."""
    named: set[str] = set()
    for claim in briefing.summary.claims:
        named.update(claim.named)
    for origin in briefing.summary.origins.values():
        named.update(origin.by)
    return named
