"""Search on the golden repository: each step of keyboard, facets and address, its counts, and attacks."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final
from urllib.parse import parse_qs, quote, urlencode, urlsplit

import pytest
from playwright.sync_api import Locator, Page, Route, expect

from generator.pipeline import check
from generator.render.edition import visible
from generator.render.exports.search import search_words
from tests.browser.contrast import CONTRASTS
from tests.browser.fonts import EACH_SET, Fonts
from tests.browser.hostile import SLUG, any_article, on_one_line
from tests.browser.serving import Serve
from tests.browser.watching import Watch, Watched, wait_until
from tests.render.views import facet_values, records

pytestmark = pytest.mark.long

BRIDGE: Final = f"briefings/{SLUG}/"
# 2 briefings, 15 claims, 6 questions, 4 sources, 10 actors and 3 topics, none of them withdrawn or a draft.
ALL: Final = 46


@pytest.fixture
def calm(watch: Watch) -> Iterator[Watch]:
    """`watch()` of pages that must neither complain, nor run what they show, nor ask another host."""
    opened: list[Watched] = []

    def start(**options: object) -> Watched:
        watched = watch(**options)
        watched.page.add_init_script("window.attack = () => { top.__executed = true }")
        opened.append(watched)
        return watched

    yield start
    for one in opened:
        assert (one.messages, one.dialogs, one.foreign_requests()) == ([], [], [])
        assert one.page.evaluate("window.__executed ?? null") is None


@pytest.fixture
def page(site: str, calm: Watch) -> Page:
    """A page that isn't about search."""
    page = calm().page
    page.goto(f"{site}method/")
    return page


def dialog(page: Page) -> Locator:
    return page.get_by_role("dialog", name="Search", exact=True)


def field(page: Page) -> Locator:
    """The field of the dialog, or of the search page."""
    return page.get_by_role("searchbox", name="Search all briefings", exact=True)


def results(page: Page) -> Locator:
    return page.get_by_role("list", name="Results", exact=True).get_by_role("link")


def status(page: Page) -> Locator:
    return page.locator("dialog.find, .find-page").get_by_role("status")


def ask(page: Page, query: str) -> None:
    """Ask in the dialog."""
    page.keyboard.press("/")
    field(page).fill(query)


def choice(page: Page, name: str, value: str) -> Locator:
    return page.locator(f'input[name="{name}"][value="{value}"]')


def count(page: Page, name: str, value: str) -> int:
    """How often a value of a facet occurs, as its label says."""
    label = page.locator("#search-facets label").filter(has=choice(page, name, value))
    return int(label.locator(".find-count").inner_text())


def asked(page: Page) -> dict[str, list[str]]:
    """What the address asks for."""
    return parse_qs(urlsplit(page.url).query)


def search_page(page: Page, site: str, **given: str | list[str]) -> Page:
    page.goto(f"{site}search/?{urlencode(given, doseq=True)}")
    expect(status(page)).to_have_text(re.compile("result|Nothing|Newest"))
    return page


def list_all(page: Page, site: str) -> Page:
    """The search page with every kind chosen, which leaves nothing out."""
    return search_page(page, site, kind=["actor", "briefing", "claim", "question", "source", "topic"])


def number(page: Page) -> int:
    """The number of results that the status tells."""
    expect(status(page)).to_contain_text(re.compile(r"^\d+ result"))
    return int(status(page).inner_text().split()[0])


def everything(page: Page) -> list[str]:
    """The words of all results, however many there are."""
    total = number(page)
    more = page.get_by_role("button", name="Show more results")
    for shown in range(10, total, 10):
        expect(results(page)).to_have_count(shown)
        more.click()
    expect(results(page)).to_have_count(total)
    expect(more).to_be_hidden()
    return [on_one_line(one) for one in results(page).all_text_contents()]


# By keyboard alone.


@pytest.mark.parametrize("keys", ["/", "Control+k", "Meta+k"])
def test_keys_open_the_dialog_and_escape_leads_back(page: Page, keys: str) -> None:
    link = page.get_by_role("link", name="Questions", exact=True)
    link.focus()
    expect(dialog(page)).to_be_hidden()
    page.keyboard.press(keys)
    expect(dialog(page)).to_be_visible()
    expect(field(page)).to_be_focused()
    page.keyboard.type("rivets")
    expect(results(page).first).to_be_visible()
    page.keyboard.press("Escape")
    expect(dialog(page)).to_be_hidden()
    expect(link).to_be_focused()
    # What was asked is there again, to be typed over.
    page.keyboard.press(keys)
    expect(field(page)).to_have_value("rivets")
    assert page.evaluate("getSelection().toString()") == "rivets"


def test_arrows_walk_through_the_results_and_back(page: Page) -> None:
    ask(page, "rivets")
    expect(results(page).nth(2)).to_be_visible()
    for at in range(3):
        page.keyboard.press("ArrowDown")
        expect(results(page).nth(at)).to_be_focused()
    last = results(page).count() - 1
    for _ in range(last + 2):
        page.keyboard.press("ArrowDown")
    expect(results(page).nth(last)).to_be_focused()
    for _ in range(last):
        page.keyboard.press("ArrowUp")
    expect(results(page).first).to_be_focused()
    page.keyboard.press("ArrowUp")
    expect(field(page)).to_be_focused()
    page.keyboard.press("ArrowUp")
    expect(field(page)).to_be_focused()


