"""The sections of a briefing: its matters, each with the accounts that differ and with its claims."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from generator.analyse.findings.accounts import Account
from generator.render.escape import Safe
from generator.render.parts.citation import cited
from generator.render.parts.claims.accounts import AccountView, account_link, account_view
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
    accounts: tuple[AccountView, ...]
    claims: tuple[ClaimView, ...]


def matter_views(claims: ClaimWriter, differing: Sequence[Account]) -> tuple[MatterView, ...]:
    """The matters in the order of the YAML; claims without one come last."""
    summary = claims.findings.briefing.summary
    compare = _standing_in(claims, differing)

    def card(id: str) -> ClaimView:
        view = claims.view(id)
        quotes = claims.findings.quotes[id]
        told = tuple(cited(claims.findings, view.link.speaker, quote) for quote in quotes)
        return replace(view, cited=told, compare=compare.get(id, ()))

    found = [
        MatterView(
            anchor=f"matter-{id}",
            title=matter.title,
            note=matter.note or "",
            accounts=tuple(account_view(claims, one) for one in differing if one.matter == id),
            claims=tuple(card(claim.id) for claim in summary.claims if claim.matter == id),
        )
        for id, matter in summary.matters.items()
    ]
    rest = tuple(card(claim.id) for claim in summary.claims if not claim.matter)
    if rest:
        title = phrase("other-claims") if found else phrase("who-says-what")
        alone = tuple(account_view(claims, one) for one in differing if one.matter is None)
        found.append(MatterView(anchor="claims", title=title, note="", accounts=alone, claims=rest))
    return tuple(found)


def _standing_in(claims: ClaimWriter, differing: Sequence[Account]) -> dict[str, tuple[Link, ...]]:
    """By claim, the differing accounts that it stands in."""
    found: dict[str, tuple[Link, ...]] = {}
    for account in differing:
        for row in account.rows:
            found[row.claim.id] = (*found.get(row.claim.id, ()), account_link(claims, account))
    return found


def left_open(claims: ClaimWriter, differing: Sequence[Account]) -> dict[str, tuple[Link, ...]]:
    """By question, the differing accounts that it would settle."""
    found: dict[str, tuple[Link, ...]] = {}
    for account in differing:
        for question in account.questions:
            found[question.id] = (*found.get(question.id, ()), account_link(claims, account))
    return found


def numbered(matters: Iterable[MatterView], questions: Iterable[QuestionView]) -> Iterator[tuple[Safe, str]]:
    """What paper calls each claim and question, by its place: links lead nowhere there, but to a number."""
    claims = (claim.id for matter in matters for claim in matter.claims)
    yield from ((Safe(f"claim-{id}"), str(number)) for number, id in enumerate(claims, 1))
    ids = (question.id for question in questions)
    yield from (
        (Safe(f"question-{id}"), phrase("question-number", number)) for number, id in enumerate(ids, 1)
    )
