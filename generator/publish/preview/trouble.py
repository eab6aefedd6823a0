"""Why a preview can't show the files as they are."""

from collections.abc import Sequence
from dataclasses import dataclass

from generator.model.diagnostics import Diagnostic
from generator.render.words import phrase


@dataclass(frozen=True)
class Problem:
    """A problem as a preview tells it.

    Attributes:
        place: its file, line and column, in words; empty where it is of no file.
        message: what is wrong.
        hint: what to do.
    """

    place: str
    message: str
    hint: str


@dataclass(frozen=True)
class Trouble:
    """What stops a preview.

    Attributes:
        problems: at least one, in the order of files and lines.
        text: all of it, for a terminal.
    """

    problems: tuple[Problem, ...]
    text: str


def trouble_of(diagnostics: Sequence[Diagnostic], text: str) -> Trouble:
    """Makes what a preview tells of problems that `check` found.

    Args:
        diagnostics: the problems, at least one.
        text: the same as a terminal shows them.
    """
    return Trouble(tuple(_problem(diagnostic) for diagnostic in diagnostics), text)


def failure(reason: str, text: str = "") -> Trouble:
    """Makes what a preview tells of a failure that is no problem of the briefings, as of a full disk.

    Args:
        reason: why, in a line or a few.
        text: what a terminal shows, where that is more.
    """
    problem = Problem("", phrase("preview-failed", reason), phrase("preview-in-terminal"))
    return Trouble((problem,), text or reason)


def _problem(diagnostic: Diagnostic) -> Problem:
    span = diagnostic.span
    place = phrase("preview-place", span.path, span.line, span.column) if span.line else span.path
    return Problem(place, diagnostic.message, diagnostic.hint)
