"""Actors that the entries of a briefing name, by their ids or in a claim's text."""

from collections.abc import Mapping
from functools import lru_cache

from generator.analyse.text.subjects import subjects
from generator.model.briefing import Briefing
from generator.model.claims import Claim, Ids


@lru_cache(maxsize=64)
def about(briefing: Briefing) -> Mapping[str, Ids]:
    """Returns by each claim's id the actors that it is about: those declared, and those that its text names.

    Nobody who says a claim is among those worked out, nor whose name its text opens with.
    """
    return {
        claim.id: tuple(
            dict.fromkeys((*claim.about, *subjects(claim.text, briefing.actors, _all_speakers(claim))))
        )
        for claim in briefing.claims.values()
    }


def _all_speakers(claim: Claim) -> Ids:
    """Returns who says a claim, its own speakers though none of its quotes is theirs, and who may say it."""
    return (
        *claim.speakers,
        *claim.by,
        *(id for evidence in claim.evidence for id in evidence.by_open),
    )


def about_others(briefing: Briefing, claim: Claim) -> Ids:
    """Returns the actors that a claim is about, beside those who say it."""
    return tuple(id for id in about(briefing)[claim.id] if id not in claim.speakers)


def told_of_claim(briefing: Briefing, claim: Claim) -> tuple[str, ...]:
    """Returns who says a claim, who passed it on, and whom it is about; nobody who only may be saying it."""
    return tuple(dict.fromkeys((*claim.speakers, *claim.passers_on, *about(briefing)[claim.id])))


def named_in_claim(briefing: Briefing, claim: Claim) -> tuple[str, ...]:
    """Returns whom a claim names: who says it, may say it, passed it on, and whom it is about; each once."""
    return tuple(dict.fromkeys((*_all_speakers(claim), *claim.passers_on, *about(briefing)[claim.id])))


def used_actors(briefing: Briefing) -> frozenset[str]:
    """Returns ids: a briefing's own actors, those that its entries name, and the groups of all these."""
    named = named_in_entries(briefing) | set(briefing.summary.actors)
    for id in list(named):
        if id in briefing.actors:
            named.update(briefing.actors[id].member_of)
    return frozenset(named).intersection(briefing.actors)


def named_in_entries(briefing: Briefing) -> set[str]:
    """Returns the ids of all that claims name, and of speakers of origins: known or not."""
    named: set[str] = set()
    for claim in briefing.claims.values():
        named.update(named_in_claim(briefing, claim))
    for origin in briefing.summary.origins.values():
        named.update(origin.by)
    return named
