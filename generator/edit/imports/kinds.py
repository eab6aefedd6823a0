"""Kinds of files, told by their first bytes: what is read, and what is refused."""

import re
from typing import Final, Literal

from generator.edit.imports.text.reading import Refused

Kind = Literal["html", "pdf", "markdown", "text"]

_REFUSED: Final = (
    (
        rb"\x89PNG|\xff\xd8\xff|GIF8|RIFF....WEBP|BM.{4}\0\0\0\0|II\*\0|MM\0\*|.{4}ftyp(?:heic|avif)",
        "a picture",
    ),
    (rb"PK\x03\x04", "a Word file, an e-book or another archive"),
    (rb"\xd0\xcf\x11\xe0", "an old Word or Excel file"),
    (rb"\{\\rtf", "a file in Rich Text Format"),
    (rb"bplist00", "a web archive of Safari"),
    (rb"(?:[A-Za-z-]+: [^\r\n]*\r?\n(?:[ \t][^\r\n]*\r?\n)*)*?MIME-Version:", "a web archive or a mail"),
    (rb"\x1f\x8b|BZh|7z\xbc\xaf|\xfd7zXZ", "a packed file"),
)
_OPENS_HTML: Final = re.compile(
    rb"(?:\xef\xbb\xbf)?(?:\s+|<\?xml[^>]{0,200}\?>|<!--.{0,2000}?-->)*<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_WIDE_MARKS: Final = (b"\xff\xfe", b"\xfe\xff")
"""Byte order marks of UTF-16, whose texts are full of zero bytes."""


def kind_of(name: str, data: bytes) -> Kind:
    """Tells what a file is read as: by its first bytes, else by the ending of its name.

    Raises:
        Refused: it is empty, or no text.
    """
    if not data.strip():
        raise Refused("It is empty.", "Save it anew.")
    if b"%PDF-" in data[:1024]:
        return "pdf"
    for pattern, what in _REFUSED:
        if re.match(pattern, data[:4096], re.DOTALL):
            raise Refused(f"It is {what}, and no text.", "Save it as a web page (HTML only), PDF or text.")
    if b"\0" in data and not data.startswith(_WIDE_MARKS):
        raise Refused("It holds bytes that no text has.", "Save it as a web page (HTML only), PDF or text.")
    ending = name.rpartition(".")[2].lower()
    # A saved page may have any name; in UTF-16 each other byte is zero.
    if ending in ("html", "htm", "xhtml") or _OPENS_HTML.match(
        data[:8192].replace(b"\0", b"")[2 * _wide(data) :]
    ):
        return "html"
    return "markdown" if ending in ("md", "markdown") else "text"


def _wide(data: bytes) -> bool:
    return data.startswith(_WIDE_MARKS)
