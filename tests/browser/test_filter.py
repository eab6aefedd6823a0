"""Finding one’s way in much: the filter above a list, the line of its pages, and the facets of the search."""

import json
import re
from pathlib import Path
from typing import Final
from urllib.parse import quote_plus

import pytest
from playwright.sync_api import Locator, Page, expect

from generator.render.addresses import SEARCH as SEARCH_PAGE
from generator.render.assets import assets
from generator.render.page import Page as Planned
from generator.render.pages.actors import actor_plans
from generator.render.pages.questions import questions_plans
from generator.render.plan import plan
from generator.render.words.scripts import SEARCH
from tests.browser.serving import Serve
from tests.browser.watching import Watch, Watched, wait_until
from tests.paths import TEMPLATES
from tests.render.sets import html_of, markdown_of, one, question

pytestmark = pytest.mark.long

ASSETS: Final = TEMPLATES / "assets"
# Nothing but files of the site, and no text that could become markup.
POLICY: Final = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src data:; "
    "require-trusted-types-for 'script'; trusted-types 'none'"
)
HOSTILE: Final = "<img src=x onerror=window.__executed=1>"


def document(body: str, policy: str = POLICY) -> str:
    return f"""<!doctype html>
<html lang="en"><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="{policy}">
<title>Test</title><link rel="icon" href="data:,">
<link rel="stylesheet" href="/repository/assets/briefing.css">
<body data-md-color-scheme="default"><article class="md-typeset">{body}</article>
<script type="module" src="/repository/assets/filter.js"></script></body></html>
"""


class Site:
    """Pages of lists as the generator makes them, without the theme."""

    def __init__(self, folder: Path, address: str) -> None:
        self.folder, self.address = folder, address
        (folder / "assets").mkdir(parents=True)
        for name in ("filter.js", "elements.js", "briefing.css"):
            (folder / "assets" / name).write_bytes(assets()[f"assets/{name}"])

    def write(self, path: str, html: str) -> str:
        file = self.folder / path / "index.html"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(html, encoding="utf-8")
        return f"{self.address}{path}"

    def publish(self, pages: list[Planned]) -> str:
        """Write these pages; the address of the first."""
        made = {
            path.removesuffix("index.md"): html_of(text).replace('index.md"', '"')
            for path, text in markdown_of(pages).items()
        }
        first, *_ = [self.write(path, document(body)) for path, body in made.items()]
        return first

    def questions(self, number: int = 0) -> str:
        """Three briefings with two questions each, and as many more in a fourth."""
        asked = {
            "rain": ["Élan vital", "When does it end"],
            "snow": ["Whose ÉLAN", "Where does it lie"],
            "wind": ["Why", "When does it turn"],
            "zero": [f"Number {at}" for at in range(number)],
        }
        shown = [
            one(
                slug,
                title=f"About {slug}",
                questions=[question(f"q{at}") | {"text": f"{text}?"} for at, text in enumerate(texts)],
            )
            for slug, texts in asked.items()
        ]
        return self.publish(questions_plans(shown))


@pytest.fixture
def site(tmp_path: Path, serve: Serve) -> Site:
    return Site(tmp_path / "site", serve(tmp_path / "site"))


def field(page: Page) -> Locator:
    return page.get_by_role("searchbox", name=re.compile("^Filter this (list|page)$"))


def said(page: Page) -> Locator:
    return page.get_by_role("status")


def seen(page: Page) -> list[str]:
    """The entries in sight, by their first line."""
    return [text.split("\n")[0] for text in page.locator("li:visible").all_inner_texts()]


def headings(page: Page) -> list[str]:
    return page.locator(":is(h2, h3, h4):visible").all_inner_texts()


def nothing_went_wrong(watched: Watched) -> None:
    assert (watched.messages, watched.dialogs, watched.foreign_requests()) == ([], [], [])
    assert watched.page.evaluate("window.__executed") is None


ALL: Final = [
    "Élan vital?",
    "When does it end?",
    "Whose ÉLAN?",
    "Where does it lie?",
    "Why?",
    "When does it turn?",
]


