"""Writes a paper as a Word file (ISO/IEC 29500) of plain paragraphs in Word's own styles."""

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime
from io import BytesIO
from typing import TYPE_CHECKING, Any, Final
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import docx
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.shared import Pt
from docx.text.paragraph import Paragraph as WordParagraph

from generator.render.bidi import FSI, isolated, paired
from generator.render.paper.blocks import (
    Block,
    Columns,
    Heading,
    Items,
    Line,
    Paper,
    Paragraph,
    Piece,
    Table,
    anchors_of,
    folded,
)
from generator.render.paper.docx_runs import add_link, add_run
from generator.render.paper.docx_styles import (
    BULLET,
    CELL,
    FOOTER,
    HEADINGS,
    HYPERLINK,
    LANGUAGE,
    LEDE,
    LIST,
    SOFT,
    STRONG,
    WIDTH,
    blank,
    colour,
)

if TYPE_CHECKING:
    from docx.document import Document
    from docx.table import _Cell

_LONGEST_PROPERTY: Final = 255

_FIELDS: Final = {"{0}": "PAGE", "{1}": "NUMPAGES"}

_AFTER_BORDERS: Final = ("w:shd", "w:tabs", "w:spacing", "w:ind", "w:contextualSpacing", "w:jc", "w:rPr")

_WEB: Final = re.compile("https?://", re.IGNORECASE)


def word_file(paper: Paper) -> bytes:
    """Write a paper as a .docx: the first sheet, then the annex on a new one.

    Links to claims and questions lead to their place in the file. The same paper gives the same bytes.
    """
    document = docx.Document(BytesIO(blank()))
    _Writer(document, _bookmark_names(paper)).write(paper)
    _set_properties(document, paper)
    file = BytesIO()
    document.save(file)
    return _reproducible(file)


class _Writer:
    """Writes blocks into a document."""

    def __init__(self, document: "Document", bookmarks: Mapping[str, str]) -> None:
        self._document = document
        self._bookmark_names = bookmarks
        self._placed: set[str] = set()

    def write(self, paper: Paper) -> None:
        for block in paper.first:
            self._add_block(block)
        for number, block in enumerate(paper.annex):
            paragraph = self._add_block(block)
            if paragraph and not number:
                paragraph.paragraph_format.page_break_before = True
        self._add_footer(paper)

    def _add_block(self, block: Block) -> WordParagraph | None:
        match block:
            case Heading():
                return self._add_paragraph((block.line,), HEADINGS[block.level])
            case Paragraph():
                paragraph = self._add_paragraph((block.line,), LEDE if block.look == "lede" else "")
                paragraph.paragraph_format.keep_with_next = block.leads or None
                if block.look == "framed":
                    _add_frame(paragraph)
                return paragraph
            case Items():
                for item in block.items:
                    self._add_paragraph(item, BULLET if block.bullets else LIST)
            case Columns():
                for one in (*block.left, *block.right):
                    self._add_block(one)
            case Table():
                self._add_table(block)
        return None

    def _add_paragraph(self, lines: Iterable[Line], style: str = "") -> WordParagraph:
        paragraph = self._document.add_paragraph()
        if style:
            paragraph._p.style = style
        self._add_lines(paragraph, lines)
        return paragraph

    def _add_bookmark(self, element: Any, anchor: str) -> None:
        """Bookmark a run or a link as the place of an anchor; of several the first gets it."""
        if anchor in self._placed:
            return
        start, end = OxmlElement("w:bookmarkStart"), OxmlElement("w:bookmarkEnd")
        for mark in (start, end):
            mark.set(qn("w:id"), str(len(self._placed)))
        start.set(qn("w:name"), self._bookmark_names[anchor])
        self._placed.add(anchor)
        element.addprevious(start)
        element.addnext(end)

    def _add_table(self, block: Table) -> None:
        table = self._document.add_table(rows=0, cols=len(block.head), style="Table Grid")
        table.autofit = False
        widths = [round(WIDTH * width / sum(block.widths)) for width in block.widths]
        for column, width in zip(table.columns, widths, strict=True):
            column.width = width
        head = tuple(((Piece(text, strong=True),),) for text in block.head)
        for number, row in enumerate((head, *block.rows)):
            cells = table.add_row()
            for cell, lines, width in zip(cells.cells, row, widths, strict=True):
                cell.width = width
                self._fill_cell(cell, lines)
            properties = cells._tr.get_or_add_trPr()
            properties.append(OxmlElement("w:cantSplit"))
            if not number:
                properties.append(OxmlElement("w:tblHeader"))
        # Word merges adjacent tables.
        self._document.add_paragraph().paragraph_format.space_after = Pt(0)

    def _fill_cell(self, cell: "_Cell", lines: Iterable[Line]) -> None:
        paragraph = cell.paragraphs[0]
        paragraph._p.style = CELL
        self._add_lines(paragraph, lines)

    def _add_lines(self, paragraph: WordParagraph, lines: Iterable[Line]) -> None:
        """Add lines to one paragraph, so that pasted words keep their source with them."""
        for number, line in enumerate(lines):
            if number:
                paragraph.add_run().add_break()
            for piece in line:
                if piece.text:
                    self._add_piece(paragraph, piece)

    def _add_piece(self, paragraph: WordParagraph, piece: Piece) -> None:
        link = self._link_target(paragraph, piece)
        style = HYPERLINK if link else STRONG if piece.strong else SOFT if piece.soft else ""
        for text, right_to_left in _by_direction(folded(piece.text)):
            parent = add_link(paragraph._p, *link) if link else paragraph._p
            bold, struck, language = bool(link) and piece.strong, piece.struck, piece.language
            run = add_run(
                parent, text, style, bold=bold, struck=struck, right_to_left=right_to_left, language=language
            )
            if piece.anchor:
                self._add_bookmark(parent if link else run, piece.anchor)

    def _link_target(self, paragraph: WordParagraph, piece: Piece) -> tuple[str, str] | None:
        """The attribute of ``w:hyperlink`` and its value for a piece: to the web, or to a bookmark."""
        if piece.web and _WEB.match(piece.text):
            id = paragraph.part.relate_to(piece.text, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
            return "r:id", id
        name = self._bookmark_names.get(piece.to)
        return ("w:anchor", name) if name else None

    def _add_footer(self, paper: Paper) -> None:
        """Write the footer of every sheet; its first line ends with the sheet's number."""
        footer = self._document.sections[0].footer
        first, *rest = paper.footer or ("",)
        paragraph = footer.paragraphs[0]
        self._add_piece(paragraph, Piece(first))
        paragraph.add_run("\t")
        for part in re.split(r"(\{[01]\})", paper.page):
            if part in _FIELDS:
                _add_field(paragraph, _FIELDS[part])
            else:
                paragraph.add_run(part)
        for line in rest:
            added = footer.add_paragraph()
            added._p.style = FOOTER
            self._add_piece(added, Piece(line))


def _by_direction(text: str) -> Iterator[tuple[str, bool]]:
    """Cut a text into what runs from right to left, which Word has to be told, and the rest.

    A date in a run with a right-to-left name would be drawn as if it were part of the name.
    """
    line = isolated(text)
    depth = start = 0
    for at in sorted(paired(line)):
        opens = line[at] == FSI
        if not depth and line[start:at]:
            yield line[start:at], False
        start = at if not depth else start
        depth += 1 if opens else -1
        if not depth:
            yield line[start : at + 1], True
            start = at + 1
    if line[start:]:
        yield line[start:], False


def _bookmark_names(paper: Paper) -> dict[str, str]:
    """A bookmark's name for each anchor, as Word wants it: a letter, then at most 39 letters and digits.

    Names are hashes and not running numbers, so that papers pasted into one document don't share any.
    """
    anchors = anchors_of((*paper.first, *paper.annex))
    names = {anchor: f"{paper.title} {anchor}".encode(errors="replace") for anchor in anchors}
    return {anchor: f"b{hashlib.sha256(name).hexdigest()[:12]}" for anchor, name in names.items()}


def _add_field(paragraph: WordParagraph, instruction: str) -> None:
    """Add a field, whose number Word works out."""
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), instruction)
    field.append(paragraph.add_run("1")._r)
    paragraph._p.append(field)


