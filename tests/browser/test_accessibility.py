"""WCAG 2.2 AA on every kind of page: what axe finds, by keyboard, at 200 %, on paper, and without script."""

import io
import re
from collections.abc import Callable, Mapping
from importlib.resources import files
from pathlib import Path
from typing import Any, Final

import pytest
from playwright.sync_api import Page, ViewportSize, expect
from pypdf import PdfReader

from tests.browser.fonts import EACH_SET, PINNED, Fonts
from tests.browser.serving import Serve
from tests.browser.sites import MadeOnce, build_golden_with_history
from tests.browser.watching import Watch
from tools.screenshots import kinds

BRIEFING: Final = "briefings/oldmere-bridge/"
AXE: Final = (files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")
TAGS: Final = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# What axe judges by colours, and no width changes; all other rules go by what is there, and where.
BY_COLOUR: Final = ["color-contrast", "link-in-text-block"]
COLOURS: Final = {"runOnly": {"type": "rule", "values": BY_COLOUR}}
STRUCTURE: Final = {"runOnly": TAGS, "rules": {rule: {"enabled": False} for rule in BY_COLOUR}}
WIDE: Final[ViewportSize] = {"width": 1280, "height": 800}
NARROW: Final[ViewportSize] = {"width": 390, "height": 844}


@pytest.fixture(scope="module")
def folder(made_once: MadeOnce) -> Path:
    """A site with pages of every kind, which needs a history."""
    return made_once("golden-with-history", build_golden_with_history) / "site"


@pytest.fixture(scope="module")
def site(folder: Path, serve: Serve) -> str:
    return serve(folder)


@pytest.fixture(scope="module")
def every_kind(folder: Path) -> Mapping[str, str]:
    """An address for each kind of page."""
    addresses = kinds(folder)
    assert len(addresses) > 10
    return addresses


@pytest.fixture
def inspect(watch: Watch) -> Callable[..., Page]:
    """`watch()` of pages that axe is put into, which their policy forbids to everybody else."""

    def start(**options: object) -> Page:
        page = watch(bypass_csp=True, reduced_motion="reduce", **options).page
        page.add_init_script(AXE)
        return page

    return start


def violations(page: Page, options: Mapping[str, object]) -> list[str]:
    """What axe finds, one line a rule: its name, and the first element that breaks it."""
    run = "options => axe.run(document, {resultTypes: ['violations'], ...options})"
    found: list[dict[str, Any]] = page.evaluate(run, dict(options))["violations"]
    return [f"{one['id']} ({len(one['nodes'])}): {one['nodes'][0]['html'][:150]}" for one in found]


def opened(page: Page, address: str) -> None:
    """Open a page, and all that can be opened in it."""
    page.goto(address)
    page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true")


def test_axe_finds_nothing_of_structure_on_any_kind_of_page_at_either_width(
    every_kind: Mapping[str, str], site: str, inspect: Callable[..., Page]
) -> None:
    page = inspect()
    told = {}
    for kind, address in every_kind.items():
        opened(page, site + address)
        for viewport in (WIDE, NARROW):
            page.set_viewport_size(viewport)
            told[kind, viewport["width"]] = violations(page, STRUCTURE)
    assert {at: found for at, found in told.items() if found} == {}


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_of_colours_on_any_kind_of_page(
    every_kind: Mapping[str, str], site: str, inspect: Callable[..., Page], scheme: str
) -> None:
    page = inspect(color_scheme=scheme, viewport=WIDE)
    told = {}
    for kind, address in every_kind.items():
        opened(page, site + address)
        told[kind] = violations(page, COLOURS)
    assert {kind: found for kind, found in told.items() if found} == {}


def test_axe_finds_nothing_in_the_search_dialog(site: str, inspect: Callable[..., Page]) -> None:
    page = inspect(viewport=WIDE)
    page.goto(site + BRIEFING)
    page.keyboard.press("/")
    page.keyboard.type("bridge")
    expect(page.get_by_role("dialog").get_by_role("status")).to_contain_text("result")
    assert violations(page, STRUCTURE) == []
    assert violations(page, COLOURS) == []


def test_control_axe_sees_a_fault(site: str, inspect: Callable[..., Page]) -> None:
    page = inspect()
    page.goto(site)
    page.evaluate(
        """() => document.querySelector('main article').insertAdjacentHTML('beforeend',
            `<img src=x><h6>x</h6><p style="color: #999; background: #fff">Pale.</p>
            <p style="color: #000">Enough words to have a
            <a href="x" style="color: #222; text-decoration: none">link</a> among them.</p>`)"""
    )
    assert {one.split()[0] for one in violations(page, STRUCTURE)} == {"heading-order", "image-alt"}
    assert {one.split()[0] for one in violations(page, COLOURS)} == set(BY_COLOUR)


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
    assert re.match(r"Read in context, cite, correct \([^()]+\)", name)
    outline = summary.evaluate("one => getComputedStyle(one).outlineStyle")
    assert outline == "solid"


# 320 is what WCAG 1.4.10 asks for, 390 a telephone, 640 a window of 1280 at 200 %.
WIDTHS: Final = (320, 390, 640)
TOO_WIDE: Final = """() => [
    ...(document.documentElement.scrollWidth > innerWidth ? ["the page"] : []),
    ...[...document.querySelectorAll("main *")].filter((one) => {
        const box = one.getBoundingClientRect()
        return box.width && box.right > innerWidth + 1
    }).map((one) => `${one.localName}.${one.className}`),
]"""


def test_nothing_has_to_be_scrolled_sideways(every_kind: Mapping[str, str], site: str, watch: Watch) -> None:
    page = watch().page
    told = {}
    for kind, address in every_kind.items():
        page.set_viewport_size({"width": WIDTHS[0], "height": 800})
        page.goto(site + address)
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 800})
            told[kind, width] = page.evaluate(TOO_WIDE)
    assert {at: found for at, found in told.items() if found} == {}