def test_without_script_all_is_there_and_no_field(site: Site, watch: Watch) -> None:
    page = watch(java_script_enabled=False).page
    page.goto(site.questions() + "?filter=why")
    assert seen(page) == ALL
    assert page.locator("input, button, [role=status]").count() == 0
    assert page.locator("#filter").is_hidden()


def test_typing_hides_the_others_whatever_capitals_and_accents(site: Site, watch: Watch) -> None:
    watched = watch()
    page = watched.page
    page.goto(site.questions())
    assert seen(page) == ALL
    expect(said(page)).to_be_empty()
    page.keyboard.press("Tab")
    expect(field(page)).to_be_focused()
    page.keyboard.type("elAN")
    expect(said(page)).to_have_text("2 of 6 shown.")
    assert seen(page) == ["Élan vital?", "Whose ÉLAN?"]
    assert headings(page) == ["Not answered in these sources", "About rain", "About snow"]
    field(page).fill("ÉLAN VÌTAL")
    expect(said(page)).to_have_text("1 of 6 shown.")
    nothing_went_wrong(watched)


def test_all_words_count_in_any_order_and_a_briefing_s_title_for_its_questions(
    site: Site, watch: Watch
) -> None:
    page = watch().page
    page.goto(site.questions())
    field(page).fill(" it  when ")
    expect(said(page)).to_have_text("2 of 6 shown.")
    assert seen(page) == ["When does it end?", "When does it turn?"]
    field(page).fill("when wind")
    assert seen(page) == ["When does it turn?"]
    field(page).fill("snow")
    assert seen(page) == ["Whose ÉLAN?", "Where does it lie?"]
    # The heading of a state is no part of its questions.
    field(page).fill("answered")
    assert seen(page) == []


def test_escape_clears_and_keeps_the_focus(site: Site, watch: Watch) -> None:
    page = watch().page
    address = site.questions()
    page.goto(address)
    field(page).fill("vital")
    page.wait_for_url(f"{address}?filter=vital")
    page.keyboard.press("Escape")
    expect(field(page)).to_have_value("")
    expect(field(page)).to_be_focused()
    expect(said(page)).to_be_empty()
    assert seen(page) == ALL
    assert headings(page) == ["Not answered in these sources (6)", "About rain", "About snow", "About wind"]
    page.wait_for_url(address)


def test_the_address_keeps_the_words_beside_all_else_and_going_back_leaves_the_page(
    site: Site, watch: Watch
) -> None:
    page = watch().page
    page.goto(site.address + "assets/briefing.css")
    address = site.questions()
    page.goto(f"{address}?since=2031-03-05#open")
    field(page).fill("a & b")
    page.wait_for_url(f"{address}?since=2031-03-05&filter=a+%26+b#open")
    field(page).fill("turn")
    page.wait_for_url(f"{address}?since=2031-03-05&filter=turn#open")
    page.reload()
    expect(field(page)).to_have_value("turn")
    expect(said(page)).to_have_text("1 of 6 shown.")
    page.go_back()
    assert page.url.endswith("briefing.css")


def test_of_several_pages_it_says_so_and_leads_to_search_with_the_same_words(
    site: Site, watch: Watch
) -> None:
    watched = watch()
    page = watched.page
    address = site.questions(50)
    page.goto(address)
    expect(field(page)).to_have_accessible_name("Filter this page")
    rest = page.get_by_text("The filter sees this page only, 1 of 2.")
    expect(rest).to_be_hidden()
    field(page).fill("vital & so on")
    expect(said(page)).to_have_text("No results for “vital & so on” on this page.")
    expect(rest).to_be_visible()
    link = page.get_by_role("link", name="Search everything for “vital & so on”")
    assert link.evaluate("(one) => one.href") == f"{site.address}search/?q=vital+%26+so+on"
    field(page).fill("vital")
    expect(said(page)).to_have_text("1 of 50 shown.")
    expect(rest).to_be_visible()
    # The way to the other pages is no entry.
    for name in ("Next page", "Page 2"):
        links = page.get_by_role("link", name=name, exact=True)
        expect(links).to_have_count(2)
        for link in links.all():
            expect(link).to_be_visible()
    page.goto(f"{address}page/2/?filter=vital")
    link = page.get_by_role("link", name="Search everything for “vital”")
    assert link.evaluate("(one) => one.href") == f"{site.address}search/?q=vital"
    nothing_went_wrong(watched)


