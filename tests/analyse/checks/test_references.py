"""References of quotes: whom and what each names, and what may stand together at one."""

import pytest

from generator.analyse.checks.references.entries import check_references
from generator.model.diagnostics import Diagnostic
from tests.analyse.makers import make_article, make_briefing

YAML = """
actors:
  moss: {name: Lena Moss, kind: person}
  berg: {name: Ole Berg, kind: person}
  pier: {name: The pier, kind: organisation}
origins:
  radio: {title: On the radio, kind: interview, by: moss}
  log: {title: The log, kind: document, evidence: {a: so}}
bottom_line:
  - {text: Lena Moss says so., claims: [sinks]}
questions:
  - {id: when, text: When?, claims: [sinks]}
claims:
  - id: sinks
    text: Lena Moss says so.
    by: moss
    CLAIM
    evidence:
      a: {exact: so, QUOTE}
      b: so
  - id: floats
    text: Ole Berg says so.
    by: BERG
    origin: log
    RELATIONS
    evidence:
      b: {exact: so, OTHER}
"""
PLAIN = {"CLAIM": "note: x", "QUOTE": "note: x", "BERG": "berg", "RELATIONS": "note: x", "OTHER": "note: x"}


def filled(**edits: str) -> str:
    yaml = YAML
    for mark, text in (PLAIN | edits).items():
        yaml = yaml.replace(mark, text)
    return yaml


def found(**edits: str) -> list[Diagnostic]:
    articles = (make_article("Text.", "a"), make_article("Text.", "b"))
    return check_references(make_briefing(filled(**edits), *articles))


def told(**edits: str) -> list[tuple[str, str]]:
    """Code of each error, and the characters at its place."""
    lines = filled(**edits).strip("\n").split("\n")
    return [
        (one.code, lines[one.span.line - 1][one.span.column - 1 : one.span.end_column - 1])
        for one in found(**edits)
    ]


def test_all_in_order() -> None:
    assert told() == []


@pytest.mark.parametrize(
    "quote",
    [
        "by: berg",
        "by: [berg, pier]",
        "by: article",
        "by: unnamed",
        "by: unnamed, described_as: a guard",
        "by_open: [moss, article]",
        "by_open: [moss, article], described_as: a guard",
        "by_open: [moss, berg, unnamed]",
        "by: berg, origin: radio, origin_inferred: It is told beside it.",
        "via: [berg, the harbour desk]",
        "cue: said, modality: denies",
        "by: berg, cue: said",
        "by: unnamed, cue: said",
        "by: article, modality: reports",
    ],
)
def test_what_may_stand_at_a_quote(quote: str) -> None:
    assert told(QUOTE=quote) == []


@pytest.mark.parametrize(
    ("quote", "code", "at"),
    [
        ("by: berk", "unknown-id", "berk"),
        ("by: [berg, nobody]", "unknown-id", "nobody"),
        ("by_open: [moss, nobody]", "unknown-id", "nobody"),
        ("via: nobody", "unknown-id", "nobody"),
        ("origin: radios", "unknown-id", "radios"),
        ("by: [berg, article]", "speaker-mixed", "[berg, article]"),
        ("by: []", "empty-value", "[]"),
        # Nothing is left open between fewer than two, or beside a speaker who is named.
        ("by_open: []", "open-too-few", "[]"),
        ("by_open: [moss]", "open-too-few", "[moss]"),
        ("by_open: [moss, moss]", "open-too-few", "[moss, moss]"),
        ("by: berg, by_open: [moss, article]", "open-and-named", "[moss, article]"),
        # A reason for an origin, and none.
        ("origin_inferred: So.", "inferred-without-origin", "So."),
        # Words for a speaker who is named, or by whom nobody attributes.
        ("described_as: a guard", "described-but-named", "a guard"),
        ("by: berg, described_as: a guard", "described-but-named", "a guard"),
        ("by: article, described_as: a guard", "described-but-named", "a guard"),
        ("by: article, cue: said", "cue-without-speaker", "said"),
    ],
)
def test_what_may_not_is_an_error_in_its_place(quote: str, code: str, at: str) -> None:
    assert told(QUOTE=quote) == [(code, at)]


@pytest.mark.parametrize(
    ("quote", "message"),
    [
        ("by_open: []", "'by_open' names nobody: nothing is left open."),
        ("by_open: [moss]", "'by_open' names one alone: nothing is left open."),
        ("described_as: a guard", "'described_as' goes with 'by: unnamed'; here the speaker is moss."),
        (
            "by: berg, described_as: a guard",
            "'described_as' goes with 'by: unnamed'; here the speaker is berg.",
        ),
        ("by: berk", "There is no actor 'berk'."),
    ],
)
def test_messages_name_whom_it_is_about(quote: str, message: str) -> None:
    assert [one.message for one in found(QUOTE=quote)] == [message]


def test_the_claim_s_origin_is_one_to_infer_from_for_its_own_speaker_alone() -> None:
    inferred = "origin_inferred: It is told beside it."
    assert told(CLAIM="origin: radio", QUOTE=inferred) == []
    for quote in (f"by: berg, {inferred}", f"by_open: [moss, article], {inferred}"):
        assert told(CLAIM="origin: radio", QUOTE=quote) == [
            ("inferred-without-origin", "It is told beside it.")
        ]


