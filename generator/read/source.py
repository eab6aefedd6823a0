"""Reading of source files into text: only regular files inside the root, UTF-8, and visible characters."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from types import MappingProxyType
from typing import Final

from generator.files.folder import NotPlain, opened
from generator.model.diagnostics import Diagnostic, problem
from generator.model.span import Span
from generator.read.control_characters import control_characters

MOST_BYTES: Final = 4 * 1024 * 1024
MOST_TOLD: Final = 20
"""Limit of reported characters of one kind in a file; a file that is no text at all has millions."""


@dataclass(frozen=True)
class Source:
    """Text of a file, without byte order mark and with line feeds as line ends.

    Attributes:
        path: relative to the root, with forward slashes.
        text: code points; offsets, lines and columns are all counted in it.
    """

    path: str
    text: str

    def span(self, start: int, end: int) -> Span:
        """Converts the code points ``start`` to ``end`` into a place in the file."""
        return Span(self.path, *self.position(start), *self.position(end))

    def position(self, offset: int) -> tuple[int, int]:
        """Returns line and column of a code point, both from 1."""
        before = self.text[:offset]
        return before.count("\n") + 1, offset - before.rfind("\n")


NOTHING_INSTEAD: Final[Mapping[str, bytes]] = MappingProxyType({})


def read_source(
    root: Path, path: str, instead: Mapping[str, bytes] = NOTHING_INSTEAD
) -> tuple[Source | None, list[Diagnostic]]:
    """Reads the file ``path`` below ``root``; None when it cannot be used, with every reason.

    Args:
        instead: bytes that count as those of a file, by path.
    """
    if path in instead:
        return source_of(path, instead[path])
    data, fault = read_bytes(root, path)
    return source_of(path, data) if fault is None else (None, [fault])


def source_of(path: str, data: bytes) -> tuple[Source | None, list[Diagnostic]]:
    """Decodes the bytes of a file; None when they cannot be used, with every reason."""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8").replace("\r\n", "\n")
        place = Source(path, before).position(len(before))
        span = Span(path, *place, place[0], place[1] + 1)
        return None, [problem("not-utf-8", span, byte=f"0x{data[error.start]:02X}")]
    source = Source(path, text.removeprefix("\ufeff").replace("\r\n", "\n"))
    if not source.text.strip():
        return None, [problem("empty-file", Span(path))]
    faults = [
        problem(code, source.span(start, end), **words)
        for start, end, code, words in islice(control_characters(source.text), MOST_TOLD)
    ]
    return (None, faults) if faults else (source, [])


def read_bytes(root: Path, path: str) -> tuple[bytes, Diagnostic | None]:
    """Reads the bytes of the file ``path`` below ``root``, without following links or waiting for pipes."""
    whole = Span(path)
    *above, name = path.split("/")
    try:
        with opened(root, "/".join(above)) as folder:
            data = folder.read(name, MOST_BYTES)
            if len(data) <= MOST_BYTES:
                return data, None
            return b"", problem("too-large", whole, size=folder.size(name), most=MOST_BYTES)
    except NotPlain as fault:
        link = fault.kind == "link"
        return b"", problem("link", whole, link=fault.path) if link else problem("not-a-file", whole)
    except FileNotFoundError:
        return b"", problem("missing-file", whole)
    except OSError as fault:
        return b"", problem("unreadable", whole, reason=fault.strerror or type(fault).__name__)
