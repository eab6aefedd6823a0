"""The blocks that a paper is made of, the same for PDF and Word files."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Final, TypeAlias

from generator.render.escape import visible

_WHITE_SPACE: Final = re.compile("[\t\r\n\u2028\u2029 ]+")


@dataclass(frozen=True)
class Piece:
    """A run of text with one look. The text is not escaped.

    Attributes:
        text: the words.
        strong: whether they are emphasised, as a speaker, a label or a date.
        soft: whether they are subdued, as facts and the claims that a sentence rests on.
        struck: whether they are struck through, as withdrawn.
        language: a BCP 47 tag; empty for the language of the paper.
        web: whether they are an address on the web, which they link to.
        to: the anchor in the same paper that they link to, or empty.
        anchor: the anchor that they are themselves, or empty.
    """

    text: str
    strong: bool = False
    soft: bool = False
    struck: bool = False
    language: str = ""
    web: bool = False
    to: str = ""
    anchor: str = ""


Line: TypeAlias = tuple[Piece, ...]

Cell: TypeAlias = tuple[Line, ...]


@dataclass(frozen=True)
class Heading:
    """A heading: level 1 for the title, 2 for a part, 3 for a section of a part."""

    level: int
    line: Line


@dataclass(frozen=True)
class Paragraph:
    """A paragraph.

    Attributes:
        line: its words.
        look: ``lede`` for the first line of the bottom line, ``framed`` for the notice of a draft or a
            withdrawal; else empty.
        leads: whether it is kept on one sheet with what follows.
    """

    line: Line
    look: str = ""
    leads: bool = False


@dataclass(frozen=True)
class Items:
    """A list; each item has one or more lines, and a bullet unless it opens with a letter or number."""

    items: tuple[tuple[Line, ...], ...]
    bullets: bool = False


@dataclass(frozen=True)
class Columns:
    """Blocks in two columns, where the file can have them; else those of the left come first.

    Attributes:
        share: how many percent of the width the left has.
    """

    left: tuple["Block", ...]
    right: tuple["Block", ...]
    share: int


@dataclass(frozen=True)
class Table:
    """A table.

    Attributes:
        head: the headings of its columns.
        widths: the columns' widths in proportion to each other.
        rows: cells, each with its lines.
    """

    head: tuple[str, ...]
    widths: tuple[int, ...]
    rows: tuple[tuple[Cell, ...], ...]


Block: TypeAlias = Heading | Paragraph | Items | Columns | Table


@dataclass(frozen=True)
class Paper:
    """A briefing on paper.

    Attributes:
        title: the briefing's title, which the first heading tells.
        description: its first sentence, for the file's properties.
        editors: the names of its editors.
        topics: the names of its topics.
        changed: the day of the last change as YYYY-MM-DD; empty when it isn't known.
        footer: the lines at the foot of every sheet, beside its number.
        page: the pattern of the sheet's number ``{0}`` and the number of sheets ``{1}``.
        first: the blocks of the first sheet.
        annex: the blocks of the other sheets; none where the first sheet is a paper of its own.
    """

    title: str
    description: str
    editors: tuple[str, ...]
    topics: tuple[str, ...]
    changed: str
    footer: tuple[str, ...]
    page: str
    first: tuple[Block, ...]
    annex: tuple[Block, ...]


def first_sheet(paper: Paper) -> Paper:
    """The first sheet as a paper of its own."""
    return replace(paper, annex=())


def lines_of(block: Block) -> Iterator[Line]:
    """List the lines of a block, in reading order."""
    match block:
        case Heading() | Paragraph():
            yield block.line
        case Items():
            yield from (line for item in block.items for line in item)
        case Columns():
            yield from (line for one in (*block.left, *block.right) for line in lines_of(one))
        case Table():
            yield from ((Piece(text),) for text in block.head)
            yield from (line for row in block.rows for cell in row for line in cell)


def anchors_of(blocks: Iterable[Block]) -> frozenset[str]:
    """The anchors that blocks have."""
    pieces = (piece for block in blocks for line in lines_of(block) for piece in line)
    return frozenset(piece.anchor for piece in pieces if piece.anchor)


def folded(text: str) -> str:
    """Fold a text into one line, and show hidden characters as their numbers."""
    return _WHITE_SPACE.sub(" ", visible(text))
