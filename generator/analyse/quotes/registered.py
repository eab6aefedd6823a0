"""Tables of a mapping of actors, made once: thousands of briefings share one registry."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from generator.analyse.text.tokens import words_of
from generator.model.entries import Actor


@dataclass(frozen=True)
class Registered:
    """Tables of some actors.

    Attributes:
        actors: by id.
        place: place of each id in their order.
        by_first_word: ids of the actors one of whose names begins with a word, as it is compared.
        by_identity: id of each actor by the identity of its object.
    """

    actors: Mapping[str, Actor]
    place: Mapping[str, int]
    by_first_word: Mapping[str, frozenset[str]]
    by_identity: Mapping[int, str]

    def of(self, ids: Iterable[str]) -> dict[str, Actor]:
        """Returns those of some ids that there are, in the order of all, whoever named them first."""
        known = {id for id in ids if id in self.actors}
        return {id: self.actors[id] for id in sorted(known, key=self.place.__getitem__)}


def registered(actors: Mapping[str, Actor]) -> Registered:
    """Returns the tables of actors by id; made anew for another mapping, though it be equal."""
    return _registered(_Identity(actors))


class _Identity:
    """A mapping that is equal to itself alone."""

    def __init__(self, actors: Mapping[str, Actor]) -> None:
        self.actors = actors

    def __hash__(self) -> int:
        return id(self.actors)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Identity) and other.actors is self.actors


@lru_cache(maxsize=4)
def _registered(identity: _Identity) -> Registered:
    actors = identity.actors
    first: dict[str, set[str]] = {}
    for key, actor in actors.items():
        for name in names_of_actor(actor):
            first.setdefault(spelling(name).split(" ")[0], set()).add(key)
    place = {key: number for number, key in enumerate(actors)}
    by_first_word = {word: frozenset(ids) for word, ids in first.items()}
    return Registered(actors, place, by_first_word, {id(actor): name for name, actor in actors.items()})


def names_of_actor(actor: Actor) -> tuple[str, ...]:
    """Returns the name and the aliases of an actor; nothing where they were taken out."""
    return tuple(name for name in (actor.name, *actor.aliases) if name)


@lru_cache(maxsize=4096)
def spelling(name: str) -> str:
    """Returns the words of a name as they are compared, a space between two."""
    return " ".join(word.key for word in words_of(name))
