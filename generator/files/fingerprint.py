"""Fingerprints of folders: of all that their files hold, or of what the system tells of the files."""

import hashlib
import os
from collections.abc import Iterable
from pathlib import Path

from generator.files.folder import NotPlain
from generator.files.walk import plain_files, read_file


def contents_id(root: Path, paths: Iterable[str]) -> str | None:
    """Computes a hash of every file at some paths below ``root``; None where one is no plain file or folder.

    Args:
        paths: of files or folders; one that is missing counts as such.
    """
    digest = hashlib.sha256()
    try:
        for path in paths:
            if not (root / path).is_dir():
                found = [path]
            else:
                names, faults = plain_files(root, path)
                if faults:
                    return None
                found = [f"{path}/{name}" if path else name for name in names]
            for file in found:
                try:
                    content = read_file(root, file)
                except FileNotFoundError:
                    digest.update(f"\n{file} missing\n".encode("utf-8", "surrogateescape"))
                    continue
                digest.update(f"\n{file} {len(content)}\n".encode("utf-8", "surrogateescape") + content)
    except (NotPlain, OSError, ValueError):
        return None
    return digest.hexdigest()


def statuses_id(folder: Path) -> str | None:
    """Computes a hash of the paths, sizes and times of all files in a folder, without reading them.

    None where the folder can't be read, or holds a link.
    """
    digest = hashlib.sha256()
    waiting = [str(folder)]
    try:
        while waiting:
            path = waiting.pop()
            with os.scandir(path) as entries:
                listed = sorted(entries, key=lambda entry: entry.name)
            for entry in listed:
                status = entry.stat(follow_symlinks=False)
                if entry.is_symlink():
                    return None
                if entry.is_dir(follow_symlinks=False):
                    waiting.append(entry.path)
                told = f"{entry.path}\0{status.st_mode}\0"
                if not entry.is_dir(follow_symlinks=False):
                    told += f"{status.st_size}\0{status.st_mtime_ns}\0{status.st_ctime_ns}\0{status.st_ino}\0"
                digest.update(told.encode("utf-8", "surrogateescape"))
    except OSError:
        return None
    return digest.hexdigest()
