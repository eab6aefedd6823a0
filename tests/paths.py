"""Where things stand in this repository, for tests of its own files."""

from pathlib import Path
from typing import Final

REPOSITORY: Final = Path(__file__).resolve().parents[1]
GENERATOR: Final = REPOSITORY / "generator"
TEMPLATES: Final = REPOSITORY / "templates"
GOLDEN: Final = REPOSITORY / "tests" / "golden" / "input"
"""Four briefings that were made up for tests, with a registry; their pages are in ``golden/pages``."""
