"""Check for origins, actors and articles that no entry names."""

from generator.analyse.quotes.named import named_in_entries, used_actors
from generator.model.briefing import Briefing, Library
from generator.model.diagnostics import Diagnostic, problem
from generator.model.span import Span


def check_unused(library: Library) -> list[Diagnostic]:
    """Reports what no entry names: origins, actors and articles of briefings, actors of the registry.

    Where something could not be read, nothing is told to be unused: what names it may be what is missing.
    """
    hints = []
    used: set[str] = set()
    for briefing in library.briefings:
        used |= used_actors(briefing) - set(briefing.summary.actors)
        if briefing.lost or briefing.doubled_claims:
            continue
        hints += _unused_origins(briefing)
        hints += _unused_articles(briefing)
        named = named_in_entries(briefing) | {
            id for actor in briefing.actors.values() for id in actor.member_of
        }
        for id in briefing.summary.actors:
            if id not in named:
                hints.append(problem("unused-actor", briefing.summary.at("actors", id, "[key]"), id=id))
    is_whole = library.is_whole and not any(
        briefing.lost or briefing.doubled_claims for briefing in library.briefings
    )
    for id in library.registry.actors if is_whole else ():
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


def _unused_articles(briefing: Briefing) -> list[Diagnostic]:
    summary = briefing.summary
    named = {quote.article for claim in summary.claims for quote in claim.evidence}
    named |= {quote.article for origin in summary.origins.values() for quote in origin.evidence}
    named |= {entry.article for entry in summary.set_aside}
    if summary.withdrawn:
        return []
    return [
        problem("unused-article", Span(article.path))
        for id, article in briefing.articles.items()
        if id not in named and not article.descriptor.withdrawn
    ]
