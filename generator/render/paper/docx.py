"""A paper as a Word file (ISO/IEC 29500) of plain paragraphs and Word's own styles, to be pasted from."""

import hashlib
import re
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from io import BytesIO
from typing import TYPE_CHECKING, Final
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import docx
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.shared import Pt
from docx.text.paragraph import Paragraph as WordParagraph
from docx.text.run import Run

from generator.render.escape import RIGHT_TO_LEFT
from generator.render.paper.blocks import (
    Block,
    Heading,
    Items,
    Line,
    Paper,
    Paragraph,
    Piece,
    Table,
    Words,
    folded,
)
from generator.render.paper.docx_styles import (
    BULLET,
    FOOTER,
    HEADINGS,
    HYPERLINK,
    LANGUAGE,
    NUMBERED,
    QUOTE,
    SMALL,
    SOFT,
    STRONG,
    TITLE,
    WIDTH,
    blank,
    colour,
)

if TYPE_CHECKING:
    from docx.document import Document
    from docx.table import _Cell

_LONGEST_PROPERTY: Final = 255

# The line beside a source's words: its shape tells whose they are.
_SHAPES: Final = {"spoken": "single", "part-quoted": "double", "paraphrase": "dashed", "article": "dotted"}

_FIELDS: Final = {"{0}": "PAGE", "{1}": "NUMPAGES"}

_AFTER_BORDERS: Final = ("w:shd", "w:tabs", "w:spacing", "w:ind", "w:contextualSpacing", "w:jc", "w:rPr")

_WEB: Final = re.compile("https?://", re.IGNORECASE)


def word_file(paper: Paper) -> bytes:
    """A paper as a .docx: the first sheet, then the annex on a new one. The same paper gives the same bytes.

    What leads to a claim or question leads to its place in the file, wherever the file is read.
    """
    document = docx.Document(BytesIO(blank()))
    _Writer(document, _bookmarks(paper)).write(paper)
    _properties(document, paper)
    made = BytesIO()
    document.save(made)
    return _same_bytes(made)


