"""Values read from a file that still know where in it they stand."""

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
        span: where it stands, quotation marks included.
        raw: the characters of the file between the ends of the span.
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
        """The place in the file of ``self[start:end]`` (code points); of nothing, that of the whole scalar.

        Folding and escapes make the file's characters differ from the text's. In the rare scalar in which
        the two can't be laid side by side, too, the place is that of all of it.
        """
        if start >= end or (places := self._places) is None:
            return self.span
        return Span(self.span.path, *self._position(places[start]), *self._position(places[end]))

    @cached_property
    def _places(self) -> list[int] | None:
        """For each character, and for the end, where in ``raw`` it is written."""
        return _aligned(self, self.raw, "") or (self.raw and _aligned(self, self.raw, self.raw[0])) or None

    def _position(self, offset: int) -> tuple[int, int]:
        before = self.raw[:offset]
        lines = before.count("\n")
        if lines:
            return self.span.line + lines, offset - before.rfind("\n")
        return self.span.line, self.span.column + offset


def _aligned(text: str, raw: str, quote: str) -> list[int] | None:
    """Where in ``raw``, a scalar with these quotation marks, each character of ``text`` is written.

    A folded line end, with the white space around it, is as long as it is in the text. None when the two
    are not the same.
    """
    places: list[int] = []
    at = len(quote)
    while len(places) < len(text):
        index = len(places)
        if at >= len(raw) and not text[index:].strip("\n"):  # the last line end of a block
            places += [at] * (len(text) - index)
        elif quote == '"' and (escape := _ESCAPE.match(raw, at)):
            if escape[0][1] != "\n":
                places.append(at)
            at = escape.end()
        elif (space := _SPACE.match(raw, at)) and "\n" in space[0]:
            folded = _SPACE.match(text, index)
            if folded is None:
                return None
            places += [at] * len(folded[0])
            at = space.end()
        elif raw[at : at + 1] == text[index]:
            places.append(at)
            at += 2 if quote == "'" == text[index] else 1
        elif not at and text[index] in " \n":  # what a block has before its first word
            places.append(at)
        else:
            return None
    return [*places, at] if raw[at:].strip(" \t\n") == quote else None


@dataclass(frozen=True)
class Unquoted:
    """An unquoted scalar that YAML 1.2 reads as a number, a boolean or null."""

    raw: str
    kind: str
    span: Span


class LocatedList(list[Any]):
    """A YAML sequence and its place."""

    def __init__(self, span: Span = NOWHERE) -> None:
        super().__init__()
        self.span = span


class LocatedMapping(dict[str, Any]):
    """A YAML mapping, its place, and the places of its keys."""

    def __init__(self, span: Span = NOWHERE) -> None:
        super().__init__()
        self.span = span
        self.keys_at: dict[str, Span] = {}


def span_of(value: object) -> Span | None:
    """The place of a located value; None for any other."""
    return value.span if isinstance(value, LocatedText | Unquoted | LocatedList | LocatedMapping) else None


def locate(value: object, path: tuple[str | int, ...]) -> Span:
    """The place of the deepest value that can be reached along ``path`` from ``value``.

    A mapping's key that has no value of its own (a missing one) leaves the place at the mapping's
    first key; the step ``[key]`` after a key means that key itself.
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
