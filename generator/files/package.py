"""The generator's own files: its code, and the templates that come with it."""

import hashlib
import sys
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Final

_PACKAGE: Final = Path(__file__).parents[1]


def templates_folder() -> Path:
    """Returns the folder of templates: ``_templates`` in an installed package, else the repository's."""
    installed = _PACKAGE / "_templates"
    return installed if installed.is_dir() else _PACKAGE.parent / "templates"


@cache
def code_id(rooms: tuple[str, ...] = ("",)) -> str:
    """Computes a hash of the code of some top-level rooms, or of all, of Python, and of every library."""
    digest = hashlib.sha256("\n".join([sys.version, *_installed()]).encode("utf-8", "surrogateescape"))
    for room in rooms:
        for path in sorted((_PACKAGE / room).rglob("*.py")):
            content = path.read_bytes()
            name = path.relative_to(_PACKAGE).as_posix()
            digest.update(f"\n{name} {len(content)}\n".encode() + content)
    return digest.hexdigest()


def _installed() -> list[str]:
    """Lists what is installed: the name and version of each library, as its folder of metadata is called."""
    found: set[str] = set()
    for folder in filter(None, sys.path):
        with suppress(OSError):
            names = (path.name for path in Path(folder).iterdir())
            found.update(name for name in names if name.endswith((".dist-info", ".egg-info")))
    return sorted(found)
