"""Forms that were replaced: each is one error in its place that shows what to write, and all else is read."""

from pathlib import Path

import pytest

from generator.model.diagnostics import Diagnostic, errors
from generator.model.entries import Summary
from generator.pipeline import check
from generator.read.old_forms import current_form
from generator.read.source import Source
from generator.read.validate import build, build_partly
from generator.read.yaml_values import read_yaml

ARTICLES = {
    "a": "Lena Moss said that the mill burns. A guard said that it rains in the valley.",
    "b": "“The mill will burn all week,” Moss said on Friday. It pours.",
}
BRIEFING = """\
title: The mill
as_of: '2024-11-01'
status: published
bottom_line:
  - {text: Lena Moss says that the mill burns., claims: [burns]}
actors:
  moss: {name: Lena Moss, kind: person, aliases: [Moss]}
questions:
  - {id: when, text: When did it start?, claims: [burns]}
claims:
  - id: week
    text: Lena Moss said that the mill will burn all week.
    by: moss
    evidence: {b: The mill will burn all week}
  - id: burns
    text: Lena Moss said that the mill burns.
    by: moss
"""
PLAIN = "    evidence: {a: said that the mill burns}\n"
OLD = [
    (
        PLAIN + "    cue: said\n",
        "19:5-8",
        "'cue' of a claim",
        "It is worked out from the passage: take it out, or set it there: "
        'evidence: {a: {exact: "said that the mill burns", cue: "said"}}.',
    ),
    (
        "    modality: acknowledges\n" + PLAIN,
        "18:5-13",
        "'modality' of a claim",
        "It is worked out from the passage: take it out, or set it there: "
        'evidence: {a: {exact: "said that the mill burns", modality: "acknowledges"}}.',
    ),
    (
        "    described_as: a guard\n" + PLAIN,
        "18:5-17",
        "'described_as' of a claim",
        "Write it with the words of its article: evidence: "
        '{a: {exact: "said that the mill burns", described_as: "a guard"}}.',
    ),
    (
        "    evidence: [{article: a, exact: said that the mill burns}]\n",
        "18:5-13",
        "A list of quotes as 'evidence'",
        'Write the words by article: evidence: {a: "said that the mill burns"}.',
    ),
    (
        "    evidence:\n"
        "      - {article: b, exact: [The mill will burn, all week], prefix: '“'}\n"
        "      - article: a\n"
        "        exact: Lena Moss said that the mill burns. A guard said that it rains\n"
        "      - {exact: It pours, article: b}\n",
        "18:5-13",
        "A list of quotes as 'evidence'",
        "Write the words by article: evidence: "
        '{b: [{exact: ["The mill will burn", "all week"], prefix: …}, "It pours"], '
        'a: "Lena Moss said that the mill burns. A guard said …"}.',
    ),
    (
        "    evidence: [said that the mill burns]\n",
        "18:5-13",
        "A list as 'evidence'",
        "Write the words by article: evidence: {a: the words, b: the words}.",
    ),
    (
        "    evidence: [{exact: said that the mill burns}]\n",
        "18:5-13",
        "A list as 'evidence'",
        "Write the words by article: evidence: {a: the words, b: the words}.",
    ),
    (
        PLAIN + "    relations: [{kind: contradicts, claim: week, note: One of them.}]\n",
        "19:18-22",
        "A relation of the kind 'contradicts'",
        "Ask a question that says how they differ: "
        "{id: …, text: …, claims: [burns, week], differ: …, kind: contradicts}.",
    ),
    (
        PLAIN + "    relations:\n      - {kind: later-position-of, claim: week}\n"
        "      - claim: week\n        kind: goes-further-than\n",
        "22:9-13",
        "A relation of the kind 'goes-further-than'",
        "Ask a question that says how they differ: "
        "{id: …, text: …, claims: [burns, week], differ: …, kind: goes-further}.",
    ),
    (
        PLAIN + "    relations: [{kind: differs-in-scope, claim: week}]\n",
        "19:18-22",
        "A relation of the kind 'differs-in-scope'",
        "Ask a question that says how they differ: "
        "{id: …, text: …, claims: [burns, week], differ: …, kind: scope}.",
    ),
]


def told(found: list[Diagnostic]) -> list[tuple[str, str, str, str]]:
    return [
        (
            one.code,
            f"{one.span.line}:{one.span.column}-{one.span.end_column}",
            one.message,
            one.hint,
        )
        for one in found
    ]


def whole(claim: str, tmp_path: Path) -> list[Diagnostic]:
    """All that the command tells of a repository with this briefing."""
    folder = tmp_path / "briefings" / "mill"
    (folder / "articles").mkdir(parents=True)
    (folder / "briefing.yml").write_text(BRIEFING + claim, encoding="utf-8")
    for id, text in ARTICLES.items():
        (folder / "articles" / f"{id}.txt").write_text(text, encoding="utf-8")
    return list(check(tmp_path).diagnostics)


@pytest.mark.parametrize(("claim", "place", "what", "instead"), OLD)
def test_one_error_tells_in_its_place_what_to_write(
    claim: str, place: str, what: str, instead: str, tmp_path: Path
) -> None:
    """It is all that is told: neither is the entry reported as incomplete, nor what rests on it."""
    moves = "'python -m generator fix' moves an old file over."
    expected = ("old-form", place, f"{what} is no longer written like this.", f"{instead} {moves}")
    assert told(errors(whole(claim, tmp_path))) == [expected]


