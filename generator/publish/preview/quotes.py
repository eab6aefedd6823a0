"""Answers of a preview to its own pages, which have words that were selected written as quotes.

Only a page of the preview itself gets an answer, for it holds words of articles that no reader sees: a
browser must not say that another site asks. Names that are not this computer's are refused before that.
"""

import json
from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Final
from urllib.parse import parse_qsl

if TYPE_CHECKING:
    from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

PATH: Final = "/_quote"
"""Where pages of the preview ask; no page of a site begins with an underscore."""

Ask = Callable[[Mapping[str, str]], Mapping[str, str]]
"""Function that answers to the parts of a query."""


def with_quotes(site: "WSGIApplication", ask: Ask) -> "WSGIApplication":
    """Answers what is asked at `PATH`, and leaves all else to the server of the site."""

    def answer(environ: "WSGIEnvironment", start_response: "StartResponse") -> Iterable[bytes]:
        if environ.get("PATH_INFO") != PATH:
            return site(environ, start_response)
        status, body = "403 Forbidden", b"{}"
        if environ.get("HTTP_SEC_FETCH_SITE", "same-origin") in ("same-origin", "none"):
            query = dict(parse_qsl(environ.get("QUERY_STRING", ""), keep_blank_values=True))
            status, body = "200 OK", json.dumps(ask(query), ensure_ascii=False).encode()
        start_response(
            status,
            [
                ("Content-Type", "application/json; charset=utf-8"),
                ("Content-Length", str(len(body))),
                ("Cache-Control", "no-store"),
                ("X-Content-Type-Options", "nosniff"),
            ],
        )
        return [body]

    return answer
