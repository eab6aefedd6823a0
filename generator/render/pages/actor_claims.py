"""What an actor's page tells of each briefing: changes of position, what it says, what is said of it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Literal, get_args

from generator.analyse.findings.answers import answers
from generator.analyse.findings.findings import Findings
from generator.analyse.findings.positions import Position, changes_of_position
from generator.analyse.quotes.named import about_others
from generator.model.claims import Claim
from generator.model.entries import Actor
from generator.render.parts.claims.links import ClaimLink
from generator.render.parts.claims.writer import ClaimWriter
from generator.render.parts.dates import DateView, date_view, stated_view
from generator.render.parts.links import Link, briefing_link

Part = Literal["changed", "says", "about", "passed-on"]


@dataclass(frozen=True)
class Told:
    """An entry of an actor's page: a claim, or the claims of a change of position, the earlier first.

    Attributes:
        part: the part of its briefing's section that it stands in.
        opens: whether it is the first of its briefing.
        opens_part: whether it is the first of its part.
    """

    findings: Findings
    part: Part
    positions: tuple[Position, ...]
    opens: bool = False
    opens_part: bool = False

    @property
    def is_heard(self) -> bool:
        """Whether the actor says it or passes it on."""
        return self.part != "about"


@dataclass(frozen=True)
class PositionView:
    """A claim in a change of position, with the dates on which it was said."""

    claim: ClaimLink
    is_later: bool
    dates: tuple[DateView, ...]


@dataclass(frozen=True)
class SaidIn:
    """The claims of one briefing that name an actor, as far as they stand on one page.

    Attributes:
        anchor: the fragment of its section.
        described: the date that the briefing describes; None where the page has one briefing only.
        continued: whether the briefing began on an earlier page.
        name: what a heading calls the actor.
        unheard: whether others speak of a person or a state that isn't heard here; told where it begins.
        changed: the actor's changes of position.
        says: the actor's other claims.
        about: claims of others about the actor.
        same_matter: claims by which a person may answer these; told where they begin.
        passed_on: claims of others that the actor passed on.
    """

    briefing: Link
    anchor: str
    described: DateView | None
    archived: bool
    continued: bool
    name: str
    unheard: bool
    changed: tuple[tuple[PositionView, ...], ...]
    says: tuple[ClaimLink, ...]
    about: tuple[ClaimLink, ...]
    same_matter: tuple[ClaimLink, ...]
    passed_on: tuple[ClaimLink, ...]


def told_of_actors(findings: Findings) -> Mapping[str, list[Told]]:
    """List the entries of a briefing by the actor that its claims name, by `Part` and the claims' numbers.

    Each claim is told once of an actor. Withdrawn claims, and those of a withdrawn briefing, are left out.
    """
    if findings.briefing.summary.withdrawn:
        return {}
    numbers = ClaimWriter(findings, "").numbers
    live = [claim for claim in findings.briefing.summary.claims if not claim.withdrawn]
    live.sort(key=lambda claim: numbers[claim.id])
    by_actor: dict[str, dict[str, Part]] = {}
    for part in get_args(Part)[1:]:
        for claim in live:
            for id in _named(findings, claim, part):
                by_actor.setdefault(id, {}).setdefault(claim.id, part)
    return {id: list(_entries(findings, id, part_of)) for id, part_of in by_actor.items()}


def _named(findings: Findings, claim: Claim, part: Part) -> tuple[str, ...]:
    """The ids that a claim names in a part, its quotes' own included."""
    if part == "about":
        return about_others(findings.briefing, claim)
    return claim.speakers if part == "says" else claim.passers_on


def _entries(findings: Findings, actor: str, part_of: Mapping[str, Part]) -> Iterator[Told]:
    """Make the entries of an actor from the part that each claim stands in."""
    changed = changes_of_position(findings.briefing, actor)
    in_changes = {position.claim.id for change in changed for position in change}
    entries = [Told(findings, "changed", change) for change in changed]
    entries += [
        Told(findings, part, (Position(findings.briefing.claims[id], is_later=False),))
        for id, part in part_of.items()
        if id not in in_changes
    ]
    before: Part | None = None
    for entry in entries:
        yield replace(entry, opens=before is None, opens_part=entry.part != before)
        before = entry.part


def views_by_briefing(actor: str, told: Sequence[Told], here: str, *, several: bool) -> Iterator[SaidIn]:
    """Make the sections of a page of an actor from the entries that stand on it.

    Args:
        actor: the actor's id.
        told: the entries on this page, in the order of the list.
        here: the path of the page.
        several: whether the actor's pages have more than one briefing.
    """
    for slug, run in groupby(told, key=lambda entry: entry.findings.briefing.slug):
        entries = list(run)
        findings = entries[0].findings
        summary = findings.briefing.summary
        claims = ClaimWriter(findings, here)
        yield SaidIn(
            briefing=briefing_link(findings, here),
            anchor=slug,
            described=date_view(summary.as_of) if several else None,
            archived=summary.status == "archived",
            continued=not entries[0].opens,
            name=_called(findings.briefing.actors[actor]) or actor,
            unheard=entries[0].opens and actor in findings.unheard,
            changed=tuple(
                tuple(_position_view(claims, position) for position in entry.positions)
                for entry in entries
                if entry.part == "changed"
            ),
            says=_links(claims, entries, "says"),
            about=_links(claims, entries, "about"),
            same_matter=claims.links(_same_matter(findings, actor))
            if any(entry.part == "about" and entry.opens_part for entry in entries)
            else (),
            passed_on=_links(claims, entries, "passed-on"),
        )


def _called(actor: Actor) -> str:
    """The first alias that is a word of the name, else the name: editors know which word can stand alone."""
    return next((alias for alias in actor.aliases if alias in actor.name.split()), actor.name)


def _links(claims: ClaimWriter, entries: Sequence[Told], part: Part) -> tuple[ClaimLink, ...]:
    return tuple(claims.link(entry.positions[0].claim.id) for entry in entries if entry.part == part)


def _position_view(claims: ClaimWriter, position: Position) -> PositionView:
    claim = position.claim
    language = claims.language([claim.id])
    dates = dict.fromkeys(stated_view(date, language) for date in claim.dates())
    return PositionView(claims.link(claim.id), position.is_later, tuple(dates))


def _same_matter(findings: Findings, actor: str) -> tuple[str, ...]:
    """The claims by which a person may answer what others say of that person."""
    known = findings.briefing.actors.get(actor)
    return answers(findings.briefing, actor).answers if known and known.kind == "person" else ()
