"""The command line: all commands, and what becomes of their failures."""

import gc
import sys
from typing import Final

import click

from generator.cli.group import CLEAN, FAILED, commands
from generator.failure import Failure

_COLLECTION: Final = (200_000, 20, 100)
"""Thresholds of Python's garbage collector: it runs seldom, as little of what a command reads is garbage.

By default it takes nearly half of the time in which a thousand briefings are read from the cache.
"""


def main(arguments: list[str] | None = None) -> int:
    """Run one command.

    Args:
        arguments: the command line; by default the process's own.

    Returns:
        the exit status: 0 without errors, 1 with errors in the briefings, 2 for wrong usage and failures.
    """
    gc.set_threshold(*_COLLECTION)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    try:
        return int(commands.main(arguments, prog_name="briefing", standalone_mode=False) or CLEAN)
    except click.exceptions.NoArgsIsHelpError as usage:
        usage.show()
        return FAILED
    except click.ClickException as usage:
        usage.show()
        return FAILED
    except (Failure, OSError, ValueError) as fault:
        click.echo(f"Error: {fault}", err=True)
        return FAILED
    except (KeyboardInterrupt, click.Abort):
        click.echo("Stopped; the site is as it was.", err=True)
        return FAILED
