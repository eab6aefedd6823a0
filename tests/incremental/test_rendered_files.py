"""Files of briefings are read from the cache when they are needed, and made again where it lost them."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from generator.files.content import Kept, bytes_of, key_of_content
from generator.incremental import rendered as module
from generator.incremental.rendered import rendering
from generator.incremental.rendered_files import Made
from generator.pipeline import check
from generator.render.edition import Edition
from tests.paths import GOLDEN

CACHE = "cache"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return tmp_path


def _keys() -> dict[str, str]:
    """As if what the findings follow from were their slugs."""
    return {findings.briefing.slug: findings.briefing.slug for findings in check(GOLDEN).findings}


def _contents(root: Path, spoil: Callable[[Path], None] | None = None) -> dict[str, bytes]:
    """The bytes of all files, read when something was done to the cache."""
    checked = check(GOLDEN)
    edition = Edition(checked.library.settings)
    with rendering(root, CACHE, checked.findings, _keys(), edition) as files:
        if spoil is not None:
            spoil(root / CACHE / "cache.sqlite")
        found = {path: bytes_of(content) for path, content in files.items()}
        for path, content in files.items():
            if isinstance(content, Kept) and path.endswith((".md", ".json")):
                assert content.key == key_of_content(found[path]), path
    return found


def _emptied(file: Path) -> None:
    with closing(sqlite3.connect(file)) as opened, opened:
        opened.execute("DELETE FROM results")


def _damaged(file: Path) -> None:
    with closing(sqlite3.connect(file)) as opened, opened:
        opened.execute("UPDATE results SET value = X'00'")


@pytest.mark.parametrize("spoil", [_emptied, _damaged])
def test_what_the_cache_lost_is_made_again(root: Path, spoil: Callable[[Path], None]) -> None:
    first = _contents(root)
    assert {path.rpartition(".")[2] for path in first} >= {"md", "json", "pdf", "docx", "jsonl"}
    assert _contents(root, spoil) == first


def test_nothing_is_rendered_twice(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rendered: list[str] = []
    real = module._render

    def render(slug: str) -> Made:
        rendered.append(slug)
        return real(slug)

    monkeypatch.setattr(module, "_render", render)
    first = _contents(root)
    assert sorted(rendered) == sorted(_keys().keys() - {"lantern-tax"})  # a draft
    rendered.clear()
    assert _contents(root) == first
    assert rendered == []
    # The control: with what is kept of one briefing gone, that one is rendered.
    with closing(sqlite3.connect(root / CACHE / "cache.sqlite")) as opened, opened:
        key = opened.execute("SELECT key FROM results WHERE key LIKE '% files'").fetchone()
        opened.execute("DELETE FROM results WHERE key = ?", key)
    assert _contents(root) == first
    assert len(rendered) == 1
