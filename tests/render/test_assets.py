"""Styles by subject are joined into one sheet, and paper has its colours from there."""

import re
from pathlib import Path

import pytest

from generator.files.folder import NotPlain
from generator.render import assets as module
from generator.render.assets import STYLE, STYLES, assets, look
from generator.render.paper.docx_styles import colour
from tests.paths import TEMPLATES


@pytest.fixture
def copy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of templates with style sheets that say their own names."""
    for name in STYLES:
        path = tmp_path / "assets" / "css" / f"{name}.css"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"/* {name} */\n", encoding="utf-8")
    monkeypatch.setattr(module, "templates_folder", lambda: tmp_path)
    return tmp_path


def test_style_sheets_are_joined_in_their_order(copy: Path) -> None:
    (copy / "assets" / "a.js").write_bytes(b"1")
    (copy / "assets" / ".hidden").write_bytes(b"2")
    assert assets() == {
        "assets/a.js": b"1",
        STYLE: "\n".join(f"/* {name} */\n" for name in STYLES).encode(),
    }


def test_a_style_sheet_that_nobody_joins_is_told(copy: Path) -> None:
    (copy / "assets" / "css" / "more.css").touch()
    with pytest.raises(ValueError, match="must hold the style sheets that are joined"):
        assets()
    (copy / "assets" / "css" / "more.css").unlink()
    (copy / "assets" / "css" / "print.css").unlink()
    with pytest.raises(ValueError, match="must hold the style sheets that are joined"):
        assets()


def test_a_link_among_assets_is_refused(copy: Path) -> None:
    (copy / "secret").write_bytes(b"secret")
    (copy / "assets" / "x.txt").symlink_to(copy / "secret")
    with pytest.raises(NotPlain, match="symbolic link"):
        assets()


def test_every_colour_stands_in_the_look() -> None:
    """Beside black, white and what the system names."""
    named = re.compile(r"#[0-9a-fA-F]{3,8}\b|\b(?:rgb|hsl)a?\([0-9]")
    elsewhere = {
        path.relative_to(TEMPLATES).as_posix(): found
        for path in (*TEMPLATES.glob("assets/css/*.css"), *TEMPLATES.glob("paper/*.typ"))
        if path.name != "look.css"
        and (found := set(named.findall(path.read_text(encoding="utf-8"))) - {"#fff", "#000"})
    }
    assert elsewhere == {}


def test_paper_has_the_colours_of_the_look() -> None:
    text = (TEMPLATES / "assets" / "css" / "look.css").read_text(encoding="utf-8")
    first = re.search(r"--accent: (#[0-9a-f]{6});", text)
    assert first is not None
    assert look()["accent"] == first[1]
    assert colour("accent") == first[1].removeprefix("#").upper()
