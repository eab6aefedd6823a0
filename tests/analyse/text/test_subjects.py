"""Subjects of a sentence: the actors that it names, and not those whose office or place it names."""

import pytest

from generator.analyse.quotes.named import about, about_others
from generator.analyse.text.subjects import Subjects
from generator.model.entries import Actor
from tests.analyse.makers import summary_of

WRITTEN: dict[str, dict[str, object]] = {
    "ukraine": {"name": "Ukraine", "kind": "state", "aliases": ["Kyiv"]},
    "russia": {"name": "Russia", "kind": "state", "aliases": ["Moscow"]},
    "korea": {"name": "North Korea", "kind": "state"},
    "delegation": {"name": "the Ukrainian delegation", "kind": "group", "aliases": ["Ukraine’s delegation"]},
    "nato": {"name": "NATO", "kind": "organisation"},
    "moss": {"name": "Lena Moss", "kind": "person", "role": "mayor of Odesa"},
    "odesa": {"name": "Odesa", "kind": "group"},
    "kim-un": {"name": "Kim Jong Un", "kind": "person"},
    "lee": {"name": "Ann Lee", "kind": "person"},
    "bob-lee": {"name": "Bob Lee", "kind": "person"},
    "putin": {"name": "Putin", "kind": "person"},
    "gone": {"withdrawn": {"date": "2024-11-01", "reason": "Taken out."}},
}
ACTORS = {id: Actor.model_validate(actor) for id, actor in WRITTEN.items()}


def named(text: str, *speakers: str) -> list[str]:
    return list(Subjects(ACTORS).of(text, speakers))


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        # Names and aliases, in their order and each once.
        ("It fights against Ukraine.", ["ukraine"]),
        ("Russia and Ukraine talked, says Russia.", ["russia", "ukraine"]),
        ("Kyiv fears that Moscow will act.", ["ukraine", "russia"]),
        ("Russia’s war will harm NATO.", ["russia", "nato"]),
        ("North Korea sent soldiers.", ["korea"]),
        ("Ukraine caught two soldiers.", ["ukraine"]),
        # Whole words alone.
        ("Ukrainians spoke of Russian plans.", []),
        # Surnames of one person alone; of two they mean nobody.
        ("Nobody met Moss or Un.", ["moss", "kim-un"]),
        ("Nobody met Lee.", []),
        ("Nobody met Bob Lee.", ["bob-lee"]),
        ("Nobody met Putin’s aides.", ["putin"]),
        # Nobody.
        ("It rains.", []),
        ("", []),
    ],
)
def test_whom_a_sentence_names(text: str, ids: list[str]) -> None:
    assert named(text) == ids


def test_the_longest_name_wins() -> None:
    assert named("Ukraine's delegation left.") == ["delegation"]
    assert named("The Ukrainian delegation met Ukraine.") == ["delegation", "ukraine"]


@pytest.mark.parametrize(
    "text",
    [
        # Of an office.
        "Ukraine's foreign ministry spoke.",
        "Ukraine’s permanent representative spoke.",
        "The president of Ukraine spoke.",
        "A spokesman for the Ukraine spoke.",
        "The ambassador to Ukraine spoke.",
        "Ukraine officials spoke.",
        "Ukraine’s troops left.",
        # Of a place.
        "They fight in Ukraine.",
        "They came from Ukraine.",
        "They are near Ukraine, or inside the Ukraine.",
        "They hold eastern Ukraine.",
        "They hold occupied Ukraine.",
        "They fight for Ukraine's Kursk region.",
        "They fight for Ukraine’s eastern Odesa Oblast.",
        "Arms were sent to Ukraine.",
        "They will travel by train to Ukraine.",
        "The ships are going to Ukraine.",
    ],
)
def test_a_state_whose_office_or_place_is_named_is_not(text: str) -> None:
    assert "ukraine" not in named(text)


@pytest.mark.parametrize(
    "text",
    [
        "They warned Ukraine in May.",
        "They sold it to Ukraine.",
        "They listened to Ukraine.",
        "Help is due to Ukraine. They sent more.",
        "Ukraine's help came late.",
        "It angers Ukraine, whose minister left.",
    ],
)
def test_a_state_beside_such_words_is_named_all_the_same(text: str) -> None:
    """The control: it is the name's own place in the sentence that counts."""
    assert named(text) == ["ukraine"]


def test_an_organisation_is_no_place_but_has_offices() -> None:
    assert named("They spoke of it in NATO.") == ["nato"]
    assert named("NATO’s secretary spoke, and the head of NATO.") == []


def test_persons_are_no_place_and_no_office() -> None:
    assert named("They heard from Moss.") == ["moss"]
    assert named("They spoke to Moss’s spokesman.") == ["moss"]


def test_a_name_in_a_role_is_not_named_whatever_its_capitals() -> None:
    assert named("The mayor of Odesa left.") == []
    assert named("The Mayor of Odesa left.") == []
    assert named("The mayor left for Odesa.") == ["odesa"]


def test_the_speaker_is_never_the_subject() -> None:
    text = "Moss says that Ukraine trusts Moss."
    assert named(text, "moss") == ["ukraine"]
    assert named(text, "moss", "ukraine") == []


def told(*claims: dict[str, object]) -> dict[str, tuple[str, ...]]:
    briefing = summary_of(claims=list(claims), actors=WRITTEN)
    return dict(about(briefing))


def test_a_claim_is_about_whom_it_declares_and_whom_it_names_each_once() -> None:
    text = "Moss says that Ukraine trusts NATO."
    assert told({"id": "c", "by": "moss", "text": text}) == {"c": ("ukraine", "nato")}
    assert told({"id": "c", "by": "moss", "text": text, "about": ["nato", "korea"]}) == {
        "c": ("nato", "korea", "ukraine")
    }


def test_nobody_who_says_or_may_be_saying_a_claim_is_worked_out() -> None:
    text = "Moss says that Ukraine trusts NATO and Russia."
    quotes = [
        {"article": "a", "exact": "so", "by": "ukraine"},
        {"article": "b", "exact": "so", "by_open": ["nato", "article"]},
    ]
    assert told({"id": "c", "by": "moss", "text": text, "evidence": quotes}) == {"c": ("russia",)}
    quotes.append({"article": "b", "exact": "so"})  # in one of them it is Moss
    assert told({"id": "c", "by": "moss", "text": text, "evidence": quotes}) == {"c": ("russia",)}


def test_who_is_declared_is_about_even_of_its_own_words() -> None:
    """An editor may say that somebody speaks of themselves; what others say of them it is not."""
    claim = {"id": "c", "by": "moss", "text": "Moss says that all is well.", "about": ["moss", "nato"]}
    briefing = summary_of(claims=[claim], actors=WRITTEN)
    assert about(briefing)["c"] == ("moss", "nato")
    assert about_others(briefing, briefing.claims["c"]) == ("nato",)


def test_what_a_claim_says_of_somebody_who_speaks_in_one_article_is_said_by_others_in_none() -> None:
    quote = {"article": "a", "exact": "so", "by": "nato"}
    claim = {"id": "c", "by": "moss", "text": "So.", "about": ["nato"], "evidence": [quote]}
    briefing = summary_of(claims=[claim], actors=WRITTEN)
    assert about_others(briefing, briefing.claims["c"]) == ()
