"""Values read from a file that still know where in it they stand."""

from dataclasses import dataclass
from typing import Any

from generator.model.span import NOWHERE, Span


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
        """The place in the file of ``self[start:end]`` (code points).

        Folding and escapes make the file's characters differ from the text's; where the words cannot
        be found again in the file, the place is that of the whole scalar.
        """
        words = self[start:end]
        place = -1
        for _ in range(self.count(words, 0, start) + 1 if words else 0):
            place = self.raw.find(words, place + 1)
            if place < 0:
                break
        if place < 0:
            return self.span
        return Span(self.span.path, *self._position(place), *self._position(place + len(words)))

    def _position(self, offset: int) -> tuple[int, int]:
        before = self.raw[:offset]
        lines = before.count("\n")
        if lines:
            return self.span.line + lines, offset - before.rfind("\n")
        return self.span.line, self.span.column + offset


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
