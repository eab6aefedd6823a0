"""Git commands, run without a shell, without the repository's own programs and without other hosts."""

import os
import re
import shutil
import subprocess
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Final, Self

from generator.failure import Failure
from generator.places import CACHE
from generator.read.source import MOST_BYTES

_ENVIRONMENT: Final = {
    "GIT_ALLOW_PROTOCOL": "none",  # a partial clone would fetch what it lacks
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_LITERAL_PATHSPECS": "1",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_NO_REPLACE_OBJECTS": "1",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_TERMINAL_PROMPT": "0",
    "LC_ALL": "C",
}
_OF_ANOTHER_REPOSITORY: Final = frozenset(
    [
        *("GIT_ALTERNATE_OBJECT_DIRECTORIES", "GIT_COMMON_DIR", "GIT_CONFIG", "GIT_DIR", "GIT_GRAFT_FILE"),
        *("GIT_IMPLICIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_INTERNAL_SUPER_PREFIX", "GIT_NAMESPACE"),
        *("GIT_OBJECT_DIRECTORY", "GIT_PREFIX", "GIT_REPLACE_REF_BASE", "GIT_SHALLOW_FILE", "GIT_WORK_TREE"),
        *("GIT_GLOB_PATHSPECS", "GIT_ICASE_PATHSPECS", "GIT_NOGLOB_PATHSPECS"),
    ]
)
"""Variables that git sets for a hook, which would select another repository, and those of other paths."""

_SETTINGS: Final = ("core.fsmonitor=false", f"core.hooksPath={os.devnull}", "core.quotePath=false")
"""Settings of git that hold whatever a user set.

Only commands are run that read no settings of how a user likes to see things (``log.*``, ``diff.*``,
``format.*``): rev-list and diff-tree rather than log and show.
"""

_COMMIT: Final = re.compile(r"[0-9a-f]{40}|[0-9a-f]{64}")
_WITHOUT_INDEX: Final = {"GIT_INDEX_FILE": ".there-is-no-index"}
_PIECE: Final = 1 << 16


class GitFailed(Failure):
    """Raised when git did not answer; the text says why in one sentence for a user."""


def git_program() -> str | None:
    """Returns the path of git; None where it isn't installed, or is found by a relative path only."""
    program = shutil.which("git")
    return program if program and Path(program).is_absolute() else None


def repository(root: Path) -> "Git | None":
    """Opens the repository that ``root`` lies in; None without git or without a repository.

    Raises:
        GitFailed: git refuses to read the repository.
    """
    program = git_program()
    if program is None:
        return None
    git = Git(root, program)
    try:
        inside = git.run("rev-parse", "--is-inside-work-tree")
    except GitFailed as fault:
        if "not a git repository" in str(fault):
            return None
        raise
    return git if inside.strip() == b"true" else None


def own_cache(root: Path) -> str | None:
    """Returns the folder that keeps results for later; None where it is not the repository's own."""
    return CACHE if is_own(root, CACHE) else None


def is_own(root: Path, path: str) -> bool:
    """Tests whether what is at ``path`` below ``root`` can only have been left by earlier builds here.

    False where it may have come with the repository, so that a proposal can't bring forged results: where
    something of it was committed, or a link leads elsewhere.
    """
    folder = root / path
    if folder.is_symlink() or folder.parent.is_symlink():
        return False
    try:
        git = repository(root)
        return git is None or not git.run("ls-files", "-z", "--", path)
    except GitFailed:
        return False


