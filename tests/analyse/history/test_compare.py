"""What differs between two versions of a briefing, entry by entry, and which of it readers are told."""

import json
from collections import Counter
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given

from generator.analyse.history.compare import change_as_json, change_from_json, compare
from generator.analyse.history.snapshot import Key, actor_snapshot, snapshot
from generator.model.briefing import Briefing
from generator.model.changes import Alarm, Change, What
from generator.model.entries import Actor
from tests.analyse.history.versions import briefings
from tests.analyse.makers import make_article, make_briefing, summary_of

QUOTE = {"article": "a", "exact": "the wall holds"}
WALL = {"id": "wall", "text": "The wall holds.", "evidence": [QUOTE]}
WITHDRAWN = {"date": "2024-11-02", "reason": "Misread."}


def changes(before: Briefing | None, after: Briefing | None) -> tuple[Change, ...]:
    old, new = (snapshot(one) if one is not None else None for one in (before, after))
    return compare(old, new)


def change_of(section: str, before: dict[str, Any], after: dict[str, Any]) -> Change:
    """The only change, where one entry of a section is written anew."""
    (found,) = changes(summary_of(**{section: [before]}), summary_of(**{section: [after]}))
    return found


def claim_change(**other: Any) -> Change:
    """What the claim about the wall becomes with these fields."""
    found = change_of("claims", WALL, {**WALL, **other})
    assert (found.kind, found.id, found.what) == ("claim", "wall", What.CHANGED)
    return found


# The table: what readers are told.


@pytest.mark.parametrize(
    "other",
    [
        {"text": "The wall held."},
        {"by": ["pak"]},
        {"by": "unnamed"},
        {"evidence": [{**QUOTE, "described_as": "an officer"}]},
        {"evidence": [{**QUOTE, "cue": "said"}]},
        {"evidence": [{**QUOTE, "modality": "denies"}]},
        {"evidence": [{**QUOTE, "by": ["pak"]}]},
        {"evidence": [{**QUOTE, "by_open": ["kim", "article"]}]},
        {"evidence": [{**QUOTE, "via": ["Western officials"]}]},
        {"evidence": [{**QUOTE, "said": "2024-10-13"}]},
        {"evidence": [{**QUOTE, "origin": "talk", "origin_inferred": "It is told beside it."}]},
        {"evidence": []},
        {"evidence": [{"article": "b", "exact": "the wall holds"}]},
        {"evidence": [{"article": "a", "exact": "the wall holds until spring"}]},
        {"evidence": [{"article": "a", "exact": ["the wall", "holds"]}]},
        {"evidence": [{**QUOTE, "origin": "talk"}]},
        {"evidence": [{**QUOTE, "translation": "Die Mauer hält"}]},
        {"via": ["Western officials"]},
        {"origin": "talk"},
        {"about": ["pak"]},
        {"said": "2024-10-13"},
        {"said": {"edtf": "2024-10-13", "inferred_from": "Monday", "outside": True}},
        {"happened": "2024-10"},
        {"relations": [{"kind": "corroborates", "claim": "other", "note": "Each saw it."}]},
        {"inferred": [{"text": "wall", "reason": "The quote says “it”."}]},
    ],
    ids=str,
)
def test_what_is_told_of_a_claim(other: dict[str, Any]) -> None:
    assert claim_change(**other).substantive


@pytest.mark.parametrize(
    "other",
    [
        {"text": "the Wall  holds"},
        {"matter": "walls"},
        {"note": "B says more."},
        {"evidence": [{**QUOTE, "note": "The dots are A’s."}]},
        {"evidence": [{"article": "a", "exact": "“The wall holds”"}]},
    ],
    ids=str,
)
def test_what_is_editorial_in_a_claim(other: dict[str, Any]) -> None:
    found = claim_change(**other)
    assert not found.substantive
    assert [part.field for part in found.parts] == list(other)


QUESTION = {"id": "who", "text": "Who pays?", "claims": ["ice"]}
DIFFER = {"differ": "One “may”, the other “will”.", "kind": "goes-further", "ladder": ["may", "will"]}
ANSWER = {"text": "The town.", "claims": ["wall"]}
ASSESSMENT = {"id": "holds", "text": "It holds.", "claims": ["wall"], "likelihood": "likely", "by": ["Us"]}
EVENT = {"id": "storm", "date": "2024-10-13", "text": "A storm.", "claims": ["wall"]}


