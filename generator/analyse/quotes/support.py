"""Support that a claim gives to a sentence that rests on it: actors, words, dates and origins."""

from collections.abc import Iterable

from generator.analyse.text.terms import Names, capitalised
from generator.model.briefing import RESERVED_SPEAKERS, Briefing
from generator.model.dates import Edtf, parse
from generator.model.entries import Claim, Origin, StatedDate
from generator.model.texts import id_fault


def names_of(briefing: Briefing) -> Names:
    """Collects the names of the briefing's actors, and the words that its articles write with a capital."""
    actors = {id: (actor.name, *actor.aliases) for id, actor in briefing.actors.items() if actor.name}
    known: set[str] = set()
    for article in briefing.articles.values():
        known |= capitalised(article.text, article.language)
    return Names.of(actors, known)


def actors_of(briefing: Briefing, claim: Claim) -> set[str]:
    """Returns the actors that a claim names by id: speakers, those of its origins, and whom it is about."""
    passed_on = (name for name in claim.via if id_fault(name) is None)
    named = {*claim.by, *claim.about, *passed_on} - RESERVED_SPEAKERS
    return named.union(*(origin.by for origin in origins_of(briefing, claim)))


def words_of(briefing: Briefing, claim: Claim) -> Iterable[str]:
    """Yields every text of a claim that a sentence may rest on: wording, quotes, and what frames them."""
    yield claim.text
    for evidence in claim.evidence:
        yield from evidence.exact
        if evidence.article in briefing.articles:
            yield f"source {briefing.letter(evidence.article)}"
        if evidence.translation:
            yield evidence.translation
    yield from claim.via
    if claim.described_as:
        yield claim.described_as
    for origin in origins_of(briefing, claim):
        yield origin.title
    for date in _stated_dates(briefing, claim):
        if date.as_stated:
            yield date.as_stated


def dates_of(briefing: Briefing, claim: Claim) -> Iterable[Edtf]:
    """Yields the dates of a claim and of where it was first said."""
    for date in _stated_dates(briefing, claim):
        if date.edtf:
            yield parse(date.edtf)


def origins_of(briefing: Briefing, claim: Claim) -> list[Origin]:
    """Returns the origins that a claim or its quotes declare, and the origins that these derive from."""
    origins = briefing.summary.origins
    named = [claim.origin, *(evidence.origin for evidence in claim.evidence)]
    reached: dict[str, Origin] = {}
    while named:
        id = named.pop(0)
        if id in origins and id not in reached:
            reached[id] = origins[id]
            named.append(origins[id].derived_from)
    return list(reached.values())


def _stated_dates(briefing: Briefing, claim: Claim) -> list[StatedDate]:
    stated = [claim.said, claim.happened, *(origin.date for origin in origins_of(briefing, claim))]
    return [date for date in stated if date]
