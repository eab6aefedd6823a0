"""Files into text: only regular files inside the root, only UTF-8, only characters that can be shown."""

import re
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Final

from generator.files.folder import NotPlain, opened
from generator.model.diagnostics import Diagnostic, problem
from generator.model.span import Span

MOST_BYTES: Final = 4 * 1024 * 1024
MOST_TOLD: Final = 20
"""How many characters of one kind are told of a file; a file that is no text at all has millions."""

_NO_TEXT: Final = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ufffe\uffff]")
"""Control characters but tab and line feed, and what Unicode says is no character."""


@dataclass(frozen=True)
class Source:
    """A file's text without a byte order mark and with every line end as a line feed.

    Attributes:
        path: relative to the root, with forward slashes.
        text: code points; offsets, lines and columns are all counted in it.
    """

    path: str
    text: str

    def span(self, start: int, end: int) -> Span:
        """The place of the code points ``start`` to ``end``."""
        return Span(self.path, *self.position(start), *self.position(end))

    def position(self, offset: int) -> tuple[int, int]:
        """Line and column of a code point, both from 1."""
        before = self.text[:offset]
        return before.count("\n") + 1, offset - before.rfind("\n")


def read_source(root: Path, path: str) -> tuple[Source | None, list[Diagnostic]]:
    """Read the file ``path`` below ``root``; None for a source that cannot be used, with every reason."""
    data, fault = read_bytes(root, path)
    return source_of(path, data) if fault is None else (None, [fault])


def source_of(path: str, data: bytes) -> tuple[Source | None, list[Diagnostic]]:
    """The source of a file's bytes; None for one that cannot be used, with every reason."""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as wrong:
        before = data[: wrong.start].decode("utf-8").replace("\r\n", "\n")
        place = Source(path, before).position(len(before))
        span = Span(path, *place, place[0], place[1] + 1)
        return None, [problem("not-utf-8", span, byte=f"0x{data[wrong.start]:02X}")]
    source = Source(path, text.removeprefix("\ufeff").replace("\r\n", "\n"))
    if not source.text.strip():
        return None, [problem("empty-file", Span(path))]
    faults = [
        problem("control-character", source.span(*wrong.span()), character=f"U+{ord(wrong[0]):04X}")
        for wrong in islice(_NO_TEXT.finditer(source.text), MOST_TOLD)
    ]
    return (None, faults) if faults else (source, [])


def read_bytes(root: Path, path: str) -> tuple[bytes, Diagnostic | None]:
    """The bytes of the file ``path`` below ``root``; a link or a pipe is never followed or waited for."""
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
