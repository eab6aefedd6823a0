"""Reading and listing of files below a root: plain files and folders, nothing else."""

from collections.abc import Iterator
from pathlib import Path

from generator.files.folder import Folder, NotPlain, opened, plain_parts


def read_file(root: Path, path: str, most: int | None = None) -> bytes:
    """Reads the file ``path`` below ``root``; see `Folder.read`.

    Raises:
        NotPlain: a part of the path is a link, or it is no regular file.
        OSError: it is missing, or can't be read.
    """
    *above, name = plain_parts(path)
    with opened(root, "/".join(above)) as folder:
        return folder.read(name, most)


def plain_files(root: Path, path: str = "") -> tuple[list[str], list[NotPlain]]:
    """Lists all regular files in the folder ``path`` below ``root`` and in its folders.

    Returns:
        the files' paths relative to that folder, sorted, and an error for each link, pipe or device.

    Raises:
        NotPlain: the path is no folder, or leads through a link.
        OSError: it is missing, or can't be read.
    """
    errors: list[NotPlain] = []
    with opened(root, path) as folder:
        return sorted(_walk(folder, "", errors)), errors


def _walk(folder: Folder, below: str, errors: list[NotPlain]) -> Iterator[str]:
    for entry in folder.entries():
        if entry.kind == "folder":
            with folder.folder(entry.name) as inner:
                yield from _walk(inner, f"{below}{entry.name}/", errors)
        elif entry.kind == "file":
            yield below + entry.name
        else:
            path = f"{folder.path}/{entry.name}".removeprefix("/")
            errors.append(NotPlain(folder.root, path, entry.kind, "file"))
