"""Whose names count in a briefing: those of the actors that it names, before others of the registry."""

from dataclasses import replace

from generator.analyse.checks.bottom_line import check_grounding
from generator.analyse.checks.names import check_names
from generator.analyse.quotes.find import find_passages
from generator.analyse.quotes.named import about, known_actors
from generator.model.briefing import Briefing
from generator.model.entries import Actor
from tests.analyse.makers import make_article, make_briefing


def actor(name: str, kind: str = "organisation", *aliases: str, role: str | None = None) -> Actor:
    return Actor.model_validate({"name": name, "kind": kind, "aliases": list(aliases), "role": role})


REGISTRY = {
    "bridge-board": actor("Bridge Safety Board", "organisation", "the Board"),
    "dam-board": actor("Dam Licensing Board", "organisation", "the Board"),
    "italy": actor("Italy", "state"),
    "ann-kim": actor("Ann Kim", "person"),
    "bob-kim": actor("Bob Kim", "person"),
}
ARTICLE = "The Board said that the dam holds. Ann Kim was in Italy."


def briefing(claims: str, bottom_line: str = "[]", text: str = ARTICLE) -> Briefing:
    made = make_briefing(f"bottom_line: {bottom_line}\nclaims:\n{claims}", make_article(text))
    return replace(made, actors=REGISTRY)


SAYS = """
  - id: holds
    text: The Board says that the dam holds.
    by: dam-board
    evidence: {a: that the dam holds}
"""


def test_an_alias_means_the_actor_that_the_briefing_names() -> None:
    made = briefing(SAYS, "[{text: The Board says that the dam holds., claims: [holds]}]")
    # Though another actor of the registry has it, too, and its id comes first.
    assert check_grounding(made) == []
    (quote,) = find_passages(made)[0].quotes["holds"]
    assert quote.attributed is True
    assert about(made)["holds"] == ()
    assert check_names(made) == []


def test_the_control_a_name_of_another_actor_is_told() -> None:
    made = briefing(SAYS, "[{text: Italy says that the dam holds., claims: [holds]}]")
    assert [one.code for one in check_grounding(made)] == ["not-in-claims"]


def test_a_shared_alias_means_nobody_where_no_entry_names_one_of_them() -> None:
    claim = """
  - {id: holds, text: It says that the Board holds the dam., by: article, evidence: {a: the dam holds}}
"""
    assert about(briefing(claim))["holds"] == ()
    assert known_actors(briefing(claim)).keys() == {"ann-kim", "italy"}


def test_who_is_named_by_a_whole_name_in_an_article_is_known() -> None:
    known = known_actors(briefing(SAYS))
    assert known.keys() == {"dam-board", "ann-kim", "italy"}
    assert known["dam-board"].aliases == ("the Board",)


def test_another_actor_keeps_the_names_that_are_its_own_alone() -> None:
    known = known_actors(briefing(SAYS, text=f"{ARTICLE} The Bridge Safety Board left."))
    assert known["bridge-board"].name == "Bridge Safety Board" and known["bridge-board"].aliases == ()


def test_words_of_an_actor_that_no_entry_names_are_not_the_speaker_s() -> None:
    text = "The Board met. “It holds,” Ann Kim said."
    made = briefing(
        "  - {id: holds, text: The Board says that it holds., by: dam-board, evidence: {a: It holds}}",
        text=text,
    )
    (quote,) = find_passages(made)[0].quotes["holds"]
    assert quote.attributed is False


def two_kims(first: str | None, second: str | None) -> Briefing:
    claims = """
  - {id: a, text: Ann Kim says that it holds., by: one, evidence: {a: It holds}}
  - {id: b, text: Ann Kim says that it broke., by: two, evidence: {a: It broke}}
"""
    actors = {"one": actor("Ann Kim", "person", role=first), "two": actor("Ann Kim", "person", role=second)}
    text = "“It holds,” Ann Kim said. Another Ann Kim said: “It broke.”"
    return replace(briefing(claims, text=text), actors=actors)


def test_two_persons_of_one_name_need_a_role_each() -> None:
    assert [one.code for one in check_names(two_kims(None, None))] == ["shared-name"]
    assert [one.code for one in check_names(two_kims("mayor", None))] == ["shared-name"]
    assert [one.code for one in check_names(two_kims("mayor", "Mayor"))] == ["shared-name"]
    assert check_names(two_kims("mayor", "engineer")) == []


def test_a_name_of_two_means_neither() -> None:
    made = two_kims("mayor", "engineer")
    claims = """
  - {id: a, text: The article says that Ann Kim left., by: article, evidence: {a: It holds}}
"""
    assert about(replace(made, written=briefing(claims).written))["a"] == ()
