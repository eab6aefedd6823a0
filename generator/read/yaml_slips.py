"""Slips of typing that YAML cannot read, or reads as something else, each found on its own line."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from generator.model.diagnostics import Diagnostic, problem
from generator.model.entries import Summary
from generator.model.span import Span
from generator.read.expected import entry_models

BULLETS: Final = "–—‒―−‐‑•·●▪◦○■‣⁃*+"
"""Signs that are typed, or put there by a word processor, for the hyphen before an entry of a list."""

SLIPS: Final = frozenset(["not-a-space", "no-hyphen", "glued"])
"""Codes of the slips that a line shows by itself."""

_ODD_SPACE: Final = r"[^\S \n]"
_ODD_PLACES: Final = (
    re.compile(rf"^[ ]*({_ODD_SPACE})"),
    re.compile(rf"^\s*(?:- +)*-({_ODD_SPACE})"),
    re.compile(rf"^\s*(?:- +)*[\w-]+:({_ODD_SPACE})"),
)
_BULLET: Final = re.compile(rf"^(\s*(?:- +)*)([{re.escape(BULLETS)}])(\s*)(?=\S)")
_GLUED_HYPHEN: Final = re.compile(r"^(\s*(?:- +)*-)(?=[\w-]+:(?:\s|$))")
_GLUED_COLON: Final = re.compile(r"^(\s*(?:- +)*)([\w-]+):(?=[^\s:/])")
_KEY: Final = re.compile(r"^(\s*(?:- +)*)([\w-]+):(?=\s|$)")
_CONFLICT: Final = re.compile(r"^(<{7}|>{7})(?: |$)")
_SHOWN: Final = 40


@cache
def _in_quoted() -> re.Pattern[str]:
    return re.compile(rf"\n\s*(?:- +)*(?:{'|'.join(sorted(field_names()))}):(?:\s|$)")


def swallows_fields(raw: str) -> bool:
    """Tests whether a text in quotation marks holds a line that begins with a field: its end is missing."""
    return _in_quoted().search(raw) is not None


@cache
def field_names() -> frozenset[str]:
    """Returns the names of all fields that a file of a briefing may have."""
    names = {*Summary.model_fields}  # it stands last in the module that declares all entries of a file
    return frozenset(names.union(*(model.model_fields for model in entry_models())))


def conflict_marks(path: str, lines: Sequence[str]) -> Diagnostic | None:
    """Finds what Git leaves between two versions of lines that it could not merge."""
    opened = 0
    for number, line in enumerate(lines, 1):
        mark = _CONFLICT.match(line)
        if mark and mark[1][0] == "<":
            opened = opened or number
        elif mark and opened:
            return problem("conflict-marks", Span(path, opened, 1, opened, 8), line=number)
    return None


def slip_at(path: str, lines: Sequence[str], at: int) -> Diagnostic | None:
    """Finds the slip of one line, which is counted from 0."""
    line, number = lines[at], at + 1
    for pattern in _ODD_PLACES:
        if odd := pattern.match(line):
            return _odd_space(path, number, odd.start(1), odd[1])
    if bullet := _BULLET.match(line):
        span = Span(path, number, bullet.start(2) + 1, number, bullet.end(2) + 1)
        key = _KEY.match(line[bullet.end() :])
        if (key and key[2] in field_names()) or (bullet[3] and _has_siblings(lines, at, bullet[1])):
            return problem("no-hyphen", span, sign=bullet[2], write=f"- {_shown(line[bullet.end() :])}")
    if glued := _GLUED_HYPHEN.match(line):
        span = Span(path, number, glued.end(), number, glued.end() + 1)
        return problem("glued", span, sign="hyphen", write=f"- {_shown(line[glued.end() :])}")
    return glued_colon(path, number, line)


def _has_siblings(lines: Sequence[str], at: int, indent: str) -> bool:
    """Tests whether a line next to another begins at the same place with a hyphen or a bullet."""
    beside = (lines[number] for number in (at - 1, at + 1) if 0 <= number < len(lines))
    return any(re.match(rf"{indent}[{re.escape(BULLETS)}-]\s*\S", line) for line in beside)


def glued_colon(path: str, number: int, line: str) -> Diagnostic | None:
    """Finds a field's name whose colon has no space behind it: ``by:mayor``."""
    glued = _GLUED_COLON.match(line)
    if glued is None or glued[2] not in field_names():
        return None
    at = glued.end()
    span = Span(path, number, glued.start(2) + 1, number, at + 1)
    return problem("glued", span, sign="colon", write=f"{glued[2]}: {_shown(line[at:])}")


def slip_above(path: str, lines: Sequence[str], line: int) -> Diagnostic | None:
    """Finds the slip that YAML stumbles over: on a line, or in the unreadable ones above it.

    Args:
        line: where YAML cannot go on, from 0.
    """
    for at in range(min(line, len(lines) - 1), -1, -1):
        if slip := slip_at(path, lines, at):
            return slip
        if at < line and _KEY.match(lines[at]):
            return None
    return None


