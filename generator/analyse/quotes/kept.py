"""Results that are worked out once for a briefing, or another object, and go with it wherever it goes."""

from collections.abc import Callable
from functools import wraps
from typing import TypeVar

Owner = TypeVar("Owner")
Result = TypeVar("Result")


def once_for_each(function: Callable[[Owner], Result]) -> Callable[[Owner], Result]:
    """Makes a function of an object keep its result in that very object, as `cached_property` does."""
    name = f"{function.__module__}.{function.__qualname__}"

    @wraps(function)
    def keeping(owner: Owner) -> Result:
        kept = owner.__dict__
        if name not in kept:
            kept[name] = function(owner)
        result: Result = kept[name]
        return result

    return keeping
