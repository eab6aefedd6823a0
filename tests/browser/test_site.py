"""The golden repository's site in a browser, under a path, as its readers meet it."""

import gzip
import json
from pathlib import Path
from typing import Any, Final

import pytest
from playwright.sync_api import Page, Response, expect

from generator.analyse.findings.findings import Findings
from generator.pipeline import check
from tests.browser.contrast import CONTRASTS
from tests.browser.watching import Watch, wait_until

SLUG: Final = "oldmere-bridge"
BRIEFING: Final = f"briefings/{SLUG}/"
# One of each kind, with its title.
KINDS: Final = {
    "": "The bridge at Oldmere: closed, and until when?",
    BRIEFING: "The bridge at Oldmere: closed, and until when?",
    f"{BRIEFING}articles/courier/": "Source A: Oldmere Bridge: shut until spring?",
    f"{BRIEFING}articles/harbour/": "Source B: “The harbour office counted twelve cracked rivets on …”",
    "actors/": "Who",
    "actors/calder/": "Ines Calder",
    "actors/harbour-office/": "Harbour office",
    "questions/": "Questions",
    "method/": "How to read this",
    "guide/": "For editors",
}
KINDS_AND_404: Final = [*KINDS, "404.html"]

# The script of the search says so once it has run, and it is the first of them.
SCRIPTS_HAVE_RUN: Final = "document.querySelector('#search-open').ariaHasPopup === 'dialog'"
# Once a frame has been drawn, the window is where the browser has put it, and scripts have done their work.
DRAWN: Final = "new Promise((done) => requestAnimationFrame(() => setTimeout(done)))"


@pytest.fixture(scope="module")
def bridge(repository: Path) -> Findings:
    """The golden repository's current briefing."""
    return next(one for one in check(repository).findings if one.briefing.slug == SLUG)


# What a page asks, says and is called.


def test_pages_ask_no_other_host_and_have_no_faults(site: str, watch: Watch) -> None:
    watched = watch()
    for path in KINDS_AND_404:
        watched.forget()
        watched.page.goto(site + path)
        wait_until(watched.page, SCRIPTS_HAVE_RUN)
        watched.page.evaluate(DRAWN)
        assert (path, watched.foreign_requests(), watched.refused) == (path, [], [])
        assert (path, watched.messages, watched.dialogs) == (path, [], [])
        assert len(watched.requests) > 3  # Styles and scripts: the control of the lines above.


def test_control_a_request_to_another_host_is_seen(site: str, watch: Watch) -> None:
    watched = watch()
    watched.page.goto(site)
    watched.page.evaluate("fetch('https://example.org/x').catch(() => 0)")
    assert watched.foreign_requests() == ["https://example.org/x"] or watched.messages


def test_pages_are_called_what_they_are(site: str, watch: Watch) -> None:
    page = watch().page
    for path, title in KINDS.items():
        page.goto(site + path)
        assert page.title() == f"{title} - Briefings"
        assert page.locator("h1").evaluate("one => one.firstChild.textContent.trim()") == title
        assert page.locator("meta[name=description]").get_attribute("content")


def test_persons_are_kept_from_search_engines(site: str, watch: Watch) -> None:
    page = watch().page
    for path, robots in (("actors/calder/", ["noindex"]), ("actors/harbour-office/", []), (BRIEFING, [])):
        page.goto(site + path)
        assert [one.get_attribute("content") for one in page.locator("meta[name=robots]").all()] == robots


def test_missing_page_leads_on(site: str, watch: Watch) -> None:
    page = watch().page
    page.goto(f"{site}404.html")
    expect(page.locator("h1")).to_have_text("This page isn’t here")
    page.locator("header a.site-name").click()
    page.wait_for_url(site)


# Ways through the site.

