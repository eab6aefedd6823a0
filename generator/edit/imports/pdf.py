"""Reading of a PDF's text layer: its lines with their places on the page, and what it states of itself."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Final

from generator.edit.imports.text.lines import Joiner, ends_sentence, fits
from generator.edit.imports.text.mend import Mended, mend_characters
from generator.edit.imports.text.reading import Reading, Refused, Stated

if TYPE_CHECKING:
    from pypdf import PageObject, PdfReader

MOST_PAGES: Final = 300
_EDGE: Final = 2
"""Lines at the top and bottom of a page among which headers and footers are looked for."""

_WIDER: Final = 1.3
"""How much larger than usual the distance of two lines is where a paragraph ends."""

_RATHER_WIDER: Final = 1.1
"""The same where a sentence ends as well."""

_SHORT: Final = 0.85
"""Part of a column's width within which the next line's first word had room for certain."""

_VERY_SHORT: Final = 0.6
"""The same of a line that ends no sentence, as a heading does."""

_FEWEST: Final = 6
"""Number of lines from which on a column tells its own width."""

_NO_TITLE: Final = re.compile(
    r"\A(?:Microsoft Word - .*|untitled|.*\.(?:docx?|odt|rtf|indd|qxp|pdf|pptx?))\Z", re.IGNORECASE
)
_INNER_SOFT_HYPHEN: Final = re.compile("\u00ad(?=.)")


@dataclass(frozen=True)
class Line:
    """A line of text on a page.

    Attributes:
        text: its characters.
        x, y: where it begins; y grows upwards.
        size: of its letters.
    """

    text: str
    x: float
    y: float
    size: float


def read_pdf(data: bytes) -> Reading:
    """Reads a PDF.

    Raises:
        Refused: it has no text layer, is encrypted or damaged, or too long.
    """
    from pypdf import PdfReader  # Loaded here, for only this needs it.
    from pypdf.errors import PyPdfError

    try:
        reader = PdfReader(BytesIO(data))
        if reader.is_encrypted:
            raise Refused("It is encrypted.", "Open it, print it into a new PDF, and import that.")
        if len(reader.pages) > MOST_PAGES:
            raise Refused(
                f"It has {len(reader.pages)} pages; at most {MOST_PAGES} are read.",
                "Print the pages that are needed into a new PDF.",
            )
        pages = [_lines(page) for page in reader.pages]
        stated, remarks = _facts(reader)
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, IndexError, RecursionError):
        # pypdf raises any of these on damaged files.
        raise Refused("It is damaged.", "Open it, print it into a new PDF, and import that.") from None
    if not any(pages):
        raise Refused(
            "It has no text layer, only pictures of pages.",
            "Let a program for text recognition (OCR) read it first.",
        )
    empty = [str(number) for number, lines in enumerate(pages, 1) if not lines]
    if empty:
        remarks.append(f"Without text, so perhaps pictures: page {', '.join(empty)}.")
    running = _running(pages)
    left_out = []
    kept = []
    for lines in pages:
        gone = [line for line in _edges(lines) if _shape(line.text) in running]
        left_out += [line.text for line in gone]
        kept.append([line for line in lines if line not in gone])
    mended = Mended()
    joiner = Joiner.of([line.text for lines in kept for line in lines], mended)
    paragraphs = [
        text for lines in _paragraphs(kept) if (text := mend_characters(joiner.join(lines), mended).strip())
    ]
    remarks += [
        "Where a paragraph ends was told by the distance and length of lines: compare it with the PDF.",
        *joiner.remarks(),
    ]
    return Reading("PDF", "", tuple(paragraphs), tuple(stated), tuple(remarks), tuple(left_out), mended)


def _lines(page: "PageObject") -> list[Line]:
    """Lists the lines of a page in the order in which the file has them, as columns are kept apart so."""
    lines: list[Line] = []
    is_new = True

    def visit(text: str, cm: Sequence[float], tm: Sequence[float], _: Any, size: float) -> None:
        nonlocal is_new
        x = tm[4] * cm[0] + tm[5] * cm[2] + cm[4]
        y = tm[4] * cm[1] + tm[5] * cm[3] + cm[5]
        # A font of size 1 may be scaled by the matrices.
        size = abs(size * (tm[3] or tm[1]) * (cm[3] or cm[1]))
        for at, part in enumerate(text.split("\n")):
            is_new = is_new or at > 0
            if not part.strip():
                if lines and not is_new:
                    lines[-1] = _longer(lines[-1], part)
                continue
            if lines and (not is_new or _follows(lines[-1], x, y, size)):
                lines[-1] = _longer(lines[-1], part)
            else:
                lines.append(Line(part, x, y, size))
            is_new = False

    page.extract_text(visitor_text=visit)
    # Within a line a soft hyphen is one that is seen: fonts often know one sign for both.
    return [
        Line(_INNER_SOFT_HYPHEN.sub("-", line.text.strip()), line.x, line.y, line.size)
        for line in lines
        if line.text.strip()
    ]


def _longer(line: Line, text: str) -> Line:
    return Line(line.text + text, line.x, line.y, line.size)


def _follows(line: Line, x: float, y: float, size: float) -> bool:
    """Tests whether what is at a place goes on with a line although the file begins another."""
    return abs(line.y - y) < 0.2 * size and x > line.x and line.text[-1:] not in (" ", "")


def _paragraphs(pages: Sequence[Sequence[Line]]) -> Iterator[list[str]]:
    """Groups lines into paragraphs, over the ends of columns and pages where a sentence goes on."""
    columns = [column for page in pages for column in _columns(page)]
    usual = _usual_gap(columns)
    whole = _Filled.of([line for column in columns for line in column])
    group: list[str] = []
    before: Line | None = None
    for column in columns:
        filled = _Filled.of(column) if len(column) >= _FEWEST else whole
        for at, line in enumerate(column):
            if before is not None and _ends_paragraph(before, line, usual, filled, is_new_column=at == 0):
                yield group
                group = []
            group.append(line.text)
            before = line
    if group:
        yield group


def _columns(page: Sequence[Line]) -> Iterator[list[Line]]:
    """Parts the lines of a page where one stands no lower than the one before it."""
    column: list[Line] = []
    for line in page:
        if column and column[-1].y <= line.y:
            yield column
            column = []
        column.append(line)
    if column:
        yield column


def _usual_gap(columns: Sequence[Sequence[Line]]) -> float:
    """Finds the distance of two lines of one paragraph.

    It is the least that a tenth of all lines have. The one in the middle would be that between paragraphs
    where most have but one line.
    """
    gaps = sorted(
        one.y - two.y for column in columns for one, two in pairwise(column) if _same_size(one, two)
    )
    return gaps[len(gaps) // 10] if gaps else 0.0


@dataclass(frozen=True)
class _Filled:
    """How lines are filled: up to which width, in characters, and whether they are at all."""

    width: int
    is_wrapped: bool

    @classmethod
    def of(cls, lines: Sequence[Line]) -> "_Filled":
        """Judges lines. Of wrapped ones one in ten ends a sentence; where most do, none was filled."""
        lengths = sorted(len(line.text) for line in lines)
        ending = sum(ends_sentence(line.text) for line in lines)
        return cls(lengths[-1 - len(lengths) // 20] if lengths else 0, 2 * ending <= len(lines))

    def is_short(self, line: str, following: str) -> bool:
        """Tests whether a line ends before its column does: by far, where it ends no sentence."""
        if not ends_sentence(line):
            return fits(line, following, _VERY_SHORT * self.width)
        return not self.is_wrapped or fits(line, following, _SHORT * self.width)


def _ends_paragraph(
    line: Line, following: Line, usual: float, filled: _Filled, *, is_new_column: bool
) -> bool:
    if not _same_size(line, following):
        return True
    if is_new_column:  # Only the sentence tells.
        return ends_sentence(line.text) or not (following.text[0].islower() or line.text[-1] in ",-\u00ad")
    gap = line.y - following.y
    if gap > _WIDER * usual:
        return True
    if following.text[0].islower():
        return False
    is_apart = gap > _RATHER_WIDER * usual or following.x > line.x + 0.5 * following.size
    return (is_apart and ends_sentence(line.text)) or filled.is_short(line.text, following.text)


def _same_size(one: Line, other: Line) -> bool:
    return abs(one.size - other.size) <= 0.1 * max(one.size, other.size)


def _running(pages: Sequence[Sequence[Line]]) -> set[str]:
    """Finds headers and footers: lines at the edges of at least two pages, and half of all, figures apart."""
    seen = Counter(shape for lines in pages for shape in {_shape(line.text) for line in _edges(lines)})
    return {shape for shape, count in seen.items() if count >= max(2, len(pages) / 2)}


def _edges(lines: Sequence[Line]) -> list[Line]:
    ordered = sorted(lines, key=lambda line: -line.y)
    return ordered if len(ordered) <= 2 * _EDGE else [*ordered[:_EDGE], *ordered[-_EDGE:]]


def _shape(text: str) -> str:
    return re.sub(r"\d+", "#", " ".join(text.split()))


def _facts(reader: "PdfReader") -> tuple[list[Stated], list[str]]:
    stated = []
    remarks = []
    info = reader.metadata
    title = str((info and info.title) or "").strip()
    if title and not _NO_TITLE.match(title):
        stated.append(Stated("title", title, "PDF title"))
    elif title:
        remarks.append(f"Its title is that of a file and was not taken: “{title[:120]}”.")
    if author := str((info and info.author) or "").strip():
        stated.append(Stated("author", author, "PDF author"))
    if made := str((info and info.get("/CreationDate")) or "").strip():
        remarks.append(
            f"The file was made at “{made[:40]}” (PDF CreationDate), which is no date of publication."
        )
    if language := str(reader.root_object.get("/Lang") or "").strip():
        stated.append(Stated("language", language, "PDF Lang"))
    return stated, remarks
