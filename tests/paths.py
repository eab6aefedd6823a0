"""Where things stand in this repository, for tests of its own files."""

from pathlib import Path
from typing import Final

REPOSITORY: Final = Path(__file__).resolve().parents[1]
GENERATOR: Final = REPOSITORY / "generator"
TEMPLATES: Final = REPOSITORY / "templates"
GOLDEN: Final = REPOSITORY / "tests" / "golden" / "input"
"""Four briefings that were made up for tests, with a registry; their pages are in ``golden/pages``."""


def copy_settings(root: Path) -> None:
    """Copy the site's settings into a repository, but not where this site's own history begins."""
    lines = (REPOSITORY / "mkdocs.yml").read_text(encoding="utf-8").splitlines(keepends=True)
    kept = (line for line in lines if not line.strip().startswith("history_from:"))
    (root / "mkdocs.yml").write_text("".join(kept), encoding="utf-8", newline="\n")
