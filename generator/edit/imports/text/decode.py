"""Decoding: the bytes of a file into text, by its byte order mark, by what it declares, or as UTF-8."""

import codecs
import re
from typing import Final

from generator.edit.imports.text.reading import Refused

_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig", "UTF-8"),
    (codecs.BOM_UTF16_LE, "utf-16", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16", "UTF-16"),
)
_DECLARED: Final = re.compile(
    rb"<meta\b[^>]{0,500}?\bcharset\s*=\s*[\"']?\s*([\w.:-]{1,40})"
    rb"|<\?xml[^>]{0,200}?\bencoding\s*=\s*[\"']([\w.:-]{1,40})",
    re.IGNORECASE,
)
_AS_BROWSERS_READ: Final = {
    "iso8859-1": "cp1252",
    "ascii": "cp1252",
    "iso8859-9": "cp1254",
    "gb2312": "gb18030",
}
"""Encodings that browsers read as larger ones, for pages that declare the one mean the other."""

_MOST_GUESSED: Final = 0.25
"""Share of letters beyond ASCII above which a text is hardly one of western Europe."""


def decode(data: bytes, name: str = "", *, may_declare: bool = False) -> tuple[str, str, list[str]]:
    """Decodes a file.

    Args:
        name: an encoding that an editor named; it goes before all else.
        may_declare: whether the file's beginning may declare its encoding, as that of a web page may.

    Returns:
        the text with line feeds as line ends; how it was read, in words; and remarks.

    Raises:
        Refused: the bytes are none of the encoding.
    """
    text, how, remarks = _decoded(data, name, may_declare)
    if lost := text.count("\ufffd"):
        remarks.append(
            f"Mend by hand what was lost before it was saved: U+FFFD stands in its place, {lost}×."
        )
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n"), how, remarks


def _decoded(data: bytes, name: str, may_declare: bool) -> tuple[str, str, list[str]]:
    if name:
        return _strict(data, _codec(name, f"There is no encoding '{name}'."), f"{name}, as named")
    for mark, codec, known_as in _MARKS:
        if data.startswith(mark):
            return _strict(data, codec, f"{known_as}, by its byte order mark")
    declared = _DECLARED.search(data[:8192]) if may_declare else None
    if declared:
        written = (declared[1] or declared[2]).decode("ascii", "replace")
        codec = _codec(written, f"It declares the encoding '{written}', which nobody knows.")
        if codec.startswith("utf-16"):  # Its declaration could be read, so it is not in UTF-16.
            codec = "utf-8"
        try:
            return _strict(data, codec, f"{written}, as it declares")
        except Refused:
            if codec == "utf-8" or not _is_utf_8(data):
                raise
        return data.decode(), "UTF-8", [f"It declares {written}, and its bytes are UTF-8: read as UTF-8."]
    if _is_utf_8(data):
        return data.decode(), "UTF-8", []
    return _guessed(data)


def _guessed(data: bytes) -> tuple[str, str, list[str]]:
    """Reads bytes that nothing declares as Windows-1252, where they can be a text of western Europe."""
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        text = ""
    letters = [char for char in text if char.isalpha()]
    if not letters or sum(char > "\x7f" for char in letters) > _MOST_GUESSED * len(letters):
        raise Refused(
            "It does not say in which encoding it is, and it is no UTF-8.",
            "Name the encoding, as with --encoding windows-1251, or save it as UTF-8.",
        )
    remark = (
        "It does not say in which encoding it is, and it is no UTF-8: read as Windows-1252. "
        "Look at accents and quotation marks."
    )
    return text, "Windows-1252", [remark]


def _strict(data: bytes, codec: str, how: str) -> tuple[str, str, list[str]]:
    try:
        return data.decode(codec), how, []
    except UnicodeDecodeError as fault:
        byte = f"0x{data[fault.start]:02X}"
        raise Refused(
            f"It is read as {how}, and the byte {byte} at {fault.start} is none of it.",
            "Name the encoding, as with --encoding windows-1252, or save it as UTF-8.",
        ) from None


def _codec(name: str, fault: str) -> str:
    instead = "Name one that Python knows, as with --encoding windows-1252."
    try:
        known = codecs.lookup(name)
    except LookupError:
        raise Refused(fault, instead) from None
    if not known._is_text_encoding:
        raise Refused(fault, instead)
    return _AS_BROWSERS_READ.get(known.name, known.name)


def _is_utf_8(data: bytes) -> bool:
    try:
        data.decode()
    except UnicodeDecodeError:
        return False
    return True
