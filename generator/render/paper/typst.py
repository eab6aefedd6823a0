"""Makes the manuscript that typst sets as PDF: a fixed template, and the paper as JSON."""

import json
import re
from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import Any, Final
from urllib.parse import quote, urlsplit

from generator.files.package import templates_folder
from generator.files.walk import read_file
from generator.render.assets import look
from generator.render.bidi import isolated
from generator.render.paper.blocks import (
    Block,
    Columns,
    Heading,
    Items,
    Line,
    Paper,
    Paragraph,
    Piece,
    Table,
    anchors_of,
    folded,
)
from generator.render.words import phrase

# How much of a word without a place to break fits into a line, in em; a longer one gets places to break.
_ROOM: Final = 38.0
_ROOM_IN_COLUMN: Final = 15.0
_ROOM_IN_TITLE: Final = 26.0
# The same for all columns of a table; each loses the gap to the next, and has room for a few letters.
_ROOM_IN_TABLE: Final = 54.0
_GAP: Final = 0.7
_NARROWEST: Final = 2.0
_METADATA: Final = ("title", "description", "editors", "topics", "changed")
"""What a program shows of the file, in the reader's own fonts."""

_MAY_BREAK: Final = "\u200b"

# All but Latin letters and common punctuation, which every font of typst's has.
_UNCOMMON: Final = "[^ -~\u00a0-\u017f\u2010-\u2027\u2030-\u203a\u20ac\u200b\u2068\u2069]"


@dataclass(frozen=True)
class Manuscript:
    """A paper as typst receives it.

    Attributes:
        template: the typst source, the same for every briefing.
        values: the JSON that the template reads from ``sys.inputs.paper``, so that no text is markup.
    """

    template: str
    values: str


def manuscript(paper: Paper) -> Manuscript:
    """Make the manuscript of a paper. Hidden characters are shown as their numbers."""
    anchors = anchors_of((*paper.first, *paper.annex))
    values = {
        "title": folded(paper.title),
        "heading": shown(paper.title, _ROOM_IN_TITLE),
        "description": folded(paper.description),
        "editors": [folded(editor) for editor in paper.editors],
        "topics": [folded(topic) for topic in paper.topics],
        "changed": paper.changed,
        "footer": [shown(line) for line in paper.footer],
        "page": paper.page,
        "look": {"accent": look()["accent"], "soft": look()["print-soft"], "line": look()["print-line"]},
        "first": [_block_data(block, anchors) for block in paper.first],
        "annex": [_block_data(block, anchors) for block in paper.annex],
    }
    template = read_file(templates_folder(), "paper/briefing.typ").decode()
    return Manuscript(template, _to_json(values))


def without(manuscript: Manuscript, unshown: Collection[str]) -> Manuscript:
    """Replace grapheme clusters that no font has by a note of how many are left out."""
    either = "|".join(
        re.escape(cluster) for cluster in sorted(unshown, key=lambda cluster: (-len(cluster), cluster))
    )
    return _with_notes(manuscript, re.compile(rf"(?:{either})(?:[\s\u200b]*(?:{either}))*"))


def common_only(manuscript: Manuscript) -> Manuscript:
    """Replace all characters but Latin letters and common punctuation, as the last resort."""
    return _with_notes(manuscript, re.compile(rf"{_UNCOMMON}(?:[\s\u200b]*{_UNCOMMON})*"))


def _with_notes(manuscript: Manuscript, missing: re.Pattern[str]) -> Manuscript:
    values = {
        name: value
        if name in _METADATA
        else _map_texts(value, lambda text: missing.sub(_left_out_note, text))
        for name, value in json.loads(manuscript.values).items()
    }
    note = {"is": "paragraph", "line": [{"text": phrase("unshown-why")}], "look": "", "leads": False}
    values["annex" if values["annex"] else "first"].append(note)
    return Manuscript(manuscript.template, _to_json(values))


def _left_out_note(match: re.Match[str]) -> str:
    number = sum(not char.isspace() and char != _MAY_BREAK for char in match[0])
    return phrase("unshown-one") if number == 1 else phrase("unshown", number)


