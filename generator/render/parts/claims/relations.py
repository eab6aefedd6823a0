"""The relations of a claim to others, shown on both claims of each."""

from collections.abc import Iterator

from generator.model.claims import Claim, Relation
from generator.render.parts.claims.opened import RelationView
from generator.render.parts.claims.writer import ClaimWriter
from generator.render.words import listed, phrase
from generator.render.words.values import RELATION, RELATION_BACK


def relation_views(writer: ClaimWriter, claim: Claim) -> tuple[RelationView, ...]:
    """Make the views of a claim's relations: those that it declares, then those that others declare."""
    return (*_declared(writer, claim), *_declared_by_others(writer, claim))


def _declared(writer: ClaimWriter, claim: Claim) -> Iterator[RelationView]:
    for relation in claim.relations:
        yield _view(writer, RELATION[relation.kind], claim, relation, relation.claim)


def _declared_by_others(writer: ClaimWriter, claim: Claim) -> Iterator[RelationView]:
    for other in writer.findings.briefing.summary.claims:
        for relation in other.relations:
            if relation.claim == claim.id:
                yield _view(writer, RELATION_BACK[relation.kind], other, relation, other.id)


def _view(writer: ClaimWriter, says: str, declaring: Claim, relation: Relation, linked: str) -> RelationView:
    """Make the view of a relation of the claim ``declaring``, linked to the claim ``linked``."""
    other = writer.findings.briefing.claims[relation.claim]
    live = declaring.withdrawn is None and other.withdrawn is None
    shared = _shared_origins(writer, declaring, relation) if live else ""
    return RelationView(says, writer.link(linked), relation.note or "", shared)


def _shared_origins(writer: ClaimWriter, declaring: Claim, relation: Relation) -> str:
    """The notice that two corroborating claims go back to one origin; empty where they don't."""
    origins = writer.findings.briefing.summary.origins
    shared = [
        origins[root].title
        for corroboration in writer.findings.first_said[declaring.id].corroborations
        if relation.kind == "corroborates" and corroboration.claim == relation.claim
        for root in corroboration.shared_roots
    ]
    return phrase("both-lead-to", listed(shared)) if shared else ""
