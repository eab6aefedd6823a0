"""Cost of a command: seconds by the clock and of the processors, and the peak memory of all its processes."""

import os
import subprocess
import threading
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

_EVERY: Final = 0.05
"""Seconds between two looks at the memory."""


@dataclass(frozen=True)
class Cost:
    """What a command took.

    Attributes:
        wall: seconds by the clock.
        cpu: seconds of all processors, of its children too.
        peak: bytes that its processes had at once, shared pages counted in parts; 0 where no one can tell.
    """

    wall: float
    cpu: float
    peak: int


class CommandFailed(Exception):  # noqa: N818 (it says what happened)
    """A command failed; the text has what it printed."""


def measure(command: Sequence[str], folder: Path, more: Mapping[str, str] | None = None) -> Cost:
    """Run a command in a folder and tell what it took.

    Raises:
        CommandFailed: its status is not 0.
    """
    start = time.monotonic()
    process = subprocess.Popen(
        command,
        cwd=folder,
        env=os.environ | {"NO_MKDOCS_2_WARNING": "1", **(more or {})},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
    )
    printed: list[str] = []
    peaks = [0]
    done = threading.Event()
    reader = threading.Thread(target=lambda: printed.append(process.stdout.read() if process.stdout else ""))
    watcher = threading.Thread(target=_watch, args=(process.pid, peaks, done))
    reader.start()
    watcher.start()
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.monotonic() - start
    done.set()
    watcher.join()
    reader.join()
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise CommandFailed(f"{' '.join(command)}: {process.returncode}\n{''.join(printed)[-2000:]}")
    return Cost(wall, usage.ru_utime + usage.ru_stime, max(peaks))


def _watch(root: int, peaks: list[int], done: threading.Event) -> None:
    while not done.wait(_EVERY):
        peaks.append(sum(map(_memory, _tree(root))))


def _tree(root: int) -> list[int]:
    """The ids of a process and of those that it started, at any depth."""
    children: dict[int, list[int]] = {}
    for entry in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = entry.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        children.setdefault(int(fields[1]), []).append(int(entry.parent.name))
    found, left = [], [root]
    while left:
        found.append(left.pop())
        left += children.get(found[-1], [])
    return found


def _memory(process: int) -> int:
    try:
        text = Path(f"/proc/{process}/smaps_rollup").read_text()
    except OSError:
        return 0
    return next((int(line.split()[1]) * 1024 for line in text.split("\n") if line.startswith("Pss:")), 0)
