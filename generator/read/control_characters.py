"""Characters that belong in no text, and what was meant by each."""

import re
from collections.abc import Iterator
from contextlib import suppress
from typing import Final

_NO_TEXT: Final = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ufffe\uffff]")
"""Control characters except tab and line feed, and the noncharacters U+FFFE and U+FFFF."""

_MISREAD: Final = re.compile(
    r"\u00e2[\x80\u20ac][^\x00-\x7f]|\u00f0[\x9f\u0178][^\x00-\x7f]{2}|\u00c3[\x80-\x9f](?=[^\W\d_])"
)
"""The bytes in UTF-8 of punctuation, an emoji or a letter of Latin-1, each read as a character.

Letters of other scripts are not looked for: their bytes may be an accented letter and a quotation mark.
"""

_LINE_BREAKS: Final = "\x0b\x0c"
"""A line break and a page break of old word processors."""

_LONE_RETURN: Final = re.compile(r"\r(?!\r*\n)")
"""A carriage return that ends a line; one before a line feed is only left over."""

Fault = tuple[int, int, str, dict[str, str]]
"""Start and end of the characters, the code of the diagnostic, and its words."""


def control_characters(text: str) -> Iterator[Fault]:
    """Finds the characters that belong in no text, with the character that was meant, where it shows.

    A lone carriage return is told once, for where there is one, lines usually end so.
    """
    done = 0
    returns = len(_LONE_RETURN.findall(text))
    for match in _NO_TEXT.finditer(text):
        start, end = match.span()
        character = {"character": _numbers(match[0])}
        if start < done:
            continue
        if meant := _misread(text, start):
            first, done, char = meant
            yield first, done, "misread-character", {"characters": _numbers(text[first:done]), **_meant(char)}
        elif _LONE_RETURN.match(text, start):
            if returns:
                lines = "One line of this file ends" if returns == 1 else f"{returns} lines of this file end"
                yield start, end, "lone-carriage-return", {"lines": lines}
            returns = 0
        elif match[0] in _LINE_BREAKS:
            yield start, end, "old-line-break", character
        elif char := _windows(match[0]):
            yield start, end, "windows-character", {**character, **_meant(char)}
        else:
            yield start, end, "control-character", character


def _windows(char: str) -> str:
    """Returns what the byte of a character is in Windows-1252; empty for one that is no byte of it."""
    return bytes([ord(char)]).decode("cp1252", "ignore") if "\x80" <= char <= "\x9f" else ""


def _misread(text: str, at: int) -> tuple[int, int, str] | None:
    """Finds the one character whose bytes in UTF-8 were read as several, of which one stands at ``at``."""
    for match in _MISREAD.finditer(text, max(0, at - 3), at + 5):
        with suppress(UnicodeError):
            char = b"".join(map(_byte, match[0])).decode()
            if match.start() <= at < match.end() and len(char) == 1:
                return *match.span(), char
    return None


def _byte(char: str) -> bytes:
    return bytes([ord(char)]) if ord(char) < 0x100 else char.encode("cp1252")


def _numbers(characters: str) -> str:
    return " ".join(f"U+{ord(char):04X}" for char in characters)


def _meant(char: str) -> dict[str, str]:
    return {"meant": char, "number": _numbers(char)}
