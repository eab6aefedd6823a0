"""The sections of a briefing: its matters, each with the accounts that differ and with its claims."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import pairwise

from generator.analyse.accounts import accounts
from generator.analyse.findings import Findings
from generator.render.accounts import account_view
from generator.render.claims import ClaimWriter
from generator.render.escape import Safe
from generator.render.views import Link, MatterView, QuestionView
from generator.render.words import phrase


def matter_views(findings: Findings, claims: ClaimWriter) -> tuple[MatterView, ...]:
    """The matters in the order of the YAML; claims without one come last."""
    summary = findings.briefing.summary
    differing = accounts(findings)
    found = [
        MatterView(
            anchor=f"matter-{id}",
            title=matter.title,
            note=matter.note or "",
            accounts=tuple(account_view(claims, one) for one in differing if one.matter == id),
            claims=tuple(claims.view(claim.id) for claim in summary.claims if claim.matter == id),
        )
        for id, matter in summary.matters.items()
    ]
    rest = tuple(claims.view(claim.id) for claim in summary.claims if not claim.matter)
    if rest:
        title = phrase("other-claims") if found else phrase("who-says-what")
        alone = tuple(account_view(claims, one) for one in differing if one.matter is None)
        found.append(MatterView(anchor="claims", title=title, note="", accounts=alone, claims=rest))
    return _leading_on(found)


def _leading_on(matters: list[MatterView]) -> tuple[MatterView, ...]:
    """Each of the differing accounts leads to the next one, in whatever section that is."""
    all_accounts = [one for matter in matters for one in matter.accounts]
    following = {
        one.anchor: Link(other.title, Safe(f"#{other.anchor}")) for one, other in pairwise(all_accounts)
    }
    return tuple(
        replace(
            matter,
            accounts=tuple(replace(one, following=following.get(one.anchor)) for one in matter.accounts),
        )
        for matter in matters
    )


def numbered(matters: Iterable[MatterView], questions: Iterable[QuestionView]) -> Iterator[tuple[Safe, str]]:
    """What paper calls each claim and question, by its place: links lead nowhere there, but to a number."""
    claims = (claim.id for matter in matters for claim in matter.claims)
    yield from ((Safe(f"claim-{id}"), str(number)) for number, id in enumerate(claims, 1))
    ids = (question.id for question in questions)
    yield from (
        (Safe(f"question-{id}"), phrase("question-number", number)) for number, id in enumerate(ids, 1)
    )
