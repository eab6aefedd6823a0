"""Writing and removal of files below a root, one by one or as a folder of generated files."""

from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Final

from generator.files.content import Content, Tree, bytes_of, key_of_content, tree_of
from generator.files.folder import Folder, State, opened, plain_parts

# Committed with the folder, because MkDocs stops before any hook when its docs_dir is missing.
KEEP: Final = ".gitignore"
_IGNORE_ALL: Final = b"*\n!.gitignore\n"

Stamps = dict[str, tuple[str, State]]
"""What was written to the files of a folder, by path: the key of the content (see `key_of_content`), and the
state of the file then. While the file has that state, it has that content."""


def write_file(root: Path, path: str, content: bytes) -> None:
    """Writes the file ``path`` below ``root``, with the folders above it; see `Folder.write`.

    Raises:
        NotPlain: a part of the path is a link, or it is no regular file.
        OSError: it can't be written; the old file is unchanged.
    """
    *above, name = plain_parts(path)
    with opened(root, "/".join(above), make=True) as folder:
        folder.write(name, content)


def create_files(root: Path, path: str, contents: Mapping[str, bytes]) -> None:
    """Writes new files into the folder ``path`` below ``root``: all of them, or none.

    Args:
        contents: by name.

    Raises:
        FileExistsError: one of them is there; it is as it was.
        NotPlain: a part of the path is a link or no folder.
        OSError: one can't be written.
    """
    with opened(root, path, make=True) as folder:
        made: list[str] = []
        try:
            for name, content in contents.items():
                folder.create(name)
                made.append(name)
                folder.write(name, content)
        except BaseException:
            for name in made:
                with suppress(OSError):
                    folder.remove(name)
            raise


def replace_files(
    root: Path, path: str, contents: Mapping[str, Content], stamps: Stamps | None = None
) -> Stamps:
    """Makes the folder ``path`` below ``root`` hold these files and its ``.gitignore``, and nothing else.

    A file that has the right bytes already isn't touched, so that a preview that watches the folder settles.
    Each other file is replaced in one step. Links in the folder are removed, never followed.

    Args:
        path: a folder of generated files; made when it's missing.
        contents: by path below the folder, with forward slashes.
        stamps: those of the folder when it was last written: a file as it was then isn't read.

    Returns:
        the stamps of the folder as it is now.

    Raises:
        ValueError: a file's path is absolute, leaves the folder or can't stand beside another one; or the
            folder holds files and no ``.gitignore`` that ignores all of them, so it isn't a folder of
            generated files. Nothing has been touched then.
        NotPlain: a part of ``path`` is a link or no folder.
        OSError: the folder can't be written.
    """
    _check_paths(contents)
    tree = tree_of(contents)
    keys = {name: key_of_content(content) for name, content in contents.items()}
    written: Stamps = {}
    with opened(root, path, make=True) as folder:
        _ensure_generated(folder)
        _remove_stale(folder, {**tree, KEEP: b""})
        for name, state in _write_tree(folder, "", tree, keys, stamps or {}):
            written[name] = (keys[name], state)
    return written


def _check_paths(contents: Mapping[str, object]) -> None:
    """Refuses paths that lead out of the folder, or that not every file system can keep apart."""
    seen: dict[str, str] = {}
    for path in contents:
        parts = plain_parts(path)
        if not parts or path == KEEP:
            raise ValueError(f"The path {path!r} is the folder's own.")
        # Folders in a path count as well: "a" and "a/b" can't both be there.
        for length in range(1, len(parts) + 1):
            name = "/".join(parts[:length])
            kind = name if length == len(parts) else name + "/"
            earlier = seen.setdefault(name.casefold(), kind)
            if earlier != kind:
                raise ValueError(f"The paths {earlier!r} and {kind!r} can't both be written.")


def _ensure_generated(folder: Folder) -> None:
    """Marks an empty folder as one of generated files; refuses a folder with files and no such mark."""
    if not folder.entries():
        folder.write(KEEP, _IGNORE_ALL)
    where = folder.root / folder.path
    if folder.kind(KEEP) is None or b"*" not in folder.read(KEEP).split():
        raise ValueError(
            f"{where} doesn't look like a folder of generated pages: it holds files, but no {KEEP} with "
            f'the line "*". Look what is in it; if nothing of it is needed, delete the folder.'
        )


def _remove_stale(folder: Folder, tree: Tree) -> None:
    """Removes stale files, links, and folders that hold none of the files."""
    for entry in folder.entries():
        wanted = tree.get(entry.name)
        if entry.kind == "folder":
            if isinstance(wanted, dict):
                with folder.folder(entry.name) as inner:
                    _remove_stale(inner, wanted)
            else:
                folder.remove_folder(entry.name)
        elif wanted is None or isinstance(wanted, dict) or entry.kind != "file":
            folder.remove(entry.name)


def _write_tree(
    folder: Folder, below: str, tree: Tree, keys: Mapping[str, str], stamps: Stamps
) -> Iterator[tuple[str, State]]:
    """Writes the files whose bytes differ, and makes folders for them; yields the state of each file."""
    for name, wanted in sorted(tree.items()):
        path = below + name
        if isinstance(wanted, dict):
            with folder.folder(name, make=True) as inner:
                yield from _write_tree(inner, f"{path}/", wanted, keys, stamps)
            continue
        state = folder.state(name)
        if state is None or stamps.get(path) != (keys[path], state):
            content = bytes_of(wanted)
            if state is None or folder.read(name, len(content)) != content:
                folder.write(name, content)
            state = folder.state(name)
        if state is not None:
            yield path, state
