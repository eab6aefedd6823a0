"""Site builders: their names, the arguments with which each builds, and what they read."""

import re
from typing import Final

PAGES: Final = "build/pages"
"""Folder below the root to which the pages are written for the builder, as mkdocs.yml's docs_dir says."""

ARGUMENTS: Final = {
    "mkdocs": ("build", "--strict", "--site-dir"),
    "properdocs": ("build", "--strict", "--site-dir"),
    # Has no --site-dir, so mkdocs.yml takes it from the environment. Without --clean it reuses a stale cache.
    "zensical": ("build", "--strict", "--clean"),
}
BUILDERS: Final = tuple(ARGUMENTS)

_VARIABLE: Final = re.compile(r"!ENV\s+(?:\[([^\]]*)\]|(\S+))")


def variables_in(config: str) -> list[str]:
    """Returns the names of the environment variables that settings read, with words that might be some."""
    found = (match[1] or match[2] for match in _VARIABLE.finditer(config))
    return sorted({name for names in found for name in re.findall(r"\w+", names)})
