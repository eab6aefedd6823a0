"""JSON-LD of a web page: what it states of its article."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from generator.edit.imports.text.reading import Fact, Stated

_ARTICLES: Final = re.compile(r"(?:.*Article|Report|BlogPosting|LiveBlogPosting|PressRelease)\Z")
_FIELDS: Final[tuple[tuple[Fact, str], ...]] = (
    ("title", "headline"),
    ("publisher", "publisher"),
    ("author", "author"),
    ("url", "mainEntityOfPage"),
    ("url", "url"),
    ("published", "datePublished"),
    ("language", "inLanguage"),
)
_WRAPPING: Final = re.compile(
    r"\A\s*(?:<!--|/[/*]\s*<!\[CDATA\[\s*(?:\*/)?)|(?:-->|/[/*]\s*\]\]>\s*(?:\*/)?)\s*\Z"
)

Node = Mapping[str, object]


def read_json_ld(scripts: Sequence[str], page: Sequence[str]) -> tuple[list[Stated], list[str]]:
    """Reads the scripts of a page that hold JSON-LD.

    Args:
        scripts: their texts.
        page: what the page itself states by which one of several articles is known: addresses and titles.

    Returns:
        what is stated of the page's article, and remarks.
    """
    nodes: list[Node] = []
    remarks = []
    for script in scripts:
        try:
            nodes += _nodes(json.loads(_WRAPPING.sub("", script), strict=False))
        except (ValueError, RecursionError):
            remarks.append("Its JSON-LD can't be read and was left out.")
    by_id = {
        node["@id"]: node for node in reversed(nodes) if isinstance(node.get("@id"), str) and len(node) > 1
    }
    articles = [
        node for node in nodes if any(_ARTICLES.match(kind) for kind in _texts(node.get("@type"), by_id))
    ]
    if len(articles) > 1:
        known = [node for node in articles if set(_names_of(node, by_id)) & set(page)]
        if not known:
            remarks.append(
                f"Its JSON-LD describes {len(articles)} articles, and does not say which is this one."
            )
        articles = known[:1]
    if not articles:
        return [], remarks
    article = articles[0]
    stated = [
        Stated(fact, ", ".join(dict.fromkeys(values)), f"JSON-LD {key}")
        for fact, key in _FIELDS
        if (values := _addresses(article.get(key)) if fact == "url" else _texts(article.get(key), by_id))
    ]
    return stated, [*remarks, *_remarks(article, by_id)]


def _remarks(article: Node, by_id: Mapping[object, Node]) -> Iterator[str]:
    parts = article.get("hasPart")
    free = [
        part.get("isAccessibleForFree") for part in [article, *_listed(parts)] if isinstance(part, Mapping)
    ]
    if any(str(value).lower() in ("false", "http://schema.org/false") for value in free):
        yield "It says that it is not free to read: what is here may be its beginning alone."
    if "LiveBlogPosting" in _texts(article.get("@type"), by_id):
        yield "It says that it is a live blog: its entries are of different times, and one date fits none."
    for day in _texts(article.get("dateModified"), by_id):
        yield f"It was changed at “{day}” (JSON-LD dateModified), which is no date of publication."


def _nodes(value: object) -> Iterator[Node]:
    """Yields the nodes of a script: at its top, in lists and graphs, and what a page is mainly about."""
    for item in _listed(value):
        if isinstance(item, Mapping):
            yield item
            yield from _nodes(item.get("@graph"))
            yield from _nodes(item.get("mainEntity"))
            for key in ("publisher", "author"):
                yield from (
                    inner for inner in _listed(item.get(key)) if isinstance(inner, Mapping) and "@id" in inner
                )


def _names_of(node: Node, by_id: Mapping[object, Node]) -> Iterator[str]:
    for key in ("url", "mainEntityOfPage", "@id"):
        yield from _addresses(node.get(key))
    yield from _texts(node.get("headline"), by_id)


def _texts(value: object, by_id: Mapping[object, Node]) -> list[str]:
    """Lists the texts of a value; of a thing, its name or address, which another node may have."""
    texts = []
    for item in _listed(value):
        if isinstance(item, Mapping):
            thing = by_id.get(item.get("@id"), item) if len(item) == 1 else item
            named = next(
                (thing[key] for key in ("@value", "name", "url", "@id") if isinstance(thing.get(key), str)),
                "",
            )
            texts.append(str(named))
        elif isinstance(item, str):
            texts.append(item)
    return [text for text in texts if text.strip()]


def _addresses(value: object) -> list[str]:
    """Lists the addresses of a value; of a thing, its id or address."""
    texts = [
        text
        for item in _listed(value)
        for text in ([item.get("@id"), item.get("url")] if isinstance(item, Mapping) else [item])
    ]
    return [text for text in texts if isinstance(text, str) and text.startswith(("https://", "http://"))][:1]


def _listed(value: object) -> list[object]:
    return [] if value is None else value if isinstance(value, list) else [value]
