"""Lists across briefings: the current ones, the archive, actors; in order, and nothing is lost."""

import re
from typing import Any

import pytest

from generator.analyse.findings.findings import Findings
from generator.model.settings import Settings
from generator.render.addresses import briefing_page
from generator.render.edition import PLAIN, Edition
from generator.render.pages import (
    actors as actor_pages,
)
from generator.render.pages import (
    briefings as briefing_lists,
)
from generator.render.pages import (
    questions as question_pages,
)
from generator.render.pages.actors import actor_plans
from generator.render.pages.briefings import briefing_list_plans
from generator.render.pages.questions import questions_plans
from generator.render.parts.name_order import by_name
from generator.render.plan import plan
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
    titles,
    version,
)


def lists(shown: list[Findings], edition: Edition = PLAIN) -> dict[str, str]:
    return markdown_of(briefing_list_plans(shown, edition))


def questions(shown: list[Findings]) -> dict[str, str]:
    return markdown_of(questions_plans(shown))


def actors(shown: list[Findings], edition: Edition = PLAIN) -> dict[str, str]:
    return markdown_of(actor_plans(shown, edition))


def section(text: str, anchor: str) -> str:
    return text.partition(f"{{: #{anchor} }}\n")[2].partition("\n## ")[0]


def pages_of(name: str, number: int) -> list[str]:
    return [f"{name}/index.md", *(f"{name}/page/{page}/index.md" for page in range(2, number + 1))]


# The order of names.


@pytest.mark.parametrize(
    "names",
    [
        ["Abel", "Élan", "ember", "Ödön", "Zoë"],
        ["“Zero”", "zeros"],
        ["— and then", "And when"],
        ["e", "É", "é"],
        ["2 bridges", "A bridge"],
        ["…", "a"],
    ],
)
def test_names_are_looked_up_by_their_letters(names: list[str]) -> None:
    assert sorted([*names[1:], names[0]], key=by_name) == names


# All briefings, and the archive.


def test_all_briefings_are_the_current_ones_by_title() -> None:
    shown = [
        one("c", title="“Alarm” in the harbour"),
        one("b", title="Boats"),
        one("old", status="archived"),
        one("gone", withdrawn=GONE, status="archived"),
        one("a", title="alike", status="draft"),
    ]
    found = lists(shown)
    assert re.findall(r"\*\*(.*?)\*\*\S* \(draft\)", found["briefings/index.md"]) == ["alike"]
    assert set(found) == {"briefings/index.md", "archive/index.md"}
    assert titles(found["briefings/index.md"]) == ["“Alarm” in the harbour", "alike", "Boats"]
    assert "[Archive (2)](../archive/index.md)" in found["briefings/index.md"]
    archive = found["archive/index.md"]
    assert headings(archive) == ["Archive", "Archived (1)", "Withdrawn (1)"]
    assert titles(section(archive, "archived")) == ["Old"]
    assert titles(section(archive, "withdrawn")) == ["Gone"]
    assert "(#archived)" not in archive  # All is in sight.


def test_without_an_archive_there_is_no_page_of_it() -> None:
    found = lists([one("rain")])
    assert list(found) == ["briefings/index.md"]
    assert "rchive" not in found["briefings/index.md"]
    assert "No briefing is kept up to date at present." in lists([])["briefings/index.md"]


def test_long_lists_have_pages_with_all_of_it() -> None:
    number = 2 * briefing_lists.ON_SHEET + 1
    shown = many(number) + [one(f"old{at:03}", status="archived") for at in range(60)]
    shown += [one(f"gone{at:03}", withdrawn=GONE) for at in range(5)]
    found = lists(shown)
    assert set(found) == {*pages_of("briefings", 3), *pages_of("archive", 2)}
    listed = [title for path in pages_of("briefings", 3) for title in titles(found[path])]
    assert listed == [f"N{at:04}" for at in range(number)]
    assert headings(found["archive/index.md"]) == ["Archive", "Archived (60)"]
    assert headings(found["archive/page/2/index.md"]) == ["Archive", "Archived (60)", "Withdrawn (5)"]
    ways = "[Archived (60)](../../index.md#archived) · [Withdrawn (5)](#withdrawn)"
    assert ways in found["archive/page/2/index.md"]
    assert broken(found, [briefing_page(one.briefing.slug) for one in shown]) == []


