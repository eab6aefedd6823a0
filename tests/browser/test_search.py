"""Search as a reader uses it: by keyboard, with facets, by its address, and with what nobody has."""

import json
import re
import shutil
from pathlib import Path
from typing import Final
from urllib.parse import parse_qs, urlencode, urlsplit

import pytest
from playwright.sync_api import Locator, Page, expect

from generator.pipeline import check
from generator.publish.search.pagefind import write_index
from generator.render.edition import visible
from generator.render.exports.search import Record
from tests.browser.serving import Serve
from tests.browser.watching import Watch, Watched, wait_until
from tests.render.views import records

BRIEFING: Final = "briefings/oldmere-bridge/"
SIX_WEEKS: Final = f"{BRIEFING}#claim-six-weeks"
HOSTILE: Final = (
    "<img src=x onerror=window.__executed=1>",
    '"><script>window.__executed=1</script>',
    "javascript:window.__executed=1",
    "{{7*7}} ${7*7} %00 \\",
)


@pytest.fixture(scope="module")
def found(repository: Path) -> list[Record]:
    return records(visible(check(repository).findings))


def opened(page: Page) -> Locator:
    dialog = page.get_by_role("dialog", name="Search")
    expect(dialog).to_be_visible()
    return dialog


def searched(page: Page, query: str) -> Locator:
    """The results in the dialog for a query typed on any page."""
    page.keyboard.press("/")
    dialog = opened(page)
    page.keyboard.type(query)
    expect(dialog.get_by_role("status")).to_contain_text("result")
    return dialog.get_by_role("list", name="Results").get_by_role("link")


def results(page: Page) -> Locator:
    return page.get_by_role("list", name="Results").locator("> li")


def nothing_ran(watched: Watched) -> None:
    assert watched.page.evaluate("window.__executed") is None
    assert (watched.dialogs, watched.foreign_requests(), watched.messages) == ([], [], [])


# The dialog.


def test_keys_open_it_and_escape_closes_it(site: str, watch: Watch) -> None:
    page = watch().page
    for keys in ("/", "Control+k", "Meta+k"):
        page.goto(site + BRIEFING)
        page.keyboard.press(keys)
        dialog = opened(page)
        expect(page.get_by_role("searchbox", name="Search all briefings")).to_be_focused()
        page.keyboard.press("Escape")
        expect(dialog).to_be_hidden()


def test_a_click_opens_it(site: str, watch: Watch) -> None:
    page = watch().page
    page.goto(site)
    page.get_by_role("link", name="Search").click()
    opened(page)


def test_a_claim_is_reached_by_keyboard_alone(site: str, watch: Watch) -> None:
    watched = watch()
    page = watched.page
    page.goto(site + "method/")
    links = searched(page, "six weeks")
    first = links.first
    expect(first).to_have_text("Calder and Reyl say that the inspection goes on for six weeks.")
    page.keyboard.press("ArrowDown")
    expect(first).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(links.nth(1)).to_be_focused()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Enter")
    page.wait_for_url(site + SIX_WEEKS)
    claim = page.locator(".claim[open]:has(:target)")
    expect(claim).to_have_count(1)
    expect(claim.locator("> summary")).to_be_in_viewport()
    expect(claim.locator("blockquote")).to_contain_text("the inspection would go on for six weeks")
    expect(claim.locator(":target")).not_to_have_css("box-shadow", "none")
    nothing_ran(watched)


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("Ines Calder", ["actors/calder/"]),
        ("calder", ["actors/calder/"]),
        ("Harbour office", ["actors/harbour-office/", "topics/harbour-office/"]),
        ("bridges", ["topics/bridges/"]),
    ],
)
def test_who_or_what_is_called_just_that_comes_first_and_once(
    site: str, watch: Watch, query: str, first: list[str]
) -> None:
    page = watch().page
    page.goto(site + "method/")
    expect(searched(page, query).nth(len(first))).to_be_visible()
    for links in (page.get_by_role("dialog").locator(".find-results a"), results(page).locator("a")):
        addresses = links.evaluate_all("all => all.map((one) => one.href)")
        assert addresses[: len(first)] == [site + one for one in first]
        assert len(addresses) == len(set(addresses)) > len(first)
        page.goto(f"{site}search/?{urlencode({'q': query})}")
        expect(results(page).nth(len(first))).to_be_visible()


def test_a_part_of_a_name_leads_nothing_on(site: str, watch: Watch) -> None:
    """The control: only a whole name comes before what has the words."""
    page = watch().page
    page.goto(site + "method/")
    expect(searched(page, "harbour").first).to_have_attribute("href", re.compile("#claim-"))


