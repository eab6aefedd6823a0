"""Origins to get first: those whose recording or full text would answer most open questions."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from generator.model.briefing import Briefing


def origins_to_get(briefing: Briefing) -> tuple[tuple[str, int], ...]:
    """Lists origins by id with the number of open questions that name them in ``settled_by``.

    Those that answer most come first, equal ones in the order of the YAML. Unknown origins are left out.
    """
    counts = Counter(
        origin for question in briefing.open_questions for origin in dict.fromkeys(question.settled_by)
    )
    order = list(briefing.summary.origins)
    known = [(id, counts[id]) for id in order if counts[id]]
    return tuple(sorted(known, key=lambda pair: -pair[1]))


@dataclass(frozen=True)
class ToGet:
    """An origin of a briefing, and how many open questions wait for it."""

    briefing: Briefing
    origin: str
    waiting: int


FEWEST_WAITING = 2
"""An origin that only one question waits for is not before any other."""


def origins_to_get_of_all(briefings: Iterable[Briefing]) -> tuple[ToGet, ...]:
    """Lists the origins of several briefings that several open questions wait for, most first.

    An origin belongs to its briefing: two with the same title may be the same thing, and nobody has said so.
    Equal ones stand in the order of the briefings.
    """
    listed = [
        ToGet(briefing, origin, waiting)
        for briefing in briefings
        for origin, waiting in origins_to_get(briefing)
        if waiting >= FEWEST_WAITING
    ]
    return tuple(sorted(listed, key=lambda entry: -entry.waiting))