def test_claim_is_reached_by_keyboard_alone_open_and_marked(site: str, calm: Watch) -> None:
    page = calm().page
    page.goto(f"{site}actors/calder/")
    page.keyboard.press("/")
    page.keyboard.type("nuisance fair")
    expect(results(page).first).to_contain_text("a nuisance, but a fair one")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url(f"{site}{BRIDGE}#claim-fair-nuisance")
    # It is the browser that opens it, and the style sheet that marks it, not a script.
    bare = calm(java_script_enabled=False).page
    bare.goto(page.url)
    for one in (page, bare):
        expect(one.locator(":target")).to_be_in_viewport()
        expect(one.locator(".claim[open]:has(:target)")).to_have_count(1)
        expect(one.locator(".claim:has(:target) > summary")).to_be_in_viewport()
        expect(one.locator(":target")).not_to_have_css("box-shadow", "none")
        expect(one.locator(".claim:not([open]) > .opened").first).to_have_css("box-shadow", "none")


def test_claim_of_the_page_that_is_open_is_reached_too(page: Page, site: str) -> None:
    page.goto(site + BRIDGE)
    ask(page, "nuisance fair")
    expect(results(page).first).to_be_visible()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url(f"{site}{BRIDGE}#claim-fair-nuisance")
    expect(dialog(page)).to_be_hidden()
    expect(page.locator(".claim[open]:has(:target) > summary")).to_be_in_viewport()


def test_enter_in_the_field_leads_to_the_search_page(page: Page, site: str) -> None:
    ask(page, "cracked rivets")
    page.keyboard.press("Enter")
    page.wait_for_url(f"{site}search/?q=cracked+rivets")
    expect(field(page)).to_have_value("cracked rivets")
    expect(results(page).first).to_be_visible()


def test_slash_in_a_field_is_a_slash(page: Page, site: str) -> None:
    page.keyboard.press("/")
    page.keyboard.type("April/May")
    expect(field(page)).to_have_value("April/May")
    search_page(page, site)
    field(page).focus()
    page.keyboard.type("a/b")
    expect(field(page)).to_have_value("a/b")
    expect(dialog(page)).to_be_hidden()


@pytest.mark.parametrize("keys", ["/", "Control+k"])
def test_on_the_search_page_the_keys_lead_to_its_own_field(page: Page, site: str, keys: str) -> None:
    search_page(page, site, q="rivets")
    choice(page, "kind", "claim").focus()
    page.keyboard.press(keys)
    expect(field(page)).to_be_focused()
    assert page.evaluate("getSelection().toString()") == "rivets"
    page.get_by_role("banner").get_by_role("link", name="Search", exact=True).click()
    expect(dialog(page)).to_be_hidden()
    expect(field(page)).to_be_focused()


def test_pointer_opens_and_closes_it(page: Page) -> None:
    opener = page.get_by_role("banner").get_by_role("link", name="Search", exact=True)
    opener.click()
    expect(field(page)).to_be_focused()
    dialog(page).get_by_role("button", name="Close", exact=True).click()
    expect(dialog(page)).to_be_hidden()
    expect(opener).to_be_focused()
    opener.click()
    page.mouse.click(5, 300)
    expect(dialog(page)).to_be_hidden()
    expect(opener).to_be_focused()
    assert page.url.endswith("/method/")


@pytest.mark.parametrize("fonts", EACH_SET)
def test_on_paper_results_have_the_whole_sheet(site: str, calm: Watch, fonts: Fonts) -> None:
    """The facets, which can only be pressed, are not there, and neither is their column."""
    page = search_page(calm(fonts=fonts).page, site, q="rivets")
    wide = "one => one.getBoundingClientRect().width / one.closest('article').getBoundingClientRect().width"
    found = page.locator("#search-results")
    assert found.evaluate(wide) < 0.8  # Beside the facets: the control.
    page.emulate_media(media="print")
    expect(page.locator(":is(#search-form, #search-narrow, #search-more):visible")).to_have_count(0)
    assert found.evaluate(wide) > 0.95


# For screen readers.


def test_everything_has_a_name_and_the_results_are_told(page: Page, site: str) -> None:
    ask(page, "rivets")
    expect(dialog(page)).to_have_accessible_name("Search")
    expect(field(page)).to_have_accessible_name("Search all briefings")
    expect(status(page)).to_have_text(re.compile(r"^\d+ results\. See all, and narrow them down$"))
    assert page.locator("#search-open").get_attribute("aria-keyshortcuts") == "/ Control+K"
    search_page(page, site, q="rivets")
    expect(status(page)).to_have_text(re.compile(r"^\d+ results for “rivets”$"))
    assert page.locator("#search-facets input").count() == page.get_by_role("checkbox").count()
    list_all(page, site)
    for name in (
        "What",
        "Who says it, or is spoken of",
        "Kind of speech",
        "Matter",
        "Topic",
        "Read as",
        "Year",
    ):
        expect(page.get_by_role("group", name=name, exact=True)).to_be_visible()
    expect(page.get_by_role("checkbox", name=re.compile(r"^Claim \d+$"))).to_be_visible()


# What is found.


