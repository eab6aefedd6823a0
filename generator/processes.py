"""Work on many items at once, in as many processes as there are cores."""

import gc
import multiprocessing
import os
import signal
import sys
import threading
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from typing import Any, Final, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")

FEWEST: Final = 24
"""Number of items that are worth further processes."""

MOST: Final = 100
"""Number of items after which a process gives way to a new one: what typst holds grows with each paper."""

_AHEAD: Final = 4
"""How many items each process is given before the first of them is done."""


def cores() -> int:
    """Returns how many processes may run at once."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def spread(
    work: Callable[[Item], Result],
    items: Sequence[Item],
    prepare: Callable[..., None],
    given: tuple[Any, ...],
) -> Iterator[Result]:
    """Yields the result of each item, in order, worked out in several processes where that pays.

    A process that dies is no failure: what it was given is worked out here.

    Args:
        work: a function of a module.
        prepare: is called once in each process before the first item, with what is ``given``.
    """
    number = min(cores(), len(items) // FEWEST)
    # A process that is forked beside threads may wait for ever for a lock that one of them held. Where none
    # can be forked, all that is given would have to be sent to it.
    if number < 2 or sys.platform != "linux" or threading.active_count() > 1:
        prepare(*given)
        yield from map(work, items)
        return
    batch = number * MOST
    for start in range(0, len(items), batch):
        yield from _in_processes(number, work, items[start : start + batch], prepare, given)


def _in_processes(
    number: int,
    work: Callable[[Item], Result],
    items: Sequence[Item],
    prepare: Callable[..., None],
    given: tuple[Any, ...],
) -> Iterator[Result]:
    # Memory is shared with forked processes until one writes to it, as the garbage collector would.
    gc.freeze()
    context = multiprocessing.get_context("fork")
    pool = ProcessPoolExecutor(number, context, _begin, (prepare, given))
    waiting: deque[Future[Result]] = deque()
    done = given_out = 0
    try:
        while done < len(items):
            while given_out < len(items) and len(waiting) < number * _AHEAD:
                waiting.append(pool.submit(work, items[given_out]))
                given_out += 1
            result = waiting.popleft().result()
            done += 1
            yield result
    except BrokenProcessPool:
        prepare(*given)
        yield from map(work, items[done:])
    finally:
        pool.shutdown(wait=True, cancel_futures=True)
        gc.unfreeze()


def _begin(prepare: Callable[..., None], given: tuple[Any, ...]) -> None:
    """Readies a process: it leaves interrupts to the one that started it, and ends with that one."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_end_with, args=(parent,), daemon=True).start()
    prepare(*given)


def _end_with(parent: Any) -> None:
    parent.join()
    os._exit(1)
