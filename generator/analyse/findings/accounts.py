"""Differing accounts: related claims as rows, with what differs, why it matters and what is open."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from generator.analyse.findings.differing_words import Stretch, differing
from generator.analyse.findings.grouping import Pair, group
from generator.analyse.quotes.anchored import AnchoredBriefing, Quote
from generator.model.briefing import Briefing
from generator.model.entries import Claim, Question, Relation

KINDS = ("contradicts", "differs-in-scope", "goes-further-than", "later-position-of")
"""The relations that make accounts differ; what corroborates doesn't."""


@dataclass(frozen=True)
class Marked:
    """A quote and what of it differs: the stretches to mark, in code points of its article's text."""

    quote: Quote
    marks: tuple[Stretch, ...]


@dataclass(frozen=True)
class Row:
    """One wording of an account: a claim and its quotes, in the order of the YAML."""

    claim: Claim
    wordings: tuple[Marked, ...]


@dataclass(frozen=True)
class Joined:
    """A relation of an account: written on ``claim``, and leading to ``relation.claim``."""

    claim: str
    relation: Relation


@dataclass(frozen=True)
class Account:
    """Wordings that are read together.

    Attributes:
        matter: the matter that most of its claims belong to, the first of equals; None where they have none.
        rows: at least two, in the order of the YAML.
        relations: all that join these rows here, in the order of the YAML; their notes tell why it matters.
        questions: those that name two or more of its claims, else those that name one: first those that
            name more than half of them, then those that name the fewest others, then as in the YAML.
    """

    matter: str | None
    rows: tuple[Row, ...]
    relations: tuple[Joined, ...]
    questions: tuple[Question, ...]


def accounts(anchored: AnchoredBriefing) -> tuple[Account, ...]:
    """The differing accounts of a briefing, in the order of the YAML.

    Every relation that is no corroboration, between two claims that stand, is in exactly one of them.
    """
    briefing = anchored.briefing
    number = {id: at for at, id in enumerate(briefing.claims)}
    joined = [(_pair(one, number), one) for one in differing_relations(briefing)]
    groups = group(
        sorted((pair for pair, _ in joined), key=lambda pair: (number[pair[0]], number[pair[1]])),
        [question.claims for question in live_questions(briefing)],
        {id: claim.matter for id, claim in briefing.claims.items()},
    )
    found = []
    for pairs in groups:
        ids = sorted({id for pair in pairs for id in pair}, key=number.__getitem__)
        found.append(_account(anchored, ids, tuple(one for pair, one in joined if pair in pairs)))
    return tuple(sorted(found, key=lambda one: [number[row.claim.id] for row in one.rows]))


def differing_relations(briefing: Briefing) -> list[Joined]:
    """The relations that make accounts differ, between two claims that stand, in the order of the YAML."""
    return [
        Joined(claim.id, relation)
        for claim in briefing.claims.values()
        for relation in claim.relations
        if relation.kind in KINDS and relation.claim != claim.id and not claim.withdrawn
        if (other := briefing.claims.get(relation.claim)) is not None and not other.withdrawn
    ]


def _pair(joined: Joined, number: Mapping[str, int]) -> Pair:
    one, other = joined.claim, joined.relation.claim
    return (one, other) if number[one] < number[other] else (other, one)


def live_questions(briefing: Briefing) -> list[Question]:
    """The questions that were not withdrawn."""
    return [question for question in briefing.summary.questions if not question.withdrawn]


def _account(anchored: AnchoredBriefing, ids: list[str], relations: tuple[Joined, ...]) -> Account:
    briefing = anchored.briefing
    quotes = [anchored.quotes.get(id, ()) for id in ids]
    marks = differing(
        [[(quote.article, quote.passage.segments) for quote in of_claim] for of_claim in quotes],
        [(one.relation.note, ids.index(one.claim), ids.index(one.relation.claim)) for one in relations],
    )
    rows = tuple(
        Row(
            briefing.claims[id],
            tuple(Marked(quote, marked) for quote, marked in zip(of_claim, of_quotes, strict=True)),
        )
        for id, of_claim, of_quotes in zip(ids, quotes, marks, strict=True)
    )
    matters = Counter(row.claim.matter for row in rows)
    return Account(
        matter=max(matters, key=matters.__getitem__),
        rows=rows,
        relations=relations,
        questions=_bearing(briefing, frozenset(ids)),
    )


def _bearing(briefing: Briefing, ids: frozenset[str]) -> tuple[Question, ...]:
    named = [(len(ids.intersection(one.claims)), one) for one in live_questions(briefing)]
    least = 2 if any(count > 1 for count, _ in named) else 1
    bearing = [
        ((2 * count <= len(ids), len(ids.union(one.claims)), at), one)
        for at, (count, one) in enumerate(named)
        if count >= least
    ]
    return tuple(one for _, one in sorted(bearing, key=lambda pair: pair[0]))
