"""A briefing's page as it is read: what an address opens, the bar, sizes, long words, and paper."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.serving import Serve
from tests.browser.sites import MadeOnce, build
from tests.browser.watching import Watch, wait_until

BRIEFING: Final = "briefings/oldmere-bridge/"
OPEN_ALL: Final = "for (const one of document.querySelectorAll('details')) one.open = true"


# What an address opens.

# Of the golden briefing, the words that begin each line; a question that accounts differ on, one that is not
# answered, and one that is.
LINES: Final = {
    "claim-closed-until-checked": "1Mayor Calder says that the road bridge stays closed",
    "claim-diver-saw": "10The harbour office says that a diver saw the cracks first.",
    "claim-report-not-seen": "16The Courier has not seen the report.",
    "question-how-long-closed": "How long does the bridge stay closed?",
    "question-which-day": "On which day will the bridge open?",
    "question-who-saw": "Who saw the cracks first?",
}
# The upper edge of a line in the window, and the lower one of what floats above it.
PLACES: Final = """one => [one.getBoundingClientRect().top,
    document.querySelector("header.md-header").getBoundingClientRect().bottom, innerHeight]"""


def line_of(page: Page, id: str) -> Locator:
    return page.locator(f"details:has(> #{id}) > summary")


@pytest.mark.parametrize("width", [320, 768, 1280])
@pytest.mark.parametrize("scripts", [True, False])
def test_an_address_opens_its_line_and_shows_it_below_the_bar(
    site: str, watch: Watch, width: int, scripts: bool
) -> None:
    page = watch(java_script_enabled=scripts, viewport={"width": width, "height": 700}).page
    for id, words in LINES.items():
        page.goto("about:blank")
        page.goto(f"{site}{BRIEFING}#{id}")
        expect(page.locator(f"#{id}")).to_be_visible()
        opened = page.locator(":is(.claim, .asked)[open]")
        expect(opened).to_have_count(1)
        summary = opened.locator("> summary")
        assert summary.evaluate("one => one.textContent").startswith(words)
        top, bar, height = summary.evaluate(PLACES)
        assert bar - 1 <= top < height - 24, id


def test_numbers_in_the_text_open_their_claims(site: str, watch: Watch) -> None:
    page = watch().page
    page.goto(site + BRIEFING)
    page.locator(".lede").get_by_role("link", name="claim 7", exact=True).click()
    expect(line_of(page, "claim-forty-rivets")).to_be_in_viewport()
    expect(page.locator("#claim-forty-rivets blockquote").first).to_be_visible()
    page.go_back()
    expect(page.locator(".lede")).to_be_in_viewport()


def test_a_result_of_the_search_opens_its_question(site: str, watch: Watch) -> None:
    page = watch().page
    page.goto(f"{site}method/")
    page.keyboard.press("/")
    page.keyboard.type("who pays for the repair")
    page.locator(".find-results").get_by_role("link", name="Who pays for the repair?").click()
    page.wait_for_url(f"{site}{BRIEFING}#question-who-pays")
    expect(line_of(page, "question-who-pays")).to_be_in_viewport()
    expect(page.locator("#question-who-pays")).to_contain_text("Would settle it: The council's budget")


def test_a_line_is_one_stop_of_the_keyboard(site: str, watch: Watch) -> None:
    page = watch().page
    page.goto(site + BRIEFING)
    claims = page.locator(".halves .claim > .opened").evaluate_all("all => all.map((one) => one.id)")
    assert len(claims) == 16
    reached: list[str] = []
    page.evaluate("document.querySelector('#who-says-what').scrollIntoView()")
    page.locator(".act a").first.focus()
    while len(reached) < 100:
        page.keyboard.press("Tab")
        here = page.evaluate(
            """() => document.activeElement.closest(".who")
                ? document.activeElement.closest(".halves details")?.querySelector(".opened").id ?? "-" : ""
            """
        )
        if not here and reached:
            break
        reached += [here] if here else []
    # After the claims, the table of who is reported on what.
    assert reached == [*claims, "-"]


# What script adds.


def test_a_citation_is_copied_with_the_address_of_its_claim(site: str, watch: Watch) -> None:
    watched = watch(permissions=["clipboard-read", "clipboard-write"])
    page = watched.page
    page.goto(f"{site}{BRIEFING}#claim-forty-rivets")
    claim = page.locator("#claim-forty-rivets")
    expect(claim.locator(".copy")).to_have_count(0)
    claim.get_by_text("Cite (claim 7)").focus()
    page.keyboard.press("Enter")
    button = claim.get_by_role("button", name="Copy citation")
    expect(button).to_be_visible()
    page.keyboard.press("Tab")
    expect(button).to_be_focused()
    page.keyboard.press("Enter")
    expect(claim.get_by_role("button", name="Copied")).to_be_focused()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == " ".join(claim.locator(".cite").inner_text().split())
    assert copied.startswith("Ines Calder (spoken words): “We found forty cracked rivets”. Source A")
    assert copied.endswith("https://example.org/repository/briefings/oldmere-bridge/#claim-forty-rivets")
    # And the page's own, to which the words beside the papers lead.
    page.locator(".first .act").get_by_role("link", name="Cite", exact=True).click()
    page.locator("#cite").get_by_role("button", name="Copy citation").click()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith("“The bridge at Oldmere: closed, and until when?”, Briefings.")
    assert copied.endswith("https://example.org/repository/briefings/oldmere-bridge/")
    assert (watched.messages, watched.refused) == ([], [])


def test_the_keyboard_goes_on_from_the_line_that_an_address_opens(site: str, watch: Watch) -> None:
    """Else the next stop would lie within what opened, and who says it behind the reader."""
    page = watch().page
    page.goto(f"{site}{BRIEFING}#claim-diver-saw")
    expect(line_of(page, "claim-diver-saw")).to_be_focused()
    page.locator(".lede").get_by_role("link", name="claim 7", exact=True).focus()
    page.keyboard.press("Enter")
    expect(line_of(page, "claim-forty-rivets")).to_be_focused()
    page.go_back()
    expect(page.locator(".lede").get_by_role("link", name="claim 7", exact=True)).to_be_focused()
    page.go_forward()
    expect(line_of(page, "claim-forty-rivets")).to_be_focused()


def test_the_list_of_pages_closes_behind_the_keyboard(site: str, watch: Watch) -> None:
    page = watch(viewport={"width": 320, "height": 700}).page
    page.goto(site + BRIEFING)
    page.get_by_role("button", name="Menu", exact=True).focus()
    page.keyboard.press("Enter")
    links = page.locator("#bar-links")
    for _ in range(5):
        page.keyboard.press("Tab")
        expect(links).to_be_visible()
    page.keyboard.press("Tab")
    expect(page.locator("#search-open")).to_be_focused()
    expect(links).to_be_hidden()


def test_what_is_heard_of_a_chip_tells_that_it_is_a_source(site: str, watch: Watch) -> None:
    page = watch().page
    page.goto(site + BRIEFING)
    line = page.locator(".halves .claim > summary").nth(9)
    nodes = page.context.new_cdp_session(page).send("Accessibility.getFullAXTree")["nodes"]
    names = [node.get("name", {}).get("value", "") for node in nodes]
    assert line.inner_text().replace("\n", "").endswith("saw the cracks first. A B\N{NO-BREAK SPACE}itself")
    assert any(
        name.startswith("10 The harbour office") and "source A source B\N{NO-BREAK SPACE}itself" in name
        for name in names
    )


def test_colours_are_chosen_in_the_foot_by_keyboard(site: str, watch: Watch) -> None:
    page = watch(color_scheme="light").page
    page.goto(site + BRIEFING)
    scheme = page.locator("body")
    wait_until(page, "document.body.dataset.mdColorMedia !== undefined")
    expect(scheme).to_have_attribute("data-md-color-scheme", "default")
    page.locator(".site-foot").get_by_role("link", name="Data").focus()
    page.keyboard.press("Tab")
    for expected in ("default", "slate"):  # Always light, then always dark.
        page.keyboard.press("ArrowDown")
        expect(scheme).to_have_attribute("data-md-color-scheme", expected)
    shown = page.locator(".site-foot label:visible")
    expect(shown).to_have_count(1)
    box = shown.bounding_box()
    assert box and box["width"] >= 24 and box["height"] >= 24
    page.reload()
    expect(scheme).to_have_attribute("data-md-color-scheme", "slate")


def test_without_script_nothing_is_there_that_only_script_does(site: str, watch: Watch) -> None:
    page = watch(java_script_enabled=False).page
    page.goto(site + BRIEFING)
    expect(page.locator(".site-foot :is(form, label):visible")).to_have_count(0)
    expect(page.locator("article button")).to_have_count(0)
    expect(page.locator(".site-foot").get_by_role("link")).to_have_text(["How to read this", "Data"])


# The look.


def test_the_page_is_set_in_the_fonts_of_the_system(site: str, watch: Watch) -> None:
    page = watch().page
    page.goto(site + BRIEFING)
    for chosen in ("body", ".md-typeset", ".lede", "h1", ".claim .line", ".chip", ".bar", "button"):
        family = page.locator(chosen).first.evaluate("one => getComputedStyle(one).fontFamily")
        assert family.startswith("system-ui"), chosen


# Each size of an element that has words of its own, with one such element; the letters of sources aside.
SIZES: Final = """() => {
    const sizes = {}
    for (const one of document.querySelectorAll("article, article *")) {
        const words = [...one.childNodes].some((node) => node.nodeType === 3 && node.data.trim())
        if (!words || one.closest(".letter, svg, script, style") || !one.checkVisibility()) continue
        const size = Math.round(parseFloat(getComputedStyle(one).fontSize) * 10) / 10
        sizes[size] ??= `${one.localName}.${one.className}`
    }
    return sizes
}"""


@pytest.mark.parametrize("width", [320, 1280])
def test_there_are_five_sizes_of_text_at_most(site: str, watch: Watch, width: int) -> None:
    page = watch(viewport={"width": width, "height": 800}).page
    page.goto(site + BRIEFING)
    expect(page.get_by_role("button", name="Mark as read").or_(page.locator("h1")).first).to_be_visible()
    page.evaluate(OPEN_ALL)
    expect(page.locator(".copy").first).to_be_visible()
    sizes = page.evaluate(SIZES)
    assert len(sizes) == 5, sizes


# The bar.


def links_of_the_bar(page: Page) -> Locator:
    return page.locator(".bar-links a")


@pytest.mark.parametrize("scripts", [True, False])
@pytest.mark.parametrize("width", [1280, 1100, 768, 704])
def test_a_wide_bar_has_its_links_and_no_button(site: str, watch: Watch, width: int, scripts: bool) -> None:
    page = watch(java_script_enabled=scripts, viewport={"width": width, "height": 800}).page
    page.goto(site + BRIEFING)
    expect(links_of_the_bar(page)).to_have_text(
        ["All briefings", "Topics", "Who", "Questions", "What changed"]
    )
    for link in links_of_the_bar(page).all():
        expect(link).to_be_in_viewport(ratio=1)
    expect(page.locator(".bar-open")).to_be_hidden()
    expect(page.locator("#search-open")).to_be_in_viewport(ratio=1)


@pytest.mark.parametrize("scripts", [True, False])
@pytest.mark.parametrize("width", [700, 320])
def test_a_narrow_bar_opens_its_links_by_a_button(site: str, watch: Watch, width: int, scripts: bool) -> None:
    page = watch(java_script_enabled=scripts, viewport={"width": width, "height": 640}).page
    page.goto(site + BRIEFING)
    button = page.get_by_role("button", name="Menu", exact=True)
    expect(button).to_be_in_viewport(ratio=1)
    expect(page.locator("#search-open")).to_be_in_viewport(ratio=1)
    for link in links_of_the_bar(page).all():
        expect(link).to_be_hidden()
    button.focus()
    page.keyboard.press("Enter")
    for link in links_of_the_bar(page).all():
        expect(link).to_be_in_viewport(ratio=1)
        page.keyboard.press("Tab")
        expect(link).to_be_focused()
        box = link.bounding_box()
        assert box and box["height"] >= 24
    page.keyboard.press("Escape")
    for link in links_of_the_bar(page).all():
        expect(link).to_be_hidden()
    expect(button).to_be_focused()
    # By pointer too, and a press beside it closes it.
    button.click()
    expect(links_of_the_bar(page).first).to_be_visible()
    page.mouse.click(20, 600)
    expect(links_of_the_bar(page).first).to_be_hidden()
    button.click()
    links_of_the_bar(page).nth(3).click()
    page.wait_for_url(f"{site}questions/")


def test_the_page_that_is_open_is_told_in_the_bar(site: str, watch: Watch) -> None:
    page = watch().page
    page.goto(f"{site}questions/")
    current = page.locator(".bar [aria-current=page]")
    expect(current).to_have_text("Questions")
    expect(current).not_to_have_css("border-bottom-color", "rgba(0, 0, 0, 0)")
    page.goto(site + BRIEFING)
    expect(page.locator(".bar [aria-current]")).to_have_count(0)


# Words longer than their place.

COMPOUND: Final = "donau" + "dampfschifffahrts" * 4 + "kapitäne"
ADDRESS: Final = "https://archive.example/" + "a" * 65 + "/x.pdf"
ENDLESS: Final = "w" * 4000
# With its speaker and its chip, a line of two hundred letters.
WORDY: Final = ("none of the bridges " * 9).strip()


def long_words(root: Path) -> None:
    """A briefing of words that no line has room for, each where a reader may meet it."""
    assert (len(COMPOUND), len(ADDRESS), len(ENDLESS)) == (81, 95, 4000)
    briefing: Mapping[str, Any] = {
        "title": f"The {COMPOUND}",
        "status": "published",
        "as_of": "2031",
        "bottom_line": [
            {"text": f"Dorn says that the {COMPOUND} met.", "claims": ["met"]},
            {"label": COMPOUND, "text": "met, Dorn says.", "claims": ["met"]},
        ],
        "actors": {
            "dorn": {"name": "Dorn", "kind": "person"},
            "long": {"name": COMPOUND, "kind": "organisation"},
        },
        "origins": {"minutes": {"title": COMPOUND, "kind": "document", "note": ENDLESS}},
        "matters": {"m": {"title": COMPOUND}},
        "claims": [
            {
                "id": "met",
                "matter": "m",
                "text": f"Dorn says that the {COMPOUND} met.",
                "by": "dorn",
                "note": ADDRESS,
                "evidence": {"paper": f"the {COMPOUND} met"},
            },
            {
                "id": "wrote",
                "text": ENDLESS,
                "by": "long",
                "evidence": {"paper": ENDLESS},
            },
            {
                "id": "wordy",
                "text": f"Dorn says that {WORDY}.",
                "by": "dorn",
                "evidence": {"paper": WORDY},
            },
        ],
        "questions": [
            {
                "id": "whether",
                "text": f"Did the {COMPOUND} meet?",
                "claims": ["met", "wrote"],
                "differ": f'To Dorn, "the {COMPOUND} met".',
                "kind": "contradicts",
                "would_settle": ADDRESS,
            },
            {"id": "when", "text": ENDLESS[1:] + "?", "claims": ["met"], "would_settle": ADDRESS},
        ],
        "assessments": [
            {"id": "it", "text": f"The {COMPOUND} met.", "claims": ["met"], "likelihood": "likely"},
        ],
    }
    folder = root / "briefings" / "long"
    (folder / "articles").mkdir(parents=True)
    (folder / "briefing.yml").write_text(json.dumps(briefing), encoding="utf-8")
    text = f"Dorn said that the {COMPOUND} met. {COMPOUND} wrote {ENDLESS}. He said that {WORDY}.\n"
    head = json.dumps({"title": COMPOUND, "publisher": COMPOUND, "url": ADDRESS})
    (folder / "articles" / "paper.md").write_text(f"---\n{head}\n---\n{text}", encoding="utf-8")
    build(root, SITE_URL="https://example.org/repository/", BRIEFING_REPOSITORY="https://example.org/a/b")


@pytest.fixture(scope="module")
def long_site(made_once: MadeOnce, serve: Serve) -> str:
    return serve(made_once("long-words", long_words) / "site")


WIDTHS: Final = (320, 390, 768, 1280, 1440, 1920)
# WCAG 1.4.12, Text Spacing: what a reader may set without losing anything.
SPACED: Final = """* { line-height: 1.5 !important; letter-spacing: 0.12em !important;
    word-spacing: 0.16em !important } p { margin-bottom: 2em !important }"""
TOO_WIDE: Final = """() => {
    const told = document.documentElement.scrollWidth > innerWidth ? ["the page"] : []
    const name = (one) => `${one.localName}.${one.className}`
    for (const one of document.querySelectorAll("header *, main *, footer *")) {
        if (!one.checkVisibility() || one.closest("[hidden], .named")) continue
        const box = one.getBoundingClientRect()
        if (box.width && (box.right > innerWidth + 1 || box.left < -1)) told.push(name(one))
        // Nothing that is cut off, and nothing to be scrolled within the page.
        const clips = getComputedStyle(one).overflowX !== "visible"
        if (clips && one.clientWidth && one.scrollWidth > one.clientWidth + 1) told.push(`in ${name(one)}`)
    }
    return [...new Set(told)]
}"""


def too_wide(page: Page, addresses: Mapping[str, str]) -> dict[tuple[str, int, str], list[str]]:
    """What is too wide on each page at each width, closed, with everything open, and with wide spacing."""
    told = {}
    for name, address in addresses.items():
        page.goto(address)
        for state in ("closed", "open", "spaced"):
            if state == "open":
                page.evaluate(OPEN_ALL)
            if state == "spaced":
                page.add_style_tag(content=SPACED)
            for width in WIDTHS:
                page.set_viewport_size({"width": width, "height": 800})
                told[name, width, state] = page.evaluate(TOO_WIDE)
    return {at: found for at, found in told.items() if found}


def test_no_word_is_too_long_for_any_page(long_site: str, watch: Watch) -> None:
    page = watch(bypass_csp=True).page
    pages = {
        "briefing": "briefings/long/",
        "source": "briefings/long/articles/paper/",
        "home": "",
        "questions": "questions/",
        "actor": "actors/long/",
    }
    assert too_wide(page, {name: long_site + path for name, path in pages.items()}) == {}


@pytest.mark.parametrize("width", [320, 768, 1280])
def test_an_address_shows_a_long_line_from_its_beginning(long_site: str, watch: Watch, width: int) -> None:
    page = watch(viewport={"width": width, "height": 700}).page
    page.goto(f"{long_site}briefings/long/#claim-wordy")
    top, bar, height = line_of(page, "claim-wordy").evaluate(PLACES)
    assert bar - 1 <= top < height / 2


def test_the_golden_briefing_is_never_too_wide(site: str, watch: Watch) -> None:
    assert too_wide(watch(bypass_csp=True).page, {"briefing": site + BRIEFING}) == {}


def test_control_what_is_too_wide_or_cut_off_is_seen(site: str, watch: Watch) -> None:
    page = watch(viewport={"width": 320, "height": 800}).page
    page.goto(site + BRIEFING)
    page.evaluate(
        """() => document.querySelector("article").insertAdjacentHTML("beforeend",
            '<div class="a" style="overflow: hidden"><b style="white-space: nowrap">' + "x ".repeat(300))"""
    )
    assert page.evaluate(TOO_WIDE) == ["in div.a", "b."]
    page.evaluate("document.querySelector('.a').style.overflow = 'visible'")
    assert page.evaluate(TOO_WIDE) == ["the page", "b."]


# On paper.


def test_paper_shows_every_quote_without_opening_and_nothing_to_press(site: str, watch: Watch) -> None:
    page = watch().page
    page.goto(site + BRIEFING)
    assert page.locator("details[open]").count() == 0
    page.emulate_media(media="print")
    drawn = """all => all.map((one) => {
        const words = document.createRange()
        words.selectNodeContents(one)
        return one.checkVisibility() && words.getBoundingClientRect().height > 5
    })"""
    seen = page.locator(".claim > .opened blockquote").evaluate_all(drawn)
    assert len(seen) > 16
    assert all(seen)
    # A question has its line and what would settle it on the first sheet, and the rest is on the next ones.
    assert page.locator(".asked > summary").evaluate_all(drawn) == [True] * 10
    settles = page.locator(".asked .settle").evaluate_all(drawn)
    assert len(settles) > 4 and all(settles)
    for chosen in (
        *("header", ".act", "button", ".more", ".permalink", ".since-way", ".contents", ".site-foot"),
        *(".halves a.chip + a", "#search-open", ".md-top"),
    ):
        pressed = page.locator(f"{chosen}:visible")
        assert (chosen, pressed.count()) == (chosen, 0)
    # A link's words stay, as words.
    chip = page.locator(".claim a.chip").first
    assert chip.evaluate("one => getComputedStyle(one).textDecorationLine") == "none"
    # No mark of what would open.
    marks = "all => all.map((one) => getComputedStyle(one, '::after').content)"
    page.evaluate(OPEN_ALL)
    assert set(page.locator("article summary").evaluate_all(marks)) == {"none"}
    assert page.locator(".who").evaluate("one => getComputedStyle(one).breakBefore") == "page"
    assert page.locator(".first + .who").count() == 1


def test_control_on_a_screen_no_quote_is_drawn_before_its_line_is_opened(site: str, watch: Watch) -> None:
    page = watch().page
    page.goto(site + BRIEFING)
    seen = page.locator(".claim > .opened blockquote").evaluate_all(
        "all => all.filter((one) => one.checkVisibility())"
    )
    assert seen == []


def test_the_space_bar_changes_the_colours_as_enter_does(site: str, watch: Watch) -> None:
    page = watch(color_scheme="light").page
    page.goto(site + BRIEFING)
    scheme = "document.body.dataset.mdColorScheme"
    page.locator(".site-foot").get_by_role("link", name="Data").focus()
    page.keyboard.press("Tab")
    seen = []
    for key in ("Space", "Space", "Enter"):
        page.keyboard.press(key)
        seen.append(
            (page.evaluate(scheme), page.evaluate("document.activeElement.getAttribute('aria-label')"))
        )
    assert [scheme for scheme, _ in seen] == ["default", "slate", "default"]
    assert [label.partition(".")[0] for _, label in seen] == [
        *("Light colours", "Dark colours", "Colours follow the system"),
    ]
