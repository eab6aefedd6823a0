"""How much room blocks take on the first sheet, as a Word file has it, which can't measure itself."""

from collections.abc import Iterable
from math import ceil
from typing import Final

from generator.render.paper.blocks import Block, Columns, Heading, Items, Line, Paragraph, Table

LINES: Final = 60
"""How many lines the sheet has."""

CHARACTERS: Final = 100
"""How many characters stand in a line of it, with a wide font."""

_BETWEEN: Final = 0.25
"""The space between two paragraphs."""

_TITLE: Final = 2.0
"""How much larger the letters of the title are."""


_SECTION: Final = 1.75
"""The height of another heading, with the space around it."""


def lines_taken(blocks: Iterable[Block], characters: float = CHARACTERS) -> float:
    """About how many lines blocks take, where so many characters stand in a line."""
    return sum(_of_block(block, characters) for block in blocks)


def _of_block(block: Block, characters: float) -> float:
    match block:
        case Heading(1):
            return _TITLE * _of_line(block.line, characters / _TITLE)
        case Heading():
            return _SECTION
        case Paragraph():
            return _of_line(block.line, characters) + _BETWEEN
        case Items():
            return sum(_of_cell(item, characters) + _BETWEEN for item in block.items)
        case Columns():
            return lines_taken((*block.left, *block.right), characters)
        case Table():
            width = characters / len(block.head)
            return sum(max(_of_cell(cell, width) for cell in row) for row in block.rows)


def _of_cell(lines: Iterable[Line], characters: float) -> int:
    return sum(_of_line(line, characters) for line in lines)


def _of_line(line: Line, characters: float) -> int:
    return max(ceil(sum(len(piece.text) for piece in line) / characters), 1)
