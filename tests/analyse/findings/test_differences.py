"""Differences: words in quotation marks, where they stand in quotes, and which of a claim's words differ."""

import pytest

from generator.analyse.findings.differences import (
    Marked,
    differences,
    only_in,
    own_differences,
    places_of,
    quoted_words,
    quotes_of,
)
from generator.analyse.quotes.anchored import AnchoredBriefing, Quote
from generator.analyse.quotes.find import find_passages
from tests.analyse.makers import make_article, make_briefing

# Words in quotation marks.


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("One has “may sink”, the other “will sink”.", ["may sink", "will sink"]),
        ('„so“, „so”, ‘so’, «so», »so« and "so"', ["so"] * 6),
        # What ends the quotation may be the sentence's own.
        ("It “may sink,” or “will sink.” Or “may?”", ["may sink", "will sink", "may"]),
        # Around what is left out stand words of two places.
        ("It “may … sink” and “will [...] sink” and “so ...”", ["may", "sink", "will", "sink", "so"]),
        # A single quotation mark within a word is an apostrophe.
        ("The mill’s “mill’s wall” isn't “so”", ["mill’s wall", "so"]),
        ("Nothing is quoted.", []),
        ("“” and “ … ” and “.”", []),
        ("", []),
    ],
)
def test_words_in_quotation_marks(text: str, words: list[str]) -> None:
    found = list(quoted_words(text))
    assert [one.text for one in found] == words
    assert [text[one.start : one.end] for one in found] == words


def test_the_same_words_twice_have_each_their_own_place() -> None:
    text = "Both have “so”, but only one “so … so”."
    assert [one.start for one in quoted_words(text)] == [11, 30, 35]


# Where words stand in quotes.

YAML = """
actors:
  moss: {name: Lena Moss, kind: person, aliases: [Moss]}
  berg: {name: Ole Berg, kind: person, aliases: [Berg]}
questions:
  - id: sinks
    text: Will the barge sink?
    claims: [sinks, floats]
    differ: Moss says “The barge may sink” $a or “will, sink”; for Berg it “floats on”.
    kind: goes-further
    ladder: [may sink, will sink]
  - {id: when, text: When?, claims: [sinks]}
  - {id: gone, text: Why?, claims: [sinks], differ: “may sink”, kind: scope,
     withdrawn: {date: '2024-11-02', reason: Answered.}}
claims:
  - id: sinks
    text: Moss says that the barge may sink on 5 May, with 40 crates, near Lund.
    by: moss
    evidence:
      a: the barge may sink on 5 May
      b: ["the barge will sink with 40 crates", {exact: [near, the barge], note: Only there.}]
  - id: floats
    text: Berg says that it floats.
    by: berg
    evidence: {b: it floats on}
"""
A = "Moss said that the barge may sink on 5 May, as others may."
B = (
    "Moss said that the barge will sink with 40 crates. Berg said it floats on. It is near Lund where the "
    "barge lay, a bargeman said."
)


def anchored(yaml: str = YAML, a: str = A, b: str = B) -> AnchoredBriefing:
    found, told = find_passages(make_briefing(yaml, make_article(a, "a"), make_article(b, "b")))
    assert not [one for one in told if one.severity.value == "error"], told
    return found


def quotes(found: AnchoredBriefing, id: str = "sinks") -> tuple[Quote, ...]:
    return found.quotes[id]


def at(words: str, quote: Quote) -> list[str]:
    return [quote.article.text[start:end] for start, end in places_of(words, quote)]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("may sink", ["may sink"]),
        # The first letter may be a capital or not, and no other.
        ("The barge may", ["the barge may"]),
        ("the barge May", []),
        # Typography is folded, words are whole, and what the quote leaves out is not in it.
        ("may  sink on", ["may sink on"]),
        ("barge", ["barge"]),
        ("barg", []),
        ("others may", []),
        ("5 May", ["5 May"]),
    ],
)
def test_where_words_stand_in_a_quote(words: str, found: list[str]) -> None:
    assert at(words, quotes(anchored())[0]) == found


def test_words_stand_in_one_segment_or_not_at_all() -> None:
    segments = quotes(anchored())[2]
    assert segments.words == ("near", "the barge")
    assert at("near", segments) == ["near"]
    assert at("near the barge", segments) == []
    assert at("the barge", segments) == ["the barge"]
    assert places_of("The barge", segments) == [(B.rindex("the barge"), B.rindex("the barge") + 9)]


def test_every_place_is_found_once() -> None:
    claim = "claims: [{id: sinks, text: So., by: article, evidence: {a: 'Ropes rot; ropes rot, Ropes'}}]"
    (quote,) = quotes(anchored(claim, a="Ropes rot; ropes rot, Ropes."))
    assert at("ropes", quote) == at("Ropes", quote) == ["Ropes", "ropes", "Ropes"]
    assert len(places_of("ropes", quote)) == len(set(places_of("ropes", quote)))


def test_the_first_letter_may_be_a_capital_of_the_article_alone() -> None:
    """Our words may go on where the article's sentence begins."""
    claim = "claims: [{id: sinks, text: So., by: article, evidence: {a: Ropes Rot}}]"
    (quote,) = quotes(anchored(claim, a="Ropes Rot."))
    assert at("ropes Rot", quote) == ["Ropes Rot"]
    assert at("Ropes rot", quote) == at("ropes rot", quote) == []


