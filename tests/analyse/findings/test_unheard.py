"""Who is spoken of and not heard, and what to get first."""

from typing import Any, Final

import pytest

from generator.analyse.findings.to_get import origins_to_get, origins_to_get_of_all
from generator.analyse.findings.unheard import unheard
from generator.model.briefing import Briefing
from tests.analyse.makers import summary_of

ACTORS: Final = {
    "town": {"name": "The town", "kind": "state"},
    "mayor": {"name": "Ann Lee", "kind": "person", "member_of": "council"},
    "council": {"name": "The council", "kind": "group", "member_of": "town"},
    "guild": {"name": "The guild", "kind": "group"},
    "smith": {"name": "Bo Smith", "kind": "person"},
    "gone": {"name": "Cy Gone", "kind": "person", "withdrawn": {"date": "2030", "reason": "Private."}},
}


def said(by: str, *about: str, **more: object) -> dict[str, Any]:
    return {"id": f"{by}-{'-'.join(about) or 'alone'}", "by": by, "about": list(about), **more}


def not_heard(*claims: dict[str, Any]) -> tuple[str, ...]:
    return unheard(summary_of(claims=list(claims), actors=ACTORS))


def test_who_is_spoken_of_and_says_nothing_those_of_whom_most_is_said_first() -> None:
    claims = (said("guild", "smith"), said("guild", "town", "smith"))
    assert not_heard(*claims) == ("smith", "town")


def test_a_state_is_heard_by_its_members_members() -> None:
    assert not_heard(said("mayor", "town"), said("guild", "town")) == ()
    # And not the other way round.
    assert not_heard(said("town", "mayor")) == ("mayor",)


def test_only_persons_and_states_are_told() -> None:
    assert not_heard(said("smith", "guild", "council")) == ()


def test_what_was_withdrawn_counts_for_nothing() -> None:
    withdrawn = {"withdrawn": {"date": "2030", "reason": "An error."}}
    assert not_heard(said("guild", "smith", **withdrawn)) == ()
    assert not_heard(said("guild", "smith"), said("smith", "guild", **withdrawn)) == ("smith",)
    assert not_heard(said("guild", "gone")) == ()


def test_who_passes_words_on_is_heard_and_who_only_may_be_speaking_is_not() -> None:
    assert not_heard(said("guild", "smith"), said("guild", "council", via=["smith"])) == ()
    open_ = {"evidence": [{"article": "a", "exact": "so", "by_open": ["smith", "article"]}]}
    assert not_heard(said("guild", "smith"), said("council", "guild", **open_)) == ("smith",)


@pytest.mark.parametrize(
    ("questions", "first"),
    [
        ([], ()),
        ([["talk"], ["note"]], (("talk", 1), ("note", 1))),
        ([["note"], ["note", "talk"]], (("note", 2), ("talk", 1))),
        # Named twice by one question, and unknown.
        ([["note", "note", "dream"]], (("note", 1),)),
    ],
)
def test_what_answers_most_comes_first(
    questions: list[list[str]], first: tuple[tuple[str, int], ...]
) -> None:
    origins = {id: {"title": id, "kind": "statement"} for id in ("talk", "note")}
    asked = [
        {"id": f"q{at}", "text": "Why?", "claims": [], "settled_by": ids} for at, ids in enumerate(questions)
    ]
    answered = {"id": "done", "text": "So?", "claims": [], "settled_by": ["talk"], "status": "answered"}
    assert origins_to_get(summary_of(origins=origins, questions=[*asked, answered])) == first


def test_of_all_briefings_origins_that_several_wait_for_are_listed_most_first() -> None:
    """Two with the same title stay two: that they are one thing is said by nobody."""
    origins = {
        "talk": {"title": "The talk", "kind": "interview"},
        "map": {"title": "Map", "kind": "document"},
    }

    def asking(*settled_by: list[str]) -> Briefing:
        asked = [
            {"id": f"q{at}", "text": "Why?", "claims": [], "settled_by": ids}
            for at, ids in enumerate(settled_by)
        ]
        return summary_of(origins=origins, questions=asked)

    first = asking(["talk"], ["map", "talk"])
    second = asking(["talk"], ["talk"], ["talk"], ["map"])
    third = asking(["map"], ["map"])
    assert [
        (entry.briefing, entry.origin, entry.waiting)
        for entry in origins_to_get_of_all([first, second, third])
    ] == [(second, "talk", 3), (first, "talk", 2), (third, "map", 2)]
