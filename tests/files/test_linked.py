"""A folder that is made anew shares the files of the old one that stand as they were written, no others."""

import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.files.content import Gone, Kept
from generator.files.linked import fill, move_files, stamps_of
from generator.files.write import Stamps

Snapshot = Callable[[Path], dict[str, bytes | str]]

pytestmark = pytest.mark.usefixtures("way")


def _content(text: str) -> Kept:
    return Kept(f"key of {text}", text.encode)


def _unread(text: str) -> Kept:
    """A content of which nobody may ask for the bytes."""
    return Kept(f"key of {text}", lambda: pytest.fail("it was read"))


@pytest.fixture
def old(tmp_path: Path) -> tuple[Path, Stamps]:
    """A folder with two files, and its stamps."""
    site = tmp_path / "old"
    site.mkdir()
    contents = {"index.html": _content("home"), "a/b/page.html": _content("page")}
    assert fill(site, contents, None, {}) == []
    return site, stamps_of(site, {path: content.key for path, content in contents.items()})


def test_what_is_as_it_was_is_linked_and_not_read(
    old: tuple[Path, Stamps], tmp_path: Path, tree: Snapshot
) -> None:
    (new := tmp_path / "new").mkdir()
    wanted = {
        "index.html": _content("other"),
        "a/b/page.html": _unread("page"),
        "a/more.txt": _content("more"),
    }
    assert fill(new, wanted, *old) == []
    assert tree(new) == {"index.html": b"other", "a/b/page.html": b"page", "a/more.txt": b"more"}
    assert (new / "a/b/page.html").samefile(old[0] / "a/b/page.html")
    assert tree(old[0]) == {"index.html": b"home", "a/b/page.html": b"page"}


@pytest.mark.parametrize("change", ["written", "replaced", "mode", "gone", "folder", "link", "link above"])
def test_a_file_that_was_touched_is_written_anew(
    old: tuple[Path, Stamps], tmp_path: Path, tree: Snapshot, change: str
) -> None:
    file = old[0] / "a/b/page.html"
    if change == "written":
        times = (file.stat().st_atime_ns, file.stat().st_mtime_ns)
        file.write_bytes(b"PAGE")
        os.utime(file, ns=times)  # of the same size, with the old time
    elif change == "replaced":
        file.rename(tmp_path / "away")
        file.write_bytes(b"PAGE")
    elif change == "mode":
        file.chmod(0o600)
    else:
        file.rename(tmp_path / "away")
        if change == "folder":
            file.mkdir()
        elif change == "link":
            file.symlink_to(tmp_path / "away")
        elif change == "link above":
            file.parent.rmdir()
            (tmp_path / "other").mkdir()
            (tmp_path / "away").rename(tmp_path / "other/page.html")
            file.parent.symlink_to(tmp_path / "other")
    (new := tmp_path / "new").mkdir()
    assert fill(new, {"a/b/page.html": _content("page")}, *old) == []
    assert tree(new) == {"a/b/page.html": b"page"}
    assert (new / "a/b/page.html").stat().st_nlink == 1


def test_where_no_link_can_be_made_files_are_written(
    old: tuple[Path, Stamps], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, tree: Snapshot
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError("no links here")

    monkeypatch.setattr(os, "link", refuse)
    (new := tmp_path / "new").mkdir()
    assert fill(new, {"a/b/page.html": _content("page")}, *old) == []
    assert tree(new) == {"a/b/page.html": b"page"}


def test_content_that_is_gone_is_told(tmp_path: Path, tree: Snapshot) -> None:
    def gone() -> bytes:
        raise Gone

    assert fill(tmp_path, {"a.html": Kept("a", gone), "b.html": _content("b")}, None, {}) == ["a.html"]
    assert tree(tmp_path) == {"b.html": b"b"}


def test_files_are_moved_but_for_some(tmp_path: Path, tree: Snapshot) -> None:
    for path in ("a/b.html", "a/own.css", ".parts/0/a/b.html", ".parts/0/a/own.css", ".parts/0/c/d.html"):
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(path, encoding="utf-8")
    moved = move_files(tmp_path, ".parts/0", {"a/own.css": None})
    assert sorted(moved) == ["a/b.html", "c/d.html"]
    assert tree(tmp_path) == {
        "a/b.html": b".parts/0/a/b.html",
        "a/own.css": b"a/own.css",
        "c/d.html": b".parts/0/c/d.html",
        ".parts/0/a/own.css": b".parts/0/a/own.css",
        ".parts/0/c": "empty folder",
    }


def test_stamps_are_of_files_that_are_there(old: tuple[Path, Stamps]) -> None:
    assert sorted(old[1]) == ["a/b/page.html", "index.html"]
    assert stamps_of(old[0], {"a/b/page.html": "key", "gone.html": "key"}).keys() == {"a/b/page.html"}
    if sys.platform != "win32":
        assert {state[0] & 0o170000 for _, state in old[1].values()} == {0o100000}
