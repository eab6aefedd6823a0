"""What a reader waits for: bytes that a browser fetches, and seconds, over a slow mobile network.

`python -m tools.bench.reader SITE [WORDS]` serves a built site, compressed as a host does, and visits it with
an empty cache: the first view of a briefing, the first query in the dialog and on the search page. The line
is what Lighthouse calls slow 4G: 1.6 Mbit/s, and 150 ms there and back. The server keeps to it, as what a
browser emulates leaves workers out.
"""

import gzip
import mimetypes
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import lru_cache, partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from io import BufferedIOBase
from pathlib import Path
from typing import Any, Final

from playwright.sync_api import Page, sync_playwright

from tools.ensure_browser import find_browser
from tools.screenshots import ARGUMENTS

ROUND_TRIP: Final = 0.15
"""Seconds from a request to the first byte of its answer."""

BYTES_A_SECOND: Final = 1_600_000 / 8
PIECE: Final = 4096
"""Bytes that are sent at once, so that several answers share the line."""

COMPRESSED: Final = ("text/", "application/json", "application/javascript", "application/xml", "image/svg")
_RESULT: Final = ".find-results a"


@lru_cache(maxsize=256)
def _body(path: Path) -> tuple[bytes, str, bool]:
    kind = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
    content = path.read_bytes()
    is_compressed = kind.startswith(COMPRESSED)
    return gzip.compress(content, 6) if is_compressed else content, kind, is_compressed


class _Line:
    """The one line to the browser.

    Attributes:
        sent: bytes since it was last set to 0.
    """

    sent = 0

    def __init__(self) -> None:
        self._free = threading.Lock()

    def send(self, into: BufferedIOBase, content: bytes) -> None:
        for start in range(0, len(content), PIECE):
            piece = content[start : start + PIECE]
            with self._free:
                time.sleep(len(piece) / BYTES_A_SECOND)
                self.sent += len(piece)
            into.write(piece)


class _Host(SimpleHTTPRequestHandler):
    """Serves files as GitHub Pages does: texts compressed, with a time to live."""

    protocol_version = "HTTP/1.1"

    def __init__(self, *given: Any, line: _Line, **options: Any) -> None:
        self._line = line
        super().__init__(*given, **options)

    def handle(self) -> None:
        with suppress(ConnectionError):  # the page was left
            super().handle()

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if not path.is_file():
            self.send_error(HTTPStatus.NOT_FOUND)
            return
        content, kind, is_compressed = _body(path)
        time.sleep(ROUND_TRIP)
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Cache-Control", "max-age=600")
        if is_compressed:
            self.send_header("Content-Encoding", "gzip")
        self.end_headers()
        self._line.send(self.wfile, content)

    def log_message(self, format: str, *args: object) -> None:
        """Keeps quiet."""


@contextmanager
def _hosted(site: Path) -> Iterator[tuple[str, _Line]]:
    line = _Line()
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Host, line=line, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}/", line
    server.shutdown()


def visits(site: Path, words: str) -> Iterator[tuple[str, float, float]]:
    """Visit the site, each time with an empty cache.

    Args:
        site: the folder of a built site.
        words: a query that has results.

    Yields:
        what was done, the kilobytes that were fetched until it was there, and the seconds.
    """
    briefing = next(path for path in sorted(site.glob("briefings/*/")) if (path / "index.html").is_file())
    page_of_briefing = f"briefings/{briefing.name}/"

    def viewed(page: Page, address: str) -> None:
        page.goto(address + page_of_briefing, wait_until="load")

    def asked_in_dialog(page: Page, address: str) -> None:
        page.keyboard.press("Control+k")
        page.keyboard.type(words, delay=80)
        page.locator(f"dialog {_RESULT}").first.wait_for()

    def asked_on_page(page: Page, address: str) -> None:
        page.goto(f"{address}search/?q={words}", wait_until="commit")
        page.locator(_RESULT).first.wait_for()

    steps: dict[str, tuple[Callable[[Page, str], None] | None, Callable[[Page, str], None]]] = {
        "a briefing's first view": (None, viewed),
        "first query in the dialog, typed": (viewed, asked_in_dialog),
        "first query on the search page": (None, asked_on_page),
        "a query on the search page behind a briefing": (viewed, asked_on_page),
    }
    with _hosted(site) as (address, line), sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_browser(), args=ARGUMENTS)
        for name, (before, step) in steps.items():
            page = browser.new_context().new_page()
            if before is not None:
                before(page, address)
                page.wait_for_load_state("networkidle")
            line.sent = 0
            start = time.monotonic()
            step(page, address)
            yield name, line.sent / 1000, time.monotonic() - start
            page.context.close()
        browser.close()


def largest_page(site: Path) -> tuple[str, float]:
    """Return the path of the site's largest page, and its kilobytes."""
    path = max(site.rglob("*.html"), key=lambda path: path.stat().st_size)
    return path.relative_to(site).as_posix(), path.stat().st_size / 1000


def main(site: Path, words: str) -> None:
    """Print the visits, and the largest page."""
    for name, kilobytes, seconds in visits(site, words):
        print(f"{name:46}{kilobytes:8.0f} kB{seconds:8.1f} s")
    print("largest page: {} {:.0f} kB".format(*largest_page(site)))


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2] if len(sys.argv) > 2 else "bridge")
