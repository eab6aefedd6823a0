"""Sentences: where they part in texts as briefings cite them, and whole ones around a passage."""

from pathlib import Path

import pytest

from generator.analyse.text.sentences import around, sentences
from tests.analyse.makers import make_article


def parts(text: str, ending: str = ".txt", language: str | None = None) -> list[str]:
    article = make_article(text, ending=ending, language=language)
    return [text[start:end] for start, end in sentences(article)]


@pytest.mark.parametrize(
    "written",
    [
        "It was said to the U.N. Security Council on Wednesday. | Then it was over.",
        "The U.S. Deputy Ambassador to the U.N. Robert Wood reported it. | So did others.",
        "Tuesday’s U.S. presidential election is near. | It is.",
        "The U.S. has not denied it.",
        "“Putin is checking the reaction.” | He left.",
        "“It is zero … And I believe it,” he said. | He left.",
        "“Putin is checking the West … And I believe that Putin will decide … It is zero,” he said.",
        "“We will not go.” he said. | “Never.”",
        "He asked “why?” and left. | She stayed.",
        "Decree No. 5 was signed. | It is long.",
        "At 5 a.m. on Monday they left. | At 6 p.m. they came.",
        "Mr. Wood, Dr. Kim, Gen. Ri, Lt. Gen. Ho and Col. Ja came. | They left.",
        "J. K. Smith and V. V. Putin spoke. | They left.",
        "It rose by 3.5 percent to 1,000.5 in all. | Then it fell.",
        "It cost $3.5 bn. in all. | It fell.",
        "On Wed. he left. | On Oct. 13 he came.",
        "Is it so?! | Yes. | No!",
        "One… and two.",
        "Ms. Dahl, Mx. Roy, Amb. Ito, Cdr. Holm, Atty. Voss, Ald. Reed and Dep. Sec. Lund came. | They left.",
        "It was at Ft. Holm on Mt. Roy. | Nobody was there.",
        "They met at 3 p.m. Monday. | It was 15:00. | By 5 p.m. CET all was said.",
        "It closed at 3 p.m. | Dahl left. | It stood in Main St. | There was a fire.",
        "😀😀 One is here. | 😀 Two 😀 is here. | Three.",
    ],
)
def test_sentences_part(written: str) -> None:
    expected = written.split(" | ")
    assert parts(" ".join(expected)) == expected


def test_texts_of_the_trial() -> None:
    """Each text that libraries were compared on parts as it should, but for those that DESIGN.md owns to."""
    lines = (Path(__file__).parent / "sentences.txt").read_text(encoding="utf-8").splitlines()
    texts = [line for line in lines if line and not line.startswith("#")]
    assert (len(texts), sum(text.count(" | ") for text in texts)) == (85, 90)
    made = {text: " | ".join(parts(text.replace(" | ", " "))) for text in texts}
    assert {got for text, got in made.items() if got != text} == {
        # Two that are told as one.
        "Troops left the U.S. Russia has not denied it.",
        "He said no. Five others said yes.",
        "“It is zero. It is nothing,” he said. | He left.",
        "He said: “It is zero. It is nothing.” | Then he left.",
        "He left. | (Nobody saw it.) Then he came back.",
        "He waited… Then he left.",
        "Phones were banned. eBay was not.",
        # One that is told as two.
        "George W. Bush met J.D. | Vance. | It was late.",
    }


def test_sentences_stay_in_their_paragraph() -> None:
    assert parts("One. Two\nthree. Four.") == ["One.", "Two", "three.", "Four."]
    assert parts("One. Two\nthree. Four.\n\nfive.", ".md") == ["One.", "Two\nthree.", "Four.", "five."]
    assert parts("He met Mr.\nWood at the U.S.\nSecurity Council.", ".md") == [
        "He met Mr.\nWood at the U.S.\nSecurity Council."
    ]


def test_lines_of_a_list_are_not_joined() -> None:
    assert parts("Three things:\n- one thing\n- another", ".md")[-2:] == ["- one thing", "- another"]


@pytest.mark.parametrize("language", ["de", "fr", "ru", "pt-BR", "xx"])
def test_other_languages(language: str) -> None:
    assert parts("Он не пришёл. Вот и всё.", language=language) == ["Он не пришёл.", "Вот и всё."]


def test_an_empty_article_has_none() -> None:
    assert parts("") == []
    assert around(make_article(""), 0, 0) == (0, 0)


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        ("Two", "Two", "Two is."),
        ("wo", "is", "Two is."),
        ("Two is.", "Two is.", "Two is."),
        ("Two", "Three", "Two is. Three is."),
        ("One", "Four", "😀 One is. Two is. Three is.\nFour is."),
        ("Four", "Four", "Four is."),
    ],
)
def test_whole_sentences_around_a_passage(start: str, end: str, expected: str) -> None:
    text = "😀 One is. Two is. Three is.\nFour is."
    first = text.index(start)
    last = text.index(end, first) + len(end)
    begin, finish = around(make_article(text), first, last)
    assert text[begin:finish] == expected
