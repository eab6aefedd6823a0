"""A folder of generated files holds exactly those; files are written whole, and links never followed."""

import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.files.content import Content, Kept
from generator.files.folder import NotPlain
from generator.files.write import replace_files, write_file

Snapshot = Callable[[Path], dict[str, bytes | str]]
KEEP = {".gitignore": b"*\n!.gitignore\n"}

pytestmark = pytest.mark.usefixtures("way")

needs_links = pytest.mark.skipif(sys.platform == "win32", reason="links need a privilege there")


def below(folder: Path) -> tuple[Path, str]:
    """The root and the path of a folder in pytest's own."""
    root = next(parent for parent in folder.parents if parent.is_dir())
    return root, folder.relative_to(root).as_posix()


def _marks(folder: Path) -> dict[str, tuple[int, int]]:
    """When each file was written, and which file it is: both change when it's replaced."""
    return {
        str(path): (path.stat().st_mtime_ns, path.stat().st_ino)
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_folder_holds_exactly_the_pages(tmp_path: Path, tree: Snapshot) -> None:
    folder = tmp_path / "build/pages"
    replace_files(*below(folder), {"index.md": "é\n", "a/b/c.md": "x\r\ny", "a/x.bin": b"\x00\xff"})
    assert tree(folder) == KEEP | {
        "index.md": b"\xc3\xa9\n",
        "a/b/c.md": b"x\r\ny",
        "a/x.bin": b"\x00\xff",
    }

    (folder / "left/over").mkdir(parents=True)
    (folder / "left/over/page.md").touch()
    (folder / "a/b/.new-0123456789ab").touch()  # of a killed run
    (folder / "empty").mkdir()
    replace_files(*below(folder), {"index.md": "é\n", "a/x.bin": b"new"})
    assert tree(folder) == KEEP | {"index.md": b"\xc3\xa9\n", "a/x.bin": b"new"}


def test_a_file_that_stands_as_it_was_written_is_not_read(tmp_path: Path, tree: Snapshot) -> None:
    def unread() -> bytes:
        pytest.fail("it was read")

    pages: dict[str, Content] = {"index.md": "one", "a/b.md": Kept("second", lambda: b"two")}
    stamps = replace_files(tmp_path, "pages", pages)
    assert stamps.keys() == {"index.md", "a/b.md"}
    unread_pages: dict[str, Content] = {"index.md": "ONE", "a/b.md": Kept("second", unread)}
    again = replace_files(tmp_path, "pages", unread_pages, stamps)
    assert tree(tmp_path / "pages") == KEEP | {"index.md": b"ONE", "a/b.md": b"two"}
    assert again["a/b.md"] == stamps["a/b.md"]

    # Whatever was done to it since, even by somebody who set its time back.
    file = tmp_path / "pages/a/b.md"
    times = (file.stat().st_atime_ns, file.stat().st_mtime_ns)
    file.write_bytes(b"TWO")
    os.utime(file, ns=times)
    replace_files(tmp_path, "pages", pages, again)
    assert tree(tmp_path / "pages") == KEEP | {"index.md": b"one", "a/b.md": b"two"}
    # And where another content is wanted.
    other = pages | {"a/b.md": Kept("third", lambda: b"three")}
    replace_files(tmp_path, "pages", other, replace_files(tmp_path, "pages", pages))
    assert tree(tmp_path / "pages")["a/b.md"] == b"three"


def test_what_is_right_already_is_not_touched(tmp_path: Path) -> None:
    pages = {"index.md": "one", "a/b.md": "two", "a/c.md": "three"}
    replace_files(tmp_path, "pages", pages)
    before = _marks(tmp_path / "pages")
    replace_files(tmp_path, "pages", pages)
    assert _marks(tmp_path / "pages") == before

    replace_files(tmp_path, "pages", pages | {"a/b.md": "TWO"})  # as long as before
    after = _marks(tmp_path / "pages")
    changed = {path for path in after if after[path] != before[path]}
    assert changed == {str(tmp_path / "pages/a/b.md")}


def test_folder_and_file_may_change_places(tmp_path: Path, tree: Snapshot) -> None:
    folder = tmp_path / "pages"
    replace_files(*below(folder), {"a": "file", "b/c": "in a folder"})
    replace_files(*below(folder), {"a/c": "in a folder", "b": "file"})
    assert tree(folder) == KEEP | {"a/c": b"in a folder", "b": b"file"}


@pytest.mark.parametrize(
    "path",
    ["/etc/x", "../x", "a/../../x", "a//x", "./x", "a/", "", "a\\..\\x", "C:/x", "C:x", "a\0b", ".gitignore"],
)
def test_hostile_path_is_refused_before_anything_is_touched(
    tmp_path: Path, tree: Snapshot, path: str
) -> None:
    folder = tmp_path / "pages"
    replace_files(*below(folder), {"old.md": "old"})
    with pytest.raises(ValueError, match="path"):
        replace_files(*below(folder), {"index.md": "new", path: "x"})
    assert tree(tmp_path) == {f"pages/{name}": text for name, text in (KEEP | {"old.md": b"old"}).items()}


@pytest.mark.parametrize("other", ["A.md", "a.md/b.md", "A.MD/b.md"])
def test_paths_that_can_not_stand_side_by_side_are_refused(tmp_path: Path, other: str) -> None:
    with pytest.raises(ValueError, match="both"):
        replace_files(tmp_path, "pages", {"a.md": "x", other: "y"})
    assert not (tmp_path / "pages").exists()


def test_text_that_is_no_unicode_is_refused_before_anything_is_touched(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="surrogates"):
        replace_files(tmp_path, "pages", {"index.md": "\ud800"})
    assert not (tmp_path / "pages").exists()


@needs_links
def test_links_are_replaced_and_never_followed(tmp_path: Path, tree: Snapshot) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "page.md").write_text("untouched", encoding="utf-8")
    folder = tmp_path / "pages"
    replace_files(*below(folder), {"a/page.md": "x", "b.md": "y"})
    (folder / "a/page.md").unlink()
    (folder / "a").rmdir()
    (folder / "a").symlink_to(outside, target_is_directory=True)
    (folder / "b.md").unlink()
    (folder / "b.md").symlink_to(outside / "page.md")
    (folder / "stale").symlink_to(outside, target_is_directory=True)
    os.mkfifo(folder / "pipe")

    replace_files(*below(folder), {"a/page.md": "x", "b.md": "untouched"})
    assert tree(folder) == KEEP | {"a/page.md": b"x", "b.md": b"untouched"}
    assert tree(outside) == {"page.md": b"untouched"}


