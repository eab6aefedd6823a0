"""Checks every link of a built site, and that no page loads anything from another host."""

import hashlib
import json
import os
import posixpath
import re
import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from html import unescape
from pathlib import Path
from types import MappingProxyType
from typing import Final, NamedTuple
from urllib.parse import unquote

from generator.files.cache import Results, key_of
from generator.processes import spread

KIND: Final = "links"
"""Name of the outlines of pages in the cache."""

_ATTRIBUTES: Final = r"""(?:[^>"']++|"[^"]*+"|'[^']*+')*+"""
_TOKEN: Final = re.compile(
    # Comments, and these elements, hold no markup …
    rf"<!--.*?-->|<(?P<raw>script|style|textarea|title)(?=[\s/>])(?P<given>{_ATTRIBUTES})>"
    rf"(?P<text>.*?)</(?P=raw)\s*>"
    rf"|<(?P<name>[a-z][^\s/>]*+)(?P<attributes>{_ATTRIBUTES})>"
    # … and what begins like a tag and isn't one is reported, as a browser may see a link in it.
    r"|(?P<odd><[a-z][^<>]{0,60})",
    re.DOTALL | re.IGNORECASE,
)
_ATTRIBUTE: Final = re.compile(
    r"""([^\s"'>/=]++)\s*+=\s*+(?:"([^"]*+)"|'([^']*+)'|([^\s"'=<>`]++))""", re.DOTALL
)
# Only tags with one of these attributes are looked into, which most tags lack.
_WORTH: Final = re.compile(
    r"\b(?:id|name|href|src|srcset|imagesrcset|poster|data|action|formaction|ping|content|background)\s*="
    r"|\bstyle\s*=[^>]*(?:url|image)",
    re.IGNORECASE,
)
_LOADS: Final = frozenset({"src", "poster", "action", "formaction", "background", "xlink:href"})
_LOADS_IN_CSS: Final = re.compile(
    r"""url\(\s*(?:"([^"]*)"|'([^']*)'|([^\s"')]*))\s*\)|@import\s+(?:"([^"]*)"|'([^']*)')""", re.IGNORECASE
)
_CSS_COMMENT: Final = re.compile(r"/\*.*?\*/", re.DOTALL)
# A <link> of these kinds makes a browser load nothing.
_QUIET: Final = frozenset({"alternate", "author", "canonical", "cite-as", "help", "license", "next", "prev"})
_SCHEME: Final = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)
_REFRESH: Final = re.compile(r"\s*[\d.]*\s*[;,]\s*(?:url\s*=\s*)?[\"']?([^\"']+)", re.IGNORECASE)

_FOREIGN: Final = "asks another host; the site loads nothing from elsewhere"


class Broken(NamedTuple):
    """A broken link: the page's path below the site, the address as written, and what is wrong with it."""

    page: str
    href: str
    why: str


@dataclass
class _Page:
    """What a file holds: its ids, the addresses it links to, those it loads, and malformed tags."""

    ids: set[str] = field(default_factory=set)
    leads: set[str] = field(default_factory=set)
    loads: set[str] = field(default_factory=set)
    odd: set[str] = field(default_factory=set)


_Target = tuple[str, str]
"""Path of a file below the site, and a fragment, which may be empty."""


class _Outline(NamedTuple):
    """What a file asks of the others, and what they may ask of it.

    Attributes:
        ids: of its elements.
        targets: the addresses as written, by the file and the fragment that they lead to.
        faults: the addresses and tags that are wrong whatever the other files are, with what is wrong.
    """

    ids: frozenset[str]
    targets: Mapping[_Target, Sequence[str]]
    faults: Sequence[tuple[str, str]]


def broken_links(
    site: Path,
    base_path: str = "/",
    kept: Results | None = None,
    keys: Mapping[str, str] = MappingProxyType({}),
) -> list[Broken]:
    """Find the links of a site's pages that lead nowhere, and its requests to other hosts.

    An address must name a file of the site with the same capitals, a fragment an element of that page. Links
    for readers (``<a href>``) to other hosts are allowed and aren't followed. Style sheets are checked too;
    scripts can't be.

    Args:
        site: the folder of a built site.
        base_path: the path of the site on its host, as ``/`` or ``/briefings/``.
        kept: what is known of pages that were looked into before, by their content.
        keys: names of the contents of pages, by path; others are read to tell what they are.

    Returns:
        the broken links, sorted.

    Raises:
        OSError: a file can't be read.
    """
    base_path = f"/{base_path.strip('/')}/".replace("//", "/")
    files = set(_file_paths(site))
    pages = _outlines(
        site, sorted(path for path in files if path.endswith((".html", ".css"))), base_path, kept, keys
    )
    broken: set[Broken] = set()
    fine: set[_Target] = set()
    for path, page in pages.items():
        broken |= {Broken(path, text, why) for text, why in page.faults}
        for target, hrefs in page.targets.items():
            if target in fine:
                continue
            if why := _target_fault(target, files, pages):
                broken |= {Broken(path, href, why) for href in hrefs}
            else:
                fine.add(target)
    return sorted(broken)


def _outlines(
    site: Path, paths: Sequence[str], base_path: str, kept: Results | None, keys: Mapping[str, str]
) -> dict[str, _Outline]:
    """Make the outline of each file, or take the one that was made of the same content."""
    names = {
        path: key_of(
            path, base_path, keys.get(path) or hashlib.sha256((site / path).read_bytes()).hexdigest()
        )
        for path in paths
    }
    outlines: dict[str, _Outline] = {}
    for path, name in names.items():
        if kept is not None and (data := kept.get(name)) is not None:
            outlines[path] = _unpacked(data)
    missing = [path for path in paths if path not in outlines]
    for path, data in zip(
        missing, spread(_packed_outline, missing, _prepare, (site, base_path)), strict=True
    ):
        outlines[path] = _unpacked(data)
        if kept is not None:
            kept.put(names[path], data)
    return outlines