def _add_frame(paragraph: WordParagraph) -> None:
    borders = OxmlElement("w:pBdr")
    for side in ("top", "left", "bottom", "right"):
        border = OxmlElement(f"w:{side}")
        for name, value in {"val": "single", "sz": "12", "space": "4", "color": colour("accent")}.items():
            border.set(qn(f"w:{name}"), value)
        borders.append(border)
    # Word is strict about the order of a paragraph's properties.
    paragraph._p.get_or_add_pPr().insert_element_before(borders, *_AFTER_BORDERS)


def _set_properties(document: "Document", paper: Paper) -> None:
    """Set the file's properties; its date is the day of the briefing's last change, or missing."""
    about = document.core_properties
    about.title = _property_text(paper.title)
    about.subject = _property_text(paper.description)
    about.author = about.last_modified_by = _property_text(", ".join(paper.editors))
    about.keywords = _property_text(", ".join(paper.topics))
    about.comments = ""
    about.language = LANGUAGE
    if paper.changed:
        about.created = about.modified = datetime.fromisoformat(paper.changed).replace(tzinfo=UTC)


def _property_text(text: str) -> str:
    return folded(text)[:_LONGEST_PROPERTY]


def _reproducible(file: BytesIO) -> bytes:
    """Write the archive anew with its files in a fixed order and without the time of writing."""
    copy = BytesIO()
    with ZipFile(file) as before, ZipFile(copy, "w", ZIP_DEFLATED) as after:
        for name in sorted(before.namelist(), key=lambda name: (name != "[Content_Types].xml", name)):
            entry = ZipInfo(name)  # Its default time is 1980-01-01, the first that an archive can hold.
            entry.compress_type = ZIP_DEFLATED
            entry.create_system = 0
            after.writestr(entry, before.read(name))
    return copy.getvalue()
