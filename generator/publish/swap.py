"""Replaces the old site by a newly built one in one step, if the generator made the old one."""

import ctypes
import errno
import os
import re
import secrets
import shutil
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager, suppress
from functools import partial
from pathlib import Path
from typing import Final

from generator.failure import Failure
from generator.files.folder import NotPlain, opened, relative_to
from generator.files.lock import Busy, locked

# A folder with this file was written by the generator, and may be replaced as a whole.
MARK: Final = ".briefing-site"
_MARK_TEXT: Final = (
    "The briefing generator wrote this folder. The next build replaces all of it but hidden files.\n"
)
# A folder with nothing but these counts as empty.
_NOTHING: Final = frozenset({".gitignore", ".gitkeep", ".DS_Store"})
# Linux's RENAME_EXCHANGE and macOS's RENAME_SWAP have the same value.
_EXCHANGE: Final = 2
_AT_FDCWD: Final = -100


class SwapFailed(Failure):
    """The site can't be replaced; the text says why and what to do. The old site is untouched."""


@contextmanager
def staging(site: Path, root: Path | None = None, patience: float = 0.0) -> Iterator[Path]:
    """Give an empty folder beside ``site`` to build into, which becomes the site when the block succeeds.

    Holds a lock meanwhile, and first removes what killed builds left. When the block raises, or the process
    is killed, ``site`` stays as it was.

    Args:
        site: the folder to replace; it may be missing.
        root: a repository; where ``site`` lies below it, the path to it must have no symbolic link.
        patience: seconds to wait for another build of the same site.

    Raises:
        SwapFailed: ``site`` isn't the generator's to replace, or its place can't be written.
        Busy: another build of the same site is running.
    """
    site = Path(os.path.abspath(site))  # noqa: PTH100 (resolve() would follow the link that we refuse)
    check(site)
    with ExitStack() as stack:
        try:
            _make_parent(site, root)
            stack.enter_context(locked(site.parent, "", f".{site.name}.lock", patience))
            _recover(site)
            new = _beside(site, "new")
            new.mkdir()
        except Busy:
            raise Busy(
                f"Another build of {site} is running. Wait until it has ended, then try again."
            ) from None
        except NotPlain as fault:
            raise SwapFailed(str(fault)) from None
        except OSError as error:
            raise SwapFailed(
                f"The new site can't be made in {site.parent}, beside the old one: {error.strerror}. Make "
                f"that folder writable, or name another place with --site."
            ) from error
        stack.callback(shutil.rmtree, new, ignore_errors=True)
        yield new
        swap(new, site)


def _make_parent(site: Path, root: Path | None) -> None:
    """Make the folder above the site's."""
    below = relative_to(root, site.parent) if root is not None else None
    if root is None or below is None:
        site.parent.mkdir(parents=True, exist_ok=True)
        return
    with opened(root, below, make=True):
        pass


def swap(new: Path, site: Path) -> None:
    """Replace ``site`` by ``new`` in one step and delete the old site.

    On Linux and macOS the two are exchanged, so that ``site`` is never missing. Elsewhere, and on file
    systems that can't, it is missing between two renames; if the process is killed then, `staging` repairs
    it. Hidden files of the old site, as a committed ``.gitignore``, are kept.

    Args:
        new: a finished site, on the same file system; gone afterwards.
        site: the folder to replace; it may be missing.

    Raises:
        SwapFailed: ``site`` isn't the generator's to replace, or the system refuses; it is as it was then.
    """
    check(site)
    try:
        mark(new)
        if not site.exists():
            new.rename(site)
            return
        for entry in site.iterdir():
            if entry.name.startswith(".") and not (new / entry.name).exists():
                shutil.copy2(entry, new / entry.name, follow_symlinks=False)
        shutil.copymode(site, new)
        old = new if _exchange(new, site) else _rename_both(new, site)
    except OSError as error:
        raise SwapFailed(
            f"The new site can't take the place of {site}: {error.strerror or error}. The old site is as it "
            f"was. Close the programs that use it, or delete it yourself, or name another place with --site."
        ) from error
    _delete(old)


