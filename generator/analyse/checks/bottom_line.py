"""The bottom line, the assessments and the answers, held to the claims that they rest on."""

from generator.analyse.quotes.support import actors_of, dates_of, names_of, words_of
from generator.analyse.text.terms import missing
from generator.model.briefing import Briefing
from generator.model.diagnostics import Diagnostic, problem
from generator.model.entry import Entry


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
