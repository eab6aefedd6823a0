"""The table of who is reported on what, in which source."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from generator.model.briefing import RESERVED_SPEAKERS, UNNAMED
from generator.render.addresses import actor_page, link
from generator.render.briefing.matters import MatterView
from generator.render.escape import Safe
from generator.render.parts.claims.links import ClaimLink
from generator.render.parts.claims.writer import ClaimWriter
from generator.render.words import phrase

FEWEST_SPEAKERS: Final = 4
FEWEST_MATTERS: Final = 3


@dataclass(frozen=True)
class ReportedIn:
    """A source in a cell: its letter, and the claims in it by the row's speaker on the column's matter."""

    letter: str
    claims: tuple[ClaimLink, ...]


@dataclass(frozen=True)
class CellView:
    """A cell: the title of its matter, which a narrow page shows beside it, and its sources."""

    matter: str
    sources: tuple[ReportedIn, ...]


@dataclass(frozen=True)
class SpeakerRow:
    """A row of the table.

    Attributes:
        name: the speaker's.
        href: the link to the speaker's page; empty for a source itself and for somebody unnamed.
        cells: one for each matter.
    """

    name: str
    href: Safe
    cells: tuple[CellView, ...]


@dataclass(frozen=True)
class TableView:
    """The table: the titles of the matters, and a row for each speaker."""

    matters: tuple[str, ...]
    rows: tuple[SpeakerRow, ...]


def who_on_what(writer: ClaimWriter, matters: tuple[MatterView, ...]) -> TableView | None:
    """Make the table of live claims; None with too few speakers or matters for it to tell anything.

    Rows stand in the order in which the speakers are met, a source itself and somebody unnamed last. A quote
    whose speaker is left open counts for nobody.
    """
    told = list(_told(writer, matters))
    speakers = sorted(dict.fromkeys(speaker for speaker, *_ in told), key=_is_reserved)
    shown = [matter for matter in matters if matter.claims]
    if len(speakers) < FEWEST_SPEAKERS or len(shown) < FEWEST_MATTERS:
        return None
    cells: dict[tuple[str, str], dict[str, list[str]]] = {}
    for speaker, matter, letter, claim in told:
        ids = cells.setdefault((speaker, matter), {}).setdefault(letter, [])
        if claim not in ids:
            ids.append(claim)
    rows = tuple(
        SpeakerRow(
            _name(writer, speaker),
            Safe("") if speaker in RESERVED_SPEAKERS else link(writer.here, actor_page(speaker)),
            tuple(
                CellView(
                    matter.title,
                    tuple(
                        ReportedIn(letter, writer.links(ids))
                        for letter, ids in sorted(cells.get((speaker, matter.anchor), {}).items())
                    ),
                )
                for matter in shown
            ),
        )
        for speaker in speakers
    )
    return TableView(tuple(matter.title for matter in shown), rows)


def _told(writer: ClaimWriter, matters: tuple[MatterView, ...]) -> Iterator[tuple[str, str, str, str]]:
    """Yield speaker, anchor of the matter, letter and claim of each quote, by its speakers."""
    findings = writer.findings
    for matter in matters:
        for claim in matter.claims:
            for quote in findings.quotes[claim.id]:
                for speaker in quote.by:
                    if speaker in RESERVED_SPEAKERS or speaker in findings.briefing.actors:
                        letter = findings.briefing.letter(quote.article.id)
                        yield speaker, matter.anchor, letter, claim.id


def _is_reserved(speaker: str) -> bool:
    return speaker in RESERVED_SPEAKERS


def _name(writer: ClaimWriter, speaker: str) -> str:
    if speaker == UNNAMED:
        return phrase("somebody-not-named")
    return phrase("source-itself") if speaker in RESERVED_SPEAKERS else writer.name(speaker)
