"""Which related claims make one view: few enough to be read together, and held together by something.

An editor's question that names several claims is the best sign that they belong together, so questions come
first; where there is none, wordings that are each related to several of the others do; a chain of single
relations holds for three. A claim may be in several views, a pair of claims is in exactly one.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Final

Pair = tuple[str, str]
"""Two related claims, the one that stands first in the YAML first."""

MOST: Final = 5
"""How many wordings a view has at most where a question, or their own relations, hold them together."""

CHAIN: Final = 3
"""How many it has at most where each is related to one other only, and no question names them all."""


def group(
    pairs: Iterable[Pair], questions: Iterable[Collection[str]], matters: Mapping[str, str | None]
) -> list[tuple[Pair, ...]]:
    """The pairs, each once, in groups of at most ``MOST`` claims that hang together.

    Args:
        pairs: related claims, in the order of the YAML, which decides wherever nothing else does.
        questions: the claims that each question names.
        matters: each claim's matter.
    """
    left = list(dict.fromkeys(pairs))
    groups = _by_question(left, [frozenset(one) for one in questions])
    placed = {pair for one in groups for pair in one}
    return _by_relation([pair for pair in left if pair not in placed], groups, matters)


def _by_question(pairs: list[Pair], questions: list[frozenset[str]]) -> list[list[Pair]]:
    """Again and again the question whose claims have the most relations among them, and hang together.

    Of two with as many, the one with fewer claims. A question of too many claims waits until others have
    taken their part of it; only when nothing else is left is it cut.
    """
    inside = [[pair for pair in pairs if claims.issuperset(pair)] for claims in questions]
    best = [_best(one) for one in inside]
    groups = []
    while any(best):
        found = max((one for one in best if one), key=_worth)  # the first of equals
        if _too_many(found):
            found = _grown(found, {}, found)
        groups.append(found)
        for index, own in enumerate(inside):
            if not set(own).isdisjoint(found):
                inside[index] = [pair for pair in own if pair not in found]
                best[index] = _best(inside[index])
    return groups


def _best(pairs: list[Pair]) -> list[Pair]:
    return max(_components(pairs), key=_worth, default=[])


def _worth(pairs: list[Pair]) -> tuple[bool, int, int]:
    return not _too_many(pairs), len(pairs), -len(_claims(pairs))


def _too_many(pairs: list[Pair]) -> bool:
    return len(_claims(pairs)) > MOST


def _by_relation(
    left: list[Pair], groups: list[list[Pair]], matters: Mapping[str, str | None]
) -> list[tuple[Pair, ...]]:
    """What no question holds: what is related closely goes first, then chains, of a pair in a group too."""
    while left:
        found = _grown(left, matters)
        left = [pair for pair in left if pair not in found]
        home = next((one for one in groups if _makes_chain(one, found, matters)), None)
        if home is None:
            groups.append(found)
        else:
            home.extend(found)
    return [tuple(one) for one in groups]


def _makes_chain(group: list[Pair], found: list[Pair], matters: Mapping[str, str | None]) -> bool:
    """Whether the two are parts of one chain: they share a claim, and are about one matter."""
    ours, theirs = _claims(group), _claims(found)
    return (
        not ours.isdisjoint(theirs)
        and len(ours | theirs) <= CHAIN
        and len({matters.get(claim) for claim in ours | theirs}) == 1
    )


def _grown(
    pairs: list[Pair], matters: Mapping[str, str | None], within: Sequence[Pair] | None = None
) -> list[Pair]:
    """One group out of ``pairs``: from the two claims with the most neighbours in common, claim by claim.

    Next comes the claim that is related to the most of those in the group. One that is related to a single
    one of them comes only within a question's claims (``within``), or while the group is a chain.
    """
    near: dict[str, dict[str, None]] = {}
    for one, other in pairs:
        near.setdefault(one, {})[other] = None
        near.setdefault(other, {})[one] = None
    seed = max(pairs, key=lambda pair: len(near[pair[0]].keys() & near[pair[1]].keys()))
    members = dict.fromkeys(seed)
    while len(members) < MOST:
        ties: dict[str, int] = {}
        for member in members:
            for claim in near[member]:
                if claim not in members:
                    ties[claim] = ties.get(claim, 0) + 1
        matter = {matters.get(member) for member in members}
        fitting = [
            claim
            for claim, tied in ties.items()
            if tied > 1 or within is not None or (len(members) < CHAIN and matter == {matters.get(claim)})
        ]
        if not fitting:
            break
        members[max(fitting, key=ties.__getitem__)] = None
    return [pair for pair in pairs if members.keys() >= set(pair)]


def _components(pairs: list[Pair]) -> list[list[Pair]]:
    """The pairs in sets that share no claim."""
    parts: list[tuple[set[str], list[Pair]]] = []
    for pair in pairs:
        touched = [part for part in parts if not part[0].isdisjoint(pair)]
        parts = [part for part in parts if part[0].isdisjoint(pair)]
        claims = set(pair).union(*(part[0] for part in touched))
        parts.append((claims, [one for part in touched for one in part[1]] + [pair]))
    return [own for _, own in parts]


def _claims(pairs: Iterable[Pair]) -> set[str]:
    return {claim for pair in pairs for claim in pair}