def test_control_what_is_too_wide_is_seen(site: str, watch: Watch) -> None:
    page = watch(viewport={"width": 320, "height": 800}).page
    page.goto(site)
    page.evaluate(
        "document.querySelector('article').insertAdjacentHTML('beforeend', '<hr style=\"width: 900px\">')"
    )
    assert page.evaluate(TOO_WIDE) == ["the page", "hr."]


LIGATURES: Final = "[\ufb00-\ufb06]"


def printed(page: Page) -> list[str]:
    """The words of each sheet that the page prints."""
    sheets = PdfReader(io.BytesIO(page.pdf(format="A4"))).pages
    return [" ".join(sheet.extract_text().split()) for sheet in sheets]


@pytest.mark.parametrize("fonts", EACH_SET)
def test_paper_has_the_evidence_and_nothing_to_press(site: str, watch: Watch, fonts: Fonts) -> None:
    page = watch(fonts=fonts).page
    page.goto(site + BRIEFING)
    sheets = printed(page)
    text, first = " ".join(sheets), sheets[0]
    assert re.findall(LIGATURES, text) == []  # Not in the foot of a sheet either, which has an address.
    for words in ("IN SHORT", "OUR ASSESSMENT", "NOT ANSWERED IN THESE SOURCES"):
        assert words in first.upper()
    assert "Who says what" not in first and "WHERE ACCOUNTS DIFFER" not in first.upper()
    assert "SOURCES A Oldmere Bridge: shut until spring?" in first
    assert "This page, kept up to date: https://example.org/repository/briefings/oldmere-bridge/" in first
    # Links on a sheet lead nowhere, so each bears the number of what it would lead to.
    number = re.search(r"Ines Calder, spoken words, A \[(\d+)\]", first)
    assert number and f"[{number[1]}] Calder says that forty rivets are cracked." in text
    question = re.search(r"Can the bridge carry cars\? \[(Q\d+)\]", first)
    assert question and f"[{question[1]}] Can the bridge carry cars?" in text
    assert "All 9 open questions in the annex" in first
    assert text.index("Annex: the evidence") < text.index("These do not fit together.")
    for words in ("Found in", "until the last rivet is checked", "How to cite"):
        assert words in text
    for words in ("Read in context", "Suggest a correction", "Copy citation", "Mark as read", "Search"):
        assert words not in text


@pytest.mark.parametrize("fonts", EACH_SET)
def test_words_are_copied_from_paper_letter_by_letter_without_ligatures(
    site: str, watch: Watch, fonts: Fonts
) -> None:
    page = watch(fonts=fonts).page
    page.goto(f"{site}method/")
    page.evaluate(
        """() => {
            for (const before of ["As written", "Joined"]) {
                const made = document.createElement("p")
                made.textContent = `${before}: official affluent fjord.`
                document.querySelector("article").append(made)
            }
            document.querySelector("article > :last-child").style.cssText =
                "font-variant-ligatures: normal; font-feature-settings: 'liga'"
        }"""
    )
    text, joined = " ".join(printed(page)).split("Joined:")
    assert "As written: official affluent fjord." in text
    assert re.findall(LIGATURES, text) == []
    if PINNED:  # The control: these fonts have ligatures.
        assert re.findall(LIGATURES, joined)


def test_everything_but_search_works_without_script(site: str, watch: Watch) -> None:
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
    expect(card).to_contain_text(
        "Our wording until 22 November 2025: “Mayor Calder says that the bridge stays closed"
    )
    page.goto(f"{site}changes/")
    expect(page.locator(".version").first).to_contain_text("reworded")
    expect(page.locator(".version").last).to_contain_text("First published")
