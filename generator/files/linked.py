"""Folders that are made anew beside an old one, of which they share the files that are as they were."""

from collections.abc import Iterator, Mapping
from contextlib import ExitStack, suppress
from pathlib import Path

from generator.files.content import Content, Gone, Tree, bytes_of, key_of_content, tree_of
from generator.files.folder import Folder, NotPlain, State, opened
from generator.files.write import Stamps


def fill(new: Path, contents: Mapping[str, Content], old: Path | None, stamps: Stamps) -> list[str]:
    """Writes files into a new folder: hard links of those of an old one, where that has them.

    Args:
        new: a folder with none of the files.
        contents: by path below it.
        old: the other folder, which may be missing; None for none.
        stamps: what was written to the files of the old folder.

    Returns:
        the paths of contents that are `Gone`, of which no file was written.

    Raises:
        OSError: a file can't be written.
    """
    with ExitStack() as stack:
        into = stack.enter_context(opened(new))
        before = None
        if old is not None:
            with suppress(OSError, NotPlain):
                before = stack.enter_context(opened(old))
        return [*_fill(into, "", tree_of(contents), before, stamps)]


def _fill(new: Folder, below: str, tree: Tree, old: Folder | None, stamps: Stamps) -> Iterator[str]:
    for name, wanted in tree.items():
        path = below + name
        if isinstance(wanted, dict):
            with ExitStack() as stack:
                inner = stack.enter_context(new.folder(name, make=True))
                before = None
                if old is not None:
                    with suppress(OSError, NotPlain):
                        before = stack.enter_context(old.folder(name))
                yield from _fill(inner, f"{path}/", wanted, before, stamps)
            continue
        if old is not None and path in stamps and stamps[path] == (key_of_content(wanted), old.state(name)):
            # Refused by file systems without such links, and for a file that has very many.
            with suppress(OSError):
                new.link(name, old)
                continue
        try:
            new.write(name, bytes_of(wanted))
        except Gone:
            yield path


def move_files(root: Path, path: str, left_out: Mapping[str, object]) -> list[str]:
    """Moves all files of the folder ``path`` below ``root`` into that, but for some; returns their paths.

    Args:
        path: may be missing.
        left_out: paths of files that stay.

    Raises:
        OSError: a file can't be moved.
    """
    with opened(root) as into, opened(root, path, make=True) as source:
        return [*_move(into, source, "", left_out)]


def _move(new: Folder, other: Folder, below: str, left_out: Mapping[str, object]) -> Iterator[str]:
    for entry in other.entries():
        path = below + entry.name
        if entry.kind == "folder":
            with other.folder(entry.name) as source, new.folder(entry.name, make=True) as into:
                yield from _move(into, source, f"{path}/", left_out)
        elif path not in left_out:
            new.move(entry.name, other)
            yield path


def stamps_of(folder: Path, keys: Mapping[str, str]) -> Stamps:
    """Returns the stamps of a folder.

    Args:
        keys: those of its contents, by path; files that are missing have none.
    """
    with opened(folder) as top:
        return {path: (keys[path], state) for path, state in _states(top, "") if path in keys}


def _states(folder: Folder, below: str) -> Iterator[tuple[str, State]]:
    for entry in folder.entries():
        if entry.kind == "folder":
            with folder.folder(entry.name) as inner:
                yield from _states(inner, f"{below}{entry.name}/")
        elif (state := folder.state(entry.name)) is not None:
            yield below + entry.name, state