def test_quotes_of_claims_stand_in_the_order_of_the_claims() -> None:
    found = anchored()
    ids = [quote.claim.id for quote in quotes_of(found, ["floats", "unknown", "sinks"])]
    assert ids == ["floats", "sinks", "sinks", "sinks"]


# What a question says.


def shown(marked: tuple[Marked, ...]) -> list[tuple[str, list[str]]]:
    """The article of each quote, and the words that are marked in it."""
    return [
        (one.quote.article.id, [one.quote.article.text[start:end] for start, end in one.marks])
        for one in marked
    ]


def test_a_question_has_only_the_quotes_that_it_quotes_with_these_words_marked() -> None:
    """Of its difference and of its ladder; “will, sink” stands so in none."""
    assert shown(differences(anchored())["sinks"]) == [
        ("a", ["the barge may sink", "may sink"]),
        ("b", ["will sink"]),
        ("b", ["floats on"]),
    ]


def test_only_questions_that_stand_and_tell_a_difference_have_one() -> None:
    assert list(differences(anchored())) == ["sinks"]


def test_a_difference_in_the_editors_words_alone_quotes_nothing() -> None:
    words = "differ: Moss says “The barge may sink” $a or “will, sink”; for Berg it “floats on”."
    plain = YAML.replace(words, "differ: They do not agree.").replace("ladder: [may sink, will sink]", "")
    assert differences(anchored(plain))["sinks"] == ()


# A claim's own articles.


def test_the_quotes_of_a_claim_in_two_articles_have_the_words_marked_that_differ() -> None:
    assert shown(own_differences(anchored())["sinks"]) == [
        ("a", ["may", "5 May"]),
        ("b", ["will", "40 crates"]),
        ("b", ["near"]),
    ]


def test_a_claim_in_one_article_has_nothing_to_differ_from() -> None:
    assert list(own_differences(anchored())) == ["sinks"]


def told(found: AnchoredBriefing) -> dict[str, list[tuple[str, tuple[str, ...]]]]:
    return {id: [(one.text, one.articles) for one in terms] for id, terms in only_in(found).items()}


def test_numbers_dates_and_names_that_only_some_of_the_articles_have() -> None:
    near = YAML.replace("[near, the barge]", "near Lund where the barge lay")
    assert told(anchored(near)) == {"sinks": [("5 May", ("a",)), ("40", ("b",)), ("Lund", ("b",))]}


def test_what_stands_beside_a_quote_in_its_sentence_its_article_has() -> None:
    """Lund stands between the segments of a quote of B, and in a sentence of A that is not quoted."""
    found = anchored(a=f"Lund is far. {A}")
    assert told(found) == {"sinks": [("5 May", ("a",)), ("40", ("b",)), ("Lund", ("b",))]}
    found = anchored(a=A.replace("as others may", "as others may in Lund"))
    assert told(found) == {"sinks": [("5 May", ("a",)), ("40", ("b",))]}


def test_what_no_sentence_of_a_quote_has_is_told_elsewhere_and_not_here() -> None:
    """Lund stands in no quote then, which is a hint of its own."""
    found = anchored(a=f"Lund is far. {A}", b=B.replace("near Lund", "near land"))
    assert told(found) == {"sinks": [("5 May", ("a",)), ("40", ("b",))]}


def test_a_translation_has_what_it_says() -> None:
    found = anchored(YAML.replace("note: Only there.", "translation: On 5 May near Lund."))
    assert told(found) == {"sinks": [("40", ("b",)), ("Lund", ("b",))]}


TEXT = "Moss says that the barge may sink on 5 May, with 40 crates, near Lund."


def test_the_speaker_s_own_name_and_letters_of_articles_are_no_difference() -> None:
    """Though one article alone has the name, and a letter of its own, in its quotes."""
    yaml = YAML.replace(TEXT, "Moss says that it may sink $a or will $b.")
    yaml = yaml.replace("the barge will sink with 40 crates", "Moss said that the barge will sink at pier A")
    assert told(anchored(yaml, b=B.replace("with 40 crates", "at pier A"))) == {}


@pytest.mark.parametrize(("by", "terms"), [("berg", {}), ("article", {"sinks": [("Berg", ("b",))]})])
def test_the_name_of_whoever_says_it_in_one_article_is_no_difference(
    by: str, terms: dict[str, list[tuple[str, tuple[str, ...]]]]
) -> None:
    yaml = YAML.replace(TEXT, "Moss says, like Berg, that it sinks.")
    yaml = yaml.replace("[near, the barge], note: Only there.", f"Berg said it floats, by: {by}")
    assert told(anchored(yaml)) == terms


def test_withdrawn_claims_and_those_of_one_article_are_left_out() -> None:
    gone = YAML.replace("    by: moss\n", "    by: moss\n    withdrawn: {date: '2024-11-02', reason: No.}\n")
    assert told(anchored(gone)) == {}
    one = YAML.replace("Berg says that it floats.", "Berg says that it floats for 77 days.")
    assert "floats" not in told(anchored(one))
