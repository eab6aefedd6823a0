"""The base of the work: which branch is taken, where it was left, and when there is none."""

from pathlib import Path

import pytest

from generator.read.git.base import Base, base_of
from generator.read.git.command import Git, repository
from tests.read.git.commits import Commits, new_repository


@pytest.fixture
def made(tmp_path: Path) -> Commits:
    made = new_repository(tmp_path / "repository")
    made.commit({"a.txt": "one"})
    return made


def _git(made: Commits) -> Git:
    git = repository(made.root)
    assert git is not None
    return git


def test_no_base_on_the_published_branch_itself_without_a_remote(made: Commits) -> None:
    assert base_of(_git(made), "main") is None


def test_local_branch_is_the_base_of_another(made: Commits) -> None:
    first = made.git("rev-parse", "HEAD")
    made.git("switch", "--quiet", "--create", "edit")
    made.commit({"a.txt": "two"})
    assert base_of(_git(made), "main") == Base("main", first)
    assert base_of(_git(made), "trunk") is None
    made.git("checkout", "--quiet", "--detach")
    assert base_of(_git(made), "main") == Base("main", first)


def test_base_is_where_the_work_parted_and_not_what_others_added_since(made: Commits) -> None:
    first = made.git("rev-parse", "HEAD")
    made.git("switch", "--quiet", "--create", "edit")
    made.commit({"b.txt": "mine"})
    made.git("switch", "--quiet", "main")
    made.commit({"c.txt": "theirs"})
    made.git("switch", "--quiet", "edit")
    assert base_of(_git(made), "main") == Base("main", first)


def test_remote_branch_comes_first_and_its_default_before_the_setting(made: Commits) -> None:
    first = made.git("rev-parse", "HEAD")
    second = made.commit({"a.txt": "two"})
    made.git("update-ref", "refs/remotes/origin/main", first)
    # On the published branch, too: what was not pushed yet is the work.
    assert base_of(_git(made), "main") == Base("origin/main", first)
    made.git("update-ref", "refs/remotes/origin/trunk", second)
    made.git("symbolic-ref", "refs/remotes/origin/HEAD", "refs/remotes/origin/trunk")
    assert base_of(_git(made), "main") == Base("origin/trunk", second)
    # One that was not fetched is passed over.
    made.git("symbolic-ref", "refs/remotes/origin/HEAD", "refs/remotes/origin/gone")
    assert base_of(_git(made), "main") == Base("origin/main", first)


def test_no_base_without_a_commit_or_a_common_one(made: Commits, tmp_path: Path) -> None:
    empty = new_repository(tmp_path / "empty")
    assert base_of(_git(empty), "main") is None
    made.git("switch", "--quiet", "--orphan", "apart")
    made.commit({"a.txt": "another beginning"})
    assert base_of(_git(made), "main") is None