def _delete(old: Path) -> None:
    """Delete an old site, several folders at once, as the system takes its time over each file.

    Where a file can't be deleted, the new site is in place anyway, and the next build tries again.
    """
    with suppress(OSError), ThreadPoolExecutor() as threads:
        inner = [path for folder in _folders(old) for path in (*_folders(folder), folder)]
        for _ in threads.map(partial(shutil.rmtree, ignore_errors=True), inner):
            pass
    shutil.rmtree(old, ignore_errors=True)


def _folders(folder: Path) -> list[Path]:
    return [path for path in folder.iterdir() if path.is_dir() and not path.is_symlink()]


def check(site: Path) -> None:
    """Refuse a place where a site would replace something that the generator didn't write.

    Raises:
        SwapFailed: it is a link, a mount point, a file, or a folder with content and without `MARK`.
    """
    if site.is_symlink():
        raise SwapFailed(f"{site} is a symbolic link. Name the folder that it points at instead.")
    if not site.exists():
        return
    if not site.is_dir():
        raise SwapFailed(f"{site} is a file. Name a folder for the site.")
    if os.path.ismount(site):
        raise SwapFailed(
            f"{site} is a mount point, which can't be replaced. Name a folder inside it instead."
        )
    try:
        names = {entry.name for entry in site.iterdir()}
    except OSError as error:
        raise SwapFailed(f"{site} can't be read: {error.strerror}.") from error
    if names - _NOTHING and MARK not in names:
        raise SwapFailed(
            f"{site} holds files that the generator didn't write (it has no {MARK}), and a build would "
            f"delete them. Name another place with --site, or empty the folder first."
        )
    for name in sorted(names):
        if name.startswith(".") and (site / name).is_dir():
            raise SwapFailed(
                f"{site} holds the folder {name}, which isn't part of a built site and would be lost. Move "
                f"it away, or name another place with --site."
            )


def mark(site: Path) -> None:
    """Mark a folder as a site of the generator, which the next build may replace."""
    (site / MARK).write_text(_MARK_TEXT, encoding="utf-8", newline="\n")


def _beside(site: Path, kind: str) -> Path:
    return site.with_name(f".{site.name}-{kind}-{secrets.token_hex(6)}")


def _recover(site: Path) -> None:
    """Restore a site that a killed swap had moved away, and delete what killed builds left."""
    pattern = re.compile(rf"\.{re.escape(site.name)}-(new|old)-[0-9a-f]{{12}}")
    leftovers = sorted(
        entry
        for entry in site.parent.iterdir()
        if pattern.fullmatch(entry.name) and entry.is_dir() and not entry.is_symlink()
    )
    for folder in leftovers:
        if f"{site.name}-old-" in folder.name and not site.exists():
            folder.rename(site)
        else:
            shutil.rmtree(folder, ignore_errors=True)


def _exchange(new: Path, site: Path) -> bool:
    """Exchange two folders in one step; returns False, with nothing changed, where the system can't."""
    if sys.platform == "win32":
        return False
    libc = ctypes.CDLL(None)
    first, second = os.fsencode(new), os.fsencode(site)
    if hasattr(libc, "renameat2"):
        result = libc.renameat2(_AT_FDCWD, first, _AT_FDCWD, second, ctypes.c_uint(_EXCHANGE))
    elif hasattr(libc, "renamex_np"):
        result = libc.renamex_np(first, second, ctypes.c_uint(_EXCHANGE))
    else:
        return False
    # Why it failed doesn't matter, as two renames follow, which work or raise the reason.
    return bool(result == 0)


def _rename_both(new: Path, site: Path) -> Path:
    """Exchange two folders by two renames; returns the old site's new path."""
    old = _beside(site, "old")
    try:
        site.rename(old)
    except OSError as error:
        # A folder of a container image's lower layer can't be renamed. If it counts as empty, it can be
        # removed instead.
        if error.errno != errno.EXDEV or {entry.name for entry in site.iterdir()} - _NOTHING:
            raise
        shutil.rmtree(site)
        new.rename(site)
        return old
    try:
        new.rename(site)
    except BaseException:
        with suppress(OSError):
            old.rename(site)
        raise
    return old
