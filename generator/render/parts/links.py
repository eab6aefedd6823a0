"""Links of pages, and a briefing's title and link as they stand outside its own page."""

from dataclasses import dataclass

from generator.analyse.findings.findings import Findings
from generator.model.briefing import Briefing
from generator.render.addresses import briefing_page, link
from generator.render.escape import Safe
from generator.render.words import phrase


@dataclass(frozen=True)
class Link:
    """A link: its text and its destination."""

    text: str
    href: Safe


def marked_title(briefing: Briefing) -> str:
    """A briefing's title, which says of a draft that it is one."""
    return phrase("draft-title", briefing.title) if briefing.is_draft else briefing.title


def briefing_link(findings: Findings, here: str) -> Link:
    """Link to a briefing's page by its title."""
    briefing = findings.briefing
    return Link(marked_title(briefing), link(here, briefing_page(briefing.slug)))
