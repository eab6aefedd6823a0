"""Search in scripts without spaces, in Korean, and for names that are words that say nothing."""

import json
import re
import shutil
from pathlib import Path
from typing import Final

import pytest
from playwright.sync_api import Locator, Page, Route, expect

from generator.publish.search.pagefind import write_index
from generator.render.exports.search import Record
from generator.render.exports.search_terms import spellings, word_counts
from tests.browser.serving import Serve
from tests.browser.sites import MadeOnce
from tests.browser.watching import Watch

CHINESE: Final = "泽连斯基说，约有8,000名朝鲜士兵抵达俄罗斯边境地区。"
MIXED: Final = "中国外交部发言人林剑表示，不了解朝鲜派兵的情况。Zelenskiy在KBS采访中这样说。"
JAPANESE: Final = "ゼレンスキー大統領は、北朝鮮の兵士がロシアに派遣されたと述べた。"
THAI: Final = "เซเลนสกีกล่าวว่าทหารเกาหลีเหนือจะเข้าร่วมการรบกับยูเครน"
KOREAN: Final = "젤렌스키 대통령은 북한 병력이 러시아에 파병되었다고 말했다."
LONG: Final = "他说" + "这件事情还没有结果，" * 60 + "但是谈判已经开始。"
ENGLISH: Final = "Zelenskiy says that North Korea sends soldiers."
WHO: Final = "The WHO says that it counts the wounded."
TEXTS: Final = {
    "chinese": CHINESE,
    "mixed": MIXED,
    "japanese": JAPANESE,
    "thai": THAI,
    "korean": KOREAN,
    "long": LONG,
    "english": ENGLISH,
    "who": WHO,
}


def record(id: str, text: str) -> Record:
    """A source, so that an excerpt shows where the words stand."""
    title = f"Source {id}"
    return Record(f"briefings/x/articles/{id}/", f"{title} · {text}", "en", {"source": title}, {})


@pytest.fixture(scope="module")
def site(repository: Path, made_once: MadeOnce, serve: Serve) -> str:
    def build(folder: Path) -> None:
        shutil.copytree(
            repository / "site", folder, ignore=shutil.ignore_patterns("pagefind"), dirs_exist_ok=True
        )
        records = [record(id, text) for id, text in TEXTS.items()]
        write_index(records, folder / "pagefind")
        assets = folder / "assets"
        (assets / "search-spellings.txt").write_text(
            spellings([word_counts(one.content for one in records)]), encoding="utf-8"
        )
        words = json.loads((assets / "search-words.json").read_text(encoding="utf-8"))
        words["actors"] += [["it", "other", "It", ""], ["will-smith", "person", "Will Smith", "", "Smithy"]]
        (assets / "search-words.json").write_text(json.dumps(words), encoding="utf-8")

    return serve(made_once("scripts", build))


@pytest.fixture
def page(site: str, watch: Watch) -> Page:
    page = watch().page
    page.goto(f"{site}method/")
    page.keyboard.press("/")
    return page


def ask(page: Page, query: str) -> Locator:
    """The list of results in the dialog, once they are those for a query."""
    status = page.locator(".find-status")
    field = page.get_by_role("searchbox")
    if field.input_value():  # Else no answer to another query can stand there.
        field.fill("qqqq")
        expect(status).to_contain_text("No results for “qqqq”.")
    field.fill(query)
    expect(status).not_to_contain_text("qqqq")
    expect(status).to_have_text(re.compile("result"))
    return page.locator(".find-results > li")


def found(page: Page, query: str) -> set[str]:
    """The texts that a query finds as a whole."""
    results = ask(page, query)
    if "No results" in page.locator(".find-status").inner_text():
        return set()
    expect(results.first).to_be_visible()
    return {title.removeprefix("Source ") for title in results.locator("a").all_inner_texts()}


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        # Words within a text, at its beginning and at its end.
        ("朝鲜", {"chinese", "mixed"}),
        ("朝鲜士兵", {"chinese"}),
        ("泽连斯基", {"chinese"}),
        ("地区", {"chinese"}),
        ("谈判已经开始", {"long"}),
        # Two words, of which each stands somewhere.
        ("士兵 俄罗斯", {"chinese"}),
        # One character, also the last of its run.
        ("兵", {"chinese", "mixed", "japanese"}),
        ("区", {"chinese"}),
        # Not what only has the same characters in another order, nor the beginning alone.
        ("鲜朝", set()),
        ("朝鲜人", set()),
        ("士兵乌克兰", set()),
        # Japanese, in all of its scripts.
        ("北朝鮮", {"japanese"}),
        ("ゼレンスキー", {"japanese"}),
        ("兵士がロシア", {"japanese"}),
        ("ﾛｼｱ", {"japanese"}),  # Half as wide.
        # Thai; its marks above and below are forgiven, as accents are.
        ("ทหาร", {"thai"}),
        ("เกาหลีเหนือ", {"thai"}),
        ("เกาหลเหนอ", {"thai"}),
        ("ทหารจีน", set()),
        # Names in Latin letters, with a space beside them or without one.
        ("Zelenskiy", {"mixed", "english"}),
        ("KBS", {"mixed"}),
        ("Zelenskiy 朝鲜", {"mixed"}),
        ("zelenskiy在kbs", {"mixed"}),
        ("8,000名", {"chinese"}),
        ("“朝鲜士兵”", {"chinese"}),
        # Korean has spaces: the beginning of a word is enough, so particles don't matter; its end is not.
        ("북한", {"korean"}),
        ("러시아", {"korean"}),
        ("대통령", {"korean"}),
        ("통령", set()),
    ],
)
def test_scripts_without_spaces(page: Page, query: str, expected: set[str]) -> None:
    assert found(page, query) == expected