# Where the target's first line stands in the window, and what is marked as the target.
AT_TARGET: Final = """() => {
    const target = document.querySelector(":target")
    const line = target.closest(".claim, .asked")
    const header = document.querySelector("header.md-header").getBoundingClientRect()
    const place = (line?.querySelector("summary") ?? target).getBoundingClientRect()
    const marked = [...document.querySelectorAll(".opened, .passage mark")].filter((one) => {
        const style = getComputedStyle(one)
        return style.boxShadow !== "none" || style.backgroundColor !== "rgba(0, 0, 0, 0)"
    })
    return {
        id: target.id,
        below: place.top >= header.bottom - 1,
        above: place.top < innerHeight - 20,
        near: place.top < innerHeight / 2,
        end: scrollY + innerHeight >= document.documentElement.scrollHeight - 2,
        open: line?.open ?? target.checkVisibility(),
        marked: marked.length === 1 && [target, target.nextElementSibling].includes(marked[0]),
    }
}"""


def assert_at(page: Page, id: str) -> None:
    wait_until(page, "id => document.querySelector(':target')?.id === id", id)
    assert_is_at(page.evaluate(f"async () => {{ await {DRAWN}; return ({AT_TARGET})() }}"), id)


def assert_is_at(at: dict[str, Any], id: str) -> None:
    assert (at["id"], at["below"], at["above"]) == (id, True, True), at
    assert at["near"] or at["end"], at
    assert (at["open"], at["marked"]) == (True, True), at


