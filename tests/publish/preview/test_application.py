"""What a preview answers, in front of an application that stands for MkDocs's."""

import re
from collections.abc import Callable, Iterable
from typing import Any

import pytest

from generator.publish.preview.application import Preview
from generator.publish.preview.trouble import Problem, Trouble

HOSTILE = "</section><script>alert(1)</script>\"'&"
PAGE = b'<!doctype html><title>x</title><body class="a"><p>Page</p></body>'
FIRST = Problem("briefings/x/briefing.yml, line 3, column 9", "No such value.", "Write draft.")


def trouble(*further: Problem) -> Trouble:
    return Trouble((FIRST, *further), "all of it")


def mkdocs(environ: dict[str, Any], start_response: Callable[..., object]) -> Iterable[bytes]:
    """Answers as MkDocs's own does."""
    path = environ["PATH_INFO"]
    if path.startswith("/livereload/"):
        start_response("200 OK", [("Content-Type", "text/plain")])
        return [b"41"]
    if path.endswith(".js"):
        start_response("200 OK", [("Content-Type", "application/javascript"), ("Content-Length", "2")])
        return [b"1;"]
    status = "404 Not Found" if path == "/none/" else "200 OK"
    start_response(status, [("Content-Type", "text/html"), ("Content-Length", str(len(PAGE)))])
    return [PAGE]


def ask(preview: Preview, path: str = "/", host: str = "127.0.0.1:8000") -> tuple[str, dict[str, str], str]:
    begun: list[tuple[str, dict[str, str]]] = []

    def start(status: str, headers: list[tuple[str, str]], fault: object = None) -> Callable[[bytes], object]:
        begun.append((status, dict(headers)))
        return lambda data: None

    application: Any = preview.guard(mkdocs)
    body = b"".join(application({"PATH_INFO": path, "HTTP_HOST": host}, start))
    ((status, headers),) = begun
    if "Content-Length" in headers:
        assert headers["Content-Length"] == str(len(body))
    return status, headers, body.decode()


@pytest.fixture
def preview() -> Preview:
    preview = Preview()
    preview.has_pages = True
    return preview


@pytest.mark.parametrize("path", ["/", "/none/", "/a.js", "/livereload/0/0"])
def test_other_hosts_are_refused_everywhere(preview: Preview, path: str) -> None:
    for known in (None, trouble()):
        preview.trouble = known
        status, headers, body = ask(preview, path, "evil.example:8000")
        assert status == "403 Forbidden"
        assert headers["Content-Type"] == "text/plain; charset=utf-8"
        assert "evil" not in body
    assert ask(preview, path)[0] != "403 Forbidden"  # the control


def test_without_problems_pages_are_as_they_are(preview: Preview) -> None:
    assert ask(preview) == (
        "200 OK",
        {"Content-Type": "text/html", "Content-Length": str(len(PAGE))},
        PAGE.decode(),
    )


def test_bar_stands_first_in_the_page_and_goes_when_mended(preview: Preview) -> None:
    preview.trouble = trouble()
    _, _, page = ask(preview)
    before, _, bar = page.partition('<body class="a">')
    bar, _, after = bar.partition("</section>")
    assert before + '<body class="a">' + after.strip() == PAGE.decode()
    for words in (FIRST.place, FIRST.message, FIRST.hint):
        assert words in bar
    assert "further" not in bar
    assert "<script" not in page  # MkDocs's own is in its page
    preview.trouble = None
    assert ask(preview)[2] == PAGE.decode()


def test_page_that_is_not_there_looks_for_a_newer_version_itself(preview: Preview) -> None:
    preview.trouble = trouble()
    status, _, page = ask(preview, "/none/")
    assert (status, 'data-epoch="41"' in page) == ("404 Not Found", True)


def test_what_is_no_page_has_no_bar(preview: Preview) -> None:
    preview.trouble = trouble()
    assert ask(preview, "/a.js")[2] == "1;"


@pytest.mark.parametrize(
    ("further", "summary", "told", "left_out"),
    [
        (1, "One further problem", 1, ""),
        (19, "19 further problems", 19, ""),
        (20, "20 further problems", 19, "One more stands in the terminal."),
        (500, "500 further problems", 19, "481 more stand in the terminal."),
    ],
)
def test_further_problems_are_counted_and_the_first_of_them_told(
    preview: Preview, further: int, summary: str, told: int, left_out: str
) -> None:
    preview.trouble = trouble(*(Problem("", f"Message {number}.", "Hint.") for number in range(further)))
    for preview.has_pages in (True, False):
        page = ask(preview)[2]
        assert f"<summary>{summary}</summary>" in page
        assert page.count("Message ") == told
        assert ("in the terminal." in page) == bool(left_out)
        assert left_out in page


def test_without_good_pages_each_address_tells_the_problems() -> None:
    preview = Preview()
    preview.trouble = trouble()
    for path in ("/", "/none/", "/a.js"):
        status, headers, page = ask(preview, path)
        assert status == "503 Service Unavailable"
        assert headers["Content-Type"] == "text/html; charset=utf-8"
        assert FIRST.message in page
        assert "<p>Page</p>" not in page
        assert 'data-epoch="41"' in page
    assert ask(preview, "/livereload/0/0")[2] == "41"


def test_text_of_a_briefing_does_not_become_markup(preview: Preview) -> None:
    preview.trouble = trouble(Problem(HOSTILE, HOSTILE, HOSTILE + "\u202e"))
    preview.trouble = Trouble((Problem(HOSTILE, HOSTILE, HOSTILE), *preview.trouble.problems), "")
    for preview.has_pages in (True, False):
        page = ask(preview)[2]
        assert "<script>" not in page
        assert page.count("&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#x27;&amp;") == 6
        assert "\u202e" not in page
        assert "U+202E" in page


def test_page_of_problems_runs_its_own_script_alone() -> None:
    preview = Preview()
    preview.trouble = trouble()
    _, headers, page = ask(preview)
    nonces = set(re.findall('<(?:script|style) nonce="([^"]+)"', page))
    assert len(nonces) == 1
    assert f"script-src 'nonce-{nonces.pop()}'" in headers["Content-Security-Policy"]
    assert headers["Content-Security-Policy"].startswith("default-src 'none'; ")
    assert ask(preview)[1]["Content-Security-Policy"] != headers["Content-Security-Policy"]


def test_a_build_that_fails_is_told_and_does_not_stop_the_preview(
    preview: Preview, capsys: pytest.CaptureFixture[str]
) -> None:
    def stop() -> None:
        raise SystemExit("mkdocs.yml: no YAML")

    def fail() -> None:
        raise ZeroDivisionError("nothing")

    for build, reason in ((stop, "mkdocs.yml: no YAML"), (fail, "nothing")):
        preview.watched(build)()
        assert f"The pages could not be made: {reason}" in ask(preview)[2]
        assert capsys.readouterr().err == f"{reason}\n"
    preview.watched(lambda: None)()
    assert ask(preview)[2] == PAGE.decode()


def test_a_build_that_told_its_problems_keeps_them(preview: Preview) -> None:
    def tell() -> None:
        preview.trouble = trouble()
        raise SystemExit("Nothing was built.")

    for _ in range(2):
        preview.watched(tell)()
        assert FIRST.message in ask(preview)[2]
        assert "Nothing was built" not in ask(preview)[2]
