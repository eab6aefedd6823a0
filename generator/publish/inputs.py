"""Checks that a site builder reads only plain files below the root.

A site builder follows symbolic links, and publishes what they lead to.
"""

from pathlib import Path

from generator.files.folder import NotPlain, relative_to
from generator.files.walk import plain_files


def input_faults(root: Path, overrides: str | Path | None) -> list[str]:
    """Tell, in a sentence each, which files of the theme overrides a site builder must not read.

    Args:
        root: the folder of mkdocs.yml.
        overrides: the folder of theme overrides, relative to ``root`` or absolute; None where there is none.
    """
    faults: list[str] = []
    if overrides is not None:
        below = relative_to(root, root / overrides)
        if not below:
            return [f"The theme's custom_dir must be a folder below {root}: {overrides} is none."]
        try:
            _, not_plain = plain_files(root, below)
            faults += map(str, not_plain)
        except FileNotFoundError:
            pass  # the site builder reports it
        except NotPlain as fault:
            faults.append(str(fault))
    return faults
