"""The pipeline that every command is a part of: the only wiring there is."""

import os
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

from generator.analyse.checks.removed_ids import check_removed_ids
from generator.analyse.checks.run import examine
from generator.analyse.findings.findings import Findings
from generator.analyse.history.libraries import Difference, difference
from generator.analyse.history.redaction import nameless, shown_past
from generator.analyse.history.versions import past_of
from generator.files.lock import build_locked
from generator.files.write import replace_files
from generator.model.briefing import Library
from generator.model.changes import Past
from generator.model.diagnostics import Diagnostic, errors, in_order
from generator.publish.link_check import broken_links
from generator.publish.paper.files import paper_files
from generator.publish.paper.typst import TypesettingFailed
from generator.publish.search.pagefind import index_site
from generator.publish.site_builder import BuildFailed, build_site
from generator.publish.swap import staging
from generator.read.git.command import Git, GitFailed, is_own, repository
from generator.read.git.log import CACHE, open_log
from generator.read.git.revision import folder_trees, is_read, library_at, tree_of
from generator.read.load import FOLDER, REGISTRY, load
from generator.render.edition import Edition
from generator.render.paper.layout import moved_too, papers
from generator.render.plan import plan
from generator.render.reports.problems import as_text
from generator.render.site import Files, render_site

PAGES: Final = "build/pages"


def publish(root: Path, site: Path, *, drafts: bool = False, builder: str = "mkdocs") -> "Checked":
    """The pipeline: read, anchor and check; without errors, render, write, build, index and swap in.

    Raises:
        BuildFailed, IndexFailed, TypesettingFailed, SwapFailed, Busy, OSError: no site was made; the
            old one is as it was.
    """
    checked = check(root)
    if errors(checked.diagnostics):
        return checked
    with build_locked(root), staging(site, root) as new:
        replace_files(root, PAGES, _files(root, checked, drafts=drafts))
        build_site(root, new, builder)
        index_site(new)
        if broken := broken_links(new, urlsplit(os.environ.get("SITE_URL", "")).path or "/"):
            raise BuildFailed("\n".join(f"{one.page}: {one.href}: {one.why}" for one in broken))
    return checked


@dataclass(frozen=True)
class Checked:
    """What reading and checking made: the library, its findings, and every problem in order."""

    library: Library
    findings: tuple[Findings, ...]
    diagnostics: list[Diagnostic]


def check(root: Path, changed: str | None = None, against: str | None = None) -> Checked:
    """Read everything and tell everything that is wrong with it.

    Args:
        changed: a revision; only briefings that differ from it are looked into.
        against: a revision; what it had and is gone is told as well.

    Raises:
        GitFailed: a revision is asked for, and can't be had.
    """
    library, told = load(root)
    only = None if changed is None else _changed(root, library, told, changed)
    findings, found = examine(library, only)
    if only is not None:
        told = [one for one in told if (slug := _slug(one)) is None or slug in only]
    if against is not None:
        git, commit = _revision(root, against)
        found += check_removed_ids(library_at(git, commit)[0], library, against)
    return Checked(library, findings, in_order([*told, *found]))


def edition(root: Path, library: Library, *, drafts: bool = False) -> Edition:
    """What the pages are made with beside the findings; history is as far as git can tell it."""
    with open_log(root) as log:
        try:
            names = log.names(nameless(library.registry))
            past = shown_past(past_of(library, log), library, names)
        except GitFailed:
            past = Past(missing="unreadable")
    known = {slug: one.versions[-1].tree for slug, one in past.histories.items() if one.versions}
    unknown = {one.slug: tree_of(root, one.slug) for one in library.briefings if one.slug not in known}
    return Edition(library.settings, past, known | unknown, drafts)


def render_pages(root: Path) -> tuple[Files, str]:
    """The pages for MkDocs when it is run alone, and the errors' text; with errors there are no pages."""
    checked = check(root)
    wrong = errors(checked.diagnostics)
    if wrong:
        return {}, as_text(wrong, checked.library.lines)
    try:
        return _files(root, checked), ""
    except TypesettingFailed as failure:
        return {}, str(failure)


def _files(root: Path, checked: Checked, *, drafts: bool = False) -> Files:
    """Everything that the site builder gets: what is rendered, and each briefing as PDF and Word file."""
    made = edition(root, checked.library, drafts=drafts)
    pages = plan(checked.findings, made)
    sheets = papers(pages, checked.findings, made)
    return {
        **render_site(pages, checked.findings, made),
        **moved_too(paper_files(sheets, root, CACHE if is_own(root, CACHE) else None), checked.findings),
    }


def difference_between(root: Path, base: str, head: str | None = None) -> Difference:
    """What changed from one revision to another, or to the files as they are; only what differs is read.

    Raises:
        GitFailed: there is no repository, or no such revision in it.
    """
    git, old = _revision(root, base)
    if head is None:
        library, told = load(root)
        touched = _differing(folder_trees(git, old), _trees(root, library, told))
    else:
        new = git.resolve(head)
        touched = _differing(folder_trees(git, old), folder_trees(git, new))
        library, told = library_at(git, new, touched)
    before, faults = library_at(git, old, touched)
    sides = [(one, examine(one, touched)[0]) for one in (before, library)]
    return difference(sides[0], sides[1], _unread([*faults, *told], touched))


def _revision(root: Path, revision: str) -> tuple[Git, str]:
    git = repository(root)
    if git is None:
        raise GitFailed("There is no git repository here, or git isn't installed.")
    return git, git.resolve(revision)


def _changed(root: Path, library: Library, told: Iterable[Diagnostic], base: str) -> set[str]:
    """The slugs of the briefings that differ from a revision; all of them where actors or settings do."""
    git, commit = _revision(root, base)
    now = _trees(root, library, told)
    before, _ = library_at(git, commit, ())
    if before.lines.get(REGISTRY) != library.lines.get(REGISTRY) or before.settings != library.settings:
        return set(now)
    return _differing(folder_trees(git, commit), now)


def _trees(root: Path, library: Library, told: Iterable[Diagnostic] = ()) -> dict[str, str]:
    """The version of each briefing's folder; with what was told, also of those that could not be read."""
    slugs = {one.slug for one in library.briefings} | {slug for one in told if (slug := _slug(one))}
    return {slug: tree_of(root, slug) for slug in sorted(slugs)}


def _unread(told: Sequence[Diagnostic], touched: Collection[str]) -> tuple[str, ...]:
    """The files of which not all could be read, of those that a difference is told of."""
    found = set()
    for one in errors(told):
        path, slug = one.span.path, _slug(one)
        if path == REGISTRY or (slug in touched and is_read(path.removeprefix(f"{FOLDER}/{slug}/"))):
            found.add(path)
    return tuple(sorted(found))


def _differing(before: Mapping[str, str], after: Mapping[str, str]) -> set[str]:
    return {slug for slug in before.keys() | after.keys() if before.get(slug) != after.get(slug)}


def _slug(problem: Diagnostic) -> str | None:
    """The briefing in whose folder a problem stands; None for one elsewhere."""
    folder, _, rest = problem.span.path.partition("/")
    slug, below, _ = rest.partition("/")
    return slug if folder == FOLDER and below else None
