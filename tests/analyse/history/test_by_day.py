"""A day's versions as one."""

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.analyse.history.by_day import by_day
from generator.analyse.history.compare import compare
from generator.analyse.history.snapshot import Snapshot, snapshot
from generator.model.briefing import Briefing
from generator.model.changes import Change, History, Part, Version, What
from tests.analyse.history.versions import briefings


def claim(text: str) -> Snapshot:
    return {("claim", "wall"): {"text": text}}


def history(*steps: tuple[str, Snapshot]) -> History:
    """A version at each time, with the changes that its snapshot makes in the one before."""
    versions = [Version("0" * 40, steps[0][0], "c")]
    versions += [
        Version(str(at) * 40, time, "c", compare(before, after))
        for at, ((_, before), (time, after)) in enumerate(pairwise(steps), 1)
    ]
    return History(tuple(versions))


def told(history: History) -> list[tuple[str, list[tuple[str, object, object]]]]:
    """Of each version its time, and of each change what, its text before and after."""
    return [
        (
            one.time,
            [
                (change.what.value, (change.before or {}).get("text"), (change.after or {}).get("text"))
                for change in one.changes
            ],
        )
        for one in history.versions
    ]


FIRST = "2024-11-01T08:00:00Z"
NINE, NOON, NIGHT = (f"2024-11-02T{hour}:00:00Z" for hour in ("09", "12", "23"))
NEXT = "2024-11-03T00:00:00Z"


def test_what_changed_twice_is_one_change_from_before_to_after_the_day() -> None:
    made = history((FIRST, claim("A.")), (NINE, claim("B.")), (NOON, claim("C.")), (NEXT, claim("D.")))
    merged = by_day(made)
    assert told(merged) == [
        (FIRST, []),
        (NOON, [("changed", "A.", "C.")]),
        (NEXT, [("changed", "C.", "D.")]),
    ]
    assert merged.versions[1].tree == made.versions[2].tree
    assert merged.versions[1].changes[0].parts == (Part("text", "A.", "C.", substantive=True),)


def test_the_first_version_stands_alone() -> None:
    merged = by_day(history((FIRST, claim("A.")), ("2024-11-01T09:00:00Z", claim("B."))))
    assert told(merged) == [(FIRST, []), ("2024-11-01T09:00:00Z", [("changed", "A.", "B.")])]
    assert merged.versions[0] is merged.first


def test_what_was_changed_back_or_came_and_went_is_no_change() -> None:
    back = history((FIRST, claim("A.")), (NINE, claim("B.")), (NOON, claim("A.")))
    assert told(by_day(back)) == [(FIRST, []), (NOON, [])]
    went = history((FIRST, {}), (NINE, claim("B.")), (NOON, {}))
    assert told(by_day(went)) == [(FIRST, []), (NOON, [])]
    assert by_day(went).last_changed is by_day(went).first


def test_new_and_then_reworded_is_new() -> None:
    assert told(by_day(history((FIRST, {}), (NINE, claim("A.")), (NOON, claim("B.")))))[1:] == [
        (NOON, [("added", None, "B.")])
    ]


def test_removed_and_put_back_otherwise_is_changed() -> None:
    made = history((FIRST, claim("A.")), (NINE, {}), (NOON, claim("B.")))
    assert told(by_day(made))[1:] == [(NOON, [("changed", "A.", "B.")])]


def test_version_is_the_last_of_the_day_that_changed_something() -> None:
    editorial: Snapshot = {("claim", "wall"): {"text": "B.", "note": "So they say."}}
    made = history((FIRST, claim("A.")), (NINE, claim("B.")), (NIGHT, editorial))
    [_, merged] = by_day(made).versions
    assert (merged.time, merged.tree) == (NINE, "1" * 40)
    assert [part.field for change in merged.changes for part in change.parts] == ["text", "note"]


def test_sentence_is_followed_to_its_new_number() -> None:
    def short(*texts: str) -> Snapshot:
        return {("sentence", str(at)): {"text": text, "claims": [text]} for at, text in enumerate(texts, 1)}

    made = history(
        (FIRST, short("It rains in the north.")),
        (NINE, short("It rains in the south.")),
        (NOON, short("Ferries.", "It rains in the far south.")),
    )
    merged = by_day(made).versions[1].changes
    assert [(one.id, one.what, (one.before or {}).get("text")) for one in merged] == [
        ("1", What.ADDED, None),
        ("2", What.CHANGED, "It rains in the north."),
    ]


def test_what_was_taken_out_stays_as_it_is() -> None:
    gone = Change("claim", "wall", What.CHANGED, hidden=True)
    versions = (Version("0", FIRST), Version("1", NINE, "c", (gone,)), Version("2", NOON, "c", (gone,)))
    assert by_day(History(versions)).versions[1].changes == (gone, gone)


def test_what_is_not_committed_yet_is_no_part_of_a_day() -> None:
    versions = (Version("0", FIRST), Version("1", NINE), Version("2"))
    assert by_day(History(versions)) == History(versions)
    assert by_day(History()) == History()


@settings(max_examples=50)
@given(st.lists(briefings(), min_size=2, max_size=4))
def test_a_day_is_what_its_ends_differ_in(versions: list[Briefing]) -> None:
    """Sentences aside, which are matched by their words, step by step."""
    snapshots = [snapshot(one) for one in versions]
    times = [FIRST, *[NINE] * (len(versions) - 1)]
    merged = by_day(history(*zip(times, snapshots, strict=True)))
    assert len(merged.versions) == 2
    found = {(one.kind, one.id): one for one in merged.versions[1].changes if one.kind != "sentence"}
    whole = [one for one in compare(snapshots[0], snapshots[-1]) if one.kind != "sentence"]
    assert found == {(one.kind, one.id): one for one in whole}
    assert len(found) == sum(one.kind != "sentence" for one in merged.versions[1].changes)
