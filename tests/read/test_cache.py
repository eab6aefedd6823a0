"""What is kept from build to build, and that nothing in its place can stop a build."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from generator.read import cache
from generator.read.cache import code_id, keeping


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "build" / "history" / "changes.sqlite"


def _keep(file: Path, values: dict[str, str], code: str = "one") -> dict[str, str]:
    """What was kept before these values were added."""
    with keeping(file, code) as kept:
        before = dict(kept)
        kept.update(values)
    return before


def _rows(file: Path) -> list[tuple[str, str, str]]:
    with closing(sqlite3.connect(file)) as opened:
        return opened.execute("SELECT code, key, value FROM kept ORDER BY key").fetchall()


def test_what_is_added_is_kept(file: Path) -> None:
    assert _keep(file, {"a": "1", "b": "ü\0'"}) == {}
    assert _keep(file, {"c": "3"}) == {"a": "1", "b": "ü\0'"}
    assert _keep(file, {}) == {"a": "1", "b": "ü\0'", "c": "3"}


def test_nothing_is_written_where_nothing_is_added(file: Path) -> None:
    _keep(file, {})
    assert not file.parent.exists()
    _keep(file, {"a": "1"})
    content = file.read_bytes()
    _keep(file, {"a": "1"})
    assert file.read_bytes() == content


def test_what_other_code_kept_is_dropped(file: Path) -> None:
    _keep(file, {"a": "1"}, "one")
    assert _keep(file, {"b": "2"}, "two") == {}
    assert _rows(file) == [("two", "b", "2")]


def test_what_was_added_before_a_failure_is_kept(file: Path) -> None:
    with pytest.raises(KeyboardInterrupt), keeping(file, "one") as kept:
        kept["a"] = "1"
        raise KeyboardInterrupt
    assert _keep(file, {}) == {"a": "1"}


def test_two_builds_at_once(file: Path) -> None:
    with keeping(file, "one") as first, keeping(file, "one") as second:
        first["a"] = second["a"] = "1"
        first["b"] = second["c"] = "2"
    assert _keep(file, {}) == {"a": "1", "b": "2", "c": "2"}


@pytest.mark.parametrize(
    "content",
    [b"", b"no database at all" * 100, b"SQLite format 3\0" + b"\xff" * 5000],
    ids=["empty", "text", "damaged"],
)
def test_a_damaged_file_is_made_anew(file: Path, content: bytes) -> None:
    file.parent.mkdir(parents=True)
    file.write_bytes(content)
    assert _keep(file, {"a": "1"}) == {}
    assert _keep(file, {}) == {"a": "1"}


def test_what_a_killed_build_left(file: Path) -> None:
    """A journal of a file that was damaged, or that somebody deleted, is not played into the next one."""
    _keep(file, {"a": "1"})
    journal = file.with_name("changes.sqlite-journal")
    with closing(sqlite3.connect(file, isolation_level=None)) as opened:
        opened.execute("PRAGMA cache_size = 1")
        opened.execute("BEGIN")
        opened.execute("UPDATE kept SET value = 'unfinished'")
        left = journal.read_bytes()
        opened.execute("ROLLBACK")
    assert left
    for damage in (b"no database at all" * 100, None):
        journal.write_bytes(left)
        if damage is None:
            file.unlink()
        else:
            file.write_bytes(damage)
        _keep(file, {"b": "2"})
        _keep(file, {"b": "2"})
        assert _keep(file, {}) == {"b": "2"}
        assert not journal.exists()


def test_damage_within_a_file(file: Path) -> None:
    _keep(file, {str(number): "x" * 500 for number in range(200)})
    content = bytearray(file.read_bytes())
    content[4096 : len(content) - 100] = b"\xff" * (len(content) - 4196)
    file.write_bytes(content)
    assert _keep(file, {"a": "1"}) == {}
    assert _keep(file, {}) == {"a": "1"}


def test_a_file_of_another_shape_is_made_anew(file: Path) -> None:
    file.parent.mkdir(parents=True)
    with closing(sqlite3.connect(file)) as opened, opened:
        opened.execute("CREATE TABLE kept (something)")
    assert _keep(file, {"a": "1"}) == {}
    assert _keep(file, {}) == {"a": "1"}


def test_values_that_are_no_text_are_passed_over(file: Path) -> None:
    _keep(file, {"a": "1", "b": "2"})
    with closing(sqlite3.connect(file)) as opened, opened:
        opened.execute("UPDATE kept SET value = X'00' WHERE key = 'a'")
    assert _keep(file, {}) == {"b": "2"}


def test_a_locked_file_is_left_alone(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cache, "_PATIENCE", 0.0)
    _keep(file, {"a": "1"})
    with closing(sqlite3.connect(file)) as other:
        other.execute("BEGIN EXCLUSIVE")
        assert _keep(file, {"b": "2"}) == {}
        other.rollback()
    assert _keep(file, {}) == {"a": "1"}


def test_places_in_which_nothing_can_be_kept(file: Path) -> None:
    file.mkdir(parents=True)
    assert _keep(file, {"a": "1"}) == {}
    assert _keep(file, {}) == {}
    assert file.is_dir()
    below_a_file = file.parent / "file" / "changes.sqlite"
    below_a_file.parent.write_bytes(b"")
    assert _keep(below_a_file, {"a": "1"}) == {}
    assert _keep(below_a_file, {}) == {}


def test_a_read_only_file_is_read_and_left_alone(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _keep(file, {"a": "1"})
    connect = sqlite3.connect

    def only_reading(database: object, *rest: object, **others: object) -> sqlite3.Connection:
        uri = database if isinstance(database, str) else f"{file.as_uri()}?mode=ro"
        return connect(uri, uri=True)

    monkeypatch.setattr(sqlite3, "connect", only_reading)
    assert _keep(file, {"b": "2"}) == {"a": "1"}
    assert _keep(file, {}) == {"a": "1"}


def test_the_code_s_id_changes_with_the_code(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    found = code_id()
    assert len(found) == 64
    for folder in ("model", "read", "analyse", "render"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "a.py").write_bytes(b"a = 1\n")
    monkeypatch.setattr(cache, "_PACKAGE", tmp_path)
    ids = [code_id.__wrapped__()]
    for path in ("render/a.py", "read/a.py", "analyse/b.py", "model/a.py", "read/inner/a.py"):
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).write_bytes(b"a = 2\n")
        ids.append(code_id.__wrapped__())
    assert ids[0] == ids[1] != found  # rendering is not a part of it
    assert len(set(ids)) == 5
