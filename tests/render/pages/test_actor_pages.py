"""An actor's page: by briefing what it says and what is said of it, each claim once, and no empty frame."""

import re
from typing import Any, Final

import pytest

from generator.analyse.findings.findings import Findings
from generator.analyse.quotes.find import find_passages
from generator.render.addresses import briefing_page
from generator.render.edition import PLAIN, Edition
from generator.render.pages.actors import MOST_MEMBERS, ON_SHEET, actor_plans
from tests.analyse.makers import make_article, make_briefing
from tests.render.sets import GONE, broken, headings, items, markdown_of, one, past, version

PEOPLE: Final[dict[str, dict[str, Any]]] = {
    "kim": {"name": "Ada Kim", "kind": "person", "role": "mayor", "aliases": ["Mayor Kim", "Kim"]},
    "lee": {"name": "Bo Lee", "kind": "person"},
    "town": {"name": "The town", "kind": "state"},
}


def actors(shown: list[Findings], edition: Edition = PLAIN) -> dict[str, str]:
    return markdown_of(actor_plans(shown, edition))


def page_of(actor: str, *shown: Findings, edition: Edition = PLAIN) -> str:
    return actors(list(shown), edition)[f"actors/{actor}/index.md"]


def rain(*claims: dict[str, Any], **given: Any) -> Findings:
    return one("rain", **{"actors": PEOPLE, "claims": list(claims), **given})


def said(id: str, by: str | list[str], *about: str, **more: Any) -> dict[str, Any]:
    return {"id": id, "text": f"It is {id}.", "by": by, "about": list(about), **more}


def words_of(text: str) -> list[str]:
    return [words for _, words in items(text)]


HEADING: Final = "[Rain](../../briefings/rain/index.md)"


# Parts and their headings.


def test_what_is_said_of_somebody_stands_beside_what_they_say() -> None:
    text = page_of("kim", rain(said("a", "kim"), said("b", "lee", "kim"), said("c", "lee", via=["kim"])))
    assert headings(text) == ["Ada Kim", HEADING, "Says", "Said of Kim", "Passed on by Kim"]
    assert words_of(text) == [
        "1 Ada Kim: It is a.",
        "2 Bo Lee: It is b.",
        "3 Bo Lee, according to Ada Kim: It is c.",
    ]
    assert "(../../briefings/rain/index.md#claim-b)" in text


def test_what_somebody_says_needs_no_heading_where_nothing_stands_beside_it() -> None:
    text = page_of("kim", rain(said("a", "kim"), said("b", "kim", "lee")))
    assert headings(text) == ["Ada Kim", HEADING]
    assert words_of(text) == ["1 Ada Kim: It is a.", "2 Ada Kim: It is b."]


@pytest.mark.parametrize(
    ("name", "aliases", "called"),
    [
        ("Bo Lee", ["Leigh", "Lee", "Bo"], "Lee"),
        ("Kim Ha Un", ["Kim"], "Kim"),
        # Which word could stand alone is for editors to say.
        ("Kim Ha Un", [], "Kim Ha Un"),
        ("the diver", ["div"], "the diver"),
    ],
)
def test_a_heading_calls_somebody_by_a_word_of_the_name_that_is_an_alias(
    name: str, aliases: list[str], called: str
) -> None:
    people = PEOPLE | {"lee": {"name": name, "kind": "person", "aliases": aliases}}
    text = page_of("lee", rain(said("a", "kim", "lee"), actors=people))
    assert headings(text)[2:] == [f"Said of {called}"]


def test_a_claim_is_told_once_whatever_it_has_of_somebody() -> None:
    text = page_of("kim", rain(said("a", "kim", "kim"), said("b", "lee", "kim", via=["kim"])))
    assert [words.partition(" ")[0] for words in words_of(text)] == ["1", "2"]
    assert headings(text)[2:] == ["Says", "Said of Kim"]


def test_claims_stand_by_the_numbers_that_their_briefing_gives_them() -> None:
    matters = {id: {"title": id} for id in ("first", "second")}
    claims = (said("a", "kim", matter="second"), said("b", "kim", matter="first"), said("c", "kim"))
    assert words_of(page_of("kim", rain(*claims, matters=matters))) == [
        "1 Ada Kim: It is b.",
        "2 Ada Kim: It is a.",
        "3 Ada Kim: It is c.",
    ]


def test_what_was_withdrawn_is_told_on_its_briefing_alone() -> None:
    gone = one("gone", actors=PEOPLE, claims=[said("z", "kim")], withdrawn=GONE)
    text = page_of("kim", rain(said("a", "kim", withdrawn=GONE)), gone)
    assert headings(text) == ["Ada Kim"]
    assert "No briefing has a claim by or about Ada Kim." in text


