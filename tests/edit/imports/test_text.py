"""Bytes into characters, leftovers mended, lines joined into paragraphs."""

import pytest

from generator.edit.imports.kinds import kind_of
from generator.edit.imports.text.decode import decode
from generator.edit.imports.text.lines import paragraphs_of
from generator.edit.imports.text.mend import Mended, mend_characters
from generator.edit.imports.text.reading import Refused

CAFE = "Le café du port est fermé, « dit-elle ». It’s shut: “for good”."


@pytest.mark.parametrize(
    ("data", "how"),
    [
        (CAFE.encode(), "UTF-8"),
        (CAFE.encode("utf-8-sig"), "UTF-8, by its byte order mark"),
        (CAFE.encode("utf-16"), "UTF-16, by its byte order mark"),
        (CAFE.encode("cp1252"), "Windows-1252"),
        (b"<meta charset=windows-1252>" + CAFE.encode("cp1252"), "windows-1252, as it declares"),
        # As browsers read it: what declares Latin-1 means Windows-1252.
        (b'<meta content="text/html; charset=latin1">' + CAFE.encode("cp1252"), "latin1, as it declares"),
        (b"<?xml version='1.0' encoding='cp1252'?>" + CAFE.encode("cp1252"), "cp1252, as it declares"),
    ],
)
def test_decoding(data: bytes, how: str) -> None:
    text, told, remarks = decode(data, may_declare=True)
    assert text.endswith(CAFE)
    assert told == how
    assert bool(remarks) is (how == "Windows-1252")


def test_decoding_tells_doubt() -> None:
    _, how, remarks = decode(b"<meta charset=shift_jis>" + CAFE.encode(), may_declare=True)
    assert (how, remarks) == ("UTF-8", ["It declares shift_jis, and its bytes are UTF-8: read as UTF-8."])
    assert decode("Lost: \ufffd, \ufffd".encode())[2] == [
        "Mend by hand what was lost before it was saved: U+FFFD stands in its place, 2×."
    ]
    # A plain text declares nothing.
    assert decode(b"<meta charset=shift_jis>" + CAFE.encode())[1:] == ("UTF-8", [])
    assert decode(CAFE.encode("cp1252"), "windows-1252")[1:] == ("windows-1252, as named", [])
    assert decode(b"a\r\nb\rc\n")[0] == "a\nb\nc\n"


@pytest.mark.parametrize(
    ("data", "name", "why"),
    [
        ("Это стена".encode("cp1251"), "", "It does not say in which encoding it is, and it is no UTF-8."),
        (b"caf\x81", "", "It does not say in which encoding it is, and it is no UTF-8."),
        (
            b"<meta charset=utf-8>caf\xe9",
            "",
            "It is read as utf-8, as it declares, and the byte 0xE9 at 23 is none of it.",
        ),
        (b"<meta charset=klingon>x", "", "It declares the encoding 'klingon', which nobody knows."),
        (b"x", "klingon", "There is no encoding 'klingon'."),
        (b"x", "base64", "There is no encoding 'base64'."),
        (b"caf\xe9", "utf-8", "It is read as utf-8, as named, and the byte 0xE9 at 3 is none of it."),
    ],
)
def test_decoding_refuses(data: bytes, name: str, why: str) -> None:
    with pytest.raises(Refused) as refused:
        decode(data, name, may_declare=True)
    assert refused.value.why == why


@pytest.mark.parametrize(
    ("name", "data", "kind"),
    [
        ("a.html", b"<p>x", "html"),
        ("a.md", b"\n<!-- saved -->\n<!DOCTYPE HTML>", "html"),
        ("-", b"\xef\xbb\xbf<html>", "html"),
        ("-", "<!doctype html><p>x".encode("utf-16"), "html"),
        ("a.md", b"A <b>word</b>", "markdown"),
        ("a.txt", b"1 < 2", "text"),
        ("-", b"some words", "text"),
        ("a.txt", b"\n%PDF-1.7", "pdf"),
        ("a.txt", "wörds".encode("utf-16"), "text"),
    ],
)
def test_kinds(name: str, data: bytes, kind: str) -> None:
    assert kind_of(name, data) == kind


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"\x89PNG\r\n\x1a\n", "It is a picture, and no text."),
        (b"\xff\xd8\xff\xe0\0", "It is a picture, and no text."),
        (b"RIFF\x10\0\0\0WEBPVP8", "It is a picture, and no text."),
        (b"PK\x03\x04x", "It is a Word file, an e-book or another archive, and no text."),
        (b"{\\rtf1 x}", "It is a file in Rich Text Format, and no text."),
        (b"From: <x>\r\nSubject: y\r\nMIME-Version: 1.0\r\n", "It is a web archive or a mail, and no text."),
        (b"words\0more", "It holds bytes that no text has."),
        (b" \n", "It is empty."),
    ],
)
def test_what_is_no_text(data: bytes, what: str) -> None:
    with pytest.raises(Refused) as refused:
        kind_of("a.txt", data)
    assert refused.value.why == what


