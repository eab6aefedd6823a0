"""A briefing on paper: one sheet that can be handed on, then the evidence as its annex."""

from collections.abc import Mapping, Sequence
from typing import Final

from generator.analyse.findings.findings import Findings
from generator.files.content import Content
from generator.render.addresses import paper_of
from generator.render.briefing.view import BriefingView
from generator.render.edition import Edition
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


def paper_of_view(view: BriefingView, findings: Findings, edition: Edition) -> Paper:
    """The paper of a briefing in an edition: it shows what the briefing's page shows."""
    changed = edition.past.of(view.slug).last_changed
    return paper(
        view,
        findings,
        version=edition.versions.get(view.slug, ""),
        changed=changed.date if changed else "",
    )


def moved_too(files: Mapping[str, Content], all_findings: Sequence[Findings]) -> dict[str, Content]:
    """The files, and each at the addresses that its briefing had before as well."""
    found = dict(files)
    for findings in all_findings:
        path = paper_of(findings.briefing.slug)
        for former in findings.briefing.summary.former_slugs:
            for ending in FORMATS:
                if path + ending in files:
                    found[paper_of(former) + ending] = files[path + ending]
    return found
