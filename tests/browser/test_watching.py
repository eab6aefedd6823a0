"""Contexts serve one test after the other; no test meets anything that another one left."""

from collections.abc import Callable
from pathlib import Path
from typing import Final

import pytest

from tests.browser.fonts import BOTH, Fonts
from tests.browser.serving import Serve
from tests.browser.watching import Contexts

LEAVE: Final = """() => {
    document.cookie = "left=1"
    localStorage.setItem("left", "1")
    sessionStorage.setItem("left", "1")
    window.name = "left"
}"""
FIND: Final = """() => [
    document.cookie, localStorage.length, sessionStorage.length, window.name, history.length,
    window.__left ?? "", innerWidth,
    matchMedia("(prefers-color-scheme: dark)").matches, matchMedia("print").matches,
]"""


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory, serve: Serve) -> str:
    folder: Path = tmp_path_factory.mktemp("empty")
    (folder / "index.html").write_text('<title>x</title><link rel="icon" href="data:,">', encoding="utf-8")
    return serve(folder)


def test_next_test_finds_nothing_of_the_one_before_and_has_its_context(
    contexts: Callable[[Fonts], Contexts], address: str
) -> None:
    untouched, end_untouched = contexts(BOTH).open({}, fresh=True)
    untouched.page.goto(address)
    nothing = untouched.page.evaluate(FIND)
    end_untouched()

    before, end_before = contexts(BOTH).open(
        {"color_scheme": "dark", "viewport": {"width": 320, "height": 600}}, fresh=False
    )
    context = before.page.context
    before.page.add_init_script("window.__left = 1")
    before.page.route("**/*", lambda route: route.continue_())
    before.page.goto(address)
    before.page.evaluate(LEAVE)
    before.page.emulate_media(media="print")
    before.page.mouse.move(50, 50)
    context.new_page().goto(address)
    # The control of all that follows.
    assert before.page.evaluate(FIND) == ["left=1", 1, 1, "left", 2, 1, 320, True, True]
    end_before()

    after, end_after = contexts(BOTH).open({}, fresh=False)
    assert after.page.context == context
    after.page.goto(address)
    assert after.page.evaluate(FIND) == nothing
    assert len(after.requests) == 1
    assert len(context.pages) == 2
    end_after()


def test_two_pages_of_one_test_have_a_context_each(contexts: Callable[[Fonts], Contexts]) -> None:
    one, end_one = contexts(BOTH).open({}, fresh=False)
    other, end_other = contexts(BOTH).open({}, fresh=False)
    assert one.page.context != other.page.context
    end_one()
    end_other()
