"""What a command did last, while nothing that it follows from has changed since.

Loads little, as a command that has nothing to do should end before its libraries would be loaded.
"""

import json
import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from generator.files.cache import cached, key_of
from generator.files.fingerprint import contents_id, statuses_id
from generator.files.folder import NotPlain
from generator.files.package import code_id, templates_folder
from generator.files.walk import read_file
from generator.places import CONFIG, FOLDER
from generator.publish.builders import variables_in
from generator.read.git.command import GitFailed, own_cache, repository

KIND: Final = "done"
"""Name of these results in the cache."""


@dataclass(frozen=True)
class Done:
    """A command that ended without an error.

    Attributes:
        root: the folder of briefings/.
        command: its name and options.
        site: the folder of the site that it made; None where it made none.
    """

    root: Path
    command: Sequence[str]
    site: Path | None = None

    def state(self, folders: Sequence[str] = ()) -> str | None:
        """Computes a hash of all that the command follows from; None where that can't be told.

        Args:
            folders: those of the theme, below the root.
        """
        files = contents_id(self.root, [CONFIG, FOLDER, *folders])
        templates = contents_id(templates_folder(), [""])
        git = _git_state(self.root)
        if files is None or templates is None or git is None:
            return None
        return key_of(code_id(), files, templates, git, *_variables(self.root), *self.command)

    def told(self) -> str | None:
        """Returns what the command told, if to do it again would change nothing."""
        with cached(self.root, own_cache(self.root), KIND, code_id()) as results:
            data = results.get(self._key)
        if data is None:
            return None
        state, site, folders, told = json.loads(data)
        return told if (site, state) == (self._site_id(), self.state(folders)) else None

    def remember(self, state: str | None, folders: Sequence[str], told: str) -> None:
        """Keeps what the command told.

        Args:
            state: as it was before the command read anything; None, or another than now, keeps nothing.
            folders: those of the theme, below the root.
        """
        site = self._site_id()
        if state is None or site is None or state != self.state(folders):
            return
        record = (state, site, [*folders], told)
        with cached(self.root, own_cache(self.root), KIND, code_id()) as results:
            results.put(self._key, json.dumps(record).encode())

    @property
    def _key(self) -> str:
        return key_of(str(self.site and self.site.absolute()), *self.command)

    def _site_id(self) -> str | None:
        return "" if self.site is None else statuses_id(self.site)


def _variables(root: Path) -> list[str]:
    """Lists the environment variables that the settings may read, with their values."""
    try:
        config = read_file(root, CONFIG).decode("utf-8", "replace")
    except (OSError, NotPlain):
        return []
    return [f"{name}={os.environ.get(name)}" for name in sorted({"SITE_URL", *variables_in(config)})]


def _git_state(root: Path) -> str | None:
    """Returns all refs, what is checked out, and the settings of git; empty without a repository."""
    try:
        git = repository(root)
        if git is None:
            return ""
        shown = [
            git.run("for-each-ref", "--format=%(objectname) %(refname) %(symref)"),
            git.run("rev-parse", "HEAD", "--is-shallow-repository", "--show-prefix"),
            git.run("rev-parse", "--abbrev-ref", "HEAD"),
            git.run("config", "--list"),
        ]
    except GitFailed:
        return None
    return b"\0".join(shown).decode("utf-8", "surrogateescape")
