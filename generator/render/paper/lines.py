"""Lines of a paper: sentences of claims, dates, facts, links and withdrawals."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from generator.render.paper.blocks import Line, Paragraph, Piece
from generator.render.parts.claims.links import ClaimLink
from generator.render.parts.claims.opened import ClaimView
from generator.render.parts.claims.tombstones import TombstoneView
from generator.render.parts.dates import DateView
from generator.render.parts.links import Link
from generator.render.parts.source_labels import SourceText
from generator.render.words import phrase

_BLANK_LINES = re.compile(r"\n[ \t]*\n")
_HOLE = "\0"
_BETWEEN = Piece(" · ", soft=True)


def paragraphs(text: str, *, soft: bool = False, before: str = "") -> Iterator[Paragraph]:
    """Split a text at its blank lines into paragraphs; ``before`` is a strong label of the first."""
    label = (Piece(before, strong=True),) if before else ()
    for part in filter(str.strip, _BLANK_LINES.split(text)):
        yield Paragraph((*label, Piece(part, soft=soft)))
        label = ()


def sentence(claim: ClaimLink | ClaimView) -> Line:
    """A claim's sentence, as it can stand alone: what has to stand before it, and its wording."""
    if not claim.lead:
        return (Piece(claim.text),)
    return (Piece(claim.lead, strong=True), Piece(f": {claim.text}"))


def named(claim: ClaimLink) -> Line:
    """A reference to a claim with its wording, linked and with the number of its sheet."""
    to = anchor(claim.href)
    if claim.withdrawn:
        withdrawn = Piece(phrase("withdrawn"), strong=True, to=to)
        text = (Piece(": "), *struck(sentence(claim))) if claim.text else ()
        return (withdrawn, *text, _sheet_number(to))
    if not claim.lead:
        return (Piece(claim.text, to=to), _sheet_number(to))
    return (Piece(claim.lead, strong=True, to=to), Piece(f": {claim.text}"), _sheet_number(to))


def basis(claims: Iterable[ClaimLink]) -> Line:
    """References to the claims that a sentence rests on: speaker, kind of speech and sources of each."""
    return joined(
        leading(
            f"{_basis_text(claim)}: {claim.opening}" if claim.opening else _basis_text(claim),
            anchor(claim.href),
            soft=True,
        )
        for claim in claims
    )


def _basis_text(claim: ClaimLink) -> str:
    if claim.withdrawn:
        return phrase("is-withdrawn")
    letters = "" if claim.own_voice else claim.letters
    return ", ".join(filter(None, (claim.speaker, claim.speech, letters)))


def anchor(href: str) -> str:
    """The anchor in the paper for a link within the briefing's page; empty for a link without fragment."""
    return href.partition("#")[2]


def leading(text: str, to: str, *, soft: bool = False) -> Line:
    """Words linked to an anchor of the paper, with the number of its sheet; plain for an empty anchor."""
    return (Piece(text, soft=soft, to=to), _sheet_number(to)) if to else (Piece(text, soft=soft),)


def _sheet_number(to: str) -> Piece:
    return Piece(phrase("sheet"), soft=True, sheet=to)


def joined(lines: Iterable[Line]) -> Line:
    """Join lines with a middle dot; empty ones are left out."""
    parts = [line for line in lines if line]
    return tuple(piece for line in parts for piece in (_BETWEEN, *line))[1:]


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
    return date.words + known(date)


def known(date: DateView) -> str:
    """How a date is known, in parentheses: the article's words for it, and what it was inferred from."""
    inferred = ""
    if date.inferred_from:
        name = "inferred-from-outside" if date.outside else "inferred-from"
        inferred = phrase(name, date.inferred_from)
    notes = (f"“{date.as_stated}”" if date.as_stated else "", inferred)
    return f" ({'; '.join(filter(None, notes))})" if any(notes) else ""


def dated(word: str, when: DateView | None) -> str:
    """A date behind a word of the catalogue, as "said 1 November 2024"; empty without a date."""
    return phrase(word, date(when)) if when else ""


def tombstone(withdrawn: TombstoneView) -> Line:
    """When and why an entry was withdrawn, and what replaced it."""
    line: Line = (
        Piece(phrase("withdrawn"), strong=True),
        Piece(f", {date(withdrawn.date)}: {withdrawn.reason}"),
    )
    successor = withdrawn.replaced_by
    if successor is None:
        return line
    return (*line, Piece(f" {phrase('instead')}"), *leading(successor.text, anchor(successor.href)))


def saying(lines: Iterable[Line]) -> tuple[Line, ...]:
    """Drop lines without text."""
    return tuple(line for line in lines if any(piece.text for piece in line))


def struck(line: Line) -> Line:
    """Strike a line through."""
    return tuple(replace(piece, struck=True) for piece in line)


def links(links: Iterable[Link]) -> str:
    """Join the links' names with commas, without the links."""
    return ", ".join(link.text for link in links)
