"""Keeps made files under what they follow from, so that only what changed is made again."""

import hashlib
import re
import secrets
from collections.abc import Callable
from pathlib import Path
from typing import Final

_DIGEST: Final = 32
_NEW: Final = ".new-"
_NAME: Final = re.compile(rf"([0-9a-f]{{64}}\.[a-z]+)\.([0-9a-f]{{{_DIGEST}}})")


class Kept:
    """A folder of made files. Each is named by its key and by its own digest, which tells if it's whole."""

    def __init__(self, folder: Path) -> None:
        """Look into ``folder``, which is ours; it's made when it's missing.

        Raises:
            ValueError: it's a symbolic link, behind which stands what is not ours.
            OSError: it can't be made or read.
        """
        for one in (folder, folder.parent):
            if one.is_symlink():
                raise ValueError(
                    f"{one} is a symbolic link. Remove it, so that a real folder can be made there."
                )
        folder.mkdir(parents=True, exist_ok=True)
        self._folder = folder
        self._names = {found[1]: found[0] for one in folder.iterdir() if (found := _NAME.fullmatch(one.name))}
        self._used: set[str] = set()

    def get(self, ending: str, follows_from: tuple[str, ...], make: Callable[[], bytes]) -> bytes:
        """The file that follows from these texts: kept, or made now and kept. A damaged one is made again.

        Args:
            ending: the kind of file, as "pdf"; the same texts may make one of each kind.
            follows_from: everything that its bytes depend on.
            make: makes it.

        Raises:
            OSError: the folder can't be written.
        """
        key = f"{_key(follows_from)}.{ending}"
        content = self._read(key)
        if content is None:
            content = make()
            self._write(key, content)
        self._used.add(self._names[key])
        return content

    def sweep(self) -> None:
        """Delete what nobody asked for since the folder was looked into."""
        for one in self._folder.iterdir():
            ours = _NAME.fullmatch(one.name) or one.name.startswith(_NEW)
            if ours and one.name not in self._used and not one.is_dir():
                one.unlink(missing_ok=True)

    def _read(self, key: str) -> bytes | None:
        name = self._names.get(key)
        if name is None:
            return None
        try:
            content = (self._folder / name).read_bytes()
        except OSError:
            return None
        return content if name == f"{key}.{_digest(content)}" else None

    def _write(self, key: str, content: bytes) -> None:
        self._names[key] = f"{key}.{_digest(content)}"
        beside = self._folder / f"{_NEW}{secrets.token_hex(6)}"
        beside.write_bytes(content)
        beside.replace(self._folder / self._names[key])


def _key(texts: tuple[str, ...]) -> str:
    digest = hashlib.sha256()
    for text in texts:
        encoded = text.encode("utf-8", "surrogatepass")
        digest.update(b"%d:" % len(encoded) + encoded)
    return digest.hexdigest()


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()[:_DIGEST]
