"""The annex of a paper: the claims with their quotes, and everything else that the page tells."""

from collections.abc import Iterator, Mapping

from generator.analyse.findings.findings import Findings
from generator.render.bidi import joined as isolates
from generator.render.briefing.view import BriefingView, WithdrawnView
from generator.render.paper import entries
from generator.render.paper.blocks import Block, Heading, Items, Paragraph, Piece
from generator.render.paper.claims import claims_table, on_what_table
from generator.render.paper.lines import date, paragraphs
from generator.render.words import phrase


def annex(view: BriefingView, findings: Findings, version: str) -> Iterator[Block]:
    """List the blocks of the annex.

    Args:
        view: the briefing's.
        findings: what the view was made of, for what only paper tells: the facts of sources.
        version: the hash of the briefing's folder; empty when it isn't known.
    """
    yield Heading(2, (Piece(phrase("annex")),))
    yield from _claims(view)
    if view.questions:
        yield _heading("questions", "questions")
        yield Items(tuple(map(entries.question, view.questions)))
    if view.timeline:
        yield _heading("timeline")
        yield Items(tuple(map(entries.moment, view.timeline)), bullets=True)
    if view.origins:
        yield _heading("origins")
        yield Items(tuple(map(entries.origin, view.origins)), bullets=True)
    if view.sources:
        yield _heading("sources", "sources")
        yield Items(tuple(entries.source(one, findings) for one in view.sources))
    if view.withdrawn_entries.count:
        yield from _withdrawn(view.withdrawn_entries, _numbered(view))
    if view.last_version or view.no_history:
        yield _heading("changed")
        yield from entries.version(view.last_version) if view.last_version else paragraphs(view.no_history)
    yield from _about(view, version)
    if not view.withdrawn:
        yield _heading("cite")
        address = (Piece(" "), Piece(view.address, web=True)) if view.address else ()
        yield Paragraph((Piece(view.citation), *address))


def _claims(view: BriefingView) -> Iterator[Block]:
    if view.matters:
        how = f"{phrase('annex-reads')} {phrase('how-lines-read')}"
        yield Paragraph((Piece(how, soft=True),), leads=True)
    for matter in view.matters:
        if matter.title:
            yield Heading(3, (Piece(matter.title, anchor=matter.anchor),))
        yield from paragraphs(matter.note)
        if matter.claims:
            yield claims_table(matter.claims, _numbered(view))
        else:
            yield Paragraph((Piece(phrase("no-claim")),))
    if view.table:
        yield _heading("who-on-what")
        yield on_what_table(view.table)


def _withdrawn(view: WithdrawnView, numbered: Mapping[str, str]) -> Iterator[Block]:
    yield Heading(3, (Piece(phrase("withdrawn-entries", view.count)),))
    if view.claims:
        yield claims_table(view.claims, numbered)
    items = (
        *map(entries.question, view.questions),
        *map(entries.assessment, view.assessments),
        *map(entries.moment, view.events),
    )
    if items:
        yield Items(items, bullets=True)


def _about(view: BriefingView, version: str) -> Iterator[Block]:
    told = (
        "" if view.assessments or view.withdrawn else phrase("no-assessment"),
        view.note,
        phrase("as-of", date(view.as_of)) if view.as_of else "",
        phrase("topics") + isolates(", ", (one.text for one in view.topics)) if view.topics else "",
        phrase("editors") + view.editors if view.editors else "",
        phrase("version", version) if version else "",
    )
    if any(told):
        yield _heading("about-briefing")
    for text in filter(None, told):
        yield from paragraphs(text[0].upper() + text[1:])


def _numbered(view: BriefingView) -> Mapping[str, str]:
    return {str(to): number for to, number in view.numbered}


def _heading(word: str, anchor: str = "") -> Heading:
    return Heading(3, (Piece(phrase(word), anchor=anchor),))