def test_from_the_page_of_the_claim_itself(site: str, watch: Watch) -> None:
    page = watch().page
    page.goto(site + BRIEFING)
    searched(page, "six weeks").first.click()
    expect(page.get_by_role("dialog")).to_have_count(0)
    assert page.url == site + SIX_WEEKS


def test_enter_goes_to_the_search_page(site: str, watch: Watch) -> None:
    page = watch().page
    page.goto(site)
    searched(page, "rivets")
    page.keyboard.press("Enter")
    page.wait_for_url(site + "search/?q=rivets")


def test_without_script_the_link_leads_to_the_lists(site: str, watch: Watch) -> None:
    page = watch(java_script_enabled=False).page
    page.goto(site + BRIEFING)
    page.get_by_role("link", name="Search").click()
    expect(page.get_by_text("Everything can be read without it")).to_be_visible()
    page.get_by_role("link", name="the questions").click()
    assert page.url == site + "questions/"


# The page.


def test_each_kind_is_a_result_of_its_own(site: str, watch: Watch, found: list[Record]) -> None:
    page = watch().page
    page.goto(site + "search/")
    for kind, label in (
        ("claim", "Claim"),
        ("question", "Question"),
        ("source", "Source"),
        ("briefing", "Briefing"),
    ):
        count = sum(kind in one.meta for one in found)
        expect(page.get_by_label(f"{label} {count}", exact=True)).to_be_visible()


def test_two_facets_stand_in_the_address_and_outlast_a_reload(site: str, watch: Watch) -> None:
    page = watch().page
    page.goto(site + "search/?q=bridge")
    page.get_by_role("group", name="Kind of speech").get_by_label("paraphrased").check()
    page.get_by_role("group", name="Who says it, or is spoken of").get_by_label("Tomas Reyl").check()
    page.wait_for_url("**actor=reyl**")
    assert parse_qs(urlsplit(page.url).query) == {
        "q": ["bridge"],
        "speech": ["paraphrase"],
        "actor": ["reyl"],
    }
    expected = {
        "Reyl says that cars may cross (B), or that the bridge will reopen (C), in May 2031.",
        "Reyl states that forty of the bridge's rivets are cracked.",
    }
    for _ in range(2):
        expect(page.locator("#search-status")).to_have_text("2 results for “bridge”")
        assert {one.strip() for one in results(page).locator("a").all_inner_texts()} == expected
        expect(
            page.get_by_role("group", name="Who says it, or is spoken of").get_by_label("Tomas Reyl")
        ).to_be_checked()
        page.reload()
    page.go_back()
    expect(
        page.get_by_role("group", name="Who says it, or is spoken of").get_by_label("Tomas Reyl")
    ).not_to_be_checked()


def test_every_facet_of_the_design_is_there(site: str, watch: Watch) -> None:
    page = watch().page
    page.goto(site + "search/")
    expect(page.locator("#search-facets legend").first).to_be_visible()
    names = page.locator("#search-facets legend").all_inner_texts()
    who = "Who says it, or is spoken of"
    assert names == ["What", who, "Kind of speech", "Matter", "Topic", "Read as", "Year"]


def test_more_results_on_demand(site: str, watch: Watch, found: list[Record]) -> None:
    page = watch().page
    kinds = sorted({kind for one in found for kind in one.filters["kind"]})
    page.goto(site + "search/?" + urlencode({"kind": kinds}, doseq=True))
    expect(page.locator("#search-status")).to_have_text(f"{len(found)} results")
    expect(results(page)).to_have_count(10)
    more = page.get_by_role("button", name="Show more results")
    more.click()
    expect(results(page)).to_have_count(20)
    expect(results(page).nth(10).locator("a")).to_be_focused()
    for shown in range(20, len(found), 10):
        expect(results(page)).to_have_count(shown)
        more.click()
    expect(results(page)).to_have_count(len(found))
    expect(more).to_be_hidden()


def test_nothing_found_is_said_and_leads_on(site: str, watch: Watch) -> None:
    page = watch().page
    page.goto(site + "search/?q=rivets+banana")
    status = page.locator("#search-status")
    expect(status).to_contain_text("No results for “rivets banana”.")
    expect(status).to_contain_text(
        re.compile("Nothing has “banana”. Here are the [0-9]+ results for “rivets”:")
    )
    expect(results(page).first).to_contain_text("rivets")
    page.goto(site + "search/?q=banana")
    expect(status).to_have_text(re.compile("^No results for “banana”.Or look through: "))
    expect(results(page)).to_have_count(0)


