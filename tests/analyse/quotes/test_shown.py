"""What of an article the site shows, and which share of its words that is."""

from textwrap import dedent

import pytest

from generator.analyse.findings.findings import Findings
from generator.analyse.quotes.shown import published_share, shown_stretches, without_outer_marks
from generator.model.briefing import Article
from tests.analyse.makers import make_anchored, make_article

# 3, 3, 5 (It, s, 1, 000, miles), 2 and 4 words: 17 in all.
TEXT = "One ship came. Two ships left. It’s 1,000 miles.\nNobody knew. The sea was calm."
ARTICLE = make_article(TEXT, title="Ships")
FULL = make_article(TEXT, title="Ships", rights="full")


def quoting(article: Article, *exact: str, withdrawn: str = "") -> Findings:
    """A briefing with a claim, c0, c1 and so on, for each quote."""
    quotes = {f"c{number}": words for number, words in enumerate(exact)}
    return make_anchored(article, quotes=quotes, withdrawn=withdrawn)


def stretches(*exact: str, article: Article = ARTICLE) -> list[str]:
    """The words of each stretch that is shown."""
    passages = quoting(article, *exact).passages_in("a")
    return [article.text[start:end] for start, end in shown_stretches(article, passages)]


def counts(article: Article, *exact: str, withdrawn: str = "") -> tuple[int, int]:
    """How many words are shown, and how many there are."""
    (share,) = published_share(quoting(article, *exact, withdrawn=withdrawn))
    return share.shown, share.words


def test_whole_sentences_are_shown() -> None:
    assert stretches("Two ships") == ["Two ships left."]
    assert stretches("sea was", "Two ships") == ["Two ships left.", "The sea was calm."]
    assert stretches("came. Two ships", "ships left") == ["One ship came. Two ships left."]
    assert stretches("came. Two ships", "left. It’s") == ["One ship came. Two ships left. It’s 1,000 miles."]
    assert stretches() == []


def test_sentences_between_segments_are_shown_too() -> None:
    assert stretches("[One ship, 'It’s']") == ["One ship came. Two ships left. It’s 1,000 miles."]


def test_full_texts_are_shown_by_paragraph() -> None:
    assert stretches("Two ships", article=FULL) == TEXT.split("\n")


@pytest.mark.parametrize(
    ("exact", "shown"),
    [
        ([], 0),
        (["Two ships"], 3),
        (["Two ships", "ships left"], 3),
        (["It’s"], 5),
        (["One ship", "sea was"], 7),
        (["left. It’s"], 8),
    ],
)
def test_words_are_counted_once(exact: list[str], shown: int) -> None:
    assert counts(ARTICLE, *exact) == (shown, 17)


@pytest.mark.parametrize(
    ("text", "exact", "percent"), [("Half is. Half not.", ["Half is"], 50.0), ("", [], 0.0)]
)
def test_percent_of_an_article_with_words_and_without(text: str, exact: list[str], percent: float) -> None:
    (share,) = published_share(quoting(make_article(text, title="Ships"), *exact))
    assert share.percent == percent


def test_full_texts_are_shown_whole() -> None:
    assert counts(FULL) == (17, 17)


def test_quote_of_a_withdrawn_claim_is_still_shown() -> None:
    assert counts(ARTICLE, "Two ships", withdrawn="c0") == (3, 17)


def test_opening_words_stand_for_a_missing_title() -> None:
    untitled = make_article(TEXT)
    assert counts(untitled) == (10, 17)  # One ship came. Two ships left. It’s 1,000
    assert counts(untitled, "One ship", "sea was") == (14, 17)
    assert counts(make_article("\n Three short words ")) == (3, 3)
    assert counts(make_article("")) == (0, 0)


def test_quote_that_shows_an_origin_is_shown_too() -> None:
    yaml = """
    origins:
      log: {title: The log, kind: document, evidence: {a: Nobody knew}}
    """
    shown = make_anchored(ARTICLE, yaml=dedent(yaml), quotes={"c0": "Two ships"})
    assert [ARTICLE.text[start:end] for start, end in shown.shown["a"]] == ["Two ships left.", "Nobody knew."]
    (share,) = published_share(shown)
    assert share.shown == 5


@pytest.mark.parametrize(
    ("words", "bare"),
    [
        ("“The quay is shut", "The quay is shut"),
        ("The quay is shut.”", "The quay is shut."),
        ("“The quay is shut,”", "The quay is shut,"),
        ("„Der Kai ist zu“", "Der Kai ist zu"),
        ('"The quay is shut"', "The quay is shut"),
        # Marks inside say who says what.
        ("“The quay is shut,” she said", "“The quay is shut,” she said"),
        ("she said “The quay is shut”", "she said “The quay is shut”"),
        ("“The quay” and “the wall”", "“The quay” and “the wall”"),
        ("The quay’s wall", "The quay’s wall"),
        ("“", "“"),
        ("", ""),
    ],
)
def test_marks_that_would_stand_in_marks_again_are_left_out(words: str, bare: str) -> None:
    assert without_outer_marks(words) == bare