@pytest.mark.parametrize(
    ("text", "mended", "kinds"),
    [
        ("AT&amp;T &mdash; &#8220;yes&#x201D;", "AT&T — “yes”", {"HTML entities": 4}),
        ("R&D; &nonsense; &", "R&D; &nonsense; &", {}),
        ("har\u00adbour wall\u200bs", "harbour walls", {"soft hyphens and invisible spaces": 2}),
        ("e\ufb03cient o\ufb03ce", "efficient office", {"ligatures": 2}),
        ("''Yes,'' she said; ``no''", '"Yes," she said; "no"', {"doubled marks for quotation marks": 4}),
        ("```code```", "```code```", {}),
        ("a board of 5'10'' and it's", "a board of 5'10'' and it's", {}),
        ("it\x92s \x93so\x94", "it’s “so”", {"characters of Windows-1252": 3}),
        ("a\x00b\x1b[31m", "ab[31m", {"control characters": 2}),
        ("a   b\tc", "a b\tc", {}),
        ("می\u200cخواهم", "می\u200cخواهم", {}),
    ],
)
def test_leftovers(text: str, mended: str, kinds: dict[str, int]) -> None:
    counted = Mended()
    assert mend_characters(text, counted) == mended
    assert counted == kinds


WRAPPED = """\
The harbour wall of Oldmere will hold until spring, the mayor said on
Monday, as the first of two storms came in from the west, and the coun-
cil agreed. The long-term cost is not known, nor is the Anglo-
Norse company's.
“I know that the wall will hold until spring,” the mayor told reporters
on the quay. The elders will meet again Thursday and will talk of long-
term repairs.

A short end.
"""


def test_wrapped_lines_are_joined() -> None:
    mended = Mended()
    paragraphs, remarks = paragraphs_of(WRAPPED, mended)
    assert paragraphs == [
        "The harbour wall of Oldmere will hold until spring, the mayor said on Monday, as the first of two "
        "storms came in from the west, and the council agreed. The long-term cost is not known, nor is the "
        "Anglo-Norse company's.",
        "“I know that the wall will hold until spring,” the mayor told reporters on the quay. The elders "
        "will meet again Thursday and will talk of long-term repairs.",
        "A short end.",
    ]
    assert remarks == [
        "Hyphens at a line's end were taken out of these words; put back those that belong: council."
    ]
    assert mended == {"line ends within paragraphs": 5, "hyphens at a line's end": 1}


@pytest.mark.parametrize(
    "text",
    [
        "First paragraph, as long as it likes to be, each is a line.\nSecond.\nThird paragraph is here.\n",
        "- salt\n- fish\n- rope\n- coal\n",
        "North: 12 m\nSouth: 28 m\n\nTogether: 40 m\n",
        "One line alone\n",
    ],
)
def test_lines_that_are_paragraphs_stay(text: str) -> None:
    """The control."""
    paragraphs, remarks = paragraphs_of(text, Mended())
    assert paragraphs == [line for line in text.split("\n") if line]
    assert remarks == []


def test_wrapped_chinese_gets_no_spaces() -> None:
    line = "市长在码头上对记者说这道墙可以撑到春天因为工程师上周检查过它并且没有发现新的裂缝"
    paragraphs, _ = paragraphs_of(f"{line}\n{line}\n{line}。\n", Mended())
    assert paragraphs == [f"{line}{line}{line}。"]
