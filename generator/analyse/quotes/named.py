"""Actors that the entries of a briefing name, by their ids or in a claim's text."""

from collections import Counter
from collections.abc import Mapping

from generator.analyse.quotes.kept import once_for_each
from generator.analyse.quotes.namesakes import shown_names
from generator.analyse.quotes.registered import names_of_actor, registered, spelling
from generator.analyse.text.subjects import Subjects
from generator.analyse.text.terms import Names
from generator.analyse.text.tokens import words_of
from generator.model.briefing import Briefing
from generator.model.claims import Claim, Ids
from generator.model.entries import Actor


@once_for_each
def known_actors(briefing: Briefing) -> Mapping[str, Actor]:
    """Returns the actors whose names mean somebody in a briefing, by id.

    They are those that it declares, with their groups, and others of the registry that its articles or claims
    name by a whole name, for words may be somebody's whom no entry names. What two actors of the registry are
    called means the one that the briefing declares, and nobody where it declares neither.
    """
    all_actors = registered(briefing.actors)
    declared = all_actors.of(_declared(briefing))
    texts = [article.text for article in briefing.articles.values()]
    texts += [claim.text for claim in briefing.claims.values()]
    words = {word.key for text in texts for word in words_of(text)}
    others = all_actors.of(
        id for word in words for id in all_actors.by_first_word.get(word, ()) if id not in declared
    )
    taken = Counter(spelling(name) for actor in others.values() for name in {*names_of_actor(actor)})
    taken.update(2 * [spelling(name) for actor in declared.values() for name in names_of_actor(actor)])
    own_names = {
        id: tuple(name for name in names_of_actor(actor) if taken[spelling(name)] == 1)
        for id, actor in others.items()
    }
    names = Names.of(own_names)
    standing = {str(term.key[1]) for text in texts for term in names.find(text)}
    return {
        id: actor if id in declared else _called(actor, own_names[id])
        for id, actor in all_actors.of({*declared, *standing}).items()
    }


def _declared(briefing: Briefing) -> set[str]:
    """Returns the ids of a briefing's own actors, of those that its entries name, and of all their groups."""
    declared = set(briefing.summary.actors)
    for claim in briefing.claims.values():
        declared.update((*_all_speakers(claim), *claim.passers_on, *claim.about))
    for origin in briefing.summary.origins.values():
        declared.update(origin.by)
    return _with_groups(briefing, declared)


def _with_groups(briefing: Briefing, ids: set[str]) -> set[str]:
    groups = (briefing.actors[id].member_of for id in ids if id in briefing.actors)
    return ids.union(*groups)


def _called(actor: Actor, names: tuple[str, ...]) -> Actor:
    """Returns an actor that goes by these of its names alone, one at least."""
    if names == names_of_actor(actor):
        return actor
    return actor.model_copy(update={"name": names[0], "aliases": names[1:]})


@once_for_each
def about(briefing: Briefing) -> Mapping[str, Ids]:
    """Returns by each claim's id the actors that it is about: those declared, and those that its text names.

    Nobody who says a claim is among those worked out, nor whose name its text opens with.
    """
    subjects = Subjects(known_actors(briefing))
    return {
        claim.id: tuple(dict.fromkeys((*claim.about, *subjects.of(claim.text, _all_speakers(claim)))))
        for claim in briefing.claims.values()
    }


def _all_speakers(claim: Claim) -> Ids:
    """Returns who says a claim, its own speakers though none of its quotes is theirs, and who may say it."""
    return (
        *claim.speakers,
        *claim.by,
        *(id for evidence in claim.evidence for id in evidence.by_open),
    )


def about_others(briefing: Briefing, claim: Claim) -> Ids:
    """Returns the actors that a claim is about, beside those who say it."""
    return tuple(id for id in about(briefing)[claim.id] if id not in claim.speakers)


def told_of_claim(briefing: Briefing, claim: Claim) -> tuple[str, ...]:
    """Returns who says a claim, who passed it on, and whom it is about; nobody who only may be saying it."""
    return tuple(dict.fromkeys((*claim.speakers, *claim.passers_on, *about(briefing)[claim.id])))


def named_in_claim(briefing: Briefing, claim: Claim) -> tuple[str, ...]:
    """Returns whom a claim names: who says it, may say it, passed it on, and whom it is about; each once."""
    return tuple(dict.fromkeys((*_all_speakers(claim), *claim.passers_on, *about(briefing)[claim.id])))


def used_actors(briefing: Briefing) -> frozenset[str]:
    """Returns ids: a briefing's own actors, those that its entries name, and the groups of all these."""
    named = named_in_entries(briefing) | set(briefing.summary.actors)
    return frozenset(_with_groups(briefing, named)).intersection(briefing.actors)


def actors_used(briefing: Briefing) -> dict[str, Actor]:
    """Returns the actors that a briefing uses, by id, in the order of the library."""
    return registered(briefing.actors).of(used_actors(briefing))


@once_for_each
def names_shown(briefing: Briefing) -> Mapping[str, str]:
    """Returns by id the names that readers of a briefing see of actors that it uses, namesakes with roles."""
    return shown_names(actors_used(briefing))


def is_namesake(briefing: Briefing, id: str) -> bool:
    """Tests whether another actor of the briefing has the name of this one."""
    return id in briefing.actors and names_shown(briefing).get(id, id) not in (briefing.actors[id].name, id)


def named_in_entries(briefing: Briefing) -> set[str]:
    """Returns the ids of all that claims name, and of speakers of origins: known or not."""
    named: set[str] = set()
    for claim in briefing.claims.values():
        named.update(named_in_claim(briefing, claim))
    for origin in briefing.summary.origins.values():
        named.update(origin.by)
    return named
