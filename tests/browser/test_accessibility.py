"""WCAG 2.2 AA on every kind of page: what axe finds, by keyboard, at 200 %, on paper, and without script."""

import io
import re
from collections.abc import Mapping
from importlib.resources import files
from pathlib import Path
from typing import Any, Final

import pytest
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from tests.browser.serving import Serve
from tests.browser.sites import MadeOnce, build_golden_with_history
from tests.browser.watching import Watch
from tools.screenshots import kinds

BRIEFING: Final = "briefings/oldmere-bridge/"
AXE: Final = (files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")
RULES: Final = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
LOOKS: Final[Mapping[str, Mapping[str, Any]]] = {
    "wide-light": {"viewport": {"width": 1280, "height": 800}, "color_scheme": "light"},
    "narrow-dark": {"viewport": {"width": 390, "height": 844}, "color_scheme": "dark"},
}
MORE_LOOKS: Final[Mapping[str, Mapping[str, Any]]] = {
    "wide-dark": {"viewport": {"width": 1280, "height": 800}, "color_scheme": "dark"},
    "narrow-light": {"viewport": {"width": 390, "height": 844}, "color_scheme": "light"},
}


@pytest.fixture(scope="module")
def folder(made_once: MadeOnce) -> Path:
    """A site with pages of every kind, which needs a history."""
    return made_once("golden-with-history", build_golden_with_history) / "site"


@pytest.fixture(scope="module")
def site(folder: Path, serve: Serve) -> str:
    return serve(folder)


def violations(page: Page) -> list[str]:
    """What axe finds, one line a rule: its name, and the first element that breaks it."""
    page.evaluate(AXE)
    found = page.evaluate("rules => axe.run(document, {resultTypes: ['violations'], runOnly: rules})", RULES)[
        "violations"
    ]
    return [f"{one['id']} ({len(one['nodes'])}): {one['nodes'][0]['html'][:150]}" for one in found]


@pytest.mark.parametrize(
    "look",
    ["wide-light", "narrow-dark", *(pytest.param(one, marks=pytest.mark.long) for one in MORE_LOOKS)],
)
def test_axe_finds_nothing_on_any_kind_of_page(folder: Path, site: str, watch: Watch, look: str) -> None:
    told = {}
    for kind, address in kinds(folder).items():
        # Axe is put into the page, which its policy forbids to everybody else.
        page = watch(bypass_csp=True, reduced_motion="reduce", **{**LOOKS, **MORE_LOOKS}[look]).page
        page.goto(site + address, wait_until="networkidle")
        if kind == "briefing":
            page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true")
        told[kind] = violations(page)
        page.context.close()
    assert len(told) > 10
    assert {kind: found for kind, found in told.items() if found} == {}


def test_axe_finds_nothing_in_the_search_dialog(site: str, watch: Watch) -> None:
    page = watch(bypass_csp=True, **LOOKS["wide-light"]).page
    page.goto(site + BRIEFING)
    page.keyboard.press("/")
    page.keyboard.type("bridge")
    expect(page.get_by_role("dialog").get_by_role("status")).to_contain_text("result")
    assert violations(page) == []


def test_control_axe_sees_a_fault(site: str, watch: Watch) -> None:
    page = watch(bypass_csp=True).page
    page.goto(site)
    page.evaluate("document.querySelector('main').insertAdjacentHTML('beforeend', '<img src=x><h6>x</h6>')")
    assert {one.split()[0] for one in violations(page)} == {"heading-order", "image-alt"}


def stops(page: Page) -> list[str]:
    """What the Tab key reaches, one after the other, up to the end of the page."""
    reached: list[str] = []
    page.evaluate("document.activeElement.blur()")
    while len(reached) < 2000:
        page.keyboard.press("Tab")
        here = page.evaluate(
            "() => { const one = document.activeElement; if (one === document.body) return '';"
            " const box = one.closest('.claim');"
            " return `${box ? box.querySelector('h3').id : '-'} ${one.tagName} ${one.textContent.trim()}` }"
        )
        if not here:
            return reached
        reached.append(here)
    raise AssertionError("no end")


def test_about_one_tab_stop_a_claim(site: str, watch: Watch) -> None:
    page = watch(viewport={"width": 1280, "height": 800}).page
    page.goto(site + BRIEFING)
    cards = page.locator(".claim").evaluate_all("all => all.map(one => one.querySelector('h3').id)")
    reached = [one.split(" ")[0] for one in stops(page) if one.startswith("claim-")]
    assert len(cards) > 10
    # Where a claim was withdrawn in favour of another, the way to that one is a stop of its own.
    assert set(reached) == set(cards)
    assert len(reached) <= len(cards) + 2


def test_a_card_opens_by_keyboard_and_tells_its_name(site: str, watch: Watch) -> None:
    page = watch().page
    page.goto(site + BRIEFING)
    summary = page.locator("#claim-closed-until-checked").locator("xpath=..").locator("summary")
    summary.focus()
    page.keyboard.press("Enter")
    card = page.locator(".claim", has=page.locator("#claim-closed-until-checked"))
    expect(card.get_by_role("link", name="Link to this claim")).to_be_visible()
    expect(card.get_by_role("link", name="Suggest a correction")).to_be_visible()
    expect(card.locator(".context mark").first).to_be_visible()
    name = summary.evaluate("one => one.textContent")
    assert re.match(r"Read in context, cite, correct \([^()]+: ", name)
    outline = summary.evaluate("one => getComputedStyle(one).outlineStyle")
    assert outline == "solid"


@pytest.mark.parametrize("width", [640, 320])
def test_nothing_has_to_be_scrolled_sideways(folder: Path, site: str, watch: Watch, width: int) -> None:
    """640 is a window of 1280 at 200 %; 320 is what WCAG 1.4.10 asks for."""
    told = {}
    for kind, address in kinds(folder).items():
        page = watch(viewport={"width": width, "height": 800}).page
        page.goto(site + address)
        wide = page.evaluate("document.documentElement.scrollWidth")
        if wide > width:
            told[kind] = wide
        page.context.close()
    assert told == {}


def test_paper_has_the_evidence_and_nothing_to_press(site: str, watch: Watch) -> None:
    page = watch().page
    page.goto(site + BRIEFING)
    pdf = PdfReader(io.BytesIO(page.pdf(format="A4")))
    text = " ".join(" ".join(one.extract_text() for one in pdf.pages).split())
    first = " ".join(pdf.pages[0].extract_text().split())
    for words in ("IN SHORT", "OUR ASSESSMENT", "STILL OPEN"):
        assert words in first.upper()
    assert "Who says what" not in first and "Differing accounts" not in first
    assert "SOURCES A Oldmere Bridge: shut until spring?" in first
    assert "This page, kept up to date: https://example.org/repository/briefings/oldmere-bridge/" in first
    # Links on a sheet lead nowhere, so each bears the number of what it would lead to.
    number = re.search(r"Ines Calder, spoken words, A \[(\d+)\]", first)
    assert number and f"[{number[1]}] Ines Calder (from spoken words): Forty rivets are cracked." in text
    question = re.search(r"On which day will the bridge open\? \[(Q\d+)\]", first)
    assert question and f"[{question[1]}] On which day will the bridge open?" in text
    assert "All 5 open questions in the annex" in first
    assert text.index("Annex: the evidence") < text.index("Differing accounts")
    for words in ("These words stand in source", "until the last rivet is checked", "How to cite"):
        assert words in text
    for words in ("Read in context", "Suggest a correction", "Copy citation", "Mark as read", "Search"):
        assert words not in text


def test_everything_but_search_works_without_script(folder: Path, site: str, watch: Watch) -> None:
    page = watch(java_script_enabled=False).page
    page.goto(site + BRIEFING)
    card = page.locator(".claim", has=page.locator("#claim-closed-until-checked"))
    card.locator("summary").click()
    expect(card.get_by_role("link", name="Link to this claim")).to_be_visible()
    # What script makes is not there, so that nothing on the page is dead.
    assert page.get_by_role("button").count() == 0
    assert page.locator("#since").is_hidden()


def test_what_changed_is_told_and_marked(site: str, watch: Watch) -> None:
    page = watch().page
    page.goto(f"{site}{BRIEFING}?since=2025-11-22T12:30:00Z")
    expect(page.get_by_role("status")).to_contain_text("1 claim changed since 22 November 2025")
    card = page.locator(".claim", has=page.locator("#claim-closed-until-checked"))
    expect(card.locator(".since-mark")).to_contain_text("Changed")
    expect(card).to_contain_text("Our wording until 22 November 2025: “The bridge stays closed")
    page.goto(f"{site}changes/")
    expect(page.locator(".version").first).to_contain_text("reworded")
    expect(page.locator(".version").last).to_contain_text("First published")
