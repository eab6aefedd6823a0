"""Folding: every entry of the table, nothing beside it, and the way back to the text."""

import re
import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.analyse.text.fold import PARAGRAPH, fold, fold_paragraphs, fold_quote

SAME = [
    *(("'", mark) for mark in "‘’‚‛"),
    *(('"', mark) for mark in "“”„‟"),
    *(("-", dash) for dash in "‐‑‒–—―−"),
    ("...", "…"),
    *((" ", space) for space in "\u00a0\u202f\u2009\u2007\u2003\u2002\u200a\u3000\t\n\u2028"),
    (" ", "  \n\t \u00a0 "),
    *(("", nothing) for nothing in "\u00ad\u200b\u200c\u200d\u2060\ufeff"),
    *(("", mark) for mark in "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"),
    *(("", selector) for selector in "\ufe0e\ufe0f"),
]


@pytest.mark.parametrize(("plain", "written"), SAME)
def test_what_is_declared_folds(plain: str, written: str) -> None:
    assert fold(f"a{written}b") == f"a{plain}b"


DIFFERENT = [
    ("Not", "not"),
    ("fi", "ﬁ"),
    ("A", "Ａ"),
    ("1", "１"),
    ("2", "²"),
    ("1/2", "½"),
    ("TM", "™"),
    ('"', "«"),
    ('"', "»"),
    ("'", "‹"),
    ('"', "'"),
    ("'", "`"),
    ("'", "´"),
    ("'", "′"),
    ("--", "—"),
    ("..", "…"),
    ("..", "‥"),
    (".", ","),
    ("(", "["),
    ("e", "é"),
    ("ss", "ß"),
    ("a", "а"),  # Cyrillic
    ("8000", "8,000"),
    ("8", "9"),
    ("a b", "ab"),
    ("a", "a\u2061"),  # invisible, and none of those that are looked through
    ("a", "a\u034f"),
    ("a", "a\ufe00"),
    ("葛", "葛\U000e0100"),
    ("/", "⁄"),
    ("~", "–"),
    ("_", "-"),
]


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_nothing_else_folds(one: str, other: str) -> None:
    assert fold(one) != fold(other)
    assert fold(f"a {one} b") != fold(f"a {other} b")


@pytest.mark.parametrize(
    ("decomposed", "composed"),
    [
        ("e\u0301", "é"),
        ("A\u030a", "Å"),
        ("s\u0323\u0307", "ṩ"),
        ("s\u0307\u0323", "ṩ"),  # the marks in the other order
        ("\u1112\u1161\u11ab", "한"),
        ("\u1100\u1161", "가"),
        ("가\u11a8", "각"),
        ("\u212b", "Å"),
        ("e\u00ad\u0301", "é"),  # a soft hyphen keeps no letter from its accent
        ("x\u0303", "x\u0303"),
    ],
)
def test_composed_and_decomposed_are_the_same(decomposed: str, composed: str) -> None:
    assert fold(f"1{decomposed}2") == f"1{composed}2"
    assert fold(f"1{composed}2") == f"1{composed}2"


def test_every_character_that_can_be_composed_is() -> None:
    for number in range(sys.maxunicode + 1):
        apart = unicodedata.normalize("NFD", chr(number))
        if len(apart) > 1:
            assert fold(apart) == fold(chr(number)), hex(number)


def test_runs_of_marks_end() -> None:
    # Composed as one piece these would take hours.
    assert len(fold("e" + "\u0301\u0316" * 200_000)) == 400_000


TEXTS = st.text(
    st.one_of(
        st.sampled_from(
            "abc ABC.,'\"-\n\t…“”‘’–—"
            "\u00ad\u200b\u200f\u2067\ufe0f\u00a0\u202f\u0301\u0323\u0307éeỡ한\u1100\u1161\u11a8😀"
        ),
        st.characters(exclude_categories=["Cs"]),
    ),
    max_size=25,
)


def reference(text: str) -> str:
    """Folding written once more: whole texts, by patterns, in another order."""
    text = re.sub("[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufe0e\ufe0f\ufeff]", "", text)
    text = unicodedata.normalize("NFC", text)
    text = " ".join(text.split())
    for pattern, plain in (("[‘-‛]", "'"), ("[“-‟]", '"'), ("[‐-―−]", "-"), ("…", "...")):
        text = re.sub(pattern, plain, text)
    return text


@given(TEXTS)
def test_fold_is_the_reference(text: str) -> None:
    assert fold(text) == reference(text)
    assert fold(fold(text)) == fold(text)


@given(TEXTS, st.data())
def test_offsets_lead_back(text: str, data: st.DataObject) -> None:
    folded = fold_paragraphs(text, ((0, len(text)),))
    assert len(folded.text) == len(folded.starts) == len(folded.ends)
    if not folded.text:
        return
    start = data.draw(st.integers(0, len(folded.text) - 1))
    end = data.draw(st.integers(start + 1, len(folded.text)))
    cuts = [at for at in (start, end) if 0 < at < len(folded.text)]
    part = folded.text[start:end]
    if part != part.strip() or any(folded.starts[at] == folded.starts[at - 1] for at in cuts):
        return  # no quote begins or ends so
    assert fold(text[folded.starts[start] : folded.ends[end - 1]]) == part


def test_offsets_are_code_points_of_the_whole_text() -> None:
    text = "😀 one\n\n“Two…” e\u0301nd"
    folded = fold_paragraphs(text, ((0, 5), (7, len(text))))
    assert folded.text == '😀 one\n"Two..." énd'
    at = folded.text.index("...")
    assert text[folded.starts[at] : folded.ends[at + 2]] == "…"
    at = folded.text.index("é")
    assert text[folded.starts[at] : folded.ends[at]] == "e\u0301"
    at = folded.text.index(PARAGRAPH)
    assert text[folded.starts[at] : folded.ends[at]] == "\n\n"


def test_offsets_do_not_depend_on_what_stands_elsewhere() -> None:
    plain, changed = fold_paragraphs("x\u0303y z", ((0, 5),)), fold_paragraphs("x\u0303y e\u0301", ((0, 6),))
    assert plain.starts[:4] == changed.starts[:4] and plain.ends[:4] == changed.ends[:4]


def test_paragraphs_without_anything_visible_are_none() -> None:
    assert fold_paragraphs("a\n\u200b\nb", ((0, 1), (2, 3), (4, 5))).text == "a\nb"
    assert fold_paragraphs("", ()).text == ""


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("one\ntwo", "one two"),
        ("one\n\ntwo", "one\ntwo"),
        ("one \n \t\n\n  two\n", "one\ntwo"),
        ("\n\none\n\n", "one"),
        ("one\n\n\u200b\n\ntwo", "one\ntwo"),
        (" \u200b ", ""),
    ],
)
def test_a_blank_line_of_a_quote_is_a_paragraph_break(written: str, folded: str) -> None:
    assert fold_quote(written) == folded
