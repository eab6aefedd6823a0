"""This repository's site in a browser, under a path, as its readers meet it."""

import gzip
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import pytest
from playwright.sync_api import Page, Response, expect

from generator.analyse.findings.findings import Findings
from generator.pipeline import check

if TYPE_CHECKING:
    from tests.browser.conftest import Serve, Watched

SLUG: Final = "north-korean-troops-in-russia"
BRIEFING: Final = f"briefings/{SLUG}/"
SOURCE: Final = f"{BRIEFING}articles/a/"
TITLE: Final = 'North Korean troops in Russia: the "zero" response'
# One of each kind, with its title.
KINDS: Final = {
    "": "What is said, who says it, what is open",
    BRIEFING: TITLE,
    SOURCE: "Source A: “In response to Russia’s deployment of North Korean …”",
    "actors/": "Who",
    "actors/zelenskiy/": "Volodymyr Zelenskiy",
    "actors/kbs/": "KBS",
    "questions/": "Questions",
    "method/": "How to read this",
}
KINDS_AND_404: Final = [*KINDS, "404.html"]

Watch = Callable[..., "Watched"]


@pytest.fixture(scope="module")
def site(repository: Path, serve: "Serve") -> str:
    return serve(repository / "site")


@pytest.fixture(scope="module")
def found(repository: Path) -> Findings:
    [found] = check(repository).findings
    return found


# What a page asks, says and is called.


@pytest.mark.parametrize("path", KINDS_AND_404)
def test_page_asks_no_other_host_and_has_no_faults(site: str, watch: Watch, path: str) -> None:
    watched = watch()
    failed: list[str] = []
    watched.page.on(
        "response", lambda response: failed.append(response.url) if response.status > 399 else None
    )
    watched.page.goto(site + path, wait_until="networkidle")
    assert (watched.foreign_requests(), watched.messages, watched.dialogs, failed) == ([], [], [], [])
    assert len(watched.requests) > 3  # Styles and scripts: the control of the line above.


def test_control_a_request_to_another_host_is_seen(site: str, watch: Watch) -> None:
    watched = watch()
    watched.page.goto(site)
    watched.page.evaluate("fetch('https://example.org/x').catch(() => 0)")
    assert watched.foreign_requests() == ["https://example.org/x"] or watched.messages


@pytest.mark.parametrize(("path", "title"), KINDS.items())
def test_page_is_called_what_it_is(site: str, watch: Watch, path: str, title: str) -> None:
    page = watch().page
    page.goto(site + path)
    assert page.title() == f"{title} - Briefings"
    heading = page.locator("h1").evaluate("one => one.firstChild.textContent.trim()")
    assert heading == (title if path else "What is said, who says it, what is open")
    assert page.locator("meta[name=description]").get_attribute("content")


def test_persons_are_kept_from_search_engines(site: str, watch: Watch) -> None:
    page = watch().page
    for path, robots in (("actors/zelenskiy/", ["noindex"]), ("actors/kbs/", []), (BRIEFING, [])):
        page.goto(site + path)
        assert [one.get_attribute("content") for one in page.locator("meta[name=robots]").all()] == robots


def test_missing_page_leads_on(site: str, watch: Watch) -> None:
    page = watch().page
    page.goto(f"{site}404.html")
    expect(page.locator("h1")).to_have_text("This page isn’t here")
    page.locator("header a.site-name").click()
    page.wait_for_url(site)


# Ways through the site.

# Where the target stands in the window, and the outline of what holds it.
AT_TARGET: Final = """() => {
    const target = document.querySelector(":target")
    const card = target.closest(".claim, .question, .extract")
    const header = document.querySelector("header.md-header").getBoundingClientRect()
    const place = target.getBoundingClientRect()
    return {
        id: target.id,
        below: place.top >= header.bottom - 1,
        above: place.top < innerHeight - 20,
        near: place.top < innerHeight / 2,
        end: scrollY + innerHeight >= document.documentElement.scrollHeight - 2,
        outline: getComputedStyle(card).outlineStyle,
        outlined: [...document.querySelectorAll(".claim, .question, .extract")].filter(
            (one) => getComputedStyle(one).outlineStyle !== "none").length,
    }
}"""


# The window is where the browser has put it once a frame has been drawn.
DRAWN: Final = "new Promise((done) => requestAnimationFrame(() => setTimeout(done)))"


