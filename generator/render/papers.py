"""Every briefing on paper, by the address of its files: what its page shows, laid out for sheets."""

from collections.abc import Iterable, Mapping, Sequence

from generator.analyse.quotes.anchored import Findings
from generator.render.addresses import briefing_page, paper_of
from generator.render.edition import Edition
from generator.render.pages.page import Page
from generator.render.paper import paper
from generator.render.plan import visible
from generator.render.sheets import Paper


def papers(pages: Iterable[Page], all_findings: Sequence[Findings], edition: Edition) -> dict[str, Paper]:
    """The papers of all briefings that are shown, by their files' paths without an ending.

    Args:
        pages: as `plan` makes them; what a briefing's page shows is what its paper shows.
    """
    views = {page.path: page.view for page in pages}
    made = {}
    for findings in visible(all_findings, drafts=edition.drafts):
        slug = findings.briefing.slug
        view = views[briefing_page(slug)]
        changed = edition.past.of(slug).last_changed
        made[paper_of(slug)] = paper(
            view,
            findings,
            address=view["address"],
            version=edition.versions.get(slug, ""),
            changed=changed.date if changed else "",
        )
    return made


def moved_too(files: Mapping[str, bytes], all_findings: Sequence[Findings]) -> dict[str, bytes]:
    """The files, and each at the addresses that its briefing had before as well."""
    found = dict(files)
    for findings in all_findings:
        for slug in findings.briefing.summary.former_slugs:
            for ending in ("pdf", "docx"):
                made = files.get(f"{paper_of(findings.briefing.slug)}.{ending}")
                if made is not None:
                    found[f"{paper_of(slug)}.{ending}"] = made
    return found
