"""Processes of site builders: how each is started, and what its failure is told as."""

import os
import signal
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from generator.failure import Failure
from generator.files.folder import NotPlain, opened
from generator.places import CONFIG
from generator.publish.builders import ARGUMENTS

# The environment variable by which the hook knows that the pages are rendered and checked already.
PAGES_READY: Final = "BRIEFING_PAGES_READY"
# And this one names a file: whether all that is no page is built, too, and the pages to build, one a line.
PAGES_SHARE: Final = "BRIEFING_PAGES_SHARE"
PAGES_ONLY: Final = "pages only"
# Builders write the build's date into sitemap and archives. A fixed date makes the same briefings give the
# same bytes; the hook removes it from the sitemap again.
EPOCH: Final = "315532800"  # seconds since 1970; the first day that every archive format can hold:
EPOCH_DAY: Final = "1980-01-01"


class BuildFailed(Failure):
    """The site builder failed; the text says how, and quotes the builder."""


def started(builder: str, config: Path, into: Path, more: Mapping[str, str]) -> "subprocess.Popen[str]":
    """Starts a site builder.

    Args:
        builder: one of `BUILDERS`.
        config: the path of mkdocs.yml.
        into: the folder for the site.
        more: further variables of its environment.
    """
    arguments = [*ARGUMENTS[builder], "-f", str(config)]
    if "--site-dir" in arguments:
        arguments.insert(arguments.index("--site-dir") + 1, str(into.absolute()))
    return subprocess.Popen(
        python_command(builder, *arguments),
        env=environment() | {PAGES_READY: "1", "BRIEFING_SITE": str(into.absolute()), **more},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
    )


def output_of(builder: str, process: "subprocess.Popen[str]") -> str:
    """Waits for a site builder, and returns what it printed.

    Raises:
        BuildFailed: it failed, or was stopped.
    """
    output: str = process.communicate()[0]
    if process.returncode:
        raise BuildFailed(f"{_exit_reason(builder, process.returncode)}\n{without_progress(output)}")
    return output


def config_path(root: Path) -> Path:
    """The path of mkdocs.yml.

    Raises:
        BuildFailed: it is missing, or no plain file.
    """
    config = root.absolute() / CONFIG
    with opened(root) as folder:
        kind = folder.kind(CONFIG)
    if kind == "link":
        raise BuildFailed(str(NotPlain(root, CONFIG, kind, "file")))
    if kind != "file":
        raise BuildFailed(
            f"{config} is missing. Run this in a folder with mkdocs.yml, or name it with --root."
        )
    return config


def python_command(module: str, *arguments: str) -> list[str]:
    """The command that runs a module; -P keeps Python from importing modules of the current folder."""
    return [sys.executable, "-P", "-m", module, *arguments]


def environment() -> dict[str, str]:
    """Returns the environment of a site builder."""
    variables = os.environ | {
        "SOURCE_DATE_EPOCH": EPOCH,
        "PYTHONUTF8": "1",
        "NO_COLOR": "1",
        # These silence news about MkDocs 2, which would stand before every error.
        "NO_MKDOCS_2_WARNING": "1",
        "DISABLE_MKDOCS_2_WARNING": "true",
    }
    variables.pop("COLUMNS", None)  # or MkDocs breaks its messages into lines
    return variables


def _exit_reason(builder: str, status: int) -> str:
    if status > 0:
        return f"{builder} couldn't build the site:"
    try:
        name = signal.Signals(-status).name
    except ValueError:
        name = str(-status)
    return f"{builder} was stopped by {name} before the site was built:"


def without_progress(output: str) -> str:
    """The output without the builder's progress; all of it where it has nothing else."""
    kept: list[str] = []
    progress = False
    for line in output.splitlines():
        # A message may have further lines, which are indented.
        progress = line.startswith(("INFO ", "DEBUG ")) or (progress and line.startswith("  "))
        if not progress:
            kept.append(line)
    return "\n".join(kept).strip() or output.strip() or "It printed nothing."
