"""Check for origins and actors that were declared and that no entry names."""

from generator.analyse.quotes.named import named_in_entries, used_actors
from generator.model.briefing import Briefing, Library
from generator.model.diagnostics import Diagnostic, problem


def check_unused(library: Library) -> list[Diagnostic]:
    """Reports each origin and actor of a briefing, and each actor of the registry, that no entry names."""
    hints = []
    used: set[str] = set()
    for briefing in library.briefings:
        used |= used_actors(briefing) - set(briefing.summary.actors)
        hints += _unused_origins(briefing)
        named = named_in_entries(briefing) | {
            id for actor in briefing.actors.values() for id in actor.member_of
        }
        for id in briefing.summary.actors:
            if id not in named:
                hints.append(problem("unused-actor", briefing.summary.at("actors", id, "[key]"), id=id))
    for id in library.registry.actors:
        if id not in used:
            hints.append(problem("unused-actor", library.registry.at("actors", id, "[key]"), id=id))
    return hints


def _unused_origins(briefing: Briefing) -> list[Diagnostic]:
    summary = briefing.summary
    named: set[str | None] = {id for claim in summary.claims for id in claim.origins}
    named |= {id for question in summary.questions for id in question.settled_by}
    named |= {origin.derived_from for origin in summary.origins.values()}
    return [
        problem("unused-origin", summary.at("origins", id, "[key]"), id=id)
        for id in summary.origins
        if id not in named
    ]
