"""Puts a newly built site in the old one's place in one step, and refuses to replace what isn't ours."""

import ctypes
import errno
import os
import re
import secrets
import shutil
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import Final

from generator.files.folder import NotPlain, opened, relative_to
from generator.files.lock import Busy, locked

# A folder with this file in it was built by us, and may be replaced as a whole.
MARK: Final = ".briefing-site"
_MARK_TEXT: Final = (
    "The briefing generator wrote this folder. The next build replaces all of it but hidden files.\n"
)
# A folder that holds no more than these counts as empty.
_NOTHING: Final = frozenset({".gitignore", ".gitkeep", ".DS_Store"})
# The kernel's RENAME_EXCHANGE and the same of macOS, RENAME_SWAP, have one value.
_EXCHANGE: Final = 2
_AT_FDCWD: Final = -100


class SwapFailed(Exception):  # noqa: N818 (it says what happened)
    """The site can't be replaced; the text says why and what to do, and the old site is untouched."""


@contextmanager
def staging(site: Path, root: Path | None = None, patience: float = 0.0) -> Iterator[Path]:
    """An empty folder beside ``site`` to build into; when the block ends well, it becomes the site.

    Holds a lock meanwhile, and first clears away what killed builds left. When the block raises, or
    the process is killed, ``site`` stays as it was.

    Args:
        site: the folder to replace; it may be missing.
        root: a repository; where ``site`` lies below it, no link is followed on the way there.
        patience: seconds to wait for another build of the same site.

    Raises:
        SwapFailed: ``site`` isn't ours to replace, or its place can't be written.
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
    """Make the folder that the site stands in."""
    below = relative_to(root, site.parent) if root is not None else None
    if root is None or below is None:
        site.parent.mkdir(parents=True, exist_ok=True)
        return
    with opened(root, below, make=True):
        pass


def swap(new: Path, site: Path) -> None:
    """Put ``new`` in the place of ``site`` in one step and delete the old one.

    On Linux and macOS the two are exchanged, so that ``site`` is never missing. Elsewhere, and on file
    systems that can't, it's missing for the time between two renames; `staging` repairs that if we are
    killed right then. Hidden files of the old site, as a committed ``.gitignore``, are kept.

    Args:
        new: a finished site, on the same file system; gone afterwards.
        site: the folder to replace; it may be missing.

    Raises:
        SwapFailed: ``site`` isn't ours to replace, or the system refuses; ``site`` is as it was.
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
    # Should a file resist, the new site is in place all the same, and the next build tries again.
    shutil.rmtree(old, ignore_errors=True)


def check(site: Path) -> None:
    """Refuse a place where a site can't be put without destroying something that isn't ours.

    Raises:
        SwapFailed: a link, a mount point, a file, or a folder with content and without our mark.
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
    """Mark a folder as a site of ours, which the next build may replace."""
    (site / MARK).write_text(_MARK_TEXT, encoding="utf-8", newline="\n")


def _beside(site: Path, kind: str) -> Path:
    return site.with_name(f".{site.name}-{kind}-{secrets.token_hex(6)}")


def _recover(site: Path) -> None:
    """Put back a site that a killed swap had moved aside, and delete what killed builds left."""
    pattern = re.compile(rf"\.{re.escape(site.name)}-(new|old)-[0-9a-f]{{12}}")
    left = sorted(
        entry
        for entry in site.parent.iterdir()
        if pattern.fullmatch(entry.name) and entry.is_dir() and not entry.is_symlink()
    )
    for folder in left:
        if f"{site.name}-old-" in folder.name and not site.exists():
            folder.rename(site)
        else:
            shutil.rmtree(folder, ignore_errors=True)


def _exchange(one: Path, other: Path) -> bool:
    """Exchange two folders in one step; False, with nothing changed, where that can't be done."""
    if sys.platform == "win32":
        return False
    libc = ctypes.CDLL(None)
    first, second = os.fsencode(one), os.fsencode(other)
    if hasattr(libc, "renameat2"):
        result = libc.renameat2(_AT_FDCWD, first, _AT_FDCWD, second, ctypes.c_uint(_EXCHANGE))
    elif hasattr(libc, "renamex_np"):
        result = libc.renamex_np(first, second, ctypes.c_uint(_EXCHANGE))
    else:
        return False
    # Why it failed doesn't matter: two renames work, or tell the reason themselves.
    return bool(result == 0)


def _rename_both(new: Path, site: Path) -> Path:
    """Exchange by two renames; returns where the old site went."""
    old = _beside(site, "old")
    try:
        site.rename(old)
    except OSError as error:
        # A folder that came with a container image's lower layer can't be renamed. When nothing was
        # built there yet, it can be removed instead.
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
