"""Grounding: what a sentence says of numbers, dates and names stands in the claims it rests on."""

from dataclasses import replace

import pytest

from generator.analyse.checks.bottom_line import check_grounding
from generator.model.diagnostics import Diagnostic
from tests.analyse.makers import make_article, make_briefing

YAML = """
actors:
  zelenskiy: {name: Volodymyr Zelenskiy, kind: person, aliases: [Zelenskyy, Ukraine’s president]}
  russia: {name: Russia, kind: state}
  kcna: {name: KCNA, kind: organisation}
  delegation: {name: the Ukrainian delegation, kind: group}
origins:
  interview: {title: An interview with KBS, kind: interview, date: '2024-10-30'}
  remarks:
    {title: Remarks, kind: statement, by: delegation, date: {as_stated: on Friday}, derived_from: notes}
  notes: {title: Notes of the Security Council, kind: document}
bottom_line:
  - text: TEXT
    claims: [troops, generals]
claims:
  - id: troops
    text: About 8,000 troops are in Kursk.
    by: zelenskiy
    about: russia
    origin: interview
    said: {edtf: 'XXXX-10-13', as_stated: on October 13}
    evidence:
      a: {exact: [some 8000 soldiers, near Sudzha], translation: In Lgov too}
  - id: generals
    text: Three generals travel.
    by: unnamed
    via: kcna
    evidence:
      a: {exact: three generals, described_as: a man from Pyongyang, origin: remarks}
  - id: other
    text: Belarus has 77 tanks since 2 May 2023.
    by: article
    evidence: []
"""


def told(text: str, yaml: str = YAML) -> list[Diagnostic]:
    return check_grounding(
        make_briefing(yaml.replace("TEXT", text), make_article("It rained on Belarus and Minsk."))
    )


@pytest.mark.parametrize(
    "text",
    [
        "There are 8,000 troops.",
        "There are eight thousand troops and three generals.",
        "There are 8000 troops and 3 generals.",
        "Volodymyr Zelenskiy says so.",
        "Zelenskyy says so.",  # an alias of the speaker
        "It is Ukraine’s president who says so.",
        "It is about Russia.",
        "It happened in Kursk, near Sudzha and in Lgov.",
        "It was said by a man from Pyongyang, according to KCNA.",
        "It was said in October.",
        "It was said on October 13.",
        "It was said on 30 October 2024, to KBS.",
        "It was said on Friday.",  # the date of a quote's own origin
        "It was said by the Ukrainian delegation.",
        "It stands in notes of the Security Council.",  # what that origin derives from
        "It stands in source A.",
        "It rained.",
    ],
)
def test_what_the_claims_say_is_grounded(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "kind", "words"),
    [
        ("There are 9,000 troops.", "number", "9,000"),
        ("There are nine thousand troops.", "number", "nine thousand"),
        ("There are 77 tanks.", "number", "77"),  # of a claim that it does not rest on
        ("It was said on October 14.", "date", "October 14"),
        ("It was said on Thursday.", "date", "Thursday"),
        ("It was said in 2023.", "date", "2023"),
        ("It is said by Belarus.", "name", "Belarus"),
        ("It happened in Minsk.", "name", "Minsk"),
        ("Minsk is where it happened.", "name", "Minsk"),
    ],
)
def test_what_the_claims_do_not_say_is_an_error(text: str, kind: str, words: str) -> None:
    (one,) = told(text)
    assert one.code == "not-in-claims"
    assert (
        one.message
        == f"The {kind} “{words}” occurs in none of the claims that this rests on (troops, generals)."
    )


def test_each_term_is_told_at_its_own_words_in_a_folded_text() -> None:
    block = ">-\n      There are 8,000 troops, or\n      9,000, of Belarus,\n      on 9 May."
    found = told(block)
    lines = YAML.replace("TEXT", block).strip("\n").split("\n")
    places = [(one.span, one.message.split("“")[1].split("”")[0]) for one in found]
    assert [words for _, words in places] == ["9,000", "Belarus", "9 May"]
    for span, words in places:
        assert lines[span.line - 1][span.column - 1 : span.end_column - 1] == words
        assert span.line == span.end_line


def test_an_unknown_claim_is_not_told_twice() -> None:
    assert told("There are 9,000 troops.", YAML.replace("[troops, generals]", "[troops, missing]")) == []


def test_a_faulty_claim_is_not_told_twice() -> None:
    briefing = make_briefing(YAML.replace("TEXT", "There are 9,000 troops."))
    assert check_grounding(briefing)
    assert check_grounding(replace(briefing, lost=frozenset(["troops"]))) == []


RESTING = """
claims:
  - {id: c, text: There are 8 of them., by: article, evidence: []}
"""


@pytest.mark.parametrize(
    "entry",
    [
        "assessments:\n  - {id: x, text: There are 9., claims: [c], confidence: low WITHDRAWN}",
        "questions:\n  - id: x\n    text: How many?\n    claims: [c]\n    status: answered\n"
        "    resolution: {text: There are 9., claims: [c]} WITHDRAWN",
    ],
)
def test_assessments_and_answers_are_held_too(entry: str) -> None:
    (one,) = check_grounding(make_briefing(RESTING + entry.replace(" WITHDRAWN", "")))
    assert one.code == "not-in-claims" and "“9”" in one.message
    assert check_grounding(make_briefing(RESTING + entry.replace(" WITHDRAWN", "").replace("9", "8"))) == []
    tombstone = "withdrawn: {date: '2024-11-02', reason: Wrong.}"
    withdrawn = entry.replace("low WITHDRAWN", f"low, {tombstone}").replace(
        " WITHDRAWN", f"\n    {tombstone}"
    )
    assert check_grounding(make_briefing(RESTING + withdrawn)) == []


def test_a_question_itself_may_say_what_no_claim_does() -> None:
    yaml = RESTING + "questions:\n  - {id: x, text: Are there 9?, status: open, claims: [c]}\n"
    assert check_grounding(make_briefing(yaml)) == []


def test_a_circle_of_origins_ends() -> None:
    yaml = YAML.replace("kind: document}", "kind: document, derived_from: remarks}")
    assert told("It stands in notes of the Security Council.", yaml) == []