def test_choices_that_leave_nothing_can_be_undone(site: str, watch: Watch) -> None:
    page = watch().page
    page.goto(site + "search/?q=nuisance&actor=calder")
    expect(page.locator("#search-status")).to_contain_text("Nothing has all of this.")
    page.get_by_role("link", name="Without the choices").click()
    expect(results(page).first).to_contain_text("nuisance")


def test_unknown_choices_in_an_address_are_passed_over(site: str, watch: Watch) -> None:
    watched = watch()
    watched.page.goto(site + "search/?kind=nonsense&colour=red&actor=%3Cimg%20src=x%20onerror=alert(1)%3E")
    expect(watched.page.locator("#search-status")).to_have_text("Newest briefings:")
    nothing_ran(watched)


# What is hostile.


def test_a_hostile_query_is_text(site: str, watch: Watch) -> None:
    watched = watch()
    page = watched.page
    for query in HOSTILE:
        page.goto(site)
        page.keyboard.press("/")
        page.keyboard.insert_text(query)
        expect(opened(page).get_by_role("status")).to_have_text(re.compile("result|Nothing|not available"))
        page.keyboard.press("Enter")
        page.wait_for_url("**/search/?q=**")
        expect(page.locator("#search-query")).to_have_value(query)
        expect(page.locator("#search-status")).to_have_text(re.compile("result|Nothing|not available"))
        assert page.locator("#search-status img, #search-status script").count() == 0
        nothing_ran(watched)


def test_control_markup_in_the_page_would_run(site: str, watch: Watch) -> None:
    page = watch(bypass_csp=True).page
    page.goto(site)
    page.evaluate("text => { document.body.innerHTML += text }", HOSTILE[0])
    wait_until(page, "window.__executed === 1")


def test_hostile_records_are_shown_as_written(
    repository: Path, tmp_path: Path, serve: Serve, watch: Watch
) -> None:
    copy = tmp_path / "site"
    shutil.copytree(repository / "site", copy, ignore=shutil.ignore_patterns("pagefind"))
    text = f"mandrake {HOSTILE[0]} [x](javascript:1) &lt;b&gt;"
    write_index(
        [
            Record("briefings/evil/#claim-a", text, "en", {"source": text}, {"actor": ("evil",)}),
            *(Record(f"actors/{one}/", f"mandrake {one}", "en", {"actor": one}, {}) for one in "abcd"),
        ],
        copy / "pagefind",
    )
    words = json.loads((copy / "assets" / "search-words.json").read_text(encoding="utf-8"))
    words["actors"].append(["evil", "person", HOSTILE[1], ""])
    words["briefing"]["evil"] = HOSTILE[0]
    (copy / "assets" / "search-words.json").write_text(json.dumps(words), encoding="utf-8")
    watched = watch(bypass_csp=True)
    watched.page.goto(serve(copy) + "search/?q=mandrake")
    result = results(watched.page).filter(has_text="javascript")
    expect(result.locator("a")).to_have_text(text)
    expect(result).to_contain_text(f"Source · {HOSTILE[0]}")
    expect(watched.page.locator("#search-facets")).to_contain_text(HOSTILE[1])
    assert (
        watched.page.locator("#search-results img, #search-results script, #search-facets script").count()
        == 0
    )
    assert watched.page.evaluate("window.__executed") is None
    assert watched.dialogs == []


# Where it has to work.


def test_it_says_so_when_the_index_cannot_be_had(site: str, watch: Watch) -> None:
    page = watch().page
    page.route("**/pagefind/**", lambda route: route.abort())
    page.goto(site + "search/?q=rivets")
    expect(page.locator("#search-status")).to_contain_text("Search is not available here.")


def test_it_asks_nobody_else(site: str, watch: Watch) -> None:
    watched = watch()
    watched.page.goto(site + BRIEFING)
    searched(watched.page, "rivets")
    assert any("/pagefind/" in url for url in watched.requests)
    nothing_ran(watched)


@pytest.mark.parametrize("width", [320, 390])
def test_a_phone_does_not_scroll_sideways(site: str, watch: Watch, width: int) -> None:
    page = watch(viewport={"width": width, "height": 800}).page
    page.goto(site + "search/?q=rivets")
    expect(results(page).first).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.goto(site + BRIEFING)
    searched(page, "rivets")
    assert page.evaluate(
        "document.querySelector('dialog').scrollWidth <= document.querySelector('dialog').clientWidth"
    )
