"""What stands between quotation marks, and what only looks like it."""

import pytest

from generator.analyse.text.quotation_marks import quotations
from tests.analyse.makers import make_article


def quoted(text: str, ending: str = ".txt") -> list[str]:
    return [text[start:end] for start, end in quotations(make_article(text, ending=ending))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He said “yes” and “no”.", ["yes", "no"]),
        ('He said "yes" and "no".', ["yes", "no"]),
        ("He said ‘maybe’ and ‘no’.", ["maybe", "no"]),
        ("He said 'maybe' and 'no'.", ["maybe", "no"]),
        ("Er sagte „ja“ und „nein”.", ["ja", "nein"]),
        ("Il a dit «\u00a0oui\u00a0» et « non ».", ["\u00a0oui\u00a0", " non "]),
        ("»Ja«, sagte er. »Nein.«", ["Ja", "Nein."]),
        ("“Yes,” he said. “No.”", ["Yes,", "No."]),
        ('"Yes," he said. "No."', ["Yes,", "No."]),
        ("‘Yes,’ he said. ‘No.’", ["Yes,", "No."]),
        ("he said—“yes”—and (“no”)", ["yes", "no"]),
        ('he said—"yes"—and ("no")', ["yes", "no"]),
        ("“He told me ‘yes’ today,” she said.", ["He told me ‘yes’ today,"]),
        ("‘He told me “yes” today,’ she said.", ["He told me “yes” today,"]),
        ("\"He told me 'yes' today,\" she said.", ["He told me 'yes' today,"]),
        ("“I don’t know the allies’ plan,” he said.", ["I don’t know the allies’ plan,"]),
        ("‘I don’t know, it isn’t so,’ he said.", ["I don’t know, it isn’t so,"]),
        ("'I don't know, it isn't so,' he said.", ["I don't know, it isn't so,"]),
        ("‘His allies’ response was zero,’ he said.", ["His allies’ response was zero,"]),
        ("‘zero responses’, he said", ["zero responses"]),
        ("“zero”1 and “one”.", ["zero", "one"]),  # the number of a footnote
    ],
)
def test_what_is_quoted(text: str, expected: list[str]) -> None:
    assert quoted(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The allies’ response to Kyiv’s plan wasn’t Moscow’s.",
        "The allies' response to Kyiv's plan wasn't Moscow's.",
        "In the ’90s the allies’ plans, and the states’.",
        "In the ‘90s the allies’ plans, and the states’.",
        "In the '90s the allies' plans, and the states'.",
        "Rock ‘n’ roll, tell ‘em it was the allies’.",
        "'Tis the allies', said he.",
        'A 5" gun and a 6" gun, or a 7".',
        "It is 5' 10\" and 6' 11\" high.",
        "He called it “zero and left.",
        'He called it "zero and left.',
        "He called it ‘zero and left.",
        "He called it zero” and left.",
        "He called it ”zero“ and left.",
        "He called it “zero and left, ” she wrote.",
        'He called it "zero and left, " she wrote.',
        "The unit ‘Ain al-Arab left, and the allies’ plans with it.",
        'word"word and word"word',
        "“",
        "",
    ],
)
def test_nothing_is_quoted(text: str) -> None:
    assert quoted(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # After a mark that is never closed, what the reporter writes must not become speech.
        ("He called it “zero and left. “No,” he said.", ["No,"]),
        ('He called it "zero and left. "No," he said.', ["No,"]),
        ("He called it ‘zero and left. ‘No,’ he said.", ["No,"]),
        ('“We go" he said. Later he said “No.”', ["No."]),
        ('"We go” he said. Later he said "No."', ["No."]),
        ("The ‘Ain al-Arab unit got a “zero” response.", ["zero"]),
        ('He said “no”, and the 5" gun’s “yes”.', ["no", "yes"]),
        # This may be a possessive, and then the quotation was not closed.
        ("He spoke of ‘military escalations’ and ‘no end’.", ["no end"]),
        ("“a” and “b, then the West’s ”c“ and “d”", ["a", "d"]),
    ],
)
def test_after_a_slip(text: str, expected: list[str]) -> None:
    assert quoted(text) == expected


def test_a_speech_of_several_paragraphs() -> None:
    text = "He said: “One goes here.\n“Two goes here.\n“Three,” he said. Four."
    assert quoted(text) == ["One goes here.", "Two goes here.", "Three,"]
    assert quoted(text.replace("\n", "\n\n"), ".md") == ["One goes here.", "Two goes here.", "Three,"]
    assert quoted("‘One.\n‘Two.’") == ["One.", "Two."]
    assert quoted("« Un.\n« Deux. »") == [" Un.", " Deux. "]


def test_an_open_mark_is_no_speech_of_several_paragraphs() -> None:
    # In the midst of a sentence, before another kind of mark, before none, or at the end of it all.
    assert quoted("He called it “zero and left.\n“No,” he said.") == ["No,"]
    assert quoted("He said: “Zero.\n‘No,’ he said.") == ["No,"]
    assert quoted("He said: “Zero.\nNo, he said.") == []
    assert quoted("He said: “Zero.") == []


def test_offsets_are_code_points() -> None:
    assert quoted("😀 “😀 yes” 😀 “no”") == ["😀 yes", "no"]


def test_many_open_marks_end() -> None:
    assert quoted("“a ‘b " * 50_000) == []
