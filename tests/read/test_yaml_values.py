"""YAML text into located values: what is text, and that nothing at all makes it fail."""

import time

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.read.source import Source
from generator.read.yaml_values import DEEPEST, core_kind, read_yaml


@pytest.mark.parametrize(
    ("kind", "texts"),
    [
        ("null", ["", "~", "null", "Null", "NULL"]),
        ("boolean", ["true", "True", "TRUE", "false", "False", "FALSE"]),
        (
            "number",
            ["0", "-1", "+12", "007", "0o17", "0xFf", "1.", ".5", "1.5e3", "-1E-9", ".inf", "-.Inf", ".NaN"],
        ),
        (
            None,
            [
                "no",
                "NO",
                "yes",
                "on",
                "off",
                "y",
                "n",
                "=",
                "<",
                "22:22",
                "22:22:22",
                "1_000",
                "0b11",
                "1,000",
            ],
        ),
        (
            None,
            [
                "nUll",
                "tRUE",
                "0o8",
                "0xg",
                "1e",
                ".",
                "-",
                "+",
                "1.2.3",
                "2024-10-13",
                "-.nan",
                "inf",
                "0x",
                "٣",
            ],
        ),
    ],
)
def test_core_schema(kind: str | None, texts: list[str]) -> None:
    """The tags that YAML 1.2.2, section 10.3.2, gives to unquoted scalars."""
    assert {text: core_kind(text) for text in texts} == dict.fromkeys(texts, kind)


@pytest.mark.parametrize("quoted", ["'1'", '"true"', "'~'", "|-\n  1", ">-\n  null", '""'])
def test_quoted_is_text(quoted: str) -> None:
    value, problems = read_yaml(Source("f.yml", f"a: {quoted}\n"))
    assert not problems
    assert value["a"] == yaml.load(f"a: {quoted}\n", Loader=yaml.BaseLoader)["a"]
    assert isinstance(value["a"], str)


@pytest.mark.parametrize(("opening", "closing"), [("[", "]"), ("{a: ", "}")])
def test_depth(opening: str, closing: str) -> None:
    deepest = opening * DEEPEST + "x" + closing * DEEPEST
    assert read_yaml(Source("f.yml", deepest))[1] == []
    deeper, problems = read_yaml(Source("f.yml", opening + deepest + closing))
    assert (deeper, [one.code for one in problems]) == (None, ["too-deep"])


@pytest.mark.parametrize(
    "text",
    [
        "[" * 1_000_000,
        "{" * 1_000_000,
        "- " * 500_000,
        "? " * 500_000,
        "&a [" * 200_000,
        "!a [" * 200_000,
        "a: &a [x]\n" + "".join(f"{name}: &{name} [*a, *a]\n" for name in "bcdefghijklmnopqrst"),
        "\n".join(" " * depth + "a:" for depth in range(2000)),
        "'" * 999_999,
        '"' + "\\" * 999_999,
        "a: |" + "\n" * 1_000_000,
        "#" * 1_000_000,
        "a: " + "x" * 1_000_000,
        "a: " + "x " * 500_000 + "# y",
    ],
    ids=lambda text: text[:6],
)
def test_hostile_files_are_quick(text: str) -> None:
    started = time.process_time()
    read_yaml(Source("f.yml", text))
    assert time.process_time() - started < 5


_PIECES = [
    "a",
    "b c",
    ": ",
    ":",
    "- ",
    "-",
    "\n",
    "\n  ",
    "\n    ",
    "[",
    "]",
    "{",
    "}",
    ",",
    "#",
    " #",
    "'",
    '"',
]
_MORE = [
    "&a ",
    "*a",
    "!!str ",
    "!",
    "|",
    ">-",
    "? ",
    "---",
    "...",
    "%YAML 1.1",
    "\t",
    "\\",
    "<<",
    "~",
    "1",
    "é",
    "\u2028",
]


# All that read_source lets through.
_TEXT = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc"], exclude_characters="\ufffe\uffff"), max_size=3
)


@given(st.lists(st.sampled_from(_PIECES + _MORE) | _TEXT, max_size=30).map("".join))
def test_any_text_is_read_or_refused_with_a_place(text: str) -> None:
    source = Source("f.yml", text)
    value, problems = read_yaml(source)
    assert value is not None or problems
    lines = text.split("\n")
    for one in problems:
        if one.code != "empty-file":
            assert 1 <= one.span.line <= len(lines) + 1
            assert one.span.column >= 1
            assert (one.span.line, one.span.column) <= (one.span.end_line, one.span.end_column)


@given(
    st.recursive(st.text(max_size=8), lambda one: st.lists(one) | st.dictionaries(st.text(max_size=8), one))
)
def test_what_is_accepted_is_what_yaml_says(value: object) -> None:
    """Beside libyaml's own loader: the same values, wherever there is no problem to tell."""
    text = yaml.safe_dump(value, allow_unicode=True, default_style='"')
    read, problems = read_yaml(Source("f.yml", text))
    if not problems:
        assert read == value