@pytest.mark.parametrize(
    ("section", "entry", "other", "told"),
    [
        ("questions", QUESTION, {"text": "Who paid?"}, True),
        ("questions", QUESTION, {"text": "who pays"}, False),
        ("questions", QUESTION, {"status": "answered", "resolution": ANSWER}, True),
        ("questions", QUESTION, {"would_settle": "A bill"}, True),
        ("questions", QUESTION, {"claims": ["wall"]}, True),
        ("questions", QUESTION, {"settled_by": ["talk"]}, True),
        ("questions", QUESTION, DIFFER, True),
        ("questions", {**QUESTION, **DIFFER}, {"differ": "One “will”."}, True),
        ("questions", {**QUESTION, **DIFFER}, {"kind": "scope"}, True),
        ("questions", {**QUESTION, **DIFFER}, {"ladder": ["will", "may"]}, True),
        ("questions", QUESTION, {"checked": "2024-11-02"}, False),
        ("questions", QUESTION, {"opened": "2024-11-02"}, False),
        ("questions", QUESTION, {"note": "Asked twice."}, False),
        ("assessments", ASSESSMENT, {"text": "It may hold."}, True),
        ("assessments", ASSESSMENT, {"likelihood": "very likely"}, True),
        ("assessments", ASSESSMENT, {"likelihood": None, "confidence": "low"}, True),
        ("assessments", ASSESSMENT, {"by": ["Them"]}, True),
        ("assessments", ASSESSMENT, {"date": "2024-11-02"}, True),
        ("assessments", ASSESSMENT, {"claims": ["wall", "other"]}, True),
        ("assessments", ASSESSMENT, {"note": "With doubts."}, False),
        ("events", EVENT, {"date": "2024-10-14"}, True),
        ("events", EVENT, {"text": "A flood."}, True),
        ("events", EVENT, {"claims": ["other"]}, True),
        ("events", EVENT, {"text": "A storm"}, False),
    ],
    ids=str,
)
def test_what_is_told_of_other_entries(
    section: str, entry: dict[str, Any], other: dict[str, Any], told: bool
) -> None:
    found = change_of(section, entry, {**entry, **other})
    assert (found.what, found.substantive) == (What.CHANGED, told)


@pytest.mark.parametrize(
    ("given", "other", "told"),
    [
        ({"title": "A wall"}, {"title": "Two walls"}, True),
        ({"title": "A wall"}, {"title": "A Wall"}, False),
        ({"as_of": "2024-11-01"}, {"as_of": "2024-11-02"}, True),
        ({"status": "published"}, {"status": "archived"}, True),
        ({"topics": ["walls"]}, {"topics": ["ice"]}, False),
        ({"editors": ["Ann"]}, {"editors": ["Ben"]}, False),
        ({"note": "So."}, {"note": "Not so."}, False),
        ({}, {"withdrawn": WITHDRAWN}, True),
        ({}, {"former_slugs": ["the-wall"]}, False),
    ],
    ids=str,
)
def test_what_is_told_of_a_briefing(given: dict[str, Any], other: dict[str, Any], told: bool) -> None:
    (found,) = changes(summary_of(**given), summary_of(**other))
    assert (found.kind, found.id, found.substantive) == ("briefing", "", told)


def test_occasions_names_and_sections() -> None:
    """An origin's title is told; that there is one is told by the claims that name it."""
    talk = {"title": "A talk", "kind": "speech"}
    kim = {"name": "Kim", "kind": "person"}
    before = summary_of(
        origins={"talk": talk},
        actors={"kim": kim},
        matters={"walls": {"title": "Walls"}, "ice": {"title": "Ice"}},
    )
    after = summary_of(
        origins={"talk": {**talk, "title": "A speech"}, "new": talk},
        actors={"kim": {**kim, "aliases": ["K."]}, "pak": kim},
        matters={"walls": {"title": "Old walls"}, "new": {"title": "New"}},
    )
    assert [(one.kind, one.id, one.what.value, one.substantive) for one in changes(before, after)] == [
        ("origin", "talk", "changed", True),
        ("origin", "new", "added", False),
        ("actor", "kim", "changed", False),
        ("actor", "pak", "added", False),
        ("matter", "walls", "changed", False),
        ("matter", "new", "added", False),
        ("matter", "ice", "removed", False),
    ]


