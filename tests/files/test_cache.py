"""Results are found by what they follow from, and nothing in the cache's place can stop a build."""

import sqlite3
import sys
from contextlib import closing
from pathlib import Path

import pytest

from generator.files import cache
from generator.files.cache import cached, key_of

FOLDER = "build/cache"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / FOLDER / "cache.sqlite"


def _keep(file: Path, values: dict[str, bytes], code: str = "one", kind: str = "x") -> dict[str, bytes]:
    """What was kept of the keys a, b and c before these values were added."""
    root = file.parents[2]
    with cached(root, file.parent.relative_to(root).as_posix(), kind, code) as results:
        before = {key: value for key in "abc" if (value := results.get(key)) is not None}
        for key, value in values.items():
            results.put(key, value)
    return before


def _rows(file: Path) -> list[tuple[str, str, str, bytes]]:
    with closing(sqlite3.connect(file)) as opened:
        return opened.execute("SELECT kind, code, key, value FROM results ORDER BY kind, key").fetchall()


def test_what_is_added_is_kept(file: Path) -> None:
    assert _keep(file, {"a": b"1", "b": "ü\0'".encode()}) == {}
    assert _keep(file, {"c": b""}) == {"a": b"1", "b": "ü\0'".encode()}
    assert _keep(file, {}) == {"a": b"1", "b": "ü\0'".encode(), "c": b""}


def test_what_was_put_is_there_at_once(tmp_path: Path) -> None:
    with cached(tmp_path, FOLDER, "x", "one") as results:
        results.put("a", b"1")
        assert results.get("a") == b"1"


