"""Cache of build results in one SQLite file, which is safe to delete at any time.

A value is looked up by the code that computed it and by a key that names all its inputs. It is stored beside
a digest of itself, so that a damaged value counts as missing.
"""

import hashlib
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Final

from generator.files.folder import NotPlain, opened

_FILE: Final = "cache.sqlite"
_PATIENCE: Final = 2.0
"""Seconds to wait for another build that holds the file."""

_MOST_HELD: Final = 16 * 1024 * 1024
"""Bytes of results that are held in memory at most."""

_DAMAGED: Final = frozenset([sqlite3.SQLITE_ERROR, sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB])
_TABLE: Final = (
    "CREATE TABLE IF NOT EXISTS results (kind TEXT, code TEXT, key TEXT, digest BLOB, value BLOB, "
    "PRIMARY KEY (kind, code, key))"  # an index apart from the values, so that keys are found among keys
)


@dataclass
class Results:
    """Results of one kind, computed by one version of the code.

    Attributes:
        kind: the kind of result: "history", "paper".
        code: the version of the code, as `code_id` gives it; results of other versions are dropped.
    """

    kind: str
    code: str
    _file: sqlite3.Connection | None = None
    _place: tuple[Path, str] | None = None
    _made: dict[str, bytes] = field(default_factory=dict)
    _size: int = 0
    _flushed: set[str] = field(default_factory=set)
    _used: set[str] = field(default_factory=set)

    def get(self, key: str) -> bytes | None:
        """Returns the result under ``key``; None where there is none, or it is damaged."""
        self._used.add(key)
        if key in self._made:
            return self._made[key]
        if self._file is None:
            return None
        with suppress(sqlite3.Error):
            row = self._file.execute(
                "SELECT digest, value FROM results WHERE kind = ? AND code = ? AND key = ?",
                (self.kind, self.code, key),
            ).fetchone()
            if row and isinstance(row[1], bytes) and row[0] == _digest(row[1]):
                return row[1]
        return None

    def __contains__(self, key: str) -> bool:
        """Tests whether there is a result under ``key``, which may be damaged."""
        self._used.add(key)
        return key in self._made or key in self._flushed or key in self._keys

    @cached_property
    def _keys(self) -> frozenset[str]:
        """The keys in the file when they were first asked for."""
        if self._file is None:
            return frozenset()
        with suppress(sqlite3.Error):
            question = "SELECT key FROM results WHERE kind = ? AND code = ?"
            return frozenset(key for (key,) in self._file.execute(question, (self.kind, self.code)))
        return frozenset()

    def put(self, key: str, value: bytes) -> None:
        """Keeps a result, which is written when the block of `cached` ends, or before, with many others."""
        self._used.add(key)
        self._made[key] = value
        self._size += len(value)
        if self._size > _MOST_HELD and self._place is not None:
            root, folder = self._place
            _write(root, folder, self, sweep=False)
            self._flushed.update(self._made)
            self._made.clear()
            self._size = 0
            if self._file is None:
                self._file = _connect(root / folder / _FILE, "ro")

    def written(self, file: sqlite3.Connection, *, sweep: bool) -> None:
        """Writes the new results; drops those of other code and, to ``sweep``, those that were not used."""
        file.execute("DELETE FROM results WHERE kind = ? AND code <> ?", (self.kind, self.code))
        if sweep:
            keys = {key for (key,) in file.execute("SELECT key FROM results WHERE kind = ?", (self.kind,))}
            unused = [(self.kind, key) for key in sorted(keys - self._used)]
            file.executemany("DELETE FROM results WHERE kind = ? AND key = ?", unused)
        rows = [(self.kind, self.code, key, _digest(value), value) for key, value in self._made.items()]
        file.executemany("INSERT OR REPLACE INTO results VALUES (?, ?, ?, ?, ?)", rows)


@contextmanager
def cached(root: Path, folder: str | None, kind: str, code: str, *, sweep: bool = False) -> Iterator[Results]:
    """Opens the results of a kind that earlier builds left below ``root``; new ones are kept there.

    A key must name all inputs of its value, since a stored value is never replaced. A damaged file is
    removed. A file that can't be read or written, or that a link leads to, counts as missing.

    Args:
        folder: made when there is something to keep; None keeps nothing.
        sweep: whether results that were not used in this block are dropped when it ends without an error.
    """
    if folder is None or not _is_plain(root, folder):
        yield Results(kind, code)
        return
    results = Results(kind, code, _connect(root / folder / _FILE, "ro"), (root, folder))
    try:
        yield results
    except BaseException:
        sweep = False
        raise
    finally:
        if results._file is not None:
            results._file.close()
        if results._made or sweep:
            _write(root, folder, results, sweep=sweep)


def key_of(*texts: str) -> str:
    """Computes a key that names texts: their SHA-256, each with its length."""
    digest = hashlib.sha256()
    for text in texts:
        encoded = text.encode("utf-8", "surrogatepass")
        digest.update(b"%d:" % len(encoded) + encoded)
    return digest.hexdigest()


def _digest(content: bytes) -> bytes:
    return hashlib.sha256(content).digest()[:16]


def _is_plain(root: Path, folder: str) -> bool:
    """Tests whether the file is a regular one that no link leads to, or does not exist yet."""
    try:
        with opened(root, folder) as inner:
            return inner.kind(_FILE) in (None, "file")
    except FileNotFoundError:
        return True
    except (NotPlain, OSError):
        return False


def _connect(path: Path, mode: str) -> sqlite3.Connection | None:
    """Opens the file; None where that fails. A damaged file is removed."""
    try:
        address = f"{path.absolute().as_uri()}?mode={mode}"
        # One thread may begin to read, and another one go on.
        file = sqlite3.connect(address, timeout=_PATIENCE, uri=True, check_same_thread=False)
    except sqlite3.Error:
        return None
    try:
        file.execute("SELECT kind FROM results LIMIT 1")
    except sqlite3.Error as fault:
        file.close()
        _remove_damaged(path, fault)
        return None
    return file


def _write(root: Path, folder: str, results: Results, *, sweep: bool) -> None:
    path = root / folder / _FILE
    try:
        with opened(root, folder, make=True):
            pass
        with closing(sqlite3.connect(path, timeout=_PATIENCE)) as file, file:
            file.execute(_TABLE)
            results.written(file, sweep=sweep)
    except (sqlite3.Error, OSError, NotPlain) as fault:
        _remove_damaged(path, fault)


def _remove_damaged(path: Path, fault: Exception) -> None:
    """Removes the file if the error says that it is damaged; SQLite removes a journal without a file."""
    if getattr(fault, "sqlite_errorcode", 0) & 0xFF in _DAMAGED:
        with suppress(OSError):
            path.unlink()
