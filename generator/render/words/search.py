"""The phrases of the search page; `scripts` has those of its script, `values` the names of its facets."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

SEARCH_PAGE: Final[Mapping[str, str]] = MappingProxyType(
    {
        "search-everything": "Search everything",
        "search-title": "Search",
        "search-all": "Search all briefings",
        "narrow-down": "Narrow down",
        "results": "Results",
        "more-results": "Show more results",
        "search-without-script": "Search needs JavaScript. Everything can be read without it:",
        "the-briefings": "the briefings",
        "the-topics": "the topics",
        "who-is-named": "who is named",
        "the-questions": "the questions",
    }
)
