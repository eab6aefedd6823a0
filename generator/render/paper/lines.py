"""Lines of a paper: texts with letters of sources, references to claims, dates, facts and withdrawals."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from generator.render.bidi import isolated
from generator.render.bidi import joined as isolates
from generator.render.paper.blocks import Line, Paragraph, Piece
from generator.render.parts.claims.links import ClaimLink
from generator.render.parts.claims.tombstones import TombstoneView
from generator.render.parts.dates import DateView
from generator.render.parts.lettered import TextPiece
from generator.render.parts.links import Link
from generator.render.parts.source_labels import SourceText
from generator.render.words import phrase

LEFT_OUT: Final = Piece(phrase("left-out-between"), soft=True)
"""What stands where a quote leaves words out."""

_BLANK_LINES: Final = re.compile(r"\n[ \t]*\n")
_HOLE: Final = "\0"
_BETWEEN: Final = Piece(" · ", soft=True)


def parts(text: str, *, soft: bool = False, before: str = "") -> tuple[Line, ...]:
    """Split a text at its blank lines; ``before`` is a strong label of the first part."""
    lines: list[Line] = [(Piece(part, soft=soft),) for part in filter(str.strip, _BLANK_LINES.split(text))]
    if lines and before:
        lines[0] = (Piece(before, strong=True, soft=soft), *lines[0])
    return tuple(lines)


def paragraphs(text: str) -> Iterator[Paragraph]:
    """Split a text at its blank lines into paragraphs."""
    return map(Paragraph, parts(text))


def lettered(pieces: Iterable[TextPiece]) -> Line:
    """A text of ours, the letters of sources in it subdued."""
    return tuple(_piece(piece, f"({piece.text})") for piece in pieces)


def claim_line(pieces: Iterable[TextPiece]) -> Line:
    """A claim's line: the speaker strong, and behind the letter of a source how it carries the claim."""
    return tuple(
        _piece(piece, f"[{piece.text} {isolated(piece.told)}]".replace(" ]", "]")) for piece in pieces
    )


def _piece(piece: TextPiece, letter: str) -> Piece:
    space = " " if piece.space else ""
    return Piece(space + (letter if piece.letter else piece.text), piece.strong, soft=piece.letter)


def numbers(claims: Iterable[ClaimLink], before: str = " ") -> Line:
    """The numbers of the claims that a sentence rests on, as "[1, 4, 5]"; nothing without claims."""
    pieces: list[Piece] = []
    for claim in claims:
        pieces += [Piece(", ", soft=True), number(claim, soft=True)]
        if claim.withdrawn:
            pieces.append(Piece(f" {phrase('is-withdrawn')}", soft=True))
    return (Piece(f"{before}[", soft=True), *pieces[1:], Piece("]", soft=True)) if pieces else ()


def number(claim: ClaimLink, *, soft: bool = False) -> Piece:
    """The number of a claim, which leads to it."""
    return Piece(str(claim.number), soft=soft, to=anchor(claim.href))


def anchor(href: str) -> str:
    """The anchor in the paper for a link within the briefing's page; empty for a link without fragment."""
    return href.partition("#")[2]


def joined(lines: Iterable[Line]) -> Line:
    """Join lines with a middle dot; empty ones are left out."""
    return tuple(piece for line in lines if line for piece in (_BETWEEN, *line))[1:]


def facts(texts: Iterable[str], verb: SourceText | None = None) -> Line:
    """Join facts with a middle dot, first of all the source's own verb; empty facts are left out."""
    lines: list[Line] = [(Piece(text, soft=True),) for text in texts if text]
    if verb:
        before, _, after = phrase("its-verb", _HOLE).partition(_HOLE)
        said = Piece(verb.text, soft=True, language=verb.language)
        lines.insert(0, (Piece(before, soft=True), said, Piece(after, soft=True)))
    return joined(lines)


def date(date: DateView) -> str:
    """A date in words, with how it is known."""
    return isolated(date.words) + known(date)


def known(date: DateView) -> str:
    """How a date is known, in parentheses: the article's words for it, and what it was inferred from."""
    inferred = ""
    if date.inferred_from:
        name = "inferred-from-outside" if date.outside else "inferred-from"
        inferred = phrase(name, date.inferred_from)
    notes = (f"“{isolated(date.as_stated)}”" if date.as_stated else "", inferred)
    return f" ({'; '.join(filter(None, notes))})" if any(notes) else ""


def dated(word: str, when: DateView | None) -> str:
    """A date behind a word of the catalogue, as "said 1 November 2024"; empty without a date."""
    return phrase(word, date(when)) if when else ""


def tombstone(withdrawn: TombstoneView) -> Line:
    """When and why an entry was withdrawn, and what replaced it."""
    line: Line = (
        Piece(phrase("withdrawn"), strong=True),
        Piece(f", {isolated(date(withdrawn.date))}: {isolated(withdrawn.reason)}"),
    )
    successor = withdrawn.replaced_by
    if successor is None:
        return line
    return (*line, Piece(f" {phrase('instead')}"), Piece(successor.text, to=anchor(successor.href)))


def saying(lines: Iterable[Line]) -> tuple[Line, ...]:
    """Drop lines without text."""
    return tuple(line for line in lines if any(piece.text for piece in line))


def struck(line: Line) -> Line:
    """Strike a line through."""
    return tuple(replace(piece, struck=True) for piece in line)


def anchored(line: Line, to: str) -> Line:
    """Make the first piece of a line an anchor."""
    first, *rest = line
    return (replace(first, anchor=to), *rest)


def names(links: Iterable[Link]) -> str:
    """Join the links' names with commas, without the links."""
    return isolates(", ", (link.text for link in links))


def source_words(segments: Iterable[str], language: str) -> Line:
    """Words of a source; between two segments words are left out."""
    return tuple(piece for segment in segments for piece in (LEFT_OUT, Piece(segment, language=language)))[1:]
