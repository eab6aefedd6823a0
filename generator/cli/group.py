"""The group that all commands belong to, and the options that several of them take."""

import os
import sys
from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click

from generator import __version__

if TYPE_CHECKING:
    from generator.model.diagnostics import Diagnostic
    from generator.render.reports.problems import Lines

CLEAN, FOUND, FAILED = 0, 1, 2
"""Exit statuses: without errors, with errors in the briefings, and of wrong usage and failures."""


_MODULES: Final = {
    **dict.fromkeys(("build", "render", "serve"), "generator.cli.build"),
    **dict.fromkeys(("check", "coverage", "diff"), "generator.cli.report"),
    **dict.fromkeys(("fix", "import", "new", "quote", "schema"), "generator.cli.edit"),
}
"""The module of each command, which is loaded when the command is wanted."""


class _Commands(click.Group):
    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted(_MODULES)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name in _MODULES:
            import_module(_MODULES[cmd_name])
        return super().get_command(ctx, cmd_name)


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, message="%(version)s")
def commands() -> None:
    """Briefings: who claims what, in which words of which article, and what is still open."""


def root_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """Gives a command the option ``--root``."""
    return click.option(
        "--root",
        type=click.Path(exists=True, file_okay=False, path_type=Path),
        default=Path(),
        help="The folder that holds briefings/ and mkdocs.yml (default: here).",
    )(command)


def format_option(*formats: str) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Gives a command the option ``--format``, whose default is the first of ``formats``."""
    return click.option(
        "--format",
        "form",
        type=click.Choice(formats),
        default=formats[0],
        help="How to tell it (default: text).",
    )


def all_commands() -> Mapping[str, click.Command]:
    """Returns every command by its name."""
    for module in _MODULES.values():
        import_module(module)
    return commands.commands


def tell_problems(problems: "Sequence[Diagnostic]", lines: "Lines", *, err: bool = False) -> None:
    """Tells problems with their lines, coloured on a terminal that shows colours (https://no-color.org)."""
    from generator.render.reports.problems import as_text

    stream = sys.stderr if err else sys.stdout
    plain = os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"
    click.echo(as_text(problems, lines, colours=stream.isatty() and not plain), err=err)


def tell_undated(commits: Sequence[str]) -> None:
    """Tell which commits the history leaves out."""
    for commit in commits:
        click.echo(
            f"Commit {commit} has no date that can be read: what it changed is told with the next change.",
            err=True,
        )


def is_below(root: Path, paths: Sequence[Path], path: str) -> bool:
    """Tell whether a file is one of the paths or below one; a link counts as itself and as its target."""
    file = root.resolve() / path
    places = {place for given in paths for place in (given.resolve(), given.parent.resolve() / given.name)}
    return not places.isdisjoint((file, *file.parents))
