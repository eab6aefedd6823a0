"""Claims and their evidence: in all shapes in which it is written, and what holds for each quote."""

import pytest
from pydantic import ValidationError

from generator.model.claims import Claim, Evidence, TextQuote, quotes_in_order, written_as_keys
from generator.model.dated import StatedDate
from generator.model.entries import Origin
from generator.model.located import LocatedMapping
from generator.model.span import Span
from generator.read.source import Source
from generator.read.yaml_values import read_yaml


def read(evidence: str) -> Claim:
    """A claim with evidence as YAML writes it, without a check for old forms."""
    value, faults = read_yaml(Source("b.yml", f"id: c\ntext: So.\nby: ann\n{evidence}"))
    assert not faults and isinstance(value, LocatedMapping)
    return Claim.model_validate(value)


Told = tuple[str, tuple[str, ...], tuple[int, int], tuple[int, int]]


def told(claim: Claim) -> list[Told]:
    """Article and words of each quote, with line and column of either."""
    return [
        (
            quote.article,
            quote.exact,
            (quote.at("article").line, quote.at("article").column),
            (quote.at("exact").line, quote.at("exact").column),
        )
        for quote in claim.evidence
    ]


@pytest.mark.parametrize(
    ("evidence", "quotes"),
    [
        ("evidence: {a: it rains}", [("a", ("it rains",), (4, 12), (4, 15))]),
        ("evidence:\n  a: it rains", [("a", ("it rains",), (5, 3), (5, 6))]),
        ("evidence: {a: {exact: it rains}}", [("a", ("it rains",), (4, 12), (4, 23))]),
        ("evidence: {a: {exact: [it, rains]}}", [("a", ("it", "rains"), (4, 12), (4, 23))]),
        (
            "evidence: {a: it rains, b: it pours}",
            [("a", ("it rains",), (4, 12), (4, 15)), ("b", ("it pours",), (4, 25), (4, 28))],
        ),
        (
            "evidence:\n  b: [it rains, {exact: it pours, by: bob}]\n  a: so",
            [
                ("b", ("it rains",), (5, 3), (5, 7)),
                ("b", ("it pours",), (5, 3), (5, 25)),
                ("a", ("so",), (6, 3), (6, 6)),
            ],
        ),
        (
            "evidence:\n  a:\n    - it rains\n    - exact:\n        - it\n        - pours",
            [("a", ("it rains",), (5, 3), (6, 7)), ("a", ("it", "pours"), (5, 3), (8, 9))],
        ),
    ],
)
def test_each_shape_is_read_with_its_places(evidence: str, quotes: list[Told]) -> None:
    assert told(read(evidence)) == quotes


def test_fields_of_a_quote_have_their_own_places() -> None:
    (quote,) = read("evidence:\n  a:\n    exact: it rains\n    by: bob\n    origin: log").evidence
    assert (quote.by, quote.origin) == (("bob",), "log")
    assert quote.at("by") == Span("b.yml", 7, 9, 7, 12)
    assert quote.key_at("origin") == Span("b.yml", 8, 5, 8, 11)


def test_a_quote_knows_what_was_written_of_it() -> None:
    first, second = read("evidence: {a: [it rains, {exact: so, by: bob}]}").evidence
    assert first.written() == {"article", "exact"}
    assert second.written() == {"article", "exact", "by"}


def test_quotes_that_are_a_list_already_are_left_as_they_are() -> None:
    quotes = [{"article": "a", "exact": "it rains"}]
    assert quotes_in_order(quotes) is quotes
    assert quotes_in_order(()) == ()


def test_a_mapping_of_anywhere_becomes_quotes_without_places() -> None:
    assert quotes_in_order({"a": "it rains", "b": [{"exact": "so", "note": "x"}]}) == [
        {"exact": "it rains", "article": "a"},
        {"exact": "so", "note": "x", "article": "b"},
    ]
    assert quotes_in_order({}) == []


@pytest.mark.parametrize("evidence", ["evidence: it rains", "evidence: 5", "evidence:"])
def test_what_is_by_no_article_is_no_evidence(evidence: str) -> None:
    with pytest.raises(ValidationError) as wrong:
        read(evidence)
    assert [(one["type"], one["loc"]) for one in wrong.value.errors()] == [("mapping_type", ("evidence",))]


def faults(evidence: str) -> list[tuple[str, tuple[str | int, ...]]]:
    with pytest.raises(ValidationError) as wrong:
        read(evidence)
    return [(one["type"], one["loc"]) for one in wrong.value.errors()]


def test_faults_are_told_of_the_quote_by_its_number() -> None:
    assert faults("evidence: {a: so, b: {prefix: no words}}") == [("missing", ("evidence", 1, "exact"))]
    assert faults("evidence: {a: [so, {exact: so, colour: red}]}") == [
        ("extra_forbidden", ("evidence", 1, "colour"))
    ]
    assert faults("evidence: {a: [so, {exact: so, modality: shouts}]}") == [
        ("literal_error", ("evidence", 1, "modality"))
    ]


