"""What paper is made of: blocks of text in the reader's words, the same for PDF and Word."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, TypeAlias

from generator.render.escape import visible

_WHITE_SPACE: Final = re.compile("[\t\r\n\u2028\u2029 ]+")


@dataclass(frozen=True)
class Piece:
    """A stretch of text that looks the same throughout; raw text, which each file escapes for itself.

    Attributes:
        text: the words.
        strong: whether they stand out: a speaker, a label, a date.
        soft: whether they stand back: what a sentence rests on, facts.
        struck: whether they were withdrawn.
        marked: whether they differ from other accounts.
        language: a BCP 47 tag; empty for the language of the paper.
        href: the address on the web that they lead to, or empty.
        to: the anchor in the same paper that they lead to, or empty.
        sheet: the anchor whose sheet's number stands where the text has ``{0}``; else empty. A file that
            doesn't know where its sheets end leaves the whole piece out.
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
    """A heading of level 1 to 3, and the anchor that leads to it, or none."""

    level: int
    line: Line
    anchor: str = ""


@dataclass(frozen=True)
class Paragraph:
    """A paragraph.

    Attributes:
        line: its words.
        framed: whether it must be seen first: a draft, a withdrawal.
        leads: whether it stands over what follows, and isn't parted from it.
    """

    line: Line
    framed: bool = False
    leads: bool = False


@dataclass(frozen=True)
class Items:
    """A list; each item has one line or several."""

    items: tuple[tuple[Line, ...], ...]
    numbered: bool = False


@dataclass(frozen=True)
class Words:
    """Words of a source, shaped by whose they are, and below them where they stand.

    Attributes:
        mark: the speech, as one word: spoken, part-quoted, paraphrase, article.
        line: the words.
        under: whose they are and where they stand.
    """

    mark: str
    line: Line
    under: Line


@dataclass(frozen=True)
class Table:
    """A table: what stands above its columns, how wide these are to each other, and cells of lines."""

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
        editors: who is responsible for it.
        topics: what it belongs to.
        changed: the day of the last change as YYYY-MM-DD; empty when it isn't known.
        address: where it stands on the web; empty when that isn't known.
        footer: the lines below every sheet, beside its number.
        page: the sheet's number and how many there are, as ``{0}`` and ``{1}``.
        own_address: what the address is, in a footnote.
        first: what the first sheet holds.
        annex: what the others hold.
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
    """Every line of a block, in reading order."""
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
    """A text as paper shows it: in one line, hidden characters by their numbers, as on the pages."""
    return _WHITE_SPACE.sub(" ", visible(text))
