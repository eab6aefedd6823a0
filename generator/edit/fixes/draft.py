"""Draft: a file on its way to being mended, which keeps every byte that no mend is about."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from generator.model.diagnostics import Diagnostic
from generator.read.source import Source, source_of
from generator.read.wanted import Loc

_BOM: Final = "\ufeff"


@dataclass(frozen=True)
class Splice:
    """Characters to put in place of others.

    Attributes:
        start, end: the place of the old ones, in code points of the text.
        new: the new ones.
    """

    start: int
    end: int
    new: str


@dataclass(frozen=True)
class Change:
    """What reads otherwise after a mend: the value at ``loc``, or with ``is_key`` the last key of it."""

    loc: Loc
    value: Any
    is_key: bool = False


@dataclass(frozen=True)
class Mend:
    """One mend of a file.

    Attributes:
        splices: its characters, none of them at the place of another.
        what: what was done, in words.
        changes: all that reads otherwise afterwards; nothing where the file reads the same.
    """

    splices: tuple[Splice, ...]
    what: str
    changes: tuple[Change, ...] = ()

    @property
    def start(self) -> int:
        """Where it begins."""
        return min(splice.start for splice in self.splices)


@dataclass(frozen=True)
class Done:
    """A mend that was made: its line in the mended file, from 1, and what was done, in words."""

    line: int
    what: str


@dataclass(frozen=True)
class _Kept:
    """A stretch of the text as it was, in code points of it."""

    start: int
    end: int


@dataclass
class Draft:
    """A file's bytes, its text, and the mends made so far.

    Attributes:
        path: relative to the root, with forward slashes.
        data: the bytes as they were.
        source: the text as it is now, as it is read: without byte order mark, with line feeds.
    """

    path: str
    data: bytes
    source: Source
    _pieces: list[_Kept | str] = field(default_factory=list)
    _done: list[tuple[int, str]] = field(default_factory=list)

    @classmethod
    def of(cls, path: str, data: bytes) -> "tuple[Draft | None, list[Diagnostic]]":
        """Makes the draft of a file; None where its bytes are no text that is read, with the reasons."""
        source, faults = source_of(path, data)
        if source is None:
            return None, faults
        return cls(path, data, source, [_Kept(0, len(source.text))]), []

    @property
    def text(self) -> str:
        """The text as it is now."""
        return self.source.text

    def apply(self, mends: Sequence[Mend]) -> None:
        """Makes mends that don't overlap; their offsets are those of the text as it is now."""
        splices = in_order(mends)
        self._done = [(_moved(at, splices), what) for at, what in self._done]
        self._done += [(_moved(mend.start, splices, own=True), mend.what) for mend in mends]
        pieces: list[_Kept | str] = []
        at = 0
        for splice in splices:
            pieces += self._between(at, splice.start)
            pieces.append(splice.new)
            at = splice.end
        pieces += self._between(at, len(self.text))
        self._pieces = [piece for piece in pieces if not isinstance(piece, str) or piece]
        self.source = Source(self.path, spliced(self.text, splices))

    def done(self) -> list[Done]:
        """Returns the mends that were made, by line."""
        told = [Done(self.text.count("\n", 0, at) + 1, what) for at, what in self._done]
        return sorted(told, key=lambda done: done.line)

    def mended(self) -> bytes:
        """Returns the bytes with all mends: those kept are the file's own, line ends and marks included."""
        written = self.data.decode("utf-8")
        lead = len(_BOM) if written.startswith(_BOM) else 0
        returns: list[int] = []
        at = written.find("\r\n")
        while at >= 0:
            returns.append(at - lead - len(returns))
            at = written.find("\r\n", at + 2)
        newline = "\r\n" if 2 * len(returns) > written.count("\n") else "\n"

        def place(offset: int) -> int:
            return offset + lead + bisect_left(returns, offset)

        parts = [written[:lead]]
        for piece in self._pieces:
            if isinstance(piece, str):
                parts.append(piece.replace("\n", newline))
            else:
                parts.append(written[place(piece.start) : place(piece.end)])
        return "".join(parts).encode()

    def _between(self, start: int, end: int) -> Iterator[_Kept | str]:
        """Yields what the text has between two of its offsets."""
        at = 0
        for piece in self._pieces:
            length = len(piece) if isinstance(piece, str) else piece.end - piece.start
            first, last = max(start - at, 0), min(end - at, length)
            if first < last and isinstance(piece, str):
                yield piece[first:last]
            elif first < last and isinstance(piece, _Kept):
                yield _Kept(piece.start + first, piece.start + last)
            at += length


def in_order(mends: Sequence[Mend]) -> list[Splice]:
    """Returns the splices of mends by place; those at one place in the order of the mends."""
    splices = [splice for mend in mends for splice in mend.splices]
    return sorted(splices, key=lambda splice: (splice.start, splice.end))


def spliced(text: str, splices: Sequence[Splice]) -> str:
    """Returns the text with splices that stand in order and don't overlap."""
    parts, at = [], 0
    for splice in splices:
        parts += [text[at : splice.start], splice.new]
        at = splice.end
    return "".join([*parts, text[at:]])


def _moved(offset: int, splices: Sequence[Splice], *, own: bool = False) -> int:
    """Returns where an offset is after splices; within one, where that begins."""
    shift = 0
    for splice in splices:
        if splice.start > offset or (own and splice.start == offset):
            break
        if splice.end > offset:
            return splice.start + shift
        shift += len(splice.new) - (splice.end - splice.start)
    return offset + shift
