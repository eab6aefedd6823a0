"""A library to its findings and its problems: every check there is, each run on every briefing."""

from generator.analyse.findings import Findings
from generator.analyse.grounding import check_grounding
from generator.analyse.names import check_names, check_registry
from generator.analyse.passages import find_passages
from generator.analyse.references import check_references
from generator.analyse.slugs import check_slugs
from generator.analyse.stated import check_stated
from generator.analyse.unused import check_unused
from generator.model.briefing import Library
from generator.model.diagnostics import Diagnostic


def examine(library: Library) -> tuple[tuple[Findings, ...], list[Diagnostic]]:
    """Anchor every quote, work out what follows, and check everything else.

    Returns:
        the findings of each briefing, in the library's order, and every problem of all of them.
    """
    told = [*check_registry(library), *check_slugs(library), *check_unused(library)]
    findings = []
    for briefing in library.briefings:
        found, problems = find_passages(briefing)
        findings.append(found)
        told += problems
        for check in (check_references, check_names, check_stated, check_grounding):
            told += check(briefing)
    return tuple(findings), told
