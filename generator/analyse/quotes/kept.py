"""Results that are worked out once for a briefing, and go with it wherever it goes."""

from collections.abc import Callable
from functools import wraps
from typing import TypeVar

from generator.model.briefing import Briefing

Result = TypeVar("Result")


def once_a_briefing(function: Callable[[Briefing], Result]) -> Callable[[Briefing], Result]:
    """Makes a function of a briefing keep its result in that very briefing, as `cached_property` does."""
    name = f"{function.__module__}.{function.__qualname__}"

    @wraps(function)
    def keeping(briefing: Briefing) -> Result:
        kept = briefing.__dict__
        if name not in kept:
            kept[name] = function(briefing)
        result: Result = kept[name]
        return result

    return keeping
