"""The list of actors, and the page of each: what it says, and what is said of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from generator.analyse.answers import answers
from generator.analyse.findings import Findings
from generator.model.entries import Actor, Withdrawn
from generator.render.addresses import (
    ACTORS,
    actor_page,
    link,
)
from generator.render.briefing_links import briefing_link
from generator.render.claims import ClaimWriter, stated_view
from generator.render.page import Page
from generator.render.views import (
    ActorLine,
    ClaimLink,
    Link,
    TombstoneView,
)
from generator.render.words import ACTOR_KIND, counted


@dataclass(frozen=True)
class SaidIn:
    """What one briefing has of an actor."""

    briefing: Link
    anchor: str
    answer: str
    says: tuple[ClaimLink, ...]
    about: tuple[ClaimLink, ...]
    passed_on: tuple[ClaimLink, ...]


@dataclass(frozen=True)
class ActorGroup:
    """All actors of one kind."""

    kind: str
    anchor: str
    actors: tuple[ActorLine, ...]


_KINDS: Final = (
    ("person", "Persons", "persons"),
    ("state", "States", "states"),
    ("organisation", "Organisations", "organisations"),
    ("group", "Groups", "groups"),
)


def actor_plans(all_findings: Sequence[Findings]) -> list[Page]:
    """Plan the list of actors and a page for each that a briefing names."""
    actors: dict[str, Actor] = {}
    said: dict[str, list[Findings]] = {}
    for findings in all_findings:
        for id, actor in findings.briefing.actors.items():
            actors.setdefault(id, actor)
            if _names(findings, id):
                said.setdefault(id, []).append(findings)
    pages = [_actor(id, actor, said.get(id, []), actors) for id, actor in sorted(actors.items())]
    lines = [_actor_line(id, actor, said.get(id, [])) for id, actor in actors.items()]
    lines.sort(key=lambda line: line.name.casefold())
    by_kind = [
        ActorGroup(title, anchor, tuple(line for line in lines if line.kind == ACTOR_KIND[kind]))
        for kind, title, anchor in _KINDS
    ]
    by_kind.append(ActorGroup("Withdrawn", "withdrawn", tuple(line for line in lines if not line.kind)))
    index = Page(
        path=ACTORS,
        template="actors",
        title="Who",
        description="Everybody the briefings name: who they are, what they say, what is said of them.",
        view={"groups": tuple(group for group in by_kind if group.actors)},
    )
    return [index, *pages]


def _names(findings: Findings, id: str) -> bool:
    return any(id in (*claim.by, *claim.about, *claim.via) for claim in findings.briefing.summary.claims)


def _actor_line(id: str, actor: Actor, said: list[Findings]) -> ActorLine:
    live = [claim for findings in said for claim in findings.briefing.summary.claims if not claim.withdrawn]
    return ActorLine(
        name=actor.name or id,
        kind=ACTOR_KIND[actor.kind] if actor.kind else "",
        role=actor.role or "",
        href=link(ACTORS, actor_page(id)),
        says=sum(id in claim.by for claim in live),
        about=sum(id in claim.about for claim in live),
        withdrawn=actor.withdrawn is not None,
    )


def _actor(id: str, actor: Actor, said: list[Findings], actors: dict[str, Actor]) -> Page:
    here = actor_page(id)
    name = actor.name or id
    briefings = []
    for findings in said:
        claims = ClaimWriter(findings, here)
        all_claims = findings.briefing.summary.claims
        briefings.append(
            SaidIn(
                briefing_link(findings, here),
                findings.briefing.slug,
                _answer(findings, id) if actor.kind == "person" else "",
                tuple(claims.link(claim.id) for claim in all_claims if id in claim.by),
                tuple(claims.link(claim.id) for claim in all_claims if id in claim.about),
                tuple(claims.link(claim.id) for claim in all_claims if id in claim.via),
            )
        )
    tombstone = None
    if actor.withdrawn is not None:
        tombstone = _tombstone(actor.withdrawn, here, actors)
    return Page(
        path=here,
        template="actor",
        title=name,
        description=f"Claims by and about {name}, each with the words it rests on.",
        view={
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
            "note": actor.note or "",
            "briefings": tuple(briefings),
            "withdrawn": tombstone,
        },
        indexed=actor.kind != "person",
    )


def _answer(findings: Findings, person: str) -> str:
    """Whether these sources carry the person's answer to what others say of them; empty if nobody does."""
    found = answers(findings.briefing, person)
    if not found.said_of:
        return ""
    said = counted(len(found.said_of), "claim") + " by others"
    if found.answers:
        own = counted(len(found.answers), "claim")
        return f"{said}. On the same matters these sources carry {own} of this person’s own."
    if found.elsewhere:
        own = counted(len(found.elsewhere), "claim")
        return f"{said}. These sources carry no answer to them; {own} of this person’s own, on other matters."
    return f"{said}. These sources carry no answer to them, and nothing else that this person says."


def _tombstone(withdrawn: Withdrawn, here: str, actors: dict[str, Actor]) -> TombstoneView:
    other = withdrawn.replaced_by
    replaced = Link(actors[other].name or other, link(here, actor_page(other))) if other in actors else None
    return TombstoneView(stated_view(withdrawn.date), withdrawn.reason, replaced)
