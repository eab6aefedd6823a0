"""A claim's own words: each number, date and name of it stands in its quotes, or was declared as inferred."""

import pytest

from generator.analyse.checks.claim_wording import check_claim_grounding
from generator.analyse.quotes.find import find_passages
from tests.analyse.makers import make_article, make_briefing

ARTICLE = (
    "Zelenskiy said on October 13 that some 8,000 soldiers are near Sudzha, after Russia’s deployment. "
    "His people wait. North Korean troops came in October to help Moscow. The West and the U.S. said nothing."
)
YAML = """
actors:
  zelenskiy: {name: Volodymyr Zelenskiy, kind: person, aliases: [Zelenskiy]}
  russia: {name: Russia, kind: state, aliases: [Moscow]}
  ukraine: {name: Ukraine, kind: state}
  united-states: {name: United States, kind: state, aliases: [U.S.]}
  west: {name: the West, kind: group}
claims:
  - id: c
    text: "TEXT"
    by: BY
    about: [russia, united-states]
    evidence:
      a: "EXACT"
    MORE
"""


def told(text: str, exact: str, *, by: str = "zelenskiy", more: str = "", language: str = "en") -> list[str]:
    """Each hint as its code and the words at its place."""
    yaml = YAML.replace("TEXT", text).replace("EXACT", exact).replace("BY", by).replace("MORE", more)
    briefing = make_briefing(yaml, make_article(ARTICLE, language=language))
    lines = yaml.strip("\n").split("\n")
    anchored, faults = find_passages(briefing)
    assert not [fault for fault in faults if fault.severity == "error"]
    return [
        f"{one.code}: {lines[one.span.line - 1][one.span.column - 1 : one.span.end_column - 1]}"
        for one in check_claim_grounding(anchored)
    ]


SOLDIERS = "some 8,000 soldiers are near Sudzha"


@pytest.mark.parametrize(
    ("text", "exact"),
    [
        ("About eight thousand are near Sudzha.", SOLDIERS),
        ("There are thousands of them.", SOLDIERS),
        ("They came to help Russia.", "troops came in October to help Moscow"),  # an alias
        ("North Korean troops came.", "North Korean troops came in October"),
        ("There is a Russian deployment.", "after Russia’s deployment"),
        ("Zelenskiy's people wait.", "His people wait"),  # the speaker's own name
    ],
)
def test_what_the_quote_has_in_other_words_is_grounded(text: str, exact: str) -> None:
    assert told(text, exact) == []


@pytest.mark.parametrize(
    ("text", "exact", "word"),
    [
        ("About 9,000 are near Sudzha.", SOLDIERS, "9,000"),
        ("8,000 are near Lgov.", SOLDIERS, "Lgov"),
        ("8,000 were there in October.", SOLDIERS, "October"),
        ("The U.S. has soldiers there.", SOLDIERS, "U.S."),  # only in 'about'
        ("Ukraine's people wait.", "His people wait", "Ukraine"),
        # A state is not named by its adjective.
        ("North Korea sent troops.", "North Korean troops came in October", "North Korea"),
        ("The Austrian troops came.", "North Korean troops came in October", "Austrian"),
    ],
)
def test_what_no_quote_has_is_told_at_the_word(text: str, exact: str, word: str) -> None:
    assert told(text, exact) == [f"not-in-quote: {word}"]


def test_the_name_of_nobody_is_the_articles_own() -> None:
    assert told("Zelenskiy's people wait.", "His people wait", by="article") == ["not-in-quote: Zelenskiy"]


def test_a_declared_word_is_let_pass_where_it_stands_and_nothing_else_is() -> None:
    inferred = 'inferred: [{text: "the U.S.’s soldiers", reason: They were named before.}]'
    text = "8,000 of the U.S.'s soldiers are near Lgov, in the U.S. of old."
    assert told(text, SOLDIERS, more=inferred) == ["not-in-quote: Lgov", "not-in-quote: U.S."]


