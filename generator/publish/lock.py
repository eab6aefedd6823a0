"""A lock that one process at a time holds, so that two builds never write into the same folder."""

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

LOCK: Final = Path("build") / ".lock"
PATIENCE: Final = 2.0
"""Seconds to wait for a preview that is just writing its pages."""

_PAUSE: Final = 0.05


class Busy(Exception):  # noqa: N818 (it says what happened)
    """Another process holds the lock; the text says so in a sentence."""


@contextmanager
def pages_locked(root: Path, patience: float = PATIENCE) -> Iterator[None]:
    """Hold what builds leave in ``root``/build against other builds and previews.

    Raises:
        Busy: another one still holds it after ``patience`` seconds.
        OSError: the lock can't be made.
    """
    (root / LOCK).parent.mkdir(exist_ok=True)
    with locked(root / LOCK, patience):
        yield


@contextmanager
def locked(path: Path, patience: float = 0.0) -> Iterator[None]:
    """Hold the lock file ``path``; the system gives it up when the process ends, however it ends.

    Args:
        path: the lock file; it's there only while somebody holds it, or was killed holding it.
        patience: seconds to wait for another holder.

    Raises:
        Busy: somebody else still holds it.
        OSError: the file can't be made.
    """
    end = time.monotonic() + patience
    while (held := _try(path)) is None:
        if time.monotonic() >= end:
            raise Busy("Another build is running here. Wait until it has ended, then try again.")
        time.sleep(_PAUSE)
    try:
        yield
    finally:
        _release(held, path)


def _try(path: Path) -> int | None:
    """The lock's file descriptor, or None while another process has it."""
    try:
        file = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0), 0o666)
    except PermissionError:
        if sys.platform == "win32":  # the last holder is just removing it
            return None
        raise
    try:
        if sys.platform == "win32":
            msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
        else:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        # The last holder may have removed the file between our opening and our locking it: then we'd
        # hold a lock that nobody else can see.
        if os.path.samestat(os.fstat(file), path.stat()):
            return file
    except OSError:
        pass
    os.close(file)
    return None


def _release(file: int, path: Path) -> None:
    """Remove the lock file while it's still ours, then let go of it."""
    if sys.platform == "win32":
        os.close(file)  # an open file can't be removed there
        with suppress(OSError):
            path.unlink()
    else:
        with suppress(OSError):
            path.unlink()
        os.close(file)
