"""The report of problems, as text, as JSON and as workflow commands of GitHub."""

import json
import unicodedata
from collections.abc import Mapping, Sequence
from typing import Final

from generator.model.diagnostics import Diagnostic, Severity, errors

_WIDTH: Final = 100
"""The most characters of a source line that are shown."""

_COLOURS: Final = {Severity.ERROR: "\x1b[1;31m", Severity.HINT: "\x1b[36m"}
_PLAIN: Final = "\x1b[0m"

Lines = Mapping[str, Sequence[str]]


def as_text(diagnostics: Sequence[Diagnostic], lines: Lines, *, colours: bool = False) -> str:
    """Write each problem with its source line and a hint, then their number; empty without problems.

    Args:
        diagnostics: the problems, in the order in which to write them.
        lines: the lines of each file, by its path.
        colours: whether severities and marks are coloured, for a terminal.
    """
    blocks = [_problem_text(problem, lines, colours) for problem in diagnostics]
    if blocks:
        blocks.append(_totals(diagnostics))
    return "\n".join(blocks)


def as_json(diagnostics: Sequence[Diagnostic]) -> str:
    """Write a JSON list of objects: code, severity, path, line, column, end_line, end_column, message, hint.

    Lines and columns count from 1, columns in code points; both are 0 where the problem is a whole file.
    """
    problems = [
        {
            "code": problem.code,
            "severity": problem.severity.value,
            "path": problem.span.path,
            "line": problem.span.line,
            "column": problem.span.column,
            "end_line": problem.span.end_line,
            "end_column": problem.span.end_column,
            "message": problem.message,
            "hint": problem.hint,
        }
        for problem in diagnostics
    ]
    return json.dumps(problems, ensure_ascii=False, indent=2)


def as_github(diagnostics: Sequence[Diagnostic]) -> str:
    """Write a workflow command for each problem, which GitHub shows at its line in a pull request."""
    return "\n".join(_workflow_command(problem) for problem in diagnostics)


def visible(text: str) -> str:
    """Name each control, format, surrogate and line-separator character by its number, for terminals."""
    return "".join(f"[U+{ord(char):04X}]" if _is_hidden(char) else char for char in text)


def _is_hidden(char: str) -> bool:
    return unicodedata.category(char) in ("Cc", "Cf", "Cs", "Zl", "Zp")


def _in_place(text: str) -> str:
    """Replace each hidden character by U+FFFD, so that columns stay what they are."""
    return "".join("\ufffd" if _is_hidden(char) else char for char in text)


def _problem_text(diagnostic: Diagnostic, lines: Lines, colours: bool) -> str:
    def coloured(text: str) -> str:
        return f"{_COLOURS[diagnostic.severity]}{text}{_PLAIN}" if colours else text

    span = diagnostic.span
    place = f"{span.path}:{span.line}:{span.column}" if span.line else span.path
    severity = coloured(diagnostic.severity)
    head = f"{visible(place)}: {severity}: {visible(diagnostic.message)} [{diagnostic.code}]"
    *above, marks = _excerpt(diagnostic, lines) or [""]
    excerpt = [*above, coloured(marks)] if marks else []
    return "\n".join([head, *excerpt, f"    = {visible(diagnostic.hint)}"])


def _excerpt(diagnostic: Diagnostic, lines: Lines) -> list[str]:
    """The source line of a problem, and below it carets under the part that it is about."""
    span = diagnostic.span
    source = lines.get(span.path, ())
    if not 1 <= span.line <= len(source):
        return []
    line = _in_place(source[span.line - 1].replace("\t", " "))
    start = span.column - 1
    end = span.end_column - 1 if span.end_line == span.line else len(line)
    end = max(min(end, len(line)), start + 1)
    shift = max(0, min(start - 20, len(line) - _WIDTH))
    shown = line[shift : shift + _WIDTH]
    number = f"{span.line:>5}"
    lead = " " * _columns(line[shift:start])
    marks = "^" * max(_columns(line[start : min(end, shift + _WIDTH)]), 1)
    return [f"{number} | {shown}".rstrip(), f"{' ' * len(number)} | {lead}{marks}"]


def _columns(text: str) -> int:
    """The width of a text in columns of a terminal: two for a wide character, none for a combining one."""
    return sum(
        0 if unicodedata.combining(char) else 2 if unicodedata.east_asian_width(char) in "WF" else 1
        for char in text
    )


def _totals(diagnostics: Sequence[Diagnostic]) -> str:
    error_count = len(errors(diagnostics))
    hint_count = len([problem for problem in diagnostics if problem.severity is Severity.HINT])
    parts = [
        f"{number} {word}{'' if number == 1 else 's'}"
        for number, word in ((error_count, "error"), (hint_count, "hint"))
        if number
    ]
    return f"\n{' and '.join(parts)}."


def _workflow_command(diagnostic: Diagnostic) -> str:
    span = diagnostic.span
    kind = "error" if diagnostic.severity is Severity.ERROR else "notice"
    fields = {"file": span.path, "title": diagnostic.code}
    if span.line:
        fields |= {"line": str(span.line), "endLine": str(span.end_line)}
        if span.line == span.end_line:
            fields |= {"col": str(span.column), "endColumn": str(span.end_column)}
    properties = ",".join(f"{name}={_escaped(value, ':,')}" for name, value in fields.items())
    return f"::{kind} {properties}::{_escaped(f'{diagnostic.message} {diagnostic.hint}')}"


def _escaped(text: str, also: str = "") -> str:
    """Percent-encode what GitHub parses: per cent, line ends, and in a property also colon and comma."""
    return "".join(
        f"%{ord(char):02X}" if char in "%\r\n" + also else char for char in visible(text.replace("\n", " "))
    )
