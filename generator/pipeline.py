"""The functions behind the commands, which join reading, analysis, rendering and publishing."""

import os
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from generator.analyse.checks.accepted import without_accepted
from generator.analyse.checks.removed_ids import check_removed_ids
from generator.analyse.checks.run import examine
from generator.analyse.findings.findings import Findings
from generator.analyse.history.libraries import Difference, difference
from generator.analyse.history.redaction import nameless, shown_past
from generator.analyse.history.versions import past_of
from generator.edit.fixes.run import FixedFile, fix
from generator.files.cache import cached
from generator.files.linked import stamps_of
from generator.files.lock import build_locked
from generator.files.package import code_id
from generator.files.stamps import keep_stamps, read_stamps, replace_stamped
from generator.files.write import Stamps, write_file
from generator.incremental.examined import examine_all
from generator.incremental.rendered import rendering
from generator.model.briefing import Library
from generator.model.changes import Past
from generator.model.diagnostics import Diagnostic, errors, together
from generator.places import FOLDER, REGISTRY
from generator.progress import Progress, unseen
from generator.publish.builder_process import BuildFailed
from generator.publish.builders import PAGES
from generator.publish.by_pages import OldSite
from generator.publish.link_check import KIND as LINKS
from generator.publish.link_check import broken_links
from generator.publish.paper.typst import TypesettingFailed
from generator.publish.preview.trouble import Trouble, failure, trouble_of
from generator.publish.site_builder import build_site
from generator.publish.swap import staging
from generator.read.git.base import base_of
from generator.read.git.command import Git, GitFailed, own_cache, repository
from generator.read.git.log import open_log, time_of
from generator.read.git.revision import folder_trees, is_read, library_at, tree_of
from generator.read.load import load
from generator.render.edition import Edition
from generator.render.reports.problems import as_text


def publish(
    root: Path, site: Path, *, drafts: bool = False, builder: str = "mkdocs", progress: Progress = unseen
) -> "Published":
    """Read and check everything; without errors, also build the site and put it in place.

    Args:
        root: the folder of briefings/ and mkdocs.yml.
        site: the folder of the site, which is replaced.
        drafts: whether drafts are built.
        builder: one of `BUILDERS`.
        progress: is told of each step.

    Raises:
        BuildFailed, IndexFailed, TypesettingFailed, SwapFailed, Busy, OSError: no site was made; the
            old one is as it was.
    """
    checked = check(root, keep=True, progress=progress)
    if problems := errors(checked.diagnostics):
        return Published(problems, checked.library.lines)
    cache = own_cache(root)
    with build_locked(root), staging(site, root) as new:
        progress("Rendering pages", 0, 0)
        site_edition = edition(root, checked.library, drafts=drafts)
        written = _write_pages(root, PAGES, checked, site_edition, progress)
        published = published_of(checked.library, site_edition)
        del checked, site_edition  # They would fill the memory that the site builder needs.
        progress("Building the site", 0, 0)
        name = f"site {site.absolute()}"
        old = OldSite(site, read_stamps(root, cache, name))
        built = build_site(root, new, builder, cache=cache, written=written, old=old)
        progress("Following links", 0, 0)
        base_path = urlsplit(os.environ.get("SITE_URL", "")).path or "/"
        with cached(root, cache, LINKS, code_id(("publish",)), sweep=True) as kept:
            broken = broken_links(new, base_path, kept, built.keys)
        if broken:
            raise BuildFailed("\n".join(f"{link.page}: {link.href}: {link.why}" for link in broken))
    keep_stamps(root, cache, name, stamps_of(site, built.keys))
    return published


@dataclass(frozen=True)
class Published:
    """What became of a build.

    Attributes:
        problems: the errors; with one nothing was built.
        lines: the lines of each file by path, where there are problems.
        shown: how many briefings the site shows.
        left_out: how many drafts it does not show.
        undated: ids of commits that the history leaves out, as their date can't be read.
    """

    problems: list[Diagnostic]
    lines: Mapping[str, tuple[str, ...]]
    shown: int = 0
    left_out: int = 0
    undated: tuple[str, ...] = ()


def published_of(library: Library, site_edition: Edition) -> Published:
    """Tell what a site has of a library."""
    left_out = sum(not site_edition.drafts and briefing.is_draft for briefing in library.briefings)
    return Published([], {}, len(library.briefings) - left_out, left_out, site_edition.past.undated)


@dataclass(frozen=True)
class Checked:
    """The result of reading and checking.

    Attributes:
        library: everything that was read.
        findings: those of each briefing that was looked into.
        diagnostics: every problem, in order of path and line.
        keys: by slug, a key of all that the findings follow from; none where that can't be told.
    """

    library: Library
    findings: tuple[Findings, ...]
    diagnostics: list[Diagnostic]
    keys: Mapping[str, str] = field(default_factory=dict)


