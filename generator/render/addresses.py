"""Where pages stand, and the relative links between them."""

import posixpath
import re
from typing import Final

from generator.render.escape import Safe

HOME: Final = "index.md"
ACTORS: Final = "actors/index.md"
QUESTIONS: Final = "questions/index.md"
METHOD: Final = "method.md"
SEARCH: Final = "search/index.md"

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