# Briefings.


def test_briefings_stand_newest_first_with_the_date_that_they_describe() -> None:
    def about(slug: str, as_of: str, **given: Any) -> Findings:
        return one(slug, as_of=as_of, actors=PEOPLE, claims=[said("a", "kim")], **given)

    shown = [
        about("rain", "2031-01-05"),
        about("snow", "2031-02"),
        about("fog", "2031-01-05"),
        about("old", "2030", status="archived"),
        about("plan", "2032", status="draft"),
    ]
    edition = Edition(past=past(rain=[version("2031-04-01")], fog=[version("2031-03-01")]))
    found = [
        re.sub(r"\[([^]]+)\]\S+", r"\1", heading)
        for heading in headings(page_of("kim", *shown, edition=edition))
    ]
    assert found[1:] == [
        # What changed last, then what is not known to have changed, by what it describes.
        "Rain describes 5 January 2031",
        "Fog describes 5 January 2031",
        "Plan (draft) describes 2032",
        "Snow describes February 2031",
        "Old (archived) describes 2030",
    ]


def test_of_one_briefing_its_date_stands_on_its_own_page() -> None:
    assert "describes" not in page_of("kim", rain(said("a", "kim")))


def test_a_page_holds_so_many_claims_and_the_next_goes_on() -> None:
    claims = [said(f"c{at:03}", "kim") for at in range(ON_SHEET + 20)]
    claims += [said(f"d{at}", "lee", "kim") for at in range(3)]
    people = PEOPLE | {"kim": PEOPLE["kim"] | {"note": "A note."}}
    shown = [
        one("rain", actors=people, claims=claims),
        one("snow", actors=people, claims=claims[:2], as_of="2024"),
    ]
    found = actors(shown)
    first, second = found["actors/kim/index.md"], found["actors/kim/page/2/index.md"]
    assert headings(first)[1:] == [f"{HEADING} describes 1 November 2024"]
    assert headings(second)[1:] == [
        *("[Rain](../../../../briefings/rain/index.md) (continued)", "Says", "Said of Kim"),
        "[Snow](../../../../briefings/snow/index.md) describes 2024",
    ]
    for words in ("A note.", "mayor"):
        assert words in first
        assert words not in second
    told = [words.rpartition(": ")[2] for text in (first, second) for words in words_of(text)]
    assert told == [
        *(f"It is c{at:03}." for at in range(ON_SHEET + 20)),
        *("It is d0.", "It is d1.", "It is d2.", "It is c000.", "It is c001."),
    ]
    assert broken(found, [briefing_page(one.briefing.slug) for one in shown]) == []


# Changes of position.


def later(id: str, than: str, by: str | list[str] = "kim", **more: Any) -> dict[str, Any]:
    return said(id, by, relations=[{"kind": "later-position-of", "claim": than}], **more)


def test_a_change_of_position_stands_first_the_earlier_claim_before_the_later() -> None:
    text = page_of("kim", rain(said("a", "kim"), later("now", "then"), said("then", "kim")))
    assert headings(text)[2:] == ["Changed position", "Says"]
    assert words_of(text) == [
        "3 Earlier: Ada Kim: It is then. 2 Later: Ada Kim: It is now.",
        "1 Ada Kim: It is a.",
    ]


def test_a_change_of_position_tells_dates_as_they_are_known() -> None:
    evidence = [
        {"article": "a", "exact": "So", "said": {"edtf": "2031-03", "inferred_from": "The rain."}},
        {"article": "b", "exact": "So", "said": "2031-04-01"},
    ]
    claims = (said("then", "kim", said={"as_stated": "last week"}), later("now", "then", evidence=evidence))
    [change] = words_of(page_of("kim", rain(*claims)))
    assert change == (
        "1 Earlier, said “last week”: Ada Kim: It is then. "
        "2 Later, said March 2031 (our inference) or 1 April 2031: Ada Kim: It is now."
    )


def test_a_joint_claim_is_a_change_of_nobody_who_did_not_say_the_earlier() -> None:
    claims = (said("then", "kim"), later("now", "then", by=["kim", "lee"]))
    assert "Changed position" in page_of("kim", rain(*claims))
    assert "Changed position" not in page_of("lee", rain(*claims))


# Whether somebody is heard, and answers.


@pytest.mark.parametrize("actor", ["lee", "town"])
def test_who_is_spoken_of_and_says_nothing_is_not_heard_in_these_sources(actor: str) -> None:
    text = page_of(actor, rain(said("a", "kim", actor)))
    assert headings(text)[2:] == ["Said of " + PEOPLE[actor]["name"]]
    assert text.count("Not heard in these sources.") == 1


