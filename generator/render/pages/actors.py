"""Plans the list of actors, and each actor's page: what it says, and what is said of it, by briefing."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, Final

from generator.analyse.findings.findings import Findings
from generator.files.cache import key_of
from generator.model.briefing import actors_of
from generator.model.dated import Withdrawn
from generator.model.entries import Actor
from generator.render.addresses import (
    ACTORS,
    actor_page,
    feed_of_actor,
    link,
)
from generator.render.edition import PLAIN, Edition
from generator.render.escape import Safe
from generator.render.exports.atom import why_no_feeds
from generator.render.exports.json_ld import actor_ld
from generator.render.page import Page
from generator.render.pages.actor_claims import Told, told_of_actors, views_by_briefing
from generator.render.pages.lists import (
    Section,
    Sheet,
    first_pages,
    list_page,
    paginate,
    parts,
    section_links,
)
from generator.render.parts.briefing_lines import newest_first
from generator.render.parts.claims.tombstones import TombstoneView
from generator.render.parts.dates import stated_view
from generator.render.parts.links import Link
from generator.render.parts.name_order import by_name
from generator.render.words import phrase
from generator.render.words.values import ACTOR_KIND, ACTOR_KINDS

ON_SHEET: Final = 100
"""The most actors on a page of their list, and the most entries on a page of an actor."""

MOST_MEMBERS: Final = 12
"""The most members that an actor's page names."""


@dataclass(frozen=True)
class ActorLine:
    """An actor in the list; ``briefings`` counts those that have a claim by it or about it."""

    name: str
    role: str
    href: Safe
    briefings: int


def actor_plans(shown: Sequence[Findings], edition: Edition = PLAIN) -> list[Page]:
    """Plan the list of actors, and the pages of each actor of the briefings and of the registry."""
    actors = actors_of(findings.briefing for findings in shown)
    told: dict[str, list[Told]] = {}
    for findings in newest_first(shown, edition.past):
        for id, of_actor in told_of_actors(findings).items():
            told.setdefault(id, []).extend(of_actor)
    pages = _list_pages(actors, told)
    fed = not why_no_feeds(shown, edition.settings, edition.past)
    heard = _heard_members(actors, told)
    known = key_of(repr(edition.settings), *(f"{id} {actors[id]!r}" for id in sorted(actors)))
    for id in sorted(actors):
        feed = feed_of_actor(id) if fed else ""
        pages += _actor_pages(id, actors, told.get(id, []), heard.get(id, []), edition, feed, known)
    return pages


def _list_pages(actors: Mapping[str, Actor], told: Mapping[str, list[Told]]) -> list[Page]:
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
    first = first_pages(sheets)
    return [
        list_page(
            sheet,
            "actors",
            phrase("who"),
            phrase("actors-description"),
            {
                "groups": parts(
                    (
                        (section, _actor_line(id, actor, told.get(id, []), sheet.path))
                        for section, (id, actor) in sheet.items
                    ),
                    counts,
                ),
                "ways": section_links(first, counts, sheet.path),
            },
        )
        for sheet in sheets
    ]


def _actor_line(id: str, actor: Actor, told: Sequence[Told], here: str) -> ActorLine:
    briefings = {entry.findings.briefing.slug for entry in told}
    return ActorLine(actor.name or id, actor.role or "", link(here, actor_page(id)), len(briefings))


def _heard_members(actors: Mapping[str, Actor], told: Mapping[str, list[Told]]) -> dict[str, list[str]]:
    """List by each group's id its members that say something, however far below it, by name."""
    members: dict[str, list[str]] = {}
    saying = [id for id in told if id in actors and any(entry.is_heard for entry in told[id])]
    for id in sorted(saying, key=lambda id: (by_name(actors[id].name or id), id)):
        waiting, found = [*actors[id].member_of], {id}
        while waiting:
            group = waiting.pop()
            if group in actors and not actors[group].withdrawn and group not in found:
                found.add(group)
                members.setdefault(group, []).append(id)
                waiting += actors[group].member_of
    return members


def _actor_pages(
    id: str,
    actors: Mapping[str, Actor],
    told: Sequence[Told],
    members: Sequence[str],
    edition: Edition,
    feed: str,
    known: str,
) -> Iterator[Page]:
    actor = actors[id]
    name = actor.name or id
    several = len({entry.findings.briefing.slug for entry in told}) > 1
    for sheet in paginate(told, ON_SHEET, actor_page(id)):
        yield list_page(
            sheet,
            "actor",
            name,
            phrase("actor-description", name),
            partial(_actor_view, id, actors, members, sheet, edition, several=several),
            indexed=actor.kind != "person",
            feed=feed,
            follows_from=_follows_from(sheet.items, (known, str(several), *members), edition),
        )


def _actor_view(
    id: str,
    actors: Mapping[str, Actor],
    members: Sequence[str],
    sheet: Sheet[Told],
    edition: Edition,
    *,
    several: bool,
) -> Mapping[str, Any]:
    actor, here = actors[id], sheet.path
    return {
        "title": actor.name or id,
        "kind": ACTOR_KIND[actor.kind] if actor.kind else "",
        "role": actor.role or "",
        "aliases": actor.aliases,
        "member_of": _links(actors, actor.member_of, here),
        "members": _links(actors, members[:MOST_MEMBERS], here),
        "more_members": max(len(members) - MOST_MEMBERS, 0),
        "wikidata": f"https://www.wikidata.org/wiki/{actor.wikidata}" if actor.wikidata else "",
        "note": actor.note or "",
        "json_ld": actor_ld(id, actors, edition.settings) if sheet.number == 1 else "",
        "briefings": tuple(views_by_briefing(id, sheet.items, here, several=several)),
        "withdrawn": _tombstone_view(actor.withdrawn, here, actors) if actor.withdrawn else None,
    }


def _follows_from(told: Sequence[Told], common: tuple[str, ...], edition: Edition) -> tuple[str, ...] | None:
    """Tell what a page of an actor follows from: the entries on it, and what its pages have in common."""
    entries: list[str] = []
    for entry in told:
        slug = entry.findings.briefing.slug
        if slug not in edition.keys:
            return None
        claims = [(position.claim.id, position.is_later) for position in entry.positions]
        entries.append(f"{slug} {edition.keys[slug]} {entry.part} {entry.opens} {entry.opens_part} {claims}")
    return (*common, *entries)


def _links(actors: Mapping[str, Actor], ids: Sequence[str], here: str) -> tuple[Link, ...]:
    return tuple(Link(actors[id].name or id, link(here, actor_page(id))) for id in ids if id in actors)


def _tombstone_view(withdrawn: Withdrawn, here: str, actors: Mapping[str, Actor]) -> TombstoneView:
    successor = withdrawn.replaced_by
    replaced = (
        Link(actors[successor].name or successor, link(here, actor_page(successor)))
        if successor and successor in actors
        else None
    )
    return TombstoneView(stated_view(withdrawn.date), withdrawn.reason, replaced)
