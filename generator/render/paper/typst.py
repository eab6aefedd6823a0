"""What typst sets a PDF from: our template, and the paper as data, so that no text is ever markup."""

import json
import re
from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import Any, Final
from urllib.parse import quote, urlsplit

from generator.files.walk import read_file
from generator.render.assets import look
from generator.render.environment import templates_folder
from generator.render.escape import RIGHT_TO_LEFT
from generator.render.paper.blocks import (
    Block,
    Heading,
    Items,
    Line,
    Paper,
    Paragraph,
    Piece,
    Table,
    Words,
    folded,
)
from generator.render.words import phrase

# What offers no place to break would run off the sheet, so it may break wherever a line can be full.
_ROOM: Final = 38.0
_ROOM_IN_CELL: Final = 13.0
_ROOM_IN_TITLE: Final = 17.0
_MAY_BREAK: Final = "\u200b"

_ISOLATED: Final = "\u2068{}\u2069"

# All but Latin letters and common punctuation, which the fonts surely have.
_UNCOMMON: Final = "[^ -~\u00a0-\u017f\u2010-\u2027\u2030-\u203a\u20ac\u200b\u2068\u2069]"


@dataclass(frozen=True)
class Manuscript:
    """A paper as it goes to typst.

    Attributes:
        template: the source text; the same for every briefing.
        values: what it receives as ``sys.inputs.paper``: JSON.
    """

    template: str
    values: str


def manuscript(paper: Paper) -> Manuscript:
    """A paper for typst. Hidden characters are shown by their numbers, as on the pages."""
    anchors = {one.anchor for one in (*paper.first, *paper.annex) if isinstance(one, Heading)} - {""}
    values = {
        "title": folded(paper.title),
        "heading": shown(paper.title, _ROOM_IN_TITLE),
        "description": folded(paper.description),
        "editors": [folded(one) for one in paper.editors],
        "topics": [folded(one) for one in paper.topics],
        "changed": paper.changed,
        "address": _address(paper.address),
        "footer": [shown(one) for one in paper.footer],
        "page": paper.page,
        "own_address": paper.own_address,
        "look": {"accent": look()["accent"], "soft": look()["print-soft"], "line": look()["print-line"]},
        "first": [_block(one, anchors) for one in paper.first],
        "annex": [_block(one, anchors) for one in paper.annex],
    }
    template = read_file(templates_folder(), "paper/briefing.typ").decode()
    return Manuscript(template, _written(values))


def without(made: Manuscript, unshown: Collection[str]) -> Manuscript:
    """The manuscript without clusters of characters that no font has; it says how many are left out."""
    either = "|".join(re.escape(one) for one in sorted(unshown, key=lambda one: (-len(one), one)))
    return _replaced(made, re.compile(rf"(?:{either})(?:[\s\u200b]*(?:{either}))*"))


def common_only(made: Manuscript) -> Manuscript:
    """The manuscript with none but the commonest characters: the last resort."""
    return _replaced(made, re.compile(rf"{_UNCOMMON}(?:[\s\u200b]*{_UNCOMMON})*"))


def _replaced(made: Manuscript, missing: re.Pattern[str]) -> Manuscript:
    values = _each_text(json.loads(made.values), lambda text: missing.sub(_counted, text))
    values["annex"].append(
        {"is": "paragraph", "line": [{"text": phrase("unshown-why")}], "framed": False, "leads": False}
    )
    return Manuscript(made.template, _written(values))


def _counted(found: re.Match[str]) -> str:
    number = sum(not one.isspace() and one != _MAY_BREAK for one in found[0])
    return phrase("unshown-one") if number == 1 else phrase("unshown", number)


def _each_text(value: Any, change: Callable[[str], str]) -> Any:
    match value:
        case str():
            return change(value)
        case list():
            return [_each_text(one, change) for one in value]
        case dict():
            return {name: _each_text(one, change) for name, one in value.items()}
    return value


def _written(values: Any) -> str:
    return json.dumps(values, ensure_ascii=False, sort_keys=True)


def _block(block: Block, anchors: Collection[str]) -> dict[str, Any]:
    kind = {"is": type(block).__name__.lower()}
    match block:
        case Heading():
            return {**kind, "level": block.level, "line": _line(block.line, anchors), "anchor": block.anchor}
        case Paragraph():
            return {**kind, "line": _line(block.line, anchors), "framed": block.framed, "leads": block.leads}
        case Items():
            items = [[_line(line, anchors) for line in item] for item in block.items]
            return {**kind, "items": items, "numbered": block.numbered}
        case Words():
            under = _line(block.under, anchors)
            return {**kind, "mark": block.mark, "line": _line(block.line, anchors), "under": under}
        case Table():
            rows = [
                [[_line(line, anchors, _ROOM_IN_CELL) for line in cell] for cell in row] for row in block.rows
            ]
            return {**kind, "head": block.head, "widths": block.widths, "rows": rows}


def _line(line: Line, anchors: Collection[str], room: float = _ROOM) -> list[dict[str, Any]]:
    """The pieces that the paper has a place for, each with what it needs to be told."""
    return [
        _piece(piece, anchors, room)
        for piece in line
        if piece.text and (not piece.sheet or piece.sheet in anchors)
    ]


def _piece(piece: Piece, anchors: Collection[str], room: float) -> dict[str, Any]:
    told = {name: value for name, value in vars(piece).items() if value}
    if piece.to not in anchors:
        told.pop("to", None)
    if piece.href:
        told["href"] = _address(piece.href)
    # An address is shown as it is; typst knows where it may break.
    told["text"] = told["href"] if piece.href == piece.text else shown(piece.text, room)
    return told


def _address(href: str) -> str:
    """An address in ASCII, as PDF wants it (RFC 3987, 3.1), so that no letter of it can be left out."""
    if href.isascii():
        return href
    parts = urlsplit(href)
    try:
        host = parts.netloc.encode("idna").decode()
    except UnicodeError:
        host = quote(parts.netloc, safe=":")
    return quote(parts._replace(netloc=host).geturl(), safe="%/:?#[]@!$&'()*+,;=~")


def shown(text: str, room: float = _ROOM) -> str:
    """A text as typst sets it: white space folded, hidden characters by their numbers, long words parted.

    Args:
        text: what a contributor wrote.
        room: how much of a word fits into a line, in em.
    """
    words = [_parted(word, room) if len(word) > room else word for word in folded(text).split(" ")]
    line = " ".join(words)
    return _ISOLATED.format(line) if RIGHT_TO_LEFT.search(line) else line


def _parted(word: str, room: float) -> str:
    """A word that may break where a line is full, but not before what belongs to the character before it."""
    parts: list[str] = []
    full = 0.0
    for char in word:
        # Wide enough for any letter of the fonts: an M is an em.
        width = 0.55 if char.islower() or char.isdigit() or char in "/.-_:" else 1.0
        if full + width > room and (char.isascii() or char.isalnum()):
            parts.append(_MAY_BREAK)
            full = 0.0
        parts.append(char)
        full += width
    return "".join(parts)
