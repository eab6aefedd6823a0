"""The proof that tests hold the code: the suite passes without any briefing, and with quite other ones."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from tests.example import example
from tests.paths import REPOSITORY

pytestmark = pytest.mark.long

# What a build or a test writes, what only this working copy has, and the content.
_LEFT_OUT = (".venv", ".git", ".hypothesis", ".coverage*", ".*_cache", ".cache", "__pycache__", "*.egg-info")
_LEFT_OUT_ABOVE = frozenset(["briefings", "build", "site", "dist", "htmlcov", "node_modules", ".site.lock"])


def no_briefing() -> Mapping[str, str]:
    return {".gitkeep": ""}


def example_as_draft_and_published() -> Mapping[str, str]:
    draft = example()
    assert draft["briefing.yml"].count("status: draft\n") == 1
    published = draft["briefing.yml"].replace("status: draft\n", "status: published\n")
    briefings = {"harbour-wall": draft, "quay-wall": {**draft, "briefing.yml": published}}
    return {f"{slug}/{path}": text for slug, files in briefings.items() for path, text in files.items()}


def run(root: Path, *command: str) -> str:
    """What a command prints that ends with 0; like a contributor's call, not like one of this test run."""
    passed_on = {
        name: value for name, value in os.environ.items() if not name.startswith(("PYTEST_", "COV", "GIT_"))
    }
    done = subprocess.run(
        command,
        cwd=root,
        env={**passed_on, "GIT_CONFIG_GLOBAL": os.devnull, "PYTHONUTF8": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, f"{command} ended with {done.returncode}:\n{done.stdout}"
    return done.stdout


def copy_with(root: Path, content: Mapping[str, str]) -> None:
    """This repository as a fresh clone at ``root``, with these files below briefings/."""

    def left_out(folder: str, names: list[str]) -> set[str]:
        above = _LEFT_OUT_ABOVE if Path(folder) == REPOSITORY else frozenset()
        return {*shutil.ignore_patterns(*_LEFT_OUT)(folder, names), *above.intersection(names)}

    shutil.copytree(REPOSITORY, root, ignore=left_out)
    for folder in ("build/pages", "site"):
        (root / folder).mkdir(parents=True)
        shutil.copy(REPOSITORY / folder / ".gitignore", root / folder)
    for path, text in content.items():
        file = root / "briefings" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8", newline="\n")
    run(root, "git", "init", "--quiet")
    run(root, "git", "add", "--all")
    who = ("-c", "user.name=An Editor", "-c", "user.email=editor@example.org")
    run(root, "git", *who, "commit", "--quiet", "--message=Another content")


# Which lines and branches the suite reaches is judged here, for that takes as long again as the tests do.
@pytest.mark.parametrize(
    ("content", "judged"), [(no_briefing, ()), (example_as_draft_and_published, ("--cov",))]
)
def test_suite_passes_whatever_the_content(
    content: Callable[[], Mapping[str, str]], judged: tuple[str, ...], tmp_path: Path
) -> None:
    root = tmp_path / "repository"
    copy_with(root, content())
    run(root, sys.executable, "-m", "generator", "check")
    run(root, sys.executable, "-m", "generator", "build")
    assert "words of method/" in run(root, sys.executable, "-m", "tools.budget")
    suite = ("-q", "-n", "auto", "-m", "not long", "-p", "no:cacheprovider")
    told = run(root, sys.executable, "-m", "pytest", *suite, *judged)
    assert " passed" in told
    assert ("Required test coverage of 95.0% reached" in told) is bool(judged)
