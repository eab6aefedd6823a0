"""The one table of problems: all of it is used, and nothing is told that is not in it."""

import ast
import re
import string
from collections.abc import Iterator

import pytest

from generator.model.diagnostics import (
    KINDS,
    Diagnostic,
    Severity,
    did_you_mean,
    errors,
    in_order,
    problem,
    together,
)
from generator.model.span import Span
from tests.paths import GENERATOR, REPOSITORY

# Functions whose first word is a code.
TELLING = {"problem", "PydanticCustomError", "_stop"}


def _modules() -> Iterator[ast.Module]:
    for path in sorted(GENERATOR.rglob("*.py")):
        if path.name != "diagnostics.py":
            yield ast.parse(path.read_text(encoding="utf-8"))


def test_every_problem_is_told_somewhere() -> None:
    words = {node.value for tree in _modules() for node in ast.walk(tree) if isinstance(node, ast.Constant)}
    assert set(KINDS) - words == set()


def test_nothing_else_is_told() -> None:
    told = set()
    for tree in _modules():
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and node.args:
                name = getattr(node.func, "id", getattr(node.func, "attr", ""))
                if name in TELLING:
                    first = node.args[0]
                    either = [first.body, first.orelse] if isinstance(first, ast.IfExp) else [first]
                    told |= {one.value for one in either if isinstance(one, ast.Constant)}
    assert len(told) > 50
    assert told - set(KINDS) == set()


def test_every_problem_has_a_case() -> None:
    """Each code with its words stands in the output of some case, but for one that needs a special file."""
    folder = REPOSITORY / "tests" / "check" / "cases"
    shown = "".join(path.read_text(encoding="utf-8") for path in folder.glob("*.md"))
    assert set(KINDS) - set(re.findall(r": (?:error|hint): .* \[([a-z0-9-]+)\]$", shown, re.MULTILINE)) == {
        "unreadable"  # tests/read/test_source.py
    }


@pytest.mark.parametrize("code", sorted(KINDS))
def test_words(code: str) -> None:
    kind = KINDS[code]
    assert re.fullmatch(r"[a-z][a-z0-9]*(-[a-z0-9]+)*", code)
    for text in (kind.message, kind.hint):
        assert text.rstrip() == text
        assert all(field != "" for _, field, _, _ in string.Formatter().parse(text))
    assert kind.message[0].isupper() or kind.message[0] in "'{“"
    assert kind.message.endswith((".", ".”"))


def test_missing_word_or_code_is_a_bug() -> None:
    with pytest.raises(KeyError):
        problem("no-such-code", Span("f"))
    with pytest.raises(KeyError):
        problem("unknown-id", Span("f"), what="claim")


def test_words_of_an_editor_are_no_format() -> None:
    told = problem("unknown-id", Span("f"), what="claim", id="{mean} {0} %s", mean="", where="")
    assert told.message == "There is no claim '{mean} {0} %s'."


def test_order_is_by_place_and_each_is_told_once() -> None:
    places = [("b", 1, 1), ("a", 10, 1), ("a", 2, 9), ("a", 2, 1), ("a", 0, 0), ("a", 2, 1)]
    told = [
        problem("not-a-space", Span(path, line, column), character="A tab") for path, line, column in places
    ]
    hint = problem("unused-actor", Span("a", 2, 1), id="x")
    ordered = in_order([*told, hint])
    assert [(one.span.path, one.span.line, one.span.column, one.code) for one in ordered] == [
        ("a", 0, 0, "not-a-space"),
        ("a", 2, 1, "not-a-space"),
        ("a", 2, 1, "unused-actor"),
        ("a", 2, 9, "not-a-space"),
        ("a", 10, 1, "not-a-space"),
        ("b", 1, 1, "not-a-space"),
    ]
    assert in_order(reversed([*told, hint])) == ordered
    assert {one.severity for one in errors(ordered)} == {Severity.ERROR}
    assert len(errors(ordered)) == 5


def test_one_mistake_in_several_places_of_a_file_is_told_once_with_the_lines_of_the_others() -> None:
    def unknown(path: str, line: int, id: str) -> Diagnostic:
        return problem("unknown-id", Span(path, line, 3), what="actor", id=id, mean="", where="")

    told = together(
        [
            *(unknown("b", 9, "ek"), unknown("b", 2, "ek"), unknown("b", 30, "ek"), unknown("b", 4, "lee")),
            unknown("c", 1, "ek"),
            *(problem("empty-date", Span("b", line)) for line in (7, 8)),
        ]
    )
    assert [(one.span.path, one.span.line, one.hint.partition(" The same ")[2]) for one in told] == [
        *(("b", 2, "on lines 9 and 30."), ("b", 4, ""), ("b", 7, ""), ("b", 8, ""), ("c", 1, "")),
    ]


def test_did_you_mean() -> None:
    assert did_you_mean("zelensky", ["putin", "zelenskiy"]) == "Did you mean 'zelenskiy'? "
    assert did_you_mean("kim", ["putin", "zelenskiy"]) == ""
    assert did_you_mean("", []) == ""
