"""The bottom line and the assessments held to the claims they rest on."""

from collections.abc import Iterable

from generator.analyse.text.terms import Names, capitalised, missing
from generator.model.briefing import RESERVED_SPEAKERS, Briefing
from generator.model.dates import Edtf, parse
from generator.model.diagnostics import Diagnostic, problem
from generator.model.entries import Claim, Origin, StatedDate
from generator.model.entry import Entry
from generator.model.texts import id_fault


def check_grounding(briefing: Briefing) -> list[Diagnostic]:
    """An error for each number, date and name of the bottom line, an assessment, or the answer to a
    question, that occurs in none of the claims it rests on."""
    summary = briefing.summary
    claims = {claim.id: claim for claim in summary.claims}
    names = names_of(briefing)
    held: list[tuple[Entry, str, tuple[str, ...]]] = [
        *((sentence, sentence.text, sentence.claims) for sentence in summary.bottom_line),
        *((entry, entry.text, entry.claims) for entry in summary.assessments if not entry.withdrawn),
        *(
            (question.resolution, question.resolution.text, question.resolution.claims)
            for question in summary.questions
            if question.resolution is not None and not question.withdrawn
        ),
    ]
    told = []
    for entry, text, ids in held:
        rests_on = [claims[one] for one in ids if one in claims]
        actors = {actor for claim in rests_on for actor in actors_of(briefing, claim)}
        if (
            len(rests_on) < len(ids)
            or not briefing.lost.isdisjoint(ids)
            or not actors <= briefing.actors.keys()
        ):
            continue  # what is unknown or faulty was told elsewhere; without it nothing can be judged
        supports = [words for claim in rests_on for words in words_of(briefing, claim)]
        dates = [date for claim in rests_on for date in dates_of(briefing, claim)]
        for term in missing(text, supports, actors, dates, names):
            span = entry.within(term.start, term.end, "text")
            told.append(problem("not-in-claims", span, kind=term.kind, text=term.text, claims=", ".join(ids)))
    return told


def names_of(briefing: Briefing) -> Names:
    """Every name and alias of the briefing's actors, and the words that its articles write with a capital."""
    actors = {id: (actor.name, *actor.aliases) for id, actor in briefing.actors.items() if actor.name}
    known: set[str] = set()
    for article in briefing.articles.values():
        known |= capitalised(article.text, article.descriptor.language or "en")
    return Names.of(actors, known)


def actors_of(briefing: Briefing, claim: Claim) -> set[str]:
    """The actors that a claim names by id: its speakers, those of its origins, and whom it is about."""
    passed_on = (one for one in claim.via if id_fault(one) is None)
    named = {*claim.by, *claim.about, *passed_on} - RESERVED_SPEAKERS
    return named.union(*(origin.by for origin in origins_of(briefing, claim)))


def words_of(briefing: Briefing, claim: Claim) -> Iterable[str]:
    """Every text of a claim that a sentence may rest on: its wording, its quotes, and what frames them."""
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
    for date in _dates(briefing, claim):
        if date.as_stated:
            yield date.as_stated


def dates_of(briefing: Briefing, claim: Claim) -> Iterable[Edtf]:
    """The dates of a claim and of where it was first said."""
    for date in _dates(briefing, claim):
        if date.edtf:
            yield parse(date.edtf)


def origins_of(briefing: Briefing, claim: Claim) -> list[Origin]:
    """Where a claim was first said, as it or its quotes declare, and what those origins derive from."""
    origins = briefing.summary.origins
    named = [claim.origin, *(evidence.origin for evidence in claim.evidence)]
    found: dict[str, Origin] = {}
    while named:
        id = named.pop(0)
        if id in origins and id not in found:
            found[id] = origins[id]
            named.append(origins[id].derived_from)
    return list(found.values())


def _dates(briefing: Briefing, claim: Claim) -> list[StatedDate]:
    stated = [claim.said, claim.happened, *(origin.date for origin in origins_of(briefing, claim))]
    return [date for date in stated if date]
