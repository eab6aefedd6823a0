"""A check's outcome as the Markdown page that GitHub shows beside a pull request."""

from collections.abc import Sequence
from typing import Final

from generator.analyse.findings.findings import Findings
from generator.model.diagnostics import Diagnostic, Severity
from generator.render.escape import markdown
from generator.render.words import phrase

_MOST: Final = 200
"""How many problems are listed; GitHub shows a summary of at most one megabyte."""


def as_summary(findings: Sequence[Findings], diagnostics: Sequence[Diagnostic]) -> str:
    """What was read, and every problem with its place and what to do, as escaped Markdown."""
    wrong = [one for one in diagnostics if one.severity is Severity.ERROR]
    hints = [one for one in diagnostics if one.severity is Severity.HINT]
    verdict = (
        f"{phrase('errors', len(wrong))}: nothing would be published" if wrong else "Every quote was found"
    )
    lines = [f"## {verdict}", "", *_read(findings)]
    for title, group in (("Errors", wrong), ("Hints", hints)):
        if group:
            lines += [f"### {title} ({len(group)})", "", "| where | what | what to do |", "|---|---|---|"]
            lines += [_row(one) for one in group[:_MOST]]
            if len(group) > _MOST:
                lines.append(f"| | and {len(group) - _MOST} more | |")
            lines.append("")
    return "\n".join(lines).rstrip() + "\n"


def _read(findings: Sequence[Findings]) -> list[str]:
    if not findings:
        return []
    lines = ["| briefing | claims | quotes | open questions |", "|---|--:|--:|--:|"]
    for one in findings:
        summary = one.briefing.summary
        quotes = sum(len(found) for found in one.quotes.values())
        still_open = len(one.briefing.open_questions)
        title = markdown(one.briefing.title)
        lines.append(f"| {title} | {len(summary.claims)} | {quotes} | {still_open} |")
    return [*lines, ""]


def _row(one: Diagnostic) -> str:
    span = one.span
    where = f"{span.path}, line {span.line}, column {span.column}" if span.line else span.path
    return f"| {markdown(where)} | {markdown(one.message)} ({one.code}) | {markdown(one.hint)} |"
