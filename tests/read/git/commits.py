"""Repositories made by git itself, each commit with a fixed author and date, so that ids are fixed too."""

import os
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

NOON = 1_763_812_800
"""22 November 2025, 12:00 UTC."""

_WHO = {
    "GIT_AUTHOR_NAME": "An Editor",
    "GIT_AUTHOR_EMAIL": "editor@example.org",
    "GIT_COMMITTER_NAME": "An Editor",
    "GIT_COMMITTER_EMAIL": "editor@example.org",
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
}


@dataclass
class Commits:
    """A repository; its commits are one hour apart unless a test says when."""

    top: Path
    root: Path
    made: int = 0

    def git(self, *arguments: str, given: bytes = b"", date: str = "") -> str:
        """What a command of git prints, run in the root."""
        when = date or f"@{NOON + 3600 * self.made} +0000"
        # The tests may be run by a hook, whose environment names the repository that it is in.
        own = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
        done = subprocess.run(
            ["git", *arguments],
            cwd=self.root,
            env={**own, **_WHO, "GIT_AUTHOR_DATE": when, "GIT_COMMITTER_DATE": when},
            input=given,
            capture_output=True,
            check=True,
        )
        return done.stdout.decode("utf-8", "surrogateescape").rstrip("\n")

    def write(self, files: Mapping[str, str | bytes | None]) -> None:
        """Put files below the root, each exactly as given; None removes one."""
        for path, content in files.items():
            file = self.root / path
            if content is None:
                file.unlink()
                continue
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content if isinstance(content, bytes) else content.encode())

    def commit(self, files: Mapping[str, str | bytes | None], *, date: str = "") -> str:
        """Commit these files; returns the commit's id."""
        self.write(files)
        self.git("add", "--all", ".")
        return self.commit_index(date=date)

    def commit_index(self, *, date: str = "") -> str:
        """Commit what was put into the index; returns the commit's id."""
        self.git("commit", "--quiet", "--allow-empty", "--message=An edit", date=date)
        self.made += 1
        return self.git("rev-parse", "HEAD")

    def undate(self, written: str = "committer An Editor <editor@example.org> soon") -> str:
        """Make the last commit anew with this for its committer, as damaged imports do; returns its id."""
        whole = self.git("cat-file", "commit", "HEAD")
        lines = [written if line.startswith("committer ") else line for line in whole.split("\n")]
        text = "\n".join(line for at, line in enumerate(lines) if line or at > 3) + "\n"
        commit = self.git("hash-object", "-t", "commit", "-w", "--stdin", "--literally", given=text.encode())
        self.git("update-ref", "HEAD", commit)
        return commit

    def put(self, path: str, content: bytes, mode: str = "100644") -> str:
        """Put an entry of any mode under any name into the index, whatever the system allows on disk."""
        blob = self.git("hash-object", "-w", "--stdin", given=content)
        entry = f"{mode} {blob}\t{path}\0".encode("utf-8", "surrogateescape")
        self.git("update-index", "-z", "--index-info", given=entry)
        return blob


def new_repository(top: Path, below: str = "", *options: str) -> Commits:
    """An empty repository at ``top``, in which the site's root is the folder ``below``."""
    (top / below).mkdir(parents=True)
    made = Commits(top, top)
    made.git("init", "--quiet", "--initial-branch=main", *options)
    made.git("config", "core.autocrlf", "false")
    made.root = top / below
    return made
