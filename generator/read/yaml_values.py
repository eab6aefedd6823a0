"""Reading of YAML into located values: no implicit types, no duplicate keys, no aliases or anchors.

The values are built from libyaml's events, in one loop without recursion, so that depth and number are
limited before anything is built, and every scalar and key keeps its place.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice
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
from generator.read.source import MOST_TOLD, Source
from generator.read.yaml_mistakes import Mistakes
from generator.read.yaml_slips import swallows_fields

DEEPEST: Final = 20
MOST_VALUES: Final = 200_000

_NUMBER: Final = re.compile(
    r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+|[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?"
    r"|[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)"
)
_BOOLEAN: Final = frozenset(["true", "True", "TRUE", "false", "False", "FALSE"])
_NULL: Final = frozenset(["", "~", "null", "Null", "NULL"])
_COMMENT: Final = re.compile(r"[ \t]+(#.*)")
_SEPARATORS: Final = re.compile("[\u2028\u2029]")
_BEHIND: Final = re.compile(r"(?:[^,\]}\n#]|(?<=\S)#)*")
_WORD: Final = re.compile(r"[^\s,\[\]{}]+")
_EXPLICIT_KEY: Final = re.compile(r"(?:^|[\s\[{,])(\?)[ \t]*\Z")


def core_kind(text: str) -> str | None:
    """Returns how YAML 1.2's core schema types unquoted ``text``: number, boolean, null; None for text."""
    if text in _NULL:
        return "null"
    if text in _BOOLEAN:
        return "boolean"
    return "number" if _NUMBER.fullmatch(text) else None


def read_yaml(source: Source, text: str | None = None) -> tuple[Any, list[Diagnostic]]:
    """Reads the located value of a YAML source, or of its part ``text`` that starts with the first line.

    A source with a syntax error gives None and that error; otherwise the value is complete, and the
    problems tell what in it is not allowed.
    """
    reader = _Reader(source, source.text if text is None else text)
    # Only YAML 1.1 takes them for line ends, so that all line numbers below one would be wrong.
    separators = [
        problem("line-separator", source.span(match.start(), match.end()))
        for match in islice(_SEPARATORS.finditer(reader.text), MOST_TOLD)
    ]
    if separators:
        return None, separators
    try:
        for event in _events(reader.text):
            if not reader.take(event):
                return None, reader.problems
    except yaml.MarkedYAMLError as fault:
        return None, [*reader.problems, *Mistakes(source, reader.text, reader.last_quoted).diagnostics(fault)]
    nothing = reader.whole is None or (isinstance(reader.whole, Unquoted) and reader.whole.kind == "null")
    if nothing and not reader.problems:
        return None, [problem("empty-file", Span(source.path))]
    return reader.whole, reader.problems


def _events(text: str) -> Iterator[Event]:
    yield from yaml.parse(text, Loader=yaml.CSafeLoader)


def _marks(event: Event) -> tuple[Any, Any]:
    """Returns the start and end of an event's text, which libyaml's events always have."""
    return event.start_mark, event.end_mark


