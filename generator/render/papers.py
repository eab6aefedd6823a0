"""Every briefing on paper, by the address of its files: what its page shows, laid out for sheets."""

from collections.abc import Sequence

from generator.analyse.findings import Findings
from generator.render.addresses import paper_of
from generator.render.briefing_page import briefing_plan
from generator.render.edition import Edition
from generator.render.paper import paper
from generator.render.plan import visible
from generator.render.sheets import Paper


def papers(all_findings: Sequence[Findings], edition: Edition) -> dict[str, Paper]:
    """The papers of all briefings that are shown, by their files' paths without an ending."""
    made = {}
    for findings in visible(all_findings, drafts=edition.drafts):
        slug = findings.briefing.slug
        view = briefing_plan(findings, edition).view
        changed = edition.past.of(slug).last_changed
        made[paper_of(slug)] = paper(
            view,
            findings,
            address=view["address"],
            version=edition.versions.get(slug, ""),
            changed=changed.date if changed else "",
        )
    return made