def test_of_one_page_search_is_offered_where_nothing_is_found(site: Site, watch: Watch) -> None:
    page = watch().page
    page.goto(site.questions())
    expect(field(page)).to_have_accessible_name("Filter this list")
    link = page.get_by_role("link", name="Search everything for")
    field(page).fill("vital")
    expect(said(page)).to_have_text("1 of 6 shown.")
    expect(link).to_be_hidden()
    field(page).fill("nowhere")
    expect(said(page)).to_have_text("No results for “nowhere” on this page.")
    expect(link).to_have_text("Search everything for “nowhere”")
    assert headings(page) == []


def test_actors_are_filtered_by_their_names_alone(site: Site, watch: Watch) -> None:
    actors = {f"p{at}": {"name": f"Ada {at}", "kind": "person"} for at in range(5)}
    actors |= {f"s{at}": {"name": f"Person {at}", "kind": "state"} for at in range(2)}
    page = watch().page
    page.goto(site.publish(actor_plans([one("rain", actors=actors)])))
    field(page).fill("person")
    assert (seen(page), headings(page)) == (["Person 0", "Person 1"], ["States"])
    # A list with nothing left keeps no place.
    displays = "all => all.map((one) => getComputedStyle(one).display)"
    assert page.locator("article .names").evaluate_all(displays) == ["none", "block"]
    field(page).fill("")
    assert headings(page) == ["Persons", "States"]
    assert page.locator("article .names").evaluate_all(displays) == ["block", "block"]


def test_questions_are_found_by_how_accounts_differ_and_by_what_would_settle_them(
    site: Site, watch: Watch
) -> None:
    def asked(id: str, origin: str, differ: str = "") -> dict[str, object]:
        given = {"differ": differ, "kind": "contradicts"} if differ else {}
        return question(id, settled_by=origin, **given)

    origins = {id: {"title": f"The {id}", "kind": "interview"} for id in ("talk", "tape")}
    shown = [
        one(
            "rain",
            origins=origins,
            questions=[
                asked("one", "talk", "It is “ebb” (A), or “flood” (B)."),
                asked("two", "talk", "It is “salt” (A), or “sweet” (B)."),
                *(asked(id, "tape") for id in ("three", "four")),
                asked("five", "talk"),
            ],
        ),
        one("snow", origins=origins, questions=[asked("six", "tape")]),
    ]
    page = watch().page
    page.goto(site.publish(questions_plans(shown)))
    # What to get first stands above, and is no entry.
    expect(page.get_by_role("link", name="The talk", exact=True)).to_be_visible()
    entries = page.locator("#filter ~ * li:visible")
    field(page).fill("FLOOD")
    expect(said(page)).to_have_text("1 of 6 shown.")
    expect(entries).to_have_text([re.compile("^One")])
    differ = "Where accounts differ"
    group = "The full text or recording would answer these: The"
    assert headings(page) == ["Get first", differ, "Rain", f"{group} talk"]
    # By its group's heading, by the briefing's, and by both; not by those of others.
    field(page).fill("tape")
    expect(entries).to_have_text([re.compile(name) for name in ("^Three", "^Four", "^Six")])
    assert headings(page) == ["Get first", "Not answered in these sources", "Rain", f"{group} tape", "Snow"]
    field(page).fill("tape rain")
    expect(entries).to_have_text([re.compile(name) for name in ("^Three", "^Four")])
    field(page).fill("talk snow")
    expect(entries).to_have_count(0)
    # With the others the counts are back.
    field(page).fill("")
    expect(entries).to_have_count(6)
    assert headings(page)[1:3] == [f"{differ} (2)", "Rain"]


