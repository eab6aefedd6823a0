"""Files are made once for what they follow from, and again when they are damaged; the rest is swept away."""

from pathlib import Path

import pytest

from generator.publish.paper.kept import Kept


class Maker:
    """Makes content, and counts."""

    def __init__(self, content: bytes = b"%PDF-") -> None:
        self.content = content
        self.times = 0

    def __call__(self) -> bytes:
        self.times += 1
        return self.content


def names(folder: Path) -> list[str]:
    return sorted(one.name for one in folder.iterdir())


def test_made_once(tmp_path: Path) -> None:
    make = Maker()
    for _ in range(3):
        kept = Kept(tmp_path / "paper")
        assert [kept.get("pdf", ("a", "b"), make) for _ in range(2)] == [b"%PDF-", b"%PDF-"]
        kept.sweep()
    assert make.times == 1


@pytest.mark.parametrize(
    "other", [("ab", ""), ("a", "c"), ("a", "b", ""), ("b", "a"), ("a\0b",), ("1:a1:b",)]
)
def test_made_anew_for_whatever_differs(tmp_path: Path, other: tuple[str, ...]) -> None:
    first, second = Maker(b"first"), Maker(b"second")
    kept = Kept(tmp_path)
    assert kept.get("pdf", ("a", "b"), first) == b"first"
    assert kept.get("pdf", other, second) == b"second"
    assert kept.get("pdf", ("a", "b"), second) == b"first"


def test_kinds_are_kept_apart(tmp_path: Path) -> None:
    kept = Kept(tmp_path)
    assert kept.get("pdf", ("a",), Maker(b"pdf")) == b"pdf"
    assert kept.get("docx", ("a",), Maker(b"docx")) == b"docx"


@pytest.mark.parametrize("damage", [b"", b"%PDF", b"%PDF-\n", b"something else"])
def test_damaged_files_are_made_again(tmp_path: Path, damage: bytes) -> None:
    Kept(tmp_path).get("pdf", ("a",), Maker())
    (name,) = names(tmp_path)
    (tmp_path / name).write_bytes(damage)
    make = Maker()
    assert Kept(tmp_path).get("pdf", ("a",), make) == b"%PDF-"
    assert make.times == 1
    assert (tmp_path / name).read_bytes() == b"%PDF-"


def test_a_file_that_is_gone_is_made_again(tmp_path: Path) -> None:
    Kept(tmp_path).get("pdf", ("a",), Maker())
    kept = Kept(tmp_path)
    for one in tmp_path.iterdir():
        one.unlink()
    make = Maker()
    assert kept.get("pdf", ("a",), make) == b"%PDF-"
    assert make.times == 1


def test_a_file_under_a_wrong_name_is_not_believed(tmp_path: Path) -> None:
    Kept(tmp_path).get("pdf", ("a",), Maker(b"right"))
    (name,) = names(tmp_path)
    (tmp_path / name).rename(tmp_path / (name[:-32] + "0" * 32))
    make = Maker(b"right")
    Kept(tmp_path).get("pdf", ("a",), make)
    assert make.times == 1


def test_what_nobody_asks_for_is_swept(tmp_path: Path) -> None:
    kept = Kept(tmp_path)
    kept.get("pdf", ("a",), Maker())
    wanted = names(tmp_path)
    kept.get("pdf", ("b",), Maker())
    (tmp_path / ".new-killed").write_bytes(b"half")
    (tmp_path / "folder").mkdir()
    again = Kept(tmp_path)
    again.get("pdf", ("a",), Maker())
    again.sweep()
    assert names(tmp_path) == sorted([*wanted, "folder"])


def test_what_cannot_be_made_leaves_nothing(tmp_path: Path) -> None:
    def fail() -> bytes:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        Kept(tmp_path).get("pdf", ("a",), fail)
    assert names(tmp_path) == []


def test_a_link_is_never_followed(tmp_path: Path) -> None:
    (tmp_path / "precious").mkdir()
    (tmp_path / "precious" / "thesis.txt").write_text("keep", encoding="utf-8")
    (tmp_path / "build").mkdir()
    (tmp_path / "build" / "paper").symlink_to(tmp_path / "precious")
    with pytest.raises(ValueError, match="symbolic link"):
        Kept(tmp_path / "build" / "paper")
    assert (tmp_path / "precious" / "thesis.txt").read_text(encoding="utf-8") == "keep"


def test_what_others_put_there_stays(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("mine", encoding="utf-8")
    (tmp_path / ".new-0123456789ab").write_bytes(b"left by a killed build")
    Kept(tmp_path).sweep()
    assert [one.name for one in tmp_path.iterdir()] == ["notes.txt"]
