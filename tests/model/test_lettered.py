"""Entries with the letters of articles written out: which fields, and where their words stand then."""

from generator.model.briefing import Briefing
from generator.model.claims import Claim
from generator.model.entries import Question, Summary
from generator.model.entry import Entry
from generator.model.lettered import entry_with_letters, texts_of
from generator.model.span import Span
from generator.read.source import Source
from generator.read.validate import build
from generator.read.yaml_values import read_yaml
from tests.analyse.makers import make_article

KNOWN = {"gazette": "A", "herald": "B"}
YAML = """\
title: Ships in $gazette
as_of: {edtf: '2024-11-01', as_stated: a $gazette day}
status: published
bottom_line:
  - {text: The port closed $gazette., claims: [closed]}
  - {label: In $herald, text: it opened., claims: [closed]}
origins:
  log: {title: The log in $herald, kind: document, evidence: {herald: a $herald log}}
claims:
  - id: closed
    text: >-
      Ann says that the port closed
      $gazette, or may close $herald.
    by: ann
    via: [the $gazette desk]
    evidence:
      gazette:
        {exact: costs $gazette, prefix: it $herald, note: As $gazette has it., translation: kostet $herald}
    inferred: [{text: $gazette, reason: Told in $herald.}]
questions:
  - id: when
    text: When?
    claims: [closed]
    differ: $gazette says “$herald”.
    ladder: [may $gazette]
    would_settle: The log of ${herald}.
    resolution: {text: Told in $gazette., claims: [closed]}
"""


def written() -> Summary:
    value, faults = read_yaml(Source("briefing.yml", YAML))
    assert not faults
    summary, wrong = build(Summary, value, "briefing.yml")
    assert summary is not None and not wrong, wrong
    return summary


SHOWN = entry_with_letters(written(), KNOWN)


def test_texts_of_ours_have_letters_wherever_they_stand() -> None:
    (claim,), (question,) = SHOWN.claims, SHOWN.questions
    assert SHOWN.title == "Ships in (A)"
    assert [(one.label, one.text) for one in SHOWN.bottom_line] == [
        (None, "The port closed (A)."),
        ("In B", "it opened."),
    ]
    assert SHOWN.origins["log"].title == "The log in (B)"
    assert claim.text == "Ann says that the port closed (A), or may close (B)."
    assert (claim.evidence[0].note, claim.evidence[0].translation) == ("As A has it.", "kostet (B)")
    assert [(one.text, one.reason) for one in claim.inferred] == [("A", "Told in (B).")]
    assert (question.differ, question.would_settle) == ("A says “B”.", "The log of (B).")
    assert question.resolution is not None and question.resolution.text == "Told in (A)."


def test_words_of_articles_and_ids_stay_as_they_are() -> None:
    (claim,), (question,) = SHOWN.claims, SHOWN.questions
    (quote,) = claim.evidence
    assert (quote.exact, quote.prefix) == (("costs $gazette",), "it $herald")
    assert claim.via == ("the $gazette desk",)
    assert SHOWN.as_of is not None and SHOWN.as_of.as_stated == "a $gazette day"
    assert SHOWN.origins["log"].evidence[0].exact == ("a $herald log",)
    assert question.ladder == ("may $gazette",)
    assert quote.article == "gazette"


def test_what_was_written_is_still_known() -> None:
    summary = written()
    shown = entry_with_letters(summary, KNOWN)
    assert summary == written()
    assert summary.title == "Ships in $gazette"
    assert shown.written() == summary.written()


def test_an_entry_without_letters_is_itself() -> None:
    claim = Claim.model_validate({"id": "c", "text": "It rains.", "by": "ann", "evidence": []})
    assert entry_with_letters(claim, KNOWN) is claim
    dollars = claim.model_copy(update={"text": "It costs $5 and $x."})
    assert entry_with_letters(dollars, KNOWN).text == "It costs $5 and $x."


def test_a_doubled_dollar_is_one_dollar() -> None:
    claim = Claim.model_validate({"id": "c", "text": "It costs $$a.", "by": "ann", "evidence": []})
    assert entry_with_letters(claim, KNOWN).text == "It costs $a."


def at_words(entry: Entry, words: str, text: str, *path: str | int) -> Span:
    start = text.index(words)
    return entry.within(start, start + len(words), *path)


def test_places_are_those_of_the_written_text() -> None:
    """Behind a letter, which is shorter or longer than what stands for it, and in a folded text."""
    (claim,) = SHOWN.claims
    assert at_words(claim, "or may", claim.text, "text") == Span("briefing.yml", 13, 17, 13, 23)
    assert at_words(claim, "closed", claim.text, "text") == Span("briefing.yml", 12, 30, 12, 36)
    line = SHOWN.bottom_line[0]
    assert at_words(line, "port", line.text, "text") == Span("briefing.yml", 5, 16, 5, 20)
    assert at_words(SHOWN, "in", SHOWN.title, "title") == Span("briefing.yml", 1, 14, 1, 16)


def test_letters_of_a_text_are_told_from_what_was_written() -> None:
    (claim,) = SHOWN.claims
    assert [one.article for one in claim.letters_in("text")] == ["gazette", "herald"]
    assert [one.article for one in claim.letters_in("id")] == []
    first, second = claim.letters_in("text")
    assert claim.written_at(second.start, second.end, "text") == Span("briefing.yml", 13, 30, 13, 37)
    assert first.end - first.start == len("$gazette")


def test_a_briefing_has_both_and_letters_by_the_order_of_its_articles() -> None:
    articles = {id: make_article("Text.", id) for id in ("gazette", "herald")}
    briefing = Briefing("b", "briefing.yml", written(), articles, {})
    assert briefing.written.title == "Ships in $gazette"
    assert briefing.summary.title == briefing.title == "Ships in (A)"
    first = {"chronicle": make_article("Text.", "chronicle"), **articles}
    assert Briefing("b", "briefing.yml", written(), first, {}).title == "Ships in (B)"


def test_all_texts_of_ours_are_gone_through() -> None:
    found = {(type(entry).__name__, *path): text for entry, path, text in texts_of(written())}
    assert found["Summary", "title"] == "Ships in $gazette"
    assert found["Sentence", "label"] == "In $herald"
    assert found["Origin", "title"] == "The log in $herald"
    assert found["Evidence", "note"] == "As $gazette has it."
    assert found["Evidence", "translation"] == "kostet $herald"
    assert found["Inferred", "reason"] == "Told in $herald."
    assert found["Question", "differ"] == "$gazette says “$herald”."
    assert found["Resolution", "text"] == "Told in $gazette."
    fields = {path[-1] for path in found}
    assert fields.isdisjoint({"exact", "prefix", "via", "as_stated", "ladder", "id"})


def test_texts_in_lists_have_their_number() -> None:
    question = Question.model_validate({"id": "q", "text": "Why?", "claims": ["c"]})
    assert list(texts_of(question)) == [(question, ("text",), "Why?")]
