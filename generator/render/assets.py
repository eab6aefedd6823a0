"""Styles and scripts as the site has them, and the look that paper shares with them."""

import re
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Final

from generator.files.package import templates_folder
from generator.files.walk import plain_files, read_file

STYLES: Final = ("look", "frame", "text", "first_screen", "claims", "sources", "lists", "search", "print")
"""The style sheets of ``assets/css/`` in the order in which they are joined; the first has every colour."""

STYLE: Final = "assets/briefing.css"
PREVIEW: Final = "assets/preview/"
"""Folder of what only the preview has."""

_CSS: Final = "assets/css"
_FIRST_RULE: Final = re.compile(r":root\s*\{(.*?)\}", re.DOTALL)
_PROPERTY: Final = re.compile(r"--([a-z-]+):\s*([^;]+);")


def assets(*, preview: bool = False) -> dict[str, bytes]:
    """Every asset by its path in the site: the joined style sheet, the scripts, and what else lies there.

    Args:
        preview: whether to have what only the preview has, too.

    Raises:
        NotPlain: something among them is a link, or no regular file.
        ValueError: the style sheets are not those that are joined.
    """
    folder = templates_folder()
    paths, faults = plain_files(folder, "assets")
    if faults:
        raise faults[0]
    sheets = {path for path in paths if path.startswith("css/")}
    if sheets != {f"css/{name}.css" for name in STYLES}:
        raise ValueError(f"{_CSS} must hold the style sheets that are joined, and nothing else: {STYLES}")
    found = {
        f"assets/{path}": read_file(folder, f"assets/{path}")
        for path in paths
        if path not in sheets
        and not path.rpartition("/")[2].startswith(".")
        and (preview or not f"assets/{path}".startswith(PREVIEW))
    }
    return {**found, STYLE: b"\n".join(read_file(folder, f"{_CSS}/{name}.css") for name in STYLES)}


@cache
def look() -> Mapping[str, str]:
    """The custom properties of the look in light colours, by name without dashes: ``accent``, ``small`` …"""
    text = read_file(templates_folder(), f"{_CSS}/{STYLES[0]}.css").decode()
    rule = _FIRST_RULE.search(text)
    return MappingProxyType(dict(_PROPERTY.findall(rule[1] if rule else "")))
