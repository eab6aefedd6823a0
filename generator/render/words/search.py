"""The phrases of the search page, and the words that say nothing in a query.

`scripts` has the phrases of its script, `values` the names of its facets.
"""

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

# Words of the site's language that say nothing in a query: without accents, apostrophes and capitals. What
# denies ("not", "didnt", "without", "against") is none of them, nor "may" and "us", a month and a state.
SILENT: Final = """
who whom whose what whats which when where why how
am is are was were be been being do does did done doing
has have had having can could will would shall should might must
a an the this that these those there here any anything something
i me my we our you your he him his she her it its they them their
about above across after among around as at before behind below between beyond by concerning during for
from in into of off on onto over regarding since than through throughout to toward towards under until
upon via with within
and but if or so then
say says said saying tell tells told telling speak speaks spoke spoken speaking talk talks talked talking
mention mentions mentioned mentioning
"""