def _map_texts(value: Any, change: Callable[[str], str]) -> Any:
    match value:
        case str():
            return change(value)
        case list():
            return [_map_texts(item, change) for item in value]
        case dict():
            return {name: _map_texts(item, change) for name, item in value.items()}
    return value


def _to_json(values: Any) -> str:
    return json.dumps(values, ensure_ascii=False, sort_keys=True)


def _block_data(block: Block, anchors: Collection[str], room: float = _ROOM) -> dict[str, Any]:
    kind = {"is": type(block).__name__.lower()}

    def line_data(line: Line) -> list[dict[str, Any]]:
        return _line_data(line, anchors, room)

    match block:
        case Heading():
            in_line = _ROOM_IN_TITLE if block.level == 1 else room
            return {**kind, "level": block.level, "line": _line_data(block.line, anchors, in_line)}
        case Paragraph():
            return {**kind, "line": line_data(block.line), "look": block.look, "leads": block.leads}
        case Items():
            items = [[line_data(line) for line in item] for item in block.items]
            return {**kind, "items": items, "bullets": block.bullets}
        case Columns():
            left, right = (
                [_block_data(one, anchors, _ROOM_IN_COLUMN) for one in column]
                for column in (block.left, block.right)
            )
            return {**kind, "left": left, "right": right, "share": block.share}
        case Table():
            return {**kind, **_table_data(block, anchors)}


def _table_data(table: Table, anchors: Collection[str]) -> dict[str, Any]:
    whole = sum(table.widths)
    rooms = [max(_ROOM_IN_TABLE * width / whole - _GAP, _NARROWEST) for width in table.widths]
    rows = [
        [[_line_data(line, anchors, room) for line in cell] for cell, room in zip(row, rooms, strict=True)]
        for row in table.rows
    ]
    head = [shown(text, room) for text, room in zip(table.head, rooms, strict=True)]
    return {"head": head, "widths": table.widths, "rows": rows}


def _line_data(line: Line, anchors: Collection[str], room: float) -> list[dict[str, Any]]:
    return [_piece_data(piece, anchors, room) for piece in line if piece.text]


def _piece_data(piece: Piece, anchors: Collection[str], room: float) -> dict[str, Any]:
    data = {name: value for name, value in vars(piece).items() if value}
    if piece.to not in anchors:
        data.pop("to", None)
    # An address gets no places to break, as typst knows where an address may break.
    data["text"] = _ascii_address(piece.text) if piece.web else shown(piece.text, room)
    return data


def _ascii_address(href: str) -> str:
    """Map an IRI to an ASCII URI (RFC 3987, 3.1), as PDF needs it."""
    if href.isascii():
        return href
    parts = urlsplit(href)
    try:
        host = parts.netloc.encode("idna").decode()
    except UnicodeError:
        host = quote(parts.netloc, safe=":")
    return quote(parts._replace(netloc=host).geturl(), safe="%/:?#[]@!$&'()*+,;=~")


def shown(text: str, room: float = _ROOM) -> str:
    """Prepare a text for typst: fold white space, show hidden characters, let long words break.

    Args:
        text: what a contributor wrote.
        room: how much of a word fits into a line, in em.

    Returns:
        the text, with Unicode's FSI and PDI around what runs from right to left.
    """
    words = [_breakable(word, room) if len(word) > room else word for word in folded(text).split(" ")]
    return isolated(" ".join(words))


def _breakable(word: str, room: float) -> str:
    """Put zero-width spaces into a word wherever a line may be full, but never before a combining mark."""
    parts: list[str] = []
    full = 0.0
    for char in word:
        # An upper bound for the fonts' letters; an M is one em wide.
        width = 0.55 if char.islower() or char.isdigit() or char in "/.-_:" else 1.0
        if full + width > room and (char.isascii() or char.isalnum()):
            parts.append(_MAY_BREAK)
            full = 0.0
        parts.append(char)
        full += width
    return "".join(parts)
