"""Commands that write what editors work on: new, import, quote, fix, schema."""

import sys
from datetime import date
from pathlib import Path

import click

from generator.cli.group import CLEAN, FOUND, commands, is_below, root_option, tell_problems
from generator.edit.adding import put_in
from generator.edit.ask import ask
from generator.edit.fixes.difference import difference_of
from generator.edit.imports.text.reading import MOST_BYTES
from generator.edit.new import start
from generator.files.write import write_file
from generator.model.texts import id_fault
from generator.pipeline import fix_files, import_files
from generator.render.reports.problems import visible
from generator.render.reports.reference import schema_files


@commands.command("import")
@root_option
@click.argument("slug")
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@click.option("--id", default="", help="The article's id, for a single file (default: of its name or title).")
@click.option("--encoding", default="", help="The files' encoding, where they declare none or a wrong one.")
def import_(root: Path, slug: str, files: tuple[str, ...], id: str, encoding: str) -> int:
    """Make an article of the briefing SLUG of each FILE: a saved web page, a PDF, Markdown, or text.

    FILE may be "-", the standard input. Nothing is fetched, and no article is overwritten.
    """
    if id and len(files) > 1:
        raise click.UsageError("--id names one article, and there are several files.")
    if id and (fault := id_fault(id)):
        raise click.UsageError(f"'{id}' is no id. It must be {fault}.")
    if files.count("-") > 1:
        raise click.UsageError("The standard input can be read once.")
    given = sys.stdin.buffer.read(MOST_BYTES + 1) if "-" in files else b""
    told, done = import_files(root, slug, files, given, id=id, encoding=encoding)
    click.echo(told, err=not done)
    return CLEAN if done else FOUND


@commands.command()
@root_option
@click.argument("slug")
@click.option("--title", default="", help="The title (default: made of SLUG).")
def new(root: Path, slug: str, title: str) -> int:
    """Begin a briefing: write a briefing.yml that says what to write; nothing is overwritten."""
    started = start(root, slug, title, date.today())
    click.echo(f"{started.path} is written; its comments say what to write.")
    if started.articles:
        click.echo(
            f'Next, a claim from an article: python -m generator quote {slug} "some of its words" --write'
        )
    else:
        click.echo(f"Next, an article: python -m generator import {slug} FILE")
    return CLEAN


@commands.command()
@root_option
@click.argument("slug")
@click.argument("words", nargs=-1, required=True)
@click.option("--claim", is_flag=True, help="Write a whole claim, its text left to you.")
@click.option("--write", is_flag=True, help="Put the claim into the file, and a speaker who is no actor.")
@click.option("--article", metavar="ID", help="Look in this article alone.")
def quote(
    root: Path, slug: str, words: tuple[str, ...], claim: bool, write: bool, article: str | None
) -> int:
    """Write the evidence for some WORDS of an article of SLUG, as YAML to paste; "-" reads them from input.

    Of several places in one article each is told with what singles it out; several articles are the evidence
    of one claim. What is only like the words is offered as an error.
    """
    sought = sys.stdin.read() if words == ("-",) else " ".join(words)
    answer = ask(root, slug, sought, article, claim=claim, write=write)
    if answer.problems:
        tell_problems(answer.problems, answer.lines, err=True)
    for line in answer.unsearched:
        click.echo(visible(line), err=True)
    click.echo(answer.text, err=not answer.found)
    if answer.addition:
        put_in(root, answer.path, answer.addition)
        actors = ", its speaker below 'actors'" if answer.addition.actors else ""
        click.echo(f"\nIt stands in {answer.path}{actors}. What is left to write, check tells.", err=True)
    return CLEAN if answer.found else FOUND


@commands.command("fix")
@root_option
@click.argument("paths", nargs=-1, type=click.Path(exists=True, path_type=Path))
@click.option("--order", is_flag=True, help="Put the keys of each entry in the model's order, too.")
@click.option("--dry-run", is_flag=True, help="Show what would change, and write nothing.")
def fix_(root: Path, paths: tuple[Path, ...], order: bool, dry_run: bool) -> int:
    """Mend what has one safe answer, in all files of briefings or in those at PATHS; tell what is left."""
    mended = fix_files(
        root, lambda path: not paths or is_below(root, paths, path), ordered=order, dry=dry_run
    )
    # With --dry-run, standard output must hold the difference alone, so that it can be applied.
    for file in mended.files:
        for done in file.done:
            click.echo(f"{visible(file.path)}:{done.line}: {visible(done.what)}", err=dry_run)
        if dry_run:
            click.echo(difference_of(file.path, file.before, file.after), nl=False)
    left = [id for file in mended.files for id in file.left]
    if left:
        click.echo(
            "Left to you, as no machine can say how accounts differ: let the text of each of these "
            f"questions stand alone, and its 'differ' quote their words: {', '.join(left)}.",
            err=dry_run,
        )
    if mended.diagnostics:
        if mended.files:
            click.echo("\nLeft to you:", err=dry_run)
        tell_problems(mended.diagnostics, mended.lines, err=dry_run)
    elif not mended.files:
        click.echo("Nothing to mend.", err=dry_run)
    return FOUND if left or mended.diagnostics else CLEAN


@commands.command()
@root_option
def schema(root: Path) -> int:
    """Write schema/: JSON Schemas for editors, and the reference of all fields and problems."""
    files = schema_files()
    for name, text in files.items():
        write_file(root, f"schema/{name}", text.encode())
    click.echo(f"{root / 'schema'}: {len(files)} files")
    return CLEAN