def test_permalink_opens_at_its_claim(site: str, watch: Watch, bridge: Findings) -> None:
    page = watch().page
    claims = list(bridge.briefing.claims)
    for id in (claims[0], claims[len(claims) // 2], claims[-1]):
        page.goto("about:blank")
        page.goto(f"{site}{BRIEFING}#claim-{id}")
        assert_at(page, f"claim-{id}")


def test_every_claim_has_a_permalink_that_leads_to_it(site: str, watch: Watch, bridge: Findings) -> None:
    page = watch().page
    page.goto(site + BRIEFING)
    links = page.locator("a.permalink")
    addresses = links.evaluate_all("all => all.map((one) => one.getAttribute('href'))")
    summary = bridge.briefing.summary
    by_matter = [
        claim for matter in (*summary.matters, None) for claim in summary.claims if claim.matter == matter
    ]
    # Those that were withdrawn come last, folded away together.
    in_order = [claim.id for claim in sorted(by_matter, key=lambda claim: claim.withdrawn is not None)]
    assert addresses == [f"#claim-{id}" for id in in_order]
    assert len(addresses) == len(bridge.briefing.claims)
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
    site: str, watch: Watch, bridge: Findings
) -> None:
    page = watch().page
    # On the page of a source that is shown as a whole, and on one that is shown in extracts.
    for id in ("closed-until-checked", "cars-in-april"):
        quote = bridge.quotes[id][0]
        page.goto(f"{site}{BRIEFING}#claim-{id}")
        claim = page.locator(f"#claim-{id}")
        expect(claim.locator("blockquote mark").first).to_be_visible()
        claim.locator("a.chip").first.click()
        page.wait_for_url(f"**/articles/{quote.passage.article}/#quote-{quote.passage.address}")
        assert_at(page, f"quote-{quote.passage.address}")
        marked = page.locator(f"#quote-{quote.passage.address} ~ mark").first
        expect(marked).to_be_in_viewport()
        start, end = quote.passage.segments[0]
        words = bridge.briefing.articles[quote.passage.article].text[start:end]
        assert words.startswith(marked.inner_text())
        assert marked.evaluate("one => getComputedStyle(one).backgroundColor") != "rgba(0, 0, 0, 0)"
        # Back by the claim's own link, and by the browser's.
        page.locator(".passage:has(:target)").locator(f'a[href$="#claim-{id}"]').first.click()
        page.wait_for_url(f"**/{SLUG}/#claim-{id}")
        assert_at(page, f"claim-{id}")
        page.go_back()
        assert_at(page, f"quote-{quote.passage.address}")


# Without scripts, in the dark, on a telephone.


def test_everything_is_there_without_scripts(site: str, watch: Watch) -> None:
    with_scripts, without = watch().page, watch(java_script_enabled=False).page
    for path in KINDS_AND_404:
        texts = []
        for page in (with_scripts, without):
            page.goto(site + path)
            # What script adds: buttons to copy and to mark as read, and a filter above long lists.
            page.locator(":is(.copy, #since, #filter)").evaluate_all(
                "all => { for (const one of all) one.remove() }"
            )
            texts.append(page.locator("article").inner_text().replace("\n", " ").split())
        assert (path, texts[0]) == (path, texts[1])
        assert len(texts[1]) > 2
        # What is folded opens without script; the editors' part by its address.
        without.locator("details").evaluate_all("all => { for (const one of all) one.open = true }")
        parts = without.locator(
            "article :is(h1, h2, h3, p, li, td, tr):not(.editors *, .on-paper, .on-paper *)"
        )
        hidden = parts.evaluate_all(
            """all => {
                // Of a paragraph that has no box of its own, what stands in it is seen.
                const seen = (one) => getComputedStyle(one).display === "contents" && one.children.length
                    ? [...one.children].every(seen) : one.checkVisibility()
                return all.filter((one) => !seen(one)).map((one) => one.outerHTML)
            }"""
        )
        assert (path, hidden) == (path, [])


TOLD: Final = "article :is(h1, h2, h3, p, li, td, th, a, small, mark, del)"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_can_be_read_in_both_colour_schemes(site: str, watch: Watch, scheme: str) -> None:
    page = watch(color_scheme=scheme).page
    for path in KINDS:
        page.goto(site + path)
        wait_until(page, "document.body.dataset.mdColorMedia !== undefined")
        read = page.evaluate(CONTRASTS, TOLD)
        assert (read["paper"] > 0.5) is (scheme == "light")
        assert len(read["found"]) > 3
        assert {name: one for name, one in read["found"].items() if one < 4.5} == {}


def test_control_pale_text_is_seen(site: str, watch: Watch) -> None:
    page = watch().page
    page.goto(site)
    page.evaluate(
        """() => {
            const made = document.createElement("p")
            made.textContent = "Pale."
            made.className = "pale"
            made.style.color = "#999"
            document.querySelector("article").append(made)
        }"""
    )
    read = page.evaluate(CONTRASTS, TOLD)
    assert {name.split(".")[1] for name, one in read["found"].items() if one < 4.5} == {"pale"}


def test_index_of_the_search_holds_every_claim(repository: Path, bridge: Findings) -> None:
    folder = repository / "site" / "pagefind"
    fragments = [gzip.decompress(one.read_bytes()) for one in folder.glob("fragment/*")]
    places = {json.loads(one[one.index(b"{") :])["url"] for one in fragments}
    shown = {claim.id for claim in bridge.briefing.summary.claims if not claim.withdrawn}
    assert len(shown) > 10
    indexed = {one.lstrip("/").removeprefix(f"{BRIEFING}#claim-") for one in places if "#claim-" in one}
    assert shown <= indexed
    # What was withdrawn is not found.
    assert not (bridge.briefing.claims.keys() - shown) & indexed
    assert not (repository / "site" / "search" / "records.json").exists()


def test_the_first_view_of_a_briefing_weighs_at_most_150_kb(site: str, watch: Watch) -> None:
    """As a server sends it, theme included; what search and other pages need comes later."""
    page = watch(fresh=True).page
    seen: list[Response] = []
    page.on("response", lambda response: seen.append(response))
    page.goto(site + BRIEFING)
    wait_until(page, SCRIPTS_HAVE_RUN)
    page.evaluate(DRAWN)
    # Asked for only now: a body that is awaited while responses are told may come after the page is done.
    weights = {one.url: len(gzip.compress(one.body(), 6)) for one in seen}
    assert len(weights) > 5
    assert sum(weights.values()) < 150_000, weights
