"""What was declared and nobody names: by claims, by their quotes, and by what would answer a question."""

import pytest

from generator.analyse.checks.unused import check_unused
from generator.model.briefing import Library
from generator.model.entries import Registry
from tests.analyse.makers import make_briefing

YAML = """
actors:
  moss: {name: Lena Moss, kind: person}
  berg: {name: Ole Berg, kind: person}
origins:
  radio: {title: On the radio, kind: interview}
claims:
  - id: sinks
    text: Lena Moss says so.
    by: moss
    evidence: {a: {exact: so, note: x}}
"""


def told(*edits: tuple[str, str]) -> list[tuple[str, str]]:
    yaml = YAML
    for old, new in edits:
        assert yaml.count(old) == 1, old
        yaml = yaml.replace(old, new)
    library = Library(Registry(actors={}), (make_briefing(yaml),))
    return [(one.code, one.message.split("'")[1]) for one in check_unused(library)]


def test_what_nothing_names_is_told() -> None:
    assert told() == [("unused-origin", "radio"), ("unused-actor", "berg")]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("note: x", "by: berg"),
        ("note: x", "by_open: [berg, article]"),
        ("note: x", "via: berg"),
        ("by: moss", "by: [moss, berg]"),
        ("by: moss", "by: moss\n    about: berg"),
        ("says so.", "says so of Berg."),
        ("kind: interview", "kind: interview, by: berg"),
    ],
)
def test_an_actor_is_named_wherever_an_entry_names_it(old: str, new: str) -> None:
    assert ("unused-actor", "berg") not in told((old, new))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("note: x", "origin: radio"),
        ("by: moss", "by: moss\n    origin: radio"),
        ("claims:\n", "questions: [{id: q, text: Why?, claims: [sinks], settled_by: radio}]\nclaims:\n"),
        ("claims:\n", "  tape: {title: A tape, kind: document, derived_from: radio}\nclaims:\n"),
    ],
)
def test_an_origin_is_named_by_claims_quotes_questions_and_other_origins(old: str, new: str) -> None:
    assert ("unused-origin", "radio") not in told((old, new))
