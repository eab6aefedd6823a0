"""Plans the page of the search, which a script fills."""

from generator.render.addresses import (
    ACTORS,
    HOME,
    QUESTIONS,
    SEARCH,
    TOPICS,
    site_address,
)
from generator.render.page import Page
from generator.render.words import phrase


def search_plan() -> Page:
    """Plan the page of the search."""
    return Page(
        path=SEARCH,
        template="search",
        title=phrase("search-title"),
        description=phrase("search-description"),
        view={
            "home": site_address(SEARCH, HOME),
            "questions": site_address(SEARCH, QUESTIONS),
            "actors": site_address(SEARCH, ACTORS),
            "topics": site_address(SEARCH, TOPICS),
        },
        indexed=False,
    )
