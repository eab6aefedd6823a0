"""What is read and listed below a root is plain: no link, no pipe, nothing outside."""

import os
import sys
from pathlib import Path

import pytest

from generator.files.folder import NotPlain, opened, relative_to
from generator.files.walk import plain_files, read_file

pytestmark = pytest.mark.usefixtures("way")

needs_links = pytest.mark.skipif(sys.platform == "win32", reason="links need a privilege there")


def test_every_file_is_listed_in_order(tmp_path: Path) -> None:
    for path in ("b.txt", "a/c.txt", "a/b/d.txt", "a/.hidden", "a-b.txt"):
        (tmp_path / "top" / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "top" / path).touch()
    (tmp_path / "top" / "empty").mkdir()
    assert plain_files(tmp_path, "top") == (["a-b.txt", "a/.hidden", "a/b/d.txt", "a/c.txt", "b.txt"], [])
    assert plain_files(tmp_path / "top" / "a" / "b") == (["d.txt"], [])
    with pytest.raises(FileNotFoundError):
        plain_files(tmp_path, "top/none")


@needs_links
def test_what_is_no_plain_file_is_a_fault(tmp_path: Path) -> None:
    root, outside = tmp_path / "root", tmp_path / "outside"
    outside.mkdir()
    (outside / "secret").write_bytes(b"secret")
    (root / "a").mkdir(parents=True)
    (root / "a" / "link").symlink_to(outside / "secret")
    (root / "a" / "broken").symlink_to(outside / "none")
    (root / "folder").symlink_to(outside, target_is_directory=True)
    (root / "inside").symlink_to(root / "a", target_is_directory=True)
    os.mkfifo(root / "pipe")
    (root / "plain").write_bytes(b"plain")
    files, faults = plain_files(root)
    assert files == ["plain"]
    assert [(fault.path, fault.kind) for fault in faults] == [
        ("a/broken", "link"),
        ("a/link", "link"),
        ("folder", "link"),
        ("inside", "link"),
        ("pipe", "other"),
    ]
    for path in ("a/link", "folder/secret", "pipe", "inside/link"):
        with pytest.raises(NotPlain):
            read_file(root, path)
    with pytest.raises(NotPlain):
        plain_files(root, "folder")
    assert read_file(root, "plain") == b"plain"


def test_no_more_is_read_than_asked_for(tmp_path: Path) -> None:
    (tmp_path / "x").write_bytes(b"12345")
    assert [read_file(tmp_path, "x", most) for most in (None, 9, 5, 4, 0)] == [
        b"12345",
        b"12345",
        b"12345",
        b"12345",
        b"1",
    ]


@pytest.mark.parametrize("path", ["/etc/passwd", "../x", "a/../x", "a//x", "./x", "a/", "a\\x", "C:x", "a\0"])
def test_a_path_that_is_not_plain_is_refused(tmp_path: Path, path: str) -> None:
    with pytest.raises(ValueError, match="isn't a plain path"):
        read_file(tmp_path, path)
    with pytest.raises(ValueError, match="isn't a plain path"), opened(tmp_path, path):
        pass


def test_what_is_no_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(NotPlain, match="is a file"), opened(tmp_path, "file"):
        pass
    with pytest.raises(FileNotFoundError), opened(tmp_path, "none/below"):
        pass


def test_the_path_below_a_root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert relative_to(tmp_path, tmp_path / "a" / ".." / "b" / "c") == "b/c"
    assert relative_to(Path(), Path("a")) == "a"
    assert relative_to(tmp_path, tmp_path) == ""
    assert relative_to(tmp_path, tmp_path / ".cache" / "x") == ".cache/x"
    assert relative_to(tmp_path / "a", tmp_path / "ab") is None
