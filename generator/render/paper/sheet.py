"""The first sheet of a paper, which can be handed on: the page's first screen, sources and address."""

from collections.abc import Iterator, Sequence
from typing import Final

from generator.render.bidi import isolated
from generator.render.briefing.view import BriefingView
from generator.render.paper.blocks import Block, Columns, Heading, Items, Line, Paragraph, Piece
from generator.render.paper.entries import assessment, source_line
from generator.render.paper.lines import anchor, lettered, names, numbers, tombstone
from generator.render.paper.room import CHARACTERS, LINES, lines_taken
from generator.render.parts.questions import QuestionView
from generator.render.words import phrase

FEWEST_OPEN: Final = 3
"""How many open questions it names, however little room there is."""

_NARROWEST: Final = 38
"""How many percent of the width a column has at least."""


def sheet(view: BriefingView) -> Iterator[Block]:
    """List the blocks of the first sheet. Of the questions, only those that there is room for stand here."""
    top = (*_head(view), *_in_short(view))
    differing = tuple(_differing(view))
    end = (*_worked_out(view), *_sources(view))
    address = tuple(_address(view))
    room = LINES - lines_taken((*top, *differing, *end, *address))
    unanswered = tuple(_unanswered(view, room))
    answered = tuple(_answered(view))
    if lines_taken((*unanswered, *answered)) > room:
        answered = ()
    right = (*unanswered, *answered, *end)
    yield from top
    if differing and right:
        yield _in_columns(differing, right)
    else:
        yield from (*differing, *right)
    yield from address


def _head(view: BriefingView) -> Iterator[Block]:
    """The title, what the sources are worth, and the notices."""
    yield Heading(1, (Piece(view.title),))
    as_of = ""
    if view.as_of:
        as_of = phrase("as-of", view.as_of.words)
        as_of += phrase("our-inference") if view.as_of.inferred_from else ""
    edited = phrase("last-changed", view.edited) if view.edited else ""
    told = " · ".join(filter(None, (as_of, edited)))
    yield Paragraph((Piece(" ".join(filter(None, (f"{view.known}.", told))), soft=True),))
    if view.withdrawn:
        yield Paragraph(tombstone(view.withdrawn), look="framed")
    for state, holds in (("draft-state", view.draft), ("archived-state", view.archived)):
        if holds:
            yield Paragraph((Piece(phrase(state), strong=True),), look="framed")


def _in_short(view: BriefingView) -> Iterator[Block]:
    for line in view.bottom_line:
        label = (Piece(f"{line.label} ", strong=True),) if line.label else ()
        told = (*label, *lettered(line.pieces), *numbers(line.claims))
        yield Paragraph(told, look="lede" if line is view.lede else "")
    if view.assessments:
        yield _heading("assessments")
        yield Items(tuple(assessment(one) for one in view.assessments), bullets=True)


def _differing(view: BriefingView) -> Iterator[Block]:
    if view.differing:
        yield _heading("where-accounts-differ", str(len(view.differing)))
        yield Items(
            tuple(
                ((*_named(one, strong=True), Piece(" "), *lettered(one.differ_pieces)),)
                for one in view.differing
            )
        )


def _unanswered(view: BriefingView, room: float) -> Iterator[Block]:
    """The open questions, as many as there is room for, and how many there are if some are left out."""
    if not view.unanswered:
        return
    open_ = len(view.not_differing)
    yield _heading("still-open", str(open_))
    shown = 0
    for group in view.unanswered:
        title = (Paragraph((Piece(group.title, strong=True),), leads=True),) if group.title else ()
        items: list[tuple[Line, ...]] = []
        room -= lines_taken(title)
        for question in group.questions:
            item = (_named(question),)
            room -= lines_taken([Items((item,))])
            if room < 0 and shown >= FEWEST_OPEN:
                break
            items.append(item)
            shown += 1
        if items:
            yield from (*title, Items(tuple(items), bullets=True))
    if shown < open_:
        whole = open_ + len(view.differing)
        yield Paragraph((Piece(phrase("all-open", whole), to="questions"),))


def _answered(view: BriefingView) -> Iterator[Block]:
    if view.answered:
        yield _heading("answered", str(len(view.answered)))
        yield Items(
            tuple(
                ((*_named(one), Piece(f" {one.answer.text}" if one.answer else "", soft=True)),)
                for one in view.answered
            ),
            bullets=True,
        )


def _named(view: QuestionView, *, strong: bool = False) -> Line:
    """A question that leads to what the annex tells of it."""
    partly = (Piece(f" {phrase('partly')}"),) if view.partly else ()
    return (Piece(view.text, strong=strong, to=anchor(view.href)), *partly)


def _worked_out(view: BriefingView) -> Iterator[Block]:
    if view.get_first:
        titles = (
            f"{isolated(title)} ({answers})" if answers else isolated(title)
            for title, answers in view.get_first
        )
        yield Paragraph((Piece(phrase("get-first"), strong=True), Piece(" · ".join(titles))))
    if view.unheard:
        yield Paragraph((Piece(phrase("unheard"), strong=True), Piece(names(view.unheard))))


def _sources(view: BriefingView) -> Iterator[Block]:
    if not view.sources:
        return
    yield _heading("sources")
    named: list[tuple[Line, ...]] = [(source_line(one),) for one in view.first_sources]
    if view.more_sources:
        named.append(((Piece(phrase("more-sources", len(view.sources)), to="sources"),),))
    yield Items(tuple(named))


def _address(view: BriefingView) -> Iterator[Block]:
    if view.address:
        yield Paragraph((Piece(phrase("own-address"), soft=True), Piece(view.address, web=True)))


def _heading(word: str, count: str = "") -> Heading:
    told = (Piece(f" ({count})", soft=True),) if count else ()
    return Heading(2, (Piece(phrase(word)), *told))


def _in_columns(left: Sequence[Block], right: Sequence[Block]) -> Columns:
    """Put blocks side by side, so wide that both columns are about as long."""

    def difference(share: int) -> float:
        width = CHARACTERS * share / 100
        return abs(lines_taken(left, width) - lines_taken(right, CHARACTERS - width))

    return Columns(tuple(left), tuple(right), min(range(_NARROWEST, 101 - _NARROWEST), key=difference))
