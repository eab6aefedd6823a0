"""How problems are told: to people, to programs and to GitHub."""

import json

import pytest

from generator.model.diagnostics import Diagnostic, Severity
from generator.model.span import Span
from generator.render.reports.problems import as_github, as_json, as_text, visible


def _problem(
    *place: int, path: str = "f.yml", message: str = "It is wrong.", hint: str = "Mend it."
) -> Diagnostic:
    return Diagnostic("wrong", Severity.ERROR, Span(path, *place), message, hint)


def _excerpt(line: str, *place: int) -> tuple[str, str]:
    told = as_text([_problem(*place)], {"f.yml": line.split("\n")}).splitlines()
    assert told[0].startswith(f"f.yml:{place[0]}:{place[1]}: error: It is wrong. [wrong]")
    assert told[3] == "    = Mend it."
    return told[1].partition(" | ")[2], told[2].partition(" | ")[2]


def test_marks_stand_below_the_words() -> None:
    assert _excerpt("title: closed", 1, 8, 1, 14) == ("title: closed", "       ^^^^^^")


def test_marks_stop_where_the_first_line_does() -> None:
    assert _excerpt("a: one\n  two", 1, 4, 2, 6) == ("a: one", "   ^^^")


def test_one_mark_at_the_end_of_a_line() -> None:
    assert _excerpt("a:", 1, 3, 1, 3) == ("a:", "  ^")


def test_tabs_are_as_wide_as_a_space() -> None:
    assert _excerpt("\ta: b", 1, 5, 1, 6) == (" a: b", "    ^")


def test_wide_and_combining_characters() -> None:
    assert _excerpt("a: 北京 b", 1, 7, 1, 8) == ("a: 北京 b", "        ^")
    assert _excerpt("a: 北京 b", 1, 4, 1, 6) == ("a: 北京 b", "   ^^^^")
    assert _excerpt("a: e\u0301e\u0301 b", 1, 9, 1, 10) == ("a: e\u0301e\u0301 b", "      ^")


@pytest.mark.parametrize("column", [1, 50, 101, 500, 991, 1000])
def test_long_lines_are_shown_in_part(column: int) -> None:
    line = "".join(chr(ord("a") + at % 26) for at in range(1000))
    shown, marks = _excerpt(line, 1, column, 1, 1001)
    assert len(shown) == 100
    assert len(marks) <= 100
    assert shown[marks.index("^")] == line[column - 1]
    assert shown in line


def test_whole_file_has_no_line() -> None:
    assert as_text([_problem()], {"f.yml": ["a"]}) == (
        "f.yml: error: It is wrong. [wrong]\n    = Mend it.\n\n1 error."
    )


def test_place_outside_what_was_read() -> None:
    told = as_text([_problem(9, 1, 9, 2), _problem(1, 1, 1, 2, path="other.yml")], {"f.yml": ["a"]})
    assert "|" not in told
    assert told.endswith("\n2 errors.")


def test_what_a_terminal_would_obey_is_made_visible() -> None:
    hostile = "\x1b]0;owned\x07 \u202etxt \u2028 \x9b31m \ud800"
    assert visible(hostile) == ("[U+001B]]0;owned[U+0007] [U+202E]txt [U+2028] [U+009B]31m [U+D800]")
    told = as_text([_problem(1, 1, 1, 2, message=hostile, hint=hostile)], {"f.yml": [hostile]})
    assert told.isprintable() or set(told) - {"\n"} == {char for char in told if char.isprintable()}
    assert told.count("]0;owned") == 3


def test_counts() -> None:
    hint = Diagnostic("doubt", Severity.HINT, Span("f.yml"), "Hm.", "Look.")
    assert as_text([], {}) == ""
    assert as_text([hint], {}).endswith("\n\n1 hint.")
    assert as_text([_problem(), _problem(), hint, hint], {}).endswith("\n\n2 errors and 2 hints.")


def test_json_has_the_documented_keys() -> None:
    told = json.loads(as_json([_problem(2, 3, 4, 5, message='“A” "b"\n')]))
    assert told == [
        {
            "code": "wrong",
            "severity": "error",
            "path": "f.yml",
            "line": 2,
            "column": 3,
            "end_line": 4,
            "end_column": 5,
            "message": '“A” "b"\n',
            "hint": "Mend it.",
        }
    ]
    assert json.loads(as_json([])) == []


def test_github_properties_are_escaped() -> None:
    told = as_github([_problem(2, 3, 2, 5, path="a,b:100%\n.yml", message="50%: a,b\r\n::error::x")])
    assert told == (
        "::error file=a%2Cb%3A100%25 .yml,title=wrong,line=2,endLine=2,col=3,endColumn=5"
        "::50%25: a,b[U+000D] ::error::x Mend it."
    )
    assert "\n" not in told


def test_github_columns_only_within_a_line() -> None:
    assert "col" not in as_github([_problem(2, 3, 4, 5)])
    assert as_github([_problem()]) == "::error file=f.yml,title=wrong::It is wrong. Mend it."
    hint = Diagnostic("doubt", Severity.HINT, Span("f.yml"), "Hm.", "Look.")
    assert as_github([hint, _problem()]).splitlines()[0] == "::notice file=f.yml,title=doubt::Hm. Look."
