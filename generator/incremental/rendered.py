"""Rendering of all files; those of a briefing are kept until what they follow from changes.

What is rendered of a briefing follows from what was found in it, from what the edition tells of it, and from
code and templates.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import Final

from jinja2 import Environment

from generator.analyse.findings.findings import Findings
from generator.files.cache import cached, key_of
from generator.files.fingerprint import contents_id
from generator.files.package import code_id, templates_folder
from generator.incremental.papers import papers_set
from generator.incremental.rendered_files import Made, RenderedFiles, made_of
from generator.processes import spread
from generator.progress import Progress, each, unseen
from generator.render.addresses import paper_of
from generator.render.edition import Edition, visible
from generator.render.environment import environment
from generator.render.of_briefing import render_briefing
from generator.render.paper.layout import moved_too
from generator.render.site import Files, render_site

KIND: Final = "rendered"
"""Name of these results in the cache; with drafts, and of a preview, they have names of their own."""

ROOMS: Final = ("files", "model", "read", "analyse", "render", "incremental")


@contextmanager
def rendering(
    root: Path,
    cache: str | None,
    findings: tuple[Findings, ...],
    keys: Mapping[str, str],
    edition: Edition,
    progress: Progress = unseen,
) -> Iterator[Files]:
    """Renders every file that the site builder gets, with the PDF and Word files.

    Many are read from the cache when they are needed, and can be until the block ends.

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
    rendered_keys = {slug: key_of(keys[slug], repr(edition.of(slug))) for slug in shown if slug in keys}
    kind = f"{KIND}{' drafts' * edition.drafts}{' preview' * edition.preview}"
    with cached(root, cache if templates else None, kind, code, sweep=True) as results:
        rendered = RenderedFiles(
            results,
            rendered_keys,
            lambda slugs: spread(_render, slugs, _prepare, (shown, edition, _compiled(templates))),
        )
        told = each(shown, "Rendering briefings", progress)
        briefings = [made for _, made in zip(told, rendered.briefings([*shown]), strict=True)]
        files = render_site(
            findings, edition, (briefing for briefing, _ in briefings), results, _compiled(templates)
        )
        with papers_set([paper for _, paper in briefings], root, cache, progress) as set_files:
            yield {**files, **moved_too(set_files, findings)}


class _Process:
    """What each process needs to render."""

    shown: Mapping[str, Findings]
    edition: Edition
    templates: Environment


def _prepare(shown: Mapping[str, Findings], edition: Edition, templates: Environment) -> None:
    _Process.shown, _Process.edition, _Process.templates = shown, edition, templates


@lru_cache(maxsize=1)
def _compiled(templates: str) -> Environment:
    """Return the templates, compiled once for what is in them: a preview renders after each save.

    All are compiled, for each of several processes would else do so.
    """
    made = environment()
    for name in made.list_templates(filter_func=lambda name: name.endswith(".md.jinja")):
        made.get_template(name)
    return made


def _render(slug: str) -> Made:
    rendered, paper = render_briefing(_Process.shown[slug], _Process.edition, _Process.templates)
    return made_of(paper_of(slug), rendered, paper)
