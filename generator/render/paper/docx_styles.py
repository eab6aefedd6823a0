"""The empty Word document with the site's look for Word's own styles."""

from functools import cache
from io import BytesIO
from typing import TYPE_CHECKING, Any, Final

import docx
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml.ns import qn
from docx.shared import Length, Mm, Pt, RGBColor

from generator.render.assets import look

if TYPE_CHECKING:
    from docx.document import Document

LANGUAGE: Final = "en-GB"

# The ids of Word's styles; python-docx is much slower at finding a style by its name.
HEADINGS: Final = ("", "Heading1", "Heading2", "Heading3")
LEDE: Final = "BodyText"
BULLET: Final = "ListBullet"
LIST: Final = "List"
CELL: Final = "NoSpacing"
FOOTER: Final = "Footer"
STRONG: Final = "Strong"
SOFT: Final = "SubtleEmphasis"
HYPERLINK: Final = "Hyperlink"

_MARGIN: Final = Mm(20)
WIDTH: Final = Length(Mm(210) - 2 * _MARGIN)
"""The width of a line on A4, in English Metric Units."""

# Small and close enough for the first sheet to be one page, in points: the size, the space above and below.
_SPACING: Final = {
    "Normal": (10, 0, 3),
    LEDE: (11, 0, 3),
    HEADINGS[1]: (17, 0, 3),
    HEADINGS[2]: (11, 6, 2),
    HEADINGS[3]: (11, 8, 2),
    BULLET: (10, 0, 2),
    LIST: (10, 0, 2),
    CELL: (8.5, 1, 1),
    FOOTER: (8, 0, 0),
}

# Parts of python-docx's empty document that no paper needs: a thumbnail, a second set of styles, a
# bibliography, and the name of another program.
_UNNEEDED: Final = ("/thumbnail", "/extended-properties", "/stylesWithEffects", "/customXml")


def colour(name: str) -> str:
    """A colour of the look as Word writes it: six digits in capitals."""
    return look()[name].removeprefix("#").upper()


@cache
def blank() -> bytes:
    """Make the empty document, as the bytes of a .docx."""
    document = docx.Document()
    for holder in (document.part.package, document.part):
        for id, relation in list(holder.rels.items()):
            if relation.reltype.endswith(_UNNEEDED):
                del holder.rels[id]
    about = document.core_properties._element
    for element in list(about):
        about.remove(element)
    _set_page(document)
    _set_styles(document)
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def _set_page(document: "Document") -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = _MARGIN


def _set_styles(document: "Document") -> None:
    styles: Any = document.styles
    for style in list(styles):
        if style.type == WD_STYLE_TYPE.TABLE and style.name not in ("Normal Table", "Table Grid"):
            style.delete()
    language = styles.element.find(f".//{qn('w:lang')}")
    language.set(qn("w:val"), LANGUAGE)
    for id, (size, above, below) in _SPACING.items():
        style = styles.get_by_id(id, WD_STYLE_TYPE.PARAGRAPH)
        style.font.size = Pt(size)
        style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(above), Pt(below)
        style.paragraph_format.line_spacing = 1.0
        if id in HEADINGS:
            style.font.color.rgb = _rgb("accent")
        if id in (BULLET, LIST):
            style.paragraph_format.left_indent, style.paragraph_format.first_line_indent = Mm(4), Mm(-4)
    tabs = styles["Footer"].paragraph_format.tab_stops
    tabs.clear_all()
    tabs.add_tab_stop(WIDTH, WD_TAB_ALIGNMENT.RIGHT)
    styles["Footer"].font.color.rgb = _rgb("print-soft")
    soft = styles["Subtle Emphasis"].font
    soft.italic, soft.color.rgb = False, _rgb("print-soft")
    link = styles.add_style(HYPERLINK, WD_STYLE_TYPE.CHARACTER, builtin=True)
    link.font.underline, link.font.color.rgb = True, _rgb("accent")


def _rgb(name: str) -> RGBColor:
    return RGBColor.from_string(colour(name))
