"""The watch over this repository's own briefings: what it sees, and that no test goes round it."""

import os
import re
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Final

import pytest

from generator.cli import main
from generator.pipeline import check
from tests.content import CONTENT, ContentOpened, watched
from tests.paths import GOLDEN, REPOSITORY

FILE: Final = CONTENT / "no-such-briefing.yml"


@pytest.mark.parametrize(
    "opening",
    [
        pytest.param(lambda: FILE.read_bytes(), id="path"),
        pytest.param(lambda: os.open(os.fsencode(FILE), os.O_RDONLY), id="bytes"),
        pytest.param(lambda: (GOLDEN / "../../../briefings" / FILE.name).read_bytes(), id="roundabout"),
        pytest.param(lambda: Path("briefings", FILE.name).read_bytes(), id="relative"),
        pytest.param(lambda: os.open(FILE, os.O_RDONLY), id="descriptor"),
        pytest.param(lambda: os.open(REPOSITORY, os.O_RDONLY), id="descriptor of the root"),
        pytest.param(lambda: [*CONTENT.iterdir()], id="list"),
        pytest.param(lambda: os.scandir(CONTENT), id="scan"),
        pytest.param(lambda: [*CONTENT.rglob("*.yml")], id="walk"),
        pytest.param(lambda: check(REPOSITORY), id="generator"),
        pytest.param(lambda: main(["check", "--root", os.fspath(REPOSITORY)]), id="command"),
    ],
)
def test_opening_of_the_content_is_refused(
    opening: Callable[[], object], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(REPOSITORY)
    with pytest.raises(ContentOpened, match="this repository's own briefings"), watched():
        opening()


def test_swallowed_refusal_is_told_at_the_end() -> None:
    with pytest.raises(ContentOpened, match=FILE.name), watched(), suppress(Exception):
        FILE.read_bytes()


def test_other_files_are_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Also those whose folder has the content's name, and those that are told by a descriptor."""
    (tmp_path / "briefings").mkdir()
    (tmp_path / "briefings" / "actors.yml").write_text("actors: {}\n", encoding="utf-8")
    monkeypatch.chdir(REPOSITORY)
    with watched():
        assert check(tmp_path).diagnostics == []
        assert [path.name for path in (tmp_path / "briefings").iterdir()] == ["actors.yml"]
        with (REPOSITORY / "mkdocs.yml").open("rb") as file, open(file.fileno(), "rb", closefd=False) as same:
            assert same.read(1)
        assert "briefings" in [entry.name for entry in os.scandir()]
        assert (GOLDEN / "briefings" / "actors.yml").read_bytes()


TESTS: Final = """
from contextlib import suppress

import pytest

from tests.content import CONTENT

def swallowed():
    with suppress(Exception):
        (CONTENT / "x.yml").read_bytes()

@pytest.fixture
def at_first():
    swallowed()

@pytest.fixture
def at_last():
    yield
    swallowed()

def test_itself():
    swallowed()

def test_fixture(at_first):
    pass

def test_end_of_fixture(at_last):
    pass

def test_neither():
    pass
"""


def test_tests_fixtures_and_modules_fail_that_swallow_the_refusal(tmp_path: Path) -> None:
    (tmp_path / "pytest.ini").write_text("[pytest]\n", encoding="utf-8")
    (tmp_path / "test_a.py").write_text(TESTS, encoding="utf-8")
    (tmp_path / "test_b.py").write_text(f"{TESTS}\nswallowed()\n", encoding="utf-8")
    options = ["-p", "tests.conftest", "-p", "no:cacheprovider", "--continue-on-collection-errors", "-rA"]
    own = {name: value for name, value in os.environ.items() if not name.startswith("PYTEST_")}
    done = subprocess.run(
        [sys.executable, "-m", "pytest", *options, "."],
        cwd=tmp_path,
        env={**own, "PYTHONPATH": str(REPOSITORY)},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    told = re.findall(r"^(PASSED|FAILED|ERROR) (test_\w+\.py(?:::\w+)?)", done.stdout, re.MULTILINE)
    assert sorted(told) == [
        ("ERROR", "test_a.py::test_end_of_fixture"),
        ("ERROR", "test_a.py::test_fixture"),
        ("ERROR", "test_b.py"),
        ("FAILED", "test_a.py::test_itself"),
        ("PASSED", "test_a.py::test_end_of_fixture"),
        ("PASSED", "test_a.py::test_neither"),
    ], done.stdout


# Processes that tests start are out of the watch's reach.

WAY_ROUND: Final = re.compile(
    r"""
    REPOSITORY \s* / \s* f?"briefings\b | REPOSITORY\.joinpath\( \s* "briefings\b | \{REPOSITORY\}/briefings\b
    | "--root", \s* (?:str\()?REPOSITORY\b | --root=\{REPOSITORY\}
    """,
    re.VERBOSE,
)


@pytest.mark.parametrize(
    "line",
    [
        'shutil.copytree(REPOSITORY / "briefings", root)',
        'path = REPOSITORY / "briefings/actors.yml"',
        'path = REPOSITORY / f"briefings/{slug}"',
        'path = REPOSITORY.joinpath("briefings", slug)',
        'path = f"{REPOSITORY}/briefings"',
        'main(["check", "--root", str(REPOSITORY)])',
        'run("-m", "generator", "check", "--root", REPOSITORY)',
        'main(["check", f"--root={REPOSITORY}"])',
    ],
)
def test_control_ways_round_the_watch_are_seen(line: str) -> None:
    assert WAY_ROUND.search(line)


def test_no_test_goes_round_the_watch() -> None:
    own = {Path(__file__), Path(sys.modules[ContentOpened.__module__].__file__ or "")}
    faults = [
        f"{path.relative_to(REPOSITORY)}: {way[0]}"
        for path in sorted((REPOSITORY / "tests").rglob("*.py"))
        if path not in own
        for way in WAY_ROUND.finditer(path.read_text(encoding="utf-8"))
    ]
    assert faults == []