def test_what_was_inferred_stands_in_the_text() -> None:
    inferred = "inferred: [{text: Lgov, reason: It is near.}]"
    assert told("8,000 are there.", SOLDIERS, more=inferred) == ["inferred-not-in-text: Lgov"]
    assert told("8,000 are in Lgovsk.", SOLDIERS, more=inferred) == [
        "not-in-quote: Lgovsk",
        "inferred-not-in-text: Lgov",
    ]


@pytest.mark.parametrize("words", ["8,000", "near sudzha", "eight thousand"])
def test_what_is_quoted_needs_no_inference(words: str) -> None:
    inferred = f"inferred: [{{text: '{words}', reason: It is so.}}]"
    found = told("8,000, or eight thousand, are near Sudzha.", SOLDIERS, more=inferred)
    assert [one.split(":")[0] for one in found] == ["inferred-needless"]


def test_an_alias_may_be_explained_though_it_needs_no_inference() -> None:
    inferred = "inferred: [{text: Russia, reason: Moscow stands for Russia here.}]"
    assert told("They came to help Russia.", "came in October to help Moscow", more=inferred) == []


def test_a_date_that_was_inferred_with_a_reason_is_declared() -> None:
    text = "On 13 October 2024 he said so."
    happened = "happened: {edtf: '2024-10-13', as_stated: October 13REASON}"
    assert told(text, "said on October 13", more=happened.replace("REASON", "")) == ["not-in-quote: 2024"]
    reason = ", inferred_from: The election of that year."
    assert told(text, "said on October 13", more=happened.replace("REASON", reason)) == []


def test_of_a_quote_in_another_language_its_digits_are_held_or_its_translation() -> None:
    assert told("9,000 are near Lgov.", SOLDIERS, language="ru") == ["not-in-quote: 9,000"]
    yaml = YAML.replace("TEXT", "9,000 are near Lgov.").replace("BY", "article").replace("MORE", "")
    yaml = yaml.replace('"EXACT"', f"{{exact: '{SOLDIERS}', translation: 9000 sind bei Lgov}}")
    anchored, _ = find_passages(make_briefing(yaml, make_article(ARTICLE, language="ru")))
    assert check_claim_grounding(anchored) == []


def test_a_claim_without_its_quotes_is_left_alone() -> None:
    yaml = YAML.replace("TEXT", "9,000").replace("EXACT", "no such words").replace("BY", "article")
    for more in ("", "withdrawn: {date: 2024-11-01, reason: Wrong.}"):
        briefing = make_briefing(yaml.replace("MORE", more), make_article(ARTICLE))
        assert check_claim_grounding(find_passages(briefing)[0]) == []


def test_the_name_of_a_quote_s_own_speaker_is_no_further_word() -> None:
    """Whoever says it in one of the articles may be named; whom nobody takes for a speaker may not."""
    own = f"{{exact: '{SOLDIERS}', by: ukraine}}"
    for quote, found in ((own, []), (f"{{exact: '{SOLDIERS}', by: west}}", ["not-in-quote: Ukraine"])):
        yaml = YAML.replace("TEXT", "8,000 are near Sudzha, says Ukraine.").replace('"EXACT"', quote)
        yaml = yaml.replace("BY", "zelenskiy").replace("MORE", "")
        anchored, _ = find_passages(make_briefing(yaml, make_article(ARTICLE)))
        lines = yaml.strip("\n").split("\n")
        assert [
            f"{one.code}: {lines[one.span.line - 1][one.span.column - 1 : one.span.end_column - 1]}"
            for one in check_claim_grounding(anchored)
        ] == found


def test_letters_of_the_articles_need_no_quote() -> None:
    assert told("8,000 are near Sudzha $a.", SOLDIERS) == []
    # Behind a letter, which is shorter than what stands for it, words are told in their places.
    assert told("8,000 $a are near Lgov.", SOLDIERS) == ["not-in-quote: Lgov"]
