"""Links to the pages of briefings, by their titles."""

from generator.analyse.quotes.anchored import Findings
from generator.render.addresses import briefing_page, link
from generator.render.views import Link


def briefing_link(findings: Findings, here: str) -> Link:
    """The briefing's title, leading to its page."""
    briefing = findings.briefing
    return Link(briefing.summary.title or briefing.slug, link(here, briefing_page(briefing.slug)))
