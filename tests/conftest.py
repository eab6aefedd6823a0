"""What every test may use."""

import os
from collections.abc import Callable, Generator, Mapping
from contextlib import nullcontext
from pathlib import Path

import pytest
from hypothesis import settings

from tests.check.cases import MINIMAL
from tests.content import ContentOpened, watched
from tests.paths import GOLDEN

# What commands print is the same on every machine: in CI they would tell of their progress, too.
os.environ["BRIEFING_QUIET"] = "1"

# How quick an example is says more of the machine than of the code.
settings.register_profile("any-machine", settings(), deadline=None)
settings.load_profile("any-machine")

Snapshot = Callable[[Path], Mapping[str, bytes | str]]
Repository = Callable[[Mapping[str, str | bytes]], Path]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--renew-golden", action="store_true", help="Write what comes out as what is expected; read the diff."
    )


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Fail where a command wrote into what tests read, instead of into a copy."""
    if left := [str(path) for path in (GOLDEN / "build", MINIMAL / "build") if path.exists()]:
        print(f"\nA test has a command write into {' and '.join(left)}: give it a copy.")
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report(
    collector: pytest.Collector,
) -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    """Watch what a module opens while it is imported."""
    report = None
    try:
        with watched() if isinstance(collector, pytest.Module) else nullcontext():
            report = yield
    except ContentOpened as failure:
        if report is None:
            raise
        if report.passed:
            report.outcome, report.longrepr = "failed", f"{collector.nodeid}: {failure}"
    return report


@pytest.hookimpl(wrapper=True)
def pytest_runtest_setup() -> Generator[None, object, object]:
    """Watch what fixtures open."""
    with watched():
        return (yield)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call() -> Generator[None, object, object]:
    """Watch what a test opens."""
    with watched():
        return (yield)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_teardown() -> Generator[None, object, object]:
    """Watch what fixtures open at their end."""
    with watched():
        return (yield)


@pytest.fixture
def renew_golden(request: pytest.FixtureRequest) -> bool:
    """Whether what comes out is to be written as what is expected."""
    return bool(request.config.getoption("--renew-golden"))


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    """Makes a repository from files by path, each exactly as given; returns its root."""

    def make(files: Mapping[str, str | bytes]) -> Path:
        root = tmp_path / "repository"
        for path, content in files.items():
            file = root / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content if isinstance(content, bytes) else content.encode())
        return root

    return make


def _tree(folder: Path) -> Mapping[str, bytes | str]:
    """Every file's bytes, every link's target and every empty folder below a folder."""
    found: dict[str, bytes | str] = {}
    for here, folders, files in os.walk(folder):
        for name in (*folders, *files):
            path = Path(here, name)
            key = path.relative_to(folder).as_posix()
            if path.is_symlink():
                found[key] = f"link to {path.readlink()}"
            elif path.is_file():
                found[key] = path.read_bytes()
            elif not any(path.iterdir()):
                found[key] = "empty folder"
    return found


@pytest.fixture(scope="session")
def tree() -> Snapshot:
    """Every file, link and empty folder below a folder; see `_tree`."""
    return _tree
