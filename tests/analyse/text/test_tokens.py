"""Words as they are compared, and where they stand."""

import pytest

from generator.analyse.text.tokens import letter_runs, words_between, words_of
from tests.analyse.makers import make_article


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("Zelenskiy’s anti-war remarks", "zelenskiy anti-war remarks"),
        ("the U.N.’s, the U.S. and the UN", "the un the us and the un"),
        ("about 8,000 of 1.5 or 8\u202f000", "about 8,000 of 1.5 or 8 000"),
        ("can’t — can't", "can't can't"),
        ("allies—and friends", "allies and friends"),
        ("It ended. Then …", "it ended then"),
        ("co\u00adoperate \u200b now", "cooperate now"),
        ("cafe\u0301 = café", "café café"),
        ("Росія не", "росія не"),
        ("_not_ one", "not one"),
    ],
)
def test_keys(text: str, keys: str) -> None:
    # The no-break space of 8 000 is folded to a space, which parts nothing here.
    assert " ".join(word.key for word in words_of(text)) == keys
    assert len(words_of(text)) == len(keys.split()) - text.count("\u202f")


def test_places_and_capitals() -> None:
    text = "𝒳 said “Kyiv’s 40 ships”"
    assert [(text[word.start : word.end], word.capital) for word in words_of(text)] == [
        ("𝒳", True),
        ("said", False),
        ("Kyiv’s", True),
        ("40", True),
        ("ships", False),
    ]


def test_words_between() -> None:
    article = make_article("The old quay was shut.")
    assert [word.key for word in words_between(article, 4, 16)] == ["old", "quay", "was"]


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("One ship – two.", ["One", "ship", "two"]),
        ("It’s 1,000 anti-war", ["It", "s", "1", "000", "anti", "war"]),
        ("snake_case", ["snake", "case"]),
        ("cafe\u0301s co\u00adop x\u200by", ["cafe\u0301s", "co\u00adop", "x\u200by"]),
        ("हिन्दू शब्द", ["हिन्द", "शब्द"]),  # a mark at a word's end has no letter after it
        ("* * * … 😀", []),
        ("", []),
    ],
)
def test_words_are_runs_of_letters_and_digits(text: str, counted: list[str]) -> None:
    assert [text[start:end] for start, end in letter_runs(text, 0, len(text))] == counted


def test_words_of_a_part() -> None:
    assert letter_runs("One two three", 4, 7) == [(4, 7)]
    assert letter_runs("One two three", 7, 8) == []
