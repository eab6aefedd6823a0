"""What every entry has in common: closed fields, and a memory of where each was written."""

import pytest
from pydantic import ValidationError

from generator.model.claims import Claim
from generator.model.dated import StatedDate, Withdrawn
from generator.model.entries import Question, Sentence
from generator.model.entry import PARTLY
from generator.model.located import LocatedMapping
from generator.model.span import NOWHERE, Span
from generator.read.source import Source
from generator.read.yaml_values import read_yaml

QUESTION = """\
id: when
text: >-
  When does the
  harbour open?
status: open
claims: [one, two]
checked: 2024-10-13
"""


def _read(text: str) -> LocatedMapping:
    value, problems = read_yaml(Source("f.yml", text))
    assert not problems
    assert isinstance(value, LocatedMapping)
    return value


def test_places() -> None:
    question = Question.model_validate(_read(QUESTION))
    assert question.at() == Span("f.yml", 1, 1, 1, 3)
    assert question.at("claims", 1) == Span("f.yml", 6, 15, 6, 18)
    assert question.key_at("claims") == Span("f.yml", 6, 1, 6, 7)
    assert question.at("text") == Span("f.yml", 3, 3, 4, 16)
    start = question.text.index("harbour")
    assert question.within(start, start + 7, "text") == Span("f.yml", 4, 3, 4, 10)
    assert question.within(0, 3, "claims") == question.at("claims")
    assert question.within(0, 3, "nothing") == question.at("nothing")
    assert question.checked is not None
    # A date that was written as text is an entry that nobody wrote as one.
    assert question.checked.at("edtf") == NOWHERE


def test_entry_that_nobody_wrote_has_no_place() -> None:
    sentence = Sentence(text="It is closed.", claims=("one",))
    assert sentence.at("text") == NOWHERE
    assert sentence.within(0, 2, "text") == NOWHERE


def test_written_fields() -> None:
    assert Question.model_validate(_read(QUESTION)).written() == {"id", "text", "status", "claims", "checked"}
    assert Claim.needs == ("text", "by", "evidence")
    assert Sentence.needs == ()


def _faults(value: object, **context: object) -> list[tuple[str, tuple[int | str, ...]]]:
    try:
        Question.model_validate(value, context=context)
    except ValidationError as wrong:
        return sorted((one["type"], one["loc"]) for one in wrong.errors(include_url=False))
    return []


def test_all_faults_are_told_at_once() -> None:
    assert _faults({"id": "A", "status": "closed", "colour": "red", "checked": {"outside": 3}}) == [
        ("bool_type", ("checked", "outside")),
        ("extra_forbidden", ("colour",)),
        ("invalid-id", ("id",)),
        ("literal_error", ("status",)),
        ("missing", ("claims",)),
        ("missing", ("text",)),
    ]


def test_withdrawn_entry_needs_only_its_id() -> None:
    assert _faults({"id": "a"}) == [("missing", ("claims",)), ("missing", ("text",))]
    assert _faults({"id": "a", "withdrawn": {"date": "2024", "reason": "Wrong."}}) == []
    assert _faults({"withdrawn": {"date": "2024", "reason": "Wrong."}}) == [("missing", ("id",))]
    # What it lacks itself is told, and not what it would need if it were none.
    assert _faults({"id": "a", "withdrawn": {}}) == [
        ("missing", ("withdrawn", "date")),
        ("missing", ("withdrawn", "reason")),
    ]


def test_read_in_part_misses_nothing() -> None:
    assert _faults({"id": "a"}, **{PARTLY: True}) == []
    assert _faults({}, **{PARTLY: True}) == [("missing", ("id",))]


def test_values_do_not_change() -> None:
    withdrawn = Withdrawn(date=StatedDate(edtf="2024"), reason="Wrong.")
    with pytest.raises(ValidationError):
        withdrawn.reason = "Right."  # type: ignore[misc]
