"""The nearest passage: near enough to help, whole words, quick on long texts, and what differs from it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.analyse.text.nearest import difference, nearest

TEXT = "Putin is checking the reaction. It is nothing, it is zero, he said.\nAnother paragraph begins here."


def near(quote: str, text: str = TEXT) -> str | None:
    place = nearest(quote, text)
    return place and text[slice(*place)]


@pytest.mark.parametrize(
    ("quote", "passage"),
    [
        ("It is everything, it is zero", "It is nothing, it is zero"),
        ("it IS ZERO", "it is zero"),
        ("is nothing, it was zero", "is nothing, it is zero"),
        ("Putin was checking", "Putin is checking"),
        ("he said. Another paragraph begins", "he said.\nAnother paragraph begins"),
        ("is zero, he said. Really", "is zero, he said."),
        ("Some paragraph begins here.", "Another paragraph begins here"),  # not the break before it
        # A common word is not found before the place where the quote begins, or behind its end.
        ("that the reaction is checked. It is nothing", "the reaction. It is nothing"),
        ("is checking a reaction. It", "is checking the reaction. It"),
        ("raction", "reaction"),
        ("Putn", "Putin"),
    ],
)
def test_the_nearest_is_whole_words(quote: str, passage: str) -> None:
    assert near(quote) == passage


CLOSED = "Kari said on Monday that the harbour stays closed until the ice is gone. The council said it, too."


@pytest.mark.parametrize(
    ("quote", "passage"),
    [
        ("the ice stays closed until the ice is gone", "the harbour stays closed until the ice is gone"),
        ("the snow stays closed until the ice", "the harbour stays closed until the ice"),
        ("harbour remains shut until the ice", "harbour stays closed until the ice"),
        (
            "said the harbour stayed closed until the ice",
            "said on Monday that the harbour stays closed until the ice",
        ),
        ("on Tuesday that the harbour stays", "on Monday that the harbour stays"),
    ],
)
def test_the_nearest_begins_where_the_quote_begins(quote: str, passage: str) -> None:
    assert near(quote, CLOSED) == passage


@pytest.mark.parametrize(
    "quote", ["", "…", "zebras graze", "completely other words of the same length as it"]
)
def test_nothing_is_near(quote: str) -> None:
    assert near(quote) is None
    assert near(quote, "") is None


@pytest.mark.parametrize(
    ("quote", "passage", "told"),
    [
        ("is was", "is is", 'the quote has "was", the article "is"'),
        ("is not so", "is so", 'the article lacks "not"'),
        ("is so", "is not so", 'the quote lacks "not"'),
        ("one two", "one\ntwo", "the quote lacks a paragraph break"),
        ("one\ntwo", "one two", "the article lacks a paragraph break"),
        ("one two three", "one x\ny three", 'the quote has "two", the article "x ¶ y"'),
        ("said ,", "said,", "only white space"),
        # Marks at an end are the context's, and where a word differs, it is the word that is told.
        ("“the wall holds”", "the wall held,", 'the quote has "holds", the article "held"'),
        ("the “wall” holds, now", "the wall held now", 'the quote has "holds", the article "held"'),
        ("the wall, holds", "the wall holds", 'the quote has "wall,", the article "wall"'),
        (
            "the wall holds",
            "the “wall” holds",
            'the quote has "the", the article "the “"; the quote has "wall", the article "wall”"',
        ),
        ("so it is", "so \u2061 it is", "the quote lacks U+2061"),
        ("so \u2063\u2063 it is", "so it is", "the article lacks U+2063 U+2063"),
        ("葛城", "葛\U000e0100城", 'the quote has "葛城", the article "葛[U+E0100]城"'),
        ("a word", "a wo\u034frd", 'the quote has "word", the article "wo[U+034F]rd"'),
        ("a1 b2 c3 d4 e5 f", "a b c d e f", 'the quote has "a1 b2 c3 d4 e5", the article "a b c d e"'),
        (
            "a1 - b2 - c3 - d4 - e5",
            "a - b - c - d - e",
            'the quote has "a1", the article "a"; the quote has "b2", the article "b"; the quote has "c3", '
            'the article "c"; the quote has "d4", the article "d"; and more',
        ),
    ],
)
def test_what_differs(quote: str, passage: str, told: str) -> None:
    assert difference(quote, passage) == told


def test_a_long_difference_is_told_in_short() -> None:
    told = difference("begin " + "x " * 500 + "end", "begin end")
    assert told.startswith('the article lacks "x x') and " … " in told and len(told) < 120


TEXTS = st.text(st.sampled_from("ab .,…’-\n"), max_size=40)


@given(TEXTS, TEXTS)
def test_any_two_texts_can_be_compared(quote: str, text: str) -> None:
    if (place := nearest(quote, text)) is not None:
        assert 0 <= place[0] < place[1] <= len(text)
        assert difference(quote, text[slice(*place)])
