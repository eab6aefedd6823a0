"""What every browser test needs: a browser, a server for a built folder, and a page that is watched."""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from filelock import FileLock
from playwright.sync_api import sync_playwright

from tests.browser.fonts import BOTH, Fonts, environment
from tests.browser.hostile import Hostile, poisoned
from tests.browser.serving import Serve, Servers
from tests.browser.sites import MadeOnce, build_golden
from tests.browser.watching import BROWSER_ARGUMENTS, Contexts, Watch, Watched
from tools.ensure_browser import find_browser


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Marks every test of this folder, so that `-m "not browser"` leaves them out."""
    here = Path(__file__).parent
    for item in items:
        if item.path.is_relative_to(here):
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def contexts(tmp_path_factory: pytest.TempPathFactory, serve: Serve) -> Iterator[Callable[[Fonts], Contexts]]:
    """`contexts(fonts)` are those of one Chromium for the session, which sees these fonts."""
    program = find_browser()
    if program is None:
        reason = "No Chrome or Chromium was found: `python -m tools.ensure_browser` tells how to get one."
        pytest.fail(reason) if os.environ.get("CI") else pytest.skip(reason)
    nothing = tmp_path_factory.mktemp("blank")
    (nothing / "index.html").write_text('<title>x</title><link rel="icon" href="data:,">', encoding="utf-8")
    blank = serve(nothing, prefix="/")
    started: dict[Fonts, Contexts] = {}
    with sync_playwright() as playwright:

        def of(fonts: Fonts) -> Contexts:
            if fonts not in started:
                seen = {**os.environ, **environment(fonts, tmp_path_factory.mktemp("fonts"))}
                browser = playwright.chromium.launch(
                    executable_path=program, args=BROWSER_ARGUMENTS, env=dict(seen)
                )
                started[fonts] = Contexts(browser, blank)
            return started[fonts]

        yield of
        for one in started.values():
            one.browser.close()


@pytest.fixture(scope="session")
def serve() -> Iterator[Serve]:
    """`serve(folder, prefix="/repository/")` puts a folder under a path, as GitHub Pages does."""
    servers = Servers()
    yield servers.start
    servers.stop()


@pytest.fixture(scope="session")
def made_once(tmp_path_factory: pytest.TempPathFactory) -> MadeOnce:
    """`made_once(name, make)`: a folder that `make` fills in one process of the run, for all of them."""
    own = tmp_path_factory.getbasetemp()
    shared = own.parent if "PYTEST_XDIST_WORKER" in os.environ else own

    def folder(name: str, make: Callable[[Path], None]) -> Path:
        made, finished = shared / name, shared / f"{name}.finished"
        with FileLock(shared / f"{name}.lock"):
            if not finished.exists():
                # Of an attempt that failed.
                shutil.rmtree(made, ignore_errors=True)
                make(made)
                finished.touch()
        return made

    return folder


@pytest.fixture(scope="session")
def repository(made_once: MadeOnce) -> Path:
    """The golden repository and its site, for the path it is served under."""
    return made_once("golden", build_golden)


@pytest.fixture(scope="session")
def site(repository: Path, serve: Serve) -> str:
    """Where the golden repository's site is served."""
    return serve(repository / "site")


@pytest.fixture(scope="session")
def hostile() -> Hostile:
    """A repository with a hostile text in each field that may hold text."""
    return poisoned()


@pytest.fixture(scope="session")
def hostile_repository(hostile: Hostile, made_once: MadeOnce) -> Path:
    """Where the hostile repository is, and its site."""
    return made_once("hostile", hostile.build)


@pytest.fixture
def watch(contexts: Callable[[Fonts], Contexts]) -> Iterator[Watch]:
    """`watch()` opens an empty page and watches it; its arguments are Playwright's `new_context`.

    Tests have contexts one after the other (see `Contexts`); `fresh=True` asks for one with an empty cache,
    and `fonts` for other fonts than both.
    """
    closing: list[Callable[[], None]] = []

    def start(fonts: Fonts = BOTH, fresh: bool = False, **options: object) -> Watched:
        watched, close = contexts(fonts).open(options, fresh=fresh)
        closing.append(close)
        return watched

    yield start
    for close in closing:
        close()
