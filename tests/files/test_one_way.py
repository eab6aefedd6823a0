"""Only the room `files` reads, writes and removes below a root; exceptions are named, with the reason."""

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from tests.paths import GENERATOR

TOUCHING: Final = frozenset(
    [
        *("write_text", "write_bytes", "mkdir", "unlink", "rmdir", "rmtree", "rename", "symlink_to", "touch"),
        *("copy", "copy2", "copyfile", "copytree", "move", "makedirs", "removedirs"),
        *("open", "read_text", "read_bytes", "iterdir", "glob", "rglob", "scandir", "listdir", "walk"),
    ]
)
EXCEPTIONS: Final = {
    # Whole sites are exchanged there, beside a folder that was looked at, in a name of our own.
    "publish/swap.py": {"copy2", "iterdir", "mkdir", "rename", "rmtree", "write_text"},
    # The new site, which this build has just made.
    "publish/link_check.py": {"read_bytes", "read_text", "walk"},
    "publish/search/pagefind.py": {"iterdir", "mkdir", "write_bytes"},
    "publish/search/parts.py": {"iterdir", "rmtree"},
    # The page that CI names in the environment, outside of any repository.
    "cli/report.py": {"open"},
}


def _touched(path: Path) -> Iterator[str]:
    """What a module calls by a name that touches files; a method of our own folders has another receiver."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call):
            if isinstance(node.func, ast.Name) and node.func.id == "open":
                yield "open"
            elif (
                isinstance(node.func, ast.Attribute)
                and node.func.attr in TOUCHING
                and not (isinstance(node.func.value, ast.Name) and node.func.value.id == "ast")
            ):
                yield node.func.attr


def _faults(root: Path) -> dict[str, set[str]]:
    found = {}
    for path in sorted(root.rglob("*.py")):
        name = path.relative_to(root).as_posix()
        touched = set() if name.startswith("files/") else {*_touched(path)}
        if touched - EXCEPTIONS.get(name, set()):
            found[name] = touched - EXCEPTIONS.get(name, set())
    return found


def test_only_files_touches_files() -> None:
    assert _faults(GENERATOR) == {}


def test_no_exception_is_left_over() -> None:
    assert {name: {*_touched(GENERATOR / name)} for name in EXCEPTIONS} == EXCEPTIONS


def test_faults_are_seen(tmp_path: Path) -> None:
    """The control."""
    (tmp_path / "files").mkdir()
    (tmp_path / "files" / "a.py").write_text("Path('x').write_text('')\n", encoding="utf-8")
    (tmp_path / "b.py").write_text("def f(p):\n    p.write_bytes(b'')\n    open('x')\n", encoding="utf-8")
    assert _faults(tmp_path) == {"b.py": {"open", "write_bytes"}}