def test_the_new_form_is_told_of_nothing(tmp_path: Path) -> None:
    """The control: what all of them are written instead of."""
    assert errors(whole(PLAIN, tmp_path)) == []


def read(claim: str) -> tuple[Summary, list[Diagnostic], frozenset[str]]:
    value, faults = read_yaml(Source("b.yml", BRIEFING + claim))
    assert not faults
    summary, found, lost = build_partly(Summary, value, "b.yml")
    assert summary is not None
    return summary, found, lost


def test_a_claim_of_several_old_forms_is_told_of_each() -> None:
    claim = (
        "    cue: said\n    modality: asserts\n"
        "    relations: [{kind: contradicts, claim: week}, {kind: contradicts, claim: when}]\n"
        "    evidence: [{article: a, exact: said that the mill burns}]\n"
    )
    _, found, _ = read(claim)
    assert sorted(f"{one.code} {one.span.line}" for one in found) == [
        "old-form 18",
        "old-form 19",
        "old-form 20",
        "old-form 20",
        "old-form 21",
    ]


def test_a_cue_beside_words_without_an_article_is_shown_with_others() -> None:
    _, found, _ = read("    cue: said\n    evidence: [said that the mill burns]\n")
    assert [one.hint.split("evidence: ")[1].split(" 'python")[0] for one in found] == [
        '{a: {exact: the words, cue: "said"}}.',
        "{a: the words, b: the words}.",
    ]


def test_quotes_of_an_old_list_are_checked_all_the_same() -> None:
    """So that one run tells all: what its quotes say wrong is told in their places."""
    summary, found, lost = read(
        "    evidence: [{article: a, exact: it rains, colour: red}, {article: b, exact: It pours}]\n"
    )
    assert [(one.code, one.span.line, one.span.column) for one in found] == [
        ("old-form", 18, 5),
        ("unknown-key", 18, 46),
    ]
    assert [(one.article, one.exact) for one in summary.claims[1].evidence] == [
        ("a", ("it rains",)),
        ("b", ("It pours",)),
    ]
    assert lost == {"burns"}


def test_a_list_of_quotes_that_are_faulty_is_told_with_their_faults() -> None:
    _, found, lost = read("    evidence: [{article: a, exact: 5}, {article: a}]\n")
    assert [(one.code, one.span.line, one.span.column) for one in found] == [
        ("old-form", 18, 5),
        ("unquoted-value", 18, 36),
        ("missing-field", 18, 41),
    ]
    assert lost == {"burns"}


def test_a_list_without_articles_leaves_its_claim_incomplete() -> None:
    summary, found, lost = read("    evidence: [said that the mill burns]\n")
    assert [one.code for one in found] == ["old-form"]
    assert (summary.claims[1].text, summary.claims[1].evidence) == ("Lena Moss said that the mill burns.", ())
    assert lost == {"burns"}


def test_what_is_in_an_old_form_is_never_read_as_if_it_were_not() -> None:
    value, _ = read_yaml(Source("b.yml", BRIEFING + PLAIN + "    cue: said\n"))
    assert build(Summary, value, "b.yml")[0] is None
    value, _ = read_yaml(Source("b.yml", BRIEFING + PLAIN))
    assert build(Summary, value, "b.yml")[0] is not None


def test_relations_that_are_still_written_are_kept_beside_old_ones() -> None:
    summary, _, _ = read(
        PLAIN + "    relations: [{kind: contradicts, claim: week}, {kind: later-position-of, claim: week}]\n"
    )
    assert [one.kind for one in summary.claims[1].relations] == ["later-position-of"]


def test_a_relation_of_no_kind_that_ever_was_is_told_with_the_kinds_there_are() -> None:
    _, found, _ = read(PLAIN + "    relations: [{kind: outdoes, claim: week}]\n")
    assert [(one.code, one.hint) for one in found] == [
        ("unknown-value", "Known: corroborates, later-position-of.")
    ]


def test_the_article_of_a_quote_is_written_once_as_its_key() -> None:
    _, found, _ = read("    evidence: {a: [it rains, {article: b, exact: it rains}]}\n")
    (one,) = found
    assert (one.code, one.span.line, one.span.column) == ("unknown-key", 18, 31)
    assert one.hint.startswith("The article of these words is 'a' already. Known here: exact, ")
    assert "article" not in one.hint.split("Known here: ")[1]


@pytest.mark.parametrize("evidence", ["[{article: a, exact: it rains}]", "[it rains]"])
def test_a_list_shows_no_origin_either(evidence: str) -> None:
    origin = f"origins:\n  log: {{title: The log, kind: document, evidence: {evidence}}}\n"
    _, found, _ = read(PLAIN + origin)
    assert [(one.code, one.span.line, one.span.column) for one in found] == [("old-form", 20, 41)]


@pytest.mark.parametrize(
    "value", ["- a\n", "claims: so\n", "claims: [so, {}, [], {relations: so}]\n", "{}\n"]
)
def test_what_is_no_briefing_is_left_to_what_tells_of_it(value: str) -> None:
    read, _ = read_yaml(Source("b.yml", value))
    assert current_form(read) == (read, [], frozenset())


def test_what_was_read_is_not_changed() -> None:
    text = BRIEFING + PLAIN + "    cue: said\n"
    value, _ = read_yaml(Source("b.yml", text))
    current_form(value)
    assert value == read_yaml(Source("b.yml", text))[0]