def test_a_source_is_its_text_and_what_is_known_of_it() -> None:
    before = replace(summary_of(), articles={"a": make_article("One."), "b": make_article("Two.", "b")})
    after = replace(summary_of(), articles={"a": make_article("One!"), "c": make_article("Three.", "c")})
    found = changes(before, after)
    assert [(one.kind, one.id, one.what, one.substantive) for one in found] == [
        ("source", "a", What.CHANGED, True),
        ("source", "c", What.ADDED, True),
        ("source", "b", What.REMOVED, True),
    ]
    assert "One" not in repr(found)


def test_a_passage_set_aside_is_known_by_its_words() -> None:
    aside = {"article": "a", "exact": "so he said", "reason": "Nothing new."}
    (reason,) = changes(summary_of(set_aside=[aside]), summary_of(set_aside=[{**aside, "reason": "Old."}]))
    assert (reason.what, reason.substantive) == (What.CHANGED, False)
    new, gone = changes(
        summary_of(set_aside=[aside]), summary_of(set_aside=[{**aside, "exact": "so she said"}])
    )
    assert (new.what, gone.what) == (What.ADDED, What.REMOVED)
    assert not (new.substantive or gone.substantive)


# What happened to an entry.


def test_added_withdrawn_and_removed() -> None:
    before = summary_of(claims=[WALL, {"id": "gate"}, {"id": "door"}])
    after = summary_of(claims=[{"id": "roof"}, {**WALL, "withdrawn": WITHDRAWN}, {"id": "gate"}])
    added, withdrawn, removed = changes(before, after)
    assert (added.id, added.what, added.before) == ("roof", What.ADDED, None)
    assert (withdrawn.id, withdrawn.what) == ("wall", What.WITHDRAWN)
    assert (removed.id, removed.what, removed.after) == ("door", What.REMOVED, None)
    assert all(one.substantive for one in (added, withdrawn, removed))
    assert added.after is not None and added.after["text"] == "Something."
    assert not (added.parts or removed.parts)


def test_before_and_after_are_whole_and_each_part_has_both() -> None:
    found = claim_change(text="The wall held.", by=["pak"], origin="talk")
    assert found.before is not None and found.after is not None
    assert (found.before["text"], found.after["text"]) == ("The wall holds.", "The wall held.")
    assert (
        found.before["evidence"] == found.after["evidence"] == [{"article": "a", "exact": ["the wall holds"]}]
    )
    assert [(one.field, one.before, one.after) for one in found.parts] == [
        ("text", "The wall holds.", "The wall held."),
        ("by", ["kim"], ["pak"]),
        ("origin", None, "talk"),
    ]


def test_text_taken_out_later_is_a_change_of_its_own() -> None:
    tombstone = "claims: [{id: wall, withdrawn: {date: '2024-11-02', reason: Misread.}}]\nstatus: published"
    (found,) = changes(summary_of(claims=[{**WALL, "withdrawn": WITHDRAWN}]), make_briefing(tombstone))
    assert (found.what, found.substantive) == (What.CHANGED, True)
    assert found.after == {"withdrawn": {"date": {"edtf": "2024-11-02"}, "reason": "Misread."}}


def test_a_withdrawn_claim_has_no_alarm_and_one_that_is_back_has() -> None:
    assert change_of("claims", WALL, {**WALL, "by": ["pak"], "withdrawn": WITHDRAWN}).alarms == ()
    back = change_of("claims", {**WALL, "withdrawn": WITHDRAWN}, {**WALL, "by": ["pak"]})
    assert (back.what, back.alarms) == (What.CHANGED, (Alarm.SPEAKER,))


def test_a_renamed_claim_is_removed_and_added() -> None:
    new, old = changes(summary_of(claims=[WALL]), summary_of(claims=[{**WALL, "id": "the-wall"}]))
    assert (new.id, new.what, old.id, old.what) == ("the-wall", What.ADDED, "wall", What.REMOVED)


