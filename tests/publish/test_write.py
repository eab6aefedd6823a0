import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.publish.write import write_pages

Snapshot = Callable[[Path], dict[str, bytes | str]]
KEEP = {".gitignore": b"*\n!.gitignore\n"}

needs_links = pytest.mark.skipif(sys.platform == "win32", reason="links need a privilege there")


def _marks(folder: Path) -> dict[str, tuple[int, int]]:
    """When each file was written, and which file it is: both change when it's replaced."""
    return {
        str(path): (path.stat().st_mtime_ns, path.stat().st_ino)
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_folder_holds_exactly_the_pages(tmp_path: Path, tree: Snapshot) -> None:
    folder = tmp_path / "build/pages"
    write_pages({"index.md": "é\n", "a/b/c.md": "x\r\ny", "a/x.bin": b"\x00\xff"}, folder)
    assert tree(folder) == KEEP | {
        "index.md": b"\xc3\xa9\n",
        "a/b/c.md": b"x\r\ny",
        "a/x.bin": b"\x00\xff",
    }

    (folder / "left/over").mkdir(parents=True)
    (folder / "left/over/page.md").touch()
    (folder / "a/b/.new-0123456789ab").touch()  # of a killed run
    (folder / "empty").mkdir()
    write_pages({"index.md": "é\n", "a/x.bin": b"new"}, folder)
    assert tree(folder) == KEEP | {"index.md": b"\xc3\xa9\n", "a/x.bin": b"new"}


def test_what_is_right_already_is_not_touched(tmp_path: Path) -> None:
    pages = {"index.md": "one", "a/b.md": "two", "a/c.md": "three"}
    write_pages(pages, tmp_path / "pages")
    before = _marks(tmp_path / "pages")
    write_pages(pages, tmp_path / "pages")
    assert _marks(tmp_path / "pages") == before

    write_pages(pages | {"a/b.md": "TWO"}, tmp_path / "pages")  # as long as before
    after = _marks(tmp_path / "pages")
    changed = {path for path in after if after[path] != before[path]}
    assert changed == {str(tmp_path / "pages/a/b.md")}


def test_folder_and_file_may_change_places(tmp_path: Path, tree: Snapshot) -> None:
    folder = tmp_path / "pages"
    write_pages({"a": "file", "b/c": "in a folder"}, folder)
    write_pages({"a/c": "in a folder", "b": "file"}, folder)
    assert tree(folder) == KEEP | {"a/c": b"in a folder", "b": b"file"}


@pytest.mark.parametrize(
    "path",
    ["/etc/x", "../x", "a/../../x", "a//x", "./x", "a/", "", "a\\..\\x", "C:/x", "C:x", "a\0b", ".gitignore"],
)
def test_hostile_path_is_refused_before_anything_is_touched(
    tmp_path: Path, tree: Snapshot, path: str
) -> None:
    folder = tmp_path / "pages"
    write_pages({"old.md": "old"}, folder)
    with pytest.raises(ValueError, match="page"):
        write_pages({"index.md": "new", path: "x"}, folder)
    assert tree(tmp_path) == {f"pages/{name}": text for name, text in (KEEP | {"old.md": b"old"}).items()}


@pytest.mark.parametrize("other", ["A.md", "a.md/b.md", "A.MD/b.md"])
def test_paths_that_can_not_stand_side_by_side_are_refused(tmp_path: Path, other: str) -> None:
    with pytest.raises(ValueError, match="both"):
        write_pages({"a.md": "x", other: "y"}, tmp_path / "pages")
    assert not (tmp_path / "pages").exists()


def test_text_that_is_no_unicode_is_refused_before_anything_is_touched(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="surrogates"):
        write_pages({"index.md": "\ud800"}, tmp_path / "pages")
    assert not (tmp_path / "pages").exists()


@needs_links
def test_links_are_replaced_and_never_followed(tmp_path: Path, tree: Snapshot) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "page.md").write_text("untouched", encoding="utf-8")
    folder = tmp_path / "pages"
    write_pages({"a/page.md": "x", "b.md": "y"}, folder)
    (folder / "a/page.md").unlink()
    (folder / "a").rmdir()
    (folder / "a").symlink_to(outside, target_is_directory=True)
    (folder / "b.md").unlink()
    (folder / "b.md").symlink_to(outside / "page.md")
    (folder / "stale").symlink_to(outside, target_is_directory=True)
    os.mkfifo(folder / "pipe")

    write_pages({"a/page.md": "x", "b.md": "untouched"}, folder)
    assert tree(folder) == KEEP | {"a/page.md": b"x", "b.md": b"untouched"}
    assert tree(outside) == {"page.md": b"untouched"}


@needs_links
def test_folder_that_is_a_link_is_refused(tmp_path: Path, tree: Snapshot) -> None:
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside/page.md").touch()
    (tmp_path / "pages").symlink_to(tmp_path / "outside", target_is_directory=True)
    with pytest.raises(ValueError, match="symbolic link"):
        write_pages({"index.md": "x"}, tmp_path / "pages")
    assert tree(tmp_path / "outside") == {"page.md": b""}


@pytest.mark.parametrize("ignore", [None, "/build/*\n"])
def test_folder_of_something_else_is_refused(tmp_path: Path, tree: Snapshot, ignore: str | None) -> None:
    (tmp_path / "letter.md").write_text("dear", encoding="utf-8")
    if ignore:
        (tmp_path / ".gitignore").write_text(ignore, encoding="utf-8")
    before = tree(tmp_path)
    with pytest.raises(ValueError, match="doesn't look like a folder of generated pages"):
        write_pages({"index.md": "x"}, tmp_path)
    assert tree(tmp_path) == before


def test_full_disk_leaves_the_old_file_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, tree: Snapshot
) -> None:
    folder = tmp_path / "pages"
    write_pages({"index.md": "old"}, folder)

    def full(path: Path, target: Path) -> Path:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(OSError, match="No space"):
        write_pages({"index.md": "new"}, folder)
    assert tree(folder) == KEEP | {"index.md": b"old"}
