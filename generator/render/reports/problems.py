"""Problems as a person, a program or GitHub reads them."""

import json
import unicodedata
from collections.abc import Mapping, Sequence
from typing import Final

from generator.model.diagnostics import Diagnostic, Severity, errors

_WIDTH: Final = 100
"""How many characters of a source line are shown at most."""

Lines = Mapping[str, Sequence[str]]


def as_text(diagnostics: Sequence[Diagnostic], lines: Lines) -> str:
    """One line each, then the source line with a caret, then what to do; last, how many there are."""
    told = [_one(diagnostic, lines) for diagnostic in diagnostics]
    if told:
        told.append(_count(diagnostics))
    return "\n".join(told)


def as_json(diagnostics: Sequence[Diagnostic]) -> str:
    """A list of objects: code, severity, path, line, column, end_line, end_column, message, hint.

    Lines and columns count from 1, columns in code points; both are 0 where the problem is a whole file.
    """
    listed = [
        {
            "code": one.code,
            "severity": one.severity.value,
            "path": one.span.path,
            "line": one.span.line,
            "column": one.span.column,
            "end_line": one.span.end_line,
            "end_column": one.span.end_column,
            "message": one.message,
            "hint": one.hint,
        }
        for one in diagnostics
    ]
    return json.dumps(listed, ensure_ascii=False, indent=2)


def as_github(diagnostics: Sequence[Diagnostic]) -> str:
    """Workflow commands, which GitHub shows at the lines they name in a pull request."""
    return "\n".join(_command(one) for one in diagnostics)


def visible(text: str) -> str:
    """The text without anything that a terminal would obey: each such character as a replacement mark."""
    return "".join(
        "\ufffd" if unicodedata.category(char) in ("Cc", "Cf", "Cs", "Zl", "Zp") else char for char in text
    )


def _one(diagnostic: Diagnostic, lines: Lines) -> str:
    span = diagnostic.span
    place = f"{span.path}:{span.line}:{span.column}" if span.line else span.path
    head = f"{visible(place)}: {diagnostic.severity}: {visible(diagnostic.message)} [{diagnostic.code}]"
    return "\n".join([head, *_excerpt(diagnostic, lines), f"    = {visible(diagnostic.hint)}"])


def _excerpt(diagnostic: Diagnostic, lines: Lines) -> list[str]:
    """The source line and, below it, what part of it is meant."""
    span = diagnostic.span
    source = lines.get(span.path, ())
    if not 1 <= span.line <= len(source):
        return []
    line = visible(source[span.line - 1].replace("\t", " "))
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
    """How many columns of a terminal the text takes: two for a wide character, none for one that combines."""
    return sum(
        0 if unicodedata.combining(char) else 2 if unicodedata.east_asian_width(char) in "WF" else 1
        for char in text
    )


def _count(diagnostics: Sequence[Diagnostic]) -> str:
    wrong = len(errors(diagnostics))
    hints = len([one for one in diagnostics if one.severity is Severity.HINT])
    parts = [
        f"{number} {word}{'' if number == 1 else 's'}"
        for number, word in ((wrong, "error"), (hints, "hint"))
        if number
    ]
    return f"\n{' and '.join(parts)}."


def _command(diagnostic: Diagnostic) -> str:
    span = diagnostic.span
    kind = "error" if diagnostic.severity is Severity.ERROR else "notice"
    fields = {"file": span.path, "title": diagnostic.code}
    if span.line:
        fields |= {"line": str(span.line), "endLine": str(span.end_line)}
        if span.line == span.end_line:
            fields |= {"col": str(span.column), "endColumn": str(span.end_column)}
    written = ",".join(f"{name}={_escaped(value, ':,')}" for name, value in fields.items())
    return f"::{kind} {written}::{_escaped(f'{diagnostic.message} {diagnostic.hint}')}"


def _escaped(text: str, also: str = "") -> str:
    """As GitHub reads it: per cent, line ends and, in a property, colon and comma, by their numbers."""
    return "".join(
        f"%{ord(char):02X}" if char in "%\r\n" + also else char for char in visible(text.replace("\n", " "))
    )