def test_a_claim_of_somebody_unnamed_may_be_described_at_each_quote() -> None:
    assert told(BERG="unnamed", OTHER="described_as: a guard") == []
    assert told(BERG="unnamed", OTHER="described_as: a guard, by: moss") == [
        ("described-but-named", "a guard")
    ]


def test_a_claim_in_an_article_s_own_voice_has_a_cue_only_where_somebody_speaks() -> None:
    assert told(BERG="article", OTHER="cue: said") == [("cue-without-speaker", "said")]
    assert told(BERG="article", OTHER="cue: said, by: berg") == []


# Relations.

SEPARATE = "relations: [{kind: corroborates, claim: sinks, note: Each saw it.}]"


def test_corroboration_needs_a_reason() -> None:
    assert told(CLAIM="origin: radio", RELATIONS=SEPARATE) == []
    bare = SEPARATE.replace(", note: Each saw it.", "")
    assert told(CLAIM="origin: radio", RELATIONS=bare) == [("reason-missing", "corroborates")]


@pytest.mark.parametrize(
    ("edits", "reason"),
    [
        ({}, "'sinks' has no origin"),
        ({"CLAIM": "origin: radio", "OTHER": "by: moss"}, "both have the same speaker"),
        ({"CLAIM": "origin: radio", "QUOTE": "by: berg"}, "both have the same speaker"),
        ({"CLAIM": "origin: radio", "BERG": "article"}, "'floats' is an article's own voice"),
        # The claim's origin is none of a quote with its own speaker; and an article itself confirms nobody.
        ({"CLAIM": "origin: radio", "OTHER": "by: pier"}, "'floats' has no origin"),
        ({"CLAIM": "origin: radio", "OTHER": "by: article, origin: log"}, "'floats' has no origin"),
        (
            {"CLAIM": "origin: radio", "OTHER": "by_open: [pier, article], origin: log"},
            "'floats' has no origin",
        ),
    ],
)
def test_what_cannot_corroborate_is_an_error_with_the_reason(edits: dict[str, str], reason: str) -> None:
    (one,) = found(RELATIONS=SEPARATE, **edits)
    assert (one.code, one.message) == ("no-corroboration", f"This cannot corroborate: {reason}.")


def test_a_later_position_is_the_claim_s_own_speaker_s_and_needs_no_reason() -> None:
    later = "relations: [{kind: later-position-of, claim: sinks}]"
    assert told(RELATIONS=later, BERG="moss") == []
    assert told(RELATIONS=later) == [("not-the-same-speaker", "later-position-of")]
    # That one article gives it to somebody else makes it nobody else's position.
    assert told(RELATIONS=later, BERG="moss", OTHER="by: berg") == []
    assert told(RELATIONS=later, OTHER="by: moss") == [("not-the-same-speaker", "later-position-of")]


# Questions, and what rests on claims.


def told_of(old: str, new: str) -> list[tuple[str, str]]:
    yaml = filled()
    assert yaml.count(old) == 1
    yaml = yaml.replace(old, new)
    lines = yaml.strip("\n").split("\n")
    articles = (make_article("Text.", "a"), make_article("Text.", "b"))
    return [
        (one.code, lines[one.span.line - 1][one.span.column - 1 : one.span.end_column - 1])
        for one in check_references(make_briefing(yaml, *articles))
    ]


ASKED = "- {id: when, text: When?, claims: [sinks]}"


@pytest.mark.parametrize(
    ("new", "problems"),
    [
        (ASKED.replace("}", ", settled_by: log}"), []),
        (ASKED.replace("}", ", settled_by: [log, radios]}"), [("unknown-id", "radios")]),
        (ASKED.replace("[sinks]", "[sinks, sank]"), [("unknown-id", "sank")]),
        (ASKED.replace("[sinks]", "[]"), [("rests-on-nothing", "[]")]),
        (ASKED.replace("}", ", status: answered}"), [("answer-missing", "answered")]),
        # Open unless set.
        (
            ASKED.replace("}", ", resolution: {text: Now., claims: [sinks]}}"),
            [("answer-to-open", "text")],
        ),
        (ASKED.replace("}", ", status: partly-answered, resolution: {text: Now., claims: [sinks]}}"), []),
    ],
)
def test_what_a_question_names(new: str, problems: list[tuple[str, str]]) -> None:
    assert told_of(ASKED, new) == problems


def test_a_question_may_rest_on_a_withdrawn_claim_and_a_difference_may_not() -> None:
    gone = "withdrawn: {date: '2024-11-02', reason: Wrong.}"
    line = ("text: Lena Moss says so., claims: [sinks]", "text: Ole Berg says so., claims: [floats]")
    articles = (make_article("Text.", "a"), make_article("Text.", "b"))
    yaml = filled(CLAIM=gone).replace(*line)
    assert check_references(make_briefing(yaml, *articles)) == []
    differing = yaml.replace("claims: [sinks]}", "claims: [sinks], differ: So or so., kind: scope}")
    (one,) = check_references(make_briefing(differing, *articles))
    assert (one.code, one.span.line) == ("rests-on-withdrawn", 11)


def test_a_quote_that_shows_an_origin_names_its_article() -> None:
    assert told_of("kind: document, evidence: {a: so}", "kind: document, evidence: {c: so}") == [
        ("unknown-id", "c")
    ]