@needs_links
def test_folder_that_is_a_link_is_refused(tmp_path: Path, tree: Snapshot) -> None:
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside/page.md").touch()
    (tmp_path / "pages").symlink_to(tmp_path / "outside", target_is_directory=True)
    with pytest.raises(ValueError, match="symbolic link"):
        replace_files(tmp_path, "pages", {"index.md": "x"})
    assert tree(tmp_path / "outside") == {"page.md": b""}


@pytest.mark.parametrize("ignore", [None, "/build/*\n"])
def test_folder_of_something_else_is_refused(tmp_path: Path, tree: Snapshot, ignore: str | None) -> None:
    (tmp_path / "letter.md").write_text("dear", encoding="utf-8")
    if ignore:
        (tmp_path / ".gitignore").write_text(ignore, encoding="utf-8")
    before = tree(tmp_path)
    with pytest.raises(ValueError, match="doesn't look like a folder of generated pages"):
        replace_files(tmp_path, "", {"index.md": "x"})
    assert tree(tmp_path) == before


def test_full_disk_leaves_the_old_file_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, tree: Snapshot
) -> None:
    folder = tmp_path / "pages"
    replace_files(tmp_path, "pages", {"index.md": "old"})

    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", full)
    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(OSError, match="No space"):
        replace_files(tmp_path, "pages", {"index.md": "new"})
    assert tree(folder) == KEEP | {"index.md": b"old"}


def test_file_is_written_with_the_folders_above_it(tmp_path: Path, tree: Snapshot) -> None:
    write_file(tmp_path, "a/b/c.txt", b"one")
    write_file(tmp_path, "a/b/c.txt", b"two")
    assert tree(tmp_path) == {"a/b/c.txt": b"two"}


@needs_links
@pytest.mark.parametrize("link", ["a", "a/b", "a/b/c.txt"])
def test_no_part_of_a_path_may_be_a_link(tmp_path: Path, tree: Snapshot, link: str) -> None:
    root, victim = tmp_path / "root", tmp_path / "victim"
    (victim / "b").mkdir(parents=True)
    (victim / "c.txt").write_bytes(b"precious")
    (root / link).parent.mkdir(parents=True)
    (root / link).symlink_to(victim / "c.txt" if link.endswith(".txt") else victim)
    before = tree(victim)
    with pytest.raises(NotPlain) as refused:
        write_file(root, "a/b/c.txt", b"new")
    assert refused.value.path == link
    assert str(refused.value).startswith(f"{root / link} is a symbolic link. Remove it, so that a real f")
    assert tree(victim) == before


@needs_links
def test_a_pipe_or_a_folder_is_not_written_over(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "folder").mkdir()
    for name, told in (("pipe", "is no regular file"), ("folder", "is a folder")):
        with pytest.raises(NotPlain, match=told):
            write_file(tmp_path, name, b"x")
    with pytest.raises(NotPlain, match="is no regular folder"):
        write_file(tmp_path, "pipe/x", b"x")
    (tmp_path / "file").touch()
    with pytest.raises(NotPlain, match="is a file"):
        write_file(tmp_path, "file/x", b"x")
