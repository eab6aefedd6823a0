"""Commands that write what editors work on: import, migrate, schema."""

import sys
from pathlib import Path

import click

from generator.cli.group import CLEAN, FOUND, commands, root_option
from generator.edit.imports.text.reading import MOST_BYTES
from generator.files.write import write_file
from generator.model.texts import id_fault
from generator.pipeline import import_files, migrate_files
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


@commands.command("migrate")
@root_option
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


@commands.command()
@root_option
def schema(root: Path) -> int:
    """Write schema/: JSON Schemas for editors, and the reference of all fields and problems."""
    files = schema_files()
    for name, text in files.items():
        write_file(root, f"schema/{name}", text.encode())
    click.echo(f"{root / 'schema'}: {len(files)} files")
    return CLEAN
