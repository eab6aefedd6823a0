"""Moves: an old address leads to the present one, to the same place on the page, with script and without."""

import shutil
from pathlib import Path
from typing import Final

import pytest
from playwright.sync_api import expect

from tests.browser.serving import Serve
from tests.browser.sites import MadeOnce, build
from tests.browser.watching import Watch
from tests.check.cases import MINIMAL

pytestmark = pytest.mark.long

OLD: Final = ("briefings/old-port/", "briefings/ice/")


def build_moved(root: Path) -> None:
    """Build the minimal repository's site.

    Its briefing moved twice, and its title would give a heading the id that the script's element has.
    """
    shutil.copytree(MINIMAL, root)
    file = root / "briefings/harbour/briefing.yml"
    text = file.read_text(encoding="utf-8")
    assert text.startswith("title: The closed harbour\n")
    moved = "title: Moved\nformer_slugs: [old-port, ice]\n"
    file.write_text(text.replace("title: The closed harbour\n", moved), encoding="utf-8")
    build(root)


@pytest.fixture(scope="module")
def site(made_once: MadeOnce, serve: Serve) -> str:
    return serve(made_once("moved", build_moved) / "site")


@pytest.mark.parametrize("old", OLD)
@pytest.mark.parametrize(
    ("place", "arrived"),
    [
        ("", ""),
        ("#claim-no-ship-was-damaged", "#claim-no-ship-was-damaged"),
        ("#what%20is%20not%20there", "#what%20is%20not%20there"),
        ("#<img src=x onerror=alert(1)>", "#%3Cimg%20src=x%20onerror=alert(1)%3E"),
    ],
)
def test_a_briefing_s_old_address_leads_to_the_same_place(
    site: str, watch: Watch, old: str, place: str, arrived: str
) -> None:
    watched = watch()
    page = watched.page
    page.goto(f"{site}{old}{place}")
    page.wait_for_url(f"{site}briefings/harbour/**")
    assert page.url == f"{site}briefings/harbour/{arrived}"
    expect(page.get_by_role("heading", level=1)).to_contain_text("Moved")
    if place.startswith("#claim"):
        expect(page.locator(":target")).to_have_attribute("id", "claim-no-ship-was-damaged")
    assert (watched.messages, watched.dialogs, watched.foreign_requests()) == ([], [], [])


def test_a_source_s_old_address_leads_to_its_quote(site: str, watch: Watch) -> None:
    page = watch().page
    page.goto(f"{site}briefings/harbour/articles/a/")
    quote = page.locator("a.quote-start").first.get_attribute("id")
    page.goto(f"{site}{OLD[0]}articles/a/#{quote}")
    page.wait_for_url(f"{site}briefings/harbour/articles/a/#{quote}")
    expect(page.locator(":target")).to_have_attribute("id", str(quote))


def test_the_way_back_is_not_caught_at_the_old_address(site: str, watch: Watch) -> None:
    page = watch().page
    page.goto(f"{site}method/")
    page.goto(f"{site}{OLD[0]}#claim-no-ship-was-damaged")
    page.wait_for_url(f"{site}briefings/harbour/#claim-no-ship-was-damaged")
    page.go_back()
    page.wait_for_url(f"{site}method/")


@pytest.mark.parametrize("below", ["", "articles/a/", "articles/b/"])
def test_without_script_the_page_leads_on_too(site: str, watch: Watch, below: str) -> None:
    page = watch(java_script_enabled=False).page
    page.goto(f"{site}{OLD[1]}{below}", wait_until="commit")
    page.wait_for_url(f"{site}briefings/harbour/{below}")
    expect(page.get_by_role("heading", level=1)).to_be_visible()


def test_where_nothing_leads_on_there_is_a_link(site: str, watch: Watch) -> None:
    """The control, too: without the script, the address stays what it was."""
    page = watch().page
    page.route("**/moved.js", lambda route: route.abort())
    page.goto(f"{site}{OLD[0]}articles/b/")
    expect(page.locator("meta[name=robots]")).to_have_attribute("content", "noindex")
    assert page.url == f"{site}{OLD[0]}articles/b/"
    page.get_by_role("article").get_by_role("link", name="Source B").click()
    page.wait_for_url(f"{site}briefings/harbour/articles/b/")


def test_search_knows_the_present_addresses_only(site: str, watch: Watch) -> None:
    page = watch().page
    page.goto(f"{site}search/?q=harbour")
    links = page.locator("article a[href*='briefings/']")
    expect(links.first).to_be_visible()
    addresses = links.evaluate_all("all => all.map((one) => one.href)")
    assert addresses and not any(old in one for one in addresses for old in OLD)
