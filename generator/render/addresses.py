"""Paths of pages, of data files and feeds that are made for each entry, and the links between them."""

import posixpath
import re
from functools import lru_cache
from typing import Final

from generator.render.escape import Safe

HOME: Final = "index.md"
ACTORS: Final = "actors/index.md"
QUESTIONS: Final = "questions/index.md"
CHANGES: Final = "changes/index.md"
BRIEFINGS: Final = "briefings/index.md"
# Not below the list of briefings, where one named "archive" would have its page.
ARCHIVE: Final = "archive/index.md"
TOPICS: Final = "topics/index.md"
METHOD: Final = "method.md"
GUIDE: Final = "guide.md"
SEARCH: Final = "search/index.md"
DATA: Final = "api/index.md"

FEED: Final = "feed.xml"

# Ids, slugs and the generator's own names hold nothing else, so that an address needs no escaping anywhere.
_PLAIN: Final = re.compile(r"[a-z0-9./#-]+")


def briefing_page(slug: str) -> str:
    """The path of a briefing's page, below the pages folder."""
    return f"briefings/{slug}/index.md"


def changes_of_briefing(slug: str) -> str:
    """The path of the page of all changes of a briefing."""
    return f"briefings/{slug}/changes/index.md"


def source_page(slug: str, article: str) -> str:
    """The path of an article's page, in a folder of its own, so that an article may be named ``index``."""
    return f"briefings/{slug}/articles/{article}/index.md"


def actor_page(actor: str) -> str:
    """The path of an actor's page."""
    return f"actors/{actor}/index.md"


def topic_page(topic: str) -> str:
    """The path of a topic's page."""
    return f"topics/{topic}/index.md"


def briefing_data(slug: str) -> str:
    """The path of a briefing's data file."""
    return f"api/briefings/{slug}.json"


def actor_data(actor: str) -> str:
    """The path of an actor's data file, which has all claims by, about and passed on by the actor."""
    return f"api/actors/{actor}.json"


def paper_of(slug: str) -> str:
    """The path of a briefing's PDF and Word files, without the ending."""
    return f"briefings/{slug}/{slug}"


def feed_of_briefing(slug: str) -> str:
    """The path of a briefing's feed."""
    return f"briefings/{slug}/{FEED}"


def feed_of_topic(topic: str) -> str:
    """The path of a topic's feed."""
    return f"topics/{topic}/{FEED}"


def feed_of_actor(actor: str) -> str:
    """The path of an actor's feed."""
    return f"actors/{actor}/{FEED}"


@lru_cache(maxsize=1 << 14)
def _relative(there: str, here: str) -> str:
    folder, path = here.split("/")[:-1], there.split("/") if there else []
    shared = len(posixpath.commonprefix((folder, path)))
    return "/".join([*[".."] * (len(folder) - shared), *path[shared:]]) or "."


def link(here: str, there: str, fragment: str = "") -> Safe:
    """The destination of a Markdown link from the page ``here`` to the page ``there``, relative.

    Raises:
        ValueError: the address has a character that no id has, which is a bug of the generator.
    """
    path = "" if here == there else _relative(there, here)
    address = f"{path}#{fragment}" if fragment else path or posixpath.basename(there)
    if not _PLAIN.fullmatch(address):
        raise ValueError(f"not an address of ours: {address!r}")
    return Safe(address)


@lru_cache(maxsize=1 << 14)
def site_address(here: str, there: str) -> Safe:
    """The relative address from ``here`` to ``there`` for HTML, which the site builder leaves alone."""
    return Safe(f"{_relative(posixpath.dirname(there), here)}/")


def site_path(there: str, fragment: str = "") -> str:
    """The address of a page or file relative to the site's root, as ``briefings/x/#claim-y``; empty for home.

    Raises:
        ValueError: the address has a character that no id has, which is a bug of the generator.
    """
    page = there.removesuffix("index.md")
    path = f"{page.removesuffix('.md')}/" if page.endswith(".md") else page
    address = f"{path}#{fragment}" if fragment else path
    if address and not _PLAIN.fullmatch(address):
        raise ValueError(f"not an address of ours: {address!r}")
    return address
