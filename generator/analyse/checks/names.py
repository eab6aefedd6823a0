"""Actors that cannot be told apart: ids defined twice, shared names, and names that only look different."""

import unicodedata
from collections.abc import Iterator, Mapping
from functools import lru_cache

from confusable_homoglyphs import confusables

from generator.analyse.quotes.named import used_actors
from generator.analyse.text.fold import fold
from generator.model.briefing import RESERVED_SPEAKERS, Briefing, Library
from generator.model.diagnostics import Diagnostic, did_you_mean, problem
from generator.model.entries import Actor
from generator.model.span import Span


def check_registry(library: Library) -> list[Diagnostic]:
    """Faults of actors.yml itself, and of what briefings add to it."""
    registry = library.registry.actors
    told = []
    for id, actor in registry.items():
        if id in RESERVED_SPEAKERS:
            told.append(problem("reserved-id", library.registry.at("actors", id, "[key]"), id=id))
        for index, group in enumerate(actor.member_of):
            if group not in registry:
                mean = did_you_mean(group, registry)
                told.append(
                    problem("unknown-id", actor.at("member_of", index), what="actor", id=group, mean=mean)
                )
        if actor.withdrawn and (follower := actor.withdrawn.replaced_by) and follower not in registry:
            mean = did_you_mean(follower, registry)
            place = actor.withdrawn.at("replaced_by")
            told.append(problem("unknown-id", place, what="actor", id=follower, mean=mean))
    return [*told, *_twice(library)]


def _twice(library: Library) -> Iterator[Diagnostic]:
    """Ids of actors are site-wide: two briefings may define one only alike, and actors.yml has its alone."""
    registry = library.registry
    defined = {id: (actor, registry.at("actors", id, "[key]")) for id, actor in registry.actors.items()}
    for briefing in library.briefings:
        for id, actor in briefing.summary.actors.items():
            place = briefing.summary.at("actors", id, "[key]")
            other, first = defined.setdefault(id, (actor, place))
            if id in registry.actors or other.model_dump() != actor.model_dump():
                yield problem("actor-twice", place, id=id, path=first.path, line=first.line)


def check_names(briefing: Briefing) -> list[Diagnostic]:
    """Among the actors that a briefing uses, no name or alias may be another's, or look like it."""
    used = {id: actor for id, actor in briefing.actors.items() if id in used_actors(briefing)}
    return list(_shared(used))


def _shared(actors: Mapping[str, Actor]) -> Iterator[Diagnostic]:
    exact: dict[str, tuple[str, str, Span]] = {}
    alike: dict[str, tuple[str, str, Span]] = {}
    for id, actor in actors.items():
        written = [(actor.name, actor.at("name"))] if actor.name else []
        written += [(alias, actor.at("aliases", index)) for index, alias in enumerate(actor.aliases)]
        for name, span in written:
            key, look = fold(name).casefold(), skeleton(name)
            for code, table, form in (("shared-name", exact, key), ("confusable-name", alike, look)):
                other, as_written, first = table.setdefault(form, (id, name, span))
                if other != id:
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
    """The name as it looks: each letter that passes for a Latin one replaced by it (Unicode UTS 39)."""
    looks = []
    for char in unicodedata.normalize("NFKC", fold(name)):
        found = (
            [] if char.isascii() else confusables.is_confusable(char, greedy=True, preferred_aliases=[]) or []
        )
        latin = [one["c"] for entry in found for one in entry["homoglyphs"] if one["c"].isascii()]
        looks.append(latin[0] if latin else char)
    return "".join(looks).casefold()
