"""Commands that write what editors work on: migrate, schema."""

from pathlib import Path

import click

from generator.cli.group import CLEAN, commands, root_option
from generator.files.write import write_file
from generator.pipeline import migrate_files
from generator.render.reports.reference import schema_files


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
