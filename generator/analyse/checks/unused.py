"""What was declared and nothing uses."""

from generator.analyse.quotes.named import named_in_entries, used_actors
from generator.model.briefing import Briefing, Library
from generator.model.diagnostics import Diagnostic, problem


def check_unused(library: Library) -> list[Diagnostic]:
    """A hint for each origin of a briefing, and each actor of the registry, that no entry names."""
    told = []
    used: set[str] = set()
    for briefing in library.briefings:
        used |= used_actors(briefing) - set(briefing.summary.actors)
        told += _origins(briefing)
        named = named_in_entries(briefing) | {id for one in briefing.actors.values() for id in one.member_of}
        for id in briefing.summary.actors:
            if id not in named:
                told.append(problem("unused-actor", briefing.summary.at("actors", id, "[key]"), id=id))
    for id in library.registry.actors:
        if id not in used:
            told.append(problem("unused-actor", library.registry.at("actors", id, "[key]"), id=id))
    return told


def _origins(briefing: Briefing) -> list[Diagnostic]:
    summary = briefing.summary
    named = {claim.origin for claim in summary.claims}
    named |= {evidence.origin for claim in summary.claims for evidence in claim.evidence}
    named |= {origin.derived_from for origin in summary.origins.values()}
    return [
        problem("unused-origin", summary.at("origins", id, "[key]"), id=id)
        for id in summary.origins
        if id not in named
    ]
