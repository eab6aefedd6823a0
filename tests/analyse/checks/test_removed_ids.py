"""Ids last: what an earlier revision published is still there, if only as a tombstone."""

import tempfile
from collections.abc import Mapping
from pathlib import Path

import pytest

from generator.analyse.checks.removed_ids import check_removed_ids
from generator.model.briefing import Library
from generator.read.load import load

WALL = """\
  - id: wall
    text: The wall holds.
    by: ann
    evidence: {a: the wall holds}
"""
ANN = "  ann: {name: Ann Lee, kind: person}\n"
GATE = "  - {id: gate, text: The gate is shut., by: kim, evidence: []}\n"
WHO = "  - {id: who, text: Who pays?, claims: [wall]}\n"
SURE = "  - {id: sure, text: It holds., claims: [wall], confidence: low}\n"
STORM = "  - {id: storm, date: 2024-10-13, text: A storm., claims: [wall]}\n"
BRIEFING = f"""\
title: The wall
as_of: 2024-11-01
status: published
bottom_line: []
actors:
{ANN}claims:
{WALL}{GATE}questions:
{WHO}assessments:
{SURE}events:
{STORM}"""
TOMBSTONE = "withdrawn: {date: 2024-11-02, reason: Misread.}"
WHOLE = {
    "briefings/actors.yml": "actors:\n  kim: {name: Kim, kind: person}\n",
    "briefings/wall/briefing.yml": BRIEFING,
    "briefings/wall/articles/a.txt": "The wall holds.",
}
Files = Mapping[str, str | None]


def library(files: Files) -> Library:
    """The whole of it with these files in place of their own; None takes one away."""
    with tempfile.TemporaryDirectory() as folder:
        for path, text in {**WHOLE, **files}.items():
            if text is not None:
                file = Path(folder, path)
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_text(text, encoding="utf-8")
        return load(Path(folder))[0]


def told(after: Files, before: Files | None = None) -> list[tuple[str, str]]:
    """Place and message of what is gone from the one to the other."""
    found = check_removed_ids(library(before or {}), library(after), "main")
    assert all(one.severity == "error" for one in found)
    return [
        (
            f"{one.span.path}:{one.span.line}:{one.span.column}" if one.span.line else one.span.path,
            one.message,
        )
        for one in found
    ]


def edited(*edits: tuple[str, str]) -> dict[str, str | None]:
    """The briefing with each of these lines changed."""
    briefing = BRIEFING
    for old, new in edits:
        assert briefing.count(old) == 1, old
        briefing = briefing.replace(old, new)
    return {"briefings/wall/briefing.yml": briefing}


def test_nothing_is_gone() -> None:
    assert told({}) == []


def test_what_is_added_or_changed_may_come_and_change() -> None:
    assert told(edited((GATE, GATE.replace("shut", "open") + GATE.replace("gate", "door")))) == []


@pytest.mark.parametrize(
    ("line", "other", "place", "what"),
    [
        (GATE, GATE.replace("gate", "door"), "7:1", "claim 'gate'"),
        (WHO, "  - {id: why, text: Why?, claims: [wall]}\n", "13:1", "question 'who'"),
        (SURE, SURE.replace("sure", "safe").replace("It holds", "Safe"), "15:1", "assessment 'sure'"),
        (STORM, STORM.replace("storm", "flood"), "17:1", "event 'storm'"),
        (ANN, ANN.replace("ann", "bob"), "5:1", "actor 'ann'"),
    ],
)
def test_an_entry_is_gone(line: str, other: str, place: str, what: str) -> None:
    """It is told at the list that it was in."""
    gone = [(f"briefings/wall/briefing.yml:{place}", f"The {what} is gone, which main has.")]
    assert told(edited((line, other))) == gone


def test_a_whole_section_is_gone() -> None:
    assert told(edited((f"events:\n{STORM}", ""))) == [
        ("briefings/wall/briefing.yml", "The event 'storm' is gone, which main has.")
    ]


def test_a_tombstone_is_enough_and_is_needed_for_ever() -> None:
    withdrawn = edited((GATE, f"  - {{id: gate, {TOMBSTONE}}}\n"))
    assert told(withdrawn) == []
    assert [message for _, message in told(edited((GATE, "")), withdrawn)] == [
        "The claim 'gate' is gone, which main has."
    ]
    assert told(edited((ANN, f"  ann: {{{TOMBSTONE}}}\n"))) == []


@pytest.mark.parametrize(
    ("edits", "message"),
    [
        (
            [("id: wall\n", "id: the-wall\n")],
            "The claim 'wall' is gone, which main has; 'the-wall' says the same.",
        ),
        (
            [("id: wall\n", "id: the-wall\n"), ("text: The wall holds.", "text: It holds.")],
            "The claim 'wall' is gone, which main has; 'the-wall' says the same.",
        ),
        (
            [("id: wall\n", "id: the-wall\n"), ("a: the wall holds", "a: the wall")],
            "The claim 'wall' is gone, which main has; 'the-wall' says the same.",
        ),
        (
            [
                ("id: wall\n", "id: the-wall\n"),
                ("text: The wall holds.", "text: It holds."),
                ("a: the wall holds", "a: the wall"),
            ],
            "The claim 'wall' is gone, which main has.",
        ),
        ([("id: who,", "id: whose,")], "The question 'who' is gone, which main has; 'whose' says the same."),
        (
            [("id: sure,", "id: safe,")],
            "The assessment 'sure' is gone, which main has; 'safe' says the same.",
        ),
        ([("id: storm,", "id: rain,")], "The event 'storm' is gone, which main has; 'rain' says the same."),
    ],
)
def test_a_renamed_id_is_named(edits: list[tuple[str, str]], message: str) -> None:
    assert [words for _, words in told(edited(*edits))] == [message]


