"""Plans the list of actors, and each actor's page with the claims by it, about it and passed on by it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from generator.analyse.findings.answers import answers
from generator.analyse.findings.findings import Findings
from generator.analyse.quotes.named import about_others
from generator.model.claims import Claim
from generator.model.dated import Withdrawn
from generator.model.entries import Actor
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
from generator.render.page import Page
from generator.render.pages.lists import Section, list_page, paginate, parts, section_links
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
"""The most actors on a page of their list, and the most claims on a page of an actor."""

_FIELDS: Final = ("by", "about", "via")


@dataclass(frozen=True)
class ClaimsView:
    """A briefing's claims that name an actor in the same field.

    Attributes:
        count: their number, on all pages.
        claims: those on this page.
    """

    count: int
    claims: tuple[ClaimLink, ...]


@dataclass(frozen=True)
class SaidIn:
    """The claims of one briefing that name an actor, as far as they stand on one page.

    Attributes:
        anchor: the fragment of its section.
        answer: that the sources carry no answer of a person; empty where they do, and where the briefing
            began on an earlier page.
        says: claims by the actor.
        about: claims of others about the actor.
        passed_on: claims that the actor passed on.
    """

    briefing: Link
    anchor: str
    answer: str
    says: ClaimsView
    about: ClaimsView
    passed_on: ClaimsView


@dataclass(frozen=True)
class _Mention:
    """A claim that names an actor.

    Attributes:
        findings: those of the claim's briefing.
        field: the claim's field that names the actor: by, about or via.
        first: whether it is the first mention in the briefing.
        count: how many of the briefing's claims name the actor in this field.
    """

    findings: Findings
    field: str
    claim: Claim
    first: bool
    count: int


def actor_plans(shown: Sequence[Findings], edition: Edition = PLAIN) -> list[Page]:
    """Plan the list of actors, and the pages of each actor of the briefings and of the registry."""
    actors: dict[str, Actor] = {}
    mentions: dict[str, list[_Mention]] = {}
    for findings in by_title(shown):
        for id, actor in findings.briefing.actors.items():
            actors.setdefault(id, actor)
        for id, claims in _mentions_by_actor(findings).items():
            mentions.setdefault(id, []).extend(claims)
    pages = _list_pages(actors, mentions)
    fed = not why_no_feeds(shown, edition.settings, edition.past)
    for id, actor in sorted(actors.items()):
        pages += _actor_pages(
            id, actor, mentions.get(id, []), actors, edition.settings, feed_of_actor(id) if fed else ""
        )
    return pages


def _mentions_by_actor(findings: Findings) -> Mapping[str, list[_Mention]]:
    """Group a briefing's claims by the actors that they name, each actor's in the order of `_FIELDS`."""
    by_field: dict[tuple[str, str], list[Claim]] = {}
    for field in _FIELDS:
        for claim in findings.briefing.summary.claims:
            for id in _names(findings, claim, field):
                by_field.setdefault((id, field), []).append(claim)
    mentions: dict[str, list[_Mention]] = {}
    for (id, field), claims in by_field.items():
        for claim in claims:
            of_actor = mentions.setdefault(id, [])
            of_actor.append(_Mention(findings, field, claim, not of_actor, len(claims)))
    return mentions


def _names(findings: Findings, claim: Claim, field: str) -> tuple[str, ...]:
    """The ids that a claim names in one of `_FIELDS`, its quotes' own included."""
    if field == "about":
        return about_others(findings.briefing, claim)
    return claim.speakers if field == "by" else claim.passers_on


