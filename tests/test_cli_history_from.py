"""`check --against` and the pages of changes, with a day or a revision where the site was first published."""

from pathlib import Path

import pytest

from generator.cli import main
from generator.model.settings import Settings
from generator.read.git.command import GitFailed, repository
from generator.read.git.log import time_of
from tests.read.git.commits import Commits, new_repository

BRIEFING = """\
title: The wall
as_of: '2025-11-22'
status: published
bottom_line:
  - {text: The wall holds $a., claims: [CLAIM]}
claims:
  - {id: CLAIM, text: The wall holds., by: article, evidence: {a: The wall holds until spring}}
questions: []
"""
PATH = "briefings/wall/briefing.yml"


@pytest.fixture
def made(tmp_path: Path) -> Commits:
    """A claim's id went after the first commit."""
    commits = new_repository(tmp_path / "repository")
    commits.commit(
        {
            PATH: BRIEFING.replace("CLAIM", "holds"),
            "briefings/wall/articles/a.txt": "The wall holds until spring.",
        },
        date="2025-11-20T12:00:00+0000",
    )
    commits.commit({PATH: BRIEFING.replace("CLAIM", "stands")}, date="2025-11-22T12:00:00+0000")
    return commits


def _settings(commits: Commits, history_from: str) -> None:
    commits.write({"mkdocs.yml": f"site_name: x\nextra:\n  briefings:\n    history_from: {history_from}\n"})


def test_an_id_that_went_after_the_first_publication_is_missed(
    made: Commits, capsys: pytest.CaptureFixture[str]
) -> None:
    for begin in ("2025-11-20", "HEAD~1"):
        _settings(made, begin)
        assert main(["check", "--root", str(made.root), "--against", "HEAD~1"]) == 1
        assert "The claim 'holds' is gone" in capsys.readouterr().out


def test_an_id_that_went_before_it_may_go(made: Commits, capsys: pytest.CaptureFixture[str]) -> None:
    for begin in ("2025-11-21", "HEAD"):
        _settings(made, begin)
        assert main(["check", "--root", str(made.root), "--against", "HEAD~1"]) == 0
        assert capsys.readouterr().out == ""


def test_a_revision_that_is_not_there_is_told(made: Commits, capsys: pytest.CaptureFixture[str]) -> None:
    _settings(made, "no-such-tag")
    assert main(["check", "--root", str(made.root), "--against", "HEAD~1"]) == 2
    assert "no-such-tag" in capsys.readouterr().err


def test_the_time_of_a_day_is_its_first_second_and_that_of_a_revision_its_commit(made: Commits) -> None:
    git = repository(made.root)
    assert git is not None
    assert time_of(git, "2025-11-21") == "2025-11-21T00:00:00Z"
    assert time_of(git, "HEAD~1") == "2025-11-20T12:00:00Z"
    with pytest.raises(GitFailed):
        time_of(git, "no-such-tag")


@pytest.mark.parametrize(
    ("zone", "expected"),
    [
        ("UTC", "2025-11-21T00:00:00Z"),
        ("Asia/Tokyo", "2025-11-20T15:00:00Z"),
        ("America/New_York", "2025-11-21T05:00:00Z"),
    ],
)
def test_a_day_begins_in_the_site_s_time_zone(made: Commits, zone: str, expected: str) -> None:
    git = repository(made.root)
    assert git is not None
    assert time_of(git, "2025-11-21", Settings(time_zone=zone)) == expected
    with pytest.raises(GitFailed, match=r"^There is no day 2025-02-30\.$"):
        time_of(git, "2025-02-30")


def test_a_revision_without_a_date_is_told(made: Commits) -> None:
    git = repository(made.root)
    assert git is not None
    made.undate()
    with pytest.raises(GitFailed, match=r"^The revision 'HEAD' has no date that can be read\.$"):
        time_of(git, "HEAD")


def test_a_commit_without_a_date_is_told_beside_the_pages(
    made: Commits, capsys: pytest.CaptureFixture[str]
) -> None:
    (made.root / "briefings/wall/articles/c.txt").write_text("A third article.\n", encoding="utf-8")
    made.commit({})
    commit = made.undate()
    assert main(["render", "--root", str(made.root)]) == 0
    assert capsys.readouterr().err == (
        f"Commit {commit} has no date that can be read: what it changed is told with the next change.\n"
    )
