"""What every browser test needs: a browser, a server for a built folder, and a page that is watched."""

import io
import os
import shutil
import sys
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import BinaryIO
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Dialog, Page, sync_playwright

from generator.cli import main
from tests.paths import REPOSITORY
from tools.ensure_browser import find_browser

# As root and in a container, as in CI. No name is found but this machine's: what a page asks of another host
# is recorded and goes nowhere. (Playwright's own routing would do the same, and switch the cache off.)
BROWSER_ARGUMENTS = [
    *("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"),
    *("--disable-component-update", "--disable-sync"),
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
]

Serve = Callable[..., str]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Marks every test of this folder, so that `-m "not browser"` leaves them out."""
    here = Path(__file__).parent
    for item in items:
        if item.path.is_relative_to(here):
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium for the session."""
    program = find_browser()
    if program is None:
        reason = "No Chrome or Chromium was found: `python -m tools.ensure_browser` tells how to get one."
        pytest.fail(reason) if os.environ.get("CI") else pytest.skip(reason)
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=program, args=BROWSER_ARGUMENTS)
        yield running
        running.close()


@pytest.fixture(scope="session")
def serve() -> Iterator[Serve]:
    """`serve(folder, prefix="/repository/")` puts a folder under a path, as GitHub Pages does."""
    servers: list[tuple[ThreadingHTTPServer, threading.Thread]] = []

    def start(folder: Path, prefix: str = "/repository/") -> str:
        server = _Server(("127.0.0.1", 0), partial(_UnderPrefix, prefix, directory=str(folder)))
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
        thread.start()
        servers.append((server, thread))
        return f"http://127.0.0.1:{server.server_address[1]}{prefix}"

    yield start
    for server, thread in servers:
        server.shutdown()
        thread.join()
        server.server_close()


@pytest.fixture(scope="session")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of what this repository's site is made from, and the site, for the path it is served under."""
    folder = tmp_path_factory.mktemp("repository")
    shutil.copy(REPOSITORY / "mkdocs.yml", folder)
    for name in ("briefings", "templates", "generator"):
        shutil.copytree(REPOSITORY / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    (folder / "build" / "pages").mkdir(parents=True)
    with pytest.MonkeyPatch.context() as patch:
        for name in ("BRIEFING_SITE", "BRIEFING_PAGES_READY"):
            patch.delenv(name, raising=False)
        patch.setenv("SITE_URL", "https://example.org/repository/")
        assert main(["build", "--root", str(folder)]) == 0
    return folder


@dataclass
class Watched:
    """A browser page, and everything it asked for, said and ran into since it was opened."""

    page: Page
    requests: list[str] = field(default_factory=list)
    messages: list[str] = field(default_factory=list)
    dialogs: list[str] = field(default_factory=list)

    def dismiss(self, dialog: Dialog) -> None:
        self.dialogs.append(dialog.message)
        dialog.dismiss()

    def foreign_requests(self) -> list[str]:
        """Those that went elsewhere than to this machine; they never got there."""
        return [url for url in self.requests if _is_foreign(url)]


@pytest.fixture
def watch(browser: Browser) -> Iterator[Callable[..., Watched]]:
    """`watch()` opens an empty page in a context of its own; its arguments are Playwright's `new_context`."""
    contexts: list[BrowserContext] = []

    def start(**options: object) -> Watched:
        context = browser.new_context(**options)  # type: ignore[arg-type]
        contexts.append(context)
        watched = Watched(context.new_page())
        context.on("request", lambda request: watched.requests.append(request.url))
        context.on("console", lambda message: watched.messages.append(message.text))
        context.on("weberror", lambda error: watched.messages.append(str(error.error)))
        context.on("dialog", watched.dismiss)
        return watched

    yield start
    for context in contexts:
        context.close()


def _is_foreign(url: str) -> bool:
    address = urlsplit(url)
    return address.scheme not in ("data", "blob", "about") and address.hostname != "127.0.0.1"


class _Server(ThreadingHTTPServer):
    def handle_error(self, request: object, client_address: object) -> None:
        """A browser that goes on to another page hangs up on this one; anything else is told."""
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]


class _UnderPrefix(SimpleHTTPRequestHandler):
    """Serves a folder under a path; all else isn't there, so that an address from the root is caught."""

    protocol_version = "HTTP/1.1"  # Keeps connections open, which halves the time of a page.

    def __init__(self, prefix: str, *arguments: object, **options: object) -> None:
        self.prefix = prefix
        super().__init__(*arguments, **options)  # type: ignore[arg-type]

    def send_head(self) -> io.BytesIO | BinaryIO | None:
        if self.path.startswith(self.prefix):
            return super().send_head()
        self.send_error(HTTPStatus.NOT_FOUND)
        return None

    def translate_path(self, path: str) -> str:
        return super().translate_path("/" + path.removeprefix(self.prefix))

    def log_message(self, format: str, *args: object) -> None:
        """Keeps quiet."""
