"""The phrases of PDF and Word files, many of which a briefing's page uses too."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

# What is said beside the briefing's own words.
PAPER: Final[Mapping[str, str | tuple[str, str]]] = MappingProxyType(
    {
        "our-inference": " (our inference)",
        "page": "page {0} of {1}",
        "sheet": " (p.\u00a0{0})",
        "own-address": "This paper, and the passage of every quote: ",
        "draft": "Draft",
        "draft-state": "Draft. Not published.",
        "archived": "Archived",
        "archived-state": "Archived. Kept as it was, and no longer brought up to date.",
        "withdrawn": "Withdrawn",
        "in-short": "In short",
        "assessments": "Our assessment",
        "none-made": "None is made.",
        "see-about": "See “About this briefing”.",
        "still-open": "Not answered in these sources",
        "all-open": "All {0} open questions",
        "partly": "(partly answered)",
        "sources": "Sources",
        "more-sources": "All {0} sources",
        "annex": "Annex: the evidence",
        "how-to-read": (
            "Each claim opens with who says it. It is the speaker’s, not ours, and nothing here says who is "
            "right. Below it stand the source’s own words, shaped by whose they are:"
        ),
        "shape-spoken": "spoken words: the article gives them in quotation marks",
        "shape-part-quoted": "part-quoted: some of the words stand in quotation marks",
        "shape-paraphrase": "paraphrased: the article tells in its own words what somebody said",
        "shape-article": "the article’s own voice: it names no speaker for it",
        "no-claim": "No claim belongs here.",
        "source": "Source\u00a0{0}",
        "instead": "In its place: ",
        "said": "said {0}",
        "happened": "happened {0}",
        "about": "about {0}",
        "translation": "Our translation: ",
        "on-quote": "On this quote: ",
        "not-in-quote": "Not in the quote: ",
        "note": "Note: ",
        "until": "Our wording until {0}",
        "reliability": "Why this reliability: ",
        "first-published": "{0}, first published",
        "more-changes": "and {0} more",
        "cite": "How to cite",
        "settled-by": "The full text or recording would answer it: ",
        "would-settle": "Would settle it: ",
        "bears-on": "Bears on:",
        "asked": "asked {0}",
        "checked": "last checked {0}",
        "timeline": "Timeline",
        "what": "What",
        "claims-by": "Claims by them",
        "claims-about": "Claims about them",
        "is-withdrawn": "(withdrawn)",
        "fingerprint": "SHA-256 of its text: ",
        "origins": "Original statements",
        "passed-on": "passed on from {0}",
        "counts-once": "{0} draw on this, so it counts as one source.",
        "set-aside": "Left out, and why",
        "about-briefing": "About this briefing",
        "topics": "Topics: ",
        "editors": "Editors: ",
        "address": "Address: ",
        "unshown-one": "[1 character that is not shown here]",
        "unshown": "[{0} characters that are not shown here]",
        "unshown-why": (
            "This file has no letters for some characters, and says how many it leaves out. "
            "The page has them, and so has the Word file."
        ),
    }
)
