"""The web application of a preview, in front of MkDocs's own: whom it answers, and what it tells."""

import sys
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Final

from generator.publish.preview.bar import problems_page, with_bar
from generator.publish.preview.host import REFUSAL, is_own_name
from generator.publish.preview.trouble import Trouble, failure

if TYPE_CHECKING:
    from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

# MkDocs's address for scripts that wait for a newer version; it answers with the number of the present one.
_RELOAD: Final = "/livereload/"
_PRESENT: Final = "/livereload/0/0"

Headers = list[tuple[str, str]]


class Preview:
    """What a preview shows at present.

    Attributes:
        trouble: what keeps the files from being shown as they are; None without problems.
        has_pages: whether there are good pages, of these files or of those before them.
    """

    def __init__(self) -> None:
        self.trouble: Trouble | None = None
        self.has_pages = False

    def guard(self, application: "WSGIApplication") -> "WSGIApplication":
        """Put the preview in front of the application that has the pages."""

        def answer(environ: "WSGIEnvironment", start_response: "StartResponse") -> Iterable[bytes]:
            if not is_own_name(environ.get("HTTP_HOST", "")):
                return _answer(start_response, "403 Forbidden", REFUSAL.encode(), "text/plain")
            if environ["PATH_INFO"].startswith(_RELOAD):
                return application(environ, start_response)
            return self._page(application, environ, start_response)

        return answer

    def watched(self, build: Callable[[], None]) -> Callable[[], None]:
        """Make of MkDocs's way to build one that never fails, as browsers would wait for it without end."""

        def build_and_tell() -> None:
            before = self.trouble
            try:
                build()
            except (Exception, SystemExit) as fault:
                # The hook has told why, but where building failed before or after it.
                if self.trouble is before:
                    self.trouble = failure(str(fault))
                    print(self.trouble.text, file=sys.stderr, flush=True)
            else:
                self.trouble, self.has_pages = None, True

        return build_and_tell

    def _page(
        self, application: "WSGIApplication", environ: "WSGIEnvironment", start_response: "StartResponse"
    ) -> Iterable[bytes]:
        status, headers, body = _asked(application, environ)
        # Before the problems, so that a page never takes itself for newer than it is.
        epoch = _epoch(application, environ)
        trouble = self.trouble
        if trouble is not None and not self.has_pages:
            page, policy = problems_page(trouble, epoch)
            return _answer(start_response, "503 Service Unavailable", page, "text/html", policy)
        if trouble is not None and dict(headers).get("Content-Type", "").startswith("text/html"):
            # MkDocs gives no script to a page that says that there is none.
            body = with_bar(body, trouble, "" if status.startswith("200") else epoch)
            headers = [(name, value) for name, value in headers if name != "Content-Length"]
            headers.append(("Content-Length", str(len(body))))
        start_response(status, headers)
        return [body]


def _asked(application: "WSGIApplication", environ: "WSGIEnvironment") -> tuple[str, Headers, bytes]:
    """Ask an application: its status, its headers, and what it sends."""
    begun: list[tuple[str, Headers]] = []

    def start(status: str, headers: Headers, fault: object = None) -> Callable[[bytes], object]:
        begun.append((status, headers))
        return lambda data: None

    parts = application(environ, start)
    try:
        body = b"".join(parts)
    finally:
        if close := getattr(parts, "close", None):
            close()
    return *begun[-1], body


def _epoch(application: "WSGIApplication", environ: "WSGIEnvironment") -> str:
    """The number of the version of the site that is shown at present."""
    return _asked(application, {**environ, "PATH_INFO": _PRESENT})[2].decode()


def _answer(
    start_response: "StartResponse", status: str, body: bytes, kind: str, policy: str = "default-src 'none'"
) -> Iterable[bytes]:
    start_response(
        status,
        [
            ("Content-Type", f"{kind}; charset=utf-8"),
            ("Content-Length", str(len(body))),
            ("Cache-Control", "no-store"),
            ("Content-Security-Policy", policy),
        ],
    )
    return [body]