def test_a_briefing_that_is_new_or_gone() -> None:
    whole = summary_of(claims=[WALL], bottom_line=[{"text": "Kim speaks.", "claims": ["wall"]}])
    for found, what in ((changes(None, whole), What.ADDED), (changes(whole, None), What.REMOVED)):
        assert [(one.kind, one.what) for one in found] == [
            ("briefing", what),
            ("sentence", what),
            ("claim", what),
        ]
    assert changes(None, None) == ()


def test_actors_of_the_registry() -> None:
    kim = Actor.model_validate({"name": "Kim", "kind": "person"})
    pak = Actor.model_validate({"name": "Pak", "kind": "person"})
    (found,) = compare(actor_snapshot({"x": kim}), actor_snapshot({"x": pak}))
    assert (found.kind, found.id, found.alarms) == ("actor", "x", (Alarm.SPEAKER,))


def test_the_order_of_the_snapshot() -> None:
    after = summary_of(
        bottom_line=[{"text": "Kim speaks.", "claims": ["wall"]}],
        matters={"walls": {"title": "Walls"}},
        actors={"kim": {"name": "Kim", "kind": "person"}},
        origins={"talk": {"title": "A talk", "kind": "speech"}},
        events=[EVENT],
        questions=[QUESTION],
        claims=[WALL, {"id": "gate"}],
        assessments=[ASSESSMENT],
        title="Walls",
    )
    assert [(one.kind, one.id) for one in changes(summary_of(), after)] == [
        ("briefing", ""),
        ("sentence", "1"),
        ("assessment", "holds"),
        ("claim", "wall"),
        ("claim", "gate"),
        ("question", "who"),
        ("event", "storm"),
        ("origin", "talk"),
        ("actor", "kim"),
        ("matter", "walls"),
    ]


# Lists within an entry.


def quotes_change(*pairs: tuple[list[str], list[str]]) -> list[tuple[str, str]]:
    """What each changed quote was and is, of claims with these quotes before and after."""
    (before, after) = pairs[0]
    evidence = [[{"article": "a", "exact": exact} for exact in side] for side in (before, after)]
    (found,) = changes(*(summary_of(claims=[{"id": "wall", "evidence": side}]) for side in evidence))
    sides = [
        [part.before and part.before["exact"][0], part.after and part.after["exact"][0]]
        for part in found.parts
    ]
    return [(before or "", after or "") for before, after in sides]


def test_a_quote_stands_beside_what_it_was() -> None:
    assert quotes_change((["the wall holds", "zero"], ["the wall holds until spring", "zero"])) == [
        ("the wall holds", "the wall holds until spring")
    ]
    assert quotes_change((["the wall holds until spring"], ["zero", "the wall holds"])) == [
        ("", "zero"),
        ("the wall holds until spring", "the wall holds"),
    ]
    assert quotes_change((["the wall holds", "zero"], ["zero"])) == [("the wall holds", "")]


def test_quotes_of_two_articles_are_never_one() -> None:
    moved = claim_change(evidence=[{"article": "b", "exact": "the wall holds"}])
    assert [(bool(one.before), bool(one.after)) for one in moved.parts] == [(False, True), (True, False)]


def test_a_relation_is_known_by_the_other_claim() -> None:
    one = {"kind": "later-position-of", "claim": "gate", "note": "A day later."}
    before = {**WALL, "relations": [one, {**one, "claim": "door"}]}
    found = change_of("claims", before, {**WALL, "relations": [{**one, "kind": "corroborates"}]})
    assert [
        (part.before and part.before["claim"], part.after and part.after["claim"]) for part in found.parts
    ] == [
        ("gate", "gate"),
        ("door", None),
    ]
    assert found.substantive
    note = change_of(
        "claims", before, {**before, "relations": [{**one, "note": "Other words."}, one | {"claim": "door"}]}
    )
    assert [part.field for part in note.parts] == ["relations"]
    assert not note.substantive


