"""Kinds of speech: no paraphrase is told as somebody's own words."""

import pytest

from generator.analyse.quotes.anchor import Anchorer
from generator.analyse.quotes.speech import speech
from generator.model.passage import Speech
from tests.analyse.makers import make_article, make_evidence


def kind(text: str, exact: str | list[str], *by: str) -> Speech:
    article = make_article(text)
    passage, told = Anchorer(article).anchor(make_evidence(exact))
    assert passage and not told
    return speech(article, by or ("kim",), passage)


SAID = "“Putin is checking … It is zero,” Kim said of his allies’ response, and called it “trifling” twice."


@pytest.mark.parametrize(
    ("exact", "by", "expected"),
    [
        ("It is zero", "kim", Speech.SPOKEN),
        ("“Putin is checking … It is zero,”", "kim", Speech.SPOKEN),  # the marks themselves count nothing
        ("“trifling”", "kim", Speech.SPOKEN),
        ("called it “trifling” twice", "kim", Speech.PART_QUOTED),
        ("It is zero,” Kim said", "kim", Speech.PART_QUOTED),
        ("Kim said of his allies’ response", "kim", Speech.PARAPHRASE),
        ("Kim said of his allies’ response", "article", Speech.ARTICLE),
        ("Kim said of his allies’ response", "unnamed", Speech.PARAPHRASE),
        ("called it “trifling” twice", "article", Speech.PART_QUOTED),
        (["Putin is checking", "It is zero"], "kim", Speech.SPOKEN),
        (["Putin is checking", "trifling"], "kim", Speech.SPOKEN),
        (["It is zero", "Kim said"], "kim", Speech.PART_QUOTED),
        (["Kim said", "twice"], "kim", Speech.PARAPHRASE),
        (["Kim said", "“trifling”"], "article", Speech.PART_QUOTED),
    ],
)
def test_each_kind(exact: str | list[str], by: str, expected: Speech) -> None:
    assert kind(SAID, exact, by) is expected


def test_words_that_may_be_the_article_s_are_its_own_voice() -> None:
    """A doubtful mark is told as the weaker thing; but what stands in marks somebody said."""
    assert kind(SAID, "Kim said of his allies’ response", "kim", "article") is Speech.ARTICLE
    assert kind(SAID, "Kim said of his allies’ response", "kim", "pak") is Speech.PARAPHRASE
    assert kind(SAID, "It is zero", "kim", "article") is Speech.SPOKEN


def test_a_speech_of_several_paragraphs_is_spoken_words() -> None:
    text = "He said: “One goes here.\n“Two goes here.\n“Three,” he said. Four."
    assert kind(text, "Two goes here.") is Speech.SPOKEN
    assert kind(text, "One goes here.\n\n“Two goes here.") is Speech.SPOKEN
    assert kind(text, "Four.") is Speech.PARAPHRASE


def test_prose_between_two_quotations_is_paraphrase_though_marks_are_glued() -> None:
    text = "“We will build.”The opposition never agreed and says it is“a mistake”."
    assert kind(text, "The opposition never agreed and says it is") is Speech.PARAPHRASE
    assert kind(text, "We will build.") is Speech.SPOKEN
    assert kind(text, "says it is“a mistake”") is Speech.PART_QUOTED
    bullet = "» The mayor said that the wall will hold and «nothing else»."
    assert kind(bullet, "The mayor said that the wall will hold") is Speech.PARAPHRASE


def test_a_stretch_with_an_unpaired_mark_holds_no_spoken_words() -> None:
    assert kind("She said “we go and left. He stayed.", "we go and left") is Speech.PARAPHRASE
    assert kind("She said we go” and left. He stayed.", "we go") is Speech.PARAPHRASE
