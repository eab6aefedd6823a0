"""This repository as a whole, copied with the golden briefings in place of its own, and its site."""

import shutil
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest

from generator.cli import main
from tests.paths import GOLDEN, REPOSITORY, copy_settings

# What a build writes, what only this working copy has, and its content.
_LEFT_OUT = shutil.ignore_patterns(
    *(
        ".venv",
        ".git",
        ".hypothesis",
        ".coverage*",
        ".*_cache",
        "__pycache__",
        "site",
        "build",
        "dist",
        "tests",
        "briefings",
        "node_modules",
    )
)
Copy = Callable[[Path], Path]
Snapshot = Callable[[Path], Mapping[str, bytes]]


def _copy(into: Path) -> Path:
    shutil.copytree(REPOSITORY, into, ignore=_LEFT_OUT)
    copy_settings(into)
    shutil.copytree(GOLDEN / "briefings", into / "briefings")
    for folder in ("build/pages", "site"):  # As in a fresh clone.
        (into / folder).mkdir(parents=True)
        shutil.copy(REPOSITORY / folder / ".gitignore", into / folder)
    return into


def _tree(folder: Path) -> dict[str, bytes]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


@pytest.fixture(scope="session")
def copy() -> Copy:
    """`copy(folder)` puts this repository there, with the golden briefings and with nothing built."""
    return _copy


@pytest.fixture(scope="session")
def tree() -> Snapshot:
    """Every file's bytes below a folder."""
    return _tree


@pytest.fixture(scope="session", autouse=True)
def plain_environment() -> Iterator[None]:
    """Nothing that changes a build from outside."""
    with pytest.MonkeyPatch.context() as patch:
        for name in ("SITE_URL", "BRIEFING_SITE", "BRIEFING_PAGES_READY", "SOURCE_DATE_EPOCH", "PYTHONPATH"):
            patch.delenv(name, raising=False)
        yield


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The root of a copy whose site has been built. Tests only read it."""
    root = _copy(tmp_path_factory.mktemp("built") / "root")
    assert main(["build", "--root", str(root)]) == 0
    return root


@pytest.fixture
def spare(built: Path, tmp_path: Path) -> Path:
    """A copy of the built one, for tests that change it."""
    return Path(shutil.copytree(built, tmp_path / "root"))
