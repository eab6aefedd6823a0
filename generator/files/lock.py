"""Locks that one process at a time holds, so that no two builds write into the same folder."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from filelock import FileLock, Timeout

from generator.failure import Failure
from generator.files.folder import opened

BUILD: Final = "build"
_LOCK: Final = ".lock"
PATIENCE: Final = 2.0
"""Seconds to wait for a preview that is writing its pages."""


class Busy(Failure):
    """Raised when another process holds the lock; the text says so in a sentence."""


@contextmanager
def build_locked(root: Path, patience: float = PATIENCE) -> Iterator[None]:
    """Holds ``root``/build against other builds and previews; the folder is made where it is missing.

    Raises:
        Busy: another process still holds it after ``patience`` seconds.
        NotPlain: the folder is a link or no folder, or the lock file is no regular file.
        OSError: the lock can't be made.
    """
    with locked(root, BUILD, _LOCK, patience):
        yield


@contextmanager
def locked(root: Path, path: str, name: str, patience: float = 0.0) -> Iterator[None]:
    """Holds the lock file ``name`` in the folder ``path`` below ``root``.

    The system releases it when the process ends, however it ends. The file stays.

    Args:
        patience: seconds to wait for another holder.

    Raises:
        Busy: another process still holds it.
        NotPlain: a part of the path is a link, or no regular file stands there.
        OSError: the file can't be made.
    """
    with opened(root, path, make=True) as folder:
        folder.touch(name)  # Raises if it can't be made; the library would wait for it.
    lock = FileLock(root / path / name, timeout=patience, thread_local=False)
    try:
        lock.acquire()
    except Timeout:
        raise Busy("Another build is running here. Wait until it has ended, then try again.") from None
    try:
        yield
    finally:
        lock.release()
