"""Pictures of each kind of page: wide, narrow, dark, and as printed, to be looked at.

`python -m tools.screenshots [SITE] [FOLDER]` takes them of a built site (site/) into build/screenshots.
"""

import sys
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, Final

from playwright.sync_api import Browser, FloatRect, sync_playwright

from tools.ensure_browser import find_browser

ROOT: Final = Path(__file__).parents[1]
ARGUMENTS: Final = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
LOOKS: Final[Mapping[str, Mapping[str, Any]]] = {
    "wide": {"viewport": {"width": 1280, "height": 800}},
    "narrow": {"viewport": {"width": 390, "height": 844}, "device_scale_factor": 2, "is_mobile": True},
    "dark": {"viewport": {"width": 1280, "height": 800}, "color_scheme": "dark"},
    "print": {"viewport": {"width": 794, "height": 1123}},
}
TALLEST: Final = 6000
"""Pixels of a page that a picture has at most; what is below repeats what is above."""


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Keeps quiet."""


@contextmanager
def served(site: Path) -> Iterator[str]:
    """The address of a folder while it is served on this computer."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}/"
    server.shutdown()


def kinds(site: Path) -> dict[str, str]:
    """An address for each kind of page that the site has: the first of its kind."""
    patterns = {
        "home": "index.html",
        "briefing": "briefings/*/index.html",
        "source": "briefings/*/articles/*/index.html",
        "actor": "actors/*/index.html",
        "actors": "actors/index.html",
        "topics": "topics/index.html",
        "topic": "topics/*/index.html",
        "questions": "questions/index.html",
        "changes": "changes/index.html",
        "briefing-changes": "briefings/*/changes/index.html",
        "all-briefings": "briefings/index.html",
        "archive": "archive/index.html",
        "search": "search/index.html",
        "method": "method/index.html",
        "guide": "guide/index.html",
        "data": "api/index.html",
        "missing": "404.html",
    }
    found = {}
    for kind, pattern in patterns.items():
        if pages := sorted(site.glob(pattern)):
            # The largest says most about its kind.
            page = max(pages, key=lambda path: path.stat().st_size)
            found[kind] = page.relative_to(site).as_posix().removesuffix("index.html")
    return found


def take(browser: Browser, home: str, address: str, name: str, folder: Path) -> None:
    """All looks of one page; of the narrow and the wide one also the first screen alone."""
    for look, options in LOOKS.items():
        page = browser.new_page(**options)
        page.emulate_media(media="print" if look == "print" else "screen")
        page.goto(f"{home}{address}", wait_until="networkidle")
        if look in ("wide", "narrow"):
            page.screenshot(path=folder / f"{name}-{look}-first.png")
        height = min(page.evaluate("document.documentElement.scrollHeight"), TALLEST)
        width = options["viewport"]["width"]
        clip = FloatRect(x=0, y=0, width=width, height=height)
        page.screenshot(path=folder / f"{name}-{look}.png", full_page=True, clip=clip)
        page.close()


def main(site: Path, folder: Path) -> None:
    """Take every picture, and say where they are."""
    folder.mkdir(parents=True, exist_ok=True)
    with served(site) as home, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_browser(), args=ARGUMENTS)
        for name, address in kinds(site).items():
            take(browser, home, address, name, folder)
        browser.close()
    print(f"{folder}: {len(list(folder.glob('*.png')))} pictures")


if __name__ == "__main__":
    given = [Path(one) for one in sys.argv[1:]]
    main(given[0] if given else ROOT / "site", given[1] if given[1:] else ROOT / "build" / "screenshots")
