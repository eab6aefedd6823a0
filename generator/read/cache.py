"""What was worked out before, kept from build to build in one file that anybody may delete."""

import hashlib
import sqlite3
from collections.abc import Iterator, MutableMapping
from contextlib import closing, contextmanager, suppress
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Final

_PACKAGE: Final = Path(__file__).parents[1]
_LAYERS: Final = ("model", "read", "analyse")
_LIBRARIES: Final = ("pydantic", "pyyaml", "rapidfuzz")
_PATIENCE: Final = 2.0
"""Seconds to wait for another build that is just writing."""

_DAMAGED: Final = frozenset([sqlite3.SQLITE_ERROR, sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB])
_TABLE: Final = (
    "CREATE TABLE IF NOT EXISTS kept (code TEXT, key TEXT, value TEXT, PRIMARY KEY (code, key)) WITHOUT ROWID"
)


@contextmanager
def keeping(path: Path, code: str | None = None) -> Iterator[MutableMapping[str, str]]:
    """What was kept at ``path`` by the same code; what is added to it is kept when the block ends.

    A key must name all that its value was made of, since a value that is there is never replaced. A file that
    is damaged is thrown away; one that can't be read or written now is as if it were not there.

    Args:
        path: the file; it and its folder are made when there is something to keep.
        code: what the values were made by, `code_id` unless a test says otherwise. Whatever other code kept
            is dropped.
    """
    code = code or code_id()
    before = _read(path, code)
    kept = dict(before)
    try:
        yield kept
    finally:
        new = [(code, key, value) for key, value in kept.items() if key not in before]
        if new:
            _write(path, code, new)


@cache
def code_id(layers: tuple[str, ...] = _LAYERS, libraries: tuple[str, ...] = _LIBRARIES) -> str:
    """A hash of the code of some layers and of the versions of the libraries that it uses.

    Without arguments, of the code that reads and compares.
    """
    digest = hashlib.sha256(" ".join(version(name) for name in libraries).encode())
    for layer in layers:
        for path in sorted((_PACKAGE / layer).rglob("*.py")):
            content = path.read_bytes()
            name = path.relative_to(_PACKAGE).as_posix()
            digest.update(f"\n{name} {len(content)}\n".encode() + content)
    return digest.hexdigest()


def _read(path: Path, code: str) -> dict[str, str]:
    try:
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", _PATIENCE, uri=True)) as file:
            rows = file.execute("SELECT key, value FROM kept WHERE code = ?", (code,)).fetchall()
    except (sqlite3.Error, OSError) as fault:
        _throw_away(path, fault)
        return {}
    return {key: value for key, value in rows if isinstance(value, str)}


def _write(path: Path, code: str, rows: list[tuple[str, str, str]]) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with closing(sqlite3.connect(path, _PATIENCE)) as file, file:
            file.execute(_TABLE)
            file.execute("DELETE FROM kept WHERE code <> ?", (code,))
            file.executemany("INSERT OR REPLACE INTO kept VALUES (?, ?, ?)", rows)
    except (sqlite3.Error, OSError) as fault:
        _throw_away(path, fault)


def _throw_away(path: Path, fault: Exception) -> None:
    """Remove a damaged file; SQLite itself removes a journal that has none."""
    if getattr(fault, "sqlite_errorcode", 0) & 0xFF in _DAMAGED:
        with suppress(OSError):
            path.unlink()
