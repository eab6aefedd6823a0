"""Names that readers see of actors, told apart where two persons have one."""

from collections import Counter
from collections.abc import Mapping

from generator.model.entries import Actor


def shown_names(actors: Mapping[str, Actor]) -> Mapping[str, str]:
    """Returns the name of each actor by id, with the role behind it where another of them has that name.

    An actor whose text was taken out has its id.
    """
    times = Counter(_folded(actor) for actor in actors.values() if actor.name)
    return {
        id: f"{actor.name} ({actor.role})" if actor.role and times[_folded(actor)] > 1 else actor.name or id
        for id, actor in actors.items()
    }


def are_told_apart(actor: Actor, other: Actor) -> bool:
    """Tests whether two actors are persons of one name whose roles tell them apart."""
    return (
        actor.kind == other.kind == "person"
        and _folded(actor) == _folded(other)
        and bool(actor.role and other.role)
        and (actor.role or "").casefold() != (other.role or "").casefold()
    )


def _folded(actor: Actor) -> str:
    return " ".join(actor.name.casefold().split())