def test_another_order_is_told_once_and_is_editorial() -> None:
    two = [QUOTE, {"article": "b", "exact": "zero"}]
    before, after = {**WALL, "evidence": two}, {**WALL, "evidence": two[::-1]}
    found = change_of("claims", before, after)
    assert not found.substantive
    (part,) = found.parts
    assert part.field == "evidence"
    assert part.before == part.after[::-1] != part.after
    assert not change_of("claims", {**WALL, "by": ["kim", "pak"]}, {**WALL, "by": ["pak", "kim"]}).substantive


def test_a_quote_that_stood_twice_is_told_too() -> None:
    found = change_of("claims", {**WALL, "evidence": [QUOTE, QUOTE]}, WALL)
    assert [part.field for part in found.parts] == ["evidence"]


def test_who_passed_it_on_stands_in_an_order() -> None:
    found = change_of("claims", {**WALL, "via": ["kim", "pak"]}, {**WALL, "via": ["pak", "kim"]})
    assert found.substantive


# What holds for a quote, and letters of articles.


@pytest.mark.parametrize(
    ("field", "value", "alarm"),
    [
        ("by", ["pak"], Alarm.SPEAKER),
        ("by_open", ["kim", "article"], Alarm.SPEAKER),
        ("described_as", "an officer", Alarm.SPEAKER),
        ("via", ["pak"], Alarm.SPEAKER),
        ("cue", "denied", Alarm.CLASS),
        ("modality", "denies", Alarm.CLASS),
        ("translation", "The wall has not held.", Alarm.NEGATION),
        ("translation", "The wall held for 8 days.", Alarm.NUMBER),
    ],
)
def test_another_thing_said_of_the_same_words_is_looked_at_first(
    field: str, value: object, alarm: Alarm
) -> None:
    found = claim_change(evidence=[{**QUOTE, field: value}])
    assert (found.alarms, found.substantive) == ((alarm,), True)
    (part,) = found.parts
    assert (part.before, part.after) == (
        {"article": "a", "exact": ["the wall holds"]},
        {"article": "a", "exact": ["the wall holds"], field: value},
    )


def test_another_number_or_denial_in_how_accounts_differ_is_looked_at_first() -> None:
    one = {**QUESTION, **DIFFER}
    assert change_of("questions", one, {**one, "differ": "One “may”, 9 others “will”."}).alarms == (
        Alarm.NUMBER,
    )
    assert change_of("questions", one, {**one, "differ": "One “may”, the other won’t."}).alarms == (
        Alarm.NEGATION,
    )
    assert change_of("questions", QUESTION, {**QUESTION, "text": "Who never pays?"}).alarms == ()


def test_an_article_before_the_others_changes_no_text_with_their_letters() -> None:
    """What was typed is compared, and not the letters that readers see."""
    yaml = """
    claims:
      - {id: wall, text: The wall holds $herald., by: article, evidence: {herald: so}}
    """
    herald, gazette = make_article("So.", "herald"), make_article("So.", "gazette")
    before, after = make_briefing(yaml, herald), make_briefing(yaml, gazette, herald)
    assert before.claims["wall"].text == "The wall holds (A)."
    assert after.claims["wall"].text == "The wall holds (B)."
    assert [(one.kind, one.id) for one in changes(before, after)] == [("source", "gazette")]
    typed = make_briefing(yaml.replace("$herald", "B"), gazette, herald)
    assert [(one.kind, one.id) for one in changes(after, typed)] == [("claim", "wall")]  # the control


def test_evidence_written_in_another_shape_is_no_change() -> None:
    yaml = "claims:\n  - {id: wall, text: It holds., by: article, evidence: EVIDENCE}\n"
    article = make_article("So it is.")
    shapes = ("{a: so}", "{a: {exact: so}}", "{a: [so]}", "{a: [{exact: [so]}]}")
    plain, *others = (make_briefing(yaml.replace("EVIDENCE", shape), article) for shape in shapes)
    assert [changes(plain, other) for other in others] == [()] * 3


# Sentences of the bottom line have no id.


def sentence_changes(
    before: list[tuple[str, list[str]]], after: list[tuple[str, list[str]]]
) -> list[tuple[str, ...]]:
    """Number, what happened, and the texts before and after."""
    sides = [[{"text": text, "claims": claims} for text, claims in side] for side in (before, after)]
    found = changes(*(summary_of(bottom_line=side) for side in sides))
    return [
        (one.id, one.what.value, (one.before or {}).get("text", ""), (one.after or {}).get("text", ""))
        for one in found
    ]


