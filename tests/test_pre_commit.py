"""The hook that a repository of briefings may name in its .pre-commit-config.yaml."""

import re
import shlex
import shutil
import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator import cli
from tests.check.cases import MINIMAL
from tests.paths import REPOSITORY
from tests.read.git.commits import Commits, new_repository

(HOOK,) = yaml.safe_load((REPOSITORY / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
PATH = "briefings/harbour/briefing.yml"


@pytest.fixture
def made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Commits:
    """A repository of briefings with one commit, in which commands are run."""
    made = new_repository(tmp_path / "repository")
    shutil.copytree(MINIMAL, made.root, dirs_exist_ok=True)
    made.commit({})
    monkeypatch.chdir(made.root)
    return made


def run_entry() -> int:
    program, *arguments = shlex.split(HOOK["entry"])
    settings: dict[str, Any] = tomllib.loads((REPOSITORY / "pyproject.toml").read_text(encoding="utf-8"))
    assert settings["project"]["scripts"][program] == "generator.cli:main"
    return cli.main(arguments)


def test_hook_runs_once_for_all_briefings_that_changed() -> None:
    assert set(HOOK) == {"id", "name", "description", "entry", "language", "files", "pass_filenames"}
    assert (HOOK["language"], HOOK["pass_filenames"]) == ("python", False)
    assert re.search(HOOK["files"], PATH)
    assert not re.search(HOOK["files"], "tests/briefings/a.txt")


def test_entry_passes_what_is_right(made: Commits, capsys: pytest.CaptureFixture[str]) -> None:
    made.write({PATH: (made.root / PATH).read_text().replace("title: The closed", "title: The shut")})
    made.git("add", "--all")
    assert run_entry() == 0
    assert capsys.readouterr() == ("", "")


def test_entry_stops_what_is_wrong_in_what_changed_alone(
    made: Commits, capsys: pytest.CaptureFixture[str]
) -> None:
    broken = (made.root / PATH).read_text().replace("stays closed until", "stays shut until")
    made.write({PATH: broken})
    made.git("add", "--all")
    assert run_entry() == 1
    assert "quote-differs" in capsys.readouterr().out
    made.commit({})
    assert run_entry() == 0  # the control: it is no change any more