def test_pages_after_the_first_are_told_and_not_offered_to_search_engines() -> None:
    planned = briefing_list_plans(many(51), PLAIN)
    assert [(page.title, page.indexed) for page in planned] == [
        ("All briefings", True),
        ("All briefings, page 2", False),
    ]


def test_briefings_with_the_names_of_our_folders_keep_their_addresses() -> None:
    shown = [one(slug) for slug in ("archive", "page", "index", "topics")] + many(100)
    shown.append(one("old", status="archived"))
    paths = [page.path for page in plan(shown, PLAIN)]
    assert len(paths) == len(set(paths))
    assert {"briefings/archive/index.md", "briefings/page/index.md", "briefings/page/2/index.md"} <= set(
        paths
    )


def test_lines_are_marked_with_their_changes_and_the_list_names_its_feed() -> None:
    edition = Edition(settings=Settings(site="https://example.org/"), past=past(rain=[version("2031-03-05")]))
    [page] = briefing_list_plans([one("rain"), one("snow")], edition)
    assert dict(page.head) == {"feed": "../feed.xml"}
    text = markdown_of([page])["briefings/index.md"]
    assert [given for given, _ in items(text)] == [
        {"data-briefing": "rain", "data-changed": "2031-03-05T12:00:00Z"},
        {},
    ]
    assert "[Follow what changes (feed)](../feed.xml)" in text


# Actors.


def named(number: int, kind: str = "person", prefix: str = "p", **given: Any) -> dict[str, Any]:
    return {
        f"{prefix}{at:03}": {"name": f"{prefix.upper()} {at:03}", "kind": kind, **given}
        for at in range(number)
    }


def test_actors_stand_by_kind_and_name_those_withdrawn_last() -> None:
    people = {
        "z": {"name": "Ada", "kind": "person", "role": "mayor"},
        "y": {"name": "Élan", "kind": "person"},
        "x": {"name": "Zoë", "kind": "person"},
        "w": {"name": "Port", "kind": "organisation"},
        "v": {"name": "Bea", "kind": "person", "withdrawn": GONE},
        "u": {"withdrawn": GONE},
    }
    claims = [
        {"id": "a", "by": "z", "about": ["x", "y"]},
        {"id": "b", "by": ["z", "x"], "about": ["x"]},
        {"id": "c", "by": "z", "withdrawn": GONE},
    ]
    text = actors([one("rain", actors=people, claims=claims)])["actors/index.md"]
    assert headings(text) == ["Who", "Persons", "Organisations", "Withdrawn"]
    assert [words for _, words in items(text)] == [
        "Ada, mayor",
        "Élan",
        "Zoë",
        "Port",
        "Bea",
        "u",
    ]


def test_in_how_many_briefings_somebody_is_named_is_told_where_there_are_several() -> None:
    people = {"a": {"name": "Ada", "kind": "person"}, "b": {"name": "Bo", "kind": "person", "role": "pilot"}}
    both = [{"id": "c", "by": "a", "about": ["b"]}]
    shown = [
        one("rain", actors=people, claims=[*both, {"id": "d", "by": "a"}]),
        one("snow", actors=people, claims=[{"id": "c", "by": "b"}]),
        one("wind", actors=people, claims=[{"id": "c", "by": "a", "withdrawn": GONE}]),
        one("gone", actors=people, claims=both, withdrawn=GONE),
    ]
    text = actors(shown)["actors/index.md"]
    assert [words for _, words in items(text)] == ["Ada", "Bo, pilot · 2 briefings"]


def test_pages_of_actors_hold_all_of_them_and_lead_to_each_kind() -> None:
    everybody = named(101) | named(3, "group", "g") | named(99, "state", "s")
    found = actors([one("rain", actors=everybody)])
    listed = [found[path] for path in pages_of("actors", 3)]
    assert [name for text in listed for name in titles(text)] == [
        *(f"P {at:03}" for at in range(101)),
        *(f"S {at:03}" for at in range(99)),
        *(f"G {at:03}" for at in range(3)),
    ]
    ways = "[Persons (101)](#persons) · [States (99)](page/2/index.md#states)"
    assert f"{ways} · [Groups (3)](page/3/index.md#groups)" in listed[0]
    assert broken(found, ["briefings/rain/index.md"]) == []


