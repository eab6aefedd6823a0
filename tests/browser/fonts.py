"""The fonts that Chromium sees in tests: those of two packages, and none of the machine that it runs on.

On Linux it asks fontconfig, which is given a configuration of our own. Elsewhere it asks the system, which
can't be told; there nothing is pinned.
"""

import shutil
import sys
from html import escape
from importlib.resources import as_file, files
from pathlib import Path
from typing import Final

import pytest

Fonts = tuple[str, ...]
"""Families, by name. The first is what a page gets that asks for any sans-serif one."""

PACKAGES: Final = {"Noto Sans": "fontpkg_noto_sans", "Roboto": "fontpkg_roboto"}
BOTH: Final[Fonts] = ("Noto Sans", "Roboto")
EACH_SET: Final = (
    pytest.param(BOTH, id="both"),
    *(pytest.param((family,), id=family, marks=pytest.mark.long) for family in BOTH),
)
"""For tests of what any font might change; with one family alone they are long proofs."""

PINNED: Final = sys.platform not in ("darwin", "win32")

_CONFIGURATION: Final = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
  <dir>{fonts}</dir>
  <cachedir>{cache}</cachedir>
  <alias><family>sans-serif</family><prefer><family>{first}</family></prefer></alias>
  <alias><family>serif</family><prefer><family>{last}</family></prefer></alias>
  <alias><family>monospace</family><prefer><family>{last}</family></prefer></alias>
</fontconfig>
"""


def environment(fonts: Fonts, folder: Path) -> dict[str, str]:
    """Variables with which Chromium sees these fonts alone; the fonts are copied into ``folder``."""
    if not PINNED:
        return {}
    (folder / "fonts").mkdir(parents=True)
    for family in fonts:
        with as_file(files(PACKAGES[family]) / "files") as packed:
            for file in packed.glob("*.ttf"):
                shutil.copy(file, folder / "fonts")
    configuration = _CONFIGURATION.format(
        fonts=escape(str(folder / "fonts")),
        cache=escape(str(folder / "cache")),
        first=fonts[0],
        last=fonts[-1],
    )
    (folder / "fonts.conf").write_text(configuration, encoding="utf-8")
    return {"FONTCONFIG_FILE": str(folder / "fonts.conf")}
