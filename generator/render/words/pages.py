"""The phrases that templates of pages use; `facts` has those that modules use."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

PAGES: Final[Mapping[str, str | tuple[str, str]]] = MappingProxyType(
    {
        # Pages of several.
        "page-of": "Page {0} of {1}",
        "page-before": "Page before",
        "next-page": "Next page",
        # The number alone is seen; the word is for those who hear a page's links one by one.
        "page-numbered": '<span class="named">Page </span>{0}',
        # Pieces that several pages use.
        "continued": "(continued)",
        "withdrawn-on": "**Withdrawn**, {0}: {1}",
        "withdrawn-one": "withdrawn",
        "is-archived": "(archived)",
        "is-draft": "(draft)",
        "inferred-from": "our inference: {0}",
        "inferred-from-outside": "our inference, from outside the articles: {0}",
        # What a sentence rests on: a second claim with the same speaker, kind of speech and source.
        "words-left-out": "words left out",
        "published-first": "first published",
        "published-first-sentence": "First published.",
        "published-on-the-day": "First published: ",
        # Lists. A script puts in what stands in braces with a name.
        "filter": "Filter this list",
        "filter-page": "Filter this page",
        "filter-shown": "{n} of {all} shown.",
        "filter-none": "No results for “{words}” on this page.",
        "filter-part": "The filter sees this page only, {0} of {1}.",
        "filter-search": "Search everything for “{words}”",
        "knows-as-of": "describes {0}",
        "asked-unchecked": "asked, and not checked since {0}",
        "no-current-briefing": "No briefing is kept up to date at present.",
        "due": "Due for a check",
        "all-topics": "All topics",
        "no-topics": "No briefing names a topic yet.",
        "no-actors": "No person or body is named yet.",
        "no-questions": "No question is open.",
        "nothing-changed": "Nothing was published yet.",
        "follow-changes": "Follow what changes (feed)",
        # A briefing.
        "page-address": "This page, kept up to date: {0}",
        "annex-reads": (
            "Each claim names who says it, and is theirs, not ours; “itself” is an article’s own voice. "
            "Numbers in brackets lead to claims, those with a Q to questions."
        ),
        "where-accounts-differ": "Where accounts differ",
        "compare": "Accounts differ: ",
        "quoted-in": "Quoted in: {0}",
        "question-number": "Q{0}",
        # An actor.
        "not-heard-here": "Not heard in these sources.",
        "changed-position": "Changed position",
        "earlier-position": "Earlier",
        "later-position": "Later",
        "said-on": ", said ",
        "actor-says": "Says",
        "said-of": "Said of {0}",
        "on-same-matter": "On the same matter, by {0}: ",
        "passed-on-by-actor": "Passed on by {0}",
        "members-heard": "Members heard: ",
        "more-members": "and {0} more",
        # Titles of pages.
        "home-title": "What is said, who says it, what is open",
        "all-briefings": "All briefings",
        "archive-title": "Archive",
        "topics-title": "Topics",
        # Home.
        "read-whole": (
            "The whole briefing: {0} claim, with its words",
            "The whole briefing: {0} claims, with their words",
        ),
        "briefings-part": "Briefings",
        "all-briefings-count": "All {0} briefings",
        "nothing-published": "Nothing is published yet.",
        "most-briefings": "The {0} with most briefings.",
        "all-topics-count": "All {0} topics",
        "newest": "Newest",
        "changed-in-week": "Changed in the week to {0}",
        "all-changes": "All changes",
        "follow-them": "Follow them (feed)",
        "newly-answered": "Newly answered",
        "all-questions": "All questions",
        "every-quote-found": "Every quote here was found, word for word, in the source it names.",
        # A briefing.
        "draft-told": "**Draft.** Not published.",
        "archived-told": "**Archived.** Kept as it was, and no longer brought up to date.",
        "on-this-page": "On this page",
        "copy-citation": "Copy citation",
        "copied": "Copied",
        "edit-briefing": "Edit",
        "answered": "Answered",
        "not-answered": "Not answered",
        "get-first": "Get first: ",
        "first-to-get": "Get first",
        "origin-settles": "The full text or recording would answer these: {0}",
        "else-settles": "Would settle these: {0}",
        "unheard": "Spoken of, not heard: ",
        "how-lines-read": "Speaker in bold. A letter alone: in paraphrase. “Itself”: own voice.",
        "who-on-what": "Table: who on what",
        "once": "{0}, taken as one",
        "citation": "Citation",
        "sources-more": ("{0} more source", "{0} more sources"),
        "notes": "Notes",
        "no-assessment": "No assessment is made.",
        "withdrawn-entries": "Withdrawn ({0})",
        # A claim.
        "claim-number": "claim {0}",
        "says-it": "Said by ",
        "bears-on-questions": "Bears on: ",
        "at-publisher": "at its publisher",
        # Nothing to translate: the part of an address after # is the same in every language.
        "claim-address": "{0}#claim-{1}",
        "link-to-claim": "Link to this claim",
        "suggest-correction": "Suggest a correction",
        "write-to-editors": "Write to the editors",
        # A question.
        "ladder": "From the most cautious on: ",
        "claims-numbered": ("Claim", "Claims"),
        # A source.
        "source-of": "A source of the briefing {0}.",
        "the-text": "The text",
        "cited-passages": "The quoted sentences",
        "quoted-underlined": "Underlined words are quoted, with the numbers of the claims that rest on them.",
        "preview-select": "Select words to quote them.",
        "preview-unseen": "Readers don’t see what is grey here.",
        "rest-not-shown": "{0} stands for what is not shown.",
        "not-shown": "[…]",
        "paragraph-hidden": "paragraph",
        "fingerprint-of-text": "Fingerprint of the text these places count in (SHA-256): {0}",
        "for-editors": "**For editors.** {0}",
        "unused-places": "Not used, and not set aside:",
        "edit-source": "Edit what is told of this source",
        "to-unused": "For editors: what is not used",
        # An actor.
        "belongs-to": "belongs to {0}",
        "wikidata": "Wikidata",
        "no-claim-of-actor": "No briefing has a claim by or about {0}.",
        # A topic.
        "briefings-count": ("{0} briefing", "{0} briefings"),
        "still-open-here": "Not answered in these briefings’ sources",
        "follow-topic": "Follow this topic (feed)",
        "more-open": "And {0} more on the pages of these briefings, and among [all questions]({1}).",
        # The page at an address that something had before.
        "moved": "This page stands at another address now: {0}.",
    }
)
