"""YAML text into located values: no implicit types, no second definition, nothing that unfolds.

The values are built from libyaml's events, in one loop without recursion, so that depth and number are
capped before anything is made of them, and every scalar and key keeps its place.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Final

import yaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from generator.model.diagnostics import Diagnostic, problem
from generator.model.located import LocatedList, LocatedMapping, LocatedText, Unquoted
from generator.model.span import Span
from generator.read.source import Source

DEEPEST: Final = 20
MOST_VALUES: Final = 200_000

_NUMBER: Final = re.compile(
    r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+|[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?"
    r"|[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)"
)
_BOOLEAN: Final = frozenset(["true", "True", "TRUE", "false", "False", "FALSE"])
_NULL: Final = frozenset(["", "~", "null", "Null", "NULL"])
_COMMENT: Final = re.compile(r"[ \t]+(#.*)")


def core_kind(text: str) -> str | None:
    """What YAML 1.2's core schema makes of the unquoted ``text``: number, boolean, null, or None for text."""
    if text in _NULL:
        return "null"
    if text in _BOOLEAN:
        return "boolean"
    return "number" if _NUMBER.fullmatch(text) else None


def read_yaml(source: Source, text: str | None = None) -> tuple[Any, list[Diagnostic]]:
    """The located value of a YAML source, or of its part ``text`` that starts with the file's first line.

    A source with a syntax error gives None and that error; otherwise the value is whole, and the
    problems tell what in it is not allowed.
    """
    reader = _Reader(source, source.text if text is None else text)
    try:
        for event in _events(reader.text):
            if not reader.take(event):
                return None, reader.problems
    except yaml.MarkedYAMLError as fault:
        return None, [*reader.problems, reader.syntax(fault)]
    if reader.whole is None and not reader.problems:
        return None, [problem("empty-file", Span(source.path))]
    return reader.whole, reader.problems


def _events(text: str) -> Iterator[Event]:
    yield from yaml.parse(text, Loader=yaml.CSafeLoader)


def _marks(event: Event) -> tuple[Any, Any]:
    """Where an event's text begins and ends; libyaml's events always know."""
    return event.start_mark, event.end_mark


