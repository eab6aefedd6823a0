"""Same words or other words: the rule by which a change of wording is editorial or told to readers."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.analyse.text.same_words import same_words, words_apart

EDITORIAL = [
    ("The wall holds.", "The wall holds"),
    ("The wall  holds.", "the Wall holds"),
    ("He said “zero”.", 'He said "zero".'),
    ("He said «zero».", "He said “zero”."),
    ("He said zero.", "He said ‘zero’."),
    ("It wasn't so", "It wasn’t so"),
    ("U.N. troops", "UN troops"),
    ("The U.S. left", "The US left"),
    ("10–13 October", "10-13 October"),
    ("He went — then she did", "He went, then she did"),
    ("He went – then she did", "He went - then she did"),
    ("He went (then she did)", "He went [then she did]"),
    ("One; two: three…", "One, two, three..."),
    ("8\u00a0000 left", "8 000 left"),
    ("co\u00adoperate", "cooperate"),
    ("cafe\u0301", "café"),
    ("", "…"),
]
SUBSTANTIVE = [
    ("The wall holds.", "The wall held."),
    ("causal", "casual"),
    ("He will go", "He will not go"),
    ("He can't go", "He can go"),
    ("its own", "it's own"),
    ("one two", "two one"),
    ("one one", "one"),
    ("5 degrees", "-5 degrees"),
    ("5 degrees", "−5 degrees"),
    ("(5)", "(–5)"),
    ("5 per cent", ".5 per cent"),
    ("$.5", "$5"),
    ("1.5", "15"),
    ("1.5", "1,5"),
    ("1,000", "1000"),
    ("10:30", "10.30"),
    ("10–13", "10 13"),
    ("5%", "5"),
    ("$5", "€5"),
    ("5 < 6", "5 > 6"),
    ("and/or", "and or"),
    ("re-sign", "resign"),
    ("anti-war", "anti war"),
    ("one hundred", "100"),
    ("Kiev", "Киев"),
    ("a", "а"),  # the second is Cyrillic
    ("½", "1/2"),
    ("✔ done", "✘ done"),
]


@pytest.mark.parametrize(("one", "other"), EDITORIAL)
def test_marks_and_capitals_are_no_other_words(one: str, other: str) -> None:
    assert one != other
    assert same_words(one, other)
    assert same_words(other, one)


@pytest.mark.parametrize(("one", "other"), SUBSTANTIVE)
def test_a_word_a_number_or_a_sign_makes_another_wording(one: str, other: str) -> None:
    assert not same_words(one, other)
    assert not same_words(other, one)


@given(st.text())
def test_a_text_has_its_own_words(text: str) -> None:
    assert same_words(text, text)
    assert same_words(text, f"  “{text}”.")


@given(st.text(), st.sampled_from(["not", "no", "5", "−5", "%", "§", "ня"]))
def test_one_word_more_is_never_missed(text: str, word: str) -> None:
    assert not same_words(text, f"{text} {word}")


def test_the_words_that_differ() -> None:
    one, other = "The wall will hold for years.", "The wall will not hold for many years."
    ours, theirs = words_apart(one, other)
    assert [one[slice(*stretch)] for stretch in ours] == []
    assert [other[slice(*stretch)] for stretch in theirs] == ["not", "many"]


def test_neighbouring_words_make_one_stretch() -> None:
    one, other = "It is zero today.", "It is a great deal today."
    ours, theirs = words_apart(one, other)
    assert [one[slice(*stretch)] for stretch in ours] == ["zero"]
    assert [other[slice(*stretch)] for stretch in theirs] == ["a great deal"]


WORDS = st.lists(st.sampled_from(["a", "b", "c.", "“d”", "é"]), max_size=12)
SPACES = st.sampled_from([" ", "  ", "\n\n", "\u00a0"])


@given(WORDS, WORDS, SPACES)
def test_what_is_left_without_the_words_that_differ_is_the_same(
    one: list[str], other: list[str], space: str
) -> None:
    texts = (" ".join(one), space.join(other))
    left = [_without(text, stretches) for text, stretches in zip(texts, words_apart(*texts), strict=True)]
    assert left[0] == left[1]
    assert words_apart(texts[0], texts[0]) == ([], [])


def _without(text: str, stretches: list[tuple[int, int]]) -> list[str]:
    kept, at = [], 0
    for start, end in stretches:
        assert at <= start < end <= len(text)
        kept += text[at:start].split()
        at = end
    return [*kept, *text[at:].split()]