def test_no_page_grows_with_the_number_of_briefings(monkeypatch: pytest.MonkeyPatch) -> None:
    # So many pages that their numbers are as many for the one as for the other.
    for module in (briefing_lists, question_pages, actor_pages):
        monkeypatch.setattr(module, "ON_SHEET", 10)

    def largest(number: int) -> int:
        shown = many(
            number,
            actors=named(2),
            claims=[{"id": "c", "by": "p000", "about": ["p001"]}],
            questions=[question("why")],
        )
        pages = lists(shown) | questions(shown) | actors(shown)
        return max(len(text) for text in pages.values())

    # More digits in what is counted.
    assert largest(450) - largest(220) < 40


def test_persons_are_kept_from_search_engines_on_every_page() -> None:
    claims = [{"id": f"c{at:03}", "by": ["p000", "o000"]} for at in range(actor_pages.ON_SHEET + 1)]
    people = named(1) | named(1, "organisation", "o")
    planned = actor_plans([one("rain", actors=people, claims=claims)])
    assert {page.path: page.indexed for page in planned if page.path != "actors/index.md"} == {
        "actors/p000/index.md": False,
        "actors/p000/page/2/index.md": False,
        "actors/o000/index.md": True,
        "actors/o000/page/2/index.md": False,
    }


def test_feeds_are_those_of_the_actors() -> None:
    edition = Edition(settings=Settings(site="https://example.org/"), past=past(rain=[version("2031-03-05")]))
    heads = {page.path: dict(page.head) for page in actor_plans([one("rain", actors=named(1))], edition)}
    assert heads == {"actors/index.md": {}, "actors/p000/index.md": {"feed": "feed.xml"}}


# The line of pages.


def test_the_line_of_pages_stands_above_and_below_the_list_on_each_of_several() -> None:
    asked = [question(f"q{at}") for at in range(2 * question_pages.ON_SHEET + 1)]
    everybody = named(2 * actor_pages.ON_SHEET + 1)
    shown = many(2 * briefing_lists.ON_SHEET + 1)
    shown += [one(f"old{at:03}", status="archived") for at in range(2 * briefing_lists.ON_SHEET + 1)]
    shown.append(one("rain", questions=asked, actors=everybody))
    found = lists(shown) | questions(shown) | actors(shown)
    numbers = {
        1: "**1** [{}2](page/2/index.md) [{}3](page/3/index.md)",
        2: "[{}1](../../index.md) **2** [{}3](../3/index.md)",
        3: "[{}1](../../index.md) [{}2](../2/index.md) **3**",
    }
    lines = {
        1: "Page 1 of 3 · [Next page](page/2/index.md)",
        2: "Page 2 of 3 · [Page before](../../index.md) · [Next page](../3/index.md)",
        3: "Page 3 of 3 · [Page before](../2/index.md)",
    }
    for name in ("briefings", "archive", "questions", "actors"):
        for number, path in enumerate(pages_of(name, 3), 1):
            word = '<span class="named">Page </span>'
            line = f"{lines[number]}\n{{: .sheets }}\n\n{numbers[number].format(word, word)}\n"
            above, between, below = found[path].split(f"{line}{{: .sheets .numbers }}\n")
            assert headings(above) == [headings(found[path])[0]], path
            assert titles(between), path
            assert not titles(below), path


def test_a_list_of_one_page_has_no_line_of_pages() -> None:
    assert not [text for text in lists(many(50)).values() if ".sheets" in text or "Page 1" in text]


# The place of the filter.


@pytest.mark.parametrize(("number", "there"), [(0, False), (4, False), (5, True), (51, True)])
def test_a_list_has_a_filter_unless_it_is_in_sight_at_once(number: int, there: bool) -> None:
    text = lists(many(number))["briefings/index.md"]
    assert ('<p id="filter"' in text) is there
    if there:
        part = "The filter sees this page only, 1 of 2." if number > 50 else ""
        assert f'data-part="{part}"' in text
        assert f'data-label="Filter this {"page" if number > 50 else "list"}"' in text
