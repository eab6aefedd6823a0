"""Commands that tell of briefings: check, coverage, diff."""

import os
from pathlib import Path
from typing import Final

import click

from generator.cli.group import CLEAN, FOUND, commands, format_option, is_below, root_option, tell_problems
from generator.cli.progress import quiet_option, shown
from generator.incremental.unchanged import Done

OF_COVERAGE: Final = frozenset(["coverage-too-low", "share-too-high"])
"""Errors with which `coverage` still prints its table, as the table shows what they are about."""


@commands.command("check")
@root_option
@click.argument("paths", nargs=-1, type=click.Path(exists=True, path_type=Path))
@click.option("--hints", is_flag=True, help="Tell hints too; they stop nothing.")
@click.option("--changed", metavar="BASE", help="Only briefings that changed since this revision.")
@click.option(
    "--against",
    metavar="BASE",
    help="Tell also what this revision had and is gone (default: where the work left the branch that is "
    "published, as far as this clone knows).",
)
@click.option("--no-against", is_flag=True, help="Compare with no revision.")
@format_option("text", "json", "github")
@quiet_option
def check_(
    root: Path,
    paths: tuple[Path, ...],
    hints: bool,
    changed: str | None,
    against: str | None,
    no_against: bool,
    form: str,
    quiet: bool,
) -> int:
    """Tell every problem, in all files or in those at PATHS."""
    if no_against and against is not None:
        raise click.UsageError("--against and --no-against exclude each other.")
    done = Done(root, ("check", str(hints), str(no_against)))
    # A revision may be named by a time, and other forms tell something even without problems.
    is_whole = form == "text" and not paths and changed is None and against is None
    if is_whole and done.told() is not None:
        return CLEAN
    state = done.state() if is_whole else None

    # Loaded here: a check of what has not changed is over before this would be.
    from generator.model.diagnostics import Severity, errors
    from generator.pipeline import check
    from generator.render.reports.github_summary import as_summary
    from generator.render.reports.problems import as_github, as_json

    with shown(quiet=quiet) as progress:
        checked = check(root, changed, against, seek_base=not no_against, keep=True, progress=progress)
    kept = [problem for problem in checked.diagnostics if hints or problem.severity is Severity.ERROR]
    if paths:
        kept = [problem for problem in kept if is_below(root, paths, problem.span.path)]
    if form == "json":
        click.echo(as_json(kept))
    elif form == "github":
        click.echo(as_github(kept), nl=bool(kept))
        if summary := os.environ.get("GITHUB_STEP_SUMMARY"):
            with Path(summary).open("a", encoding="utf-8") as page:
                page.write(as_summary(checked.findings, kept))
    elif kept:
        tell_problems(kept, checked.library.lines)
    else:
        done.remember(state, (), "")
    return FOUND if errors(kept) else CLEAN


@commands.command()
@root_option
@click.argument("slug", required=False)
@format_option("text", "json")
def coverage(root: Path, slug: str | None, form: str) -> int:
    """Tell of each sentence of each article, or of those of SLUG: cited, set aside, or unused."""
    from generator.model.diagnostics import did_you_mean, errors
    from generator.pipeline import check
    from generator.render.reports.coverage import coverage_json, coverage_text
    from generator.render.reports.problems import as_json

    checked = check(root, keep=True)
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
        if form == "json":
            click.echo(as_json(problems))
        else:
            tell_problems(problems, checked.library.lines)
        return FOUND
    report = coverage_json(chosen) if form == "json" else coverage_text(chosen)
    click.echo(report, nl=bool(report))
    if problems:
        # With JSON, standard output must hold the list alone, so problems go to standard error.
        click.echo(err=form == "json")
        tell_problems(problems, checked.library.lines, err=form == "json")
    return FOUND if problems else CLEAN


@commands.command()
@root_option
@click.argument("base")
@click.argument("head", required=False)
@format_option("text", "markdown", "json")
def diff(root: Path, base: str, head: str | None, form: str) -> int:
    """Tell what changed from revision BASE to HEAD, or to the files as they are: claims, not lines."""
    from generator.pipeline import difference_between
    from generator.render.reports.difference import difference_json, difference_markdown, difference_text

    difference = difference_between(root, base, head)
    if form == "json":
        click.echo(difference_json(difference, base, head or ""))
    else:
        click.echo(difference_text(difference) if form == "text" else difference_markdown(difference))
    return CLEAN