def check(
    root: Path,
    changed: str | None = None,
    against: str | None = None,
    *,
    seek_base: bool = False,
    keep: bool = False,
    progress: Progress = unseen,
) -> Checked:
    """Read everything, work out the findings, and collect every problem.

    Args:
        root: the folder of briefings/.
        changed: a revision; only briefings that differ from it are looked into.
        against: a revision; ids that it has and that were removed since are problems too, unless it is
            older than ``history_from``.
        seek_base: whether, without ``against``, the base of the work is taken for it, if the clone knows one.
        keep: whether what is found is kept for later, and taken from what was kept.
        progress: is told of each briefing.

    Raises:
        GitFailed: git is missing, or has no such revision, or none that ``history_from`` names.
    """
    only: set[str] | None = None
    if changed is None:
        examined = examine_all(root, own_cache(root) if keep else None, progress)
        library, findings, keys = examined.library, examined.findings, examined.keys
        read_problems, check_problems = [*examined.read_problems], [*examined.check_problems]
    else:
        library, read_problems = load(root)
        only, keys = _changed_slugs(root, library, read_problems, changed), {}
        findings, check_problems = examine(library, only, progress)
        read_problems = [
            problem for problem in read_problems if (slug := _slug_of(problem)) is None or slug in only
        ]
    if against is not None:
        git, commit = _revision(root, against)
        check_problems += _removed_ids(root, library, read_problems, git, commit, against)
    elif seek_base:
        check_problems += _removed_since_base(root, library, read_problems)
    told = without_accepted(library, [*read_problems, *check_problems], only)
    return Checked(library, findings, together(told), keys)


def edition(root: Path, library: Library, *, drafts: bool = False, preview: bool = False) -> Edition:
    """Collect what pages are made with beside the findings; the past is empty where git can't be read."""
    with open_log(root) as log:
        try:
            names = log.names(nameless(library.registry))
            past = shown_past(past_of(library, log), library, names)
        except GitFailed:
            past = Past(missing="unreadable")
    known = {slug: history.versions[-1].tree for slug, history in past.histories.items() if history.versions}
    unknown = {
        briefing.slug: tree_of(root, briefing.slug)
        for briefing in library.briefings
        if briefing.slug not in known
    }
    return Edition(library.settings, past, known | unknown, drafts, preview)


def write_pages(root: Path, folder: str, *, drafts: bool = False, preview: bool = False) -> Trouble | None:
    """Render the files for a MkDocs that runs by itself; returns why none were written, if so.

    Args:
        root: the folder of briefings/.
        folder: where the files are written, below ``root``.
        drafts: whether drafts are shown.
        preview: whether editors see the pages while they work, and nobody else.
    """
    checked = check(root, keep=True)
    problems = errors(checked.diagnostics)
    if problems:
        return trouble_of(problems, as_text(problems, checked.library.lines))
    try:
        _write_pages(root, folder, checked, edition(root, checked.library, drafts=drafts, preview=preview))
    except TypesettingFailed as fault:
        return failure(str(fault))
    return None


def _write_pages(
    root: Path, folder: str, checked: Checked, site_edition: Edition, progress: Progress = unseen
) -> Stamps:
    """Render every file that the site builder gets, with the PDF and Word files, and write them."""
    cache = own_cache(root)
    with rendering(root, cache, checked.findings, checked.keys, site_edition, progress) as files:
        return replace_stamped(root, folder, files, cache)


@dataclass(frozen=True)
class Mended:
    """The result of mending.

    Attributes:
        files: those that were mended.
        diagnostics: the errors that are left in the files that were asked for.
        lines: the lines of each file with its mends, by path.
    """

    files: list[FixedFile]
    diagnostics: list[Diagnostic]
    lines: Mapping[str, tuple[str, ...]]


def fix_files(
    root: Path, wanted: Callable[[str], bool], *, ordered: bool = False, dry: bool = False
) -> Mended:
    """Mend what has one safe answer in the files of briefings, and collect the errors that are left.

    Args:
        root: the folder of briefings/.
        wanted: tells of a path whether that file is mended.
        ordered: whether keys are put in order, too.
        dry: whether nothing is written.

    Raises:
        OSError: a file could not be written; it is as it was.
    """
    files = fix(root, wanted, ordered=ordered)
    if not dry:
        for file in files:
            write_file(root, file.path, file.after)
    library, problems = load(root, instead={file.path: file.after for file in files})
    only = {
        briefing.slug
        for briefing in library.briefings
        if any(map(wanted, (briefing.path, *(article.path for article in briefing.articles.values()))))
    }
    left = together(errors([*problems, *examine(library, only)[1]]))
    return Mended(files, [problem for problem in left if wanted(problem.span.path)], library.lines)


