"""Span: a stretch of a source file in lines and columns, which every diagnostic points at."""

from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Span:
    """A stretch of a source file.

    Attributes:
        path: the file, relative to the root, with forward slashes.
        line: first line, from 1; 0 when the problem is the file itself.
        column: first column, from 1, in Unicode code points.
        end_line: last line, from 1.
        end_column: the column just after the last character.
    """

    path: str
    line: int = 0
    column: int = 0
    end_line: int = 0
    end_column: int = 0


NOWHERE = Span("")
