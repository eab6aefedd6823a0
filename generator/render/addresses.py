"""Where pages stand, and the relative links between them."""

import posixpath
import re
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
SEARCH: Final = "search/index.md"
DATA: Final = "api/index.md"

DATA_INDEX: Final = "api/index.json"
DATA_SCHEMA: Final = "api/schema.json"
CLAIMS_TABLE: Final = "api/claims.csv"
FEED: Final = "feed.xml"

# All that ids, slugs and our own names can make; such an address needs no escaping anywhere.
_PLAIN: Final = re.compile(r"[a-z0-9./#-]+")


def briefing_page(slug: str) -> str:
    """The path of a briefing's page, below the pages folder."""
    return f"briefings/{slug}/index.md"


def source_page(slug: str, article: str) -> str:
    """The path of an article's page. A folder each, so that even an article named index has one."""
    return f"briefings/{slug}/articles/{article}/index.md"


def actor_page(actor: str) -> str:
    """The path of an actor's page."""
    return f"actors/{actor}/index.md"


def topic_page(topic: str) -> str:
    """The path of a topic's page."""
    return f"topics/{topic}/index.md"


def briefing_data(slug: str) -> str:
    """The path of the file with all that is known of a briefing."""
    return f"api/briefings/{slug}.json"


def actor_data(actor: str) -> str:
    """The path of the file with all claims by, about and passed on by an actor."""
    return f"api/actors/{actor}.json"


def paper_of(slug: str) -> str:
    """The path of a briefing's PDF and Word file, without its ending."""
    return f"briefings/{slug}/{slug}"


def feed_of_briefing(slug: str) -> str:
    """The path of the feed of a briefing."""
    return f"briefings/{slug}/{FEED}"


def feed_of_topic(topic: str) -> str:
    """The path of the feed of a topic."""
    return f"topics/{topic}/{FEED}"


def feed_of_actor(actor: str) -> str:
    """The path of the feed of an actor."""
    return f"actors/{actor}/{FEED}"


def link(here: str, there: str, fragment: str = "") -> Safe:
    """The address of the page ``there`` as a Markdown link on the page ``here`` writes it.

    Raises:
        ValueError: the address holds something that no id can hold, which is a bug of ours.
    """
    path = "" if here == there else posixpath.relpath(there, posixpath.dirname(here))
    address = f"{path}#{fragment}" if fragment else path or posixpath.basename(there)
    if not _PLAIN.fullmatch(address):
        raise ValueError(f"not an address of ours: {address!r}")
    return Safe(address)


def site_address(here: str, there: str) -> Safe:
    """The address of the page ``there`` on the page ``here`` in HTML that the site builder leaves alone."""
    path = posixpath.relpath(posixpath.dirname(there) or ".", posixpath.dirname(here))
    return Safe(f"{path}/")


def site_path(there: str, fragment: str = "") -> str:
    """The address of a page or file below the site's root, for other files: ``briefings/x/#claim-y``.

    Empty for the home page.

    Raises:
        ValueError: the address holds something that no id can hold, which is a bug of ours.
    """
    page = there.removesuffix("index.md")
    path = f"{page.removesuffix('.md')}/" if page.endswith(".md") else page
    address = f"{path}#{fragment}" if fragment else path
    if address and not _PLAIN.fullmatch(address):
        raise ValueError(f"not an address of ours: {address!r}")
    return address
