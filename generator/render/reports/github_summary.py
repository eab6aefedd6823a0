"""The report of `check` as Markdown, for GitHub's job summary."""

from collections.abc import Sequence
from typing import Final

from generator.analyse.findings.findings import Findings
from generator.model.diagnostics import Diagnostic, Severity
from generator.render.escape import markdown
from generator.render.words import phrase

_MOST: Final = 200
"""The most problems of each table; GitHub shows a summary of at most one megabyte."""


def as_summary(all_findings: Sequence[Findings], diagnostics: Sequence[Diagnostic]) -> str:
    """Write the summary as escaped Markdown: a table of briefings, and tables of errors and hints."""
    errors = [problem for problem in diagnostics if problem.severity is Severity.ERROR]
    hints = [problem for problem in diagnostics if problem.severity is Severity.HINT]
    verdict = (
        f"{phrase('errors', len(errors))}: nothing would be published" if errors else "Every quote was found"
    )
    lines = [f"## {verdict}", "", *_briefing_table(all_findings)]
    for title, group in (("Errors", errors), ("Hints", hints)):
        if group:
            lines += [f"### {title} ({len(group)})", "", "| where | what | what to do |", "|---|---|---|"]
            lines += [_problem_row(problem) for problem in group[:_MOST]]
            if len(group) > _MOST:
                lines.append(f"| | and {len(group) - _MOST} more | |")
            lines.append("")
    return "\n".join(lines).rstrip() + "\n"


def _briefing_table(all_findings: Sequence[Findings]) -> list[str]:
    if not all_findings:
        return []
    lines = ["| briefing | claims | quotes | open questions |", "|---|--:|--:|--:|"]
    for findings in all_findings:
        summary = findings.briefing.summary
        quote_count = sum(len(quotes) for quotes in findings.quotes.values())
        still_open = len(findings.briefing.open_questions)
        title = markdown(findings.briefing.title)
        lines.append(f"| {title} | {len(summary.claims)} | {quote_count} | {still_open} |")
    return [*lines, ""]


def _problem_row(problem: Diagnostic) -> str:
    span = problem.span
    where = f"{span.path}, line {span.line}, column {span.column}" if span.line else span.path
    return f"| {markdown(where)} | {markdown(problem.message)} ({problem.code}) | {markdown(problem.hint)} |"
