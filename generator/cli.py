"""The commands of the command line, each a few lines around a function of the pipeline."""

import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, Final

import click

from generator import __version__
from generator.files.folder import opened
from generator.files.lock import BUILD, Busy, build_locked
from generator.files.write import replace_files, write_file
from generator.model.diagnostics import Severity, did_you_mean, errors
from generator.pipeline import PAGES, check, difference_between, edition, migrate_files, publish
from generator.publish.paper.typst import TypesettingFailed
from generator.publish.search.pagefind import IndexFailed
from generator.publish.site_builder import BUILDERS, BuildFailed
from generator.publish.site_builder import serve as serve_site
from generator.publish.swap import SwapFailed
from generator.read.git.command import GitFailed
from generator.render.plan import plan
from generator.render.reports.coverage import coverage_json, coverage_text
from generator.render.reports.difference import difference_json, difference_markdown, difference_text
from generator.render.reports.github_summary import as_summary
from generator.render.reports.problems import as_github, as_json, as_text
from generator.render.reports.reference import schema_files
from generator.render.site import render_site

CLEAN, FOUND, FAILED = 0, 1, 2
FAILURES: Final = (BuildFailed, GitFailed, IndexFailed, TypesettingFailed, SwapFailed, Busy)
OF_COVERAGE: Final = frozenset(["coverage-too-low", "share-too-high"])
"""Errors with which `coverage` still prints its table, as the table shows what they are about."""


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, message="%(version)s")
def _commands() -> None:
    """Briefings: who claims what, in which words of which article, and what is still open."""


def _root_option(command: Callable[..., Any]) -> Callable[..., Any]:
    return click.option(
        "--root",
        type=click.Path(exists=True, file_okay=False, path_type=Path),
        default=Path(),
        help="The folder that holds briefings/ and mkdocs.yml (default: here).",
    )(command)


def _format_option(*formats: str) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    return click.option(
        "--format",
        "form",
        type=click.Choice(formats),
        default=formats[0],
        help="How to tell it (default: text).",
    )


@_commands.command()
@_root_option
@click.option(
    "--site", type=click.Path(file_okay=False, path_type=Path), help="Where to (default: ROOT/site)."
)
@click.option("--clean", is_flag=True, help="Forget everything that earlier builds left.")
@click.option("--drafts", is_flag=True, help="Build drafts too.")
@click.option("--builder", type=click.Choice(BUILDERS), default=BUILDERS[0], help="The site builder to use.")
def build(root: Path, site: Path | None, clean: bool, drafts: bool, builder: str) -> int:
    """Check everything and build the site; with an error, or when killed, the old site stays."""
    if clean:
        _remove_builds(root)
    checked = publish(root, site or root / "site", drafts=drafts, builder=builder)
    problems = errors(checked.diagnostics)
    if problems:
        click.echo(as_text(problems, checked.library.lines), err=True)
        click.echo("Nothing was built; the site is as it was.", err=True)
        return FOUND
    _tell_undated(checked.undated)
    click.echo(f"{site or root / 'site'}: {len(checked.library.briefings)} briefing(s), every quote found.")
    return CLEAN


@_commands.command("check")
@_root_option
@click.argument("paths", nargs=-1, type=click.Path(exists=True, path_type=Path))
@click.option("--hints", is_flag=True, help="Tell hints too; they stop nothing.")
@click.option("--changed", metavar="BASE", help="Only briefings that changed since this revision.")
@click.option("--against", metavar="BASE", help="Tell also what this revision had and is gone.")
@_format_option("text", "json", "github")
def check_(
    root: Path, paths: tuple[Path, ...], hints: bool, changed: str | None, against: str | None, form: str
) -> int:
    """Tell every problem, in all files or in those at PATHS."""
    checked = check(root, changed, against)
    kept = [problem for problem in checked.diagnostics if hints or problem.severity is Severity.ERROR]
    if paths:
        kept = [problem for problem in kept if _is_below(root, paths, problem.span.path)]
    if form == "json":
        click.echo(as_json(kept))
    elif form == "github":
        click.echo(as_github(kept), nl=bool(kept))
        if summary := os.environ.get("GITHUB_STEP_SUMMARY"):
            with Path(summary).open("a", encoding="utf-8") as page:
                page.write(as_summary(checked.findings, kept))
    elif kept:
        click.echo(as_text(kept, checked.library.lines))
    return FOUND if errors(kept) else CLEAN


@_commands.command("render")
@_root_option
@click.option("--drafts", is_flag=True, help="Render drafts too.")
def render_(root: Path, drafts: bool) -> int:
    """Write the Markdown pages into build/pages, and stop there."""
    checked = check(root)
    problems = errors(checked.diagnostics)
    if problems:
        click.echo(as_text(problems, checked.library.lines), err=True)
        return FOUND
    site_edition = edition(root, checked.library, drafts=drafts)
    pages = render_site(plan(checked.findings, site_edition), checked.findings, site_edition)
    with build_locked(root):
        replace_files(root, PAGES, pages)
    _tell_undated(site_edition.past.undated)
    click.echo(f"{root / PAGES}: {len(pages)} files")
    return CLEAN


