"""Changes of position: claims of one speaker that editors joined as earlier and later ones."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from generator.model.briefing import Briefing
from generator.model.claims import Claim


@dataclass(frozen=True)
class Position:
    """A claim in a change of position; ``is_later`` where an earlier one of the same change is known."""

    claim: Claim
    is_later: bool


def changes_of_position(briefing: Briefing, actor: str) -> tuple[tuple[Position, ...], ...]:
    """Groups the live claims of an actor that are joined as earlier and later ones, directly or by others.

    In each group no claim stands before one that it is later than. Of two that nothing joins the first of the
    YAML stands first, which says nothing of when they were said.
    """
    own = [claim for claim in briefing.summary.claims if actor in claim.speakers and not claim.withdrawn]
    earlier = _earlier(own)
    groups: list[set[str]] = []
    for id, before in earlier.items():
        joined = [group for group in groups if group & {id, *before}]
        groups = [group for group in groups if group not in joined]
        groups.append({id, *before}.union(*joined))
    in_order = [
        tuple(
            Position(claim, bool(earlier[claim.id]))
            for claim in _earlier_first([claim for claim in own if claim.id in group], earlier)
        )
        for group in groups
        if len(group) > 1
    ]
    order = {claim.id: number for number, claim in enumerate(own)}
    return tuple(sorted(in_order, key=lambda group: min(order[position.claim.id] for position in group)))


def _earlier(claims: Iterable[Claim]) -> Mapping[str, set[str]]:
    """Returns the earlier ones among the claims by each claim's id."""
    ids = {claim.id for claim in claims}
    return {
        claim.id: {
            relation.claim
            for relation in claim.relations
            if relation.kind == "later-position-of" and relation.claim in ids - {claim.id}
        }
        for claim in claims
    }


def _earlier_first(claims: Iterable[Claim], earlier: Mapping[str, set[str]]) -> list[Claim]:
    """Sorts claims so that each comes after those that it is later than; a circle is begun anywhere."""
    waiting, done = list(claims), list[Claim]()
    while waiting:
        placed = {claim.id for claim in done}
        following = next((claim for claim in waiting if earlier[claim.id] <= placed), waiting[0])
        waiting.remove(following)
        done.append(following)
    return done
