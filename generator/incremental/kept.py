"""Results of one name each: those that were kept are read, the others are made and kept."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from typing import TypeVar

from generator.files.cache import Results
from generator.incremental.pickled import Damaged

Result = TypeVar("Result")


def kept_or_made(
    names: Sequence[str],
    keys: Mapping[str, str],
    results: Results,
    read: Callable[[bytes], Result],
    make: Callable[[Sequence[str]], Iterator[bytes]],
) -> Iterator[Result]:
    """Yields the result of each name, in order.

    Args:
        keys: by name, a key of all that its result follows from; a result without one is not kept.
        read: makes a result of its bytes, or raises `Damaged`.
        make: yields the bytes of the results of some names, in their order.
    """
    kept: dict[str, Result] = {}
    for name, key in keys.items():
        if (data := results.get(key)) is not None:
            with suppress(Damaged):
                kept[name] = read(data)
    made = make([name for name in names if name not in kept])
    for name in names:
        if name in kept:
            yield kept.pop(name)
            continue
        data = next(made)
        if name in keys:
            results.put(keys[name], data)
        yield read(data)
