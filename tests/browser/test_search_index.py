"""The rewritten search index in a real browser: under a path, with the pages' policy, without other hosts."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from generator.publish.content_security_policy import with_policy
from generator.publish.search.pagefind import write_index
from generator.render.exports.search import Record
from tests.browser.serving import Serve
from tests.browser.sites import MadeOnce
from tests.browser.watching import Watch

HOSTILE = "<img src=x onerror=attack()>"

PAGE = '<!doctype html><html lang="en"><meta charset="utf-8"><link rel="icon" href="data:,"><title>x</title>'

# Loads the search from a page two folders down, as the site's own script will.
SEARCH = """async ([term, filters]) => {
    const pagefind = await import(new URL("../../pagefind/pagefind.js", location.href).href)
    await pagefind.filters()
    const found = await pagefind.search(term, {filters})
    const results = await Promise.all(found.results.map((one) => one.data()))
    return {
        results: results.map((one) => [one.url, one.excerpt, one.content, one.meta.title]).sort(),
        counts: found.filters,
        totals: found.totalFilters,
    }
}"""


def record(url: str, content: str, title: str, kind: str, *who: str) -> Record:
    return Record(url, content, "en", {"title": title}, {"kind": (kind,), "who": who})


RECORDS = [
    record(
        "briefings/north/#claim-zero",
        "The reaction is zero, in Łódź and a café.",
        "Zero",
        "claim",
        "za",
        "kbs",
    ),
    record("briefings/north/#claim-words", "Allies reacted with words, not zero.", "Words", "claim", "za"),
    record(
        "briefings/north/#question-grow", "Will the contingent grow from zero?", "Growth", "question", "kbs"
    ),
    record("briefings/north/articles/a/", f"hostile {HOSTILE} & <b>text</b>", HOSTILE, "source", HOSTILE),
]
# Enough to spread the words over several files.
FILLER = [
    record(
        f"briefings/b{number}/", f"filler word{number} {'x' * (number % 7)}", "Filler", "briefing", "other"
    )
    for number in range(120)
]


def build_index(folder: Path) -> None:
    """Make a site of one page with an index."""
    (folder / "briefings/north").mkdir(parents=True)
    (folder / "briefings/north/index.html").write_text(with_policy(PAGE), encoding="utf-8")
    write_index([*RECORDS, *FILLER], folder / "pagefind")


@pytest.fixture(scope="module")
def site(made_once: MadeOnce, serve: Serve) -> str:
    return serve(made_once("index", build_index))


@pytest.fixture
def search(site: str, watch: Watch) -> Callable[..., Any]:
    watched = watch()
    watched.page.goto(f"{site}briefings/north/")

    def run(term: str | None, **filters: object) -> Any:
        found = watched.page.evaluate(SEARCH, [term, filters])
        assert (watched.messages, watched.dialogs, watched.foreign_requests()) == ([], [], [])
        assert all(url.startswith(site) for url in watched.requests if not url.startswith("data:"))
        return found

    return run


def urls(found: Any) -> list[str]:
    return [result[0] for result in found["results"]]


NORTH = "/repository/briefings/north/"


def test_a_result_leads_to_its_claim_below_the_path_of_the_site(search: Callable[..., Any]) -> None:
    found = search("reaction")
    assert found["results"] == [
        [
            f"{NORTH}#claim-zero",
            "The <mark>reaction</mark> is zero, in Łódź and a café.",
            "The reaction is zero, in Łódź and a café.",
            "Zero",
        ]
    ]


def test_counts_follow_the_words_and_the_filters(search: Callable[..., Any]) -> None:
    found = search("zero")
    assert urls(found) == [f"{NORTH}#claim-words", f"{NORTH}#claim-zero", f"{NORTH}#question-grow"]
    assert found["counts"]["kind"] == {"briefing": 0, "claim": 2, "question": 1, "source": 0}
    assert found["counts"]["who"] == {HOSTILE: 0, "kbs": 2, "other": 0, "za": 2}
    found = search("zero", kind="claim", who="kbs")
    assert urls(found) == [f"{NORTH}#claim-zero"]
    assert found["counts"]["who"] == {HOSTILE: 0, "kbs": 1, "other": 0, "za": 1}
    assert found["totals"]["who"] == {HOSTILE: 0, "kbs": 2, "other": 0, "za": 2}
    found = search("zero", kind={"any": ["question", "source"]})
    assert urls(found) == [f"{NORTH}#question-grow"]


def test_filters_alone_list_everything_of_a_kind(search: Callable[..., Any]) -> None:
    assert len(urls(search(None, kind="briefing"))) == len(FILLER)
    assert urls(search(None, who=HOSTILE)) == [f"{NORTH}articles/a/"]


def test_accents_case_and_endings_are_forgiven(search: Callable[..., Any]) -> None:
    for term, place in (("cafe", "#claim-zero"), ("CAFÉ", "#claim-zero"), ("allie", "#claim-words")):
        assert urls(search(term)) == [NORTH + place]


def test_nothing_is_found_for_unknown_words_and_for_none(search: Callable[..., Any]) -> None:
    for term in ("qqqq", "", "…"):
        assert urls(search(term)) == []


def test_hostile_text_comes_back_as_text_and_its_title_raw(search: Callable[..., Any]) -> None:
    [[url, excerpt, content, title]] = search("hostile")["results"]
    assert url == f"{NORTH}articles/a/"
    marked = "<mark>hostile</mark> &lt;img src=x onerror=attack()&gt; & &lt;b&gt;text&lt;/b&gt;"
    assert excerpt == marked
    # What whoever shows these must never take for markup.
    assert (content, title) == (f"hostile {HOSTILE} & <b>text</b>", HOSTILE)


def test_every_filler_is_found_by_its_own_word(search: Callable[..., Any]) -> None:
    for number in (100, 111, 119):
        assert urls(search(f"word{number}")) == [f"/repository/briefings/b{number}/"]
