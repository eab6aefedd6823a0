"""Makes a folder hold exactly the rendered pages, touching only what differs."""

import os
import secrets
import shutil
from collections.abc import Mapping
from pathlib import Path, PurePosixPath
from typing import Final

# Committed with the folder, because MkDocs stops before any hook when its docs_dir is missing.
_KEEP: Final = ".gitignore"
_IGNORE_ALL: Final = "*\n!.gitignore\n"


def write_pages(pages: Mapping[str, str | bytes], folder: Path) -> None:
    """Make ``folder`` hold ``pages`` and its ``.gitignore``, and nothing else.

    A file whose bytes are right already isn't touched, so that a preview which watches the folder
    settles. Each other file is replaced in one step. Symbolic links are replaced, never followed.

    Args:
        pages: path below ``folder``, with forward slashes, to text (written as UTF-8) or bytes.
        folder: a folder of generated pages; made when it's missing.

    Raises:
        ValueError: a path is absolute, leaves the folder or can't stand beside another one; or the
            folder holds files and no ``.gitignore`` that ignores all of them, so it isn't a folder of
            generated pages. Nothing has been touched then.
        OSError: the folder can't be written.
    """
    contents = {
        path: text.encode("utf-8") if isinstance(text, str) else text for path, text in sorted(pages.items())
    }
    _check(contents)
    _open(folder)
    folders = {str(parent) for path in contents for parent in PurePosixPath(path).parents} - {"."}
    _sweep(folder, "", contents, folders)
    for name in sorted(folders):
        (folder / name).mkdir(exist_ok=True)
    for path, content in contents.items():
        if not _same(folder / path, content):
            _replace(folder / path, content)


def _check(contents: Mapping[str, bytes]) -> None:
    """Refuse paths that lead out of the folder, or that not every file system can keep apart."""
    seen: dict[str, str] = {}
    for path in contents:
        parts = path.split("/")
        if any(part in ("", ".", "..") for part in parts) or any(char in path for char in "\\:\0"):
            raise ValueError(f"The page path {path!r} isn't a plain path below the pages folder.")
        if path == _KEEP:
            raise ValueError(f"The page path {path!r} is the pages folder's own file.")
        # Folders in a path count as well: "a" and "a/b" can't both be there.
        for length in range(1, len(parts) + 1):
            name = "/".join(parts[:length])
            kind = name if length == len(parts) else name + "/"
            other = seen.setdefault(name.casefold(), kind)
            if other != kind:
                raise ValueError(f"The page paths {other!r} and {kind!r} can't both be written.")


def _open(folder: Path) -> None:
    """Make sure that ``folder`` is one that we may clear."""
    if folder.is_symlink():
        raise ValueError(f"{folder} is a symbolic link. Remove it, so that a real folder can be made there.")
    folder.mkdir(parents=True, exist_ok=True)
    keep = folder / _KEEP
    if keep.is_symlink():
        raise ValueError(f"{keep} is a symbolic link. Remove it, so that a real file can be made there.")
    if not any(folder.iterdir()):
        _replace(keep, _IGNORE_ALL.encode())
    if not keep.is_file() or "*" not in keep.read_text(encoding="utf-8").split():
        raise ValueError(
            f"{folder} doesn't look like a folder of generated pages: it holds files, but no {_KEEP} with "
            f'the line "*". Look what is in it; if nothing of it is needed, delete the folder.'
        )


def _sweep(folder: Path, below: str, contents: Mapping[str, bytes], folders: set[str]) -> None:
    """Delete what isn't to be there: stale files, links, and folders that no page is in."""
    with os.scandir(folder / below) as entries:
        found = list(entries)
    for entry in found:
        path = f"{below}/{entry.name}" if below else entry.name
        if entry.is_dir(follow_symlinks=False):
            if path in folders:
                _sweep(folder, path, contents, folders)
            else:
                shutil.rmtree(entry.path)
        elif path != _KEEP and not (path in contents and entry.is_file(follow_symlinks=False)):
            os.unlink(entry.path)  # noqa: PTH108 (a Path for each of thousands of entries is slow)


def _same(path: Path, content: bytes) -> bool:
    try:
        return path.stat().st_size == len(content) and path.read_bytes() == content
    except FileNotFoundError:
        return False


def _replace(path: Path, content: bytes) -> None:
    """Write beside, then rename over: a reader sees the old bytes or the new ones."""
    # Hidden, so that MkDocs passes over one that a killed run left; the next run sweeps it away.
    beside = path.with_name(f".new-{secrets.token_hex(6)}")
    try:
        with beside.open("xb") as file:
            file.write(content)
        beside.replace(path)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise
