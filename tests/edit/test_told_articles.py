"""What a new briefing.yml tells of its articles, as articles are imported into it."""

from datetime import date
from pathlib import Path
from typing import Final

import pytest

from generator.cli import main
from generator.edit.imports import run
from generator.edit.imports.apart import read
from generator.edit.new import start
from tests.conftest import Repository

PATH: Final = "briefings/wall/briefing.yml"
NONE: Final = "# No article yet"
OF_TODAY: Final = "# Until you change it, that of today, 2026-03-04.\nas_of: 2026-03-04\n"
OF_A: Final = "# Until you change it, that on which a was published, 2026-03-02.\nas_of: 2026-03-02\n"


@pytest.fixture
def root(repository: Repository, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(run, "read_apart", read)
    root = repository({"README.md": ""})
    start(root, "wall", "", date(2026, 3, 4))
    return root


def _import(root: Path, id: str, front: str = "") -> None:
    file = root / f"{id}.txt"
    file.write_text(f"---\ntitle: Of {id}\n{front}---\nThe wall holds, says {id}.\n", encoding="utf-8")
    assert main(["import", "wall", str(file), "--root", str(root)]) == 0


def _text(root: Path) -> str:
    return (root / PATH).read_bytes().decode()


def test_the_first_article_takes_the_place_of_none_and_tells_the_day(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = _text(root)
    assert NONE in before and OF_TODAY in before
    none = next(line for line in before.split("\n") if line.startswith(NONE))
    _import(root, "a", "published: 2026-03-02\n")
    assert "'as_of', is that of its newest dated article now: 2026-03-02." in capsys.readouterr().out
    # All else is as it was.
    assert _text(root) == before.replace(OF_TODAY, OF_A).replace(
        none, "# The articles by their ids:\n# a: Of a, 2026-03-02"
    )


def test_further_articles_are_named_and_the_newest_tells_the_day(root: Path) -> None:
    for id, day in (("b", "2026-03-01"), ("a", "2026-03-02"), ("c", "2026-02")):
        _import(root, id, f"published: {day}\n")
    assert OF_A in _text(root)
    assert (
        "# The articles by their ids:\n# b: Of b, 2026-03-01\n# a: Of a, 2026-03-02\n# c: Of c, 2026-02\n\n"
    ) in _text(root)


def test_without_a_day_the_briefing_keeps_its_own(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _import(root, "a")
    assert OF_TODAY in _text(root) and "# a: Of a\n" in _text(root)
    assert "as_of" not in capsys.readouterr().out


@pytest.mark.parametrize("by_hand", ["as_of: 2026-03-05", 'as_of: "2026-03-04"', "as_of: 2026-03-04  # so"])
def test_a_day_that_was_written_by_hand_stays(by_hand: str, root: Path) -> None:
    own = _text(root).replace("as_of: 2026-03-04", by_hand)
    (root / PATH).write_text(own, encoding="utf-8")
    _import(root, "a", "published: 2026-03-02\n")
    assert f"of today, 2026-03-04.\n{by_hand}\n" in _text(root)


def test_a_file_with_returns_keeps_them(root: Path) -> None:
    (root / PATH).write_bytes(_text(root).replace("\n", "\r\n").encode())
    for id in ("a", "b"):
        _import(root, id, "published: 2026-03-02\n")
    assert _text(root).count("\n") == _text(root).count("\r\n")
    assert "# a: Of a, 2026-03-02\r\n# b: Of b, 2026-03-02\r\n\r\n" in _text(root)
    assert "as_of: 2026-03-02\r\n" in _text(root)


def test_a_briefing_of_ones_own_is_left_as_it_is(root: Path) -> None:
    own = "title: Mine\nas_of: 2026-03-04\n# a comment\n"
    (root / PATH).write_text(own, encoding="utf-8")
    _import(root, "a", "published: 2026-03-02\n")
    assert _text(root) == own
