"""HTML of pages that earlier builds made: a page is built anew when its Markdown or what frames it changed.

What MkDocs makes of a page depends on the page's Markdown, the settings, the theme with our overrides, the
code of this package and of the libraries, and on nothing of other pages: links to them are followed in the
finished site. This holds for settings that run nothing else; with further hooks, plug-ins or extensions every
page is built.
"""

import hashlib
import os
import zlib
from collections.abc import Mapping
from pathlib import Path
from typing import Final

import yaml

from generator.files.cache import key_of
from generator.files.folder import NotPlain
from generator.files.package import code_id
from generator.files.walk import plain_files, read_file
from generator.places import CONFIG
from generator.publish.builders import variables_in
from generator.read.settings import custom_dir

KIND: Final = "pages"
"""Name of these results in the cache."""

_HOOK: Final = "generator/publish/hook.py"
_PURE: Final = frozenset(
    {"abbr", "admonition", "attr_list", "def_list", "footnotes", "md_in_html", "tables", "toc"}
)
"""Extensions of Markdown that read nothing but the page."""

_LEAVING_OUT: Final = frozenset({"INHERIT", "draft_docs", "exclude_docs"})
"""Settings that bring others, or leave pages out, which the sitemap would have to follow."""

_ROOMS: Final = ("publish", "files")
_LEVEL: Final = 1
"""Compression, of which the quickest makes a fifth of a page."""


class _Loose(yaml.SafeLoader):
    """Reads mkdocs.yml with whatever tags it has."""


_Loose.add_multi_constructor("", lambda loader, suffix, node: f"{suffix} {node.value!r}")


def frame_paths(root: Path) -> list[str] | None:
    """Returns the paths below ``root`` of what frames pages beside mkdocs.yml; None where nobody can tell."""
    try:
        if not _is_pure(read_file(root, CONFIG)):
            return None
    except (OSError, NotPlain):
        return None
    folder = custom_dir(root)
    return [_HOOK, *([folder] if folder is not None else [])]


def frame_id(root: Path, config: bytes) -> str | None:
    """Computes a hash of all that frames pages; None where that can't be told, so that no page may be kept.

    Args:
        root: the folder of mkdocs.yml.
        config: the content of that file.
    """
    if not _is_pure(config):
        return None
    digest = hashlib.sha256(code_id(_ROOMS).encode())
    try:
        digest.update(read_file(root, _HOOK))
    except (OSError, NotPlain):
        return None
    digest.update(key_of(config.decode("utf-8", "replace")).encode())
    for name in variables_in(config.decode("utf-8", "replace")):
        digest.update(key_of(name, os.environ.get(name, "\0")).encode())
    folder = custom_dir(root)
    if folder is not None:
        try:
            names, faults = plain_files(root, folder)
            if faults:
                return None
            for name in names:
                content = read_file(root, f"{folder}/{name}")
                digest.update(f"\n{name} {len(content)}\n".encode() + content)
        except (OSError, NotPlain):
            return None
    return digest.hexdigest()


def _is_pure(config: bytes) -> bool:
    """Tests whether settings run nothing but our hook and extensions that read nothing but the page."""
    try:
        settings = yaml.load(config, _Loose)
    except (yaml.YAMLError, UnicodeDecodeError):
        return False
    if not isinstance(settings, dict) or not _LEAVING_OUT.isdisjoint(settings):
        return False
    theme = settings.get("theme")
    return (
        settings.get("hooks") == [_HOOK]
        and settings.get("plugins") == []
        and settings.get("use_directory_urls") is True
        and _has_titles(settings.get("nav"))
        and isinstance(theme, dict)
        and theme.get("name") == "material"
        and _names(settings.get("markdown_extensions")) <= _PURE
    )


def _has_titles(nav: object) -> bool:
    """Tests whether every entry of ``nav`` has its title in the settings, or else it would be the page's."""
    if isinstance(nav, list):
        return all(isinstance(entry, dict) and all(map(_has_titles, entry.values())) for entry in nav)
    return isinstance(nav, str)


def _names(extensions: object) -> set[str]:
    listed = extensions if isinstance(extensions, list) else [extensions]
    return {str(next(iter(entry))) if isinstance(entry, dict) and entry else str(entry) for entry in listed}


def built_path(page: str) -> str:
    """Returns the path of a page's HTML below the site, by that of its Markdown below the folder of pages."""
    folder, _, name = page.removesuffix(".md").rpartition("/")
    below = [folder] if folder else []
    return "/".join([*below, *([] if name == "index" else [name]), "index.html"])


def page_key(frame: str, page: str, markdown: str) -> str:
    """Computes the key of a page's HTML.

    Args:
        frame: the key of what frames it.
        page: its path.
        markdown: the key of its Markdown.
    """
    return key_of(frame, page, markdown)


def packed(html: bytes) -> bytes:
    """Compresses HTML."""
    return zlib.compress(html, _LEVEL)


def unpacked(kept: bytes) -> bytes:
    """Returns the HTML that was compressed."""
    return zlib.decompress(kept)


def shares(pages: Mapping[str, int], processes: int, fewest: int = 50, most: int = 1000) -> list[list[str]]:
    """Parts pages into shares of like size for several processes, one at least, each with some pages.

    Args:
        pages: the size of each by its path.
        processes: the most that may run at once.
        fewest: pages that are worth a process.
        most: pages of a share at most, as MkDocs holds all of them in memory.
    """
    number = max(1, min(processes, len(pages) // fewest), -(-len(pages) // most))
    parts: list[list[str]] = [[] for _ in range(number)]
    sizes = [0] * number
    for page in sorted(pages, key=lambda page: (-pages[page], page)):
        least = sizes.index(min(sizes))
        parts[least].append(page)
        sizes[least] += pages[page]
    return parts
