"""The words of the theme's frame around each page.

The theme's templates can't look up the catalogue, so `language_file` writes the words into
templates/overrides/partials/language.html; a test compares the two.
"""

import json
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from generator.render.words.facts import FACTS
from generator.render.words.prose import PROSE
from generator.render.words.search import SEARCH_PAGE

THEME: Final[Mapping[str, str]] = MappingProxyType(
    {
        # The theme's own names.
        "action.skip": "Skip to content",
        "nav": "Pages",
        "toc": "On this page",
        # The bar, and what is below every page.
        "site": "Site",
        "pages": "Menu",
        "foot": "This site tells who says what, in whose words; it never says who is right.",
        "method": PROSE["how-to-read-this"],
        "data": str(FACTS["as-data"]),
        # Search, before its index is loaded.
        "search": SEARCH_PAGE["search-title"],
        "search-label": SEARCH_PAGE["search-all"],
        "search-placeholder": SEARCH_PAGE["search-everything"],
        "search-close": "Close",
        "search-results": SEARCH_PAGE["results"],
        "search-loading": "Looking …",
        "search-unavailable": "Search is not available here.",
        "search-elsewhere": "Or look through:",
        # The page at an address that leads nowhere.
        "missing": "This page isn’t here",
        "missing-why": (
            "The address may have a slip in it, or what stood here was never published. "
            "What was published and taken back keeps its page, with the reason."
        ),
        "briefings": "All briefings",
        "questions": "Questions",
    }
)


def language_file() -> str:
    """Write the theme's file of words; a word that it lacks is the theme's own."""
    lines = ",\n".join(
        f"  {json.dumps(name)}: {json.dumps(text, ensure_ascii=False)}" for name, text in THEME.items()
    )
    return (
        "{#- Written from generator/render/words/theme.py; `make golden` writes it anew. -#}\n"
        '{% import "partials/languages/en.html" as theme %}\n'
        f"{{% macro t(key) %}}{{{{ {{\n{lines}\n}}[key] or theme.t(key) }}}}{{% endmacro %}}\n"
    )
