"""Questions that tell a difference: they tell it whole, and in words of their claims' quotes."""

from dataclasses import replace

import pytest

from generator.analyse.checks.differences import check_differences
from generator.analyse.quotes.find import find_passages
from tests.analyse.makers import make_article, make_briefing

YAML = """
questions:
  - id: will-it
    text: Will the barge sink?
    claims: [sinks, floats]
    differ: One has “The barge may sink”, the other “floats on”.
    kind: goes-further
    ladder: [may sink, floats on]
claims:
  - id: sinks
    text: It may sink.
    by: article
    evidence: {a: the barge may sink on Friday}
  - id: floats
    text: It floats.
    by: article
    evidence: {b: it floats on for now}
  - id: other
    text: All else.
    by: article
    evidence: {b: Nobody saw it}
"""
ARTICLES = (
    make_article("They say the barge may sink on Friday, or sooner.", "a"),
    make_article("They say it floats on for now. Nobody saw it.", "b"),
)
DIFFER = "differ: One has “The barge may sink”, the other “floats on”."


def told(*edits: tuple[str, str], lost: str = "") -> list[tuple[str, str, str]]:
    """Code, severity and the characters at the place of each problem."""
    yaml = YAML
    for old, new in edits:
        assert yaml.count(old) == 1, old
        yaml = yaml.replace(old, new)
    lines = yaml.strip("\n").split("\n")
    briefing = replace(make_briefing(yaml, *ARTICLES), lost=frozenset([lost] if lost else []))
    found = []
    for one in check_differences(find_passages(briefing)[0]):
        assert one.span.line == one.span.end_line
        at = lines[one.span.line - 1][one.span.column - 1 : one.span.end_column - 1]
        found.append((one.code, one.severity.value, at))
    return found


def messages(*edits: tuple[str, str]) -> list[tuple[str, str]]:
    yaml = YAML
    for old, new in edits:
        yaml = yaml.replace(old, new)
    anchored, _ = find_passages(make_briefing(yaml, *ARTICLES))
    return [(one.message, one.hint) for one in check_differences(anchored)]


def test_a_difference_told_in_full_is_sound() -> None:
    assert told() == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        # Without words in quotation marks, and with more of one kind of mark.
        (DIFFER, "differ: They do not agree."),
        (DIFFER, 'differ: "One has ‘may sink’, the other «floats»."'),
        # A sentence's own end inside the marks, and what is left out between two places.
        (DIFFER, "differ: It “may sink,” or “it … for now.”"),
        ("    ladder: [may sink, floats on]\n", ""),
    ],
)
def test_other_words_of_the_quotes_are_sound(old: str, new: str) -> None:
    assert told((old, new)) == []


@pytest.mark.parametrize(
    ("old", "new", "code", "at"),
    [
        ("    kind: goes-further\n    ladder: [may sink, floats on]\n", "", "differ-without-kind", "differ"),
        ("goes-further", "scope", "ladder-of-other-kind", "ladder"),
        ("goes-further", "contradicts", "ladder-of-other-kind", "ladder"),
        ("goes-further", "attribution", "ladder-of-other-kind", "ladder"),
        ("“floats on”", "“floats along”", "differ-not-quoted", "floats along"),
        ("“floats on”", "“may sin”", "differ-not-quoted", "may sin"),
        ("“floats on”", "“Floats On”", "differ-not-quoted", "Floats On"),
        ("“floats on”", "“Nobody saw it”", "differ-not-quoted", "Nobody saw it"),
        ("“floats on”", "“or sooner”", "differ-not-quoted", "or sooner"),
        ("[may sink, floats on]", "[may sink, will sink]", "ladder-not-quoted", "will sink"),
        ("claims: [sinks, floats]", "claims: [floats, other]", "", ""),
    ],
)
def test_what_is_missing_or_stands_in_no_quote_is_an_error(old: str, new: str, code: str, at: str) -> None:
    found = told((old, new))
    if code:
        assert found == [(code, "error", at)]
    else:  # each of the words that the other claim has
        assert found == [
            ("differ-not-quoted", "error", "The barge may sink"),
            ("ladder-not-quoted", "error", "may sink"),
        ]


def test_the_nearest_words_of_the_quotes_are_shown() -> None:
    ((message, hint),) = messages(("“The barge may sink”", "“the barge my sink”"))
    assert (
        message == "“the barge my sink” stands in no quote of the claims that this rests on (sinks, floats)."
    )
    assert hint.startswith("Nearest: “the barge may sink”. ")


@pytest.mark.parametrize("field", ["kind: scope", "ladder: [may sink]"])
def test_what_goes_with_a_difference_is_nothing_without_one(field: str) -> None:
    old = f"{DIFFER}\n    kind: goes-further\n    ladder: [may sink, floats on]"
    assert told((old, field)) == [("kind-without-differ", "error", field.split(":")[0])]


def test_kind_and_ladder_without_a_difference_are_told_each() -> None:
    assert [at for _, _, at in told((f"    {DIFFER}\n", ""))] == ["kind", "ladder"]


def test_a_difference_needs_two_quotes_and_not_two_claims() -> None:
    one = [("claims: [sinks, floats]", "claims: [sinks]"), (DIFFER, "differ: Of what?")]
    ladder = ("    ladder: [may sink, floats on]\n", "")
    assert told(*one, ladder) == [("differ-too-few", "error", "differ")]
    ((message, _),) = messages(*one, ladder)
    assert message == "A difference needs two quotes at least; the claims of this one have one."
    two = (
        "evidence: {a: the barge may sink on Friday}",
        "evidence: {a: the barge may sink, b: it floats on}",
    )
    assert told(*one, ladder, two) == []


def test_more_than_two_sentences_are_a_hint() -> None:
    assert told((DIFFER, "differ: One says so. The other does not.")) == []
    long = "differ: One says so. The other does not. Who knows?"
    ((code, severity, _),) = told((DIFFER, long))
    assert (code, severity) == ("differ-too-long", "hint")


@pytest.mark.parametrize(
    "edits",
    [
        # A quote that was not found; a claim that is unknown.
        [("a: the barge may sink on Friday", "a: the barge may drown on Friday")],
        [("claims: [sinks, floats]", "claims: [sinks, flies]")],
    ],
)
def test_words_are_left_alone_where_not_all_quotes_are_known(edits: list[tuple[str, str]]) -> None:
    wrong = ("“floats on”", "“floats along”")
    assert told(*edits, wrong) == []
    # What the question itself lacks is told all the same.
    assert [code for code, *_ in told(*edits, wrong, ("goes-further", "scope"))] == ["ladder-of-other-kind"]


def test_withdrawn_and_faulty_questions_and_claims_are_left_alone() -> None:
    wrong = ("“floats on”", "“floats along”")
    gone = ("    kind: goes-further\n", "    withdrawn: {date: '2024-11-02', reason: No.}\n")
    assert told(wrong, gone) == []
    assert told(wrong, lost="will-it") == []
    assert told(wrong, lost="sinks") == []
    assert told(wrong, lost="floats") == []
    assert told(wrong, lost="other") != []
