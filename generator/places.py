"""Places in a repository that several rooms name: briefings, registry, settings, and what is kept."""

from typing import Final

FOLDER: Final = "briefings"
"""Folder of the briefings, each in a folder of its own."""

REGISTRY: Final = f"{FOLDER}/actors.yml"
"""File of the actors that briefings share."""

CONFIG: Final = "mkdocs.yml"
"""Settings of the site, and of the site builder."""

CACHE: Final = "build/cache"
"""Folder of the results that earlier commands kept."""