def kinds(page: Page) -> dict[str, str]:
    """Each result's words, by its address."""
    return dict(
        results(page).evaluate_all(
            """all => all.map((one) =>
                [one.getAttribute('href'), one.closest('li').innerText.replace(/\\n+/g, '\\n')])"""
        )
    )


def test_each_kind_is_a_result_of_its_own(page: Page) -> None:
    ask(page, "calder")
    expect(results(page).nth(4)).to_be_visible()
    found = kinds(page)
    told = "The bridge at Oldmere: closed, and until when?"
    assert (
        found["/repository/actors/calder/"]
        == "Ines Calder\nPerson, state or body\nalso: Calder and Mayor Calder"
    )
    question = found[f"/repository/{BRIDGE}#question-how-many"].split("\n")
    assert question[:2] == ["How many rivets are cracked in all?", f"Question · {told}"]
    assert question[2] == "The harbour office counted twelve; Calder speaks of forty."
    assert found[f"/repository/{BRIDGE}"].split("\n")[:2] == [told, "Briefing"]
    claim = found[f"/repository/{BRIDGE}#claim-forty-rivets"]
    assert claim == f"Calder says that forty rivets are cracked.\nClaim · {told}"
    page.keyboard.press("Escape")
    ask(page, "courier")
    expect(results(page)).to_have_count(2)
    assert f"/repository/{BRIDGE}articles/courier/" in kinds(page)


def test_every_claim_begins_with_its_speaker(page: Page, site: str) -> None:
    shown = everything(search_page(page, site, kind="claim"))
    assert len(shown) == 17
    named = (
        r"(Mayor )?Calder |(Tomas )?Reyl\b|Amberley |The (harbour office|ferry committee) |Harbour office \("
    )
    unnamed = r"the diver, according to |“A passer-by |Unnamed, |A writes: "
    assert [one for one in shown if not re.match(f"{named}|{unnamed}", one)] == []


def test_words_of_two_quotes_are_never_shown_as_one(page: Page) -> None:
    """The office counted, and forty are cracked: two quotes that follow each other in the record."""
    ask(page, "untitled february")
    ask(page, "counted twelve cracked rivets february")
    source = page.locator("li").filter(has=page.locator(f'a[href$="{BRIDGE}articles/harbour/"]'))
    expect(source.locator("p").last).to_have_text("The harbour office counted twelve cracked rivets")
    expect(source.locator("mark")).to_have_text(["counted", "twelve", "cracked", "rivets"])


def test_claim_that_has_the_words_elsewhere_shows_where(page: Page) -> None:
    ask(page, "today")
    result = page.locator(".find-results li").filter(has=page.locator('a[href$="#claim-cars-today"]'))
    expect(result).to_have_count(1)
    expect(result.locator("p").last).to_have_text("The bridge can carry cars today")


def test_words_of_a_foreign_source_say_which_language_they_are_in(page: Page) -> None:
    """And words of a source in the site's own say nothing."""
    excerpts = page.locator(".find-results p:not(.find-where)")
    ask(page, "rouvrira")
    expect(excerpts).to_have_text(["le pont rouvrira en mai"] * 2)
    assert excerpts.evaluate_all("all => all.map((one) => one.lang)") == ["fr", "fr"]
    ask(page, "carry cars today")
    expect(excerpts.last).to_contain_text("The bridge can carry cars today")
    assert excerpts.last.evaluate("one => one.lang") == ""


def test_case_endings_and_beginnings_are_forgiven(page: Page) -> None:
    for query in ("RIVET", "rivet's", "being", "nuis", "council’s", '"forty cracked rivets"', "reyl."):
        ask(page, "banana")
        expect(status(page)).to_contain_text("No results for “banana”.")
        ask(page, query)
        assert number(page) > 0, query


# The search page.


def test_two_facets_narrow_it_down_and_the_address_keeps_it(page: Page, site: str) -> None:
    search_page(page, site, q="rivets")
    counts = [number(page)]
    for name, value in (("kind", "claim"), ("actor", "calder")):
        expected = count(page, name, value)
        assert expected < counts[-1]
        choice(page, name, value).check()
        expect(status(page)).to_have_text(f"{expected} result{'s' * (expected > 1)} for “rivets”")
        expect(results(page)).to_have_count(expected)
        expect(choice(page, name, value)).to_be_focused()
        assert count(page, name, value) == expected
        counts.append(expected)
    assert asked(page) == {"q": ["rivets"], "kind": ["claim"], "actor": ["calder"]}
    before = results(page).all_text_contents()
    assert all("Calder" in one for one in before)
    page.reload()
    expect(results(page)).to_have_text(before)
    expect(field(page)).to_have_value("rivets")
    expect(page.locator("#search-facets input:checked")).to_have_count(2)
    for left in (counts[1], counts[0]):
        page.go_back()
        expect(status(page)).to_contain_text(f"{left} results")
    assert asked(page) == {"q": ["rivets"]}
    expect(page.locator("#search-facets input:checked")).to_have_count(0)
    page.go_forward()
    expect(status(page)).to_contain_text(f"{counts[1]} results")
    expect(choice(page, "kind", "claim")).to_be_checked()


