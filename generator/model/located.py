"""YAML values that know their place in the file: text, lists, mappings, and unquoted scalars."""

import re
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final

from generator.model.span import NOWHERE, Span

_SPACE: Final = re.compile(r"[ \t\n]+")
_ESCAPE: Final = re.compile(r"\\(?:x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|\n[ \t]*|.)")


class LocatedText(str):
    """A scalar that is text.

    Attributes:
        span: its place, quotation marks included.
        raw: the characters of the file within the span.
        cut: the place of a comment that ends the unquoted text, if one does.
    """

    span: Span
    raw: str
    cut: Span | None

    def __new__(
        cls, text: str, span: Span = NOWHERE, raw: str = "", cut: Span | None = None
    ) -> "LocatedText":
        made = super().__new__(cls, text)
        made.span, made.raw, made.cut = span, raw, cut
        return made

    def within(self, start: int, end: int) -> Span:
        """Returns the place in the file of ``self[start:end]`` (code points); of an empty slice, that of all.

        Folding and escapes make the file's characters differ from the text's. In the rare scalar in which the
        two cannot be aligned, the place is that of the whole scalar as well.
        """
        if start >= end or (offsets := self._raw_offsets) is None:
            return self.span
        return Span(self.span.path, *self._position(offsets[start]), *self._position(offsets[end]))

    @cached_property
    def _raw_offsets(self) -> list[int] | None:
        """Offsets in ``raw`` of each character and of the end; None where they are not known."""
        return _align(self, self.raw, "") or (self.raw and _align(self, self.raw, self.raw[0])) or None

    def _position(self, offset: int) -> tuple[int, int]:
        """Returns line and column of an offset in ``raw``."""
        before = self.raw[:offset]
        lines = before.count("\n")
        if lines:
            return self.span.line + lines, offset - before.rfind("\n")
        return self.span.line, self.span.column + offset


def _align(text: str, raw: str, quote: str) -> list[int] | None:
    """Finds the offset in ``raw``, a scalar with these quotation marks, of each character of ``text``.

    A folded line end, with the white space around it, is as long as it is in the text. None when the two
    are not the same.
    """
    offsets: list[int] = []
    at = len(quote)
    while len(offsets) < len(text):
        index = len(offsets)
        if at >= len(raw) and not text[index:].strip("\n"):  # the last line end of a block
            offsets += [at] * (len(text) - index)
        elif quote == '"' and (escape := _ESCAPE.match(raw, at)):
            if escape[0][1] != "\n":
                offsets.append(at)
            at = escape.end()
        elif (space := _SPACE.match(raw, at)) and "\n" in space[0]:
            folded = _SPACE.match(text, index)
            if folded is None:
                return None
            offsets += [at] * len(folded[0])
            at = space.end()
        elif raw[at : at + 1] == text[index]:
            offsets.append(at)
            at += 2 if quote == "'" == text[index] else 1
        elif not at and text[index] in " \n":  # what a block has before its first word
            offsets.append(at)
        else:
            return None
    return [*offsets, at] if raw[at:].strip(" \t\n") == quote else None


@dataclass(frozen=True)
class Unquoted:
    """Unquoted scalar that YAML 1.2 reads as a number, a boolean or null.

    Attributes:
        raw: its characters.
        kind: number, boolean or null.
        span: its place.
        cut: the place of a comment after it on its line, if there is one.
    """

    raw: str
    kind: str
    span: Span
    cut: Span | None = None


class LocatedList(list[Any]):
    """YAML sequence with its place."""

    def __init__(self, span: Span = NOWHERE) -> None:
        super().__init__()
        self.span = span


class LocatedMapping(dict[str, Any]):
    """YAML mapping with its place and the places of its keys."""

    def __init__(self, span: Span = NOWHERE) -> None:
        super().__init__()
        self.span = span
        self.keys_at: dict[str, Span] = {}


def span_of(value: object) -> Span | None:
    """Returns the place of a located value; None for any other."""
    return value.span if isinstance(value, LocatedText | Unquoted | LocatedList | LocatedMapping) else None


def locate(value: object, path: tuple[str | int, ...]) -> Span:
    """Returns the place of the deepest value that can be reached along ``path`` from ``value``.

    A key that is missing from a mapping gives the place of the mapping's first key; the step ``[key]`` after
    a key means that key itself.
    """
    place = span_of(value) or NOWHERE
    for index, step in enumerate(path):
        if isinstance(value, LocatedMapping) and step in value:
            if path[index + 1 : index + 2] == ("[key]",):
                return value.keys_at[str(step)]
            value = value[str(step)]
        elif isinstance(value, LocatedList) and isinstance(step, int) and step < len(value):
            value = value[step]
        else:
            break
        place = span_of(value) or place
    if isinstance(value, LocatedMapping) and value.keys_at:
        return next(iter(value.keys_at.values()))
    return place


def plain(value: Any) -> Any:
    """Copies a value that was read without its places, for comparison."""
    if isinstance(value, LocatedMapping):
        return {str(key): plain(item) for key, item in value.items()}
    if isinstance(value, LocatedList):
        return [plain(item) for item in value]
    return (value.kind, value.raw) if isinstance(value, Unquoted) else value if value is None else str(value)
