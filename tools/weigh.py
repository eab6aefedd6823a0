"""What a reader's browser fetches: the first view of a briefing, the opened search, and the first query.

`python -m tools.weigh [PAGE]` weighs the built site/ as a server under /repository/ would send it.
"""

import gzip
import sys
import threading
from collections.abc import Callable
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from playwright.sync_api import Response, sync_playwright

from tools.ensure_browser import find_browser

PREFIX = "/repository"
SITE = Path(__file__).parents[1] / "site"
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]


class _UnderPrefix(SimpleHTTPRequestHandler):
    def translate_path(self, path: str) -> str:
        return super().translate_path(path.removeprefix(PREFIX))

    def log_message(self, format: str, *args: object) -> None:
        """Keeps quiet."""


def main(page_path: str) -> None:
    """Print requests and bytes of each step, plain and as gzip would send them."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_UnderPrefix, directory=str(SITE)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    home = f"http://127.0.0.1:{server.server_address[1]}{PREFIX}/"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_browser(), args=ARGUMENTS)
        page = browser.new_page()
        seen: list[Response] = []
        page.context.on("response", lambda response: seen.append(response))
        steps: dict[str, Callable[[], object]] = {
            "first view": lambda: page.goto(home + page_path, wait_until="networkidle"),
            "search opened": lambda: page.keyboard.press("/"),
            "first query": lambda: page.keyboard.type("openly acknowledged"),
        }
        for name, step in steps.items():
            seen.clear()
            step()
            page.wait_for_timeout(300)
            page.wait_for_load_state("networkidle")
            bodies = [one.body() for one in seen if one.ok]
            foreign = [one.url for one in seen if not one.url.startswith(home)]
            packed = sum(len(gzip.compress(body, 6)) for body in bodies)
            print(
                f"{name}: {len(bodies)} requests, {sum(map(len, bodies)):,} bytes, {packed:,} as gzip; "
                f"{len(foreign)} to another host"
            )
        browser.close()
    server.shutdown()


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "briefings/north-korean-troops-in-russia/")
