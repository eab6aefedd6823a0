"""Hidden characters of an article: its quotes are found without them, and every page shows them by number."""

import shutil
from pathlib import Path

import pytest

from generator.model.diagnostics import errors
from generator.pipeline import check
from generator.render.plan import plan
from generator.render.site import render
from tests.check.cases import MINIMAL

HIDDEN = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"


def pages_of(root: Path, between: str) -> dict[str, str]:
    """The pages of a repository whose article has something between two words that are quoted without it."""
    shutil.copytree(MINIMAL, root)
    article = root / "briefings/harbour/articles/a.md"
    text = article.read_text(encoding="utf-8")
    article.write_text(
        text.replace("harbour stays closed", f"harbour stays {between}closed"), encoding="utf-8"
    )
    checked = check(root)
    assert errors(checked.diagnostics) == []
    files = render(tuple(plan(checked.findings)))
    return {path: text for path, text in files.items() if isinstance(text, str) and path.endswith(".md")}


@pytest.mark.parametrize("char", HIDDEN, ids=lambda char: f"{ord(char):04X}")
def test_a_mark_inside_a_quote_is_shown_by_its_number(char: str, tmp_path: Path) -> None:
    pages = pages_of(tmp_path / "root", char)
    assert not [path for path, text in pages.items() if char in text]
    flagged = [path for path, text in pages.items() if f">U+{ord(char):04X}</span>" in text]
    assert "briefings/harbour/index.md" in flagged
    assert "briefings/harbour/articles/a/index.md" in flagged


def test_without_a_mark_nothing_is_flagged(tmp_path: Path) -> None:
    """The control: the numbers above come from the marks."""
    assert not [path for path, text in pages_of(tmp_path / "root", "").items() if ">U+" in text]
