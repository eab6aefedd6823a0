"""The timeline: order, precision, and nothing told twice."""

from generator.analyse.findings.timeline import timeline
from tests.analyse.makers import summary_of


def test_dates_are_in_order_and_keep_their_precision() -> None:
    made = summary_of(
        claims=[
            {"id": "month", "happened": "2024-10"},
            {"id": "day", "happened": "2024-10-13"},
            {"id": "about", "said": "2024-09~"},
            {"id": "no-year", "happened": "XXXX-01-02"},
            {"id": "words", "said": {"as_stated": "on Wednesday"}},
            {"id": "none"},
        ]
    )
    told = [(one.kind, one.claims, one.value.text if one.value else None) for one in timeline(made)]
    assert told == [
        ("said", ("about",), "2024-09~"),
        ("happened", ("month",), "2024-10"),
        ("happened", ("day",), "2024-10-13"),
        ("happened", ("no-year",), "XXXX-01-02"),
        ("said", ("words",), None),
    ]


def test_claims_of_one_date_are_one_moment_and_said_is_not_happened() -> None:
    made = summary_of(
        claims=[
            {"id": "a", "happened": "2024-10-13"},
            {"id": "b", "happened": "2024-10-13"},
            {"id": "c", "said": "2024-10-13"},
        ]
    )
    assert [(one.kind, one.claims) for one in timeline(made)] == [("happened", ("a", "b")), ("said", ("c",))]


def test_an_event_is_not_told_again_by_its_claims() -> None:
    made = summary_of(
        claims=[{"id": "a", "happened": "2024-10-13"}, {"id": "b", "happened": "2024-10-13"}],
        events=[{"id": "e", "date": "2024-10-13", "text": "It began.", "claims": ["a"]}],
    )
    assert [(one.kind, one.event, one.claims) for one in timeline(made)] == [
        ("event", "e", ("a",)),
        ("happened", "", ("b",)),
    ]


def test_an_inferred_date_says_so() -> None:
    inferred = {"edtf": "2024-10-13", "as_stated": "on Sunday", "inferred_from": "the calendar"}
    [moment] = timeline(summary_of(claims=[{"id": "a", "happened": inferred}]))
    assert moment.inferred
    [sure] = timeline(summary_of(claims=[{"id": "a", "happened": "2024-10-13"}]))
    assert not sure.inferred


def test_what_was_withdrawn_has_no_date() -> None:
    gone = {"id": "a", "happened": "2024-10-13", "withdrawn": {"date": "2024-11-01", "reason": "Wrong."}}
    assert timeline(summary_of(claims=[gone])) == ()


def told(*quotes: dict[str, object], **more: object) -> list[tuple[str, tuple[str, ...], str | None]]:
    """Kind, claims and value of each moment of a claim that Kim made on 13 October, with these quotes."""
    evidence = [{"article": "a", "exact": "so", **quote} for quote in quotes]
    made = summary_of(claims=[{"id": "a", "said": "2024-10-13", "evidence": evidence}], **more)
    return [(one.kind, one.claims, one.value.text if one.value else None) for one in timeline(made)]


def test_the_date_of_a_quote_is_a_moment_of_its_own() -> None:
    """A date that quotes repeat is one; words of another speaker have their own date and not the claim's."""
    assert told({}, {"said": "2024-10-13"}) == [("said", ("a",), "2024-10-13")]
    assert told({"by": "pak", "said": "2024-10-20"}, {"by": "lee"}) == [
        ("said", ("a",), "2024-10-13"),
        ("said", ("a",), "2024-10-20"),
    ]


def test_an_event_takes_the_place_of_the_date_that_it_gives_and_of_no_other() -> None:
    event = {"id": "e", "date": "2024-10-20", "text": "It began.", "claims": ["a"]}
    assert told({"by": "pak", "said": "2024-10-20"}, events=[event]) == [
        ("said", ("a",), "2024-10-13"),
        ("event", ("a",), "2024-10-20"),
    ]
