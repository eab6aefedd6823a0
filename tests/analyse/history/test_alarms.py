"""What a reviewer sees first: speaker, class, number or denial changed while the quotes stand."""

from typing import Any

import pytest

from generator.analyse.history.alarms import alarms
from generator.model.changes import Alarm

QUOTE = {"article": "a", "exact": ["the wall won’t hold"], "cue": "said"}
OTHER = {"article": "b", "exact": ["it may hold"]}
CLAIM = {"text": "Eight soldiers left.", "by": ["kim"], "evidence": [QUOTE]}


def _alarms(**other: Any) -> list[Alarm]:
    """Of the claim, changed so; the alarms don't depend on which of the two was first."""
    forth, back = alarms("claim", CLAIM, {**CLAIM, **other}), alarms("claim", {**CLAIM, **other}, CLAIM)
    assert forth == back
    return list(forth)


@pytest.mark.parametrize(
    ("other", "alarm"),
    [
        ({"by": ["pak"]}, Alarm.SPEAKER),
        ({"by": ["kim", "pak"]}, Alarm.SPEAKER),
        ({"by": ["article"]}, Alarm.SPEAKER),
        ({"via": ["Western officials"]}, Alarm.SPEAKER),
        ({"text": "Nine soldiers left."}, Alarm.NUMBER),
        ({"text": "Some soldiers left."}, Alarm.NUMBER),
        ({"text": "Eight soldiers left on 13 October."}, Alarm.NUMBER),
        ({"text": "Eight per cent of the soldiers left."}, Alarm.NUMBER),
        ({"text": "Eight soldiers have not left."}, Alarm.NEGATION),
        ({"text": "Eight soldiers never left."}, Alarm.NEGATION),
        ({"text": "Eight soldiers haven’t left."}, Alarm.NEGATION),
        ({"text": "Eight soldiers refused to leave."}, Alarm.NEGATION),
    ],
)
def test_one_thing_changed(other: dict[str, Any], alarm: Alarm) -> None:
    assert _alarms(**other) == [alarm]


@pytest.mark.parametrize(
    ("other", "alarm"),
    [
        ({"by": ["pak"]}, Alarm.SPEAKER),
        ({"by": ["article"]}, Alarm.SPEAKER),
        ({"by_open": ["kim", "article"]}, Alarm.SPEAKER),
        ({"described_as": "an officer"}, Alarm.SPEAKER),
        ({"via": ["Western officials"]}, Alarm.SPEAKER),
        ({"cue": "denied"}, Alarm.CLASS),
        ({"modality": "denies"}, Alarm.CLASS),
        ({"translation": "Die Mauer hält 8 Tage"}, Alarm.NUMBER),
        ({"translation": "The wall has not held"}, Alarm.NEGATION),
    ],
)
def test_one_thing_changed_at_a_quote_that_stands(other: dict[str, Any], alarm: Alarm) -> None:
    """Also beside a quote that is new, and whatever its place among the others is."""
    assert _alarms(evidence=[{**QUOTE, **other}]) == [alarm]
    assert _alarms(evidence=[OTHER, {**QUOTE, **other}]) == [alarm]


def test_who_leaves_open_whom_it_quotes_is_compared_in_any_order() -> None:
    one = {**CLAIM, "evidence": [{**QUOTE, "by_open": ["kim", "article"]}]}
    same = {**CLAIM, "evidence": [{**QUOTE, "by_open": ["article", "kim"]}]}
    two = {**CLAIM, "evidence": [{**QUOTE, "by_open": ["pak", "article"]}]}
    named = {**CLAIM, "evidence": [{**QUOTE, "by": ["kim", "article"]}]}
    assert alarms("claim", one, same) == ()
    assert alarms("claim", one, two) == (Alarm.SPEAKER,)
    assert alarms("claim", one, named) == (Alarm.SPEAKER,)


def test_what_is_said_of_another_quote_is_no_alarm() -> None:
    """A quote that is new may have any speaker and class; one that is gone had them."""
    other = {**OTHER, "by": ["pak"], "modality": "denies", "cue": "denied", "translation": "Not 9."}
    assert _alarms(evidence=[QUOTE, other]) == []


@pytest.mark.parametrize(
    ("before", "after"),
    [("5 degrees", "-5 degrees"), ("5 degrees", "−5 degrees"), ("5 per cent", ".5 per cent")],
)
def test_a_sign_makes_another_number(before: str, after: str) -> None:
    one = {**CLAIM, "text": before}
    assert alarms("claim", one, {**one, "text": after}) == (Alarm.NUMBER,)


def test_all_at_once_in_one_order() -> None:
    changed = {"by": ["pak"], "text": "Nine soldiers have not left."}
    assert _alarms(**changed, evidence=[{**QUOTE, "modality": "denies"}]) == [
        one for one in Alarm if one is not Alarm.SOURCE
    ]


@pytest.mark.parametrize(
    "other",
    [
        {},
        {"text": "8 soldiers left"},
        {"text": "Eight soldiers departed in haste."},
        {"text": "Eight soldiers left for Kursk, says Pak."},
        {"evidence": [{**QUOTE, "note": "Nine, says another."}]},
        {"evidence": [{**QUOTE, "origin": "talk", "origin_inferred": "Not told otherwise."}]},
        {"evidence": [{**QUOTE, "translation": "Die Mauer hält stand"}]},
        {"about": ["pak"]},
        {"note": "Nine, says another."},
        {"origin": "talk"},
        {"said": {"edtf": "2024-10-13"}},
    ],
)
def test_what_is_no_alarm(other: dict[str, Any]) -> None:
    assert _alarms(**other) == []


