"""Word boundaries: cuts inside and between words."""

import pytest

from generator.analyse.text.boundaries import inside_word, whole_word

BETWEEN = [
    "one| two",
    "one |two",
    "“|zero",
    "zero|”",
    "war|.",
    "war|, he",
    "the allies|’ response",
    "the allies'| response",
    "‘|zero|’ response",
    "war|—peace",
    "war–|peace",
    "war|–peace",
    "snake|_case",
    "_|not|_",
    "5|%",
    "$|5",
    "5|, 6",
    "in 2024|.",
    "U.N|.",
    "U|.|N.",
    "a|.5",
    "1|: 2",
    "(|un",
    "re-| and post-war",
    "|-war",
    "'|em",
    "|first",
    "last|",
    "x |",
    "“|",
    "‘|’",
    "8 |000",  # an ordinary space parts numbers as it parts words
]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("wo", "rd"),
        *(pair for mark in "'’‘‛ʼ´`′" for pair in [("can", f"{mark}t"), (f"can{mark}", "t")]),
        *(pair for mark in "-‐‑" for pair in [("anti", f"{mark}war"), (f"anti{mark}", "war")]),
        *(pair for mark in ".,\u00a0\u202f\u2009" for pair in [("1", f"{mark}000"), (f"1{mark}", "000")]),
        ("1,000", ".5"),
        ("1", "0"),
        ("KN", "-23"),
        ("F-", "16"),
        ("self-made", "-man"),
        ("x", "\u0303"),
        ("caf", "e\u0301"),
        ("e", "\u0301t"),
        ("so\u00ad", "ft"),
        ("so", "\u00adft"),
        ("anti-\u200b", "war"),
        ("can\u2060", "'t"),
        ("한", "국"),
        ("3", "½"),
        ("m", "²"),
        ("don", "’t"),
        ("l’", "amour"),
        ("1\ufe0f", "\u20e3"),
    ],
)
def test_a_cut_inside_a_word(left: str, right: str) -> None:
    text = f"the {left}{right} is"
    assert inside_word(text, 4 + len(left))
    start, end = whole_word(text, 4 + len(left))
    assert text[start:end] == f"{left}{right}"


@pytest.mark.parametrize("written", BETWEEN)
def test_a_cut_between_words(written: str) -> None:
    parts = written.split("|")
    text, at = "".join(parts), 0
    for part in parts[:-1]:
        at += len(part)
        assert not inside_word(text, at)
