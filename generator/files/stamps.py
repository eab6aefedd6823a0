"""Stamps, kept from one build to the next, so that a file that stands as it was written isn't read."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from generator.files.cache import cached
from generator.files.content import Content
from generator.files.package import code_id
from generator.files.write import Stamps, replace_files

KIND: Final = "stamps"
"""Name of these results in the cache."""


def read_stamps(root: Path, cache: str | None, folder: str) -> Stamps:
    """Returns the stamps of a folder that an earlier build kept; none where there are none.

    Args:
        cache: the folder of the cache below ``root``; None for no cache.
        folder: the name under which they were kept.
    """
    with cached(root, cache, KIND, code_id()) as results:
        data = results.get(folder)
    written = json.loads(data) if data is not None else {}
    return {path: (key, tuple(state)) for path, (key, state) in written.items()}


def keep_stamps(root: Path, cache: str | None, folder: str, stamps: Stamps) -> None:
    """Keeps the stamps of a folder for later builds."""
    with cached(root, cache, KIND, code_id()) as results:
        results.put(folder, json.dumps(stamps, separators=(",", ":")).encode())


def replace_stamped(root: Path, path: str, contents: Mapping[str, Content], cache: str | None) -> Stamps:
    """Does what `replace_files` does, and keeps the stamps; returns them."""
    stamps = replace_files(root, path, contents, read_stamps(root, cache, path))
    keep_stamps(root, cache, path, stamps)
    return stamps
