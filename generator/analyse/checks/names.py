"""Check that actors can be told apart: ids defined twice, shared names, and names that look alike."""

import unicodedata
from collections.abc import Iterator, Mapping
from functools import lru_cache

from confusable_homoglyphs import confusables

from generator.analyse.checks.references.circles import check_replacements
from generator.analyse.checks.references.unknown_id import unknown_id
from generator.analyse.quotes.named import actors_used
from generator.analyse.quotes.namesakes import are_told_apart
from generator.analyse.text.fold import fold
from generator.model.briefing import RESERVED_SPEAKERS, Briefing, Library
from generator.model.diagnostics import Diagnostic, problem
from generator.model.entries import Actor
from generator.model.span import Span


def check_registry(library: Library) -> list[Diagnostic]:
    """Reports faults of actors.yml itself, and of the actors that briefings add to it."""
    registry = library.registry.actors
    problems = []
    for id, actor in registry.items():
        if id in RESERVED_SPEAKERS:
            problems.append(problem("reserved-id", library.registry.at("actors", id, "[key]"), id=id))
        for index, group in enumerate(actor.member_of):
            if group not in registry:
                problems.append(unknown_id(actor.at("member_of", index), "actor", group, registry))
        if actor.withdrawn and (successor := actor.withdrawn.replaced_by) and successor not in registry:
            problems.append(unknown_id(actor.withdrawn.at("replaced_by"), "actor", successor, registry))
    problems += check_replacements({id: actor.withdrawn for id, actor in registry.items()})
    return [*problems, *_defined_twice(library)]


def _defined_twice(library: Library) -> Iterator[Diagnostic]:
    """Reports ids of actors that are defined more than once.

    They are site-wide: two briefings may define an id only alike, and none may define one of actors.yml.
    """
    registry = library.registry
    defined = {id: (actor, registry.at("actors", id, "[key]")) for id, actor in registry.actors.items()}
    for briefing in library.briefings:
        for id, actor in briefing.summary.actors.items():
            span = briefing.summary.at("actors", id, "[key]")
            other, first = defined.setdefault(id, (actor, span))
            if id in registry.actors or other.model_dump() != actor.model_dump():
                yield problem("actor-twice", span, id=id, path=first.path, line=first.line)


def check_names(briefing: Briefing) -> list[Diagnostic]:
    """Reports names and aliases that two actors of a briefing share, or that look alike.

    Two persons may have one name where each has a role of its own, which readers then see behind it.
    """
    return list(_shared_names(actors_used(briefing)))


def _shared_names(actors: Mapping[str, Actor]) -> Iterator[Diagnostic]:
    exact: dict[str, tuple[str, str, Span]] = {}
    alike: dict[str, tuple[str, str, Span]] = {}
    for id, actor in actors.items():
        written = [(actor.name, actor.at("name"))] if actor.name else []
        written += [(alias, actor.at("aliases", index)) for index, alias in enumerate(actor.aliases)]
        for name, span in written:
            key, look = fold(name).casefold(), skeleton(name)
            for code, table, form in (("shared-name", exact, key), ("confusable-name", alike, look)):
                other, as_written, first = table.setdefault(form, (id, name, span))
                apart = name == actor.name and are_told_apart(actor, actors[other])
                if other != id and not apart:
                    yield problem(
                        code,
                        span,
                        name=name,
                        id=id,
                        other=other,
                        written=as_written,
                        path=first.path,
                        line=first.line,
                    )
                    break


@lru_cache(maxsize=4096)
def skeleton(name: str) -> str:
    """Returns the name as it looks: letters that pass for Latin ones replaced by these (Unicode UTS 39)."""
    looks = []
    for char in unicodedata.normalize("NFKC", fold(name)):
        confusable = (
            [] if char.isascii() else confusables.is_confusable(char, greedy=True, preferred_aliases=[]) or []
        )
        latin = [
            homoglyph["c"]
            for entry in confusable
            for homoglyph in entry["homoglyphs"]
            if homoglyph["c"].isascii()
        ]
        looks.append(latin[0] if latin else char)
    return "".join(looks).casefold()
