"""Pages of a browser that are watched."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final
from urllib.parse import urlsplit

from playwright.sync_api import Dialog, Page, Response

Watch = Callable[..., "Watched"]

# As root and in a container, as in CI. No name is found but this machine's: what a page asks of another host
# is recorded and goes nowhere. (Playwright's own routing would do the same, and switch the cache off.)
BROWSER_ARGUMENTS: Final = [
    *("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"),
    *("--disable-component-update", "--disable-sync"),
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
]


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

    def listen(self) -> None:
        """Be told what any page of the context does."""
        context = self.page.context
        context.on("request", lambda request: self.requests.append(request.url))
        context.on("response", self._answered)
        context.on("console", lambda message: self.messages.append(message.text))
        context.on("weberror", lambda error: self.messages.append(str(error.error)))
        context.on("dialog", self._dismiss)

    def _answered(self, response: Response) -> None:
        if response.status > 399:
            self.refused.append(response.url)

    def _dismiss(self, dialog: Dialog) -> None:
        self.dialogs.append(dialog.message)
        dialog.dismiss()


def _is_foreign(url: str) -> bool:
    address = urlsplit(url)
    return address.scheme not in ("data", "blob", "about") and address.hostname != "127.0.0.1"