class _Process:
    """What each process needs to make outlines."""

    site: Path
    base_path: str


def _prepare(site: Path, base_path: str) -> None:
    _Process.site, _Process.base_path = site, base_path


def _packed_outline(path: str) -> bytes:
    """Make the outline of a file, as JSON, compressed."""
    text = (_Process.site / path).read_text("utf-8", "replace")
    page = _parse(text, is_css=path.endswith(".css"))
    targets: dict[_Target, list[str]] = {}
    faults = [(text, "a tag that can't be read") for text in sorted(page.odd)]
    for loads, hrefs in ((False, page.leads), (True, page.loads)):
        for href in sorted(hrefs):
            target, why = _led_to(href, loads, path, _Process.base_path)
            if why:
                faults.append((href, why))
            elif target is not None:
                targets.setdefault(target, []).append(href)
    written = [sorted(page.ids), [(*target, hrefs) for target, hrefs in targets.items()], faults]
    return zlib.compress(json.dumps(written).encode(), 1)


def _unpacked(data: bytes) -> _Outline:
    ids, listed, wrong = json.loads(zlib.decompress(data))
    by_target = {(target, fragment): hrefs for target, fragment, hrefs in listed}
    return _Outline(frozenset(ids), by_target, [(text, why) for text, why in wrong])


def _file_paths(site: Path) -> Iterator[str]:
    """The paths of the site's files, spelled exactly, even on a file system that ignores capitals."""
    for folder, _, names in os.walk(site):
        below = os.path.relpath(folder, site).replace(os.sep, "/")
        for name in names:
            yield name if below == "." else f"{below}/{name}"


def _parse(text: str, *, is_css: bool) -> _Page:
    page = _Page()
    if is_css:
        page.loads.update(_in_css(text))
        return page
    for token in _TOKEN.finditer(text):
        name = token["name"] or token["raw"]
        if name:
            if token["raw"] == "style":
                page.loads.update(_in_css(token["text"]))
            attributes = token["attributes"] or token["given"] or ""
            if attributes and _WORTH.search(attributes):
                _collect(name.lower(), attributes, page)
        elif token["odd"]:
            page.odd.add(token["odd"])
    return page


def _collect(name: str, text: str, page: _Page) -> None:
    """Add a tag's ids and addresses to its page."""
    attributes: dict[str, str] = {}
    for key, double, single, bare in _ATTRIBUTE.findall(text):
        attributes.setdefault(key.lower(), unescape(double or single or bare))
    for key, value in attributes.items():
        if key == "id" or (key == "name" and name == "a"):
            page.ids.add(value)
        elif key == "href" and (
            name in ("a", "area")
            or (name == "link" and _QUIET.issuperset(attributes.get("rel", "?").lower().split()))
        ):
            page.leads.add(value)
        elif key in _LOADS or key == "href" or (key == "data" and name == "object"):
            page.loads.add(value)
        elif key in ("srcset", "imagesrcset"):
            page.loads.update(part.split()[0] for part in value.split(",") if part.strip())
        elif key == "ping":
            page.loads.update(value.split())
        elif key == "style":
            page.loads.update(_in_css(value))
        elif key == "content" and attributes.get("http-equiv", "").lower() == "refresh":
            page.loads.update(_REFRESH.findall(value))


def _in_css(text: str) -> Iterator[str]:
    for groups in _LOADS_IN_CSS.findall(_CSS_COMMENT.sub("", text)):
        yield next((group for group in groups if group), "")


def _led_to(href: str, loads: bool, page: str, base_path: str) -> tuple[_Target | None, str]:
    """Tell what an address leads to, None for nothing in the site; and what is wrong with it, if anything."""
    href = href.strip()
    scheme = _SCHEME.match(href)
    if href.startswith(("//", "\\", "/\\")) or (scheme and scheme[1].lower() in ("http", "https")):
        return None, _FOREIGN if loads else ""
    if scheme:
        allowed = ("data",) if loads else ("mailto", "tel")
        return None, "" if scheme[1].lower() in allowed else f"{scheme[1]}: isn't allowed in a link"
    address, _, fragment = href.partition("#")
    target = _target(address.partition("?")[0], page, base_path)
    if target is None:
        return None, f"leads out of the site, which begins at {base_path}"
    # ":~:" begins a text directive, which browsers look up in the text and not in the ids.
    return (target, fragment.partition(":~:")[0]), ""


def _target_fault(target: _Target, files: set[str], pages: Mapping[str, _Outline]) -> str | None:
    """Tell what is wrong with what an address leads to; None if nothing is."""
    path, fragment = target
    if path not in files:
        if f"{path}/index.html" in files:
            return "names a folder; end it with a slash"
        return "no such page or file in the site"
    if not fragment or fragment.lower() == "top" or not path.endswith(".html"):
        return None
    ids = pages[path].ids
    return None if fragment in ids or unquote(fragment) in ids else f"no element with this id on {path}"


@lru_cache(maxsize=65536)
def _target(address: str, page: str, base_path: str) -> str | None:
    """The path of the file that an address on a page names; None where it is outside of the site."""
    if not address:
        return page
    if address.startswith("/"):
        if not (address + "/").startswith(base_path):
            return None
        path = unquote(address[len(base_path) :])
    else:
        path = f"{posixpath.dirname(page)}/{unquote(address)}".removeprefix("/")
    plain = posixpath.normpath(path)
    if plain == ".." or plain.startswith(("../", "/")):
        return None
    if plain == ".":
        return "index.html"
    return f"{plain}/index.html" if path.endswith(("/", "/.", "/..")) else plain