KIM = ("Kim says that the wall holds.", ["wall"])
PAK = ("Nobody paid for the gate, Pak writes.", ["gate"])


def test_a_sentence_before_the_others_moves_them_and_changes_none() -> None:
    new = ("Rain is expected.", ["rain"])
    assert sentence_changes([KIM, PAK], [new, KIM, PAK]) == [("1", "added", "", new[0])]
    assert sentence_changes([new, KIM, PAK], [KIM, PAK]) == [("3", "removed", new[0], "")]


def test_a_reworded_sentence_stands_beside_what_it_was() -> None:
    reworded = ("Kim says that the wall has held.", ["wall"])
    assert sentence_changes([PAK, KIM], [reworded, PAK]) == [("1", "changed", KIM[0], reworded[0])]
    assert sentence_changes([KIM], [PAK]) == [("1", "added", "", PAK[0]), ("2", "removed", KIM[0], "")]


def test_the_same_words_on_other_claims() -> None:
    assert sentence_changes([KIM], [(KIM[0], ["gate"])]) == [("1", "changed", KIM[0], KIM[0])]


def test_sentences_alike_are_matched_by_their_own_words_first() -> None:
    one, two = ("Kim says that eight left.", ["left"]), ("Kim says that nine left.", ["left"])
    three = ("Kim says that ten left.", ["left"])
    assert sentence_changes([one, two], [two, one]) == []
    assert sentence_changes([one, two], [three, one]) == [("1", "changed", two[0], three[0])]


# Whatever the briefings are.


@given(briefings())
def test_nothing_differs_from_itself(one: Briefing) -> None:
    assert changes(one, one) == ()


@given(briefings(), briefings())
def test_each_entry_that_differs_is_told_once(before: Briefing, after: Briefing) -> None:
    old, new = snapshot(before), snapshot(after)
    keys = {key for key in {*old, *new} if old.get(key) != new.get(key) and key[0] != "sentence"}
    told = [(one.kind, one.id) for one in compare(old, new) if one.kind != "sentence"]
    assert sorted(told) == sorted(keys)


@given(briefings(), briefings())
def test_each_change_says_what_differs(before: Briefing, after: Briefing) -> None:
    for one in changes(before, after):
        assert one.before != one.after
        assert bool(one.parts) is (one.before is not None and one.after is not None)
        assert all(part.before != part.after for part in one.parts)
        if one.before is not None and one.after is not None:
            differing = {
                field for field in {*one.before, *one.after} if one.before.get(field) != one.after.get(field)
            }
            assert {part.field for part in one.parts} == differing
            assert one.substantive is any(part.substantive for part in one.parts)


@given(briefings(), briefings())
def test_the_way_back_has_the_same_entries(before: Briefing, after: Briefing) -> None:
    def keys(found: tuple[Change, ...]) -> set[Key]:
        return {(one.kind, one.id) for one in found if one.kind != "sentence"}

    assert keys(changes(before, after)) == keys(changes(after, before))


@given(briefings(), briefings())
def test_sentences_are_all_accounted_for(before: Briefing, after: Briefing) -> None:
    """What stays, came and went is each side as it is, whichever was matched with which."""
    found = [one for one in changes(before, after) if one.kind == "sentence"]
    sides = [Counter(_plain(briefing)) for briefing in (before, after)]
    told = [
        Counter(_sentence(entry) for entry in side if entry)
        for side in zip(*((one.before, one.after) for one in found), strict=True)
    ] or [Counter(), Counter()]
    assert sides[0] - told[0] == sides[1] - told[1]
    assert len({one.id for one in found}) == len(found)


def _plain(briefing: Briefing) -> list[str]:
    return [_sentence(entry) for (kind, _), entry in snapshot(briefing).items() if kind == "sentence"]


def _sentence(entry: Any) -> str:
    return json.dumps(entry, sort_keys=True)


@given(briefings(), briefings())
def test_changes_survive_being_kept(before: Briefing, after: Briefing) -> None:
    for one in changes(before, after):
        assert change_from_json(json.loads(json.dumps(change_as_json(one)))) == one
        assert change_from_json(change_as_json(one)) == one
