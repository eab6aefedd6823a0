"""Every quote of a briefing to its passage, and the hints about it."""

import pytest

from generator.analyse.quotes.anchored import AnchoredBriefing
from generator.analyse.quotes.find import find_passages
from generator.model.diagnostics import Diagnostic, Severity
from tests.analyse.makers import make_article, make_briefing

TEXT = (
    "Kyiv’s forces have been unable to stop them. Russia has not denied that North Korean forces are "
    "fighting. “It is zero,” he said of a long and wide response."
)

CLAIM = """
claims:
  - id: c
    text: Something.
    by: article
    evidence:
      a: EXACT
"""


def look(
    exact: str, text: str = TEXT, language: str | None = None
) -> tuple[AnchoredBriefing, list[Diagnostic]]:
    return find_passages(make_briefing(CLAIM.replace("EXACT", exact), make_article(text, language=language)))


def hints(exact: str, text: str = TEXT, language: str | None = None) -> list[tuple[str, str]]:
    _, told = look(exact, text, language)
    assert all(one.severity is Severity.HINT for one in told)
    return [(one.code, one.message) for one in told]


def test_a_quote_is_found_with_its_speech() -> None:
    anchored, told = look("he said of a long and wide response")
    assert not told
    (quote,) = anchored.quotes["c"]
    assert quote.claim.id == "c" and quote.passage.article == "a" and quote.speech == "article"
    assert anchored.in_article("a") == [quote] and anchored.in_article("b") == []


@pytest.mark.parametrize(
    ("fields", "speech"),
    [
        ("by: kim", "paraphrase"),
        ("by: unnamed", "paraphrase"),
        ("by_open: [kim, pak]", "paraphrase"),
        ("by_open: [kim, article]", "article"),
        ("note: So.", "article"),
    ],
)
def test_a_quote_s_speech_is_that_of_its_own_speaker(fields: str, speech: str) -> None:
    anchored, _ = look(f"{{exact: he said of a long and wide response, {fields}}}")
    (quote,) = anchored.quotes["c"]
    assert quote.speech == speech
    assert quote.is_own_voice is (fields == "note: So.")


@pytest.mark.parametrize(
    ("exact", "words"),
    [
        ("he said of a", "4"),
        ("{exact: [he said, a long]}", "4"),
        ("he", "1"),
        ("he said of a long", None),
        ("{exact: [he said, a long and]}", None),
    ],
)
def test_under_five_words_is_a_hint(exact: str, words: str | None) -> None:
    told = [message for code, message in hints(exact) if code == "short-quote"]
    assert told == ([f"This quote has {words} words."] if words else [])


@pytest.mark.parametrize(
    ("exact", "word"),
    [
        ("denied that North Korean forces are fighting", "not"),
        ("that North Korean forces are fighting", "not"),
        ("{exact: [that North Korean forces, are fighting]}", "not"),
        ("to stop them. Russia has not denied", "unable to"),  # though its "to" is quoted
        ("Russia has not denied that North Korean forces", None),
        ("Kyiv’s forces have been unable to stop them", None),
        ("he said of a long and wide response", None),  # the negations stand in other sentences
        ("forces have been unable to stop", None),
    ],
)
def test_a_negation_before_the_quote_in_its_sentence_is_a_hint(exact: str, word: str | None) -> None:
    told = [message for code, message in hints(exact) if code == "negation-before"]
    assert len(told) == (1 if word else 0)
    assert all(f"“{word}” stands before" in message for message in told)


def test_the_negation_is_looked_for_in_the_article_s_language() -> None:
    text = "Er hat es nicht so gesagt wie es hier geschrieben steht."
    assert [code for code, _ in hints("so gesagt wie es hier", text, "de-AT")] == ["negation-before"]
    assert hints("so gesagt wie es hier", text, "en") == []


@pytest.mark.parametrize(
    ("written", "places"),
    [
        ("denied that", [(6, 10)]),
        ("{exact: denied that}", [(6, 18)]),
        ("{exact: [denied that, are fighting]}", [(6, 19)]),
        ("\n        exact:\n          - denied that", [(8, 13)]),
        ("[denied that, {exact: are fighting}]", [(6, 11), (6, 32)]),
        ("\n        - denied that\n        - exact: are fighting", [(7, 11), (8, 18)]),
    ],
)
def test_hints_stand_where_the_words_begin(written: str, places: list[tuple[int, int]]) -> None:
    briefing = make_briefing(CLAIM.replace("EXACT", written), make_article(TEXT))
    _, told = find_passages(briefing)
    assert sorted({(one.span.line, one.span.column) for one in told}) == places


def test_an_unknown_article_is_told_elsewhere() -> None:
    anchored, told = find_passages(make_briefing(CLAIM.replace("EXACT", "words"), make_article(TEXT, "b")))
    assert not told and anchored.quotes == {"c": ()}


def test_a_quote_of_a_withdrawn_article_is_an_error() -> None:
    briefing = make_briefing(CLAIM.replace("EXACT", "he said of a long"), make_article(TEXT, withdrawn=True))
    anchored, (told,) = find_passages(briefing)
    assert told.code == "article-withdrawn" and (told.span.line, told.span.column) == (6, 7)
    assert anchored.quotes == {"c": ()}


