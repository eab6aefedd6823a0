"""Links to the pages of briefings, by their titles."""

from dataclasses import dataclass

from generator.analyse.findings.findings import Findings
from generator.render.addresses import briefing_page, link
from generator.render.escape import Safe


@dataclass(frozen=True)
class Link:
    """A link and what it says."""

    text: str
    href: Safe


def briefing_link(findings: Findings, here: str) -> Link:
    """The briefing's title, leading to its page."""
    briefing = findings.briefing
    return Link(briefing.title, link(here, briefing_page(briefing.slug)))
