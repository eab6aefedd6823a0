"""Every value knows its place: what stands there in the file is what was read."""

from contextlib import suppress

import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.model.located import LocatedList, LocatedMapping, LocatedText, Unquoted, locate, span_of
from generator.model.span import NOWHERE, Span
from generator.read.source import Source
from generator.read.yaml_values import read_yaml

FILE = """\
title: The harbour  # no text is cut here, for spans this is the same
flow: {a: one, 'b c': ["two", 3, é😀 four]}
list:
  - first
  -   second
  - key: >-

      Folded words
      of two lines

    other: |
      Literal words
        of two lines
"none": ~
"""


def _read(text: str) -> LocatedMapping:
    value, problems = read_yaml(Source("f.yml", text))
    assert not problems
    assert isinstance(value, LocatedMapping)
    return value


def _at(text: str, span: Span) -> str:
    """What stands at a place of a file."""
    lines = text.split("\n")[span.line - 1 : span.end_line]
    lines[-1] = lines[-1][: span.end_column - 1]
    lines[0] = lines[0][span.column - 1 :]
    return "\n".join(lines)


def test_places_of_values_and_keys() -> None:
    whole = _read(FILE)
    paths: dict[tuple[str | int, ...], str] = {
        ("title",): "The harbour",
        ("title", "[key]"): "title",
        ("flow", "a"): "one",
        ("flow", "b c", "[key]"): "'b c'",
        ("flow", "b c"): '["two", 3, é😀 four]',
        ("flow", "b c", 0): '"two"',
        ("flow", "b c", 1): "3",
        ("flow", "b c", 2): "é😀 four",
        ("list", 0): "first",
        ("list", 1): "second",
        ("list", 2, "key"): "Folded words\n      of two lines",
        ("list", 2, "other"): "Literal words\n        of two lines",
        ("none", "[key]"): '"none"',
        ("none",): "~",
    }
    assert {path: _at(FILE, locate(whole, path)) for path in paths} == paths
    assert locate(whole, ("title",)) == Span("f.yml", 1, 8, 1, 19)
    assert locate(whole, ("flow", "b c", 2)) == Span("f.yml", 2, 34, 2, 41)


def test_places_of_what_is_missing() -> None:
    whole = _read(FILE)
    assert _at(FILE, locate(whole, ("nothing",))) == "title"
    assert _at(FILE, locate(whole, ("flow", "z"))) == "a"
    assert _at(FILE, locate(whole, ("list", 2))) == "key"
    assert _at(FILE, locate(whole, ("list", 9))).startswith("- first")
    assert locate(whole, ("title", "deeper", 1)) == locate(whole, ("title",))
    assert locate("not located", ("a",)) == NOWHERE
    assert locate(LocatedMapping(Span("f.yml", 3, 1, 3, 3)), ("a",)) == Span("f.yml", 3, 1, 3, 3)
    assert span_of(3) is None


def test_values_are_what_they_look_like() -> None:
    whole = _read(FILE)
    assert whole["list"][2] == {
        "key": "\nFolded words of two lines",
        "other": "Literal words\n  of two lines\n",
    }
    assert isinstance(whole["flow"]["b c"], LocatedList)
    assert whole["flow"]["b c"][1] == Unquoted("3", "number", Span("f.yml", 2, 31, 2, 32))
    assert whole["none"].kind == "null"


def _within(file: str, words: str) -> str:
    """What stands in the file at the place of the text's last ``words``."""
    text = _read(file)["text"]
    assert isinstance(text, LocatedText)
    start = text.rindex(words)
    return _at(file, text.within(start, start + len(words)))


def test_places_inside_texts() -> None:
    assert _within("text: eight of eight\n", "eight") == "eight"
    assert _within("text: 'it''s eight, it''s'\n", "it's") == "it''s"
    assert _within('text: "a \\"b\\" \\u00e9 c"\n', '"b" é') == '\\"b\\" \\u00e9'
    assert _within('text: "one \\\n  two"\n', "two") == "two"
    assert _within("text: one\n  two\n\n  three\n", "two\nthree") == "two\n\n  three"
    assert _within("text: >\n  one\n  two\n\n  three\n", "three") == "three"
    assert _within("text: |\n  one\n    two\n  three\n", "two\nthree") == "two\n  three"
    assert _within('text: >-\n  "one"\n  two "three"\n', '"three"') == '"three"'
    assert _within("text: >-\n\n\n  one\n  two\n", "two") == "two"


def test_place_among_repeating_letters() -> None:
    text = _read("text: aaaa\n")["text"]
    assert [text.within(at, at + 2).column for at in range(3)] == [7, 8, 9]


def test_place_of_nothing_and_of_what_cannot_be_laid_side_by_side() -> None:
    text = _read("text: words\n")["text"]
    assert text.within(2, 2) == text.span
    made = LocatedText("some words", Span("f.yml", 1, 1, 1, 9), raw="&a some words")
    assert made.within(5, 10) == made.span
    assert LocatedText("words").within(0, 5) == NOWHERE


_WORDS = st.text(
    st.characters(
        codec="utf-8", exclude_categories=["Cc", "Cs", "Zl", "Zp"], exclude_characters="\ufeff\ufffe\uffff"
    ),
    min_size=1,
    max_size=40,
)
_KEYS = st.from_regex(r"[a-z]{1,8}", fullmatch=True)
_VALUES = st.recursive(
    _WORDS,
    lambda inner: (
        st.lists(inner, min_size=1, max_size=3) | st.dictionaries(_KEYS, inner, min_size=1, max_size=3)
    ),
    max_leaves=8,
)


@given(
    value=st.dictionaries(_KEYS, _VALUES, min_size=1, max_size=4),
    style=st.sampled_from(["'", '"', "|", ">"]),
    flow=st.booleans(),
    width=st.integers(10, 60),
)
def test_any_file_gives_its_values_back_from_their_places(
    value: dict[str, object], style: str, flow: bool, width: int
) -> None:
    file = yaml.safe_dump(
        value, default_style=style, default_flow_style=flow, width=width, allow_unicode=True, sort_keys=False
    )
    whole = _read(file)
    assert whole == value
    _hold(file, whole)


def _hold(file: str, value: object) -> None:
    if isinstance(value, LocatedMapping):
        for key, place in value.keys_at.items():
            assert yaml.safe_load(_at(file, place)) == key
            _hold(file, value[key])
    elif isinstance(value, LocatedList):
        for one in value:
            _hold(file, one)
    elif isinstance(value, LocatedText):
        assert _at(file, value.span) == value.raw
        for start, end in ((0, len(value)), (len(value) // 2, len(value) // 2 + 1)):
            there = _at(file, value.within(start, end))
            assert "".join(value[start:end].split()) in _readings(there)


def _readings(written: str) -> set[str]:
    """What a part of a scalar can stand for, by the marks around it, without white space."""
    readings = [written, written.replace("''", "'")]
    with suppress(yaml.YAMLError):
        readings.append(yaml.safe_load(f'"{written}"'))
    return {"".join(one.split()) for one in readings}


def test_a_question_mark_at_the_end_of_a_block_is_no_sign_of_a_key() -> None:
    file = '"a":\n- |-\n  ?\n"b": |-\n  0\n'
    whole = _read(file)
    assert whole == {"a": ["?"], "b": "0"}
    _hold(file, whole)
