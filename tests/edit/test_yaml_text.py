"""YAML as contributors write it: whatever the text, it reads as the same text again."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.edit.yaml_text import WIDTH, block, inline, scalar
from generator.read.source import Source
from generator.read.yaml_values import read_yaml


def _read(yaml: str) -> object:
    value, faults = read_yaml(Source("x.yml", yaml))
    assert not faults, (yaml, faults)
    return value


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("the wall holds", "the wall holds"),
        ("“zero” response", "“zero” response"),
        ('"zero" response', '"\\"zero\\" response"'),
        ("a wall: two", '"a wall: two"'),
        ("two # three", '"two # three"'),
        ("8000", '"8000"'),
        ("true", '"true"'),
        ("- dash", '"- dash"'),
        ("@ sign", '"@ sign"'),
    ],
)
def test_a_text_is_plain_where_yaml_lets_it_and_quoted_elsewhere(text: str, written: str) -> None:
    assert scalar(text) == written


def test_a_text_with_a_comma_is_quoted_in_braces_alone() -> None:
    assert scalar("the wall, the gate") == "the wall, the gate"
    assert scalar("the wall, the gate", flow=True) == '"the wall, the gate"'


def test_a_long_text_is_folded_within_the_width() -> None:
    text = " ".join(["the", "ferry", "waits"] * 20)
    written = f"key: {scalar(text)}\n"
    assert written.startswith("key: >-\n  the ferry")
    assert max(map(len, written.splitlines())) <= WIDTH
    assert _read(written) == {"key": text}


def test_a_text_in_a_list_keeps_a_no_break_space_at_its_start() -> None:
    value = {"x": [{"a": "so"}, "\u00a0so", "\u20038000"]}
    assert _read(block(value, -2)) == value


_TEXTS = st.text(
    st.characters(
        blacklist_categories=["Cs", "Cc"], blacklist_characters="\ufeff\u2028\u2029\ufffe\uffff\x85"
    ),
    min_size=1,
).filter(lambda text: text.strip())


@given(_TEXTS, _TEXTS, st.lists(_TEXTS, min_size=1, max_size=3))
def test_whatever_is_written_reads_as_the_same(one: str, two: str, several: list[str]) -> None:
    value = {"a": one, "b": {"exact": two, "list": several}, "c": [{"exact": one, "note": two}, two]}
    assert _read(f"x:{block(value, 0)}\n") == {"x": value}
    assert _read(f"x: {inline(value)}\n") == {"x": value}
