"""Results that are worked out once for a briefing, and live as long as it does."""

from collections.abc import Callable
from functools import wraps
from typing import TypeVar
from weakref import WeakKeyDictionary

from generator.model.briefing import Briefing

Result = TypeVar("Result")


def once_a_briefing(function: Callable[[Briefing], Result]) -> Callable[[Briefing], Result]:
    """Makes a function of a briefing keep its result for that very briefing."""
    kept: WeakKeyDictionary[Briefing, Result] = WeakKeyDictionary()

    @wraps(function)
    def keeping(briefing: Briefing) -> Result:
        if briefing not in kept:
            kept[briefing] = function(briefing)
        return kept[briefing]

    return keeping
