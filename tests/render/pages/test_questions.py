"""The pages of questions: where accounts differ first, in groups, each question once; what to get first."""

import re
from typing import Any, Final

from generator.analyse.findings.findings import Findings
from generator.render.addresses import briefing_page
from generator.render.pages.questions import MOST_DUE, MOST_TO_GET, ON_SHEET, questions_plans
from tests.render.sets import (
    GONE,
    answered,
    broken,
    headings,
    items,
    many,
    markdown_of,
    one,
    question,
    section,
    titles,
)

ORIGINS: Final = {
    "talk": {"title": "Kim’s talk", "kind": "interview"},
    "map": {"title": "The map", "kind": "document"},
}


def questions(shown: list[Findings]) -> dict[str, str]:
    return markdown_of(questions_plans(shown))


def first_page(*shown: Findings) -> str:
    return questions(list(shown))["questions/index.md"]


def differing(id: str, **given: Any) -> dict[str, Any]:
    return question(id, differ=f"It is “{id}” (A), or “not” (B).", kind="contradicts", **given)


def words_of(text: str) -> list[str]:
    return [words for _, words in items(text)]


# Their order.


def test_those_on_which_accounts_differ_come_first_then_the_open_then_the_answered() -> None:
    text = first_page(
        one("old", status="archived", questions=[question("o"), differing("p")]),
        one(
            "snow",
            claims=[{"id": "c"}],
            questions=[
                answered("s", "So it is."),
                question("t", would_settle="A list"),
                differing("u", would_settle="A map"),
            ],
        ),
        one("rain", questions=[differing("r", status="partly-answered"), question("q")]),
        one("gone", withdrawn=GONE, questions=[question("g")]),
        one("fog", questions=[question("x", withdrawn=GONE)]),
    )
    assert headings(text) == [
        *("Questions", "Where accounts differ (3)", "[Rain](../briefings/rain/index.md)"),
        *("[Snow](../briefings/snow/index.md)", "[Old](../briefings/old/index.md) (archived)"),
        *("Not answered in these sources (3)", "[Rain](../briefings/rain/index.md)"),
        *("[Snow](../briefings/snow/index.md)", "[Old](../briefings/old/index.md) (archived)"),
        *("Answered (1)", "[Snow](../briefings/snow/index.md)"),
    ]
    assert words_of(text) == [
        "R? (partly answered) It is “r” (A), or “not” (B).",
        "U? It is “u” (A), or “not” (B).",
        "P? It is “p” (A), or “not” (B).",
        "Q?",
        "T? Would settle it: A list",
        "O?",
        "S? So it is. 1",
    ]


def test_briefings_stand_by_what_they_describe_the_newest_first() -> None:
    described = {"rain": "2031-01", "snow": "2031-03", "fog": "2031-02-28", "hail": "XXXX-05-01"}
    shown = [one(slug, as_of={"edtf": date}, questions=[question("q")]) for slug, date in described.items()]
    shown.append(one("ice", as_of={"as_stated": "lately"}, questions=[question("q")]))
    found = re.findall(r"(?m)^### \[(\w+)\]", first_page(*shown))
    assert found == ["Snow", "Fog", "Rain", "Hail", "Ice"]


def test_questions_of_one_briefing_need_no_heading_for_it() -> None:
    asked = [differing("d", settled_by="talk"), differing("e", settled_by="talk"), question("q")]
    text = first_page(one("rain", origins=ORIGINS, questions=asked), one("snow"))
    assert headings(text) == [
        *("Questions", "Get first", "Where accounts differ (2)"),
        *("The full text or recording would answer these: Kim’s talk", "Not answered in these sources (1)"),
    ]
    assert text.count("[Rain](../briefings/rain/index.md)") == 1
    # No level of headings is passed over.
    assert re.findall(r"(?m)^(#+) ", text) == ["#", "##", "##", "###", "##"]
    archived = first_page(one("rain", status="archived", questions=[question("q")]))
    assert "[Rain](../briefings/rain/index.md) (archived)\n" in archived


def test_without_questions_their_list_says_so() -> None:
    assert "No question is open." in first_page(one("rain"))


# Groups.


def test_questions_that_the_same_would_settle_stand_together_below_what_it_is() -> None:
    text = first_page(
        one(
            "rain",
            origins=ORIGINS,
            questions=[
                *(question(id, settled_by="talk") for id in ("a", "b")),
                question("c", settled_by="map"),
                *(question(id, would_settle="A test") for id in ("d", "e")),
                question("f", settled_by="talk", would_settle="A vote"),
            ],
        ),
        one("snow", origins=ORIGINS, questions=[question("g", settled_by="talk")]),
    )
    assert headings(text)[2:] == [
        *("Not answered in these sources (7)", "[Rain](../briefings/rain/index.md)"),
        *("The full text or recording would answer these: Kim’s talk", "Would settle these: A test"),
        "[Snow](../briefings/snow/index.md)",
    ]
    assert words_of(section(text, "open")) == [
        "C? The full text or recording would answer it: The map",
        *("A?", "B?", "F? Would settle it: A vote", "D?", "E?"),
        "G? The full text or recording would answer it: Kim’s talk",
    ]


