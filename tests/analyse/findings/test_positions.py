"""Changes of position: which claims of a speaker belong together, the earlier first."""

from typing import Any

import pytest

from generator.analyse.findings.positions import changes_of_position
from tests.analyse.makers import summary_of


def claim(id: str, *later_than: str, by: str | list[str] = "mayor", **more: Any) -> dict[str, Any]:
    relations = [{"kind": "later-position-of", "claim": other} for other in later_than]
    return {"id": id, "by": by, "relations": relations, **more}


def changes(*claims: dict[str, Any], actor: str = "mayor") -> list[list[tuple[str, bool]]]:
    made = summary_of(claims=list(claims))
    return [
        [(position.claim.id, position.is_later) for position in change]
        for change in changes_of_position(made, actor)
    ]


def test_the_earlier_claim_stands_first_wherever_the_yaml_has_it() -> None:
    assert changes(claim("now", "then"), claim("other"), claim("then")) == [[("then", False), ("now", True)]]
    assert changes(claim("then"), claim("now", "then")) == [[("then", False), ("now", True)]]


def test_claims_joined_by_others_are_one_change_and_those_that_nothing_joins_are_two() -> None:
    found = changes(
        claim("third", "second"), claim("b", "a"), claim("second", "first"), claim("first"), claim("a")
    )
    assert found == [
        [("first", False), ("second", True), ("third", True)],
        [("a", False), ("b", True)],
    ]


def test_two_earlier_ones_are_both_told_as_earlier() -> None:
    assert changes(claim("now", "one", "two"), claim("two"), claim("one")) == [
        [("two", False), ("one", False), ("now", True)]
    ]


def test_corroboration_and_what_was_withdrawn_are_no_change() -> None:
    gone: dict[str, Any] = {"withdrawn": {"date": "2031", "reason": "An error."}}
    assert changes(claim("then"), claim("now", "then", **gone)) == []
    assert changes(claim("then", **gone), claim("now", "then")) == []
    same = {"relations": [{"kind": "corroborates", "claim": "then", "note": "Apart."}]}
    assert changes(claim("then"), {"id": "now", "by": "mayor", **same}) == []


def test_a_joint_claim_is_no_change_of_those_who_did_not_say_the_other() -> None:
    claims = (claim("then"), claim("now", "then", by=["mayor", "guild"]))
    assert changes(*claims) == [[("then", False), ("now", True)]]
    assert changes(*claims, actor="guild") == []


@pytest.mark.parametrize("others", [["b"], ["a"], ["unknown"]])
def test_circles_and_unknown_claims_end(others: list[str]) -> None:
    [*found] = changes(claim("a", *others), claim("b", "a"))
    assert sorted(id for change in found for id, _ in change) == ["a", "b"]
