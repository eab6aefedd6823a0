"""The documents say what the code does: commands, targets, examples."""

import re

import pytest

from generator.cli import main
from generator.cli.group import all_commands
from tests.conftest import Repository
from tests.example import example
from tests.paths import REPOSITORY


def test_readme_names_every_command() -> None:
    text = (REPOSITORY / "README.md").read_text(encoding="utf-8")
    told = set(re.findall(r"^\| `([a-z]+)` \|", text, re.MULTILINE))
    assert told == set(all_commands())


def test_readme_names_every_option_of_each_command() -> None:
    text = (REPOSITORY / "README.md").read_text(encoding="utf-8")
    rows = dict(re.findall(r"^\| `([a-z]+)` \| (.*) \|$", text, re.MULTILINE))
    for name, command in all_commands().items():
        options = {option for parameter in command.params for option in parameter.opts if option[:2] == "--"}
        assert options - {"--root", "--quiet"} <= set(re.findall(r"--[a-z-]+", rows[name])), name


def test_readme_names_only_targets_that_the_makefile_has() -> None:
    makefile = (REPOSITORY / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z]+):.*##", makefile, re.MULTILINE))
    for name in ("README.md", "CONTRIBUTING.md"):
        told = set(re.findall(r"`?make ([a-z]+)", (REPOSITORY / name).read_text(encoding="utf-8")))
        assert told & targets, name
        assert told - targets <= {"it"}, name


def test_ci_runs_what_the_readme_tells() -> None:
    script = (REPOSITORY / ".ci" / "run").read_text(encoding="utf-8")
    assert re.findall(r"^make (.+)$", script, re.MULTILINE) == ["test", "prove", "site", "budget"]


def test_the_example_of_contributing_has_no_fault(
    repository: Repository, capsys: pytest.CaptureFixture[str]
) -> None:
    root = repository({f"briefings/the-harbour-wall/{path}": text for path, text in example().items()})
    # Nor a hint, for it is told to be written until the command is silent.
    status = main(["check", "--hints", "--root", str(root)])
    assert (status, *capsys.readouterr()) == (0, "", "")