class _Writer:
    """Writes blocks into a document."""

    def __init__(self, document: "Document", bookmarks: Mapping[str, str]) -> None:
        self._document = document
        self._bookmarks = bookmarks
        self._placed: set[str] = set()

    def write(self, paper: Paper) -> None:
        self._paragraph(((Piece(paper.title),),), TITLE)
        for block in paper.first:
            self._block(block)
        for number, block in enumerate(paper.annex):
            written = self._block(block)
            if written and not number:
                written.paragraph_format.page_break_before = True
        self._footer(paper)

    def _block(self, block: Block) -> WordParagraph | None:
        match block:
            case Heading():
                written = self._paragraph((block.line,), HEADINGS[block.level])
                self._bookmark(written, block.anchor)
                return written
            case Paragraph():
                written = self._paragraph((block.line,))
                written.paragraph_format.keep_with_next = block.leads or None
                if block.framed:
                    _border(written, ("top", "left", "bottom", "right"), "single")
                return written
            case Words():
                written = self._paragraph(filter(None, (block.line, block.under)), QUOTE)
                _border(written, ("left",), _SHAPES[block.mark])
                return written
            case Items():
                for item in block.items:
                    self._paragraph(item, NUMBERED if block.numbered else BULLET)
            case Table():
                self._table(block)
        return None

    def _paragraph(self, lines: Iterable[Line], style: str = "") -> WordParagraph:
        paragraph = self._document.add_paragraph()
        if style:
            paragraph._p.style = style
        self._lines(paragraph, lines)
        return paragraph

    def _bookmark(self, paragraph: WordParagraph, anchor: str) -> None:
        """Make the paragraph's words the place that the anchor leads to; of several the first is it."""
        if not anchor or anchor in self._placed:
            return
        start, end = OxmlElement("w:bookmarkStart"), OxmlElement("w:bookmarkEnd")
        for one in (start, end):
            one.set(qn("w:id"), str(len(self._placed)))
        start.set(qn("w:name"), self._bookmarks[anchor])
        self._placed.add(anchor)
        # The paragraph's properties stay first.
        paragraph._p.get_or_add_pPr().addnext(start)
        paragraph._p.append(end)

    def _table(self, block: Table) -> None:
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
                self._cell(cell, lines)
            properties = cells._tr.get_or_add_trPr()
            properties.append(OxmlElement("w:cantSplit"))
            if not number:
                properties.append(OxmlElement("w:tblHeader"))
        # Word joins tables that nothing parts.
        self._document.add_paragraph().paragraph_format.space_after = Pt(0)

    def _cell(self, cell: "_Cell", lines: Iterable[Line]) -> None:
        paragraph = cell.paragraphs[0]
        paragraph.paragraph_format.space_after = Pt(2)
        self._lines(paragraph, lines)

    def _lines(self, paragraph: WordParagraph, lines: Iterable[Line]) -> None:
        """Lines of one paragraph, so that what is pasted keeps what it rests on."""
        for number, line in enumerate(lines):
            if number:
                paragraph.add_run().add_break()
            for piece in line:
                if piece.text and not piece.sheet:
                    self._piece(paragraph, piece)

    def _piece(self, paragraph: WordParagraph, piece: Piece) -> None:
        run = paragraph.add_run(folded(piece.text))
        if link := self._target(paragraph, piece):
            _link(paragraph, run, *link)
            run.font.size = SMALL if piece.soft else None
            run.bold = piece.strong or None
        elif piece.strong:
            run._r.style = STRONG
        elif piece.soft:
            run._r.style = SOFT
        if piece.marked:
            run.bold = run.underline = True
        if piece.struck:
            run.font.strike = True
        if piece.language:
            _language(run, piece.language)
        if RIGHT_TO_LEFT.search(piece.text):
            run.font.rtl = True

    def _target(self, paragraph: WordParagraph, piece: Piece) -> tuple[str, str] | None:
        """Where a piece leads, as a link's attribute and its value: to the web, or to a place of the file."""
        if _WEB.match(piece.href):
            to = paragraph.part.relate_to(piece.href, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
            return "r:id", to
        name = self._bookmarks.get(piece.to)
        return ("w:anchor", name) if name else None

    def _footer(self, paper: Paper) -> None:
        """The lines below every sheet; the first one ends with the sheet's number."""
        footer = self._document.sections[0].footer
        first, *others = paper.footer or ("",)
        paragraph = footer.paragraphs[0]
        paragraph.add_run(f"{folded(first)}\t")
        for part in re.split(r"(\{[01]\})", paper.page):
            if part in _FIELDS:
                _field(paragraph, _FIELDS[part])
            else:
                paragraph.add_run(part)
        for line in others:
            footer.add_paragraph(folded(line))._p.style = FOOTER


def _bookmarks(paper: Paper) -> dict[str, str]:
    """A bookmark's name for each anchor, as Word wants it: a letter, then at most 39 letters and digits.

    It isn't a number in order, for what is pasted from two papers into one document must not lead astray.
    """
    anchors = {one.anchor for one in (*paper.first, *paper.annex) if isinstance(one, Heading)} - {""}
    names = {one: f"{paper.title} {one}".encode(errors="replace") for one in anchors}
    return {one: f"b{hashlib.sha256(name).hexdigest()[:12]}" for one, name in names.items()}


def _link(paragraph: WordParagraph, run: Run, attribute: str, target: str) -> None:
    """Make the paragraph's last run a link."""
    link = OxmlElement("w:hyperlink")
    link.set(qn(attribute), target)
    run._r.style = HYPERLINK
    link.append(run._r)
    paragraph._p.append(link)


def _field(paragraph: WordParagraph, instruction: str) -> None:
    """A number that Word works out."""
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), instruction)
    field.append(paragraph.add_run("1")._r)
    paragraph._p.append(field)


def _language(run: Run, language: str) -> None:
    element = OxmlElement("w:lang")
    for kind in ("w:val", "w:eastAsia", "w:bidi"):
        element.set(qn(kind), language)
    run._r.get_or_add_rPr().append(element)


def _border(paragraph: WordParagraph, sides: Iterable[str], shape: str) -> None:
    borders = OxmlElement("w:pBdr")
    for side in sides:
        border = OxmlElement(f"w:{side}")
        for name, value in {"val": shape, "sz": "12", "space": "6", "color": colour("accent")}.items():
            border.set(qn(f"w:{name}"), value)
        borders.append(border)
    # Word is strict about the order of a paragraph's properties.
    paragraph._p.get_or_add_pPr().insert_element_before(borders, *_AFTER_BORDERS)


def _properties(document: "Document", paper: Paper) -> None:
    """What the file says of itself; its day is the briefing's, or there is none."""
    about = document.core_properties
    about.title = _property(paper.title)
    about.subject = _property(paper.description)
    about.author = about.last_modified_by = _property(", ".join(paper.editors))
    about.keywords = _property(", ".join(paper.topics))
    about.comments = ""
    about.language = LANGUAGE
    if paper.changed:
        about.created = about.modified = datetime.fromisoformat(paper.changed).replace(tzinfo=UTC)


def _property(text: str) -> str:
    return folded(text)[:_LONGEST_PROPERTY]


def _same_bytes(made: BytesIO) -> bytes:
    """The archive with its files in order, and without the time at which it was made."""
    again = BytesIO()
    with ZipFile(made) as before, ZipFile(again, "w", ZIP_DEFLATED) as after:
        for name in sorted(before.namelist(), key=lambda name: (name != "[Content_Types].xml", name)):
            entry = ZipInfo(name)  # Of the first day that an archive knows.
            entry.compress_type = ZIP_DEFLATED
            entry.create_system = 0
            after.writestr(entry, before.read(name))
    return again.getvalue()
