"""Spreads work over processes in a process of its own, which has no threads as those that run tests have.

`python -m tests.spreading WORK ITEMS MOST` prints the results and this process's id as JSON.
"""

import json
import multiprocessing
import os
import sys

from generator import processes

_given: list[int] = []


def prepare(number: int) -> None:
    """What each process begins with."""
    _given[:] = [number]


def times(item: int) -> tuple[int, int]:
    """The item times what was given, and the process."""
    return item * _given[0], os.getpid()


def meet(item: int) -> tuple[int, int]:
    """As `times`, but each of the first two items is done when the other has begun, in another process."""
    if item < 2:
        MEETING.wait(60)
    return times(item)


def raise_at_the_end(item: int) -> tuple[int, int]:
    """As `times`, but a fault for one item."""
    if item == 99:
        raise TypeError("no number")
    return times(item)


def or_die(item: int) -> tuple[int, int]:
    """As `times`, but the process dies at one item, unless it is the one that spreads the work."""
    if item == 70 and os.getpid() != OWN:
        os._exit(1)
    return times(item)


OWN = os.getpid()
MEETING = multiprocessing.Barrier(2)

if __name__ == "__main__":
    name, number, most = sys.argv[1:]
    vars(processes).update(cores=lambda: 2, MOST=int(most))
    work = {"times": times, "meet": meet, "raise": raise_at_the_end, "die": or_die}[name]
    print(json.dumps([OWN, list(processes.spread(work, range(int(number)), prepare, (3,)))]))