def import_files(
    root: Path, slug: str, files: Sequence[str], standard_input: bytes, *, id: str = "", encoding: str = ""
) -> tuple[str, bool]:
    """Make an article of each file, as `import_articles` does.

    Returns:
        what to say of it, and whether articles were written.
    """
    # Loaded here: no other command pays for the libraries that read web pages.
    from generator.edit.imports.report import refusals, report
    from generator.edit.imports.run import import_articles

    outcome = import_articles(root, slug, files, standard_input, id=id, encoding=encoding)
    return (refusals(outcome), False) if outcome.refused else (report(outcome, slug), True)


def difference_between(root: Path, base: str, head: str | None = None) -> Difference:
    """Compare two revisions; only briefings that differ are read.

    Args:
        root: the repository.
        base: the earlier revision.
        head: the later revision; None for the files as they are.

    Raises:
        GitFailed: there is no repository, or no such revision in it.
    """
    git, old = _revision(root, base)
    if head is None:
        library, problems = load(root)
        touched = _differing_slugs(folder_trees(git, old), _tree_ids(root, library, problems))
    else:
        new = git.resolve(head)
        touched = _differing_slugs(folder_trees(git, old), folder_trees(git, new))
        library, problems = library_at(git, new, touched)
    before, faults = library_at(git, old, touched)
    sides = [(side, examine(side, touched)[0]) for side in (before, library)]
    return difference(sides[0], sides[1], _unread_paths([*faults, *problems], touched))


def _removed_since_base(root: Path, library: Library, problems: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Tell which ids the base of the work has that are gone; none where the clone knows no base.

    Nobody asked for it, so a repository that git can't read is no failure.
    """
    with suppress(GitFailed):
        git = repository(root)
        if git is not None and (base := base_of(git, library.settings.branch)):
            return _removed_ids(root, library, problems, git, base.commit, base.name)
    return []


def _removed_ids(
    root: Path, library: Library, problems: Iterable[Diagnostic], git: Git, commit: str, name: str
) -> list[Diagnostic]:
    """Tell which ids a commit has that are gone; only briefings that differ from it are read."""
    if _is_before_history(git, commit, library):
        return []
    touched = _differing_slugs(folder_trees(git, commit), _tree_ids(root, library, problems))
    return check_removed_ids(library_at(git, commit, touched)[0], library, name)


def _is_before_history(git: Git, commit: str, library: Library) -> bool:
    """Tell whether a commit was made before the site was first published, so that its ids may go."""
    begin = library.settings.history_from
    return begin is not None and time_of(git, commit) < time_of(git, begin, library.settings)


def _revision(root: Path, revision: str) -> tuple[Git, str]:
    git = repository(root)
    if git is None:
        raise GitFailed("There is no git repository here, or git isn't installed.")
    return git, git.resolve(revision)


def _changed_slugs(root: Path, library: Library, problems: Iterable[Diagnostic], base: str) -> set[str]:
    """The slugs of the briefings that differ from a revision; all where the registry or settings differ."""
    git, commit = _revision(root, base)
    current = _tree_ids(root, library, problems)
    before, _ = library_at(git, commit, ())
    if before.lines.get(REGISTRY) != library.lines.get(REGISTRY) or before.settings != library.settings:
        return set(current)
    return _differing_slugs(folder_trees(git, commit), current)


def _tree_ids(root: Path, library: Library, problems: Iterable[Diagnostic] = ()) -> dict[str, str]:
    """Git's tree id of each briefing's folder, by slug; with problems also of folders that can't be read."""
    slugs = {briefing.slug for briefing in library.briefings} | {
        slug for problem in problems if (slug := _slug_of(problem))
    }
    return {slug: tree_of(root, slug) for slug in sorted(slugs)}


def _unread_paths(problems: Sequence[Diagnostic], touched: Collection[str]) -> tuple[str, ...]:
    """The paths of the compared files with errors of reading."""
    paths = set()
    for problem in errors(problems):
        path, slug = problem.span.path, _slug_of(problem)
        if path == REGISTRY or (slug in touched and is_read(path.removeprefix(f"{FOLDER}/{slug}/"))):
            paths.add(path)
    return tuple(sorted(paths))


def _differing_slugs(before: Mapping[str, str], after: Mapping[str, str]) -> set[str]:
    return {slug for slug in before.keys() | after.keys() if before.get(slug) != after.get(slug)}


def _slug_of(problem: Diagnostic) -> str | None:
    """The slug of the briefing in whose folder a problem is; None for a problem elsewhere."""
    folder, _, rest = problem.span.path.partition("/")
    slug, below, _ = rest.partition("/")
    return slug if folder == FOLDER and below else None