def test_whether_there_is_a_result_is_told(
    tmp_path: Path, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _keep(file, {"a": b"1", "b": b"2"})
    _keep(file, {"d": b"4"}, kind="y")
    monkeypatch.setattr(cache, "_MOST_HELD", 3)
    with cached(tmp_path, FOLDER, "x", "one", sweep=True) as results:
        assert ["a" in results, "c" in results, "d" in results] == [True, False, False]
        for key in ("e", "f", "g"):
            results.put(key, b"four")  # more than is held, so that it is written
            assert key in results
            assert results.get(key) == b"four"
    # Who asks of a result has use for it.
    assert [(kind, key) for kind, _, key, _ in _rows(file)] == [
        *(("x", "a"), ("x", "e"), ("x", "f"), ("x", "g")),
        ("y", "d"),
    ]
    with cached(tmp_path, None, "x", "one") as results:
        assert "a" not in results


def test_nothing_is_written_where_nothing_is_added(file: Path) -> None:
    _keep(file, {})
    assert not file.parent.exists()
    _keep(file, {"a": b"1"})
    content = file.read_bytes()
    _keep(file, {})
    assert file.read_bytes() == content


def test_without_a_folder_nothing_is_kept(tmp_path: Path) -> None:
    with cached(tmp_path, None, "x", "one", sweep=True) as results:
        results.put("a", b"1")
        assert results.get("a") == b"1"
    assert list(tmp_path.iterdir()) == []


def test_what_other_code_kept_is_dropped(file: Path) -> None:
    _keep(file, {"a": b"1"}, "one")
    _keep(file, {"a": b"1"}, "one", kind="y")
    assert _keep(file, {"b": b"2"}, "two") == {}
    assert _rows(file) == [("x", "two", "b", b"2"), ("y", "one", "a", b"1")]


def test_what_nobody_asked_for_is_swept(tmp_path: Path, file: Path) -> None:
    _keep(file, {"a": b"1", "b": b"2"})
    _keep(file, {"a": b"1"}, kind="y")
    with cached(tmp_path, FOLDER, "x", "one", sweep=True) as results:
        assert results.get("b") == b"2"
        results.put("c", b"3")
    assert [(kind, key) for kind, _, key, _ in _rows(file)] == [("x", "b"), ("x", "c"), ("y", "a")]


def test_a_failure_keeps_what_was_made_and_sweeps_nothing(tmp_path: Path, file: Path) -> None:
    _keep(file, {"a": b"1"})
    with pytest.raises(KeyboardInterrupt), cached(tmp_path, FOLDER, "x", "one", sweep=True) as results:
        results.put("b", b"2")
        raise KeyboardInterrupt
    assert _keep(file, {}) == {"a": b"1", "b": b"2"}


def test_two_builds_at_once(tmp_path: Path, file: Path) -> None:
    with cached(tmp_path, FOLDER, "x", "one") as first, cached(tmp_path, FOLDER, "x", "one") as second:
        first.put("a", b"1")
        second.put("a", b"1")
        first.put("b", b"2")
        second.put("c", b"2")
    assert _keep(file, {}) == {"a": b"1", "b": b"2", "c": b"2"}


@pytest.mark.parametrize(
    "content",
    [b"", b"no database at all" * 100, b"SQLite format 3\0" + b"\xff" * 5000],
    ids=["empty", "text", "damaged"],
)
def test_a_damaged_file_is_made_anew(file: Path, content: bytes) -> None:
    file.parent.mkdir(parents=True)
    file.write_bytes(content)
    assert _keep(file, {"a": b"1"}) == {}
    assert _keep(file, {}) == {"a": b"1"}


@pytest.mark.parametrize("damage", ["value = X'31'", "digest = X'00'", "value = 'text'", "digest = NULL"])
def test_a_damaged_result_counts_as_missing(file: Path, damage: str) -> None:
    _keep(file, {"a": b"right", "b": b"2"})
    with closing(sqlite3.connect(file)) as opened, opened:
        opened.execute(f"UPDATE results SET {damage} WHERE key = 'a'")
    assert _keep(file, {"a": b"right"}) == {"b": b"2"}
    assert _keep(file, {}) == {"a": b"right", "b": b"2"}


def test_what_a_killed_build_left(file: Path) -> None:
    """A journal of a file that was damaged, or that somebody deleted, is not played into the next one."""
    _keep(file, {"a": b"1"})
    journal = file.with_name(f"{file.name}-journal")
    with closing(sqlite3.connect(file, isolation_level=None)) as opened:
        opened.execute("PRAGMA cache_size = 1")
        opened.execute("BEGIN")
        opened.execute("UPDATE results SET value = 'unfinished'")
        left = journal.read_bytes()
        opened.execute("ROLLBACK")
    assert left
    for damage in (b"no database at all" * 100, None):
        journal.write_bytes(left)
        if damage is None:
            file.unlink()
        else:
            file.write_bytes(damage)
        _keep(file, {"b": b"2"})
        _keep(file, {"b": b"2"})
        assert _keep(file, {}) == {"b": b"2"}
        assert not journal.exists()


def test_damage_within_a_file(file: Path) -> None:
    _keep(file, {str(number): b"x" * 500 for number in range(200)})
    content = bytearray(file.read_bytes())
    content[4096 : len(content) - 100] = b"\xff" * (len(content) - 4196)
    file.write_bytes(content)
    assert _keep(file, {"a": b"1"}) == {}
    _keep(file, {"a": b"1"})
    assert _keep(file, {}) == {"a": b"1"}


def test_a_file_of_another_shape_is_made_anew(file: Path) -> None:
    file.parent.mkdir(parents=True)
    with closing(sqlite3.connect(file)) as opened, opened:
        opened.execute("CREATE TABLE results (something)")
    assert _keep(file, {"a": b"1"}) == {}
    assert _keep(file, {}) == {"a": b"1"}


def test_a_locked_file_is_left_alone(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cache, "_PATIENCE", 0.0)
    _keep(file, {"a": b"1"})
    with closing(sqlite3.connect(file)) as other:
        other.execute("BEGIN EXCLUSIVE")
        assert _keep(file, {"b": b"2"}) == {}
        other.rollback()
    assert _keep(file, {}) == {"a": b"1"}


def test_places_in_which_nothing_can_be_kept(tmp_path: Path, file: Path) -> None:
    file.mkdir(parents=True)
    assert _keep(file, {"a": b"1"}) == {}
    assert _keep(file, {}) == {}
    assert file.is_dir()
    (tmp_path / "else").mkdir()
    (tmp_path / "else" / "file").write_bytes(b"")
    with cached(tmp_path, "else/file/cache", "x", "one") as results:
        results.put("a", b"1")
    assert (tmp_path / "else" / "file").read_bytes() == b""


def test_a_read_only_file_is_read_and_left_alone(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _keep(file, {"a": b"1"})
    connect = sqlite3.connect

    def only_reading(database: object, *rest: object, **others: object) -> sqlite3.Connection:
        uri = database if isinstance(database, str) else f"{file.as_uri()}?mode=ro"
        return connect(uri, uri=True)

    monkeypatch.setattr(sqlite3, "connect", only_reading)
    assert _keep(file, {"b": b"2"}) == {"a": b"1"}
    assert _keep(file, {}) == {"a": b"1"}


@pytest.mark.skipif(sys.platform == "win32", reason="links need a privilege there")
@pytest.mark.parametrize("link", ["build", "build/cache", "build/cache/cache.sqlite"])
def test_a_link_is_never_followed(tmp_path: Path, link: str) -> None:
    root, victim = tmp_path / "root", tmp_path / "victim"
    (victim / "cache").mkdir(parents=True)
    (root / link).parent.mkdir(parents=True)
    (root / link).symlink_to(victim / "new.sqlite" if link.endswith("sqlite") else victim)
    assert _keep(root / FOLDER / "cache.sqlite", {"a": b"1"}) == {}
    assert _keep(root / FOLDER / "cache.sqlite", {}) == {}
    assert [path.name for path in victim.rglob("*")] == ["cache"]


@pytest.mark.parametrize(
    "other", [("ab", ""), ("a", "c"), ("a", "b", ""), ("b", "a"), ("a\0b",), ("1:a1:b",)]
)
def test_texts_that_differ_have_other_keys(other: tuple[str, ...]) -> None:
    assert len(key_of("a", "b")) == 64
    assert key_of("a", "b") != key_of(*other)


def test_many_results_are_written_before_the_end(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cache, "_MOST_HELD", 5)
    with cached(file.parents[2], FOLDER, "x", "one", sweep=True) as results:
        results.put("a", b"12345")
        assert not file.exists()
        results.put("b", b"6")
        assert [(key, value) for _, _, key, value in _rows(file)] == [("a", b"12345"), ("b", b"6")]
        results.put("c", b"7")
        assert [results.get(key) for key in "abc"] == [b"12345", b"6", b"7"]
    assert [key for _, _, key, _ in _rows(file)] == ["a", "b", "c"]
