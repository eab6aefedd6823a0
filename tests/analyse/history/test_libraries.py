"""What differs between two libraries: which briefings were touched, and what of each comes first."""

from dataclasses import replace
from typing import Any, get_args

from hypothesis import given
from hypothesis import strategies as st

from generator.analyse.findings.findings import Findings
from generator.analyse.history.libraries import Difference, counts, difference
from generator.model.briefing import Briefing, Library
from generator.model.changes import Alarm, Change, Kind, What
from generator.model.entries import Actor, Registry
from tests.analyse.history.versions import briefings
from tests.analyse.makers import summary_of

QUOTE = {"article": "a", "exact": "the wall holds"}


def briefing(slug: str, **given: Any) -> Briefing:
    return replace(summary_of(**given), slug=slug)


def between(before: list[Briefing], after: list[Briefing], **actors: tuple[str, str]) -> Difference:
    """The difference of two libraries; each shared actor by its name before and after."""
    sides = []
    for side, found in enumerate((before, after)):
        registry = {
            id: Actor.model_validate({"name": names[side], "kind": "person"}) for id, names in actors.items()
        }
        library = Library(Registry(actors=registry), tuple(found))
        sides.append((library, tuple(Findings(one, {}, ()) for one in found)))
    return difference(sides[0], sides[1])


def test_briefings_that_did_not_change_are_left_out() -> None:
    same, before, after = briefing("b"), briefing("c"), briefing("c", title="Another")
    found = between([same, before], [same, after])
    assert [(one.slug, len(one.changes)) for one in found.briefings] == [("c", 1)]
    assert between([same], [same]) == Difference((), ())


def test_a_new_one_and_one_that_is_gone_stand_by_their_slugs() -> None:
    found = between([briefing("m"), briefing("z")], [briefing("z", title="T"), briefing("a")])
    assert [(one.slug, one.before is None, one.after is None) for one in found.briefings] == [
        ("a", True, False),
        ("m", False, True),
        ("z", False, False),
    ]
    assert [one.changes[0].what for one in found.briefings] == [What.ADDED, What.REMOVED, What.CHANGED]


def test_a_briefing_that_moved_is_held_against_what_it_was() -> None:
    old = briefing("old", claims=[{"id": "wall"}])
    new = briefing("new", claims=[{"id": "wall", "text": "It holds."}], former_slugs=["older", "old"])
    (found,) = between([old], [new]).briefings
    assert (found.slug, found.moved_from) == ("new", "old")
    assert [(one.kind, one.what) for one in found.changes] == [
        ("claim", What.CHANGED),
        ("briefing", What.CHANGED),
    ]


def test_a_briefing_that_moved_and_is_else_the_same_is_told() -> None:
    named = briefing("new", former_slugs=["old"])
    (found,) = between([replace(named, slug="old")], [named]).briefings
    assert (found.moved_from, found.changes) == ("old", ())


def test_a_briefing_that_moved_long_ago_is_held_against_itself() -> None:
    """Even where another has taken the old address since."""
    new = briefing("new", former_slugs=["old"])
    found = between([new, briefing("old")], [replace(new), briefing("old", title="T")])
    assert [(one.slug, one.moved_from, len(one.changes)) for one in found.briefings] == [("old", "", 1)]


def test_shared_actors() -> None:
    found = between([], [], kim=("Kim", "Kim"), pak=("Pak", "Pak Jin"))
    assert [(one.kind, one.id, one.alarms) for one in found.actors] == [("actor", "pak", (Alarm.SPEAKER,))]


def test_what_to_look_at_first_stands_first() -> None:
    before = briefing(
        "b",
        note="One.",
        claims=[{"id": id, "evidence": [QUOTE]} for id in ("note", "date", "speaker", "class")],
    )
    after = briefing(
        "b",
        note="Two.",
        claims=[
            {"id": "note", "evidence": [QUOTE], "note": "So."},
            {"id": "date", "evidence": [QUOTE], "said": "2024-10-13"},
            {"id": "speaker", "evidence": [QUOTE], "by": "pak"},
            {"id": "class", "evidence": [{**QUOTE, "modality": "denies"}]},
            {"id": "new"},
            {"id": "newer"},
        ],
    )
    (found,) = between([before], [after]).briefings
    assert [one.id for one in found.changes] == ["speaker", "class", "date", "new", "newer", "", "note"]
    assert counts(found.changes) == {"first": 2, "substantive": 3, "editorial": 2}


CHANGES = st.lists(
    st.builds(
        Change,
        kind=st.sampled_from(get_args(Kind)),
        id=st.text(),
        what=st.sampled_from(What),
        alarms=st.sampled_from([(), (Alarm.CLASS,)]),
        substantive=st.booleans(),
    )
)


@given(CHANGES)
def test_each_change_is_counted_once(changes: list[Change]) -> None:
    assert sum(counts(changes).values()) == len(changes)


@given(briefings(), briefings())
def test_one_briefing_s_changes_are_no_other_s(one: Briefing, two: Briefing) -> None:
    alone = between([one], [two]).briefings
    among = between([briefing("a"), one], [two, briefing("z")]).briefings
    assert [found for found in among if found.slug == one.slug] == list(alone)
    assert [found.slug for found in among if found.slug != one.slug] == ["a", "z"]