def test_who_is_named_first_in_a_joint_statement_is_no_alarm() -> None:
    both = {**CLAIM, "by": ["kim", "pak"], "via": ["“an officer”"]}
    assert alarms("claim", both, {**both, "by": ["pak", "kim"], "via": ["An officer"]}) == ()
    assert alarms("claim", both, {**both, "by": ["kim"], "via": ["pak", "“an officer”"]}) == (Alarm.SPEAKER,)


def test_a_quote_with_other_marks_stands() -> None:
    """Or a straight apostrophe would be enough to hide another speaker."""
    straight = {**QUOTE, "exact": ["the  wall won't\nhold"], "note": "From the first page."}
    assert _alarms(by=["pak"], evidence=[straight]) == [Alarm.SPEAKER]


def test_one_of_several_quotes_is_enough() -> None:
    assert _alarms(by=["pak"], evidence=[OTHER, QUOTE]) == [Alarm.SPEAKER]


@pytest.mark.parametrize(
    "evidence",
    [
        [],
        [{"article": "b", "exact": ["the wall won’t hold"]}],
        [{"article": "a", "exact": ["the wall will hold"]}],
        [{"article": "a", "exact": ["the wall", "won’t hold"]}],
    ],
)
def test_other_words_may_have_another_speaker(evidence: list[dict[str, Any]]) -> None:
    denied = [{**quote, "modality": "denies", "by": ["pak"]} for quote in evidence]
    assert _alarms(by=["pak"], text="No.", evidence=denied) == []


@pytest.mark.parametrize("kind", ["sentence", "assessment"])
def test_what_rests_on_the_same_claim(kind: Any) -> None:
    one = {"text": "Kim says that eight left.", "claims": ["eight-left", "wall"]}
    for text, told in {
        "Kim says that nine left.": (Alarm.NUMBER,),
        "Kim denies that eight left.": (Alarm.NEGATION,),
        "Kim says that 8 left": (),
    }.items():
        assert alarms(kind, one, {"text": text, "claims": ["eight-left"]}) == told
        assert alarms(kind, one, {"text": text, "claims": ["another"]}) == ()


def test_how_accounts_differ_is_held_while_the_question_rests_on_the_same_claim() -> None:
    one = {"text": "How many?", "differ": "Kim says that eight left.", "claims": ["eight-left", "wall"]}
    for differ, told in {
        "Kim says that nine left.": (Alarm.NUMBER,),
        "Kim never says that eight left.": (Alarm.NEGATION,),
        "": (Alarm.NUMBER,),
        "Kim says that 8 left": (),
    }.items():
        assert alarms("question", one, {**one, "differ": differ, "claims": ["eight-left"]}) == told
        assert alarms("question", one, {**one, "differ": differ, "claims": ["another"]}) == ()


def test_a_question_may_be_asked_in_other_words_and_of_other_numbers() -> None:
    one = {"text": "Did eight leave?", "claims": ["eight-left"]}
    assert alarms("question", one, {**one, "text": "Did nine never leave?"}) == ()


def test_an_actor_who_becomes_somebody_else() -> None:
    kim = {"name": "Kim Yo-jong", "kind": "person"}
    assert alarms("actor", kim, {**kim, "name": "Kim Jong Un"}) == (Alarm.SPEAKER,)
    assert alarms("actor", kim, {**kim, "name": "KIM Yo‑jong"}) == ()
    assert alarms("actor", kim, {**kim, "role": "marshal"}) == ()


@pytest.mark.parametrize("kind", ["question", "event", "source", "origin", "matter", "briefing", "aside"])
def test_what_has_no_quotes_has_no_alarm(kind: Any) -> None:
    before = {"text": "Eight left.", "title": "Eight", "claims": ["x"]}
    assert alarms(kind, before, {"text": "Nine did not.", "title": "No", "claims": ["x"]}) == ()


@pytest.mark.parametrize(
    ("before", "after", "alarm"),
    [
        ("It cost 5 crore.", "It cost 5 lakh.", Alarm.NUMBER),
        ("It cost 5 crore.", "It cost 5 rupees.", Alarm.NUMBER),
        ("It cost 8 Mrd.", "It cost 8 Mio.", Alarm.NUMBER),
        ("Some 10⁶ men", "Some 10⁵ men", Alarm.NUMBER),
        # Of an unknown scale, too.
        ("Some 5m refugees", "Some 6m refugees", Alarm.NUMBER),
        ("Some ٥٠ men", "Some ٦٠ men", Alarm.NUMBER),
        ("On Wednesday it held.", "On Thursday it held.", Alarm.NUMBER),
        ("It will hold.", "It won’t hold.", Alarm.NEGATION),
    ],
)
def test_a_translation_that_changed_under_a_standing_quote(before: str, after: str, alarm: Alarm) -> None:
    """Whatever the quote's language is, its translation is in ours."""
    quotes = [{"article": "a", "exact": ["Die Mauer hält"], "translation": text} for text in (before, after)]
    old, new = ({**CLAIM, "evidence": [quote]} for quote in quotes)
    assert alarms("claim", old, new) == (alarm,)


def test_the_same_number_in_another_scale_is_no_alarm() -> None:
    quotes = [
        {"article": "a", "exact": ["Die Mauer hält"], "translation": text}
        for text in ("It cost 5 crore.", "It cost 50,000,000.", "It cost 50 million.")
    ]
    claims = [{**CLAIM, "evidence": [quote]} for quote in quotes]
    assert [alarms("claim", claims[0], other) for other in claims[1:]] == [(), ()]
