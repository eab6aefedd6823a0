"""Actors as lists name them."""

from dataclasses import dataclass

from generator.render.escape import Safe


@dataclass(frozen=True)
class ActorLine:
    """An actor in a list."""

    name: str
    kind: str
    role: str
    href: Safe
    says: int
    about: int
    withdrawn: bool
