"""Reading of a web page: its body, and what it states of itself. Nothing is fetched."""

from lxml.etree import LxmlError
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from generator.edit.imports.text.decode import decode
from generator.edit.imports.text.mend import Mended, mend_characters
from generator.edit.imports.text.reading import Reading, Refused
from generator.edit.imports.web.html_body import body_of
from generator.edit.imports.web.html_facts import facts_of


def read_html(data: bytes, encoding: str = "") -> Reading:
    """Reads a web page.

    Raises:
        Refused: it has no article, or can't be read.
    """
    text, how, remarks = decode(data, encoding, may_declare=True)
    tree = _tree(text)
    stated, more = facts_of(tree)
    body = body_of(tree)
    mended = Mended()
    paragraphs = [
        mended_one for block in body.paragraphs if (mended_one := mend_characters(block, mended).strip())
    ]
    remarks += more
    if body.altered:
        remarks.append(f"Compare this with the page, where it stands otherwise: “{body.altered[0][:80]}”.")
    return Reading("web page", how, tuple(paragraphs), tuple(stated), tuple(remarks), body.left_out, mended)


def _tree(text: str) -> HtmlElement:
    # The parser keeps its own limits on depth and length, reads no entity of a document's own, and no file.
    parser = HTMLParser(encoding="utf-8", no_network=True, huge_tree=False)
    try:
        tree = document_fromstring(text.encode("utf-8", "surrogatepass"), parser=parser)
    except (LxmlError, ValueError):
        raise Refused("It can't be read as a web page.", "Save it anew from a browser.") from None
    if len(parser.error_log.filter_from_fatals()):  # What comes after is lost, and nobody would see it.
        raise Refused(
            "It is nested more than 256 levels deep, or has a part larger than 10 MB.",
            "Save it without its pictures (HTML only), or copy the article's text into a file.",
        )
    assert isinstance(tree, HtmlElement)
    return tree