@pytest.mark.parametrize(
    ("query", "excerpt", "marks"),
    [
        ("朝鲜士兵", CHINESE, ["朝鲜士兵"]),
        ("士兵 俄罗斯", CHINESE, ["士兵", "俄罗斯"]),
        ("北朝鮮", JAPANESE, ["北朝鮮"]),
        ("ทหาร", THAI, ["ทหาร"]),
        ("เกาหลเหนอ", THAI, ["เกาหลีเหนือ"]),
        ("KBS", MIXED, ["KBS"]),
    ],
)
def test_excerpts_are_the_text_as_it_is(page: Page, query: str, excerpt: str, marks: list[str]) -> None:
    result = ask(page, query).locator("p").last
    expect(result).to_have_text(excerpt)
    expect(result.locator("mark")).to_have_text(marks)


def test_long_text_without_spaces_is_cut_around_the_hit(page: Page) -> None:
    result = ask(page, "谈判").locator("p").last
    expect(result).to_have_text(re.compile("^… .{50}谈判已经开始。$"))
    expect(ask(page, "他说").locator("p").last).to_have_text(re.compile("^他说.{198} …$"))


def test_a_text_without_spaces_that_is_unknown_is_said_to_be(page: Page) -> None:
    """And is offered no word of the index, which are of other scripts."""
    ask(page, "乌克兰")
    expect(page.locator(".find-status > p").first).to_have_text("No results for “乌克兰”.")
    ask(page, "朝鲜 乌克兰")
    status = page.locator(".find-status")
    expect(status).to_contain_text("Nothing has “乌克兰”. Here are the 2 results for “朝鲜”:")


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("what did the WHO say", {"who"}),  # In capitals among others.
        ("WHO", {"who"}),
        ("who sends soldiers", {"english"}),
        ("what does it count", {"who"}),  # Somebody's name.
        ("does it sends", set()),  # The control: it counts, and nothing has both.
        ("does he sends", {"english"}),
    ],
)
def test_names_and_abbreviations_count(page: Page, query: str, expected: set[str]) -> None:
    assert found(page, query) == expected


@pytest.mark.parametrize(("others", "where"), [({}, "Source"), ({"y": "Another"}, "Source · The only one")])
def test_of_a_single_briefing_no_result_names_it(
    site: str, watch: Watch, others: dict[str, str], where: str
) -> None:
    page = watch().page

    def answer(route: Route) -> None:
        words = route.fetch().json()
        route.fulfill(json={**words, "briefing": {"x": "The only one", **others}, "newest": ["x"]})

    page.route("**/search-words.json", answer)
    page.goto(f"{site}method/")
    page.keyboard.press("/")
    expect(ask(page, "wounded").locator(".find-where")).to_have_text([where])


def test_a_persons_name_counts_word_by_word_but_for_its_article(site: str, watch: Watch) -> None:
    page = watch().page
    page.goto(f"{site}method/")
    rows = [
        ["mayor", "person", "The mayor", ""],
        ["smith", "person", "Will Smith", "Will Smith (miller)", "Smithy"],
        ["guild", "other", "Old Guild", ""],
        ["gone", "withdrawn", "Gone", ""],
    ]
    told = {"actors": rows, "topics": [["mills", "Mills"]], "silent": ["the", "will"]}
    page.route("**/search-words.json", lambda route: route.fulfill(json=told))
    made = page.evaluate("async (at) => (await import(`${at}assets/search/index.js`)).words()", site)
    assert made["named"] == [
        ["actor", "mayor", "The mayor", "mayor"],
        ["actor", "smith", "Will Smith", "Smithy", "Will", "Smith"],
        ["actor", "guild", "Old Guild"],
        ["topic", "mills", "Mills"],
    ]
    assert made["actor"] == {
        "mayor": "The mayor",
        "smith": "Will Smith (miller)",
        "guild": "Old Guild",
        "gone": "Gone",
    }
    assert made["topic"] == {"mills": "Mills"}
