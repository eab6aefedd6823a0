"""Folder: a folder below a root, opened part by part, so that no link on the way to it or in it is followed.

What a repository holds may have been proposed by anybody: a link among its folders would let a build read,
overwrite or delete files that are not its own. Where the system can open a path relative to an open folder
(Linux, macOS), folders that are exchanged during a build are not followed either; elsewhere each part is
checked before it is used.
"""

import errno
import os
import secrets
import shutil
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import Final, Literal

Kind = Literal["file", "folder", "link", "other"]
"""Kind of an entry of a folder. Pipes, sockets and devices are "other", as are junctions on Windows."""

State = tuple[int, int, int, int, int]
"""Mode, size in bytes, times of the last change of the content and of the entry, number of the file."""

TEMPORARY: Final = ".new-"
"""Prefix of the name of a file that is being written; a killed process may leave one."""

_BY_DESCRIPTOR: Final = {os.open, os.mkdir, os.unlink, os.stat, os.rename} <= os.supports_dir_fd and (
    os.scandir in os.supports_fd and shutil.rmtree.avoids_symlink_attacks
)
_PLAIN: Final = os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC if _BY_DESCRIPTOR else getattr(os, "O_BINARY", 0)
_WORDS: Final = {
    "link": "{path} is a symbolic link. Remove it, so that a real {wanted} can stand there.",
    "other": "{path} is no regular {wanted}. Remove it, so that a real {wanted} can stand there.",
    "file": "{path} is a file. Remove it, so that a folder can stand there.",
    "folder": "{path} is a folder. Remove it, so that a file can stand there.",
}


class NotPlain(ValueError):  # noqa: N818 (it says what the path is)
    """Raised for a path below the root that is a link, or not the regular file or folder that is wanted.

    Attributes:
        path: relative to the root, with forward slashes.
        kind: the kind of what is there.
    """

    def __init__(self, root: Path, path: str, kind: Kind, wanted: Literal["file", "folder"]) -> None:
        self.path = path
        self.kind = kind
        super().__init__(_WORDS[kind].format(path=root / path, wanted=wanted))


@dataclass(frozen=True)
class Entry:
    """Entry of a folder."""

    name: str
    kind: Kind


