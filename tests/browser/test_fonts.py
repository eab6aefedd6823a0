"""The fonts of the tests' browser: those that are pinned, and none of the machine's."""

from typing import Final

import pytest
from playwright.sync_api import Page

from tests.browser.fonts import EACH_SET, PINNED, Fonts
from tests.browser.watching import Watch

ASKED_FOR: Final = (
    *("system-ui", "sans-serif", "serif", "monospace", "Arial", "Georgia", "DejaVu Sans", "DejaVu Serif"),
    *("DejaVu Sans Mono", "Noto Sans", "Noto Serif", "Roboto", "Liberation Sans"),
)


def shown_in(page: Page, chosen: str) -> set[str]:
    """The families that the browser took for the words of elements."""
    session = page.context.new_cdp_session(page)
    session.send("DOM.enable")
    session.send("CSS.enable")
    document = session.send("DOM.getDocument")["root"]["nodeId"]
    elements = session.send("DOM.querySelectorAll", {"nodeId": document, "selector": chosen})["nodeIds"]
    families = {
        font["familyName"]
        for element in elements
        for font in session.send("CSS.getPlatformFontsForNode", {"nodeId": element})["fonts"]
    }
    session.detach()
    return families


@pytest.mark.parametrize("fonts", EACH_SET)
def test_page_is_shown_in_the_pinned_fonts_whatever_it_asks_for(
    site: str, watch: Watch, fonts: Fonts
) -> None:
    page = watch(fonts=fonts).page
    page.goto(f"{site}briefings/oldmere-bridge/")
    own = shown_in(page, "article :is(h1, h2, h3, p, li)")
    page.evaluate(
        """all => document.querySelector("article").append(...all.map((family) => {
            const made = document.createElement("p")
            made.className = "asked-for"
            made.style.fontFamily = `"${family}", ${family}`
            made.textContent = "Briefings"
            return made
        }))""",
        ASKED_FOR,
    )
    asked_for = shown_in(page, ".asked-for")
    assert own and asked_for
    if PINNED:
        assert own <= set(fonts)
        assert asked_for == set(fonts)
