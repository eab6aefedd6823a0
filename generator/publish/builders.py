"""Site builders: their names, the arguments with which each builds, and the folder that they read."""

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
