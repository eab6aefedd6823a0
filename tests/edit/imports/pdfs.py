"""PDF files that tests make: set by typst, or written by hand where they must be faulty."""

from collections.abc import Iterable
from io import BytesIO

import typst
from pypdf import PdfReader, PdfWriter


def typeset(body: str, *, title: str = "", language: str = "en") -> bytes:
    """A PDF with a header, a footer and justified, hyphenated text in a narrow column."""
    source = f"""
    #set document(title: "{title}", author: "Ann Other")
    #set page(width: 9cm, height: 8cm, margin: 1.5cm, header: [The Example, special report],
      footer: context [Page #counter(page).display()])
    #set text(lang: "{language}", hyphenate: true, size: 10pt)
    #set par(justify: true)
    {body}
    """
    made = typst.compile(source.encode())
    assert isinstance(made, bytes)
    return made


def one_page(paragraphs: Iterable[str], setting: str) -> bytes:
    """A PDF of one page, with these paragraphs in lines that are not filled up."""
    body = "\n\n".join(text.replace("“", '"').replace("”", '"') for text in paragraphs)
    page = "#set page(width: 12cm, height: 20cm, margin: 1.5cm)\n#set text(size: 10pt)"
    made = typst.compile(f"{page}\n{setting}\n{body}".encode())
    assert isinstance(made, bytes)
    return made


def drawn(content: str) -> bytes:
    """A PDF of one page, by hand: what a content stream shows, in Helvetica; byte 1 is fi, byte 2 is ffi."""
    stream = content.encode("latin-1")
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 400 400] /Contents 4 0 R"
        b" /Resources << /Font << /F 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding"
        b" << /BaseEncoding /WinAnsiEncoding /Differences [1 /fi /ffi] >> >>",
    ]
    file = b"%PDF-1.4\n"
    places = []
    for number, content_of in enumerate(objects, 1):
        places.append(len(file))
        file += b"%d 0 obj\n%s\nendobj\n" % (number, content_of)
    rows = b"".join(b"%010d 00000 n \n" % place for place in places)
    table = b"xref\n0 6\n0000000000 65535 f \n" + rows
    return file + table + b"trailer << /Size 6 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % len(file)


def encrypted(pdf: bytes) -> bytes:
    """The same, encrypted."""
    writer = PdfWriter(clone_from=PdfReader(BytesIO(pdf)))
    writer.encrypt("secret", algorithm="RC4-128")
    file = BytesIO()
    writer.write(file)
    return file.getvalue()


def repeated(pdf: bytes, pages: int) -> bytes:
    """Its first page, many times."""
    writer = PdfWriter()
    page = PdfReader(BytesIO(pdf)).pages[0]
    for _ in range(pages):
        writer.add_page(page)
    file = BytesIO()
    writer.write(file)
    return file.getvalue()
