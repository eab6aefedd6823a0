"""Lines of a paper: who says what, when it was, and what was withdrawn, as on the pages of the site."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from generator.render.paper.blocks import Line, Paragraph, Piece
from generator.render.parts.claims.links import ClaimLink
from generator.render.parts.claims.tombstones import TombstoneView
from generator.render.parts.dates import DateView
from generator.render.parts.links import Link
from generator.render.parts.source_labels import SourceText
from generator.render.words import phrase

_BLANK_LINES = re.compile(r"\n[ \t]*\n")
_HOLE = "\0"
_BETWEEN = Piece(" · ", soft=True)


def paragraphs(text: str, *, soft: bool = False, before: str = "") -> Iterator[Paragraph]:
    """A text field, whose blank lines part paragraphs; the words before the first stand out."""
    label = (Piece(before, strong=True),) if before else ()
    for part in filter(str.strip, _BLANK_LINES.split(text)):
        yield Paragraph((*label, Piece(part, soft=soft)))
        label = ()


def sentence(claim: ClaimLink) -> Line:
    """A claim's sentence: who says it, and how it reached the page, always come first."""
    if not claim.speaker:
        return (Piece(claim.text),)
    speech = f" ({claim.speech_label})" if claim.speech_label else ""
    return (Piece(claim.speaker, strong=True), Piece(f"{speech}: {claim.text}"))


def named(claim: ClaimLink) -> Line:
    """A claim named from elsewhere, with its wording."""
    to = anchor(claim.href)
    if claim.withdrawn:
        withdrawn = Piece(phrase("withdrawn"), strong=True, to=to)
        text = (Piece(": "), *struck(sentence(claim))) if claim.text else ()
        return (withdrawn, *text, _sheet(to))
    speech = f" ({claim.speech_label})" if claim.speech_label else ""
    return (Piece(claim.speaker, strong=True, to=to), Piece(f"{speech}: {claim.text}"), _sheet(to))


def basis(claims: Iterable[ClaimLink]) -> Line:
    """What a sentence rests on, without the claims' wording."""
    return joined(
        leading(
            f"{_source(one)}: {one.opening}" if one.opening else _source(one), anchor(one.href), soft=True
        )
        for one in claims
    )


def _source(claim: ClaimLink) -> str:
    if claim.withdrawn:
        return phrase("is-withdrawn")
    letters = "" if claim.own_voice else claim.letters
    return ", ".join(filter(None, (claim.speaker, claim.speech, letters)))


def anchor(href: str) -> str:
    """Where a link of the briefing's own page leads in the paper."""
    return href.partition("#")[2]


def leading(text: str, to: str, *, soft: bool = False) -> Line:
    """Words that lead to another place of the paper, and its sheet."""
    return (Piece(text, soft=soft, to=to), _sheet(to)) if to else (Piece(text, soft=soft),)


def _sheet(to: str) -> Piece:
    return Piece(phrase("sheet"), soft=True, sheet=to)


def joined(lines: Iterable[Line]) -> Line:
    """Lines in one, parted by a dot; empty ones are left out."""
    kept = [line for line in lines if line]
    return tuple(piece for line in kept for piece in (_BETWEEN, *line))[1:]


def facts(told: Iterable[str], verb: SourceText | None = None) -> Line:
    """Facts in one line, the source's own verb first."""
    lines: list[Line] = [(Piece(one, soft=True),) for one in told if one]
    if verb:
        before, _, after = phrase("its-verb", _HOLE).partition(_HOLE)
        said = Piece(verb.text, soft=True, language=verb.language)
        lines.insert(0, (Piece(before, soft=True), said, Piece(after, soft=True)))
    return joined(lines)


def date(date: DateView) -> str:
    """A date, and how it is known."""
    return date.words + known(date)


def known(date: DateView) -> str:
    """How a date is known: the article's words for it, and what it was inferred from."""
    inferred = ""
    if date.inferred_from:
        name = "inferred-from-outside" if date.outside else "inferred-from"
        inferred = phrase(name, date.inferred_from)
    how = (f"“{date.as_stated}”" if date.as_stated else "", inferred)
    return f" ({'; '.join(filter(None, how))})" if any(how) else ""


def dated(word: str, when: DateView | None) -> str:
    """What happened when: "said 1 November 2024"; empty for no date."""
    return phrase(word, date(when)) if when else ""


def tombstone(withdrawn: TombstoneView) -> Line:
    """When and why something was withdrawn, and what took its place."""
    line: Line = (
        Piece(phrase("withdrawn"), strong=True),
        Piece(f", {date(withdrawn.date)}: {withdrawn.reason}"),
    )
    other = withdrawn.replaced_by
    if other is None:
        return line
    return (*line, Piece(f" {phrase('instead')}"), *leading(other.text, anchor(other.href)))


def saying(lines: Iterable[Line]) -> tuple[Line, ...]:
    """The lines that say something."""
    return tuple(line for line in lines if any(piece.text for piece in line))


def struck(line: Line) -> Line:
    """The line, struck through."""
    return tuple(replace(piece, struck=True) for piece in line)


def links(links: Iterable[Link]) -> str:
    """Names in a row; on paper they lead nowhere."""
    return ", ".join(link.text for link in links)