def assert_at(page: Page, id: str) -> None:
    page.wait_for_function("id => document.querySelector(':target')?.id === id", arg=id)
    assert_is_at(page.evaluate(f"async () => {{ await {DRAWN}; return ({AT_TARGET})() }}"), id)


def assert_is_at(at: dict[str, Any], id: str) -> None:
    assert (at["id"], at["below"], at["above"]) == (id, True, True), at
    assert at["near"] or at["end"], at
    assert (at["outline"], at["outlined"]) == ("solid", 1), at


def test_permalink_opens_at_its_claim(site: str, watch: Watch, found: Findings) -> None:
    page = watch().page
    claims = list(found.briefing.claims)
    for id in (claims[0], claims[len(claims) // 2], claims[-1]):
        page.goto("about:blank")
        page.goto(f"{site}{BRIEFING}#claim-{id}")
        assert_at(page, f"claim-{id}")


def test_every_claim_has_a_permalink_that_leads_to_it(site: str, watch: Watch, found: Findings) -> None:
    page = watch().page
    page.goto(site + BRIEFING)
    links = page.locator(".claim a.permalink")
    addresses = [one.get_attribute("href") for one in links.all()]
    in_order = [
        claim.id
        for matter in found.briefing.summary.matters
        for claim in found.briefing.summary.claims
        if claim.matter == matter
    ]
    assert addresses == [f"#claim-{id}" for id in in_order]
    assert len(addresses) == len(found.briefing.claims)
    places = page.evaluate(
        f"""async (addresses) => {{
            const places = []
            for (const address of addresses) {{
                location.hash = address
                await {DRAWN}
                places.push(({AT_TARGET})())
            }}
            return places
        }}""",
        addresses,
    )
    for id, place in zip(in_order, places, strict=True):
        assert_is_at(place, f"claim-{id}")


def test_read_in_context_lands_on_the_passage_and_leads_back(
    site: str, watch: Watch, found: Findings
) -> None:
    page = watch().page
    claims = list(found.briefing.claims)
    for id in (claims[0], claims[-1]):
        quote = found.quotes[id][0]
        page.goto(f"{site}{BRIEFING}#claim-{id}")
        card = page.locator(f".claim:has(#claim-{id})")
        card.get_by_text("Read in context").click()
        expect(card.locator(".context mark").first).to_be_visible()
        card.get_by_role("link", name=re.compile("^(On the page|More) of source")).first.click()
        page.wait_for_url(f"**/articles/{quote.passage.article}/#quote-{quote.passage.address}")
        assert_at(page, f"quote-{quote.passage.address}")
        marked = page.locator(f"#quote-{quote.passage.address} ~ mark").first
        expect(marked).to_be_in_viewport()
        start, end = quote.passage.segments[0]
        words = found.briefing.articles[quote.passage.article].text[start:end]
        assert words.startswith(marked.inner_text())
        assert marked.evaluate("one => getComputedStyle(one).backgroundColor") != "rgba(0, 0, 0, 0)"
        # Back by the claim's own link, and by the browser's.
        page.locator(".extract:has(:target)").locator(f'a[href$="#claim-{id}"]').first.click()
        page.wait_for_url(f"**/{SLUG}/#claim-{id}")
        assert_at(page, f"claim-{id}")
        page.go_back()
        assert_at(page, f"quote-{quote.passage.address}")


# Without scripts, in the dark, on a telephone.


@pytest.mark.parametrize("path", KINDS_AND_404)
def test_everything_is_there_without_scripts(site: str, watch: Watch, path: str) -> None:
    with_scripts, without = watch().page, watch(java_script_enabled=False).page
    texts = []
    for page in (with_scripts, without):
        page.goto(site + path)
        # What script adds: buttons to copy and to mark as read, and a filter above long lists.
        page.locator(":is(.copy, #since, #filter)").evaluate_all(
            "all => { for (const one of all) one.remove() }"
        )
        texts.append(page.locator("article").inner_text().replace("\n", " ").split())
    assert texts[0] == texts[1]
    assert len(texts[1]) > 2
    # A card's context opens without script; the editors' part by its address.
    without.locator("details").evaluate_all("all => { for (const one of all) one.open = true }")
    parts = without.locator("article :is(h1, h2, h3, p, li, td, tr):not(.editors *, .on-page *, .on-paper *)")
    hidden = parts.evaluate_all(
        "all => all.filter((one) => !one.checkVisibility()).map((one) => one.outerHTML)"
    )
    assert hidden == []


TOLD: Final = "article :is(h1, h2, h3, p, li, td, th, a, small, mark, del)"
# The lightness that WCAG compares, of an element's text and of what lies behind it.
CONTRASTS: Final = """(told) => {
    const canvas = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true })
    const channels = (colours) => {
        canvas.clearRect(0, 0, 1, 1)
        for (const colour of colours) { canvas.fillStyle = colour; canvas.fillRect(0, 0, 1, 1) }
        return [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3)
    }
    const light = (colours) => {
        const [r, g, b] = channels(colours).map((one) => one / 255)
            .map((one) => one <= 0.04045 ? one / 12.92 : ((one + 0.055) / 1.055) ** 2.4)
        return 0.2126 * r + 0.7152 * g + 0.0722 * b
    }
    const behind = (one) => {
        const colours = []
        for (let box = one; box; box = box.parentElement) {
            colours.unshift(getComputedStyle(box).backgroundColor)
        }
        return ["white", ...colours]
    }
    const found = {}
    for (const one of document.querySelectorAll(told)) {
        if (one.matches(".headerlink, .quote-start") || !one.innerText.trim()) continue
        const back = behind(one)
        const pair = [light([...back, getComputedStyle(one).color]), light(back)].sort((a, b) => b - a)
        const contrast = Math.round((pair[0] + 0.05) / (pair[1] + 0.05) * 100) / 100
        const name = [one.localName, one.className, one.parentElement.className].filter(Boolean).join(".")
        if (!(name in found) || found[name] > contrast) found[name] = contrast
    }
    return { found, paper: light(behind(document.querySelector("article"))) }
}"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_can_be_read_in_both_colour_schemes(site: str, watch: Watch, scheme: str) -> None:
    page = watch(color_scheme=scheme).page
    for path in KINDS:
        page.goto(site + path)
        page.wait_for_function("document.body.dataset.mdColorMedia !== undefined")
        read = page.evaluate(CONTRASTS, TOLD)
        assert (read["paper"] > 0.5) is (scheme == "light")
        assert len(read["found"]) > 3
        assert {name: one for name, one in read["found"].items() if one < 4.5} == {}


@pytest.mark.parametrize("width", [320, 390])
def test_telephone_has_nothing_to_scroll_sideways(site: str, watch: Watch, width: int) -> None:
    page = watch(viewport={"width": width, "height": 700}).page
    for path in KINDS_AND_404:
        page.goto(site + path)
        wide = page.evaluate(
            """() => [...document.querySelectorAll("body *")].filter((one) => {
                const box = one.getBoundingClientRect()
                return box.width && box.right > innerWidth + 1 && one.closest("main")
            }).map((one) => one.localName + "." + one.className)"""
        )
        widths = page.evaluate("[document.documentElement.scrollWidth, innerWidth]")
        assert (path, widths, wide) == (path, [width, width], [])


def test_index_of_the_search_holds_every_claim(repository: Path, found: Findings) -> None:
    folder = repository / "site" / "pagefind"
    fragments = [gzip.decompress(one.read_bytes()) for one in folder.glob("fragment/*")]
    places = {json.loads(one[one.index(b"{") :])["url"] for one in fragments}
    assert {f"/{BRIEFING}#claim-{id}" for id in found.briefing.claims} <= {
        f"/{one.lstrip('/')}" for one in places
    }
    assert not (repository / "site" / "search" / "records.json").exists()


def test_the_first_view_of_a_briefing_weighs_at_most_150_kb(site: str, watch: Watch) -> None:
    """As a server sends it, theme included; what search and other pages need comes later."""
    page = watch().page
    seen: list[Response] = []
    page.on("response", lambda response: seen.append(response))
    page.goto(site + BRIEFING, wait_until="networkidle")
    # Asked for only now: a body that is awaited while responses are told may come after the page is done.
    weights = {one.url: len(gzip.compress(one.body(), 6)) for one in seen}
    assert len(weights) > 5
    assert sum(weights.values()) < 150_000, weights
