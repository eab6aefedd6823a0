"""Offsets in a text of what was read from it, for edits at their places."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from generator.model.located import LocatedList, LocatedMapping
from generator.model.span import Span


@dataclass(frozen=True)
class Offsets:
    """Converts places of a YAML text into offsets of its code points."""

    text: str

    @cached_property
    def _lines(self) -> list[int]:
        return [0, *(at + 1 for at, char in enumerate(self.text) if char == "\n")]

    def at(self, line: int, column: int) -> int:
        """Returns the offset of a line and column, both from 1."""
        return self._lines[line - 1] + column - 1

    def start(self, span: Span) -> int:
        """Returns where a span begins."""
        return self.at(span.line, span.column)

    def bounds(self, span: Span) -> tuple[int, int]:
        """Returns where a span begins and ends."""
        return self.start(span), self.at(span.end_line, span.end_column)

    def is_flow(self, value: LocatedMapping | LocatedList) -> bool:
        """Tests whether a mapping or list is written in brackets or braces."""
        return self.text[self.start(value.span)] in "[{"

    def end(self, value: Any) -> int:
        """Returns the offset after a value; after its last entry, where it is written in a block."""
        if isinstance(value, LocatedMapping | LocatedList) and value and not self.is_flow(value):
            return max(self.end(item) for item in (value.values() if isinstance(value, dict) else value))
        return self.bounds(value.span)[1]