def too_deep(path: str, lines: Sequence[str], line: int, column: int) -> Diagnostic | None:
    """Finds a field that stands deeper than the text above it, and would go on with that text.

    Args:
        line, column: where YAML met a colon, from 0; it has to be the field's own.
    """
    key = _KEY.match(lines[line]) if line < len(lines) else None
    above = next((at for at in range(line - 1, -1, -1) if _KEY.match(lines[at])), None)
    if key is None or above is None or key[2] not in field_names() or key.end(2) != column:
        return None
    holder = _KEY.match(lines[above])
    assert holder is not None
    wanted = holder.start(2) + 1
    if key.start(2) + 1 <= wanted:
        return None
    span = Span(path, line + 1, key.start(2) + 1, line + 1, key.end(2) + 1)
    return problem("too-far-right", span, key=key[2], above=holder[2], line=above + 1, column=wanted)


def where_it_fits(lines: Sequence[str], line: int) -> str:
    """Tells in which column a line was probably meant to begin, as a line above it does; "" when none does.

    Args:
        line: the line, from 0, that begins in a column that fits no line above it.
    """
    own = _Beginning.of(lines[line])
    fits: dict[int, tuple[_Beginning, int]] = {}
    outermost = len(lines[line]) + 1
    for at in range(line - 1, -1, -1):
        above = _Beginning.of(lines[at])
        places = (above, above.behind_hyphen()) if above.key else ()
        for place in places:
            if place.column <= outermost and place.is_entry == own.is_entry:
                fits.setdefault(place.column, (place, at + 1))
        outermost = min(outermost, above.column) if places else outermost
    alike = {column: fit for column, fit in fits.items() if fit[0].is_field == own.is_field} or fits
    if not alike:
        return ""
    column = min(alike, key=lambda column: (abs(column - own.column), -column))
    place, number = alike[column]
    what = "the hyphen" if place.is_entry else f"'{place.key}'"
    below = next((_Beginning.of(text).column for text in lines[line + 1 :] if text.strip()), 0)
    whole = own.is_entry and below == own.behind_hyphen().column
    along = ", and move the lines that belong to it as far" if whole else ""
    return f"Begin it in column {column + 1}, as {what} does on line {number}{along}"


def shifted_block(path: str, lines: Sequence[str], line: int) -> Diagnostic | None:
    """Finds entries above that stand further right than their list goes on: they are what is to be moved.

    Args:
        line: the line, from 0, of the first entry that begins in another column than those above it.
    """
    own = _Beginning.of(lines[line])
    if not own.is_entry:
        return None
    first = line
    for at in range(line - 1, -1, -1):
        above = _Beginning.of(lines[at])
        if lines[at].strip() and above.column <= own.column and not lines[at].lstrip().startswith("#"):
            break
        first = at if above.is_entry else first
    shift = _Beginning.of(lines[first]).column - own.column
    moved = sum(_is_entry_in(lines[at], own.column + shift) for at in range(first, line))
    staying = 0
    for text in lines[line:]:
        if text.strip() and _Beginning.of(text).column < own.column:
            break
        staying += _is_entry_in(text, own.column)
    if shift <= 0 or moved >= staying:
        return None
    last = max(at for at in range(first, line) if lines[at].strip())
    span = Span(path, first + 1, own.column + shift + 1, first + 1, own.column + shift + 2)
    return problem("block-shifted", span, last=last + 1, shift=shift, column=own.column + 1, line=line + 1)


def _is_entry_in(line: str, column: int) -> bool:
    beginning = _Beginning.of(line)
    return beginning.is_entry and beginning.column == column


@dataclass(frozen=True)
class _Beginning:
    """Beginning of a line: its column, from 0, whether a hyphen stands there, and the key behind it."""

    column: int
    is_entry: bool
    key: str

    @classmethod
    def of(cls, line: str) -> "_Beginning":
        key = _KEY.match(line)
        column = len(line) - len(line.lstrip())
        return cls(column, line.lstrip().startswith("- "), key[2] if key else "")

    @property
    def is_field(self) -> bool:
        return self.key in field_names()

    def behind_hyphen(self) -> "_Beginning":
        """Returns where the key of an entry begins, on the line of the entry's hyphen."""
        return _Beginning(self.column + 2 * self.is_entry, False, self.key)


def _odd_space(path: str, number: int, start: int, character: str) -> Diagnostic:
    name = "A tab" if character == "\t" else _named(character)
    span = Span(path, number, start + 1, number, start + 2)
    return problem("not-a-space", span, character=name)


def odd_space(path: str, number: int, line: str, start: int) -> Diagnostic | None:
    """Tells of a tab or another kind of space at a place of a line, from 0, where YAML wants a plain one."""
    character = line[start : start + 1]
    if not re.fullmatch(_ODD_SPACE, character):
        return None
    return _odd_space(path, number, start, character)


def _named(character: str) -> str:
    name = unicodedata.name(character, "space").lower()
    return f"A {name} (U+{ord(character):04X})"


def _shown(rest: str) -> str:
    words = rest.strip()
    return words if len(words) <= _SHOWN else f"{words[:_SHOWN].rsplit(' ', 1)[0]} …"
