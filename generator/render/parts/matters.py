"""The sections of a briefing: its matters, each with its claims."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from generator.render.escape import Safe
from generator.render.parts.citation import cited
from generator.render.parts.claims.opened import ClaimView
from generator.render.parts.claims.writer import ClaimWriter
from generator.render.parts.links import Link
from generator.render.parts.questions import QuestionView
from generator.render.words import phrase


@dataclass(frozen=True)
class MatterView:
    """A section of a briefing."""

    anchor: str
    title: str
    note: str
    claims: tuple[ClaimView, ...]


def matter_views(claims: ClaimWriter) -> tuple[MatterView, ...]:
    """Make the views of the matters, in the order of the YAML; claims without one come last."""
    summary = claims.findings.briefing.summary
    compare = _questions_that_differ(claims)

    def card(id: str) -> ClaimView:
        view = claims.view(id)
        quotes = claims.findings.quotes[id]
        told = tuple(cited(claims.findings, claims.speakers.of_quote(quote), quote) for quote in quotes)
        return replace(view, cited=told, compare=compare.get(id, ()))

    sections = [
        MatterView(
            anchor=f"matter-{id}",
            title=matter.title,
            note=matter.note or "",
            claims=tuple(card(claim.id) for claim in summary.claims if claim.matter == id),
        )
        for id, matter in summary.matters.items()
    ]
    rest = tuple(card(claim.id) for claim in summary.claims if not claim.matter)
    if rest:
        title = phrase("other-claims") if sections else phrase("who-says-what")
        sections.append(MatterView(anchor="claims", title=title, note="", claims=rest))
    return tuple(sections)


def _questions_that_differ(claims: ClaimWriter) -> dict[str, tuple[Link, ...]]:
    """Link by each claim's id to the questions that tell how accounts differ on it."""
    links: dict[str, tuple[Link, ...]] = {}
    for question in claims.findings.briefing.summary.questions:
        if question.differ and not question.withdrawn:
            for id in question.claims:
                links[id] = (*links.get(id, ()), Link(question.text, Safe(f"#question-{question.id}")))
    return links


def numbered(matters: Iterable[MatterView], questions: Iterable[QuestionView]) -> Iterator[tuple[Safe, str]]:
    """What paper calls each claim and question, by its place: links lead nowhere there, but to a number."""
    claims = (claim.id for matter in matters for claim in matter.claims)
    yield from ((Safe(f"claim-{id}"), str(number)) for number, id in enumerate(claims, 1))
    ids = (question.id for question in questions)
    yield from (
        (Safe(f"question-{id}"), phrase("question-number", number)) for number, id in enumerate(ids, 1)
    )
