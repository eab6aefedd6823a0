"""A briefing on paper: one sheet that can be handed on, then the evidence as its annex."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from generator.analyse.findings.findings import Findings
from generator.render.addresses import briefing_page, paper_of
from generator.render.briefing.view import BriefingView
from generator.render.edition import Edition, visible
from generator.render.page import Page
from generator.render.paper.annex import annex
from generator.render.paper.blocks import Paper
from generator.render.paper.sheet import sheet
from generator.render.parts.last_change import SHORT
from generator.render.words import phrase
from generator.render.words.data import FORMATS

LONGEST_ADDRESS: Final = 64
"""How many characters of the address stand at the foot of a sheet."""


def paper(view: BriefingView, findings: Findings, *, version: str = "", changed: str = "") -> Paper:
    """A briefing as sheets.

    Args:
        view: what the briefing's page shows, so that paper shows the same.
        findings: what the view was made of, for what only paper tells: the facts of sources.
        version: the hash of the briefing's folder; empty when it isn't known.
        changed: the day of the last substantive change, as YYYY-MM-DD; empty when it isn't known.
    """
    return Paper(
        title=view.title,
        description=view.lede.text if view.lede else "",
        editors=findings.briefing.summary.editors,
        topics=tuple(topic.text for topic in view.topics),
        changed=changed,
        footer=tuple(filter(None, (_state(view, version), _short(view.address)))),
        page=phrase("page"),
        first=tuple(sheet(view)),
        annex=tuple(annex(view, findings, version)),
    )


def _state(view: BriefingView, version: str) -> str:
    """What a single sheet has to tell of the paper that it comes from."""
    states = {"withdrawn": view.withdrawn, "draft": view.draft, "archived": view.archived}
    told = (
        *(phrase(state) for state, holds in states.items() if holds),
        phrase("as-of", view.as_of.words) if view.as_of else "",
        phrase("version", version[:SHORT]) if version else "",
    )
    return " · ".join(filter(None, told))


def _short(address: str) -> str:
    """An address as people write it by hand; the middle of a long one is left out."""
    plain = address.partition("://")[2].rstrip("/")
    host, _, path = plain.partition("/")
    return plain if len(plain) <= LONGEST_ADDRESS else f"{host}/…/{path.rpartition('/')[2]}"


def papers(pages: Iterable[Page], all_findings: Sequence[Findings], edition: Edition) -> dict[str, Paper]:
    """The papers of all briefings that are shown, by their files' paths without an ending.

    Args:
        pages: as `plan` makes them; what a briefing's page shows is what its paper shows.
        all_findings: those of every briefing.
        edition: of the site.
    """
    views = {page.path: page.briefing for page in pages if page.briefing}
    made = {}
    for findings in visible(all_findings, drafts=edition.drafts):
        slug = findings.briefing.slug
        changed = edition.past.of(slug).last_changed
        made[paper_of(slug)] = paper(
            views[briefing_page(slug)],
            findings,
            version=edition.versions.get(slug, ""),
            changed=changed.date if changed else "",
        )
    return made


def moved_too(files: Mapping[str, bytes], all_findings: Sequence[Findings]) -> dict[str, bytes]:
    """The files, and each at the addresses that its briefing had before as well."""
    found = dict(files)
    for findings in all_findings:
        path = paper_of(findings.briefing.slug)
        for former in findings.briefing.summary.former_slugs:
            for ending in FORMATS:
                if path + ending in files:
                    found[paper_of(former) + ending] = files[path + ending]
    return found
