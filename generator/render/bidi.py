"""Isolates right-to-left values in lines of ours, so that they turn nothing round that stands beside them.

A date behind an Arabic name would else be drawn with the name, its parts in the wrong order. Whatever fills a
phrase or is joined to others is isolated by itself, with Unicode's FSI and PDI (UAX #9); what shows a line
writes these as elements (`escape.markdown`) or leaves them in. In a text by itself each stretch of the fewer
letters is isolated: an English sentence that opens with a Hebrew name is still English.
"""

import re
import unicodedata
from collections.abc import Iterable
from typing import Final

FSI: Final = "\u2068"
PDI: Final = "\u2069"

# The blocks whose characters run from right to left by default (Unicode's DerivedBidiClass.txt).
_LETTERS: Final = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefe\U00010800-\U00010fff\U0001e800-\U0001efff"
RIGHT_TO_LEFT: Final = re.compile(f"[{_LETTERS}]")

_DIRECTIONS: Final = "\u2066\u2067\u2068\u2069"
_MARKS: Final = re.compile(f"[{FSI}{PDI}]")


def joined(separator: str, values: Iterable[str]) -> str:
    """Join values, each of them isolated, leaving out empty ones."""
    return separator.join(isolated(value) for value in values if value)


def plain(text: str) -> str:
    """Take isolates out of a text that was made of values, for files that hold data."""
    return _MARKS.sub("", text) if not text.isascii() and RIGHT_TO_LEFT.search(text) else text


def closed(text: str) -> str:
    """Close the isolates that are left open where a text was cut."""
    opened = 0
    for mark in _MARKS.findall(text):
        opened = opened + 1 if mark == FSI else max(opened - 1, 0)
    return text + PDI * opened


def paired(text: str) -> frozenset[int]:
    """Find the places of isolates that belong together around right-to-left letters; any other mark hides."""
    places: set[int] = set()
    opened: list[int] = []
    for match in _MARKS.finditer(text):
        if match[0] == FSI:
            opened.append(match.start())
        elif opened and RIGHT_TO_LEFT.search(text, start := opened.pop(), match.start()):
            places |= {start, match.start()}
    return frozenset(places)


def isolated(text: str) -> str:
    """Isolate what runs from right to left in a value that stands in a line from left to right.

    A value with more right-to-left letters than others is isolated as a whole, and keeps its own direction;
    white space at its ends belongs to the line.
    """
    if text.isascii() or not RIGHT_TO_LEFT.search(text):
        return text
    outer = _outer(text, paired(text))
    theirs = sum(bool(RIGHT_TO_LEFT.match(text[at])) and text[at].isalpha() for at in outer)
    ours = sum(unicodedata.bidirectional(text[at]) == "L" for at in outer)
    # A mark of its own that closes nothing would close what is written here.
    if ours > theirs or any(text[at] in _DIRECTIONS for at in outer):
        return _runs_isolated(text, outer)
    if not theirs:
        return text
    body = text.strip(" ")
    lead, _, rest = text.partition(body)
    return f"{lead}{FSI}{body}{PDI}{rest}"


def _outer(text: str, marks: frozenset[int]) -> list[int]:
    """Find the characters that stand in no isolate."""
    places, depth = [], 0
    for at, char in enumerate(text):
        if at in marks:
            depth += 1 if char == FSI else -1
        elif not depth:
            places.append(at)
    return places


def _runs_isolated(text: str, outer: list[int]) -> str:
    """Isolate each run of right-to-left letters, with the numbers and marks between them."""
    parts: list[str] = []
    done, last, start = 0, -1, -1

    def close() -> None:
        nonlocal done, start
        if start >= 0:
            parts.extend((text[done:start], FSI, text[start : last + 1], PDI))
            done, start = last + 1, -1

    previous = -1
    for at in outer:
        if at != previous + 1 or text[at] in _DIRECTIONS or unicodedata.bidirectional(text[at]) == "L":
            close()
        if RIGHT_TO_LEFT.match(text[at]):
            start, last = (at if start < 0 else start), at
        previous = at
    close()
    return "".join([*parts, text[done:]])
