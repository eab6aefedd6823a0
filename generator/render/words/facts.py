"""The phrases that modules use: facts, titles, descriptions, lists of changes."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

FACTS: Final[Mapping[str, str | tuple[str, str]]] = MappingProxyType(
    {
        "and": " and ",
        # The facts of a claim.
        "its-verb": "verb: “{0}”",
        "read-as-fact": "read as {0}",
        "quote-cited": "{0} ({1}): “{2}”. {3}: {4}, {5}.",
        # How many there are.
        "claims": ("{0} claim", "{0} claims"),
        "changes": ("{0} change", "{0} changes"),
        "errors": ("{0} error", "{0} errors"),
        "open-questions": ("{0} open question", "{0} open questions"),
        "accounts-differ-on": ("accounts differ on {0} question", "accounts differ on {0} questions"),
        "not-answered-count": ("{0} question not answered", "{0} questions not answered"),
        "more-not-answered": "{0} more not answered",
        "articles-count": ("{0} article", "{0} articles"),
        "undated-articles": ("{0} undated article", "{0} undated articles"),
        "passages-left-out": ("{0} passage left out", "{0} passages left out"),
        "claims-by-whom": "{0} by {1}",
        "others": "others",
        "would-be-settled-by": "{0} would answer",
        "settled-otherwise": "Others",
        "answers-some": "{0} questions",
        "part-of-place": "part of {0}",
        "then-said-by": ", as said by {0}",
        "also-called": "also: {0}",
        "words-count": ("{0} word", "{0} words"),
        # What a briefing knew, and which version of it this is.
        "as-of": "Describes {0}",
        "last-changed": "edited {0}",
        "version": "version {0}",
        "not-committed": "now (not yet published)",
        # Who says a claim.
        "sources-named": ("Source {1}", "Sources {1}"),
        "the-source": "The source",
        "described-not-named": "“{0}”, not named",
        "somebody-not-named": "Unnamed",
        "according-to": "{0}, according to {1}",
        "writes": ("{1} writes", "{1} write"),
        "itself": "{0} itself",
        "source-itself": "The source itself",
        "via-told": "(passed on by {0})",
        # What a chip tells behind the letter of a source.
        "chip-open": "leaves open: {0}",
        "chip-unnamed": "unnamed",
        "chip-other": "{0}, {1}",
        "or": " or ",
        "leaves-open": "{0} leaves open whether it is {1}",
        "name-and-letters": "{0} ({1})",
        "passed-on-by": "passed on by {0}",
        "probably-said-in": "probably said in {0}: {1}",
        "only-in": "“{0}”: only {1}",
        # Where a claim, or the words of one of its quotes, were first said.
        "first-said-in": "first said in: {0}",
        "not-stated": "not stated",
        "words-first-said-in": "first said in {0}",
        "as-passed-on-in": "{0}, as passed on in {1}",
        "sources-have-it": "sources {0} have it from there, taken as one",
        "both-lead-to": "Both lead to {0}: what was said there counts once.",
        # More facts of a claim, and of what stands beside it.
        "left-out": "[…]",
        "left-out-between": " […] ",
        "correction-of": "Correction: {0}",
        # A mail begins with the address of what is wrong.
        "correction-mail": "{0}\n\nWhat is wrong:\n\nWhat it should say, and where that stands:\n",
        "claim-of-briefing": "{0} (#claim-{1})",
        # Whether these sources carry a person's answer to what others say of them.
        "no-answer-but": (
            "{0} claim by others about this person. These sources carry no answer to it; "
            "{1} by this person, on other matters.",
            "{0} claims by others about this person. These sources carry no answer to them; "
            "{1} by this person, on other matters.",
        ),
        "no-answer": (
            "{0} claim by others about this person. These sources carry no answer to it, "
            "and nothing else that this person says.",
            "{0} claims by others about this person. These sources carry no answer to them, "
            "and nothing else that this person says.",
        ),
        # Assessments.
        "likelihood": "Likelihood: {0}",
        "confidence": "Confidence: {0}",
        # Sources: what they are called, and what is known of them.
        "source-title": "Source {0}: {1}",
        "text-taken-out": "text taken out",
        "undated": "undated",
        "publishers-unknown": ("publisher unknown", "publishers unknown"),
        "place": "paragraph {0}, sentence {1}",
        "paragraph": "paragraph {0}",
        "fact-title": "Title",
        "fact-publisher": "Publisher",
        "fact-author": "Author",
        "fact-published": "Published",
        "fact-address": "Address",
        "fact-language": "Language",
        "fact-archived-copy": "Archived copy",
        "fact-retrieved": "Retrieved",
        "fact-length": "Length",
        "fact-reliability": "Reliability",
        "fact-not-known": "Not known",
        "unknown-title": "title",
        "unknown-publisher": "publisher",
        "unknown-author": "author",
        "unknown-published": "date of publication",
        "unknown-address": "web address",
        "unknown-language": "language",
        # Lists of changes.
        "changed": "What changed",
        "several-times": "{0} ({1} times)",
        "this-briefing": "This briefing",
        "summary-line": "Summary, line {0}",
        "source-and-label": "Source {0}, {1}",
        "it-changed": "changed",
        "edited": "edited",
        "reworded": "reworded",
        "reworded-before": "reworded; before: “{0}”",
        "speaker-changed": "speaker changed from {0} to {1}",
        "differ-changed": "how accounts differ is told anew; before: “{0}”",
        "kind-changed": "now: {0} Before: {1}",
        "ladder-changed": "from the most cautious on: {0}; before: {1}",
        "no-ladder": "no order",
        "then": ", then ",
        "speaker-of-claim": "the claim’s speaker",
        "likelihood-changed": "likelihood from {0} to {1}",
        "confidence-changed": "confidence from {0} to {1}",
        "the-answer": "the answer: {0}",
        "answer": "Answer",
        "how-they-differ": "How accounts differ",
        "what-would-settle": "What would settle it",
        "quote-in-source": "Quote in {0}",
        "rewordings": ("{0} line reworded by us", "{0} lines reworded by us"),
        "not-withdrawn-now": "no longer withdrawn",
        "withdrawn-otherwise": "withdrawn for another reason",
        # Feeds.
        "changes-of": "{0}: what changed",
        "more-changes-feed": "And {0} more.",
        # What a briefing can be had as.
        "download-pdf": "PDF",
        "download-sheet": "Sheet",
        "download-docx": "Word",
        "to-cite": "Cite",
        "as-data": "Data",
        # Headings of a briefing and of lists.
        "who-says-what": "Who says what",
        "other-claims": "Other claims",
        "picture-told": "{0} dates on a line, numbered as in the list above, which says the same.",
        # Pages: titles that no template says, and what search engines are told.
        "site-name": "Briefings",
        "numbered-title": "{0}, page {1}",
        "home-description": (
            "What is said, who says it, what is open: each claim with the words it rests on."
        ),
        "method-description": "What the marks mean; what was checked by machine and what was not.",
        "search-description": "Search single claims, questions, people, topics, sources and briefings.",
        "data-description": (
            "Briefings as PDF and Word, all claims as a table, everything as data, feeds, and how to cite."
        ),
        "briefings-description": "Every briefing that is kept up to date, by title.",
        "archive-description": "Briefings that are kept as they were, and those that were withdrawn.",
        "topics-description": "What the briefings are about, from A to Z.",
        "topic-description": "Briefings on {0}: what is said, who says it, what is open.",
        "questions": "Questions",
        "questions-description": "What the articles leave open, and what would settle it.",
        "changes-description": "What changed in the briefings, newest first.",
        "changes-of-description": "What changed in “{0}” since it was published, newest first.",
        "who": "Who",
        "actors-description": (
            "Everybody the briefings name: who they are, what they say, what is said of them."
        ),
        "actor-description": "Claims by and about {0}, each with the words it rests on.",
        "source-description": "What source {0} of “{1}” says, and which claims rest on it.",
        "moved-description": "“{0}” has another address now.",
    }
)
