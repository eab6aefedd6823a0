import errno
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.files.lock import Busy
from generator.publish import swap as module
from generator.publish.swap import MARK, SwapFailed, check, mark, staging, swap
from tests.paths import REPOSITORY

Snapshot = Callable[[Path], dict[str, bytes | str]]

posix = pytest.mark.skipif(sys.platform == "win32", reason="signals, links and modes are others there")

# Builds a new site; dies at the step of the swap that its third argument tells, counted from 1: after a
# rename, or before a folder is deleted. Once as many pages stand as its fourth argument tells, it waits.
_BUILD = """
import os, signal, sys
from pathlib import Path
from generator.publish import swap

site, exchange, die_at, wait_at = Path(sys.argv[1]), sys.argv[2] == "exchange", *map(int, sys.argv[3:])
count, rename, rmtree = 0, Path.rename, swap.shutil.rmtree

def step():
    global count
    count += 1
    if count == die_at:
        os.kill(os.getpid(), signal.SIGKILL)

def rename_and_step(self, target):
    rename(self, target)
    step()

def step_and_rmtree(*arguments, **options):
    step()
    rmtree(*arguments, **options)

Path.rename = rename_and_step
swap.shutil.rmtree = step_and_rmtree
if not exchange:
    swap._exchange = lambda one, other: False
with swap.staging(site) as new:
    for number in range(40):
        if number == wait_at:
            print("waiting", flush=True)
            signal.pause()
        (new / str(number)).mkdir()
        (new / str(number) / "index.html").write_text("new " * 999)
    (new / "index.html").write_text("new")
"""