@_commands.command()
@_root_option
@click.option("--port", type=click.IntRange(1, 65535), default=8000, help="The port on this computer.")
def serve(root: Path, port: int) -> int:
    """Show the site on this computer, and every change as it is saved."""
    serve_site(root, f"127.0.0.1:{port}")


@_commands.command()
@_root_option
@click.argument("slug", required=False)
@_format_option("text", "json")
def coverage(root: Path, slug: str | None, form: str) -> int:
    """Tell of each sentence of each article, or of those of SLUG: cited, set aside, or unused."""
    checked = check(root)
    chosen = [findings for findings in checked.findings if slug in (None, findings.briefing.slug)]
    problems = errors(checked.diagnostics)
    if slug is not None:
        base = f"briefings/{slug}"
        problems = [
            problem
            for problem in problems
            if problem.span.path == base or problem.span.path.startswith(f"{base}/")
        ]
        if not chosen and not problems:
            mean = did_you_mean(slug, [findings.briefing.slug for findings in checked.findings])
            raise click.UsageError(f"There is no briefing '{slug}'. {mean}".rstrip())
    if any(problem.code not in OF_COVERAGE for problem in problems):
        click.echo(as_json(problems) if form == "json" else as_text(problems, checked.library.lines))
        return FOUND
    report = coverage_json(chosen) if form == "json" else coverage_text(chosen)
    click.echo(report, nl=bool(report))
    if problems:
        # With JSON, standard output must hold the list alone, so problems go to standard error.
        click.echo(f"\n{as_text(problems, checked.library.lines)}", err=form == "json")
    return FOUND if problems else CLEAN


@_commands.command()
@_root_option
@click.argument("base")
@click.argument("head", required=False)
@_format_option("text", "markdown", "json")
def diff(root: Path, base: str, head: str | None, form: str) -> int:
    """Tell what changed from revision BASE to HEAD, or to the files as they are: claims, not lines."""
    difference = difference_between(root, base, head)
    if form == "json":
        click.echo(difference_json(difference, base, head or ""))
    else:
        click.echo(difference_text(difference) if form == "text" else difference_markdown(difference))
    return CLEAN


@_commands.command("migrate")
@_root_option
@click.argument("slugs", nargs=-1)
def migrate_(root: Path, slugs: tuple[str, ...]) -> int:
    """Move briefings from an old form over to the present one: those named, or all."""
    moved = migrate_files(root, slugs)
    for file in moved:
        click.echo(f"{file.path}: {'; '.join(file.done)}")
        if file.left:
            click.echo(
                "Left to you, as no machine can say how accounts differ: let the text of each of these "
                f"questions stand alone, and its 'differ' quote their words: {', '.join(file.left)}."
            )
    click.echo("Now run: python -m generator check --hints" if moved else "Nothing is in an old form.")
    return CLEAN


@_commands.command()
@_root_option
def schema(root: Path) -> int:
    """Write schema/: JSON Schemas for editors, and the reference of all fields and problems."""
    files = schema_files()
    for name, text in files.items():
        write_file(root, f"schema/{name}", text.encode())
    click.echo(f"{root / 'schema'}: {len(files)} files")
    return CLEAN


def _tell_undated(commits: Sequence[str]) -> None:
    """Tell which commits the history leaves out."""
    for commit in commits:
        click.echo(
            f"Commit {commit} has no date that can be read: what it changed is told with the next change.",
            err=True,
        )


def _is_below(root: Path, paths: tuple[Path, ...], path: str) -> bool:
    """Tell whether a file is one of the paths or below one; a link counts as itself and as its target."""
    file = root.resolve() / path
    places = {place for given in paths for place in (given.resolve(), given.parent.resolve() / given.name)}
    return not places.isdisjoint((file, *file.parents))


def _remove_builds(root: Path) -> None:
    """Remove what earlier builds left in build/, but not the pages folder's .gitignore."""
    with opened(root, BUILD, make=True) as folder:
        for entry in folder.entries():
            if entry.kind == "folder" and entry.name != PAGES.rpartition("/")[2]:
                folder.remove_folder(entry.name)
    replace_files(root, PAGES, {})


def main(arguments: list[str] | None = None) -> int:
    """Run one command.

    Args:
        arguments: the command line; by default the process's own.

    Returns:
        the exit status: 0 without errors, 1 with errors in the briefings, 2 for wrong usage and failures.
    """
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    try:
        return int(_commands.main(arguments, prog_name="briefing", standalone_mode=False) or CLEAN)
    except click.exceptions.NoArgsIsHelpError as usage:
        usage.show()
        return FAILED
    except click.ClickException as usage:
        usage.show()
        return FAILED
    except (*FAILURES, OSError, ValueError) as fault:
        click.echo(f"Error: {fault}", err=True)
        return FAILED
    except (KeyboardInterrupt, click.Abort):
        click.echo("Stopped; the site is as it was.", err=True)
        return FAILED
