"""Answers of a preview to its own pages, and to nobody else."""

import json
from collections.abc import Iterable, Mapping
from wsgiref.types import StartResponse, WSGIEnvironment

import pytest

from generator.publish.preview.quotes import PATH, with_quotes


def _site(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
    start_response("200 OK", [("Content-Type", "text/html")])
    return [b"the site"]


def _echo(query: Mapping[str, str]) -> Mapping[str, str]:
    return dict(query)


def _get(**environ: str) -> tuple[str, dict[str, str], bytes]:
    got: list[tuple[str, dict[str, str]]] = []

    def start_response(status: str, headers: list[tuple[str, str]], *_: object) -> None:
        got.append((status, dict(headers)))

    whole = {"PATH_INFO": PATH, "QUERY_STRING": "words=%E2%80%9CI%20know&before=", **environ}
    body = b"".join(with_quotes(_site, _echo)(whole, start_response))  # type: ignore[arg-type]
    return *got[0], body


@pytest.mark.parametrize("host", ["127.0.0.1:8000", "localhost:8123", "localhost", "[::1]:8000"])
def test_a_page_of_the_preview_is_answered(host: str) -> None:
    status, headers, body = _get(HTTP_HOST=host, HTTP_SEC_FETCH_SITE="same-origin")
    assert (status, json.loads(body)) == ("200 OK", {"words": "“I know", "before": ""})
    assert headers["Content-Type"] == "application/json; charset=utf-8"
    assert int(headers["Content-Length"]) == len(body)
    # No other site's page may read it.
    assert not any(name.startswith("Access-Control") for name in headers)


@pytest.mark.parametrize("asking", ["cross-site", "same-site"])
def test_another_site_is_refused(asking: str) -> None:
    status, _, body = _get(HTTP_HOST="127.0.0.1:8000", HTTP_SEC_FETCH_SITE=asking)
    assert (status, body) == ("403 Forbidden", b"{}")


@pytest.mark.parametrize("path", ["/", "/_quote/", "/briefings/_quote", "/assets/a.js"])
def test_all_else_is_left_to_the_site(path: str) -> None:
    assert _get(PATH_INFO=path, HTTP_HOST="127.0.0.1:8000")[2] == b"the site"