@dataclass(frozen=True)
class Git:
    """Git (2.31 or later) in the repository that ``root`` lies in; all paths are relative to ``root``."""

    root: Path
    program: str

    def run(self, *arguments: str, given: bytes = b"", index: bool = True) -> bytes:
        """Runs a git command and returns what it prints.

        Args:
            arguments: the command and its arguments.
            given: what it reads.
            index: whether it reads the index. Some commands do without need, and would fail on a damaged one.

        Raises:
            GitFailed: it ended with an error, or could not be started.
        """
        try:
            completed = subprocess.run(
                self._command_line(*arguments),
                cwd=self.root,
                env=_environment() | ({} if index else _WITHOUT_INDEX),
                input=given,
                capture_output=True,
                check=False,
            )
        except OSError as fault:
            raise GitFailed(f"git could not be started: {fault.strerror}.") from None
        if completed.returncode:
            raise GitFailed(_reason(completed.stderr.decode("utf-8", "replace")))
        return completed.stdout

    def resolve(self, revision: str) -> str:
        """Returns the id of the commit that ``revision``, an untrusted text, names.

        Raises:
            GitFailed: it names no commit.
        """
        commit = ""
        # No revision begins with a hyphen or holds a NUL; git would read such a text as something else.
        if revision and not revision.startswith("-") and "\0" not in revision:
            arguments = ("rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
            with suppress(GitFailed, UnicodeEncodeError):
                commit = self.run(*arguments).decode("ascii", "replace").strip()
        if not _COMMIT.fullmatch(commit):
            raise GitFailed(
                f"There is no revision {revision[:200]!r} in this repository{self._shallow_note()}."
            )
        return commit

    @property
    def shallow(self) -> bool:
        """Whether the repository is a clone without its older commits."""
        return self.run("rev-parse", "--is-shallow-repository").strip() == b"true"

    def blobs(self) -> "Blobs":
        """Makes a reader of files' contents, to be used in a ``with`` statement."""
        return Blobs(self)

    def _shallow_note(self) -> str:
        return "; it is a shallow clone, and `git fetch --unshallow` fetches the rest" if self.shallow else ""

    def _command_line(self, *arguments: str) -> list[str]:
        settings = (part for setting in _SETTINGS for part in ("-c", setting))
        return [self.program, "--no-pager", *settings, *arguments]


@dataclass
class Blobs:
    """Reader of files' contents by their ids: one process of git, started at the first request."""

    git: Git
    _process: subprocess.Popen[bytes] | None = field(default=None, init=False)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._process is not None:
            self._process.kill()  # it may be in the middle of an answer that nobody reads
            self._process.communicate()
            self._process = None

    def read(self, blob: str) -> bytes | None:
        """Reads the bytes of a blob; None, without keeping them, for more than `MOST_BYTES`.

        Raises:
            GitFailed: the repository lacks the blob, or git stopped.
        """
        process = self._process = self._process or self._start_process()
        assert process.stdin is not None and process.stdout is not None
        try:
            process.stdin.write(f"{blob}\n".encode("ascii"))
            process.stdin.flush()
        except OSError:
            raise GitFailed("git stopped in the middle of its answers.") from None
        answer = process.stdout.readline().split()
        if len(answer) != 3 or answer[1] != b"blob":
            raise GitFailed(f"The repository lacks the file contents {blob}.")
        size = int(answer[2])
        if size > MOST_BYTES:
            left = size + 1
            while left and (piece := process.stdout.read(min(left, _PIECE))):
                left -= len(piece)
            return None
        data = process.stdout.read(size + 1)[:-1]
        if len(data) != size:
            raise GitFailed("git stopped in the middle of its answers.")
        return data

    def _start_process(self) -> subprocess.Popen[bytes]:
        try:
            return subprocess.Popen(
                self.git._command_line("cat-file", "--batch"),
                cwd=self.git.root,
                env=_environment(),
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
            )
        except OSError as fault:
            raise GitFailed(f"git could not be started: {fault.strerror}.") from None


def _environment() -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if name not in _OF_ANOTHER_REPOSITORY}
    return {**kept, **_ENVIRONMENT}


def _reason(stderr: str) -> str:
    """Makes one sentence of git's error output."""
    if "dubious ownership" in stderr:
        return (
            "git does not read this repository, because another user owns it; "
            "`git config --global --add safe.directory FOLDER` permits it."
        )
    lines = [line for line in stderr.splitlines() if line.startswith(("fatal: ", "error: "))] or ["no reason"]
    return f"git failed: {lines[-1].partition(': ')[2] or lines[-1]}."
