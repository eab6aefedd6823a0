"""Origins of claims: where each claim was first said, as far as it is declared, and what corroborates it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from generator.analyse.quotes.anchored import AnchoredBriefing, Quote
from generator.model.briefing import ARTICLE_VOICE, Briefing
from generator.model.claims import Claim, Evidence


@dataclass(frozen=True)
class Root:
    """An origin that derives from no other, and the ways that lead to it.

    Attributes:
        id: the origin's id.
        ways: each distinct way to it: the declared origin first, then what that derives from, the root
            last; a way of one id declares the root itself.
        articles: the ids of the articles that lead to it, in the briefing's order. However many they are,
            the root counts once.
        claims: the ids of the claims that lead to it, in the order in which they are met.
    """

    id: str
    ways: tuple[tuple[str, ...], ...]
    articles: tuple[str, ...]
    claims: tuple[str, ...]

    @property
    def counted_once(self) -> bool:
        """Whether several articles lead here, which a reader may take for several sources."""
        return len(self.articles) > 1


@dataclass(frozen=True)
class Corroboration:
    """A claim of another speaker that corroborates a claim, as an editor declared.

    Attributes:
        claim: the other claim's id.
        note: the editor's reason for thinking the two separate.
        shared_roots: origins that both lead to; the page has to say so where there are any.
    """

    claim: str
    note: str
    shared_roots: tuple[str, ...]


@dataclass(frozen=True)
class FirstSaid:
    """Attribution and corroboration of a claim.

    Attributes:
        claim: its id.
        articles: the ids of the articles that carry it, in the briefing's order.
        roots: where it was first said; empty when that is not stated.
        not_stated: the quotes for which no origin is declared, neither on them nor on the claim.
        corroborations: what corroborates it; from both ends of a relation, in the order of the YAML.
    """

    claim: str
    articles: tuple[str, ...]
    roots: tuple[Root, ...]
    not_stated: tuple[Quote, ...]
    corroborations: tuple[Corroboration, ...]


def first_said(anchored: AnchoredBriefing) -> Mapping[str, FirstSaid]:
    """Finds where each claim was first said, by the claim's id, in the order of the YAML.

    The claim's own origin holds for its quotes with its speaker that declare none. An unknown origin, which
    the checks report, counts as not stated; a circle of origins ends where it closes.
    """
    briefing = anchored.briefing
    roots = {id: roots_of(anchored, [id]) for id in briefing.claims}
    corroborations = _corroborations(briefing, roots)
    by_claim = {}
    for id in briefing.claims:
        quotes = anchored.quotes.get(id, ())
        by_claim[id] = FirstSaid(
            claim=id,
            articles=_in_briefing_order(briefing, {quote.evidence.article for quote in quotes}),
            roots=roots[id],
            not_stated=tuple(quote for quote in quotes if not way_of(briefing, quote.origin)),
            corroborations=tuple(corroborations.get(id, ())),
        )
    return by_claim


def roots_of(anchored: AnchoredBriefing, claims: Iterable[str]) -> tuple[Root, ...]:
    """Finds the roots that the quotes of some claims lead to, in the order in which they are met.

    The claims may be one, those of an account, or those of a briefing. An interview in two claims from two
    articles is one root with two articles.
    """
    ways: dict[str, list[tuple[str, tuple[str, ...], str]]] = {}
    for id in claims:
        for quote in anchored.quotes.get(id, ()):
            if way := _quote_way(anchored.briefing, quote):
                ways.setdefault(way[-1], []).append((id, way, quote.evidence.article))
    return tuple(
        Root(
            id=root,
            ways=tuple(dict.fromkeys(way for _, way, _ in leads)),
            articles=_in_briefing_order(anchored.briefing, {article for _, _, article in leads}),
            claims=tuple(dict.fromkeys(claim for claim, _, _ in leads)),
        )
        for root, leads in ways.items()
    )


def _in_briefing_order(briefing: Briefing, articles: set[str]) -> tuple[str, ...]:
    return tuple(id for id in briefing.articles if id in articles)


def _quote_way(briefing: Briefing, quote: Quote) -> tuple[str, ...]:
    return way_of(briefing, quote.origin)


def way_of(briefing: Briefing, origin: str | None) -> tuple[str, ...]:
    """Follows a declared origin through what each derives from up to the root; empty without an origin."""
    origins = briefing.summary.origins
    way: list[str] = []
    above = origin
    while above and above in origins and above not in way:
        way.append(above)
        above = origins[above].derived_from
    return tuple(way)


def _corroborations(
    briefing: Briefing, roots: Mapping[str, tuple[Root, ...]]
) -> dict[str, list[Corroboration]]:
    """Finds what corroborates each claim: a relation is written once, and counts for both its claims."""
    by_claim: dict[str, list[Corroboration]] = {}
    for claim in briefing.claims.values():
        for relation in claim.relations:
            other = briefing.claims.get(relation.claim)
            if relation.kind != "corroborates" or other is None or not _may_corroborate(claim, other):
                continue
            for corroborated, corroborating in ((claim, other), (other, claim)):
                theirs = {root.id for root in roots[corroborating.id]}
                shared = tuple(root.id for root in roots[corroborated.id] if root.id in theirs)
                by_claim.setdefault(corroborated.id, []).append(
                    Corroboration(corroborating.id, relation.note or "", shared)
                )
    return by_claim


def _may_corroborate(claim: Claim, other: Claim) -> bool:
    return not (claim.withdrawn or other.withdrawn) and cannot_corroborate(claim, other) is None


def cannot_corroborate(claim: Claim, other: Claim) -> str | None:
    """Says why neither of two claims can corroborate the other; None when they can."""
    if set(claim.speakers) & set(other.speakers) - {ARTICLE_VOICE}:
        return "both have the same speaker"
    for either in (claim, other):
        if ARTICLE_VOICE in either.by:
            return f"'{either.id}' is an article's own voice"
        if not any(either.origin_in(evidence) for evidence in either.evidence if _is_said(either, evidence)):
            return f"'{either.id}' has no origin"
    return None


def _is_said(claim: Claim, evidence: Evidence) -> bool:
    """Tests whether somebody is known to say the words: an article's own voice confirms nobody."""
    by = claim.by_in(evidence)
    return bool(by) and ARTICLE_VOICE not in by
