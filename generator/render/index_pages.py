"""The pages across briefings: home, actors, questions, and how to read them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from generator.analyse.answers import answers
from generator.analyse.findings import Findings
from generator.analyse.questions import due
from generator.model.entries import Actor, Withdrawn
from generator.render.addresses import (
    ACTORS,
    HOME,
    METHOD,
    QUESTIONS,
    SEARCH,
    actor_page,
    briefing_page,
    link,
    site_address,
)
from generator.render.briefing_page import FIRST_QUESTIONS, question_views, source_links, sources_known
from generator.render.claims import ClaimWriter, date_view, stated_view
from generator.render.page import Page
from generator.render.views import (
    ActorLine,
    BriefingLine,
    ClaimLink,
    DateView,
    Link,
    QuestionView,
    SentenceView,
    TombstoneView,
)
from generator.render.words import ACTOR_KIND, QUESTION_STATUS, RELATION, SPEECH, counted


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
class DueView:
    """A question that is due for a check."""

    question: Link
    briefing: str
    last: DateView
    checked: bool


@dataclass(frozen=True)
class AskedIn:
    """A briefing's questions of one state."""

    briefing: Link
    questions: tuple[QuestionView, ...]


@dataclass(frozen=True)
class QuestionGroup:
    """All questions of one state."""

    status: str
    anchor: str
    count: int
    briefings: tuple[AskedIn, ...]


@dataclass(frozen=True)
class ActorGroup:
    """All actors of one kind."""

    kind: str
    anchor: str
    actors: tuple[ActorLine, ...]


MOST_DUE: Final = 10

_KINDS: Final = (
    ("person", "Persons", "persons"),
    ("state", "States", "states"),
    ("organisation", "Organisations", "organisations"),
    ("group", "Groups", "groups"),
)


def home_plan(all_findings: Sequence[Findings]) -> Page:
    """Plan the home page: with one briefing its first lines, with more a line for each."""
    only = all_findings[0] if len(all_findings) == 1 and _stands(all_findings[0]) else None
    lines = sorted(
        (_line(findings, HOME) for findings in all_findings), key=lambda line: line.title.casefold()
    )
    return Page(
        path=HOME,
        template="home",
        title="What is known, who said it, what is open",
        description="What is known, who said it, what is open: each claim with the words it rests on.",
        view={
            "only": _line(only, HOME) if only else None,
            "sources_known": sources_known(only.briefing) if only else "",
            "sources": source_links(only.briefing, HOME) if only else (),
            "bottom_line": _bottom_line(only) if only else (),
            "first_open": _open(only, HOME)[:FIRST_QUESTIONS] if only else (),
            "current": tuple(line for line in lines if not line.archived and not line.withdrawn),
            "archived": tuple(line for line in lines if line.archived and not line.withdrawn),
            "withdrawn": tuple(line for line in lines if line.withdrawn),
            "method": link(HOME, METHOD),
        },
    )


def questions_plan(all_findings: Sequence[Findings]) -> Page:
    """Plan the page of all questions, those still open first."""
    groups = []
    for status in ("open", "partly-answered", "answered"):
        asked = tuple(
            one
            for one in (
                _asked(findings, QUESTION_STATUS[status])
                for findings in all_findings
                if findings.briefing.summary.withdrawn is None
            )
            if one.questions
        )
        if asked:
            count = sum(len(one.questions) for one in asked)
            groups.append(QuestionGroup(QUESTION_STATUS[status], status, count, asked))
    return Page(
        path=QUESTIONS,
        template="questions",
        title="Questions",
        description="What the articles leave open, and what would settle it.",
        view={"groups": tuple(groups), "due": _due(all_findings)},
    )


def method_plan() -> Page:
    """Plan the page that tells how to read the marks."""
    return Page(
        path=METHOD,
        template="method",
        title="How to read this",
        description="What the marks mean; what was checked by machine and what was not.",
        view={
            "speech": {kind.name: words for kind, words in SPEECH.items()},
            "relation": {
                "contradicts": RELATION["contradicts"],
                "corroborates": RELATION["corroborates"],
                "differs": RELATION["differs-in-scope"],
                "further": RELATION["goes-further-than"],
                "later": RELATION["later-position-of"],
            },
        },
    )


def search_plan() -> Page:
    """Plan the page that search fills."""
    return Page(
        path=SEARCH,
        template="search",
        title="Search",
        description="Search single claims, questions, people, sources and briefings.",
        view={
            "home": site_address(SEARCH, HOME),
            "questions": site_address(SEARCH, QUESTIONS),
            "actors": site_address(SEARCH, ACTORS),
        },
        indexed=False,
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


def _stands(findings: Findings) -> bool:
    """Whether a briefing is neither withdrawn nor in the archive."""
    summary = findings.briefing.summary
    return summary.withdrawn is None and summary.status != "archived"


def _due(all_findings: Sequence[Findings]) -> tuple[DueView, ...]:
    """The questions that were longest not looked at; those without any date are in the list above anyway."""
    titles = {one.briefing.slug: one.briefing.summary.title or one.briefing.slug for one in all_findings}
    return tuple(
        DueView(
            question=Link(
                one.question.text, link(QUESTIONS, briefing_page(one.briefing), f"question-{one.question.id}")
            ),
            briefing=titles[one.briefing],
            last=stated_view(one.last),
            checked=one.question.checked is not None,
        )
        for one in due(findings.briefing for findings in all_findings)
        if one.last is not None
    )[:MOST_DUE]


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


def _line(findings: Findings, here: str) -> BriefingLine:
    summary = findings.briefing.summary
    return BriefingLine(
        title=summary.title or findings.briefing.slug,
        href=link(here, briefing_page(findings.briefing.slug)),
        as_of=date_view(summary.as_of),
        first=summary.bottom_line[0].text if summary.bottom_line else "",
        open_questions=len(_open(findings, here)),
        archived=summary.status == "archived",
        withdrawn=summary.withdrawn is not None,
    )


def _bottom_line(findings: Findings) -> tuple[SentenceView, ...]:
    claims = ClaimWriter(findings, HOME)
    return tuple(
        SentenceView(one.text, claims.links(one.claims)) for one in findings.briefing.summary.bottom_line
    )


def _open(findings: Findings, here: str) -> tuple[QuestionView, ...]:
    return tuple(one for one in question_views(findings, here) if one.still_open)


def _asked(findings: Findings, status: str) -> AskedIn:
    line = _line(findings, QUESTIONS)
    views = question_views(findings, QUESTIONS)
    return AskedIn(
        Link(line.title, line.href),
        tuple(one for one in views if one.withdrawn is None and one.status == status),
    )


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
        line = _line(findings, here)
        claims = ClaimWriter(findings, here)
        all_claims = findings.briefing.summary.claims
        briefings.append(
            SaidIn(
                Link(line.title, line.href),
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


def _tombstone(withdrawn: Withdrawn, here: str, actors: dict[str, Actor]) -> TombstoneView:
    other = withdrawn.replaced_by
    replaced = Link(actors[other].name or other, link(here, actor_page(other))) if other in actors else None
    return TombstoneView(stated_view(withdrawn.date), withdrawn.reason, replaced)
