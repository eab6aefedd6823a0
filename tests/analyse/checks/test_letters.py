"""Letters in texts of ours: there is such an article, and it carries what is told with its letter."""

from dataclasses import replace

import pytest

from generator.analyse.checks.letters import check_letters
from generator.model.briefing import Briefing
from generator.model.diagnostics import Diagnostic
from tests.analyse.makers import make_article, make_briefing

YAML = """
title: The barge
bottom_line:
  - {text: Moss warns of the barge., claims: [sinks]}
  - {label: In doubt, text: is the pier., claims: [falls, sinks]}
actors:
  moss: {name: Lena Moss, kind: person}
origins:
  log: {title: The log, kind: document}
claims:
  - id: sinks
    text: Moss says that it may sink.
    by: moss
    evidence: {gazette: it may sink, herald: it will sink}
  - id: falls
    text: Moss says that the pier fell.
    by: moss
    evidence: {herald: it fell}
questions:
  - id: when
    text: When?
    claims: [falls]
    differ: Nobody says.
    status: answered
    resolution: {text: In May., claims: [falls]}
assessments:
  - {id: likely, text: It is likely., claims: [falls], confidence: low}
"""


def briefing(*edits: tuple[str, str]) -> Briefing:
    yaml = YAML
    for old, new in edits:
        assert yaml.count(old) == 1, old
        yaml = yaml.replace(old, new)
    articles = [make_article("Text.", id) for id in ("gazette", "herald")]
    return make_briefing(yaml, *articles)


def told(*edits: tuple[str, str]) -> list[tuple[str, str]]:
    """Code of each error, and the characters at its place."""
    made = briefing(*edits)
    yaml = YAML
    for old, new in edits:
        yaml = yaml.replace(old, new)
    return [(one.code, _at(one, yaml)) for one in check_letters(made)]


def _at(one: Diagnostic, yaml: str) -> str:
    assert one.severity == "error" and one.span.line == one.span.end_line
    line = yaml.strip("\n").split("\n")[one.span.line - 1]
    return line[one.span.column - 1 : one.span.end_column - 1]


def test_a_briefing_without_letters_is_sound() -> None:
    assert told() == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("it may sink.\n", "it may $gazette or will ${herald} sink.\n"),
        ("of the barge.", "of the barge in $herald and $gazette."),
        ("In doubt", "In $herald"),
        ("Nobody says.", "Only $herald says."),
        ("In May.", "In May by $herald."),
        ("It is likely.", "It is likely by $herald."),
        ("it may sink.\n", "it may cost $$nothing, or $5.\n"),
        # Where nothing rests on claims, any article may be named.
        ("title: The barge", "title: The barge in $gazette"),
        ("title: The log", "title: The log of $gazette"),
        ("text: When?", "text: When, if $gazette is right?"),
    ],
)
def test_the_letter_of_an_article_that_carries_it_is_sound(old: str, new: str) -> None:
    assert told((old, new)) == []


@pytest.mark.parametrize(
    ("old", "new", "written"),
    [
        ("it may sink.\n", "it may $chronicle sink.\n", "$chronicle"),
        ("it may sink.\n", "it may ${Gazette} sink.\n", "${Gazette}"),
        ("title: The barge", "title: The barge in $gazettes", "$gazettes"),
        ("title: The log", "title: The log of $chronicle-2", "$chronicle-2"),
        ("In doubt", "In $a", "$a"),
        ("text: When?", "text: When, $a?", "$a"),
        ("Nobody says.", "Only $a says.", "$a"),
        ("In May.", "In May by $a.", "$a"),
        ("confidence: low", "confidence: low, note: By $a.", "$a"),
        (
            "by: moss\n    evidence: {herald: it fell}",
            "by: moss\n    note: $a\n    evidence: {herald: it fell}",
            "$a",
        ),
    ],
)
def test_a_letter_of_no_article_is_an_error_in_its_place(old: str, new: str, written: str) -> None:
    assert told((old, new)) == [("unknown-letter", written)]


def test_the_nearest_article_is_named() -> None:
    (one,) = check_letters(briefing(("it may sink.\n", "it may $gazete sink.\n")))
    assert one.hint.startswith("Did you mean 'gazette'? ")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("the pier fell.", "the pier $gazette fell."),
        ("Nobody says.", "Only $gazette says."),
        ("In May.", "In May by $gazette."),
        ("It is likely.", "It is likely by $gazette."),
    ],
)
def test_an_article_that_does_not_carry_it_is_an_error_in_its_place(old: str, new: str) -> None:
    assert told((old, new)) == [("letter-not-carried", "$gazette")]


def test_a_label_is_held_like_its_line() -> None:
    edit = ("text: is the pier., claims: [falls, sinks]", "text: is the pier., claims: [falls]")
    assert told(("In doubt", "In $gazette"), edit) == [("letter-not-carried", "$gazette")]


def test_braces_are_marked_whole() -> None:
    edit = ("the pier fell.", "the pier ${gazette} fell.")
    assert told(edit) == [("letter-not-carried", "${gazette}")]


def test_a_withdrawn_claim_is_not_held_to_what_it_quoted() -> None:
    gone = "by: moss\n    withdrawn: {date: '2024-11-02', reason: Wrong.}\n    evidence: {herald: it fell}"
    edits = (
        ("the pier fell.", "the pier $gazette fell."),
        ("by: moss\n    evidence: {herald: it fell}", gone),
    )
    assert told(*edits) == []


def test_what_rests_on_an_unknown_claim_is_told_of_that_alone() -> None:
    assert told(("Nobody says.", "$gazette says."), ("    claims: [falls]\n", "    claims: [fell]\n")) == []


def test_an_article_that_could_not_be_read_is_not_unknown() -> None:
    made = briefing(("it may sink.\n", "it may $chronicle sink.\n"))
    assert len(check_letters(made)) == 1
    assert check_letters(replace(made, lost=frozenset(["chronicle"]))) == []


def test_a_note_of_an_article_is_a_text_of_ours() -> None:
    made = briefing()
    article = make_article("Text.", "gazette")
    noted = replace(article, descriptor=article.descriptor.model_copy(update={"note": "As $chronicle."}))
    found = check_letters(replace(made, articles={**made.articles, "gazette": noted}))
    assert [one.code for one in found] == ["unknown-letter"]
