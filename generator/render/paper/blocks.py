"""The blocks that a paper is made of, the same for PDF and Word files."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
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
        marked: whether they are marked as differing from other accounts.
        language: a BCP 47 tag; empty for the language of the paper.
        href: the address on the web that they link to, or empty.
        to: the anchor in the same paper that they link to, or empty.
        sheet: an anchor, the number of whose sheet stands where the text has ``{0}``; else empty. A file that
            doesn't know its page breaks leaves the whole piece out.
    """

    text: str
    strong: bool = False
    soft: bool = False
    struck: bool = False
    marked: bool = False
    language: str = ""
    href: str = ""
    to: str = ""
    sheet: str = ""


Line: TypeAlias = tuple[Piece, ...]


@dataclass(frozen=True)
class Heading:
    """A heading of level 1 to 3, with its anchor or an empty one."""

    level: int
    line: Line
    anchor: str = ""


@dataclass(frozen=True)
class Paragraph:
    """A paragraph.

    Attributes:
        line: its words.
        framed: whether it has a frame, as the notice of a draft or a withdrawal.
        leads: whether it is kept on one sheet with what follows.
    """

    line: Line
    framed: bool = False
    leads: bool = False


@dataclass(frozen=True)
class Items:
    """A list; each item has one or more lines."""

    items: tuple[tuple[Line, ...], ...]
    numbered: bool = False


@dataclass(frozen=True)
class Words:
    """A quote of a source, whose look tells the kind of speech.

    Attributes:
        mark: the kind of speech: spoken, part-quoted, paraphrase or article.
        line: the words.
        under: the source, the kind of speech, and the place in the source.
    """

    mark: str
    line: Line
    under: Line


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
    rows: tuple[tuple[tuple[Line, ...], ...], ...]


Block: TypeAlias = Heading | Paragraph | Items | Words | Table


@dataclass(frozen=True)
class Paper:
    """A briefing on paper.

    Attributes:
        title: the briefing's title.
        description: its first sentence, for the file's properties.
        editors: the names of its editors.
        topics: the names of its topics.
        changed: the day of the last change as YYYY-MM-DD; empty when it isn't known.
        address: its address on the web; empty when it isn't known.
        footer: the lines at the foot of every sheet, beside its number.
        page: the pattern of the sheet's number ``{0}`` and the number of sheets ``{1}``.
        own_address: the words that explain the address in a footnote.
        first: the blocks of the first sheet.
        annex: the blocks of the other sheets.
    """

    title: str
    description: str
    editors: tuple[str, ...]
    topics: tuple[str, ...]
    changed: str
    address: str
    footer: tuple[str, ...]
    page: str
    own_address: str
    first: tuple[Block, ...]
    annex: tuple[Block, ...]


def lines_of(block: Block) -> Iterator[Line]:
    """List the lines of a block, in reading order."""
    match block:
        case Heading() | Paragraph():
            yield block.line
        case Words():
            yield block.line
            yield block.under
        case Items():
            yield from (line for item in block.items for line in item)
        case Table():
            yield from ((Piece(text),) for text in block.head)
            yield from (line for row in block.rows for cell in row for line in cell)


def folded(text: str) -> str:
    """Fold a text into one line, and show hidden characters as their numbers."""
    return _WHITE_SPACE.sub(" ", visible(text))
