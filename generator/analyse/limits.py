"""The limits that a site sets itself: coverage, and how much of an article it shows."""

from generator.analyse.quotes.anchored import Findings
from generator.analyse.quotes.shown import published_share
from generator.model.diagnostics import Diagnostic, problem
from generator.model.settings import Settings
from generator.model.span import Span


def check_share(findings: Findings, settings: Settings) -> list[Diagnostic]:
    """Tell each article of which the site would show more than ``maximum_share``; drafts are not shown."""
    maximum = settings.maximum_share
    if maximum is None or findings.briefing.summary.status == "draft":
        return []
    return [
        problem(
            "share-too-high",
            Span(one.article.path),
            shown=f"{one.shown:,}",
            words=f"{one.words:,}",
            maximum=maximum,
        )
        for one in published_share(findings)
        if one.article.descriptor.rights == "excerpts" and 100 * one.shown > maximum * one.words
    ]
