"""Pages of a browser that are watched, and the contexts that they are opened in."""

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Final
from urllib.parse import urlsplit

from playwright.sync_api import Browser, BrowserContext, Dialog, Page, Response

Watch = Callable[..., "Watched"]

# As root and in a container, as in CI. No name is found but this machine's: what a page asks of another host
# is recorded and goes nowhere. (Playwright's own routing would do the same, and switch the cache off.)
BROWSER_ARGUMENTS: Final = [
    *("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"),
    *("--disable-component-update", "--disable-sync"),
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
]

_OF_THE_PAGE: Final = ("viewport", "color_scheme", "reduced_motion")
_SHARED: Final = frozenset(["bypass_csp", "java_script_enabled"])


_LONGEST_WAIT: Final = 30_000
_BETWEEN_LOOKS: Final = 20


def wait_until(page: Page, expression: str, arg: object = None) -> None:
    """Wait until a JavaScript expression is true in a page.

    Playwright's own `wait_for_function` compiles the expression in the page each time it looks again, which
    the site's policy refuses; the developer tools' evaluation, used here, is no script of the page.

    Raises:
        AssertionError: it is not true after `_LONGEST_WAIT` milliseconds.
    """
    for _ in range(_LONGEST_WAIT // _BETWEEN_LOOKS):
        if page.evaluate(expression, arg):
            return
        page.wait_for_timeout(_BETWEEN_LOOKS)
    raise AssertionError(f"never true: {expression}")


@dataclass
class Watched:
    """A browser page, and everything it asked for, said and ran into since it was opened."""

    page: Page
    requests: list[str] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)
    messages: list[str] = field(default_factory=list)
    dialogs: list[str] = field(default_factory=list)

    def foreign_requests(self) -> list[str]:
        """Those that went elsewhere than to this machine; they never got there."""
        return [url for url in self.requests if _is_foreign(url)]

    def forget(self) -> None:
        """Begin anew, as for the next page."""
        for told in (self.requests, self.refused, self.messages, self.dialogs):
            told.clear()

    def _listen(self, context: BrowserContext) -> Callable[[], None]:
        """Be told what any page of the context does; the result ends it."""
        events: dict[Any, Callable[..., None]] = {
            "request": lambda request: self.requests.append(request.url),
            "response": self._answered,
            "console": lambda message: self.messages.append(message.text),
            "weberror": lambda error: self.messages.append(str(error.error)),
            "dialog": self._dismiss,
        }
        for event, told in events.items():
            context.on(event, told)

        def end() -> None:
            for event, told in events.items():
                context.remove_listener(event, told)

        return end

    def _answered(self, response: Response) -> None:
        if response.status > 399:
            self.refused.append(response.url)

    def _dismiss(self, dialog: Dialog) -> None:
        self.dialogs.append(dialog.message)
        dialog.dismiss()


class Contexts:
    """The contexts of a browser, which serve one test after the other: a new one takes half a second.

    Each test has pages of its own, and finds no cookie and nothing in the storage; only the cache stays. What
    a test does to a context beyond that (its clock, routes of the context) needs a fresh one.
    """

    def __init__(self, browser: Browser, blank: str) -> None:
        """``blank`` is the address of a page with nothing on it, on the host that all sites stand on."""
        self.browser, self._blank = browser, blank
        self._free: defaultdict[frozenset[tuple[str, object]], list[BrowserContext]] = defaultdict(list)

    def open(self, options: dict[str, Any], *, fresh: bool) -> tuple[Watched, Callable[[], None]]:
        """A new page that is watched, and what closes it. Options are Playwright's for a context."""
        look = {name: options.pop(name) for name in _OF_THE_PAGE if name in options}
        shared = not fresh and options.keys() <= _SHARED
        key = frozenset(options.items()) if shared else frozenset()
        if shared and self._free[key]:
            context = self._free[key].pop()
        else:
            context = self.browser.new_context(**options)
            if shared:
                # Stays open: with a page of the host in it, Chromium needs no new process for each test.
                context.new_page().goto(self._blank)
        watched = Watched(context.new_page())
        if viewport := look.pop("viewport", None):
            watched.page.set_viewport_size(viewport)
        if look:
            watched.page.emulate_media(**look)
        end = watched._listen(context)

        def close() -> None:
            if not shared:
                context.close()
                return
            end()
            self._clear(context, watched)
            self._free[key].append(context)

        return watched, close

    def _clear(self, context: BrowserContext, watched: Watched) -> None:
        blank, *pages = context.pages
        for page in pages:
            page.close()
        origins = {
            urlsplit(url)._replace(path="", query="", fragment="").geturl() for url in watched.requests
        }
        session = context.new_cdp_session(blank)
        for origin in sorted(origins):
            session.send("Storage.clearDataForOrigin", {"origin": origin, "storageTypes": "all"})
        session.detach()
        context.clear_cookies()


def _is_foreign(url: str) -> bool:
    address = urlsplit(url)
    return address.scheme not in ("data", "blob", "about") and address.hostname != "127.0.0.1"
