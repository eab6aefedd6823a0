"""What a site builder reads beside the pages: plain files below the root alone.

It follows links, and publishes what they lead to.
"""

from pathlib import Path

from generator.files.folder import NotPlain, relative_to
from generator.files.walk import plain_files


def input_faults(root: Path, overrides: str | Path | None) -> list[str]:
    """A sentence for each thing that a site builder must not read.

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
            _, found = plain_files(root, below)
            faults += map(str, found)
        except FileNotFoundError:
            pass  # the builder tells it
        except NotPlain as fault:
            faults.append(str(fault))
    return faults