def test_two_values_of_a_facet_are_either_of_them(page: Page, site: str) -> None:
    search_page(page, site, kind="question")
    questions = number(page)
    sources = count(page, "kind", "source")
    choice(page, "kind", "source").check()
    expect(status(page)).to_have_text(f"{questions + sources} results")
    assert (count(page, "kind", "question"), count(page, "kind", "source")) == (questions, sources)
    assert asked(page) == {"kind": ["question", "source"]}


def test_every_count_is_the_number_of_results_that_it_leads_to(page: Page, site: str) -> None:
    search_page(page, site, q="bridge", speech="paraphrase")
    boxes = page.locator("#search-facets input:not(:checked)")
    told = boxes.evaluate_all("all => all.map((one) => [one.name, one.value])")
    # Paraphrases are claims, and those with this word are of one briefing: neither narrows them down.
    assert {name for name, _ in told} == {"actor", "matter", "modality", "speech", "year"}
    for name, value in told[:: len(told) // 4]:
        search_page(page, site, q="bridge", speech="paraphrase")
        expected = count(page, name, value)
        given = (
            {"q": "bridge", name: value}
            if name == "speech"
            else {"q": "bridge", "speech": "paraphrase", name: value}
        )
        assert number(search_page(page, site, **given)) == expected, (name, value)


def test_year_is_a_facet(page: Page, site: str) -> None:
    search_page(page, site, kind="claim", year="2031")
    expect(results(page)).to_have_count(5)
    expect(choice(page, "year", "2031")).to_be_checked()


def test_stretch_of_typing_is_one_step_back(page: Page, site: str) -> None:
    search_page(page, site, q="rivets")
    field(page).fill("ferr")
    expect(status(page)).to_contain_text("for “ferr”")
    field(page).fill("ferry")
    expect(status(page)).to_contain_text("for “ferry”")
    page.keyboard.press("Enter")
    assert asked(page) == {"q": ["ferry"]}
    page.go_back()
    expect(status(page)).to_contain_text("for “rivets”")
    expect(field(page)).to_have_value("rivets")
    assert asked(page) == {"q": ["rivets"]}


def test_back_from_a_claim_leads_to_the_same_results(page: Page, site: str) -> None:
    search_page(page, site, q="rivets", kind="claim")
    before = results(page).all_text_contents()
    results(page).first.click()
    page.wait_for_url(f"{site}{BRIDGE}#claim-*")
    page.go_back()
    expect(results(page)).to_have_text(before)
    assert asked(page) == {"q": ["rivets"], "kind": ["claim"]}


def test_what_the_address_asks_and_nobody_knows_is_passed_over(page: Page, site: str) -> None:
    unknown: list[dict[str, str | list[str]]] = [
        {"kind": "nothing"},
        {"kind": ["constructor", "toString", "__proto__", "hasOwnProperty"]},
        {"actor": "<img src=x onerror=attack()>", "year": '"}]'},
        {"colour": "red", "__proto__": "claim"},
    ]
    for given in unknown:
        search_page(page, site, **given)
        expect(status(page)).to_have_text("Newest briefings:")
        expect(page.locator("#search-facets input:checked")).to_have_count(0)


def test_more_results_are_shown_and_focus_goes_to_the_first_of_them(page: Page, site: str) -> None:
    list_all(page, site)
    expect(results(page)).to_have_count(10)
    more = page.get_by_role("button", name="Show more results")
    more.focus()
    page.keyboard.press("Enter")
    expect(results(page)).to_have_count(20)
    expect(results(page).nth(10)).to_be_focused()
    assert len(everything_from(page, 20)) == ALL


def everything_from(page: Page, shown: int) -> list[str]:
    while page.get_by_role("button", name="Show more results").is_visible():
        page.get_by_role("button", name="Show more results").click()
        shown = min(shown + 10, ALL)
        expect(results(page)).to_have_count(shown)
    return results(page).all_text_contents()


def test_a_facet_of_many_values_shows_the_rest_when_asked(page: Page, site: str) -> None:
    list_all(page, site)
    who = page.get_by_role("group", name="Who says it, or is spoken of", exact=True)
    summary = who.locator("summary")
    assert who.locator("label:visible").count() == 8
    expect(summary).to_have_text(f"{who.locator('label').count() - 8} more")
    summary.click()
    choice(page, "actor", "wendland").check()
    expect(choice(page, "actor", "wendland")).to_be_focused()
    page.keyboard.press("Space")
    expect(status(page)).to_have_text(f"{ALL} results")
    expect(choice(page, "actor", "wendland")).not_to_be_checked()
    # It is among the rest again, which are open for it.
    expect(choice(page, "actor", "wendland")).to_be_focused()


# When nothing is found.


@pytest.mark.parametrize(
    ("query", "offered"),
    [
        ("Clader", "Calder"),  # Two letters swapped.
        ("ambrley", "amberley"),
        ("HRABOUR", "HARBOUR"),
        ("carcked", "cracked"),  # No name.
        ("what did Clader say about rivets", "what did Calder say about rivets"),
        ("forty rivits", "forty rivets"),
        # Nothing has both.
        ("diver Ambrley", "Amberley"),
    ],
)
def test_misspelt_word_is_offered_its_neighbour_in_the_index(
    page: Page, site: str, query: str, offered: str
) -> None:
    ask(page, query)
    link = status(page).get_by_role("link", name=re.compile("^Did you mean"))
    expect(link).to_have_text(f"Did you mean “{offered}”?")
    expect(status(page)).to_contain_text(f"No results for “{query}”.")
    page.keyboard.press("ArrowDown")
    expect(link).to_be_focused()
    page.keyboard.press("Enter")
    page.wait_for_url("**/search/?q=**")
    expect(status(page)).to_contain_text(re.compile(r"^\d+ result"))
    assert asked(page) == {"q": [offered]}


def test_word_that_is_known_is_offered_no_other(page: Page) -> None:
    """And the list of words is fetched only for one that isn't."""
    fetched: list[str] = []
    page.on("request", lambda request: fetched.append(request.url))
    # Nothing has both, though each is there; and "rivet" and "closed" stand in the index by other endings.
    for query in ("ferry diver", "rivet", "closing"):
        ask(page, query)
        expect(status(page)).to_contain_text("result")
        expect(results(page).first).to_be_visible()
        expect(status(page)).not_to_contain_text("Did you mean")
    assert [url for url in fetched if "spellings" in url] == []
    ask(page, "Clader")
    expect(status(page)).to_contain_text("Did you mean")
    assert [url for url in fetched if "spellings" in url] != []


@pytest.mark.parametrize(
    "query", ["banana", "xyz", "rivets banana", "Cxxder", "2301"]
)  # Too far from "Calder".
def test_what_is_like_no_word_offers_none(page: Page, query: str) -> None:
    ask(page, query)
    expect(status(page)).to_contain_text(f"No results for “{query}”.")
    expect(status(page)).not_to_contain_text("Did you mean")


def test_the_rarest_word_stands_in_where_all_together_have_nothing(page: Page, site: str) -> None:
    """The passer-by has one claim; the courier more, and the rivets most."""
    search_page(page, site, q="passer")
    [rare] = [one.strip() for one in results(page).all_text_contents()]
    for query, missing in (
        ("rivets banana passer", "Nothing has “banana”. "),
        ("passer the rivets kiwi or banana", "Nothing has “kiwi” or “banana”. "),
        ("rivets passer", ""),
    ):
        page.goto(f"{site}method/")
        ask(page, query)
        told = status(page).locator("p")
        expect(told.first).to_contain_text(f"No results for “{query}”.")
        expect(told.last).to_have_text(f"{missing}Here is the 1 result for “passer”:")
        expect(results(page)).to_have_text([rare])
        expect(status(page)).to_contain_text(re.compile(r"\d+ results for “rivets” alone"))
        search_page(page, site, q=query)
        expect(told.last).to_have_text(f"{missing}Here is the 1 result for “passer”:")
        expect(results(page)).to_have_text([rare])
    alone = status(page).get_by_role("link", name=re.compile(r"results for “rivets” alone$"))
    count = int(alone.inner_text().split()[0])
    alone.click()
    page.wait_for_url(f"{site}search/?q=rivets")
    assert number(page) == count


# Words that say nothing.


def found_by(page: Page, site: str, query: str) -> list[str]:
    return [one.strip() for one in everything(search_page(page, site, q=query))]


@pytest.mark.parametrize(
    ("query", "same"),
    [
        ("what did Calder say about the rivets", "Calder rivets"),
        ("What did Calder say about the rivets?", "Calder rivets"),
        ("rivets of Calder’s", "rivets Calder’s"),
        # Nothing but such words is searched as it is typed.
        ("until the", "until the"),
    ],
)
def test_words_that_say_nothing_do_not_count(page: Page, site: str, query: str, same: str) -> None:
    assert found_by(page, site, query) == found_by(page, site, same) != []


def test_quoted_words_count(page: Page, site: str) -> None:
    """One of the guild's lines speaks of cars without the word "in"."""
    line = "Amberley says that the bridge can carry cars now."
    assert line in found_by(page, site, "cars in")
    for query in ('cars "in"', "cars “in”"):
        found = found_by(page, site, query)
        assert line not in found and "Tomas Reyl: Cars may cross in April." in found


def test_what_was_left_out_of_a_query_is_seen(page: Page, site: str) -> None:
    search_page(page, site, q="what did Calder say about rivets")
    expect(status(page)).to_contain_text("results for “Calder rivets”")


# An empty query.


def test_empty_query_lists_the_newest_briefings_without_the_index(site: str, calm: Watch) -> None:
    watched = calm(fresh=True)
    page = watched.page
    page.goto(site + "method/")
    page.keyboard.press("/")
    expect(status(page)).to_have_text("Newest briefings:")
    briefings = ["The bridge at Oldmere: closed, and until when?"]  # The other is archived.
    expect(results(page)).to_have_text(briefings)
    assert [url for url in watched.requests if "pagefind" in url] == []
    field(page).fill("rivets")
    expect(status(page)).to_contain_text("results.")
    field(page).fill("")
    expect(results(page)).to_have_text(briefings)
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url(site + BRIDGE)
    search_page(page, site)
    expect(status(page)).to_have_text("Newest briefings:")
    expect(results(page)).to_have_text(briefings)
    # And can be narrowed down to all of a kind.
    questions = count(page, "kind", "question")
    choice(page, "kind", "question").check()
    assert number(page) == questions > 1


def test_nothing_moves_when_the_facets_come(site: str, calm: Watch) -> None:
    page = calm(fresh=True).page
    waiting: list[Route] = []
    page.route("**/pagefind.js", lambda route: waiting.append(route))
    page.goto(f"{site}search/")
    expect(results(page)).to_have_count(1)
    expect(page.locator("#search-facets label")).to_have_count(0)
    before = results(page).first.bounding_box()
    field(page).focus()
    waiting.pop().continue_()
    expect(page.locator("#search-facets label").first).to_be_visible()
    assert results(page).first.bounding_box() == before


def test_what_is_typed_before_the_index_is_there_is_answered(site: str, calm: Watch) -> None:
    page = calm(fresh=True).page
    waiting: list[Route] = []
    page.route("**/pagefind.js", lambda route: waiting.append(route))
    page.goto(f"{site}search/")
    expect(results(page)).to_have_count(1)
    field(page).press_sequentially("rivets")
    waiting.pop().continue_()
    expect(status(page)).to_contain_text("results for “rivets”")
    expect(field(page)).to_have_value("rivets")
    assert asked(page) == {"q": ["rivets"]}


# A result opens what it names.


@pytest.mark.parametrize("kind", ["claim", "question"])
@pytest.mark.parametrize("start", ["the dialog elsewhere", "the dialog on its page", "the search page"])
def test_result_opens_its_line_and_back_leads_back(page: Page, site: str, kind: str, start: str) -> None:
    query, id = {
        "claim": ("nuisance fair", "claim-fair-nuisance"),
        "question": ("how many rivets cracked", "question-how-many"),
    }[kind]
    came_from = {
        "the dialog elsewhere": f"{site}method/",
        "the dialog on its page": f"{site}{BRIDGE}",
        "the search page": f"{site}search/?{urlencode({'q': query})}",
    }[start]
    page.goto(came_from)
    if start != "the search page":
        ask(page, query)
    result = page.locator(f'.find-results a[href$="#{id}"]')
    result.focus()
    page.keyboard.press("Enter")
    page.wait_for_url(f"{site}{BRIDGE}#{id}")
    line = page.locator(f"details:has(> #{id})")
    expect(line).to_have_attribute("open", "")
    expect(line.locator("> summary")).to_be_focused()
    expect(line.locator("> summary")).to_be_in_viewport()
    expect(dialog(page)).to_be_hidden()
    page.go_back()
    page.wait_for_url(came_from)
    expect(dialog(page)).to_be_hidden()
    if start == "the search page":
        expect(result).to_be_visible()
        expect(field(page)).to_have_value(query)
    if start == "the dialog on its page":
        expect(page.locator("#search-open")).to_be_focused()


def test_result_whose_address_is_there_already_opens_it_again(page: Page, site: str) -> None:
    page.goto(f"{site}{BRIDGE}#claim-fair-nuisance")
    line = page.locator("details:has(> #claim-fair-nuisance)")
    expect(line.locator("> summary")).to_be_focused()
    page.keyboard.press("Enter")
    expect(line).not_to_have_attribute("open", "")
    ask(page, "nuisance fair")
    page.locator('.find-results a[href$="#claim-fair-nuisance"]').click()
    expect(dialog(page)).to_be_hidden()
    expect(line).to_have_attribute("open", "")
    expect(line.locator("> summary")).to_be_focused()


# What is found nowhere.


def test_way_out_of_too_narrow_a_choice(page: Page, site: str) -> None:
    search_page(page, site, q="nuisance", kind="question")
    expect(status(page)).to_contain_text("Nothing has all of this.")
    assert count(page, "kind", "question") == 0
    link = status(page).get_by_role("link", name=re.compile(r"^Without the choices: \d+ result"))
    told = int(re.findall(r"\d+", link.inner_text())[0])
    link.click()
    page.wait_for_url(f"{site}search/?q=nuisance")
    assert number(page) == told > 0


def test_unknown_word_is_not_answered_with_another(page: Page, site: str) -> None:
    """Pagefind would take the longest beginning that it knows: "b" for "banana"."""
    search_page(page, site, q="banana", kind="claim")
    expect(status(page)).to_contain_text("No results for “banana”.")
    expect(status(page)).not_to_contain_text("0 results")
    expect(page.locator("#search-facets label")).to_have_text(["Claim 0"])
    expect(results(page)).to_have_count(0)


def test_lists_are_named_where_nothing_is_found(page: Page, site: str) -> None:
    for name, address in (
        ("All briefings", "briefings/"),
        ("Topics", "topics/"),
        ("Who", "actors/"),
        ("Questions", "questions/"),
    ):
        ask(page, "banana")
        expect(status(page)).to_contain_text("No results for “banana”.")
        status(page).get_by_role("link", name=name, exact=True).click()
        page.wait_for_url(site + address)
        expect(dialog(page)).to_be_hidden()


# Attacks.

FOUND: Final = ["\u202erivets", "rivets " * 400]
ATTACKS: Final = [
    "<img src=x onerror=window.__executed=1>",
    "<img src=x onerror=attack()>",
    '"><script>attack()</script>',
    "'-attack()-'",
    "</p></div><svg onload=attack()> rivets",
    "javascript:attack()",
    "${attack()} {{7*7}} __proto__",
    "\x00",
    "\\",
    '"',
    "…",
    "%3Cscript%3E",
    "x" * 5000,
    *FOUND,
]


def assert_answered(page: Page, found: bool) -> None:
    """That the query in the field is answered, and is text."""
    if found:
        assert number(page) > 0
    else:
        shown = field(page).input_value().strip()
        told = f"No results for “{shown}”."
        expect(status(page).locator("p").first).to_have_text(told)
    assert status(page).locator("img, svg, script").count() == 0
    assert page.evaluate("window.__executed ?? null") is None


def test_hostile_query_is_text(site: str, calm: Watch) -> None:
    page = calm(bypass_csp=True).page  # No policy of the site's helps.
    page.goto(f"{site}method/")
    for query in ATTACKS:
        ask(page, query)
        assert len(field(page).input_value()) == min(len(query), 200)
        assert_answered(page, found=query in FOUND)


def test_hostile_address_is_text(site: str, calm: Watch) -> None:
    page = calm(bypass_csp=True).page
    for query in ATTACKS:
        page.goto(f"{site}search/?q={quote(query)}&kind={quote(query)}&{quote(query)}=1")
        expect(field(page)).not_to_have_value("")
        assert_answered(page, found=query in FOUND)
        assert len(field(page).input_value()) == len(query.strip(" \u202e")[:200])


OWN: Final = {
    *("li", "a", "p", "mark", "fieldset", "legend", "label", "input", "span", "details", "summary"),
}


def test_hostile_contents_are_text_in_results_and_facets(
    hostile_repository: Path, serve: Serve, calm: Watch
) -> None:
    page = calm(bypass_csp=True).page
    with any_article():
        shown = visible(check(hostile_repository).findings)
    list_all(page, serve(hostile_repository / "site"))
    titles = [title for one in records(shown) for title in one.meta.values()]
    assert sorted(everything(page)) == sorted(on_one_line(one) for one in titles)
    assert sum("attack()" in one for one in titles) > 10
    inside = "all => [...new Set(all.map((one) => one.localName))]"
    assert set(page.locator("#search-results *, #search-facets *").evaluate_all(inside)) <= OWN
    facets, words = json.loads(search_words(shown))["facet"], facet_values(shown)
    labels = page.locator("#search-facets label").evaluate_all(
        """all => all.map((one) => [one.firstChild.name, one.firstChild.value,
            one.lastChild.firstChild.textContent.trim()])"""
    )
    assert {name for name, _, _ in labels} == set(facets)
    for name, value, label in labels:
        assert on_one_line(label) == on_one_line(words[name][value] if name != "year" else value)

    for query in ("script", "onerror", "attack", "img src", "iframe srcdoc"):
        ask(page, query)
        assert number(page) > 0, query
        expect(results(page).first).to_contain_text(re.compile("attack", re.IGNORECASE))
        assert set(dialog(page).locator("ol *").evaluate_all(inside)) <= OWN
        page.keyboard.press("Escape")


# What it needs, and where it comes from.


def test_the_first_answer_waits_for_no_facet(site: str, calm: Watch) -> None:
    """What only facets need is fetched behind it."""
    page = calm(fresh=True).page
    waiting: list[Route] = []
    page.route("**/search-facets.json", lambda route: waiting.append(route))
    page.goto(site + "search/?q=rivets")
    expect(results(page).first).to_contain_text("rivets")
    expect(page.locator(".find-page")).to_have_attribute("aria-busy", "true")
    expect(page.locator("#search-facets input")).to_have_count(0)
    assert len(waiting) == 1
    waiting[0].continue_()
    expect(page.locator("#search-facets input").first).to_be_attached()
    expect(page.locator(".find-page[aria-busy]")).to_have_count(0)


def test_without_facets_results_can_be_read(site: str, watch: Watch) -> None:
    page = watch(fresh=True).page
    page.route("**/search-facets.json", lambda route: route.abort())
    page.goto(site + "search/?q=rivets")
    expect(page.locator(".find-page[aria-busy]")).to_have_count(0)
    expect(results(page).first).to_contain_text("rivets")
    expect(status(page)).to_contain_text("results")
    expect(page.locator("#search-facets input")).to_have_count(0)


def test_nothing_of_the_search_is_loaded_before_it_is_opened(site: str, calm: Watch) -> None:
    watched = calm(fresh=True)
    watched.page.goto(site + BRIDGE)
    # The script has run once it says that the link opens a dialog; a key before that is nobody's.
    expect(watched.page.locator("#search-open")).to_have_attribute("aria-haspopup", "dialog")
    watched.page.evaluate("new Promise((idle) => requestIdleCallback(idle))")
    assert [url for url in watched.requests if "pagefind" in url or "search-words" in url] == []
    watched.page.keyboard.press("/")
    expect(dialog(watched.page)).to_be_visible()
    watched.page.keyboard.type("rivets")
    expect(results(watched.page).first).to_be_visible()
    assert [url for url in watched.requests if "/pagefind/" in url]
    assert all(url.startswith(site) for url in watched.requests)


POLICY: Final = re.compile(r'<meta http-equiv="Content-Security-Policy" content="([^"]+)">')


@pytest.mark.parametrize("sent", [False, True])
def test_search_works_with_the_policy_sent_and_without_any(site: str, calm: Watch, sent: bool) -> None:
    page = calm().page

    def answer(route: Route) -> None:
        got = route.fetch()
        html = got.text()
        policy = POLICY.search(html)
        assert policy
        headers = got.headers | ({"content-security-policy": policy[1]} if sent else {})
        route.fulfill(response=got, headers=headers, body=html if sent else POLICY.sub("", html))

    page.route(re.compile(r"/repository/(search/.*)?$"), answer)
    page.goto(site)
    run = "try { new Function('return 1')() } catch { 0 }"
    assert page.evaluate(f"{{ {run} }}") in (0, 1)
    ask(page, "nuisance fair")
    expect(results(page).first).to_contain_text("a nuisance, but a fair one")
    search_page(page, site, q="rivets", kind="claim")
    expect(results(page)).to_have_count(number(page))


def test_without_scripts_the_link_leads_to_the_lists(site: str, watch: Watch) -> None:
    page = watch(java_script_enabled=False).page
    page.goto(site + BRIDGE)
    page.get_by_role("banner").get_by_role("link", name="Search", exact=True).click()
    page.wait_for_url(f"{site}search/")
    expect(page.locator("article")).to_contain_text("Search needs JavaScript.")
    expect(field(page)).to_be_hidden()
    for name, address in (
        ("the briefings", ""),
        ("the questions", "questions/"),
        ("who is named", "actors/"),
    ):
        page.goto(f"{site}search/")
        page.get_by_role("link", name=name, exact=True).click()
        page.wait_for_url(site + address)


@pytest.mark.parametrize(
    "part", ["pagefind/pagefind.js", "pagefind/pagefind-entry.json", "assets/search-words.json"]
)
def test_without_its_index_search_says_so_and_names_the_lists(site: str, watch: Watch, part: str) -> None:
    watched = watch()
    page = watched.page
    page.route(f"**/{part}*", lambda route: route.abort())
    page.goto(site + BRIDGE)
    ask(page, "rivets")
    expect(status(page)).to_contain_text("Search is not available here.")
    expect(status(page).get_by_role("link")).to_have_count(4)
    page.keyboard.press("Escape")
    expect(dialog(page)).to_be_hidden()
    page.goto(f"{site}search/?q=rivets")
    expect(status(page)).to_contain_text("Search is not available here.")
    # The browser tells what it couldn't load, and so does Pagefind; nothing else goes wrong.
    assert [one for one in watched.messages if not one.startswith("Failed to load ")] == []


def test_without_its_scripts_search_says_so_too(site: str, watch: Watch) -> None:
    page = watch(fresh=True).page
    page.route("**/assets/search/*.js", lambda route: route.abort())
    page.goto(site + BRIDGE)
    ask(page, "rivets")
    expect(status(page)).to_contain_text("Search is not available here.")
    page.goto(f"{site}search/?q=rivets")
    expect(page.locator("article")).to_contain_text("Search is not available here.")


# In the dark, on a telephone.


@pytest.mark.parametrize("width", [320, 390])
def test_telephone_has_nothing_to_scroll_sideways(site: str, calm: Watch, width: int) -> None:
    page = calm(viewport={"width": width, "height": 640}).page

    def assert_fits() -> None:
        wide = page.evaluate(
            """() => [...document.querySelectorAll("dialog[open], dialog[open] *, main *")].filter((one) => {
                const box = one.getBoundingClientRect()
                return box.width && box.right > innerWidth + 1
            }).map((one) => one.outerHTML.slice(0, 80))"""
        )
        sizes = (
            "one => [one.scrollWidth - one.clientWidth, document.documentElement.scrollWidth - innerWidth]"
        )
        assert (wide, page.locator("dialog.find").evaluate(sizes)) == ([], [0, 0])

    page.goto(site + BRIDGE)
    for query in ("rivets", "x" * 200, "banana rivets"):
        ask(page, query)
        expect(status(page)).to_have_text(re.compile("result|Nothing"))
        assert_fits()
        page.keyboard.press("Escape")
    search_page(page, site, q="rivets", kind="claim")
    # Results come first; the choices are folded away, and told.
    narrow = page.locator("#search-narrow > summary")
    expect(narrow).to_have_text("Narrow down (1 chosen)")
    expect(choice(page, "kind", "claim")).to_be_hidden()
    expect(results(page).first).to_be_in_viewport()
    narrow.click()
    expect(choice(page, "kind", "claim")).to_be_visible()
    assert_fits()


PARTS: Final = """:is(dialog.find, .find-page, header) :is(a, p, li, mark, label, legend, button, summary,
    span, kbd, [role=status])"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_search_can_be_read_in_both_colour_schemes(site: str, calm: Watch, scheme: str) -> None:
    page = calm(color_scheme=scheme).page
    page.goto(site + BRIDGE)
    wait_until(page, "document.body.dataset.mdColorMedia !== undefined")

    def assert_readable(least: int) -> None:
        read = page.evaluate(CONTRASTS, PARTS)
        assert (read["paper"] > 0.5) is (scheme == "light")
        assert len(read["found"]) >= least, read["found"]
        assert {name: one for name, one in read["found"].items() if one < 4.5} == {}

    ask(page, "oldmere rivets")
    expect(page.locator(".find-results mark").first).to_be_visible()
    assert_readable(7)
    ask(page, "banana rivets")
    expect(status(page)).to_contain_text("No results for “banana rivets”.")
    assert_readable(5)
    search_page(page, site, q="bridge")
    assert_readable(10)
