"""Progress on standard error: a bar on a terminal, a line for each kind of work in CI, else nothing."""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import click

from generator.progress import Progress, unseen


def quiet_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """Gives a command the option ``--quiet``, which BRIEFING_QUIET sets, too."""
    return click.option(
        "--quiet", is_flag=True, envvar="BRIEFING_QUIET", help="Show no progress of long work."
    )(command)


@contextmanager
def shown(*, quiet: bool) -> Iterator[Progress]:
    """Shows what it is told of, while the context lasts."""
    if quiet:
        yield unseen
    elif sys.stderr.isatty():
        bars = _Bars()
        try:
            yield bars
        finally:
            bars.end()
    else:
        yield _Lines() if os.environ.get("CI") else unseen


class _Bars:
    """A bar for each kind of work, one below the other."""

    def __init__(self) -> None:
        self._what = ""
        self._bar: Any = None

    def __call__(self, what: str, done: int, of: int) -> None:
        if what != self._what:
            self.end()
            self._what = what
            # Of work without steps the bar is empty until it is done.
            self._bar = click.progressbar(
                length=of or 1,
                label=what,
                file=sys.stderr,
                show_eta=False,
                show_percent=False,
                show_pos=of > 1,
            )
            self._bar.render_progress()
        self._bar.update(done - self._bar.pos)

    def end(self) -> None:
        """Leaves the bar that is shown, on a line of its own."""
        if self._bar is not None:
            self._bar.finish()
            self._bar.render_progress()
            self._bar.render_finish()
            self._bar, self._what = None, ""


class _Lines:
    """A line for each kind of work, when it begins."""

    def __init__(self) -> None:
        self._what = ""

    def __call__(self, what: str, done: int, of: int) -> None:
        if what != self._what:
            self._what = what
            click.echo(f"{what}: {of}" if of > 1 else what, err=True)
