"""Rows of a YAML file: what each line opens, and what is typed in it that YAML doesn't take."""

import pytest

from generator.model.entries import Summary
from generator.read.rows import read_rows


def _slips(text: str) -> list[tuple[int, str, str]]:
    return [
        (text.count("\n", 0, slip.start) + 1, slip.what, slip.place) for slip in read_rows(Summary, text)[1]
    ]


@pytest.mark.parametrize(
    ("text", "slips"),
    [
        ("claims:\n\t- id: x\n", [(2, "a tab", "indentation")]),
        ("claims:\n  -\tid: x\n", [(2, "a tab", "after a hyphen")]),
        ("claims:\n \u00a0- id: x\n", [(2, "a no-break space", "indentation")]),
        ("title:\u00a0x\n", [(1, "a no-break space", "after a colon")]),
        ("editors:\n• Kari\n• Bo\n", [(2, "“•”", "hyphen"), (3, "“•”", "hyphen")]),
        ("editors:\n  – Kari\n  - Bo\n", [(2, "“–”", "hyphen")]),
        ("claims:\n  -id: x\n", [(2, "", "after a hyphen")]),
        ("claims:\n  - id: x\n    by:\n      –mayor\n", [(4, "“–”", "hyphen")]),
        ("title: x\n \u00a0\nnote: y\n", []),
        ("note: |\n\u00a0\u00a0x\n", [(2, "a no-break space", "indentation")]),
    ],
)
def test_slips_are_found_on_their_lines(text: str, slips: list[tuple[int, str, str]]) -> None:
    assert _slips(text) == slips


@pytest.mark.parametrize(
    "text",
    [
        "note: >-\n  – one\n  • two\n  \u00a0three\n  \tfour\n",
        "note: |2-  # kept\n  – one\n\n  – two\n",
        'note: "one\n  – two\n  -id: three"\n',
        "note: 'it''s\n  – two'\n",
        "editors: [Kari,\n  – Bo,\n\t• Di]\n",
        "evidence: {a: 'x]',\n\tb: y}\n",
        "note: one\n  – two\n",
        "note:\n  – two\n",
        "evidence:\n  a:\n    – words\n",
        "claims:\n- via:\n  – the desk\n",
        "colour:\n  – red\n",
        "– title: x\n",
        "title: x\n– y\n",
        "# – x\n\t# y\n---\n...\n",
    ],
)
def test_texts_and_brackets_are_left_alone(text: str) -> None:
    assert _slips(text) == []


def test_after_a_text_of_several_lines_slips_are_found_again() -> None:
    assert [line for line, *_ in _slips("note: 'one\n  – two'\neditors: [a,\n – b]\ntopics:\n  – x\n")] == [6]
    assert [line for line, *_ in _slips("note: |\n  – x\n\ntopics:\n  – x\n")] == [5]


def test_a_row_tells_its_key_its_value_and_what_may_stand_there() -> None:
    text = (
        "claims:\n- text: so: it is  \n  by: mayor\n  evidence:\n"
        "    a:\n    - words: here\n      go on\n    b: w\n"
    )
    rows = read_rows(Summary, text)[0]
    assert [(row.line, row.column, row.key, text[row.start : row.end], row.takes_text) for row in rows] == [
        (1, 0, "claims", "", False),
        (2, 2, "text", "so: it is", True),
        (3, 2, "by", "mayor", False),
        (4, 2, "evidence", "", False),
        (5, 4, "a", "", True),
        (6, 6, "words", "here", False),
        (8, 4, "b", "w", True),
    ]
    assert [row.line for row in rows if row.goes_on] == [4, 6]
