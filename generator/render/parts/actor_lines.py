"""The view of an actor in lists."""

from dataclasses import dataclass

from generator.render.escape import Safe


@dataclass(frozen=True)
class ActorLine:
    """An actor in a list; ``says`` and ``about`` count the claims by and about it."""

    name: str
    kind: str
    role: str
    href: Safe
    says: int
    about: int
    withdrawn: bool