def _list_pages(actors: Mapping[str, Actor], mentions: Mapping[str, list[_Mention]]) -> list[Page]:
    """Plan the list of actors, by kind and name, withdrawn ones last."""
    sections = {kind: Section(title, f"{kind}s") for kind, title in ACTOR_KINDS.items()}
    withdrawn = Section(phrase("withdrawn"), "withdrawn")
    order = [*sections.values(), withdrawn]
    entries = [
        (withdrawn if actor.withdrawn or not actor.kind else sections[actor.kind], (id, actor))
        for id, actor in actors.items()
    ]
    entries.sort(
        key=lambda entry: (order.index(entry[0]), by_name(entry[1][1].name or entry[1][0]), entry[1][0])
    )
    counts = {section: sum(heading is section for heading, _ in entries) for section in order}
    sheets = paginate(entries, ON_SHEET, ACTORS)
    return [
        list_page(
            sheet,
            "actors",
            phrase("who"),
            phrase("actors-description"),
            {
                "groups": parts(
                    (
                        (section, _actor_line(id, actor, mentions.get(id, []), sheet.path))
                        for section, (id, actor) in sheet.items
                    ),
                    counts,
                ),
                "ways": section_links(sheets, counts, sheet.path),
            },
        )
        for sheet in sheets
    ]


def _actor_line(id: str, actor: Actor, mentions: list[_Mention], here: str) -> ActorLine:
    fields = [mention.field for mention in mentions if not mention.claim.withdrawn]
    return ActorLine(
        name=actor.name or id,
        kind=ACTOR_KIND[actor.kind] if actor.kind else "",
        role=actor.role or "",
        href=link(here, actor_page(id)),
        says=fields.count("by"),
        about=fields.count("about"),
        withdrawn=actor.withdrawn is not None,
    )


def _actor_pages(
    id: str,
    actor: Actor,
    mentions: list[_Mention],
    actors: Mapping[str, Actor],
    settings: Settings,
    feed: str,
) -> Iterator[Page]:
    name = actor.name or id
    claims = {(mention.findings.briefing.slug, mention.claim.id) for mention in mentions}
    for sheet in paginate(mentions, ON_SHEET, actor_page(id)):
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
                    Link(actors[group].name or group, link(here, actor_page(group)))
                    for group in actor.member_of
                    if group in actors
                ),
                "wikidata": f"https://www.wikidata.org/wiki/{actor.wikidata}" if actor.wikidata else "",
                "note": (actor.note or "") if sheet.number == 1 else "",
                "json_ld": actor_ld(id, actors, settings) if sheet.number == 1 else "",
                "claim_count": len(claims),
                "briefing_count": len({slug for slug, _ in claims}),
                "briefings": tuple(_claims_by_briefing(id, actor, sheet.items, here)),
                "withdrawn": _tombstone_view(actor.withdrawn, here, actors) if actor.withdrawn else None,
            },
            indexed=actor.kind != "person",
            feed=feed,
        )


def _claims_by_briefing(id: str, actor: Actor, mentions: Sequence[_Mention], here: str) -> Iterator[SaidIn]:
    for slug, run in groupby(mentions, key=lambda mention: mention.findings.briefing.slug):
        of_briefing = list(run)
        findings = of_briefing[0].findings
        claims = ClaimWriter(findings, here)
        yield SaidIn(
            briefing_link(findings, here),
            slug,
            _answer_notice(findings, id) if actor.kind == "person" and of_briefing[0].first else "",
            *(
                _claims_view(claims, [mention for mention in of_briefing if mention.field == field])
                for field in _FIELDS
            ),
        )


def _claims_view(claims: ClaimWriter, mentions: Sequence[_Mention]) -> ClaimsView:
    count = mentions[0].count if mentions else 0
    return ClaimsView(count, tuple(claims.link(mention.claim.id) for mention in mentions))


def _answer_notice(findings: Findings, person: str) -> str:
    """Tell that the sources carry no answer of a person to claims about them; else empty."""
    result = answers(findings.briefing, person)
    if not result.said_of or result.answers:
        return ""
    said_of, elsewhere = len(result.said_of), len(result.elsewhere)
    if elsewhere:
        return phrase("no-answer-but", said_of, phrase("claims", elsewhere))
    return phrase("no-answer", said_of)


def _tombstone_view(withdrawn: Withdrawn, here: str, actors: Mapping[str, Actor]) -> TombstoneView:
    successor = withdrawn.replaced_by
    replaced = (
        Link(actors[successor].name or successor, link(here, actor_page(successor)))
        if successor and successor in actors
        else None
    )
    return TombstoneView(stated_view(withdrawn.date), withdrawn.reason, replaced)
