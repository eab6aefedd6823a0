"""The claims of a briefing as tables: the number of each, its line with what holds for it, and its quotes."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from generator.render.bidi import isolated
from generator.render.briefing.who_on_what import CellView, TableView
from generator.render.paper.blocks import Cell, Line, Piece, Table
from generator.render.paper.lines import (
    anchor,
    anchored,
    claim_line,
    dated,
    facts,
    joined,
    names,
    number,
    numbers,
    parts,
    saying,
    source_words,
    struck,
    tombstone,
)
from generator.render.parts.claims.opened import ClaimView, QuoteView, RelationView
from generator.render.parts.links import Link
from generator.render.words import phrase

_WIDTHS: Final = (6, 45, 60)


def claims_table(claims: Iterable[ClaimView], numbered: Mapping[str, str]) -> Table:
    """The table of claims; ``numbered`` tells by their anchors what paper calls questions."""
    head = (phrase("claim-number-head"), phrase("claim-head"), phrase("quotes-head"))
    return Table(head, _WIDTHS, tuple(_row(claim, numbered) for claim in claims))


def _row(view: ClaimView, numbered: Mapping[str, str]) -> tuple[Cell, ...]:
    count = Piece(str(view.link.number), strong=True)
    return ((anchored((count,), f"claim-{view.id}"),), _claim(view, numbered), _quotes(view))


def _claim(view: ClaimView, numbered: Mapping[str, str]) -> Cell:
    line = claim_line(view.line)
    when = (dated("said", view.said), dated("happened", view.happened))
    # Whom the line names already is not named again.
    told = " ".join(piece.text for piece in view.line).casefold()
    speakers = names(link for link in view.speakers if link.text.casefold() not in told)
    who = (
        f"{phrase('says-it')}{speakers}" if speakers else "",
        phrase("about", names(view.about)) if view.about else "",
    )
    questions = (
        _questions("compare", view.differ, numbered),
        _questions("bears-on-questions", view.questions, numbered),
    )
    return saying(
        (
            *((tombstone(view.withdrawn), struck(line)) if view.withdrawn else (line,)),
            joined((facts((*view.facts, *when, *who)), *questions)),
            *(line for one in view.relations for line in _relation(one)),
            *(line for one in view.remarks for line in parts(one.text, before=f"{one.lead} ")),
            *parts(view.note, before=phrase("note")),
        )
    )


def _questions(word: str, links: Iterable[Link], numbered: Mapping[str, str]) -> Line:
    """The numbers of the questions that a claim bears on, behind a word of the catalogue."""
    pieces: list[Piece] = []
    for link in links:
        to = anchor(link.href)
        pieces += [Piece(", ", soft=True), Piece(numbered[to], soft=True, to=to)]
    return (Piece(phrase(word), soft=True), *pieces[1:]) if pieces else ()


def _relation(view: RelationView) -> Iterator[Line]:
    yield (
        Piece(f"{view.says}", strong=True),
        *numbers((view.other,)),
        Piece(f" {view.note}" if view.note else ""),
        Piece(f" {view.shared}" if view.shared else ""),
    )


def _quotes(view: ClaimView) -> Cell:
    return tuple(line for quote in view.quotes for line in _quote(quote))


def _quote(view: QuoteView) -> Cell:
    where = f"{view.letter} {isolated(view.told)}, {view.context.place}"
    more = facts(view.facts, view.verb)
    # The claim's own line is not told a second time.
    words = () if view.repeats else _words(view)
    opening = Piece(f"{where}: " if words else f"{where}, {phrase('as-claimed')}", soft=True)
    return saying(
        (
            (opening, *words, *((Piece(" · ", soft=True), *more) if more else ())),
            *parts(view.translation, before=phrase("translation")),
            *parts(view.note, soft=True),
        )
    )


def _words(view: QuoteView) -> Line:
    """The quote's words; only spoken ones stand between quotation marks of ours."""
    words = source_words(view.segments, view.language)
    return (Piece("“"), *words, Piece("”")) if view.mark == "spoken" else words


def on_what_table(view: TableView) -> Table:
    """Who is reported on what: letters of sources, and the numbers of their claims."""
    rows = tuple(
        (((Piece(row.name, strong=True),),), *((_reported(cell),) for cell in row.cells)) for row in view.rows
    )
    return Table((phrase("who"), *view.matters), (3, *(2 for _ in view.matters)), rows)


def _reported(view: CellView) -> Line:
    pieces: list[Piece] = []
    for source in view.sources:
        pieces += [Piece("; "), Piece(source.letter, strong=True)]
        for claim in source.claims:
            pieces += [Piece(" "), number(claim)]
    return tuple(pieces[1:])
