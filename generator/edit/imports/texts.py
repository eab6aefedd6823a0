"""Reading of plain text and of Markdown."""

from lxml.html import HTMLParser, document_fromstring

from generator.edit.imports.front_matter import split
from generator.edit.imports.text.decode import decode
from generator.edit.imports.text.lines import paragraphs_of
from generator.edit.imports.text.mend import Mended, mend_characters
from generator.edit.imports.text.reading import Reading, Refused, Stated
from generator.edit.imports.web.blocks import blocks_of


def read_text(data: bytes, encoding: str = "") -> Reading:
    """Reads a plain text.

    Raises:
        Refused: its bytes are no text, or it has no words.
    """
    text, how, remarks = decode(data, encoding)
    below, stated, more = split(text)
    mended = Mended()
    paragraphs, doubts = paragraphs_of(below.replace("\x0c", "\n\n"), mended)
    return _reading("text", how, paragraphs, stated, [*remarks, *more, *doubts], mended)


def read_markdown(data: bytes, encoding: str = "") -> Reading:
    """Reads Markdown: the words alone, without its marks, the addresses of links, and pictures.

    Raises:
        Refused: its bytes are no text, or it has no words.
    """
    from markdown import markdown  # Loaded here, as no other command of a terminal needs it.

    text, how, remarks = decode(data, encoding)
    below, stated, more = split(text)
    page = markdown(below, extensions=["tables", "sane_lists", "fenced_code"])
    parser = HTMLParser(encoding="utf-8", no_network=True)
    tree = document_fromstring(f"<html><body>{page}</body></html>".encode(), parser=parser)
    mended = Mended()
    if headings := [" ".join(str(part) for part in heading.itertext()) for heading in tree.iter("h1")]:
        stated += [
            Stated("title", heading, "first heading") for heading in headings[:1] if len(headings) == 1
        ]
    return _reading("Markdown", how, blocks_of(tree), stated, [*remarks, *more], mended)


def _reading(
    kind: str, how: str, blocks: list[str], stated: list[Stated], remarks: list[str], mended: Mended
) -> Reading:
    paragraphs = [text for block in blocks if (text := mend_characters(block, mended).strip())]
    if not any(char.isalnum() for text in paragraphs for char in text):
        raise Refused("It has no words.", "Save it anew.")
    return Reading(kind, how, tuple(paragraphs), tuple(stated), tuple(remarks), (), mended)
