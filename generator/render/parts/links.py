"""Links of pages, and the link to a briefing by its title."""

from dataclasses import dataclass

from generator.analyse.findings.findings import Findings
from generator.render.addresses import briefing_page, link
from generator.render.escape import Safe


@dataclass(frozen=True)
class Link:
    """A link: its text and its destination."""

    text: str
    href: Safe


def briefing_link(findings: Findings, here: str) -> Link:
    """Link to a briefing's page by its title."""
    briefing = findings.briefing
    return Link(briefing.title, link(here, briefing_page(briefing.slug)))
