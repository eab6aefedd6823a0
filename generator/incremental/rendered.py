"""Rendering of all files; those of a briefing are kept until what they follow from changes.

What is rendered of a briefing follows from what was found in it, from what the edition tells of it, and from
code and templates.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import Final, cast

from jinja2 import Environment

from generator.analyse.findings.findings import Findings
from generator.files.cache import cached, key_of
from generator.files.fingerprint import contents_id
from generator.files.package import code_id, templates_folder
from generator.incremental.kept import kept_or_made
from generator.incremental.papers import Wanted, set_papers, wanted
from generator.incremental.pickled import packed, unpacked
from generator.incremental.processes import spread
from generator.progress import Progress, each, unseen
from generator.render.addresses import paper_of
from generator.render.edition import Edition, visible
from generator.render.environment import environment
from generator.render.of_briefing import RenderedBriefing, render_briefing
from generator.render.paper.layout import moved_too
from generator.render.site import Files, render_site

KIND: Final = "rendered"
"""Name of these results in the cache; with drafts, and of a preview, they have names of their own."""

ROOMS: Final = ("files", "model", "read", "analyse", "render", "incremental")


@dataclass(frozen=True)
class _Kept:
    """What is rendered of a briefing, and its paper as it is kept, which is seldom looked into."""

    rendered: RenderedBriefing
    paper: Wanted


def render_all(
    root: Path,
    cache: str | None,
    findings: tuple[Findings, ...],
    keys: Mapping[str, str],
    edition: Edition,
    progress: Progress = unseen,
) -> Files:
    """Render every file that the site builder gets, with the PDF and Word files.

    Args:
        cache: the folder below ``root`` that keeps results for later; None keeps nothing.
        findings: those of all briefings.
        keys: by slug, a key of what the findings follow from; none where that can't be told.
        edition: what the pages are made with.
        progress: is told of each step.

    Raises:
        TypesettingFailed: typst can't set a PDF.
        NotPlain: an asset or a template is no regular file.
    """
    edition = replace(edition, keys=keys)
    shown = {one.briefing.slug: one for one in visible(findings, drafts=edition.drafts)}
    templates = contents_id(templates_folder(), [""]) or ""
    code = key_of(code_id(ROOMS), templates)
    rendering = {slug: key_of(keys[slug], repr(edition.of(slug))) for slug in shown if slug in keys}
    kind = f"{KIND}{' drafts' * edition.drafts}{' preview' * edition.preview}"
    with cached(root, cache if templates else None, kind, code, sweep=True) as results:
        found = kept_or_made(
            [*shown],
            rendering,
            results,
            read=lambda data: cast("_Kept", unpacked(data, {})),
            make=lambda slugs: spread(_render, slugs, _prepare, (shown, edition, templates)),
        )
        told = each(shown, "Rendering briefings", progress)
        kept = dict(zip(told, found, strict=True))
        files = render_site(
            findings, edition, (one.rendered for one in kept.values()), results, _compiled(templates)
        )
    papers = [one.paper for one in kept.values()]
    return {**files, **moved_too(set_papers(papers, root, cache, progress), findings)}


class _Process:
    """What each process needs to render."""

    shown: Mapping[str, Findings]
    edition: Edition
    templates: Environment


def _prepare(shown: Mapping[str, Findings], edition: Edition, templates: str) -> None:
    _Process.shown, _Process.edition, _Process.templates = shown, edition, _compiled(templates)


@lru_cache(maxsize=1)
def _compiled(templates: str) -> Environment:
    """Return the templates, compiled once for what is in them: a preview renders after each save."""
    return environment()


def _render(slug: str) -> bytes:
    """Render a briefing; returns the pickle of a `_Kept`."""
    rendered, paper = render_briefing(_Process.shown[slug], _Process.edition, _Process.templates)
    return packed(_Kept(rendered, wanted(paper_of(slug), paper)), {})