@pytest.mark.parametrize("value", ["[]", "''", "{}"])
def test_an_article_without_words_is_no_quote(value: str) -> None:
    with pytest.raises(ValidationError):
        read(f"evidence: {{a: {value}}}")


def test_an_origin_is_shown_in_the_same_shapes() -> None:
    origin = Origin.model_validate(
        {"title": "A log", "kind": "document", "evidence": {"a": "the log", "b": [{"exact": "a log"}]}}
    )
    assert [(one.article, one.exact) for one in origin.evidence] == [("a", ("the log",)), ("b", ("a log",))]
    with pytest.raises(ValidationError):  # who says it is a matter of claims
        Origin.model_validate(
            {"title": "A log", "kind": "document", "evidence": {"a": {"exact": "x", "by": "ann"}}}
        )


def test_the_article_is_a_key_and_no_field_of_a_quote() -> None:
    for model in (TextQuote, Evidence):
        assert written_as_keys(model.model_json_schema()) == ("article",)
    assert written_as_keys(Claim.model_json_schema()) == ()


def claim(*quotes: dict[str, object]) -> Claim:
    """A claim of Ann, told by Bob of a talk on Monday, with these quotes."""
    return Claim.model_validate(
        {
            "id": "c",
            "text": "So.",
            "by": ["ann", "eve"],
            "via": ["bob"],
            "origin": "talk",
            "said": "2024-11-01",
            "evidence": [{"article": "a", "exact": "so", **quote} for quote in quotes],
        }
    )


TALK = StatedDate(edtf="2024-11-01")


@pytest.mark.parametrize(
    ("quote", "by", "via", "origin", "said", "own"),
    [
        # What holds for the claim holds for a quote that says nothing else.
        ({}, ("ann", "eve"), ("bob",), "talk", TALK, False),
        # The same speakers in another order are no others.
        ({"by": ["eve", "ann"]}, ("eve", "ann"), ("bob",), "talk", TALK, False),
        # Of somebody else's words nothing of the claim holds.
        ({"by": ["pak"]}, ("pak",), (), None, None, True),
        ({"by": ["ann"]}, ("ann",), (), None, None, True),
        ({"by": ["article"]}, ("article",), (), None, None, True),
        ({"by_open": ["ann", "article"]}, (), (), None, None, True),
        # What stands at the quote goes before what stands at the claim.
        (
            {"via": ["kim"], "origin": "log", "said": "2024-11-02"},
            ("ann", "eve"),
            ("kim",),
            "log",
            StatedDate(edtf="2024-11-02"),
            False,
        ),
        ({"by": ["pak"], "origin": "log", "via": ["kim"]}, ("pak",), ("kim",), "log", None, True),
    ],
)
def test_what_holds_for_a_quote(
    quote: dict[str, object],
    by: tuple[str, ...],
    via: tuple[str, ...],
    origin: str | None,
    said: StatedDate | None,
    own: bool,
) -> None:
    made = claim(quote)
    (evidence,) = made.evidence
    assert made.by_in(evidence) == by
    assert made.via_in(evidence) == via
    assert made.origin_in(evidence) == origin
    date = made.said_in(evidence)
    assert (date and date.edtf) == (said and said.edtf)
    assert made.has_own_speaker(evidence) is own


@pytest.mark.parametrize(
    ("quotes", "speakers"),
    [
        # The claim's own where a quote says nothing else, and they come first.
        ([{}], ("ann", "eve")),
        ([{"by": ["pak"]}, {}], ("ann", "eve", "pak")),
        # Whom the claim names and none of its quotes has is none of them.
        ([{"by": ["pak"]}], ("pak",)),
        ([{"by": ["pak"]}, {"by": ["eve"]}], ("eve", "pak")),
        # Nor is who only may be saying it.
        ([{"by_open": ["kim", "article"]}], ()),
        ([{"by_open": ["ann", "article"]}, {"by": ["pak"]}], ("pak",)),
        # Without quotes there is nothing else to go by.
        ([], ("ann", "eve")),
    ],
)
def test_speakers_of_a_claim_are_those_who_say_one_of_its_quotes(
    quotes: list[dict[str, object]], speakers: tuple[str, ...]
) -> None:
    assert claim(*quotes).speakers == speakers


def test_those_who_passed_a_claim_on_are_its_own_and_those_of_quotes() -> None:
    made = claim({"by": ["pak"]}, {"by": ["ann"], "via": ["lee"]})
    assert made.passers_on == ("bob", "lee")


def test_origins_and_dates_of_a_claim_are_its_own_and_those_of_quotes() -> None:
    made = claim({"origin": "log"}, {"origin": "talk", "said": "2024-11-02"}, {})
    assert made.origins == ("talk", "log")
    assert [date.edtf for date in made.dates()] == ["2024-11-01", "2024-11-02"]