@pytest.fixture(params=["exchange", "renames"])
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Both ways to put a site in place, whichever this system has."""
    if request.param == "renames":
        monkeypatch.setattr(module, "_exchange", lambda one, other: False)
    return str(request.param)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    folder = tmp_path / "out/site"
    (folder / "a").mkdir(parents=True)
    (folder / "index.html").write_text("old", encoding="utf-8")
    (folder / "a/index.html").write_text("old a", encoding="utf-8")
    (folder / ".gitignore").write_text("*\n", encoding="utf-8")
    mark(folder)
    return folder


def _names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


@pytest.mark.skipif(sys.platform not in ("linux", "darwin"), reason="no exchange there")
def test_this_system_exchanges(tmp_path: Path) -> None:
    (tmp_path / "one/1").mkdir(parents=True)
    (tmp_path / "two/2").mkdir(parents=True)
    assert module._exchange(tmp_path / "one", tmp_path / "two")
    assert (_names(tmp_path / "one"), _names(tmp_path / "two")) == (["2"], ["1"])
    assert not module._exchange(tmp_path / "one", tmp_path / "missing")


def test_new_site_takes_the_old_ones_place(site: Path, way: str, tree: Snapshot) -> None:
    with staging(site) as new:
        assert (new.parent, _names(new)) == (site.parent, [])
        assert _names(site.parent) == sorted([new.name, "site", ".site.lock"])
        (new / "index.html").write_text("new", encoding="utf-8")
        assert (site / "index.html").read_text(encoding="utf-8") == "old"
    assert tree(site) == {
        "index.html": b"new",
        ".gitignore": b"*\n",
        MARK: (site / MARK).read_bytes(),
    }
    assert _names(site.parent) == [".site.lock", "site"]


def test_missing_site_is_made_with_its_parents(tmp_path: Path) -> None:
    with staging(tmp_path / "a/b/site") as new:
        (new / "index.html").touch()
    assert _names(tmp_path / "a/b/site") == [MARK, "index.html"]
    assert _names(tmp_path / "a/b") == [".site.lock", "site"]


def test_failed_build_leaves_the_old_site(site: Path, tree: Snapshot) -> None:
    before = tree(site)
    with pytest.raises(ZeroDivisionError), staging(site) as new:
        (new / "index.html").write_text("new", encoding="utf-8")
        raise ZeroDivisionError
    assert tree(site) == before
    assert _names(site.parent) == [".site.lock", "site"]


@posix
def test_mode_of_the_folder(site: Path) -> None:
    site.chmod(0o750)
    with staging(site):
        pass
    assert site.stat().st_mode & 0o777 == 0o750
    mask = os.umask(0o022)
    try:
        with staging(site.with_name("other")):
            pass
    finally:
        os.umask(mask)
    assert site.with_name("other").stat().st_mode & 0o777 == 0o755  # a web server has to read it


@posix
@pytest.mark.parametrize(
    ("kind", "die_at", "left"),
    [("exchange", 1, "new"), ("renames", 1, "old"), ("renames", 2, "new"), ("renames", 3, "new")],
)
def test_killed_between_the_steps_of_a_swap(
    site: Path, tree: Snapshot, kind: str, die_at: int, left: str
) -> None:
    before = tree(site)
    command = [sys.executable, "-c", _BUILD, str(site), kind, str(die_at), "-1"]
    done = subprocess.run(command, cwd=REPOSITORY, check=False, capture_output=True)
    assert done.returncode == -9, done.stderr
    assert len(_names(site.parent)) > 1  # what the killed one left
    with pytest.raises(ZeroDivisionError), staging(site):
        raise ZeroDivisionError  # a next build that only clears up
    if left == "old":
        assert tree(site) == before
    else:
        assert (site / "index.html").read_text(encoding="utf-8") == "new"
        assert len(tree(site)) == 43
    assert _names(site.parent) == [".site.lock", "site"]


@posix
def test_killed_while_building_leaves_the_old_site(site: Path, tree: Snapshot) -> None:
    before = tree(site)
    for pages in (0, 1, 7, 39):
        command = [sys.executable, "-c", _BUILD, str(site), "exchange", "0", str(pages)]
        with subprocess.Popen(command, cwd=REPOSITORY, stdout=subprocess.PIPE, text=True) as build:
            assert build.stdout is not None
            assert build.stdout.readline() == "waiting\n"
            with pytest.raises(Busy, match=rf"^Another build of {site} is running\."), staging(site):
                pass
            build.kill()
            assert build.wait() == -9
        assert tree(site) == before
    assert len(_names(site.parent)) > 1  # what the killed one left
    with staging(site) as new:
        assert _names(site.parent) == sorted([new.name, "site", ".site.lock"])


def test_only_what_killed_builds_left_is_removed(site: Path, tmp_path: Path) -> None:
    kept = [".site-new-mine", ".site-newer", "site-new-0123456789ab", ".sitex-new-0123456789ab"]
    for name in [*kept, ".site-new-0123456789ab", ".site-old-0123456789ab"]:
        (site.parent / name).mkdir()
        (site.parent / name / "file").touch()
    if sys.platform != "win32":
        kept.append(".site-new-abcdef012345")
        (site.parent / kept[-1]).symlink_to(tmp_path)
    with staging(site):
        pass
    assert _names(site.parent) == sorted([*kept, "site", ".site.lock"])


@pytest.mark.parametrize("name", ["thesis.txt", ".profile", ".git"])
def test_foreign_folder_is_refused(tmp_path: Path, tree: Snapshot, name: str) -> None:
    home = tmp_path / "home"
    home.mkdir()
    (home / name).touch()
    before = tree(tmp_path)
    with (
        pytest.raises(SwapFailed, match=r"holds files that the generator didn't write .* --site"),
        staging(home),
    ):
        pass
    (tmp_path / "new").mkdir()
    with pytest.raises(SwapFailed):
        swap(tmp_path / "new", home)
    (tmp_path / "new").rmdir()
    assert tree(tmp_path) == before


@pytest.mark.parametrize("names", [[], [".gitignore"], [".gitignore", ".DS_Store"]])
def test_empty_folder_is_taken(tmp_path: Path, names: list[str]) -> None:
    for name in names:
        (tmp_path / name).touch()
    check(tmp_path)


def test_hidden_files_are_kept_and_hidden_folders_refused(site: Path) -> None:
    (site / ".htaccess").write_text("theirs", encoding="utf-8")
    with staging(site) as new:
        (new / ".gitignore").write_text("ours", encoding="utf-8")
    assert (site / ".htaccess").read_text(encoding="utf-8") == "theirs"
    assert (site / ".gitignore").read_text(encoding="utf-8") == "ours"
    (site / ".git").mkdir()
    with pytest.raises(SwapFailed, match=r"holds the folder \.git"):
        check(site)


@posix
def test_link_is_refused(site: Path) -> None:
    link = site.with_name("link")
    link.symlink_to(site)
    with pytest.raises(SwapFailed, match="is a symbolic link"), staging(link):
        pass
    link.unlink()
    link.symlink_to(site.with_name("missing"))
    with pytest.raises(SwapFailed, match="is a symbolic link"), staging(link):
        pass


def test_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "site").touch()
    with pytest.raises(SwapFailed, match="is a file"), staging(tmp_path / "site"):
        pass


@posix
def test_mount_point_is_refused() -> None:
    with pytest.raises(SwapFailed, match="is a mount point"), staging(Path("/")):
        pass


@posix
def test_parent_that_can_not_be_written(site: Path, tree: Snapshot) -> None:
    if os.geteuid() == 0:
        if sys.platform != "linux":
            pytest.skip("the superuser may write everywhere")
        place = Path("/proc/site")
        with pytest.raises(SwapFailed, match=r"can't be made in /proc, .* --site"), staging(place):
            pass
        return
    before = tree(site)
    site.parent.chmod(0o500)
    try:
        with (
            pytest.raises(SwapFailed, match=r"can't be made in .*: Permission denied.* --site"),
            staging(site),
        ):
            pass
    finally:
        site.parent.chmod(0o700)
    assert tree(site) == before


def test_second_rename_that_fails_is_taken_back(
    site: Path, tree: Snapshot, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = tree(site)
    real = Path.rename

    def rename(path: Path, target: Path) -> Path:
        if "-new-" in path.name:
            raise PermissionError(errno.EACCES, "in use")
        return real(path, target)

    monkeypatch.setattr(module, "_exchange", lambda one, other: False)
    monkeypatch.setattr(Path, "rename", rename)
    message = r"can't take the place of .*: in use\. The old site is as it was"
    with pytest.raises(SwapFailed, match=message), staging(site):
        pass
    assert tree(site) == before
    assert _names(site.parent) == [".site.lock", "site"]


@pytest.mark.parametrize("empty", [True, False])
def test_folder_of_a_container_images_lower_layer(
    site: Path, tree: Snapshot, monkeypatch: pytest.MonkeyPatch, empty: bool
) -> None:
    """Such a folder can't be renamed. With nothing built in it yet, it can be removed instead."""
    real = Path.rename

    def rename(path: Path, target: Path) -> Path:
        if path == site:
            raise OSError(errno.EXDEV, "Invalid cross-device link")
        return real(path, target)

    monkeypatch.setattr(module, "_exchange", lambda one, other: False)
    monkeypatch.setattr(Path, "rename", rename)
    if empty:
        for name in ("index.html", "a/index.html", MARK):
            (site / name).unlink()
        (site / "a").rmdir()
        with staging(site):
            pass
        assert _names(site) == [MARK, ".gitignore"]
    else:
        before = tree(site)
        with pytest.raises(SwapFailed, match="cross-device"), staging(site):
            pass
        assert tree(site) == before
    assert _names(site.parent) == [".site.lock", "site"]
