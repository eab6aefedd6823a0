"""Check that a question covers each contradiction between claims."""

from generator.analyse.findings.accounts import differing_relations, live_questions
from generator.model.briefing import Briefing
from generator.model.diagnostics import Diagnostic, problem


def check_accounts(briefing: Briefing) -> list[Diagnostic]:
    """Reports each ``contradicts`` relation whose two claims no question names together.

    An answered question covers them too; a withdrawn question does not.
    """
    covered = [question.claims for question in live_questions(briefing)]
    return [
        problem(
            "contradiction-uncovered",
            joined.relation.at("kind"),
            claim=joined.claim,
            other=joined.relation.claim,
        )
        for joined in differing_relations(briefing)
        if joined.relation.kind == "contradicts"
        and not any(joined.claim in claims and joined.relation.claim in claims for claims in covered)
        # A question that could not be read may be the one that covers it.
        and "questions" not in briefing.lost
    ]