@pytest.mark.parametrize(
    "words",
    [HOSTILE, f'"><script>{HOSTILE}</script>', "javascript:window.__executed=1", "{n} {words} $& \\ %00"],
)
def test_hostile_words_stay_text(site: Site, watch: Watch, words: str) -> None:
    watched = watch()
    page = watched.page
    page.goto(f"{site.questions()}?filter={quote_plus(words)}")
    expect(field(page)).to_have_value(words)
    expect(said(page)).to_have_text(f"No results for “{words}” on this page.")
    link = page.get_by_role("link", name="Search everything for")
    assert link.inner_text() == f"Search everything for “{words}”"
    assert link.evaluate("(one) => new URL(one.href).searchParams.get('q')") == words
    nothing_went_wrong(watched)


def test_control_markup_would_run(site: Site, watch: Watch) -> None:
    page = watch().page
    page.goto(site.write("control/", document(HOSTILE, policy="default-src * 'unsafe-inline'")))
    wait_until(page, "window.__executed === 1")


def test_very_long_words_are_cut(site: Site, watch: Watch) -> None:
    page = watch().page
    page.goto(f"{site.questions()}?filter={'a' * 5000}")
    expect(field(page)).to_have_value("a" * 200)


def test_the_script_is_small_and_writes_no_markup() -> None:
    script = (ASSETS / "filter.js").read_text(encoding="utf-8")
    assert len(script.encode()) < 3000
    shared = (ASSETS / "elements.js").read_text(encoding="utf-8")
    assert not [
        word
        for word in ("innerHTML", "outerHTML", "insertAdjacentHTML", "eval", "write(")
        if word in script + shared
    ]


# The line of pages.


def test_without_script_each_page_is_one_press_away(site: Site, watch: Watch) -> None:
    page = watch(java_script_enabled=False).page
    address = site.questions(50 * 14)
    page.goto(address)
    expect(page.get_by_text("Page 1 of 15 · Next page", exact=True)).to_have_count(2)
    page.get_by_role("link", name="Page 15", exact=True).first.click()
    page.wait_for_url(f"{address}page/15/")
    page.get_by_role("link", name="Page 13", exact=True).last.click()
    page.wait_for_url(f"{address}page/13/")
    expect(page.get_by_text("Page 13 of 15 · Page before · Next page", exact=True)).to_have_count(2)
    numbers = page.locator(".numbers")
    # The word before each number is heard, and not seen.
    expect(numbers).to_have_text(["Page 1 … Page 11 Page 12 13 Page 14 Page 15"] * 2)
    heard = ["Page 1", "Page 11", "Page 12", "Page 14", "Page 15"]
    for line in numbers.all():
        links = line.get_by_role("link")
        expect(links).to_have_count(len(heard))
        for link, name in zip(links.all(), heard, strict=True):
            expect(link).to_have_accessible_name(name)
            expect(link.locator(".named")).to_have_css("position", "absolute")
            expect(link.locator(".named")).to_have_css("width", "1px")


@pytest.mark.parametrize("pages", [2, 12, 15])
def test_on_a_telephone_the_line_of_pages_wraps_and_each_link_can_be_touched(
    site: Site, watch: Watch, pages: int
) -> None:
    page = watch(viewport={"width": 320, "height": 640}).page
    address = site.questions(50 * (pages - 1))
    for path in ("", f"page/{pages // 2 + 1}/", f"page/{pages}/"):
        page.goto(address + path)
        assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
        boxes = [link.bounding_box() for link in page.locator(".sheets a").all()]
        assert len(boxes) >= 4
        for at, box in enumerate(boxes):
            assert box
            assert (box["width"] >= 24, box["height"] >= 24) == (True, True)
            assert box["x"] >= 0
            assert box["x"] + box["width"] <= 320
            for other in boxes[:at]:
                assert other
                assert (
                    other["x"] + other["width"] <= box["x"] + 0.5
                    or box["x"] + box["width"] <= other["x"] + 0.5
                    or other["y"] + other["height"] <= box["y"] + 0.5
                )


# The facets of the search, which have an index of their own here: of as many matters as each test needs.

