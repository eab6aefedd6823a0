"""The phrases of PDF and Word files, many of which a briefing's page uses too."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

# What is said beside the briefing's own words.
PAPER: Final[Mapping[str, str | tuple[str, str]]] = MappingProxyType(
    {
        "our-inference": " (our inference)",
        "page": "page {0} of {1}",
        "own-address": "This paper, and the passage of every quote: ",
        "draft": "Draft",
        "draft-state": "Draft. Not published.",
        "archived": "Archived",
        "archived-state": "Archived. Kept as it was, and no longer brought up to date.",
        "withdrawn": "Withdrawn",
        "assessments": "Our assessment",
        "still-open": "Not answered in these sources",
        "all-open": "All {0} open questions",
        "partly": "(partly answered)",
        "sources": "Sources",
        "more-sources": "All {0} sources",
        "annex": "Annex: the evidence",
        "claim-number-head": "No.",
        "claim-head": "Claim",
        "quotes-head": "Quotes",
        "as-claimed": "in the claim’s words",
        "no-claim": "No claim belongs here.",
        "instead": "In its place: ",
        "said": "said {0}",
        "happened": "happened {0}",
        "about": "about {0}",
        "translation": "Our translation: ",
        "note": "Note: ",
        "reliability": "Why this reliability: ",
        "first-published": "{0}, first published",
        "more-changes": "and {0} more",
        "cite": "How to cite",
        "settled-by": "The full text or recording would answer it: ",
        "would-settle": "Would settle it: ",
        "asked": "asked {0}",
        "checked": "last checked {0}",
        "timeline": "Timeline",
        "is-withdrawn": "(withdrawn)",
        "fingerprint": "SHA-256 of its text: ",
        "origins": "Original statements",
        "passed-on": "passed on from {0}",
        "counts-once": "{0} draw on this; taken as one source.",
        "set-aside": "Left out, and why",
        "about-briefing": "About",
        "topics": "Topics: ",
        "editors": "Editors: ",
        "unshown-one": "[1 character that is not shown here]",
        "unshown": "[{0} characters that are not shown here]",
        "unshown-why": (
            "This file has no letters for some characters, and says how many it leaves out. "
            "The page has them, and so has the Word file."
        ),
    }
)
