"""Running git: which repository it is, what a revision names, and what no stranger's words can do."""

import os
import tracemalloc
from pathlib import Path

import pytest

from generator.read.git.command import Git, GitFailed, git_program, is_own, repository
from generator.read.source import MOST_BYTES
from tests.read.git.commits import Commits, new_repository


@pytest.fixture(autouse=True)
def _no_settings_of_this_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)


@pytest.fixture
def made(tmp_path: Path) -> Commits:
    found = new_repository(tmp_path / "repository")
    found.commit({"a.txt": "one\n"})
    found.commit({"a.txt": "two\n"})
    return found


def _git(root: Path) -> Git:
    found = repository(root)
    assert found is not None
    return found


def test_no_git(made: Commits, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    assert git_program() is None
    assert repository(made.root) is None


def test_a_program_in_the_folder_that_is_looked_at_is_not_git(
    made: Commits, monkeypatch: pytest.MonkeyPatch
) -> None:
    made.write({"git": "#!/bin/sh\ntouch ran\n"})
    (made.root / "git").chmod(0o755)
    monkeypatch.chdir(made.root)
    monkeypatch.setenv("PATH", ".")
    assert repository(made.root) is None
    assert not (made.root / "ran").exists()


def test_no_repository(made: Commits, tmp_path: Path) -> None:
    assert repository(tmp_path) is None
    assert repository(made.root / ".git") is None
    assert repository(made.root) is not None


def test_no_folder(tmp_path: Path) -> None:
    with pytest.raises(GitFailed, match="could not be started"):
        repository(tmp_path / "nowhere")


def test_the_repository_of_another_user(made: Commits, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    with pytest.raises(GitFailed, match="another user owns it"):
        repository(made.root)


def test_a_hook_s_environment_names_no_other_repository(
    made: Commits, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = new_repository(tmp_path / "other")
    other.commit({"b.txt": "other\n"})
    expected = made.git("rev-parse", "HEAD")
    monkeypatch.setenv("GIT_DIR", str(other.root / ".git"))
    monkeypatch.setenv("GIT_WORK_TREE", str(other.root))
    monkeypatch.setenv("GIT_INDEX_FILE", str(other.root / ".git" / "index"))
    assert _git(made.root).resolve("HEAD") == expected


def test_revisions(made: Commits) -> None:
    head, before = made.git("rev-parse", "HEAD"), made.git("rev-parse", "HEAD~1")
    made.git("tag", "--annotate", "--message=First", "v1", "HEAD~1")
    made.git("branch", "$(touch${IFS}ran)-ветка")
    git = _git(made.root)
    assert [git.resolve(one) for one in ("HEAD", "main", head[:9], "$(touch${IFS}ran)-ветка")] == [head] * 4
    assert [git.resolve(one) for one in ("HEAD~1", "v1", "main^", before)] == [before] * 4
    assert not (made.root / "ran").exists()


@pytest.mark.parametrize(
    "revision",
    [
        *("", "-", "--all", "--output=ran", "-h", "nowhere", "HEAD~9", "HEAD:a.txt", "HEAD^{tree}", "f" * 40),
        *("^HEAD", "HEAD..HEAD", "HEAD HEAD", "HEAD\nHEAD", "HEAD\0", "\ud800", "`touch ran`", "; touch ran"),
    ],
)
def test_what_is_no_revision(made: Commits, revision: str) -> None:
    with pytest.raises(GitFailed, match=r"^There is no revision '.*' in this repository\.$") as told:
        _git(made.root).resolve(revision)
    assert str(told.value).isprintable()
    assert sorted(path.name for path in made.root.iterdir()) == [".git", "a.txt"]


def test_a_revision_that_a_shallow_clone_lacks(made: Commits, tmp_path: Path) -> None:
    made.git("clone", "--quiet", "--depth=1", made.root.as_uri(), str(tmp_path / "clone"))
    git = _git(tmp_path / "clone")
    assert git.shallow and not _git(made.root).shallow
    assert git.resolve("HEAD") == made.git("rev-parse", "HEAD")
    with pytest.raises(GitFailed, match="shallow clone"):
        git.resolve("HEAD~1")


def test_blobs(made: Commits) -> None:
    first, second = made.git("rev-parse", "HEAD~1:a.txt"), made.git("rev-parse", "HEAD:a.txt")
    binary = made.put("b", b"\0\r\n\xff" * 50_000)
    empty = made.put("c", b"")
    with _git(made.root).blobs() as blobs:
        assert [blobs.read(one) for one in (first, second, first, empty)] == [
            b"one\n",
            b"two\n",
            b"one\n",
            b"",
        ]
        assert blobs.read(binary) == b"\0\r\n\xff" * 50_000


def test_a_huge_blob_is_not_kept(made: Commits) -> None:
    whole = made.put("whole", b"x" * MOST_BYTES)
    huge = made.put("huge", b"x" * (4 * MOST_BYTES))
    small = made.git("rev-parse", "HEAD:a.txt")
    with _git(made.root).blobs() as blobs:
        tracemalloc.start()
        assert blobs.read(huge) is None
        peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        assert peak < MOST_BYTES
        assert blobs.read(small) == b"two\n"
        assert blobs.read(whole) == b"x" * MOST_BYTES


def test_what_is_no_blob_or_not_there(made: Commits) -> None:
    for id in (made.git("rev-parse", "HEAD"), "f" * 40):
        with _git(made.root).blobs() as blobs, pytest.raises(GitFailed, match=f"lacks .* {id}"):
            blobs.read(id)


def test_git_that_stops(made: Commits) -> None:
    blob = made.git("rev-parse", "HEAD:a.txt")
    with _git(made.root).blobs() as blobs:
        assert blobs.read(blob) == b"two\n"
        assert blobs._process is not None
        blobs._process.kill()
        blobs._process.wait()
        with pytest.raises(GitFailed, match="in the middle"):
            blobs.read(blob)


def test_nothing_runs_until_a_blob_is_read(made: Commits) -> None:
    with _git(made.root).blobs() as blobs:
        assert blobs._process is None


def test_replaced_objects_are_read_as_they_were(made: Commits) -> None:
    first, second = made.git("rev-parse", "HEAD~1:a.txt"), made.git("rev-parse", "HEAD:a.txt")
    made.git("replace", second, first)
    assert made.git("show", "HEAD:a.txt") == "one"  # the control: git itself would take the other
    with _git(made.root).blobs() as blobs:
        assert blobs.read(second) == b"two\n"


def test_a_partial_clone_fetches_nothing(made: Commits, tmp_path: Path) -> None:
    made.git("config", "uploadpack.allowFilter", "true")
    clone = tmp_path / "clone"
    made.git("clone", "--quiet", "--no-checkout", "--filter=blob:none", made.root.as_uri(), str(clone))
    blob = made.git("rev-parse", "HEAD:a.txt")
    with _git(clone).blobs() as blobs, pytest.raises(GitFailed):
        blobs.read(blob)
    # The control: git would have fetched it.
    assert Commits(clone, clone).git("show", "HEAD:a.txt") == "two"
    with _git(clone).blobs() as blobs:
        assert blobs.read(blob) == b"two\n"


def test_an_error_is_one_sentence(made: Commits) -> None:
    with pytest.raises(GitFailed, match=r"^git failed: [^\n]+\.$"):
        _git(made.root).run("log", "--no-such-option")


def test_only_what_no_proposal_can_bring_is_our_own(tmp_path: Path) -> None:
    root = tmp_path / "root"
    (root / "build" / "paper").mkdir(parents=True)
    assert is_own(root, "build/paper")
    commits = Commits(root, root)
    commits.git("init", "--quiet")
    commits.commit({"a.txt": "a"})
    (root / "build" / "paper" / "kept.pdf").write_bytes(b"%PDF")
    assert is_own(root, "build/paper")
    commits.commit({"build/paper/kept.pdf": b"%PDF forged"})
    assert not is_own(root, "build/paper")
    (root / "build" / "linked").symlink_to(tmp_path)
    assert not is_own(root, "build/linked")
    assert not is_own(root, "build/linked/below")
