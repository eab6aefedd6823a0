"""Whether the sources carry the answer of a person of whom something is said."""

from dataclasses import dataclass

from generator.model.briefing import Briefing
from generator.model.entries import Claim


@dataclass(frozen=True)
class Answers:
    """What is said of a person in one briefing, and what of the person's own stands beside it.

    Attributes:
        said_of: the ids of the live claims about the person by others.
        answers: the ids of the person's own claims that are joined to one of those by a relation, or are
            about the same matter.
        elsewhere: the ids of the person's other claims.
    """

    said_of: tuple[str, ...]
    answers: tuple[str, ...]
    elsewhere: tuple[str, ...]


def answers(briefing: Briefing, person: str) -> Answers:
    """What the briefing's sources carry of the answer of the actor ``person``.

    Whether a claim really answers another is for the reader to see: a machine only sees that the person
    speaks on the same matter, or that an editor has joined the two.
    """
    live = [claim for claim in briefing.summary.claims if not claim.withdrawn]
    said_of = [claim for claim in live if person in claim.about and person not in claim.by]
    own = [claim for claim in live if person in claim.by]
    matters = {claim.matter for claim in said_of if claim.matter}
    ids = {claim.id for claim in said_of}
    answering = [claim for claim in own if claim.matter in matters or _joined(claim, said_of, ids)]
    return Answers(
        tuple(claim.id for claim in said_of),
        tuple(claim.id for claim in answering),
        tuple(claim.id for claim in own if claim not in answering),
    )


def _joined(claim: Claim, said_of: list[Claim], ids: set[str]) -> bool:
    forth = any(relation.claim in ids for relation in claim.relations)
    return forth or any(relation.claim == claim.id for other in said_of for relation in other.relations)
