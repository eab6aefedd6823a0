"""Check that bottom line, assessments and answers say no more than the claims that they rest on."""

from generator.analyse.quotes.support import actors_of, dates_of, names_of, words_of
from generator.analyse.text.terms import missing
from generator.model.briefing import Briefing
from generator.model.diagnostics import Diagnostic, problem
from generator.model.entry import Entry


def check_grounding(briefing: Briefing) -> list[Diagnostic]:
    """Reports each number, date and name of a statement that occurs in none of the claims it rests on.

    Statements are the sentences of the bottom line, assessments, and answers to questions.
    """
    summary = briefing.summary
    claims = {claim.id: claim for claim in summary.claims}
    names = names_of(briefing)
    statements: list[tuple[Entry, str, tuple[str, ...]]] = [
        *((sentence, sentence.text, sentence.claims) for sentence in summary.bottom_line),
        *((entry, entry.text, entry.claims) for entry in summary.assessments if not entry.withdrawn),
        *(
            (question.resolution, question.resolution.text, question.resolution.claims)
            for question in summary.questions
            if question.resolution is not None and not question.withdrawn
        ),
    ]
    problems = []
    for entry, text, ids in statements:
        supporting = [claims[id] for id in ids if id in claims]
        actors = {actor for claim in supporting for actor in actors_of(briefing, claim)}
        if (
            len(supporting) < len(ids)
            or not briefing.lost.isdisjoint(ids)
            or not actors <= briefing.actors.keys()
        ):
            continue  # other checks report what is unknown or faulty, and without it nothing can be judged
        supports = [words for claim in supporting for words in words_of(briefing, claim)]
        dates = [date for claim in supporting for date in dates_of(briefing, claim)]
        for term in missing(text, supports, actors, dates, names):
            span = entry.within(term.start, term.end, "text")
            problems.append(
                problem("not-in-claims", span, kind=term.kind, text=term.text, claims=", ".join(ids))
            )
    return problems