def test_a_renamed_id_that_stands_elsewhere_in_the_file() -> None:
    """The quotes are the same wherever and however they were written."""
    moved = WALL.replace("id: wall", "id: holds").replace("The wall holds.", "It does.")
    moved = moved.replace("{a: the wall holds}", "\n      a:\n        - exact: the wall holds")
    assert [words for _, words in told(edited((WALL, ""), ("questions:\n", f"{moved}questions:\n")))] == [
        "The claim 'wall' is gone, which main has; 'holds' says the same."
    ]


def test_two_tombstones_without_words_are_no_renaming() -> None:
    before, after = (edited((GATE, f"  - {{id: {id}, {TOMBSTONE}}}\n")) for id in ("gate", "door"))
    assert [words for _, words in told(after, before)] == ["The claim 'gate' is gone, which main has."]


def test_an_article_is_gone() -> None:
    assert told({"briefings/wall/articles/a.txt": None}) == [
        ("briefings/wall/articles", "The article 'a' is gone, which main has.")
    ]
    # Another ending is no other address.
    assert (
        told({"briefings/wall/articles/a.txt": None, "briefings/wall/articles/a.md": "The wall holds."}) == []
    )


def test_a_shared_actor_is_gone() -> None:
    bob = "actors:\n  bob: {name: Bob, kind: person}\n"
    assert told({"briefings/actors.yml": bob}) == [
        ("briefings/actors.yml:1:1", "The actor 'kim' is gone, which main has.")
    ]
    assert told({"briefings/actors.yml": None}) == [
        ("briefings/actors.yml", "The actor 'kim' is gone, which main has.")
    ]


def test_an_actor_may_move_between_the_registry_and_a_briefing() -> None:
    both = "actors:\n  kim: {name: Kim, kind: person}\n  ann: {name: Ann Lee, kind: person}\n"
    shared = {**edited(("actors:\n  ann: {name: Ann Lee, kind: person}\n", "")), "briefings/actors.yml": both}
    assert told(shared) == []
    assert told({}, shared) == []


GONE: Files = {path: None for path in WHOLE if path.startswith("briefings/wall/")}
MOVED: Files = {path.replace("/wall/", "/the-wall/"): WHOLE[path] for path in GONE}


def test_a_briefing_is_gone() -> None:
    message = ("briefings/wall", "The briefing 'wall' is gone, which main has.")
    assert told(GONE) == [message]
    assert told({**GONE, **MOVED}) == [message]


def test_a_briefing_that_names_its_former_slug_is_looked_into() -> None:
    named = BRIEFING.replace("status: published\n", "status: published\nformer_slugs: [wall]\n")
    there = {**GONE, **MOVED, "briefings/the-wall/briefing.yml": named}
    assert told(there) == []
    assert told({**there, "briefings/the-wall/briefing.yml": named.replace("id: who,", "id: whose,")}) == [
        (
            "briefings/the-wall/briefing.yml:14:1",
            "The question 'who' is gone, which main has; 'whose' says the same.",
        )
    ]


def test_the_tombstone_of_a_briefing_stands_for_what_was_on_its_page() -> None:
    """A source and an actor have pages of their own, which have to tell it too."""
    briefing = "briefings/wall/briefing.yml"
    assert told({briefing: f"{TOMBSTONE}\n"}) == [(briefing, "The actor 'ann' is gone, which main has.")]
    both = {briefing: f"{TOMBSTONE}\nactors: {{ann: {{{TOMBSTONE}}}}}\n"}
    assert told(both) == []
    assert told({**both, "briefings/wall/articles/a.txt": None}) == [
        ("briefings/wall/articles", "The article 'a' is gone, which main has.")
    ]


def test_what_only_a_draft_had_may_go() -> None:
    draft = edited(("status: published", "status: draft"))
    assert told(GONE, draft) == []
    assert told(edited((GATE, "")), draft) == []
    assert told(GONE, edited(("status: published", "status: archived"))) != []


def test_what_can_t_be_read_now_is_told_as_that_and_not_as_gone() -> None:
    assert told({"briefings/wall/briefing.yml": "claims: [\n"}) == []
    assert told(edited(("by: ann\n", "by: Ann Lee\n"))) == []
    assert told(edited(("  - id: wall\n    text", "  - {}\n  - id: wall\n    text"))) == []
    assert told(edited(("questions:\n", "questions: none\nrest:\n"))) == []
    assert told({"briefings/actors.yml": "actors: [\n"}) == []
    assert told({"briefings/actors.yml": "actors:\n  kim: {name: Kim, kind: god}\n"}) == []
    assert told({"briefings/wall/articles/a.txt": "\x00"}) == []
