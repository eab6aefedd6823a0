"""Blocks of text in a tree of HTML, or in the body that trafilatura makes of one."""

import re
from dataclasses import dataclass, field
from typing import Final

from lxml.etree import _Element

from generator.edit.imports.text.lines import ends_sentence

_INLINE: Final = frozenset(
    [
        *("a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn"),
        *("em", "font", "hi", "i", "ins", "kbd", "mark", "meter", "output", "q", "ref", "rp"),
        *("rt", "ruby", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time", "tt"),
        *("u", "var", "wbr"),
    ]
)
_UNSEEN: Final = frozenset(
    [
        *("script", "style", "noscript", "template", "svg", "math", "iframe", "object"),
        *("embed", "button", "select", "textarea", "input", "head", "title", "meta"),
        *("link", "canvas", "audio", "video", "map"),
    ]
)
_CELLS: Final = frozenset(["td", "th", "cell"])
_ROWS: Final = frozenset(["tr", "row"])
_BREAKS: Final = frozenset(["br", "lb"])
_SPACE: Final = re.compile(r"[ \t\n\r\f]+")
_HIDDEN: Final = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)


def blocks_of(root: _Element, *, headings: str = "") -> list[str]:
    """Lists the blocks of text below an element, as they are seen: paragraphs, headings, entries, rows.

    The cells of a table's row are parted by tabs. A single line break within a block parts it where a
    sentence ends there. A tree is at most 256 levels deep, for the parser reads no further.

    Args:
        headings: the tag of headings where it is one that hides text in other trees, as "head" does.
    """
    gatherer = _Gatherer(headings)
    gatherer.read(root)
    gatherer.end_block()
    return gatherer.blocks


@dataclass
class _Gatherer:
    headings: str
    blocks: list[str] = field(default_factory=list)
    _parts: list[str] = field(default_factory=list)
    _in_row: bool = False

    def read(self, element: _Element) -> None:
        """Adds what an element shows, without what follows it."""
        tag = element.tag
        is_row = tag in _ROWS and not self._in_row and _is_data(element)
        if is_row:
            self.end_block()
            self._in_row = True
        elif tag in _CELLS and self._in_row:
            self._parts.append("\t" if self._parts else "")
        elif tag in _BREAKS:
            self._parts.append(" " if self._in_row else "\n")
        elif tag not in _INLINE:
            self._part_blocks()
        self._parts.append(_spaced(element.text))
        for child in element:
            if isinstance(child.tag, str) and (child.tag == self.headings or not _is_unseen(child)):
                self.read(child)
            self._parts.append(_spaced(child.tail))
        if is_row:
            self.end_block()
            self._in_row = False
        elif tag not in _INLINE and tag not in _BREAKS:
            self._part_blocks()

    def _part_blocks(self) -> None:
        if self._in_row:
            self._parts.append(" ")
        else:
            self.end_block()

    def end_block(self) -> None:
        """Ends the block that is being gathered."""
        self.blocks.extend(_parted("".join(self._parts)))
        self._parts.clear()


def squeezed(text: str) -> str:
    """Removes all white space, for comparing."""
    return "".join(text.split())


def _parted(text: str) -> list[str]:
    blocks = []
    for block in re.split(r"\n[ \n]*\n", text):
        lines = [line.strip(" ") for line in block.split("\n")]
        joined = ""
        for line in filter(None, lines):
            if joined and ends_sentence(joined):
                blocks.append(joined)
                joined = line
            else:
                joined = f"{joined} {line}" if joined else line
        blocks.append(joined)
    tidy = (re.sub(r" *\t[ \t]*", "\t", re.sub(" +", " ", block)).strip(" \t") for block in blocks)
    return [block for block in tidy if block.strip()]


def _spaced(text: str | None) -> str:
    return _SPACE.sub(" ", text or "")


def is_hidden(element: _Element) -> bool:
    """Tests whether a page hides an element by an attribute of its own."""
    if not isinstance(element.tag, str):
        return False
    return element.get("hidden") is not None or bool(_HIDDEN.search(element.get("style") or ""))


def _is_unseen(element: _Element) -> bool:
    return element.tag in _UNSEEN or is_hidden(element)


def _is_data(row: _Element) -> bool:
    """Tests whether a row holds data: two cells or more, and nothing that lays out a page."""
    cells = [cell for cell in row if cell.tag in _CELLS]
    return (
        len(cells) > 1
        and next(row.iterdescendants("table", "tr", "row", "ul", "ol", "h1", "h2"), None) is None
    )
