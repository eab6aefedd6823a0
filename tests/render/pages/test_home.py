"""Home: right with nothing, one, several and many briefings; bounded; nothing of it empty."""

from dataclasses import replace
from html import unescape
from itertools import pairwise

import pytest

from generator.analyse.findings.findings import Findings
from generator.model.changes import Change, Part, Past, What
from generator.model.settings import Settings
from generator.render.edition import Edition
from generator.render.pages.home import MOST_DUE, MOST_LISTED, MOST_TOPICS, home_plan
from tests.render.sets import (
    GONE,
    answered,
    became,
    headings,
    html_of,
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

CLAIMS = [{"id": "c"}]


def home(shown: list[Findings], known: Past | None = None) -> str:
    edition = Edition(past=known) if known else Edition()
    return markdown_of([home_plan(shown, edition)])["index.md"]


# How many there are.


def test_nothing_is_published() -> None:
    assert "Nothing is published yet." in home([])
    assert headings(home([])) == ["What is said, who says it, what is open"]


def test_one_briefing_is_its_first_screen() -> None:
    lede = {"text": "Kim says that it rains.", "claims": ["c"]}
    label = {"label": "Snow", "text": "is not expected, Kim says.", "claims": ["c"]}
    questions = [question("why"), question("when", "answered"), question("who", withdrawn=GONE)]
    text = home(
        [one("rain", bottom_line=[lede, label], claims=CLAIMS, questions=questions)],
        past(rain=[version("2031-03-05"), version("2031-03-06", became("answered", "when"))]),
    )
    assert headings(text) == ["Rain", "Not answered in these sources (1)"]
    assert "0 articles. Describes 1 November 2024, edited 6 March 2031\n" in text
    assert "Kim says that it rains." in text and "**Snow** <span>is not expected, Kim says." in text
    assert "[Why?](briefings/rain/index.md#question-why)" in text and "When?" not in text
    assert "](briefings/rain/index.md#claim-c)" in text
    assert "[The whole briefing: 1 claim, with its words](briefings/rain/index.md#who-says-what)" in text
    assert 'data-briefing="rain" data-changed="2031-03-06T12:00:00Z"' in unescape(html_of(text))


def test_one_that_is_kept_up_to_date_stands_alone_beside_an_archive() -> None:
    shown = [one("rain"), one("snow", status="archived"), one("hail", withdrawn=GONE)]
    text = home(shown)
    assert headings(text) == ["Rain"]
    assert "[Archive (2)](archive/index.md)" in text
    assert "Snow" not in text and "Hail" not in text
    assert "Archive" not in home(shown[:1])  # the control


def test_only_an_archive() -> None:
    text = home([one("snow", status="archived")])
    assert "No briefing is kept up to date at present." in text
    assert "[Archive (1)](archive/index.md)" in text


@pytest.mark.parametrize("number", [2, MOST_LISTED])
def test_several_are_named_one_by_one(number: int) -> None:
    text = home(many(number, topics=["rain"]))
    assert titles(section(text, "briefings")) == [f"N{at:04}" for at in range(number)]
    assert "All" not in text


def test_of_many_the_newest_are_named_and_then_their_list() -> None:
    known = past(**{f"n{at:04}": [version(f"2031-03-{at + 1:02}")] for at in range(MOST_LISTED + 3)})
    text = home([*many(MOST_LISTED + 3), one("snow", status="archived")], known)
    assert titles(section(text, "briefings")) == [f"N{at:04}" for at in range(MOST_LISTED + 2, 2, -1)]
    assert "[All 13 briefings](briefings/index.md)" in text
    assert "[Archive (1)](archive/index.md)" in text


def test_a_line_tells_title_lede_dates_and_questions() -> None:
    line = {"text": "Kim says that it rains.", "claims": ["c"]}
    differs = {"differ": "“a” or “b”.", "kind": "scope"}
    shown = [
        one("hail", questions=[question("a") | differs]),
        one("rain", bottom_line=[line], claims=CLAIMS, questions=[question("why")]),
        one("snow", questions=[question("a") | differs, question("b", "partly-answered"), question("c")]),
        one("wind", questions=[question("a", "answered") | differs]),
    ]
    known = past(rain=[version("2031-03-05"), version("2031-03-06", became("answered", "x"))])
    text = home(shown, known)
    describes = "Describes 1 November 2024"
    assert items(section(text, "briefings")) == [
        (
            {"data-briefing": "rain", "data-changed": "2031-03-06T12:00:00Z"},
            f"Rain Kim says that it rains. {describes} · edited 6 March 2031 · 1 question not answered",
        ),
        ({}, f"Hail {describes} · accounts differ on 1 question"),
        ({}, f"Snow {describes} · accounts differ on 1 question · 2 more not answered"),
        ({}, f"Wind {describes}"),
    ]
    assert '<p id="since" data-words="' in text
    assert "since" not in home(shown)


@pytest.mark.parametrize(
    ("dates", "order"),
    [
        # By what they describe, the latest beginning first; a date without a year last.
        ({"a": "2030-01", "b": "2031", "c": "2030-02-03", "d": "2029/2030-06", "e": "XXXX-12-01"}, "bcade"),
        ({"b": "2030", "a": "2030"}, "ab"),
    ],
)
def test_without_history_newest_is_what_they_describe(dates: dict[str, str], order: str) -> None:
    shown = [one(slug, as_of=date) for slug, date in dates.items()]
    assert titles(section(home(shown), "briefings")) == [slug.upper() for slug in order]


def test_with_history_newest_is_what_changed_last_and_of_one_day_what_they_describe() -> None:
    shown = [one("a", as_of="2030"), one("b", as_of="2031"), one("c", as_of="2029"), one("d", as_of="2033")]
    known = past(
        a=[version("2031-03-05")],
        b=[version("2031-03-05")],
        c=[version("2031-03-01"), version("2031-03-06", became("answered", "x"))],
    )
    assert titles(section(home(shown, known), "briefings")) == ["C", "B", "A", "D"]


def test_hostile_titles_stay_text_in_lines_with_attributes() -> None:
    bad = '"x" onclick=alert(1) }\n  {: onclick="alert(2)" } <img src=x onerror=alert(3)>'
    shown = [one("rain", title=bad.replace("\n", " ")), one("zero")]
    [(given, words), _] = items(section(home(shown, past(rain=[version("2031-03-05")])), "briefings"))
    assert given == {"data-briefing": "rain", "data-changed": "2031-03-05T12:00:00Z"}
    assert words.startswith('"x" onclick=alert(1) } {: onclick="alert(2)" } <img src=x onerror=alert(3)>')


# What is new.


def test_changed_in_the_last_week_names_each_briefing_once_the_newest_first() -> None:
    added = Change("question", "why", What.ADDED, after={"text": "Why?"})
    shown = [one(slug, questions=[question("why")]) for slug in ("fog", "hail", "rain", "snow", "wind")]
    known = past(
        fog=[version("2031-02-01"), version("2031-03-02", added)],
        hail=[version("2031-03-01")],
        rain=[version("2031-03-01"), version("2031-03-02", added), version("2031-03-09", added, added)],
        snow=[version("2031-03-03"), version("2031-03-03", added), version("", added)],
        wind=[
            version("2031-03-03"),
            version("2031-03-05", Change("claim", "c", What.CHANGED, substantive=False)),
        ],
    )
    # The week ends with the last change: the seventh day is 3 March.
    assert "## Changed in the week to 9 March 2031 {: #changed }" in home(shown, known)
    text = section(home(shown, known), "changed")
    assert items(text) == [
        (
            {"data-briefing": "rain", "data-changed": "2031-03-09T12:00:00Z"},
            "Rain 9 March 2031 · New question: Why?, and 1 more",
        ),
        (
            {"data-briefing": "snow", "data-changed": "2031-03-03T12:00:00Z"},
            "Snow 3 March 2031 · New question: Why?",
        ),
    ]
    assert "[All changes](changes/index.md)" in text


def test_first_publications_are_no_news(number: int = MOST_LISTED + 1) -> None:
    known = past(**{f"n{at:04}": [version(f"2031-03-{at + 1:02}")] for at in range(number)})
    assert "#changed" not in home(many(number), known)


def test_changed_lately_tells_the_first_thing_of_an_answer_and_newly_answered_the_rest() -> None:
    shown = [one("rain", claims=CLAIMS, questions=[answered("why", "It is autumn.")]), one("snow")]
    known = past(rain=[version("2031-03-01"), version("2031-03-02", became("answered", "why"))])
    text = home(shown, known)
    assert [words for _, words in items(section(text, "changed"))] == ["Rain 2 March 2031 · Why? answered"]
    [(_, words)] = items(section(text, "answered"))
    assert words.startswith("Why? → It is autumn. 2 March 2031 · Rain · 1")


def test_changed_lately_tells_a_reason_whole_and_else_the_first_thing_alone() -> None:
    withdrawn = {"withdrawn": {"date": "2031-03-02", "reason": "Asked twice; see the other."}}
    shown = [
        one("rain", claims=CLAIMS, questions=[question("why") | withdrawn]),
        one("snow", claims=CLAIMS, questions=[answered("who", "Kim.")]),
    ]
    text = Part("text", "Who was it?", "Who?", substantive=True)
    status = became("answered", "who")
    known = past(
        rain=[version("2031-03-01"), version("2031-03-03", Change("question", "why", What.WITHDRAWN))],
        snow=[version("2031-03-01"), version("2031-03-02", replace(status, parts=(*status.parts, text)))],
    )
    assert [words for _, words in items(section(home(shown, known), "changed"))] == [
        "Rain 3 March 2031 · Question withdrawn: Why? Asked twice; see the other.",
        "Snow 2 March 2031 · Who? answered",
    ]


def test_newly_answered_takes_the_day_from_the_history_else_from_the_editors() -> None:
    shown = [
        one(
            "rain",
            claims=CLAIMS,
            questions=[
                answered("stated", "S.", date="2031-03-03"),
                answered("both", "B.", date="2020-01-01"),
                answered("asked", "A."),
                answered("never", "N."),
                answered("gone", "G.", date="2031-03-09") | {"withdrawn": GONE},
                answered("again", "R."),
                question("back"),
            ],
        ),
        one("snow", status="archived", claims=CLAIMS, questions=[answered("old", "O.", date="2031-03-09")]),
        one("hail"),
    ]
    add = Change("question", "asked", What.ADDED, after={"status": "answered"})
    known = past(
        rain=[
            version("2031-03-01"),
            version("2031-03-02", add, became("answered", "again"), became("answered", "back")),
            version("2031-03-04", became("answered", "both")),
            version("2031-03-05", became("open", "again"), became("open", "back")),
            version("2031-03-06", became("answered", "again")),
            version("", became("answered", "never")),
        ]
    )
    told = [words.partition(" ·")[0] for _, words in items(section(home(shown, known), "answered"))]
    assert told == [
        "Again? → R. 6 March 2031",
        "Both? → B. 4 March 2031",
        "Stated? → S. 3 March 2031",
        "Asked? → A. 2 March 2031",
    ]
    assert [words.partition(" ·")[0] for _, words in items(section(home(shown), "answered"))] == [
        "Stated? → S. 3 March 2031",
        "Both? → B. 1 January 2020",
    ]


def test_due_for_a_check_names_the_longest_unchecked() -> None:
    days = [question(f"d{day:02}", checked=f"2031-03-{day:02}") for day in range(1, 13)]
    shown = [one("rain", questions=[*reversed(days), question("undated")]), one("snow")]
    told = [words for _, words in items(section(home(shown), "due"))]
    assert len(told) == MOST_DUE
    assert told[0] == "D01? last checked 1 March 2031 · Rain"
    assert told[-1] == "D05? last checked 5 March 2031 · Rain"


# Topics, feeds, and how much there may be.


def test_of_very_many_topics_the_largest_stand_from_a_to_z() -> None:
    shown = [
        one(f"n{at:04}", topics=[f"t{at % 45:02}", *(["a-rare-one"] if at == 7 else [])]) for at in range(80)
    ]
    text = section(home([*shown, one("old", status="archived", topics=["gone"])]), "topics")
    # t00 to t34 have two briefings, the others one; of those the first by name are a-rare-one, t35 …
    assert titles(text) == ["A rare one", *(f"T{at:02}" for at in range(MOST_TOPICS - 1))]
    assert "The 40 with most briefings. [All 47 topics](topics/index.md)" in text


def test_topics_that_all_stand_there_need_no_list() -> None:
    text = section(home([one("rain", topics=["wet"]), one("snow", topics=["wet", "cold"])]), "topics")
    assert items(text) == [({}, "Cold 1"), ({}, "Wet 2")]
    assert "All" not in text


def test_feed_is_named_only_where_there_is_one() -> None:
    shown = many(MOST_LISTED + 1)
    known = past(n0001=[version("2031-03-01")])
    site = Settings(site="https://example.org/")
    assert dict(home_plan(shown, Edition(settings=site, past=known)).head) == {
        "own_contents": "yes",
        "feed": "feed.xml",
    }
    for edition in (Edition(past=known), Edition(settings=site)):
        assert dict(home_plan(shown, edition).head) == {"own_contents": "yes"}
        assert "feed.xml" not in markdown_of([home_plan(shown, edition)])["index.md"]


def test_of_many_it_is_told_why_nothing_is_known_of_the_past() -> None:
    told = "What changed is not known: this was built from a copy without the earlier versions."
    assert told in home(many(MOST_LISTED + 1), Past(missing="shallow"))
    assert told not in home(many(MOST_LISTED + 1))
    # The one briefing tells it on its own page.
    assert told not in home(many(1), Past(missing="shallow"))


def test_home_does_not_grow_with_the_number_of_briefings() -> None:
    def size(number: int) -> int:
        shown = [
            one(
                f"n{at:04}",
                topics=[f"topic-{at:04}"],
                claims=CLAIMS,
                questions=[question("why", opened="2031-01-01"), answered("who", "A.", date="2031-01-01")],
            )
            for at in range(number)
        ]
        known = past(**{one.briefing.slug: [version("2031-03-01")] for one in shown})
        return len(home(shown, known))

    # More digits in what is counted.
    assert size(400) - size(60) < 10


@pytest.mark.parametrize("number", [0, 1, 2, MOST_LISTED, MOST_LISTED + 1])
def test_nothing_is_empty_where_nothing_is_known(number: int) -> None:
    text = home(many(number))
    lines = [line for line in text.splitlines() if line.strip()]
    for line, below in pairwise(lines):
        assert not (line.startswith("#") and below.startswith("#")) or line.startswith("# ")
    assert not {"Changed in the week to", "Newly answered", "Due for a check", "Topics", "Archive"} & {
        *headings(text)
    }
