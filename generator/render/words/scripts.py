"""The words of scripts, which pages pass in attributes; the search reads them from a file."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from generator.render.words.search import SEARCH_PAGE

# The words of templates/assets/since.js, which marks what changed since the reader's last visit.
SINCE: Final[Mapping[str, object]] = MappingProxyType(
    {
        "added": ["New", "{some} new"],
        "changed": ["Changed", "{some} changed"],
        "claim": ["{n} claim", "{n} claims"],
        "question": ["{n} question", "{n} questions"],
        "and": " and ",
        "none": "No claim or question is new or changed",
        "other": "Something other than claims and questions changed",
        "sinceRead": "{some} since you marked this as read (version of {date}).",
        "sinceAsked": "{some} since {date}, from this page’s address.",
        "read": "You marked this as read (version of {date}). Only this browser keeps that.",
        "invalid": (
            "This page’s address asks for what is new since “{value}”. That is neither a day, as in "
            "2024-11-01, nor a time, as in 2024-11-01T12:00:00Z, so nothing is marked."
        ),
        "unkept": "This browser keeps nothing for this site, so the page can’t be marked as read.",
        "mark": "Mark as read",
        "unmark": "Mark as unread",
        "first": "Go to the first",
        "next": "next change",
        "top": "back to the top",
        "listed": "changed since you read it",
        "months": [
            *("January", "February", "March", "April", "May", "June", "July", "August", "September"),
            *("October", "November", "December"),
        ],
    }
)

# The words of templates/assets/preview/quoting.js, which has selected words written as YAML.
QUOTING: Final[Mapping[str, object]] = MappingProxyType(
    {
        "bar": "Selected words",
        "words": "“{words}”",
        "quote": "Copy as quote",
        "claim": "Claim from this",
        "copied": {
            "quote": "The quote is copied, as YAML.",
            "claim": "A claim is copied, as YAML; its text is left to you.",
        },
        "byHand": "This browser doesn’t let the page copy. The YAML is selected: copy it yourself.",
        "failed": "The preview doesn’t answer. Is it still running?",
    }
)

# The words of templates/assets/search/, once somebody searches; those before that stand in `theme`.
SEARCH: Final[Mapping[str, object]] = MappingProxyType(
    {
        "results": ["{n} result", "{n} results"],
        "resultsFor": ["{n} result for “{query}”", "{n} results for “{query}”"],
        "seeAll": "See all, and narrow them down",
        "newest": "Newest briefings:",
        "nothing": "No results for “{query}”.",
        "missing": "Nothing has {words}.",
        "quoted": "“{word}”",
        "or": " or ",
        "rarest": ["Here is the {n} result for “{word}”:", "Here are the {n} results for “{word}”:"],
        "meant": "Did you mean “{word}”?",
        "alone": "{results} for “{word}” alone",
        "notAll": "Nothing has all of this.",
        "wider": "Without the choices: {results}",
        "narrow": SEARCH_PAGE["narrow-down"],
        "narrowed": "Narrow down ({n} chosen)",
        "more": "{n} more",
    }
)
