"""The sections of a briefing: its matters, each with its claims, in two halves of about the same length."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from generator.render.escape import Safe
from generator.render.parts.claims.opened import ClaimView
from generator.render.parts.claims.views import ClaimViews
from generator.render.parts.questions import QuestionView
from generator.render.words import listed, phrase


@dataclass(frozen=True)
class MatterView:
    """A section of a briefing.

    Attributes:
        holds: where the section opens folded, what it holds: how many claims and by whom; else empty.
    """

    anchor: str
    title: str
    note: str
    claims: tuple[ClaimView, ...]
    holds: str = ""


MOST_OPEN: Final = 36
"""With more live claims the matters after the first `OPEN_MATTERS` open folded."""

OPEN_MATTERS: Final = 3
MOST_SPEAKERS: Final = 3


def matter_views(claims: ClaimViews) -> tuple[MatterView, ...]:
    """Make the views of the matters with their live claims, in the order of the YAML.

    Claims without a matter come last. A matter whose claims were all withdrawn is left out.
    """
    summary = claims.findings.briefing.summary
    live = [claim for claim in summary.claims if not claim.withdrawn]
    sections: list[MatterView] = []
    for id, matter in summary.matters.items():
        of_matter = tuple(claims.view(claim.id) for claim in live if claim.matter == id)
        if of_matter or not any(claim.matter == id for claim in summary.claims):
            sections.append(MatterView(f"matter-{id}", matter.title, matter.note or "", of_matter))
    if rest := tuple(claims.view(claim.id) for claim in live if not claim.matter):
        title = phrase("other-claims") if sections else ""
        sections.append(MatterView("claims", title, "", rest))
    if len(live) <= MOST_OPEN:
        return tuple(sections)
    return (*sections[:OPEN_MATTERS], *map(_folded, sections[OPEN_MATTERS:]))


def _folded(matter: MatterView) -> MatterView:
    speakers = dict.fromkeys(link.text for claim in matter.claims for link in claim.speakers)
    named = list(speakers)[:MOST_SPEAKERS]
    if len(speakers) > len(named):
        named.append(phrase("others"))
    count = phrase("claims", len(matter.claims))
    holds = phrase("claims-by-whom", count, listed(named)) if named else count
    return MatterView(matter.anchor, matter.title, matter.note, matter.claims, holds)


def in_halves(matters: Sequence[MatterView]) -> tuple[tuple[MatterView, ...], ...]:
    """Divide matters into two halves whose texts are about equally long; their order stays."""
    lengths = [_length(matter) for matter in matters]
    best = min(
        range(len(matters) + 1),
        key=lambda cut: (abs(sum(lengths[:cut]) - sum(lengths[cut:])), -cut),
    )
    return tuple(filter(None, (tuple(matters[:best]), tuple(matters[best:]))))


_LINE: Final = 52
"""About how many code points a line of half a page has."""


def _length(matter: MatterView) -> int:
    """About how many lines a matter takes."""
    claims = () if matter.holds else matter.claims
    lines = sum(1 + sum(len(piece.text) + len(piece.told) for piece in one.line) // _LINE for one in claims)
    return lines + 2 + len(matter.note) // _LINE + bool(matter.holds)


def numbered(claims: Iterable[ClaimView], questions: Iterable[QuestionView]) -> Iterator[tuple[Safe, str]]:
    """What paper calls each claim and question: links lead nowhere there, but to a number."""
    yield from ((Safe(f"claim-{claim.id}"), str(claim.link.number)) for claim in claims)
    yield from (
        (Safe(f"question-{question.id}"), phrase("question-number", number))
        for number, question in enumerate(questions, 1)
    )