def test_a_withdrawn_claim_may_rest_on_a_withdrawn_article() -> None:
    yaml = (
        CLAIM.replace("EXACT", "he said of a long") + "    withdrawn: {date: '2024-11-02', reason: Wrong.}\n"
    )
    anchored, told = find_passages(make_briefing(yaml, make_article(TEXT, withdrawn=True)))
    assert not told and len(anchored.quotes["c"]) == 1


def test_what_is_set_aside_is_found_without_hints() -> None:
    yaml = "set_aside:\n  - {article: a, exact: denied that, reason: Not needed.}\n"
    anchored, told = find_passages(make_briefing(yaml, make_article(TEXT)))
    assert not told
    ((entry, passage),) = anchored.set_aside
    assert entry.reason == "Not needed." and TEXT[passage.start : passage.end] == "denied that"


def test_what_is_set_aside_is_held_to_the_same_rules() -> None:
    yaml = "set_aside:\n  - {article: a, exact: able to stop, reason: Not needed.}\n"
    anchored, (told,) = find_passages(make_briefing(yaml, make_article(TEXT)))
    assert told.code == "quote-cuts-word" and anchored.set_aside == ()


BEFORE, AFTER, SHORT = "negation-before", "negation-after", "short-quote"


@pytest.mark.parametrize(
    ("text", "exact", "language", "hinted"),
    [
        (
            "市長は橋を閉鎖するとは一度も言っていない。",
            "市長は橋を閉鎖する",
            "ja",
            ["negation-after"],
        ),
        ("市長は橋を閉鎖すると述べた。局は言っていない。", "市長は橋を閉鎖する", "ja", []),
        (
            "市长说，政府并不完全同意这项新的计划。",
            "同意这项新的计划",
            "zh",
            [BEFORE, SHORT],
        ),
        ("Er sagt, dass die alte Mauer hält, und nicht mehr.", "dass die alte Mauer hält", "de", []),
        (
            "An aide who asked not to be named said the old wall holds.",
            "said the old wall holds",
            None,
            [],
        ),
        ("An aide who declined to be named said the old wall holds.", "said the old wall holds", None, []),
        (
            "An aide who asked not to be named, did not say the old wall holds.",
            "say the old wall holds",
            None,
            [BEFORE],
        ),
        (
            "He is stopping short of the old wall by night.",
            "the old wall by night",
            None,
            [BEFORE],
        ),
        ("He is stopping short, and the old wall by night holds.", "the old wall by night", None, []),
        (
            "It is impossible that the old wall holds now.",
            "that the old wall holds",
            None,
            [BEFORE],
        ),
        ("It is unsafe that the old wall holds now.", "that the old wall holds", None, []),
    ],
)
def test_denials_around_a_quote(text: str, exact: str, language: str | None, hinted: list[str]) -> None:
    assert sorted(code for code, _ in hints(exact, text, language)) == hinted


@pytest.mark.parametrize(
    ("exact", "words"),
    [("船只受损", "2"), ("没有船只受损", "3"), ("没有船只受损了三个GDP", None), ("三个GDP", "2")],
)
def test_two_letters_without_spaces_count_as_a_word(exact: str, words: str | None) -> None:
    told = [message for code, message in hints(exact, f"他说，{exact}。") if code == "short-quote"]
    assert told == ([f"This quote has {words} words."] if words else [])


def two_articles(exact: str, *texts: str, withdrawn: bool = False) -> list[Diagnostic]:
    articles = [
        make_article(text, id, withdrawn=withdrawn and id != "a")
        for id, text in zip("abcdef", texts, strict=False)
    ]
    return find_passages(make_briefing(CLAIM.replace("EXACT", exact), *articles))[1]


def test_words_of_another_article_are_told_with_its_place() -> None:
    (told,) = two_articles("the wall will hold", "Nothing here.", "So it is.\nShe said the wall will hold.")
    assert told.code == "quote-in-other-article"
    assert "articles/b.txt, line 2, column 10" in told.message and "'b'" in told.hint
    (told,) = two_articles("{exact: [the wall, hold]}", "Nothing here.", "She said the wall will hold.")
    assert told.code == "quote-in-other-article"


def test_words_that_stand_exactly_elsewhere_come_before_like_ones_at_home() -> None:
    (told,) = two_articles(
        "the wall will hold", "She said the wall would hold.", "She said the wall will hold."
    )
    assert told.code == "quote-in-other-article"
    (told,) = two_articles(
        "the wall will hold", "She said the wall would hold.", "She said the wall shall hold."
    )
    assert told.code == "quote-differs"


def test_the_most_like_passage_of_other_articles_is_told() -> None:
    (told,) = two_articles(
        "the wall will surely hold",
        "Nothing here.",
        "So the wall may surely fall.",
        "The wall would surely hold.",
    )
    assert told.code == "quote-like-other-article" and "articles/c.txt" in told.message


def test_no_part_of_a_word_elsewhere_and_no_withdrawn_article_is_told() -> None:
    (told,) = two_articles("able to stop them", "Nothing here.", "They were unable to stop them.")
    assert told.code == "quote-like-other-article"
    (told,) = two_articles("the wall will hold", "Nothing here.", "The wall will hold.", withdrawn=True)
    assert told.code == "quote-not-found"