@contextmanager
def opened(root: Path, path: str = "", *, make: bool = False) -> Iterator["Folder"]:
    """Opens the folder ``path`` below ``root``; links on the way to ``root`` itself are followed.

    Args:
        root: an existing folder.
        path: relative to it, with forward slashes; empty for the root.
        make: whether missing folders are made.

    Raises:
        ValueError: the path is no plain path below the root.
        NotPlain: a part of it is a link, or no folder.
        OSError: it is missing, or can't be opened.
    """
    parts = plain_parts(path)
    if not _BY_DESCRIPTOR:
        folder = Folder(root, "", -1)
        for part in parts:
            folder = folder._subfolder(part, make=make)
        folder.entries()  # Raises now for a folder that can't be read, as opening it does elsewhere.
        yield folder
        return
    descriptor = os.open(root, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        folder = Folder(root, "", descriptor)
        for part in parts:
            inner = folder._subfolder(part, make=make)
            os.close(descriptor)
            folder, descriptor = inner, inner._descriptor
        yield folder
    finally:
        os.close(descriptor)


def plain_parts(path: str) -> list[str]:
    """Splits a path below a root into its parts.

    Raises:
        ValueError: it is absolute, leaves the root, or has a part that is no plain file name.
    """
    parts = path.split("/") if path else []
    if any(part in ("", ".", "..") or not {"\\", ":", "\0"}.isdisjoint(part) for part in parts):
        raise ValueError(f"{path!r} isn't a plain path below a folder.")
    return parts


def relative_to(root: Path, path: Path) -> str | None:
    """Returns the path below ``root``, with forward slashes; None if it lies elsewhere. Follows no link."""
    absolute, base = os.path.abspath(path), os.path.abspath(root)  # noqa: PTH100 (resolve() would follow links)
    try:
        below = PurePath(absolute).relative_to(base).as_posix()
    except ValueError:
        return None
    return "" if below == "." else below


class Folder:
    """An open folder.

    Attributes:
        root: the root that it was opened below.
        path: relative to the root, with forward slashes; empty for the root itself.
    """

    def __init__(self, root: Path, path: str, descriptor: int) -> None:
        self.root = root
        self.path = path
        self._descriptor = descriptor

    @contextmanager
    def folder(self, name: str, *, make: bool = False) -> Iterator["Folder"]:
        """Opens the folder ``name`` in this one; see `opened`."""
        inner = self._subfolder(name, make=make)
        try:
            yield inner
        finally:
            if _BY_DESCRIPTOR:
                os.close(inner._descriptor)

    def entries(self) -> list[Entry]:
        """Lists the entries of the folder, by name."""
        with os.scandir(self._descriptor if _BY_DESCRIPTOR else self._full_path("")) as entries:
            return sorted(
                (Entry(entry.name, _entry_kind(entry)) for entry in entries), key=lambda entry: entry.name
            )

    def kind(self, name: str) -> Kind | None:
        """Returns the kind of the entry with this name; None where there is none."""
        try:
            return _stat_kind(self._status(name))
        except FileNotFoundError:
            return None

    def read(self, name: str, most: int | None = None) -> bytes:
        """Reads a regular file: all of it, or at most ``most`` + 1 bytes, so that a longer file shows.

        Raises:
            NotPlain: it is a link, a folder, or anything else that is no regular file.
            OSError: it is missing, or can't be read.
        """
        descriptor = self._open_file(name, os.O_RDONLY)
        with os.fdopen(descriptor, "rb") as file:
            return file.read() if most is None else file.read(most + 1)

    def write(self, name: str, content: bytes) -> None:
        """Writes a temporary file and renames it, so that a reader sees the old bytes or the new ones.

        Raises:
            NotPlain: a link, a folder, or anything else that is no regular file stands there.
            OSError: the folder can't be written; the file is as it was.
        """
        if (kind := self.kind(name)) not in (None, "file"):
            raise self._not_plain(name, kind, "file")
        # A hidden name, so that site builders skip a file that a killed process left.
        temporary = f"{TEMPORARY}{secrets.token_hex(6)}"
        flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | _PLAIN
        try:
            with os.fdopen(self._system_open(temporary, flags), "wb") as file:
                file.write(content)
            if _BY_DESCRIPTOR:
                os.replace(temporary, name, src_dir_fd=self._descriptor, dst_dir_fd=self._descriptor)
            else:
                self._full_path(temporary).replace(self._full_path(name))
        except BaseException:
            with suppress(FileNotFoundError):
                self.remove(temporary)
            raise

    def touch(self, name: str) -> None:
        """Makes an empty file where there is none.

        Raises:
            NotPlain: a link, a folder, or anything else that is no regular file stands there.
            OSError: it can't be made or written.
        """
        os.close(self._open_file(name, os.O_RDWR | os.O_CREAT))

    def create(self, name: str) -> None:
        """Makes an empty file, which no other process has then made.

        Raises:
            FileExistsError: something has that name.
            OSError: it can't be made.
        """
        (name,) = plain_parts(name)
        os.close(self._system_open(name, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _PLAIN))

    def size(self, name: str) -> int:
        """Returns the size of a file in bytes; of a link, that of its own text."""
        return self._status(name).st_size

    def state(self, name: str) -> State | None:
        """Returns what the system tells of an entry, which changes whenever it is written; None of none."""
        try:
            status = self._status(name)
        except FileNotFoundError:
            return None
        times = (status.st_mtime_ns, status.st_ctime_ns)
        return (status.st_mode, status.st_size, *times, status.st_ino)

    def link(self, name: str, other: "Folder") -> None:
        """Makes a hard link of the file ``name`` in another folder here, under the same name.

        Raises:
            OSError: it can't be made, or something has that name.
        """
        if _BY_DESCRIPTOR:
            os.link(
                name,
                name,
                src_dir_fd=other._descriptor,
                dst_dir_fd=self._descriptor,
                follow_symlinks=False,
            )
        else:
            os.link(other._full_path(name), self._full_path(name), follow_symlinks=False)

    def move(self, name: str, other: "Folder") -> None:
        """Moves the file ``name`` of another folder here, in place of one that may be here.

        Raises:
            OSError: it can't be moved.
        """
        if _BY_DESCRIPTOR:
            os.replace(name, name, src_dir_fd=other._descriptor, dst_dir_fd=self._descriptor)
        else:
            other._full_path(name).replace(self._full_path(name))

    def remove(self, name: str) -> None:
        """Removes a file, or a link itself.

        Raises:
            OSError: there is none, or it can't be removed.
        """
        if _BY_DESCRIPTOR:
            os.unlink(name, dir_fd=self._descriptor)
        else:
            self._full_path(name).unlink()

    def remove_folder(self, name: str) -> None:
        """Removes a folder with its contents; links in it are removed and never followed.

        Raises:
            NotPlain: it is a link, or no folder.
            OSError: it can't be removed whole.
        """
        if (kind := self.kind(name)) != "folder":
            raise self._not_plain(name, kind, "folder")
        if _BY_DESCRIPTOR:
            shutil.rmtree(name, dir_fd=self._descriptor)
        else:
            shutil.rmtree(self._full_path(name))

    def _subfolder(self, name: str, *, make: bool) -> "Folder":
        """Opens the folder ``name`` in this one; the caller closes its descriptor."""
        (name,) = plain_parts(name)
        path = f"{self.path}/{name}" if self.path else name
        if make:
            with suppress(FileExistsError):
                if _BY_DESCRIPTOR:
                    os.mkdir(name, dir_fd=self._descriptor)
                else:
                    self._full_path(name).mkdir()
        if not _BY_DESCRIPTOR:
            if (kind := self.kind(name)) != "folder":
                raise self._not_plain(name, kind, "folder")
            return Folder(self.root, path, -1)
        try:
            return Folder(self.root, path, self._system_open(name, os.O_RDONLY | os.O_DIRECTORY | _PLAIN))
        except OSError as fault:
            if fault.errno in (errno.ELOOP, errno.ENOTDIR):
                raise self._not_plain(name, self.kind(name), "folder") from None
            raise

    def _status(self, name: str) -> os.stat_result:
        if _BY_DESCRIPTOR:
            return os.stat(name, dir_fd=self._descriptor, follow_symlinks=False)
        return self._full_path(name).lstat()

    def _open_file(self, name: str, flags: int) -> int:
        """Opens a regular file and returns its descriptor."""
        if not _BY_DESCRIPTOR and (kind := self.kind(name)) not in (None, "file"):
            raise self._not_plain(name, kind, "file")
        try:
            descriptor = self._system_open(name, flags | _PLAIN)
        except OSError as fault:
            if fault.errno == errno.ELOOP:
                raise self._not_plain(name, "link", "file") from None
            raise
        if not stat.S_ISREG((status := os.fstat(descriptor)).st_mode):
            os.close(descriptor)
            raise self._not_plain(name, _stat_kind(status), "file")
        return descriptor

    def _system_open(self, name: str, flags: int) -> int:
        if _BY_DESCRIPTOR:
            return os.open(name, flags, 0o666, dir_fd=self._descriptor)
        return os.open(self._full_path(name), flags, 0o666)

    def _full_path(self, name: str) -> Path:
        return self.root / self.path / name

    def _not_plain(
        self, name: str, kind: Kind | None, wanted: Literal["file", "folder"]
    ) -> OSError | NotPlain:
        """Makes the error for an entry of this kind; None is a missing entry."""
        path = f"{self.path}/{name}" if self.path else name
        if kind is None:
            return FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), str(self.root / path))
        return NotPlain(self.root, path, kind, wanted)


def _entry_kind(entry: os.DirEntry[str]) -> Kind:
    return _stat_kind(entry.stat(follow_symlinks=False))


def _stat_kind(status: os.stat_result) -> Kind:
    if stat.S_ISLNK(status.st_mode):
        return "link"
    # A junction is a folder that leads elsewhere.
    if getattr(status, "st_file_attributes", 0) & getattr(stat, "FILE_ATTRIBUTE_REPARSE_POINT", 0):
        return "other"
    if stat.S_ISDIR(status.st_mode):
        return "folder"
    return "file" if stat.S_ISREG(status.st_mode) else "other"