def test_a_group_that_goes_on_on_the_next_page_says_so() -> None:
    asked = [question(f"q{at:02}", settled_by="talk") for at in range(ON_SHEET)]
    found = questions(
        [one("fog", questions=[question("z")]), one("rain", origins=ORIGINS, questions=asked), one("snow")]
    )
    first, second = found["questions/index.md"], found["questions/page/2/index.md"]
    heading = "The full text or recording would answer these: Kim’s talk"
    assert "(continued)" not in first
    assert headings(second)[1:] == [
        *("Not answered in these sources (51)", "[Rain](../../../briefings/rain/index.md) (continued)"),
        f"{heading} (continued)",
    ]
    # Where a briefing begins with the page, nothing goes on.
    [begins] = [
        text
        for path, text in questions([one("a", questions=asked), one("b", questions=asked)]).items()
        if "page/2" in path
    ]
    assert "(continued)" not in begins


# What to get first.


def test_get_first_names_the_origins_that_most_questions_wait_for_and_their_briefings() -> None:
    def asking(*settled_by: str) -> list[dict[str, Any]]:
        return [question(f"q{at}", settled_by=origin) for at, origin in enumerate(settled_by)]

    text = first_page(
        one("rain", origins=ORIGINS, questions=asking("talk", "talk", "map")),
        one("snow", origins=ORIGINS, questions=asking("talk", "talk", "talk", "map", "map")),
        # Nobody gets anything for these.
        one("old", status="archived", origins=ORIGINS, questions=asking("talk", "talk", "talk", "talk")),
        one("done", origins=ORIGINS, questions=[question("q", "answered", settled_by="map")] * 2),
    )
    found = section(text, "get-first").partition('<p id="filter"')[0]
    assert words_of(found) == [
        "Kim’s talk · 3 questions · Snow",
        "Kim’s talk · 2 questions · Rain",
        "The map · 2 questions · Snow",
    ]
    assert "(../briefings/snow/index.md#origin-talk)" in found


def test_get_first_has_an_end_and_stands_on_the_first_page_above_the_filter() -> None:
    asked = [question(f"q{at}", settled_by="talk") for at in range(10)]
    found = questions(many(MOST_TO_GET + 2, origins=ORIGINS, questions=asked))
    first, *others = found.values()
    assert len(items(section(first, "get-first").partition('<p id="filter"')[0])) == MOST_TO_GET
    assert first.index("#get-first") < first.index('id="filter"')
    assert others and not [text for text in others if "Get first" in text]


def test_what_one_question_waits_for_is_not_before_anything() -> None:
    text = first_page(one("rain", origins=ORIGINS, questions=[question("q", settled_by="talk")]))
    assert "Get first" not in text


# When they were last checked.


def test_where_all_are_in_sight_each_tells_when_it_was_checked_if_the_days_differ() -> None:
    asked = [question("a", checked="2031-03-02"), question("b", opened="2031-03-01"), question("c")]
    assert words_of(first_page(one("rain", questions=asked))) == [
        "A? last checked 2 March 2031",
        "B? asked, and not checked since 1 March 2031",
        "C?",
    ]
    same = [question(id, checked="2031-03-02") for id in ("a", "b")]
    assert words_of(first_page(one("rain", questions=[*same, question("c")]))) == ["A?", "B?", "C?"]


def test_those_due_for_a_check_stand_first_on_the_first_page_and_nowhere_else() -> None:
    asked = [question(f"q{at:02}", checked=f"2031-03-{at + 1:02}") for at in range(25)]
    shown = [one(slug, questions=asked) for slug in ("rain", "snow", "fog")]
    shown.append(one("old", status="archived", questions=[question("o", checked="2030-01-01")]))
    found = questions(shown)
    first, second = found.values()
    assert headings(first)[:3] == [
        *("Questions", f"Due for a check ({MOST_DUE})", "Not answered in these sources (66)")
    ]
    assert (
        words_of(section(first, "due"))
        == [
            f"Q{at:02}? last checked {at + 1} March 2031 · {title}"
            for at in range(4)
            for title in ("Fog", "Rain", "Snow")
        ][:MOST_DUE]
    )
    assert "Due for a check (" not in second.partition("#filter")[2].partition("## ")[2]
    listed = [
        href for text in found.values() for href in re.findall(r"/([a-z]+)/index.md#(question-\w+)", text)
    ]
    assert len(listed) == len(set(listed)) == 76


def test_what_was_checked_with_the_last_is_not_due() -> None:
    asked = [question(f"q{at:02}", checked="2031-03-02") for at in range(60)]
    asked.append(question("early", checked="2031-03-01"))
    first, _ = questions([one("rain", questions=asked)]).values()
    assert words_of(section(first, "due")) == ["Early? last checked 1 March 2031 · Rain"]
    assert "Due for a check" not in first_page(one("rain", questions=asked[:60]))


# Pages of them.


def test_pages_of_questions_hold_all_of_them_and_lead_to_each_section() -> None:
    asked = [*(question(f"q{at:02}") for at in range(39)), differing("d")]
    shown = [
        one(slug, claims=[{"id": "c"}], questions=[*asked, answered("a", "So.")]) for slug in ("rain", "snow")
    ]
    found = questions(shown)
    first, second = found["questions/index.md"], found["questions/page/2/index.md"]
    assert len(titles(first)) == ON_SHEET
    assert titles(first) + titles(second) == [
        *("D?", "D?"),
        *(f"Q{at:02}?" for at in (*range(39), *range(39))),
        *("A?", "A?"),
    ]
    ways = "[Where accounts differ (2)](#differences) · [Not answered in these sources (78)](#open)"
    assert f"{ways} · [Answered (2)](page/2/index.md#answered)" in first
    assert headings(second)[:3] == [
        *("Questions", "Not answered in these sources (78)"),
        "[Snow](../../../briefings/snow/index.md) (continued)",
    ]
    assert broken(found, [briefing_page(one.briefing.slug) for one in shown]) == []
