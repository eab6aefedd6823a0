"""Answers: claims by a person that stand beside what others say of that person."""

from dataclasses import dataclass

from generator.analyse.quotes.named import about_others
from generator.model.briefing import Briefing
from generator.model.claims import Claim


@dataclass(frozen=True)
class Answers:
    """Claims about a person by others in a briefing, and the person's own claims.

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
    """Finds the claims by which the actor ``person`` may answer what others say of it.

    Whether a claim really answers another is for the reader to judge: the program only sees that the person
    speaks on the same matter, or that an editor has related the two.
    """
    live = [claim for claim in briefing.claims.values() if not claim.withdrawn]
    said_of = [claim for claim in live if person in about_others(briefing, claim)]
    own = [claim for claim in live if person in claim.speakers]
    matters = {claim.matter for claim in said_of if claim.matter}
    ids = {claim.id for claim in said_of}
    answering = [claim for claim in own if claim.matter in matters or _is_related(claim, said_of, ids)]
    return Answers(
        tuple(claim.id for claim in said_of),
        tuple(claim.id for claim in answering),
        tuple(claim.id for claim in own if claim not in answering),
    )


def _is_related(claim: Claim, said_of: list[Claim], ids: set[str]) -> bool:
    """Tests whether a relation joins the claim to one of those in ``said_of``, in either direction."""
    forth = any(relation.claim in ids for relation in claim.relations)
    return forth or any(relation.claim == claim.id for other in said_of for relation in other.relations)
