"""Progress of long work: what is being done, and how far it is."""

from collections.abc import Collection, Iterator
from typing import Protocol, TypeVar

Item = TypeVar("Item")


class Progress(Protocol):
    """Function that is told of each step of long work."""

    def __call__(self, what: str, done: int, of: int) -> None:
        """Shows how far it is.

        Args:
            what: the work, as "Checking briefings".
            done: the steps that are done, of all ``of`` it; both 0 where nobody knows how many there are.
        """


def unseen(what: str, done: int, of: int) -> None:
    """Shows nothing."""


def each(items: Collection[Item], what: str, progress: Progress) -> Iterator[Item]:
    """Yields the items, and tells of each when it is done."""
    for done, item in enumerate(items):
        progress(what, done, len(items))
        yield item
    progress(what, len(items), len(items))
