"""Rows: the lines of a YAML file as they are meant, whether or not YAML can read them, with their slips.

YAML stops at the first mistake, and tells of it where it noticed. Here each line is looked at for itself: how
far it is indented, which key or entry it opens, and whether tabs, no-break spaces, dashes or bullets stand
where YAML wants spaces and hyphens. Lines of texts in blocks, quotation marks or brackets are left alone.
"""

import re
from dataclasses import dataclass, field
from typing import Final

from generator.model.entry import Entry
from generator.read.wanted import Loc, Wanted, wanted_at
from generator.read.yaml_values import DEEPEST

_LEAD: Final = re.compile(r"[ \t\u00a0\u2007\u202f]*")
_SPACES: Final = re.compile(" *")
_HYPHEN: Final = re.compile(r"-(?P<gap>[ \t\u00a0\u2007\u202f]+(?=\S)|(?=$))")
_BULLET: Final = re.compile(
    r"(?P<sign>[‐‑‒–—―−•‣▪◦●○·*])(?P<gap>[ \t\u00a0\u2007\u202f]*)(?=\S)|(?P<hyphen>-)(?=[^\s-])"
)
_KEY: Final = re.compile(
    r"(?P<key>[\w.$-]+|\"[^\"]*\"|'[^']*') *:(?P<gap>[ \t\u00a0\u2007\u202f]+|(?=$))",
)
_GLUED: Final = re.compile(r"(?P<key>[A-Za-z_]+):(?P<gap>)(?=[^\s:/])")
_BLOCK: Final = re.compile(r"[|>][-+0-9]*[ \t]*(?:#.*)?$")
_COMMENT: Final = re.compile(r"(?:^|[ \t])#")


@dataclass(frozen=True)
class Slip:
    """Characters of a line that YAML doesn't take for what they are meant as.

    Attributes:
        start, end: where they stand, in code points of the text.
        new: what YAML wants there.
        what: which they are, in words; empty where something is missing.
        place: where, in words: indentation, after a hyphen, after a colon, or in place of a hyphen.
    """

    start: int
    end: int
    new: str
    what: str
    place: str


@dataclass(frozen=True)
class Row:
    """A line that opens a key, an entry of a list, or both.

    Attributes:
        line: its number, from 1.
        column: the column, from 0, of its key, or else of its hyphen.
        key: the key; empty for an entry that is a value.
        takes_text: whether the model takes free text as its value.
        start, end: its value on this line, in code points of the text, without white space around it.
        goes_on: whether deeper lines follow that may belong to the value.
    """

    line: int
    column: int
    key: str
    takes_text: bool
    start: int
    end: int
    goes_on: bool


@dataclass
class _Open:
    column: int
    key: str | None
    has_value: bool = False


