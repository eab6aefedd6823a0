"""The list of actors, and the page of each: what it says, and what is said of it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from generator.analyse.findings.answers import answers
from generator.analyse.findings.findings import Findings
from generator.model.entries import Actor, Claim, Withdrawn
from generator.model.settings import Settings
from generator.render.addresses import (
    ACTORS,
    actor_page,
    feed_of_actor,
    link,
)
from generator.render.edition import PLAIN, Edition
from generator.render.exports.atom import why_no_feeds
from generator.render.exports.json_ld import actor_ld
from generator.render.pages.list_page import Section, list_page, parts, ways
from generator.render.pages.page import Page
from generator.render.pages.paging import paginate
from generator.render.parts.actor_lines import ActorLine
from generator.render.parts.briefing_lines import by_title
from generator.render.parts.claims.links import ClaimLink
from generator.render.parts.claims.tombstones import TombstoneView
from generator.render.parts.claims.writer import ClaimWriter
from generator.render.parts.dates import stated_view
from generator.render.parts.links import Link, briefing_link
from generator.render.parts.name_order import by_name
from generator.render.words import phrase
from generator.render.words.values import ACTOR_KIND, ACTOR_KINDS

ON_SHEET: Final = 100
"""How many actors stand on a page of their list, and how many claims on a page of one of them."""

_WAYS: Final = ("by", "about", "via")


@dataclass(frozen=True)
class ClaimsView:
    """A briefing's claims that name an actor in one way.

    Attributes:
        count: how many there are.
        claims: those on this page.
    """

    count: int
    claims: tuple[ClaimLink, ...]


@dataclass(frozen=True)
class SaidIn:
    """What one briefing has of an actor, as far as one page has it.

    Attributes:
        answer: whether the sources carry a person's answer; empty on pages on which the briefing goes on.
    """

    briefing: Link
    anchor: str
    answer: str
    says: ClaimsView
    about: ClaimsView
    passed_on: ClaimsView


@dataclass(frozen=True)
class _Named:
    """A claim that names an actor.

    Attributes:
        way: the claim's field that does so: by, about, via.
        first: whether it is the briefing's first one.
        count: how many of the briefing's claims name the actor in this way.
    """

    findings: Findings
    way: str
    claim: Claim
    first: bool
    count: int


def actor_plans(shown: Sequence[Findings], edition: Edition = PLAIN) -> list[Page]:
    """Plan the list of actors and the pages of each that a briefing knows."""
    actors: dict[str, Actor] = {}
    named: dict[str, list[_Named]] = {}
    for findings in by_title(shown):
        for id, actor in findings.briefing.actors.items():
            actors.setdefault(id, actor)
        for id, found in _named_in(findings).items():
            named.setdefault(id, []).extend(found)
    pages = _list(actors, named)
    fed = not why_no_feeds(shown, edition.settings, edition.past)
    for id, actor in sorted(actors.items()):
        pages += _actor(
            id, actor, named.get(id, []), actors, edition.settings, feed_of_actor(id) if fed else ""
        )
    return pages


def _named_in(findings: Findings) -> Mapping[str, list[_Named]]:
    """A briefing's claims by the actors that they name: first what each says, then what is said of it."""
    found: dict[tuple[str, str], list[Claim]] = {}
    for way in _WAYS:
        for claim in findings.briefing.summary.claims:
            names = claim.about_others if way == "about" else getattr(claim, way)
            for id in dict.fromkeys(names):
                found.setdefault((id, way), []).append(claim)
    named: dict[str, list[_Named]] = {}
    for (id, way), claims in found.items():
        for claim in claims:
            of_actor = named.setdefault(id, [])
            of_actor.append(_Named(findings, way, claim, not of_actor, len(claims)))
    return named


