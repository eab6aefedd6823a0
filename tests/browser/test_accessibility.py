"""WCAG 2.2 AA on every kind of page: what axe finds, by keyboard, at 200 %, on paper, and without script."""

import io
import re
from collections.abc import Callable, Mapping
from importlib.resources import files
from pathlib import Path
from typing import Any, Final
from urllib.parse import parse_qs, urlsplit

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


def test_the_field_on_a_home_page_of_several_briefings_leads_to_the_results(site: str, watch: Watch) -> None:
    watched = watch()
    page = watched.page
    page.goto(site)
    page.get_by_role("searchbox", name="Search everything").fill("rivets")
    page.keyboard.press("Enter")
    page.wait_for_url(f"{site}search/?q=rivets")
    expect(page.get_by_role("list", name="Results").locator("> li").first).to_contain_text("rivets")
    assert (watched.messages, watched.foreign_requests()) == ([], [])


# 320 is a telephone, at 768 the halves of the claims stand side by side, at 1100 the three columns too.
@pytest.mark.parametrize(
    ("scheme", "width"),
    [
        ("light", 320),
        ("dark", 1280),
        *(pytest.param("light", width, marks=pytest.mark.long) for width in (768, 1100, 1280)),
        *(pytest.param("dark", width, marks=pytest.mark.long) for width in (320, 768, 1100)),
    ],
)
def test_axe_finds_nothing_on_a_briefing_closed_or_with_everything_open(
    site: str, inspect: Callable[..., Page], scheme: str, width: int
) -> None:
    page = inspect(color_scheme=scheme, viewport={"width": width, "height": 800})
    page.goto(site + BRIEFING)
    assert page.locator("details[open]").count() == 0
    assert violations(page, STRUCTURE) + violations(page, COLOURS) == []
    opened(page, site + BRIEFING)
    assert page.locator("details:not([open])").count() == 0
    assert violations(page, STRUCTURE) + violations(page, COLOURS) == []


def test_axe_finds_nothing_in_the_list_of_pages_that_a_button_opens(
    site: str, inspect: Callable[..., Page]
) -> None:
    page = inspect(viewport=NARROW)
    page.goto(site + BRIEFING)
    page.get_by_role("button", name="Menu").click()
    expect(page.get_by_role("link", name="All briefings")).to_be_visible()
    assert violations(page, STRUCTURE) + violations(page, COLOURS) == []


def test_in_colours_of_the_system_a_chip_keeps_its_border(site: str, watch: Watch) -> None:
    page = watch().page
    page.emulate_media(forced_colors="active")
    opened(page, site + BRIEFING)
    borders = page.locator(".halves .chip").evaluate_all(
        """all => all.map((one) => getComputedStyle(one)).map((style) =>
            [style.borderTopStyle, parseFloat(style.borderTopWidth) > 0,
                style.borderTopColor !== getComputedStyle(document.body).backgroundColor].join())"""
    )
    assert len(borders) > 30
    assert set(borders) == {"solid,true,true"}


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


def test_a_line_opens_by_keyboard_and_tells_its_name(site: str, watch: Watch) -> None:
    page = watch().page
    page.goto(site + BRIEFING)
    claim = page.locator(".claim", has=page.locator("#claim-closed-until-checked"))
    summary = claim.locator("> summary")
    summary.focus()
    page.keyboard.press("Enter")
    expect(claim.get_by_role("link", name="Link to this claim")).to_be_visible()
    expect(claim.get_by_role("link", name="Suggest a correction")).to_be_visible()
    mail = claim.get_by_role("link", name="Write to the editors")
    expect(mail).to_be_visible()
    parts = urlsplit(mail.get_attribute("href") or "")
    assert (parts.scheme, parts.path) == ("mailto", "corrections+site@team.example")
    told = parse_qs(parts.query)
    assert told["subject"] == [
        "Correction: The bridge at Oldmere: closed, and until when? (#claim-closed-until-checked)"
    ]
    address = "https://example.org/repository/briefings/oldmere-bridge/#claim-closed-until-checked"
    assert told["body"][0].splitlines()[0] == address
    expect(claim.locator("blockquote mark").first).to_be_visible()
    outline = summary.evaluate("one => getComputedStyle(one).outlineStyle")
    assert outline == "solid"
    page.keyboard.press("Enter")
    expect(claim.locator("blockquote").first).to_be_hidden()
    # By name: which claim it is, who says what, and whose words these are in which source.
    session = page.context.new_cdp_session(page)
    nodes = session.send("Accessibility.getFullAXTree")["nodes"]
    session.detach()
    names = [one["name"]["value"] for one in nodes if one["role"]["value"] == "DisclosureTriangle"]
    assert (
        '1 Mayor Calder says that the road bridge stays closed "until the last rivet is checked". '
        "source A\N{NO-BREAK SPACE}part-quoted" in names
    )
    assert len(names) == len(set(names)) > 20


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
    for words in ("Our assessment", "Where accounts differ", "Not answered in these sources"):
        assert words in first
    # A question has what would settle it beside it, in the order in which it is read.
    assert "Would settle it: A test with a loaded lorry How long does the bridge stay closed?" in first
    assert "Who says what" not in first and "These do not fit together." not in first
    assert sheets[1].index("Who says what") < 200
    # The numbers of what a sentence rests on are those of the lines.
    assert re.search("The bridge stays closed. 1, ?7, ?9 ", first)
    assert "https://example.org/repository/briefings/oldmere-bridge/" in first
    # What is read from a sheet has a space between two boxes or has none, by the font.
    close = text.replace(" ", "")
    for words in (
        "7 Calder says that forty rivets are cracked. A quoted A quoted, paragraph 1 “We found",
        "until the last rivet is checked”, Mayor Ines Calder said on Tuesday.",
        "This page, kept up to date: https://example.org/repository/briefings/oldmere-bridge/",
        "“The bridge at Oldmere: closed, and until when?”, Briefings.",
        "Bridge: shut until spring? The Oldmere Courier, 4 March 2031 · 1 passage left out https://",
    ):
        assert words.replace(" ", "") in close
    for words in (
        *("Suggest a correction", "Link to this claim", "Copy citation", "Mark as read", "Search", "Menu"),
        *("at its publisher", "How to read this", "Edit", "Write to the editors"),
    ):
        assert not re.search(rf"\b{words}\b", text)


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
    claim = page.locator(".claim", has=page.locator("#claim-closed-until-checked"))
    claim.locator("> summary").click()
    expect(claim.get_by_role("link", name="Link to this claim")).to_be_visible()
    claim.locator(".more > summary").click()
    expect(claim.locator(".cite")).to_be_visible()
    # What script makes is not there, so that nothing on the page is dead.
    assert page.get_by_role("button").count() == 0
    assert page.locator("#since").is_hidden()


def test_what_changed_is_told_and_marked(site: str, watch: Watch) -> None:
    page = watch().page
    page.goto(f"{site}{BRIEFING}?since=2025-11-22T12:30:00Z")
    expect(page.get_by_role("status")).to_contain_text("1 claim changed since 22 November 2025")
    claim = page.locator(".claim", has=page.locator("#claim-closed-until-checked"))
    expect(claim.locator("> summary .since-mark")).to_contain_text("Changed")
    expect(claim).to_contain_text(
        "Our wording until 22 November 2025: “Mayor Calder says that the bridge stays closed"
    )
    page.goto(f"{site}changes/")
    expect(page.locator(".version").first).to_contain_text("reworded")
    expect(page.locator(".version").last).to_contain_text("First published")
