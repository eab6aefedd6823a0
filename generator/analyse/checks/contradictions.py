"""Contradictions that no question covers."""

from generator.analyse.findings.accounts import differing_relations, live_questions
from generator.model.briefing import Briefing
from generator.model.diagnostics import Diagnostic, problem


def check_accounts(briefing: Briefing) -> list[Diagnostic]:
    """A hint for each ``contradicts`` whose two claims no question names together.

    An answered question covers it as well: it was asked, and the answer tells more. A withdrawn one doesn't.
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