@pytest.mark.parametrize(
    ("actor", "claims"),
    [
        ("lee", [said("a", "kim", "lee"), said("b", "lee")]),
        ("lee", [said("a", "kim", "lee"), said("b", "kim", via=["lee"])]),
        ("town", [said("a", "kim", "town"), said("b", "lee")]),
        ("guild", [said("a", "kim", "guild")]),
    ],
)
def test_whoever_is_heard_or_never_asked_is_not_called_unheard(
    actor: str, claims: list[dict[str, Any]]
) -> None:
    people = PEOPLE | {
        "lee": PEOPLE["lee"] | {"member_of": "town"},
        "guild": {"name": "Guild", "kind": "group"},
    }
    assert "Not heard" not in page_of(actor, rain(*claims, actors=people))


def test_in_each_briefing_it_is_told_of_its_own_sources() -> None:
    snow = one("snow", actors=PEOPLE, claims=[said("a", "kim", "lee")], as_of="2023")
    text = page_of("lee", rain(said("a", "kim", "lee"), said("b", "lee")), snow)
    before, after = text.split("## [Snow]")
    assert "Not heard" not in before
    assert "Not heard in these sources." in after


MATTERS: Final = "matters: {fall: {title: The fall}, sky: {title: The sky}}\n"
TEXT: Final = "Lee fell, Kim said. “I stand,” said Lee."
OF_LEE: Final = (
    "- {id: fell, matter: fall, text: Kim says that Lee fell., by: kim, "
    "evidence: {a: 'Lee fell, Kim said'}}\n"
)


def by_lee(fields: str, actors: str = "person") -> str:
    claim = f"- {{id: stands, {fields}text: Lee says that he stands., by: lee, evidence: {{a: I stand}}}}\n"
    people = f"actors:\n  kim: {{name: Kim, kind: person}}\n  lee: {{name: Lee, kind: {actors}}}\n"
    yaml = f"{people}{MATTERS}claims:\n{OF_LEE}{claim}"
    findings = Findings.of(find_passages(make_briefing(yaml, make_article(TEXT)))[0])
    return page_of("lee", findings)


def test_claims_on_the_same_matter_are_named_and_not_called_an_answer() -> None:
    text = by_lee("matter: fall, ")
    assert "On the same matter, by Lee: [2](../../briefings/b/index.md#claim-stands){: .ref " in text
    assert "answer" not in text.partition("ld+json")[0].partition("# Lee")[2]


@pytest.mark.parametrize(
    ("fields", "kind"), [("", "person"), ("matter: sky, ", "person"), ("matter: fall, ", "group")]
)
def test_nothing_is_told_of_an_answer_where_nothing_is_known(fields: str, kind: str) -> None:
    text = by_lee(fields, kind)
    assert headings(text)[2:] == ["Says", "Said of Lee"]
    assert "on the same matter" not in text
    assert "Not heard" not in text


# Who somebody is, and who belongs to them.


def test_the_page_of_a_group_leads_to_its_members_that_say_something() -> None:
    people = {
        "town": {"name": "The town", "kind": "state"},
        "office": {"name": "The office", "kind": "organisation", "member_of": "town"},
        "kim": {"name": "Ada Kim", "kind": "person", "member_of": "office"},
        "lee": {"name": "Bo Lee", "kind": "person", "member_of": "office"},
    }
    shown = rain(said("a", "kim", "lee"), actors=people)
    for group in ("town", "office"):
        text = page_of(group, shown)
        assert "Members heard: [Ada Kim](../kim/index.md)\n" in text
    assert "Members" not in page_of("kim", shown)


def test_of_many_members_the_first_are_named_and_the_others_counted() -> None:
    number = MOST_MEMBERS + 3
    people = {
        f"p{at:02}": {"name": f"P {at:02}", "kind": "person", "member_of": "town"} for at in range(number)
    }
    claims = [said(f"c{at}", f"p{at:02}") for at in range(number)]
    text = page_of("town", rain(*claims, actors={**PEOPLE, **people}))
    [line] = [line for line in text.split("\n") if line.startswith("Members heard: ")]
    assert line.count("](") == MOST_MEMBERS
    assert line.endswith(f"[P {MOST_MEMBERS - 1:02}](../p{MOST_MEMBERS - 1:02}/index.md), and 3 more")


def test_members_in_a_circle_end() -> None:
    people = {
        "a": {"name": "A", "kind": "group", "member_of": "b"},
        "b": {"name": "B", "kind": "group", "member_of": "a"},
    }
    assert "Members heard: [A](../a/index.md)\n" in page_of("b", rain(said("x", "a"), actors=people))