INDEX: Final = """
const records = %s;
const fits = (one, filters) => Object.entries(filters).every(([name, { any }]) => any.includes(one[name]));
const counted = (found) => {
  const all = {};
  for (const one of found) {
    for (const [name, value] of Object.entries(one)) ((all[name] ??= {})[value] ??= 0, all[name][value] += 1);
  }
  return all;
};
export const options = () => {}, init = () => {}, filters = async () => counted(records);
export async function search(query, { filters = {} } = {}) {
  const found = records.filter((one) => fits(one, filters));
  const data = async () => ({ url: "#", raw_url: "/", meta: { claim: "A" }, content: "A", locations: [] });
  return { results: found.map((_, id) => ({ id, data })), filters: counted(found) };
}
"""


def search_of(site: Site, matters: int) -> str:
    """The search page of an index with two claims of each matter, one of this year and one of the last.

    Of the last year there are no more than sixty matters.
    """
    records = [{"kind": "claim", "matter": f"m{at}", "year": "2031"} for at in range(matters)]
    records += [{"kind": "claim", "matter": f"m{at}", "year": "2030"} for at in range(min(matters, 60))]
    for path, text in {
        "pagefind/pagefind.js": INDEX % json.dumps(records),
        **{
            f"assets/{path}": (ASSETS / path).read_text(encoding="utf-8")
            for path in (
                "search.js",
                "keyboard.js",
                *(f"search/{script.name}" for script in ASSETS.glob("search/*.js")),
            )
        },
        "assets/search-facets.json": "{}",
        "assets/search-words.json": json.dumps(
            {
                "say": dict(SEARCH),
                "facet": {"matter": "Matter", "year": "Year"},
                "kind": {"claim": "Claim"},
                "briefing": {},
                "actors": [],
                "topics": [],
                "silent": [],
                "runs": "x",
                "newest": [],
            }
        ),
    }.items():
        (site.folder / path).parent.mkdir(exist_ok=True, parents=True)
        (site.folder / path).write_text(text, encoding="utf-8")
    words = 'data-loading="Looking" data-placeholder="" data-label="Search" data-close="Close"'
    opener = f'<a id="search-open" href="./" {words} data-results="Results"><span>Search</span></a>'
    [text] = markdown_of([one for one in plan([]) if one.path == SEARCH_PAGE]).values()
    policy = POLICY.replace("script-src", "connect-src 'self'; script-src")
    html = document(opener + html_of(text), policy).replace("filter.js", "search.js")
    return site.write("search/", html)


def boxes(page: Page, facet: str) -> Locator:
    """The boxes of a facet, those too that are folded away."""
    return page.locator(f'#search-facets input[name="{facet}"]')


@pytest.mark.parametrize(("matters", "there"), [(60, 60), (61, 0)])
def test_a_facet_of_more_values_than_anybody_reads_is_left_out(
    site: Site, watch: Watch, matters: int, there: int
) -> None:
    watched = watch()
    watched.page.goto(search_of(site, matters))
    expect(boxes(watched.page, "year")).to_have_count(2)
    expect(boxes(watched.page, "matter")).to_have_count(there)
    expect(watched.page.get_by_role("group", name="Matter", exact=True)).to_have_count(min(there, 1))
    nothing_went_wrong(watched)


def test_it_is_back_when_the_results_are_narrowed_down(site: Site, watch: Watch) -> None:
    page = watch().page
    page.goto(search_of(site, 61))
    page.get_by_role("checkbox", name=re.compile("^2030")).check()
    expect(boxes(page, "matter")).to_have_count(60)
    page.get_by_role("checkbox", name=re.compile("^2030")).uncheck()
    expect(boxes(page, "matter")).to_have_count(0)
    expect(page.get_by_role("checkbox", name=re.compile("^2030"))).to_be_focused()


def test_it_stays_while_a_value_is_chosen_and_the_focus_is_not_lost_with_it(site: Site, watch: Watch) -> None:
    page = watch().page
    page.goto(f"{search_of(site, 61)}?matter=m7")
    expect(boxes(page, "matter")).to_have_count(61)
    expect(boxes(page, "matter").first).to_be_checked()
    boxes(page, "matter").first.focus()
    page.keyboard.press("Space")
    expect(boxes(page, "matter")).to_have_count(0)
    expect(boxes(page, "year").first).to_be_focused()
