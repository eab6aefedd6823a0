"""Repositories with a site of their own, built as this one's is."""

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Final

import pytest

from generator.cli import main
from tests.paths import GOLDEN, REPOSITORY, copy_settings
from tests.read.git.commits import Commits

MadeOnce = Callable[[str, Callable[[Path], None]], Path]

ADDRESS: Final = "https://example.org/repository/"
BRIDGE: Final = "briefings/oldmere-bridge/briefing.yml"
FERRY: Final = "briefings/ferry-timetable/briefing.yml"


def build(root: Path, **settings: str) -> None:
    """Build the site of a repository that has its briefings; the rest is copied from this repository.

    Settings are variables of the environment, by which mkdocs.yml is told the site's address and others.
    """
    for name in ("templates", "generator"):
        shutil.copytree(REPOSITORY / name, root / name, ignore=shutil.ignore_patterns("__pycache__"))
    copy_settings(root)
    (root / "build" / "pages").mkdir(parents=True)
    with pytest.MonkeyPatch.context() as patch:
        for name in ("SITE_URL", "BRIEFING_REPOSITORY", "BRIEFING_CONTACT", "BRIEFING_SITE"):
            patch.delenv(name, raising=False)
        patch.delenv("BRIEFING_PAGES_READY", raising=False)
        for name, value in settings.items():
            patch.setenv(name, value)
        assert main(["build", "--root", str(root)]) == 0


def build_golden(root: Path) -> None:
    """Build the golden repository's site. One topic more in it is called as one of its actors is."""
    shutil.copytree(GOLDEN, root)
    golden = (root / BRIDGE).read_text(encoding="utf-8")
    text = golden.replace(
        "topics: [bridges, wend-valley]", "topics: [bridges, wend-valley, harbour-office]", 1
    )
    assert text != golden
    (root / BRIDGE).write_text(text, encoding="utf-8")
    build(root, SITE_URL=ADDRESS)


def build_golden_with_history(root: Path) -> None:
    """Build the golden repository with a second current briefing, and a history: a claim was reworded."""
    shutil.copytree(GOLDEN, root)
    ferry = (root / FERRY).read_text(encoding="utf-8")
    (root / FERRY).write_text(ferry.replace("status: archived", "status: published", 1), encoding="utf-8")
    commits = Commits(root, root)
    commits.git("init", "--quiet")
    text = (root / BRIDGE).read_text(encoding="utf-8")
    before = text.replace("says that the road bridge stays closed", "says that the bridge stays closed", 1)
    assert before != text
    commits.commit({BRIDGE: before})
    commits.commit({BRIDGE: text})
    build(
        root,
        SITE_URL=ADDRESS,
        BRIEFING_REPOSITORY="https://example.org/team/briefings",
        BRIEFING_CONTACT="corrections+site@team.example",
    )
