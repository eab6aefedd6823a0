"""Topics from A to Z, and the page of each: all its briefings, and some of what they leave open."""

import pytest

from generator.analyse.findings.findings import Findings
from generator.model.settings import Settings
from generator.render.addresses import briefing_page
from generator.render.edition import PLAIN, Edition
from generator.render.pages import topics as topic_pages
from generator.render.pages.briefings import ON_SHEET
from generator.render.pages.topics import MOST_QUESTIONS, TOPICS_ON_SHEET, topic_plans
from generator.render.parts.topics import topic_name, written_names
from tests.render.sets import (
    GONE,
    broken,
    headings,
    items,
    many,
    markdown_of,
    one,
    past,
    question,
    section,
    titles,
    version,
)


def pages(shown: list[Findings], edition: Edition = PLAIN) -> dict[str, str]:
    return markdown_of(topic_plans(shown, edition))


def test_topics_stand_from_a_to_z_with_their_numbers() -> None:
    shown = [
        one("rain", topics=["water", "water", "air"]),
        one("snow", status="archived", topics=["water"]),
        one("hail", withdrawn=GONE, topics=["ice"]),
    ]
    found = pages(shown)
    assert items(found["topics/index.md"]) == [({}, "Air 1"), ({}, "Ice 1"), ({}, "Water 2")]
    assert set(found) == {f"topics{name}/index.md" for name in ("", "/air", "/ice", "/water")}


def test_without_topics_their_list_stands_and_says_so() -> None:
    assert list(pages([one("rain")])) == ["topics/index.md"]
    assert "No briefing names a topic yet." in pages([])["topics/index.md"]


def test_a_topic_lists_current_briefings_first_and_tells_the_state_of_others() -> None:
    shown = [
        one("wind", topics=["air"]),
        one("hail", withdrawn=GONE, topics=["air"]),
        one("snow", status="archived", topics=["air"]),
        one("fog", topics=["air"], questions=[question("why"), question("when", "answered")]),
        one("rain", questions=[question("other")]),
    ]
    text = pages(shown)["topics/air/index.md"]
    assert headings(text) == ["Air", "Briefings", "Not answered in these briefings’ sources"]
    assert [words.split(" Describes")[0] for _, words in items(section(text, "briefings"))] == [
        *("Fog", "Wind", "Snow (archived)", "Hail (withdrawn)")
    ]
    assert "[4 briefings](#briefings) · [1 open question](#open)" in text
    assert items(section(text, "open")) == [({}, "Why? Fog")]


def test_a_topic_without_open_questions_has_no_such_section() -> None:
    text = pages([one("snow", status="archived", topics=["ice"], questions=[question("why")])])
    assert headings(text["topics/ice/index.md"]) == ["Ice", "Briefings"]
    assert "#open" not in text["topics/ice/index.md"]


def test_a_large_topic_has_pages_and_names_some_questions_and_how_many_more() -> None:
    number = 2 * ON_SHEET + 1
    shown = many(number, topics=["air"], questions=[question("why")])
    found = pages(shown)
    sheets = [found[f"topics/air/{page}index.md"] for page in ("", "page/2/", "page/3/")]
    named = [title for text in sheets for title in titles(section(text, "briefings"))]
    assert named == [f"N{at:04}" for at in range(number)]
    assert len(items(section(sheets[0], "open"))) == MOST_QUESTIONS
    assert (
        "And 81 more on the pages of these briefings, and among [all questions](../../questions/index.md)."
        in (sheets[0])
    )
    assert all(headings(text) == ["Air", "Briefings"] for text in sheets[1:])
    assert "Page 2 of 3 · [Page before](../../index.md) · [Next page](../3/index.md)" in sheets[1]
    beside = ["questions/index.md", *(briefing_page(one.briefing.slug) for one in shown)]
    assert broken(found, beside) == []
    assert broken(found) != []  # the control


def test_very_many_topics_have_pages_that_stand_apart_from_a_topic_named_page() -> None:
    number = TOPICS_ON_SHEET + 1
    shown = [one("rain", topics=["page", *(f"t{at:04}" for at in range(number - 1))])]
    found = pages(shown)
    assert "topics/page/2/index.md" in found and "topics/page/index.md" in found
    assert headings(found["topics/page/index.md"])[0] == "Page"
    assert headings(found["topics/page/2/index.md"]) == ["Topics"]
    listed = titles(found["topics/index.md"]) + titles(found["topics/page/2/index.md"])
    assert listed == ["Page", *(f"T{at:04}" for at in range(number - 1))]


def test_no_page_of_a_topic_grows_with_the_number_of_briefings(monkeypatch: pytest.MonkeyPatch) -> None:
    # So many pages that their numbers are as many for the one as for the other.
    monkeypatch.setattr(topic_pages, "ON_SHEET", 5)

    def largest(number: int) -> int:
        return max(map(len, pages(many(number, topics=["air"], questions=[question("why")])).values()))

    # More digits in what is counted.
    assert largest(400) - largest(110) < 30


def test_feeds_are_those_of_the_topics() -> None:
    shown = many(ON_SHEET + 1, topics=["air"])
    known = past(n0000=[version("2031-03-01")])
    edition = Edition(settings=Settings(site="https://example.org/"), past=known)
    heads = {page.path: dict(page.head) for page in topic_plans(shown, edition)}
    assert heads == {
        "topics/index.md": {},
        "topics/air/index.md": {"feed": "feed.xml"},
        "topics/air/page/2/index.md": {"feed": "../../feed.xml"},
    }
    assert "[Follow this topic (feed)](feed.xml)" in pages(shown, edition)["topics/air/index.md"]
    assert "feed" not in pages(shown, Edition(past=known))["topics/air/index.md"]


@pytest.mark.parametrize(
    ("slug", "name"),
    [
        ("north-korea", "North Korea"),
        ("eu", "EU"),
        ("carriers-guild", "Carriers’ Guild"),
        ("drivers", "Drivers"),
        ("western-support", "Western support"),
        ("north", "North"),
        ("5-years", "5 years"),
    ],
)
def test_topics_are_written_as_actors_write_their_names(slug: str, name: str) -> None:
    actors = {
        "dprk": {"name": "North Korea", "kind": "state"},
        "union": {"name": "European Union", "aliases": ["EU"], "kind": "organisation"},
        "guild": {"name": "Carriers’ Guild", "kind": "group"},
        "drivers": {"name": "drivers", "kind": "group"},
    }
    assert topic_name(slug, written_names([one("rain", actors=actors)])) == name
