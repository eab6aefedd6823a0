"""Support that a claim gives to a sentence that rests on it: actors, words, dates and origins."""

from collections.abc import Iterable

from generator.analyse.quotes.kept import once_for_each
from generator.analyse.quotes.named import known_actors, named_in_claim
from generator.analyse.text.terms import Names, capitalised
from generator.model.briefing import RESERVED_SPEAKERS, Briefing
from generator.model.claims import Claim
from generator.model.dated import StatedDate
from generator.model.dates import Edtf, parse
from generator.model.entries import Origin
from generator.model.texts import id_fault


@once_for_each
def names_of(briefing: Briefing) -> Names:
    """Collects the names of a briefing's known actors, and the capitalised words of its articles."""
    actors = {id: (actor.name, *actor.aliases) for id, actor in known_actors(briefing).items() if actor.name}
    known: set[str] = set()
    for article in briefing.articles.values():
        known |= capitalised(article.text, article.language)
    return Names.of(actors, known)


def actors_of(briefing: Briefing, claim: Claim) -> set[str]:
    """Returns the actors that a claim names: speakers, those of its origins, and whom it is about."""
    named = {name for name in named_in_claim(briefing, claim) if id_fault(name) is None} - RESERVED_SPEAKERS
    return named.union(*(origin.by for origin in origins_of(briefing, claim)))


def foreign_quotes_of(briefing: Briefing, claim: Claim) -> Iterable[tuple[str, str]]:
    """Yields each text that a claim quotes in another language than the pages', with the language's tag."""
    for evidence in claim.evidence:
        if evidence.article in briefing.articles and briefing.is_foreign(evidence.article):
            yield from ((words, briefing.articles[evidence.article].language) for words in evidence.exact)


def words_of(briefing: Briefing, claim: Claim) -> Iterable[str]:
    """Yields every text of a claim that a sentence may rest on: wording, quotes, and what frames them.

    Quotes in other languages are left out: ``foreign_quotes_of`` has them.
    """
    yield claim.text
    for evidence in claim.evidence:
        if not (evidence.article in briefing.articles and briefing.is_foreign(evidence.article)):
            yield from evidence.exact
        if evidence.article in briefing.articles:
            yield f"source {briefing.letter(evidence.article)}"
        if evidence.translation:
            yield evidence.translation
        if evidence.described_as:
            yield evidence.described_as
    yield from claim.passers_on
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
    named: list[str] = list(claim.origins)
    reached: dict[str, Origin] = {}
    while named:
        id = named.pop(0)
        if id in origins and id not in reached:
            reached[id] = origins[id]
            named += filter(None, [origins[id].derived_from])
    return list(reached.values())


def _stated_dates(briefing: Briefing, claim: Claim) -> list[StatedDate]:
    stated = [*claim.dates(), claim.happened, *(origin.date for origin in origins_of(briefing, claim))]
    return [date for date in stated if date]