def _list(actors: Mapping[str, Actor], named: Mapping[str, list[_Named]]) -> list[Page]:
    """The pages of all actors, by kind and name, those withdrawn last."""
    sections = {kind: Section(title, f"{kind}s") for kind, title in ACTOR_KINDS.items()}
    gone = Section(phrase("withdrawn"), "withdrawn")
    order = [*sections.values(), gone]
    entries = [
        (gone if actor.withdrawn or not actor.kind else sections[actor.kind], (id, actor))
        for id, actor in actors.items()
    ]
    entries.sort(key=lambda one: (order.index(one[0]), by_name(one[1][1].name or one[1][0]), one[1][0]))
    counts = {section: sum(one is section for one, _ in entries) for section in order}
    cut = paginate(entries, ON_SHEET, ACTORS)
    return [
        list_page(
            sheet,
            "actors",
            phrase("who"),
            phrase("actors-description"),
            {
                "groups": parts(
                    (
                        (section, _actor_line(id, actor, named.get(id, []), sheet.path))
                        for section, (id, actor) in sheet.items
                    ),
                    counts,
                ),
                "ways": ways(cut, counts, sheet.path),
            },
        )
        for sheet in cut
    ]


def _actor_line(id: str, actor: Actor, named: list[_Named], here: str) -> ActorLine:
    live = [one.way for one in named if not one.claim.withdrawn]
    return ActorLine(
        name=actor.name or id,
        kind=ACTOR_KIND[actor.kind] if actor.kind else "",
        role=actor.role or "",
        href=link(here, actor_page(id)),
        says=live.count("by"),
        about=live.count("about"),
        withdrawn=actor.withdrawn is not None,
    )


def _actor(
    id: str,
    actor: Actor,
    named: list[_Named],
    actors: Mapping[str, Actor],
    settings: Settings,
    feed: str,
) -> Iterator[Page]:
    name = actor.name or id
    claims = {(one.findings.briefing.slug, one.claim.id) for one in named}
    for sheet in paginate(named, ON_SHEET, actor_page(id)):
        here = sheet.path
        yield list_page(
            sheet,
            "actor",
            name,
            phrase("actor-description", name),
            {
                "title": name,
                "kind": ACTOR_KIND[actor.kind] if actor.kind else "",
                "role": actor.role or "",
                "aliases": actor.aliases,
                "member_of": tuple(
                    Link(actors[one].name or one, link(here, actor_page(one)))
                    for one in actor.member_of
                    if one in actors
                ),
                "wikidata": f"https://www.wikidata.org/wiki/{actor.wikidata}" if actor.wikidata else "",
                "note": (actor.note or "") if sheet.number == 1 else "",
                "json_ld": actor_ld(id, actors, settings) if sheet.number == 1 else "",
                "claim_count": len(claims),
                "briefing_count": len({slug for slug, _ in claims}),
                "briefings": tuple(_said(id, actor, sheet.items, here)),
                "withdrawn": _tombstone(actor.withdrawn, here, actors) if actor.withdrawn else None,
            },
            indexed=actor.kind != "person",
            feed=feed,
        )


def _said(id: str, actor: Actor, named: Sequence[_Named], here: str) -> Iterator[SaidIn]:
    for slug, run in groupby(named, key=lambda one: one.findings.briefing.slug):
        found = list(run)
        findings = found[0].findings
        claims = ClaimWriter(findings, here)
        yield SaidIn(
            briefing_link(findings, here),
            slug,
            _answer(findings, id) if actor.kind == "person" and found[0].first else "",
            *(_claims(claims, [one for one in found if one.way == way]) for way in _WAYS),
        )


def _claims(claims: ClaimWriter, named: Sequence[_Named]) -> ClaimsView:
    count = named[0].count if named else 0
    return ClaimsView(count, tuple(claims.link(one.claim.id) for one in named))


def _answer(findings: Findings, person: str) -> str:
    """Whether these sources carry the person's answer to what others say of them; empty if nobody does."""
    found = answers(findings.briefing, person)
    if not found.said_of:
        return ""
    of, same, other = len(found.said_of), len(found.answers), len(found.elsewhere)
    if same and other:
        return phrase("answers-and-more", of, phrase("claims", same), phrase("claims", other))
    if same:
        return phrase("answers", of, phrase("claims", same))
    return phrase("no-answer-but", of, phrase("claims", other)) if other else phrase("no-answer", of)


def _tombstone(withdrawn: Withdrawn, here: str, actors: Mapping[str, Actor]) -> TombstoneView:
    other = withdrawn.replaced_by
    replaced = (
        Link(actors[other].name or other, link(here, actor_page(other)))
        if other and other in actors
        else None
    )
    return TombstoneView(stated_view(withdrawn.date), withdrawn.reason, replaced)
