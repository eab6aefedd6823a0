"""The base of the work in a clone: where it left the branch that is published, as far as the clone knows."""

from contextlib import suppress
from dataclasses import dataclass

from generator.read.git.command import Git, GitFailed


@dataclass(frozen=True)
class Base:
    """The commit from which the work set out, and the name of the branch that has it."""

    name: str
    commit: str


def base_of(git: Git, branch: str) -> Base | None:
    """Finds the base without asking any other host; None where the clone knows none.

    The branch is the first of these that there is: the one that ``origin`` shows by default, ``branch`` of
    ``origin``, and ``branch`` here, unless it is checked out. The base is where it and the work parted, so
    that nothing seems to be gone which others have added since.

    Args:
        git: the repository.
        branch: the name of the branch that is published.
    """
    for name in (_default(git), f"origin/{branch}", "" if _checked_out(git) == branch else branch):
        prefix = "refs/remotes/" if name.startswith("origin/") else "refs/heads/"
        with suppress(GitFailed):
            if name:
                tip = git.resolve(f"{prefix}{name}")
                return Base(name, git.resolve(git.run("merge-base", "HEAD", tip).decode().strip()))
    return None


def _default(git: Git) -> str:
    """The branch that ``origin`` shows by default, as ``origin/main``; empty where it is unknown."""
    return _branch_behind(git, "refs/remotes/origin/HEAD").removeprefix("refs/remotes/")


def _checked_out(git: Git) -> str:
    """The branch that is checked out; empty where a commit is."""
    return _branch_behind(git, "HEAD").removeprefix("refs/heads/")


def _branch_behind(git: Git, name: str) -> str:
    with suppress(GitFailed):
        return git.run("symbolic-ref", "--quiet", name).decode("utf-8", "replace").strip()
    return ""