@dataclass
class _Scanner:
    model: type[Entry]
    text: str
    tab: int
    rows: list[Row] = field(default_factory=list)
    slips: list[Slip] = field(default_factory=list)
    _open: list[_Open] = field(default_factory=list)
    _block: int | None = None
    """Column of what a text in a block belongs to, while its lines last."""
    _closing: str = ""
    """The quotation mark that ends the text of several lines, or the brackets that are open."""

    def scan(self) -> None:
        start = 0
        for number, line in enumerate(self.text.split("\n"), 1):
            self._line(number, start, line)
            start += len(line) + 1

    def _line(self, number: int, start: int, line: str) -> None:
        lead = _LEAD.match(line)
        assert lead is not None
        content, width = line[lead.end() :], self._width(lead[0])
        if self._closing:
            self._value(line)
            return
        if not content:
            owner = self._open[-1].column if self._open else -1
            if lead[0].strip(" \t"):
                self._lead_slip(start, lead[0], owner if self._block is None else self._block)
            return
        if self._block is not None:
            if width > self._block:
                self._lead_slip(start, lead[0], self._block)
                return
            self._block = None
        if content.startswith("#"):
            if lead[0].strip(" \t"):
                self._lead_slip(start, lead[0], width)
            return
        if content in ("---", "..."):
            return
        self._structure(number, start, lead[0], line.rstrip())

    def _width(self, lead: str) -> int:
        return sum(self.tab if char == "\t" else 1 for char in lead)

    def _lead_slip(self, start: int, lead: str, owner: int) -> None:
        """Notes an indentation whose spaces alone don't reach deeper than the column ``owner``."""
        spaces = _SPACES.match(lead)
        assert spaces is not None
        if spaces.end() < len(lead) and spaces.end() <= owner:
            what = "a tab" if "\t" in lead else "a no-break space"
            self.slips.append(Slip(start, start + len(lead), " " * self._width(lead), what, "indentation"))

    def _structure(self, number: int, start: int, lead: str, line: str) -> None:
        """Reads the hyphens and the key that a line begins with."""
        at, column = len(lead), self._width(lead)
        while self._open and self._open[-1].column > column:
            self._open.pop()
        opened = 0
        while match := _HYPHEN.match(line, at):
            self._gap_slip(start, match)
            self._push(_Open(column, None))
            opened += 1
            column += max(1, match.end() - at)
            at = match.end()
        if not opened and (match := _BULLET.match(line, at)) and self._may_list(line, match, column):
            self._bullet_slip(start, match)
            self._push(_Open(column, None))
            opened += 1
            column += max(2, match.end() - at)
            at = match.end()
        key = _KEY.match(line, at) or self._glued(start, line, at, column)
        if key is None and not opened:
            owner = self._open[-1].column if self._open else -1
            self._lead_slip(start, lead, owner)
            self._go_on()
            return
        self._go_on(self._width(lead))
        if len(lead):
            self._lead_slip(start, lead, len(lead))
        if key is not None:
            name = key["key"].strip("\"'")
            self._push(_Open(column, name, line[key.end() : key.end() + 1] not in ("", "#")))
            if key["gap"].strip(" \t") and self._wanted():
                self._gap_slip(start, key)
            at = key.end()
        else:
            column = self._open[-1].column
            self._open[-1].has_value = at < len(line)
        value, wanted = line[at:], self._wanted()
        self.rows.append(
            Row(
                number,
                column,
                key["key"].strip("\"'") if key else "",
                bool(wanted and "text" in wanted.kinds),
                start + at,
                start + at + len(value.rstrip("\u00a0")),
                False,
            )
        )
        if _BLOCK.match(value):
            self._block = self._open[-1].column
        elif value[:1] in ("'", '"', "[", "{"):
            self._value(value)

    def _glued(self, start: int, line: str, at: int, column: int) -> re.Match[str] | None:
        """Matches a field's name without a space after its colon, where the model has that field."""
        key = _GLUED.match(line, at)
        if key is None:
            return None
        above = [opened for opened in self._open if opened.column < column]
        loc: Loc = tuple(0 if opened.key is None else opened.key for opened in above)
        wanted = wanted_at(self.model, loc) if len(loc) < DEEPEST else None
        if wanted is None or key["key"].lower() not in wanted.fields or (above and above[-1].has_value):
            return None
        self.slips.append(Slip(start + key.end(), start + key.end(), " ", "", "after a colon"))
        return key

    def _push(self, opened: _Open) -> None:
        while self._open and self._open[-1].column >= opened.column:
            same_list = opened.key is None and self._open[-1].column == opened.column
            if same_list and self._open[-1].key is not None and not self._open[-1].has_value:
                break  # a list may begin at the column of its key
            self._open.pop()
        self._open.append(opened)

    def _go_on(self, column: int | None = None) -> None:
        """Notes that the last row is followed by a line that is deeper than it, or by a text of its own."""
        if self.rows and (column is None or column > self.rows[-1].column):
            last = self.rows[-1]
            self.rows[-1] = Row(
                last.line, last.column, last.key, last.takes_text, last.start, last.end, goes_on=True
            )

    def _may_list(self, line: str, match: re.Match[str], column: int) -> bool:
        """Tests whether an entry of a list can stand here, and nothing else."""
        if not self._open:
            return False
        above = self._open[-1]
        if above.key is None:
            return above.column == column
        if above.has_value:
            return False
        wanted = self._wanted()
        if wanted is None or "list" not in wanted.kinds:
            return False
        behind, entry = _KEY.match(line, match.end()), wanted.at(0)
        is_field = behind is not None and entry is not None and behind["key"] in entry.fields
        return is_field or "text" not in wanted.kinds

    def _gap_slip(self, start: int, match: re.Match[str]) -> None:
        gap = match["gap"]
        if gap.strip(" "):
            what = "a tab" if "\t" in gap else "a no-break space"
            place = "after a hyphen" if match[0].startswith("-") else "after a colon"
            new = " " * (1 if "\t" in gap else len(gap))
            self.slips.append(Slip(start + match.start("gap"), start + match.end("gap"), new, what, place))

    def _bullet_slip(self, start: int, match: re.Match[str]) -> None:
        at, end = start + match.start(), start + match.end()
        if match["hyphen"]:
            self.slips.append(Slip(end, end, " ", "", "after a hyphen"))
        else:
            new = "-" + " " * max(1, len(match["gap"]))
            self.slips.append(Slip(at, end, new, f"“{match['sign']}”", "hyphen"))

    def _wanted(self) -> Wanted | None:
        """Returns what the model wants as the value of the innermost key or entry."""
        loc: Loc = tuple(0 if opened.key is None else opened.key for opened in self._open)
        return wanted_at(self.model, loc) if len(loc) < DEEPEST else None

    def _value(self, value: str) -> None:
        """Follows a text in quotation marks, or brackets, to their end, on whatever line that is."""
        at = 0
        if not self._closing:
            self._closing, at = value[0], 1
        while at < len(value) and self._closing:
            char, last = value[at], self._closing[-1]
            if last in "\"'":
                if last == '"' and char == "\\":
                    at += 1
                elif char == last:
                    if last == "'" and value[at + 1 : at + 2] == "'":
                        at += 1
                    else:
                        self._closing = self._closing[:-1]
            elif char in "[{":
                self._closing += char
            elif char in "]}":
                self._closing = self._closing[:-1]
            elif char in "\"'" and value[:at].rstrip()[-1:] in ("", "[", "{", ",", ":"):
                self._closing += char
            elif char == "#" and value[:at][-1:] in (" ", "\t"):
                break
            at += 1


def read_rows(model: type[Entry], text: str, tab: int = 2) -> tuple[list[Row], list[Slip]]:
    """Reads the rows of a YAML text, and the slips in them.

    Args:
        model: the entry that the whole file is, which tells lists and texts apart.
        tab: how many columns a tab is taken for.
    """
    scanner = _Scanner(model, text, tab)
    scanner.scan()
    return scanner.rows, scanner.slips
