"""Reading of files that a person names on the command line, wherever they lie."""

import stat
from pathlib import Path


def read_given(path: Path, most: int) -> bytes:
    """Reads at most ``most`` + 1 bytes of a regular file, so that a longer one shows; links are followed.

    Raises:
        OSError: it is missing, no regular file, or can't be read.
    """
    if not stat.S_ISREG(path.stat().st_mode):  # Looked at first, for to open a pipe may wait for ever.
        raise OSError("it is no regular file")
    with path.open("rb") as file:
        return file.read(most + 1)