@dataclass
class _Reader:
    source: Source
    text: str
    problems: list[Diagnostic] = field(default_factory=list)
    whole: Any = None
    _open: list[LocatedMapping | LocatedList] = field(default_factory=list)
    _keys: list[tuple[str, Span] | None] = field(default_factory=list)
    _values: int = 0
    _documents: int = 0

    def take(self, event: Event) -> bool:
        """Build on with one event; False when reading must stop here."""
        if isinstance(event, DocumentStartEvent):
            self._documents += 1
            if self._documents > 1:
                return self._stop("second-document", event)
        elif isinstance(event, AliasEvent):
            return self._stop("yaml-alias", event, name=event.anchor)
        elif isinstance(event, ScalarEvent):
            return self._plain_words(event) and self._scalar(event)
        elif isinstance(event, MappingStartEvent | SequenceStartEvent):
            return self._plain_words(event) and self._begin(event)
        elif isinstance(event, MappingEndEvent | SequenceEndEvent):
            self._end(event)
        return True

    def syntax(self, fault: yaml.MarkedYAMLError) -> Diagnostic:
        """The diagnostic for a syntax error, with the likeliest mending as its hint."""
        mark = fault.problem_mark or fault.context_mark
        line, column = (mark.line, mark.column) if mark is not None else (0, 0)
        lines = self.text.split("\n")
        written = lines[line] if line < len(lines) else ""
        span = Span(self.source.path, line + 1, column + 1, line + 1, column + 2)
        lead = written[: len(written) - len(written.lstrip())]
        if "\t" in lead:
            at = lead.index("\t") + 1
            return problem("tab", Span(self.source.path, line + 1, at, line + 1, at + 1))
        told = fault.problem or "cannot be read"
        if "mapping values are not allowed" in told:
            return problem("yaml-colon", span)
        if cut := self._comment_above(lines, line):
            return problem("comment-cuts-text", cut, text=lines[cut.line - 1].strip())
        return problem("yaml-syntax", span, reason=told, while_=f" {fault.context}" if fault.context else "")

    def _comment_above(self, lines: list[str], line: int) -> Span | None:
        """A comment at the end of the line before, which is what ends a text of several lines early."""
        above = lines[line - 1] if 0 < line < len(lines) + 1 else ""
        found = _COMMENT.search(above)
        if found is None or above.lstrip().startswith("#"):
            return None
        return Span(self.source.path, line, found.start(1) + 1, line, len(above) + 1)

    def _span(self, event: Event) -> Span:
        start, end = _marks(event)
        return Span(self.source.path, start.line + 1, start.column + 1, end.line + 1, end.column + 1)

    def _stop(self, code: str, event: Event, **words: object) -> bool:
        self.problems.append(problem(code, self._span(event), **words))
        return False

    def _plain_words(self, event: Any) -> bool:
        """Refuse anchors and tags: the first unfold without bound, the second name things to run."""
        if event.anchor is not None:
            return self._stop("yaml-anchor", event, name=event.anchor)
        if event.tag is not None and event.tag != "!":
            return self._stop("yaml-tag", event, tag=event.tag)
        self._values += 1
        if self._values > MOST_VALUES:
            return self._stop("too-many-values", event, most=MOST_VALUES)
        return True

    def _begin(self, event: MappingStartEvent | SequenceStartEvent) -> bool:
        if len(self._open) >= DEEPEST:
            return self._stop("too-deep", event, most=DEEPEST)
        span = self._span(event)
        made = LocatedMapping(span) if isinstance(event, MappingStartEvent) else LocatedList(span)
        if self._wants_key():
            return self._stop("yaml-key", event)
        self._place(made)
        self._open.append(made)
        self._keys.append(None)
        return True

    def _end(self, event: Event) -> None:
        made = self._open.pop()
        self._keys.pop()
        _, end = _marks(event)
        made.span = Span(self.source.path, made.span.line, made.span.column, end.line + 1, end.column + 1)

    def _wants_key(self) -> bool:
        return bool(self._open) and isinstance(self._open[-1], LocatedMapping) and self._keys[-1] is None

    def _scalar(self, event: ScalarEvent) -> bool:
        span = self._span(event)
        if self._wants_key():
            return self._key(str(event.value), span, event)
        start, end = (mark.index for mark in _marks(event))
        raw = self.text[start:end]
        if "\u2028" in raw or "\u2029" in raw or "\x85" in raw:
            return self._stop("line-separator", event)
        plain = event.style is None or event.style == ""
        kind = core_kind(event.value) if plain else None
        if kind is not None:
            self._place(Unquoted(event.value, kind, span))
            return True
        cut = self._cut(end) if plain else None
        self._place(LocatedText(event.value, span, raw, cut))
        return True

    def _cut(self, end: int) -> Span | None:
        stop = self.text.find("\n", end)
        found = _COMMENT.match(self.text, end, stop if stop >= 0 else len(self.text))
        return self.source.span(found.start(1), found.end(1)) if found else None

    def _key(self, key: str, span: Span, event: ScalarEvent) -> bool:
        mapping = self._open[-1]
        assert isinstance(mapping, LocatedMapping)
        if key == "<<":
            return self._stop("yaml-merge", event)
        if key in mapping.keys_at:
            first = mapping.keys_at[key]
            self.problems.append(problem("duplicate-key", span, key=key, line=first.line))
        mapping.keys_at.setdefault(key, span)
        self._keys[-1] = (key, span)
        return True

    def _place(self, value: Any) -> None:
        if not self._open:
            self.whole = value
            return
        holder = self._open[-1]
        if isinstance(holder, LocatedMapping):
            key, _ = self._keys[-1] or ("", None)
            holder.setdefault(key, value)
            self._keys[-1] = None
        else:
            holder.append(value)
