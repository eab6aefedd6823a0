"""Runs of a Word file: text of one look. python-docx makes the same in many small steps, which take long."""

from typing import Any, Final

from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from lxml.etree import SubElement

_R: Final = qn("w:r")
_T: Final = qn("w:t")
_VAL: Final = qn("w:val")
_PROPERTIES: Final = qn("w:rPr")
_STYLE: Final = qn("w:rStyle")
_BOLD: Final = qn("w:b")
_STRIKE: Final = qn("w:strike")
_RTL: Final = qn("w:rtl")
_LANG: Final = qn("w:lang")
_LANGUAGES: Final = (qn("w:val"), qn("w:eastAsia"), qn("w:bidi"))
_SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"


def add_run(
    parent: Any,
    text: str,
    style: str = "",
    *,
    bold: bool = False,
    struck: bool = False,
    right_to_left: bool = False,
    language: str = "",
) -> Any:
    """Adds a run to the element of a paragraph or of a link; returns its element.

    Args:
        text: without line ends and tabs.
        style: the id of a character style.
        language: a BCP 47 tag.
    """
    run = SubElement(parent, _R)
    if style or struck or right_to_left or language:
        # Word is strict about their order.
        properties = SubElement(run, _PROPERTIES)
        if style:
            SubElement(properties, _STYLE).set(_VAL, style)
        for name, holds in ((_BOLD, bold), (_STRIKE, struck), (_RTL, right_to_left)):
            if holds:
                SubElement(properties, name)
        if language:
            told = SubElement(properties, _LANG)
            for kind in _LANGUAGES:
                told.set(kind, language)
    written = SubElement(run, _T)
    written.text = text
    if text != text.strip():
        written.set(_SPACE, "preserve")
    return run


def add_link(paragraph: Any, attribute: str, target: str) -> Any:
    """Adds a link to the element of a paragraph; returns its element, for the runs.

    Args:
        attribute: ``w:anchor`` for a bookmark, ``r:id`` for a relationship.
    """
    link = OxmlElement("w:hyperlink")
    link.set(qn(attribute), target)
    paragraph.append(link)
    return link