@dataclass
class _Reader:
    source: Source
    text: str
    problems: list[Diagnostic] = field(default_factory=list)
    whole: Any = None
    _open: list[LocatedMapping | LocatedList] = field(default_factory=list)
    _keys: list[tuple[str, Span] | None] = field(default_factory=list)
    _under: list[str] = field(default_factory=list)
    last_quoted: tuple[Span, int] | None = None
    """Place of the quotation mark that opened the last scalar, and its last line, where these differ."""
    _values: int = 0
    _documents: int = 0

    def take(self, event: Event) -> bool:
        """Handles one event; False when reading must stop here."""
        if isinstance(event, DocumentStartEvent):
            self._documents += 1
            if self._documents > 1:
                return self._stop("second-document", event)
        elif isinstance(event, AliasEvent):
            return self._alias(event)
        elif isinstance(event, ScalarEvent):
            return self._allowed(event) and self._add_scalar(event)
        elif isinstance(event, MappingStartEvent | SequenceStartEvent):
            return self._allowed(event) and self._begin_collection(event)
        elif isinstance(event, MappingEndEvent | SequenceEndEvent):
            self._end_collection(event)
        return True

    def _event_span(self, event: Event) -> Span:
        start, end = _marks(event)
        return Span(self.source.path, start.line + 1, start.column + 1, end.line + 1, end.column + 1)

    def _word_at(self, event: Event) -> tuple[str, Span]:
        """Returns the word at an event's start, an anchor or a tag, and its place."""
        start, _ = _marks(event)
        match = _WORD.match(self.text, start.index)
        word = match[0] if match else ""
        column = start.column + 1
        return word, Span(self.source.path, start.line + 1, column, start.line + 1, column + len(word))

    def _stop(self, code: str, event: Event, **words: object) -> bool:
        self.problems.append(problem(code, self._event_span(event), **words))
        return False

    def _allowed(self, event: Any) -> bool:
        """Refuses anchors, which unfold without bound, and tags, which name things to run; counts values.

        Either may be the beginning of a text, so that what is read below it would be wrong.
        """
        if event.anchor is not None:
            self.problems.append(problem("yaml-anchor", self._word_at(event)[1], name=event.anchor))
            return False
        if event.tag is not None and self.text[_marks(event)[0].index : _marks(event)[0].index + 1] == "!":
            tag, span = self._word_at(event)
            self.problems.append(problem("yaml-tag", span, tag=tag))
            return False
        self._values += 1
        if self._values > MOST_VALUES:
            return self._stop("too-many-values", event, most=MOST_VALUES)
        return True

    def _begin_collection(self, event: MappingStartEvent | SequenceStartEvent) -> bool:
        if len(self._open) >= DEEPEST:
            return self._stop("too-deep", event, most=DEEPEST)
        span = self._event_span(event)
        collection = LocatedMapping(span) if isinstance(event, MappingStartEvent) else LocatedList(span)
        if self._expects_key():
            return self._stop("yaml-key", event)
        key, _ = (self._keys[-1] if self._keys else None) or ("", span)
        self._store(collection)
        self._open.append(collection)
        self._under.append(key)
        self._keys.append(None)
        return True

    def _end_collection(self, event: Event) -> None:
        collection = self._open.pop()
        self._keys.pop()
        self._under.pop()
        _, end = _marks(event)
        collection.span = Span(
            self.source.path, collection.span.line, collection.span.column, end.line + 1, end.column + 1
        )

    def _alias(self, event: AliasEvent) -> bool:
        """Refuses an alias; most are texts that begin with an asterisk."""
        start, _ = _marks(event)
        word, span = self._word_at(event)
        behind = _BEHIND.match(self.text, start.index + len(word))
        if not re.fullmatch(r"\*[\w-]+", word) or (behind and behind[0].strip()):
            sign = self.source.span(start.index, start.index + 1)
            self.problems.append(problem("yaml-first-character", sign, character="*"))
        else:
            self.problems.append(problem("yaml-alias", span, name=event.anchor))
        return False

    def _expects_key(self) -> bool:
        return bool(self._open) and isinstance(self._open[-1], LocatedMapping) and self._keys[-1] is None

    def _add_scalar(self, event: ScalarEvent) -> bool:
        span = self._event_span(event)
        if self._expects_key():
            return self._add_key(str(event.value), span, event)
        start, end = (mark.index for mark in _marks(event))
        raw = self.text[start:end]
        quoted = event.style in ("'", '"') and "\n" in raw
        if quoted and swallows_fields(raw):
            self.problems.append(problem("yaml-quote-open", self.source.span(start, start + 1)))
            return False
        self.last_quoted = (self.source.span(start, start + 1), span.end_line) if quoted else None
        if event.style in ("|", ">"):
            span, raw = self._block_span(span, raw)
        plain = event.style is None or event.style == ""
        kind = core_kind(event.value) if plain else None
        cut = self._comment_after(end) if plain else None
        if kind == "null" and (text := self._text_as_key(start)):
            self.problems.append(problem("yaml-key-of-text", text[1], text=text[0]))
            return False
        if kind is not None:
            self._store(Unquoted(event.value, kind, span, cut))
            return True
        self._store(LocatedText(event.value, span, raw, cut))
        return True

    def _text_as_key(self, at: int) -> tuple[str, Span] | None:
        """Returns a key in braces, without a colon, that must be text: of several words, or after an entry.

        Args:
            at: where the value is missing.
        """
        holder = self._open[-1] if self._open else None
        if not isinstance(holder, LocatedMapping) or (found := self._keys[-1]) is None:
            return None
        without_colon = not self.text[:at].rstrip().endswith(":") and self.text[at : at + 1] in (",", "}")
        return found if without_colon and (holder or " " in found[0]) else None

    def _block_span(self, span: Span, raw: str) -> tuple[Span, str]:
        """Returns place and characters of a block's words, without the mark above and blank lines below."""
        _, _, below = raw.partition("\n")
        words = below.strip(" \t\n")
        if not words:
            return span, raw
        lead = raw[: len(raw) - len(below.lstrip(" \t\n"))]
        line = span.line + lead.count("\n")
        column = len(lead) - lead.rfind("\n")
        end_line = line + words.count("\n")
        end_column = len(words) - words.rfind("\n") if line < end_line else column + len(words)
        return Span(span.path, line, column, end_line, end_column), words

    def _comment_after(self, end: int) -> Span | None:
        stop = self.text.find("\n", end)
        match = _COMMENT.match(self.text, end, stop if stop >= 0 else len(self.text))
        return self.source.span(match.start(1), match.end(1)) if match else None

    def _add_key(self, key: str, span: Span, event: ScalarEvent) -> bool:
        mapping = self._open[-1]
        assert isinstance(mapping, LocatedMapping)
        if key == "<<":
            return self._stop("yaml-merge", event)
        start, _ = _marks(event)
        if mark := _EXPLICIT_KEY.search(self.text[max(0, start.index - 80) : start.index]):
            at = start.index - len(mark[0]) + mark.start(1) - mark.start()
            self.problems.append(problem("yaml-first-character", self.source.span(at, at + 1), character="?"))
            return False
        if key in mapping.keys_at:
            first = mapping.keys_at[key]
            how = f" in a list: {key}: [the words, the words]" if self._under[-1] == "evidence" else ""
            self.problems.append(problem("duplicate-key", span, key=key, line=first.line, how=how))
        mapping.keys_at.setdefault(key, span)
        self._keys[-1] = (key, span)
        return True

    def _store(self, value: Any) -> None:
        if not self._open:
            self.whole = value
            return
        collection = self._open[-1]
        if isinstance(collection, LocatedMapping):
            key, _ = self._keys[-1] or ("", None)
            collection.setdefault(key, value)
            self._keys[-1] = None
        else:
            collection.append(value)
