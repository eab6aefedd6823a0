"""What RFC 4287 asks of an Atom feed, as far as this site's feeds go: a checker for tests."""

import re
from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from typing import Final
from xml.etree import ElementTree

ATOM: Final = "{http://www.w3.org/2005/Atom}"
XHTML: Final = "{http://www.w3.org/1999/xhtml}"
LANGUAGE: Final = "{http://www.w3.org/XML/1998/namespace}lang"

# RFC 4151, section 2.1; dates are YYYY-MM-DD here.
TAG: Final = re.compile(
    r"tag:(?:[A-Za-z0-9._-]+@)?[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*"
    r",\d{4}-\d\d-\d\d:[A-Za-z0-9._~!$&'()*+,;=:@/?%-]*"
)
# RFC 3339 as section 3.3 narrows it, in UTC.
TIME: Final = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")

# Section 4.1: what a feed and an entry need once, may have once, and may have any number of times.
_NEEDED: Final = frozenset(["id", "title", "updated"])
_ONCE: Final = frozenset(["content", "published", "rights", "summary", "generator", "subtitle"])
_MAY: Final = {
    "feed": _NEEDED | {"author", "category", "entry", "generator", "link", "rights", "subtitle"},
    "entry": _NEEDED | {"author", "category", "content", "link", "published", "rights", "summary"},
}
_ATTRIBUTES: Final = {
    "feed": {LANGUAGE},
    "generator": {"version"},
    "link": {"rel", "href", "type"},
    "category": {"term"},
    "content": {"type"},
    "title": {"type"},
}


def faults(feed: str) -> list[str]:
    """Everything in a feed that RFC 4287 doesn't allow; none for a valid one."""
    try:
        root = ElementTree.fromstring(feed.encode())
    except ElementTree.ParseError as wrong:
        return [f"not XML: {wrong}"]
    if root.tag != f"{ATOM}feed":
        return ["the root is no feed"]
    return [*_feed(root)]


def _feed(root: ElementTree.Element) -> Iterator[str]:
    yield from _children(root)
    entries = root.findall(f"{ATOM}entry")
    if root.find(f"{ATOM}author") is None and any(one.find(f"{ATOM}author") is None for one in entries):
        yield "no author"
    if len([one for one in root.findall(f"{ATOM}link") if one.get("rel") == "self"]) != 1:
        yield "not one link to itself"
    for entry in entries:
        yield from _children(entry)
        alternate = [
            one for one in entry.findall(f"{ATOM}link") if one.get("rel", "alternate") == "alternate"
        ]
        if entry.find(f"{ATOM}content") is None and not alternate:
            yield "an entry with neither content nor alternate link"
    ids = Counter(element.text for element in root.iter(f"{ATOM}id"))
    yield from (f"id twice: {id}" for id, times in ids.items() if times > 1)
    times = [entry.findtext(f"{ATOM}updated", "") for entry in entries]
    if times and root.findtext(f"{ATOM}updated") != max(times):
        yield "the feed is not as new as its newest entry"


def _children(parent: ElementTree.Element) -> Iterator[str]:
    found = Counter(child.tag.removeprefix(ATOM) for child in parent)
    known = _MAY[parent.tag.removeprefix(ATOM)]
    yield from (f"unknown element: {name}" for name in found if name not in known)
    yield from (f"{found[name]} times {name}" for name in sorted(_NEEDED) if found[name] != 1)
    yield from (f"{found[name]} times {name}" for name in sorted(_ONCE) if found[name] > 1)
    alternates = Counter(one.get("type") for one in parent.findall(f"{ATOM}link[@rel='alternate']"))
    yield from (f"alternate twice: {kind}" for kind, times in alternates.items() if times > 1)
    for child in parent:
        name = child.tag.removeprefix(ATOM)
        yield from (
            f"attribute {one} of {name}" for one in child.attrib if one not in _ATTRIBUTES.get(name, set())
        )
        yield from _element(name, child)


def _element(name: str, element: ElementTree.Element) -> Iterator[str]:
    text = element.text or ""
    match name:
        case "id" if not TAG.fullmatch(text):
            yield f"not a tag URI: {text}"
        case "updated" | "published":
            if not TIME.fullmatch(text):
                yield f"not a time: {text}"
            else:
                datetime.fromisoformat(text.removesuffix("Z"))
        case "title" if len(element) or not text.strip():
            yield "a title that is no text"
        case "author":
            names = element.findall(f"{ATOM}name")
            if len(names) != 1 or not (names[0].text or "").strip():
                yield "an author without a name"
        case "link" if not re.match(r"https?://[^/\s]+/", element.get("href", "")):
            yield f"a link that isn't absolute: {element.get('href')}"
        case "category" if not element.get("term"):
            yield "a category without a term"
        case "content":
            divs = [*element]
            if element.get("type") != "xhtml" or [one.tag for one in divs] != [f"{XHTML}div"] or text.strip():
                yield "content that is not one XHTML div"
            allowed = {f"{XHTML}{tag}" for tag in ("div", "ul", "li", "a")}
            yield from (f"markup in content: {one.tag}" for one in divs[0].iter() if one.tag not in allowed)
            hrefs = [one.get("href", "") for one in element.iter(f"{XHTML}a")]
            yield from (f"a link that isn't absolute: {one}" for one in hrefs if "://" not in one)
