"""A small repository with real site settings, and pages that a stand-in for the generator renders."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.paths import REPOSITORY

# Renders each file below briefings/ as it stands; the word FAULT in one is an error.
_PIPELINE = """
from pathlib import Path
from generator.files.write import replace_files
from generator.publish.preview.trouble import Problem, Trouble

def write_pages(root: Path, into: str, *, drafts: bool, preview: bool):
    folder = root / "briefings"
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    pages = {path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8") for path in files}
    if drafts:
        pages["method.md"] += "With drafts."
    faulty = [path for path, text in pages.items() if "FAULT" in text]
    problems = [Problem(f"briefings/{path}", f"A <b>fault</b> in {path}.", "Mend it.") for path in faulty]
    text = "".join(f"briefings/{path}:1:1: error: a fault\\n" for path in faulty)
    if problems:
        return Trouble(tuple(problems), text)
    replace_files(root, into, pages)
"""

PAGES = {
    "index.md": "---\ntitle: Home\n---\n# Home\n\n[North](north/index.md#claim-one) [Who](actors/)\n",
    "actors/index.md": "---\ntitle: Who\nrobots: noindex\n---\n# Who\n\nZelenskiy “said” so.\n",
    "questions/index.md": "---\ntitle: Questions\nlast_changed: 2026-11-22\n---\n# Questions\n",
    "briefings/index.md": "---\ntitle: All briefings\n---\n# All briefings\n",
    "topics/index.md": "---\ntitle: Topics\n---\n# Topics\n",
    "changes/index.md": "---\ntitle: What changed\n---\n# What changed\n",
    "api/index.md": "---\ntitle: Data\n---\n# Data\n",
    "method.md": "---\ntitle: How to read this\n---\n# How to read this\n",
    "north/index.md": "---\ntitle: North\n---\n# North\n\n## One {#claim-one}\n\nText.\n",
    "assets/briefing.css": "mark { background: #fe8 }\n",
}

# Loaded by every Python that has its folder on its path: the clock of more than a year later.
_LATER = """
import datetime, time
real, add = time.time, 400 * 86400
time.time = lambda: real() + add
class Later(datetime.datetime):
    @classmethod
    def now(cls, tz=None):
        return super().now(tz) + datetime.timedelta(seconds=add)
    @classmethod
    def utcnow(cls):
        return super().utcnow() + datetime.timedelta(seconds=add)
datetime.datetime = Later
"""


@pytest.fixture
def make_root() -> Callable[[Path], Path]:
    """Makes a repository in a folder: real mkdocs.yml and hook, stand-in for the rest of the generator."""

    def make(root: Path) -> Path:
        left_out = shutil.ignore_patterns("__pycache__", "cli", "pipeline.py")
        shutil.copytree(REPOSITORY / "generator", root / "generator", ignore=left_out)
        (root / "generator/pipeline.py").write_text(_PIPELINE, encoding="utf-8")
        shutil.copy(REPOSITORY / "mkdocs.yml", root)
        (root / "templates/overrides").mkdir(parents=True)
        for folder in ("build/pages", "site"):
            (root / folder).mkdir(parents=True)
            (root / folder / ".gitignore").write_text("*\n!.gitignore\n", encoding="utf-8")
        for path, text in PAGES.items():
            file = root / "briefings" / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")
        return root

    return make


@pytest.fixture
def root(tmp_path: Path, make_root: Callable[[Path], Path], monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("SITE_URL", "BRIEFING_SITE", "BRIEFING_PAGES_READY", "SOURCE_DATE_EPOCH", "PYTHONPATH"):
        monkeypatch.delenv(name, raising=False)
    # The copied generator isn't what is to be measured.
    for name in ("COVERAGE_PROCESS_START", "COVERAGE_PROCESS_CONFIG"):
        monkeypatch.delenv(name, raising=False)
    return make_root(tmp_path / "root")


@pytest.fixture
def later(tmp_path: Path) -> Path:
    folder = tmp_path / "later"
    folder.mkdir()
    (folder / "sitecustomize.py").write_text(_LATER, encoding="utf-8")
    return folder
