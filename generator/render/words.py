"""Every word that the interface itself says, in one catalogue."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from generator.model.changes import Alarm, What
from generator.model.passage import Speech

LANGUAGE: Final = "en"
"""The language of the site's own words (BCP 47)."""

SPEECH: Final[Mapping[Speech, str]] = MappingProxyType(
    {
        Speech.SPOKEN: "spoken words",
        Speech.PART_QUOTED: "part-quoted",
        Speech.PARAPHRASE: "paraphrased",
        Speech.ARTICLE: "the article’s own voice",
    }
)

MODALITY: Final[Mapping[str, str]] = MappingProxyType(
    {
        "asserts": "asserts it",
        "denies": "denies it",
        "acknowledges": "acknowledges it",
        "believes": "believes it",
        "infers": "concludes it",
        "predicts": "expects it",
        "warns": "warns of it",
        "offers": "offers it",
        "considers": "is thinking about it",
        "urges": "calls for it",
        "criticises": "criticises",
        "expresses": "expresses a feeling",
        "reports": "reports it",
    }
)

RELATION: Final[Mapping[str, str]] = MappingProxyType(
    {
        "contradicts": "Cannot both be right",
        "corroborates": "Separately said by",
        "differs-in-scope": "May not describe the same thing as",
        "goes-further-than": "Says more than",
        "later-position-of": "Later position; before",
    }
)

# What the claim that a directed relation leads to has to say of the one that it comes from.
RELATION_BACK: Final[Mapping[str, str]] = MappingProxyType(
    {
        **RELATION,
        "goes-further-than": "Says less than",
        "later-position-of": "Later position of the same speaker",
    }
)

# What took an entry's place, where its own words can't be told.
SUCCESSOR: Final[Mapping[str, str]] = MappingProxyType(
    {
        "briefing": "another briefing",
        "claim": "another claim",
        "question": "another question",
        "assessment": "another assessment",
        "event": "another date",
    }
)

# Between the numbers of two rows.
DIFFERENCE: Final[Mapping[str, str]] = MappingProxyType(
    {
        "contradicts": "{0} and {1} cannot both be right",
        "differs-in-scope": "{0} and {1} may not describe the same thing",
        "goes-further-than": "{0} says more than {1}",
        "later-position-of": "{0} is the later position, {1} the earlier",
    }
)

# What differs between several rows, in their heading.
HOW_ACCOUNTS_DIFFER: Final[Mapping[str, str]] = MappingProxyType(
    {
        "contradicts": "cannot all be right",
        "goes-further-than": "one says more than another",
        "later-position-of": "an earlier and a later position",
        "differs-in-scope": "may not describe the same thing",
    }
)

ACTOR_KIND: Final[Mapping[str, str]] = MappingProxyType(
    {"person": "person", "state": "state", "organisation": "organisation", "group": "group"}
)

FACET_KIND: Final[Mapping[str, str]] = MappingProxyType(
    {
        "briefing": "Briefing",
        "claim": "Claim",
        "question": "Question",
        "actor": "Person, state or group",
        "source": "Source",
    }
)

# The facets of the search, in the order in which they are offered.
FACET: Final[Mapping[str, str]] = MappingProxyType(
    {
        "kind": "What",
        "actor": "Who",
        "speech": "Kind of speech",
        "matter": "Matter",
        "topic": "Topic",
        "modality": "What the speaker does",
        "year": "Year",
    }
)

ORIGIN_KIND: Final[Mapping[str, str]] = MappingProxyType(
    {
        "interview": "interview",
        "speech": "speech",
        "meeting": "meeting",
        "press-remark": "remark to the press",
        "statement": "statement",
        "document": "document",
    }
)

MOMENT: Final[Mapping[str, str]] = MappingProxyType({"event": "", "said": "said", "happened": "happened"})

QUESTION_STATUS: Final[Mapping[str, str]] = MappingProxyType(
    {"open": "Still open", "partly-answered": "Partly answered", "answered": "Answered"}
)

LIKELIHOOD: Final[Mapping[str, str]] = MappingProxyType(
    {
        "almost no chance": "almost no chance (1–5%)",
        "very unlikely": "very unlikely (5–20%)",
        "unlikely": "unlikely (20–45%)",
        "roughly even chance": "roughly even chance (45–55%)",
        "likely": "likely (55–80%)",
        "very likely": "very likely (80–95%)",
        "almost certain": "almost certain (95–99%)",
    }
)

TAKEN_OUT: Final = "text taken out"

RELIABILITY: Final[Mapping[str, str]] = MappingProxyType(
    {
        "A": "completely reliable",
        "B": "usually reliable",
        "C": "fairly reliable",
        "D": "not usually reliable",
        "E": "unreliable",
        "F": "cannot be judged",
    }
)


# What changed, told to readers; see render/changes.py.

NEW: Final[Mapping[str, str]] = MappingProxyType(
    {
        "briefing": "First version",
        "sentence": "New",
        "claim": "New claim",
        "question": "New question",
        "assessment": "New assessment",
        "event": "New in the timeline",
        "source": "New source",
        "origin": "New occasion",
        "actor": "Newly named",
        "matter": "New section",
        "aside": "Another passage was read and not used",
    }
)

GONE: Final[Mapping[str, str]] = MappingProxyType(
    {
        "briefing": "This briefing was taken away",
        "sentence": "A sentence of “In short” was taken out",
        "claim": "A claim was taken out",
        "question": "A question was taken out",
        "assessment": "An assessment was taken out",
        "event": "A date was taken out",
        "source": "A source was taken out",
        "origin": "An occasion was taken out",
        "actor": "A name was taken out",
        "matter": "A section was taken out",
        "aside": "A passage is no longer set aside",
    }
)

WITHDRAWN_NOW: Final[Mapping[str, str]] = MappingProxyType(
    {
        "briefing": "This briefing was withdrawn",
        "claim": "Claim withdrawn",
        "question": "Question withdrawn",
        "assessment": "Assessment withdrawn",
        "event": "Date withdrawn",
        "source": "Source withdrawn",
        "actor": "Name withdrawn",
    }
)

# What changed in an entry that shows no words any more.
CHANGED_GONE: Final[Mapping[str, str]] = MappingProxyType(
    {
        "assessment": "An assessment changed whose words were taken out",
        "claim": "A claim changed whose words were taken out",
        "question": "A question changed whose words were taken out",
        "event": "A date changed whose words were taken out",
        "source": "A source changed whose words were taken out",
        "origin": "An occasion changed whose words were taken out",
        "actor": "A name changed that was taken out",
        "matter": "A section changed whose words were taken out",
        "aside": "What is said of a passage that was set aside changed",
    }
)

CHANGED: Final = "changed"
IN_SHORT: Final = "In short, sentence {}"

CHANGED_FIELD: Final[Mapping[str, str]] = MappingProxyType(
    {
        "text": "worded for the first time",
        "title": "another title",
        "as_of": "no date any more up to which it knows",
        "status": "published again",
        "claims": "rests on other claims",
        "by": "other authors",
        "described_as": "the speaker is described in other words",
        "cue": "the source’s verb added or taken out",
        "modality": "what the speaker does with it read anew",
        "via": "passed on by others",
        "about": "whom it is about changed",
        "said": "when it was said changed",
        "happened": "when it happened changed",
        "inferred": "what was inferred changed",
        "would_settle": "what would settle it changed",
        "resolution": "the answer taken out",
        "likelihood": "likelihood added or taken out",
        "confidence": "confidence added or taken out",
        "date": "another date",
        "sha256": "the text changed",
        "publisher": "publisher changed",
        "author": "author changed",
        "url": "web address changed",
        "published": "date of publication changed",
        "reliability": "reliability changed",
        "kind": "another kind",
        "derived_from": "what it passes on changed",
        "name": "another name",
        "role": "another office",
    }
)

STATUS_NOW: Final[Mapping[str, str]] = MappingProxyType(
    {
        "archived": "moved to the archive",
        "open": "open again",
        "partly-answered": "partly answered",
        "answered": "answered",
    }
)

QUOTED: Final[Mapping[str, str]] = MappingProxyType(
    {
        "added": "quote added",
        "removed": "quote taken out",
        "longer": "quote lengthened",
        "shorter": "quote shortened",
        "changed": "quote changed",
        "told": "what is told of a quote changed",
    }
)

RELATED: Final[Mapping[str, str]] = MappingProxyType(
    {
        "added": "set beside another claim",
        "removed": "no longer set beside another claim",
        "changed": "read anew beside another claim",
    }
)

SPEAKER: Final[Mapping[str, str]] = MappingProxyType(
    {"article": "the source itself", "unnamed": "somebody not named"}
)

# What changed, told to reviewers; see render/difference_report.py.

HAPPENED: Final[Mapping[What, str]] = MappingProxyType(
    {
        What.ADDED: "added",
        What.CHANGED: "changed",
        What.WITHDRAWN: "withdrawn",
        What.REMOVED: "removed",
    }
)

TOO_LONG: Final = "There is more; the command `diff` tells all of it."

ALARM: Final[Mapping[Alarm, str]] = MappingProxyType(
    {
        Alarm.SPEAKER: "the speaker changed, the quotes did not",
        Alarm.CLASS: "what the speaker does changed, the quotes did not",
        Alarm.NUMBER: "a number or date of the wording changed, what it rests on did not",
        Alarm.NEGATION: "a denial in the wording came or went, what it rests on did not",
    }
)

FIELD: Final[Mapping[str, str]] = MappingProxyType(
    {
        "text": "wording",
        "by": "speaker",
        "cue": "verb",
        "modality": "class",
        "evidence": "quote",
        "relations": "relation",
        "about": "about",
        "said": "said",
        "resolution": "answer",
        "checked": "last checked",
        "as_of": "as of",
        "sha256": "fingerprint of the text",
        "exact": "words",
    }
)

# Why nothing is told of the past.
NO_HISTORY: Final[Mapping[str, str]] = MappingProxyType(
    {
        "no-git": "What changed is not known: git, which keeps it, was missing when this was built.",
        "no-repository": "What changed is not known: this was built without the repository that keeps it.",
        "shallow": "What changed is not known: this was built from a copy without the earlier versions.",
        "unreadable": "What changed is not known: git could not read the repository that keeps it.",
        "no-commit": "What changed is not known: nothing was committed yet.",
    }
)


# What the script tells of what is new since the reader's last visit; see templates/assets/since.js.
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

DOWNLOAD: Final[Mapping[str, str]] = MappingProxyType({"pdf": "PDF, first sheet to hand on", "docx": "Word"})
CITE: Final = "Cite"
AS_DATA: Final = "Data"

FIRST_VERSION: Final = "First version."

CHANGED_COUNT: Final[Mapping[str, tuple[str, str]]] = MappingProxyType(
    {
        "sentence": ("sentence of “In short”", "sentences of “In short”"),
        "assessment": ("assessment", "assessments"),
        "claim": ("claim", "claims"),
        "question": ("question", "questions"),
        "event": ("date", "dates"),
        "source": ("source", "sources"),
    }
)

NOT_COMMITTED: Final = "not yet published"


def counted(number: int, one: str, many: str | None = None) -> str:
    """A number and its noun: "1 source", "2 sources"."""
    return f"{number} {one if number == 1 else many or one + 's'}"


def listed(parts: list[str]) -> str:
    """Words in a row: "A", "A and B", "A, B and C"."""
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}" if parts else ""


# What paper says beside the briefing's own words: the PDF and the Word file.
PAPER: Final[Mapping[str, str]] = MappingProxyType(
    {
        "as-of": "As of {0}",
        "our-inference": " (our inference)",
        "last-changed": "last changed {0}",
        "version": "version {0}",
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
        "still-open": "Still open",
        "all-open": "All {0} open questions",
        "partly": "(partly answered)",
        "sources": "Sources",
        "more-sources": "All {0} sources",
        "annex": "Annex: the evidence",
        "how-to-read": (
            "Each claim opens with who says it and how it reached us. It is the speaker’s, not ours, and "
            "nothing here says who is right. Below it stand the source’s own words, shaped by whose they are:"
        ),
        "shape-spoken": "spoken words: the article gives them in quotation marks",
        "shape-part-quoted": "part-quoted: some of the words stand in quotation marks",
        "shape-paraphrase": "paraphrased: the article tells in its own words what somebody said",
        "shape-article": "the article’s own voice: it names nobody for it",
        "no-claim": "No claim belongs here.",
        "left-out": "[…]",
        "source": "Source\u00a0{0}",
        "instead": "In its place: ",
        "said": "said {0}",
        "happened": "happened {0}",
        "about": "about {0}",
        "translation": "Our translation: ",
        "on-quote": "On this quote: ",
        "not-in-quote": "Not in the quote: ",
        "note": "Note: ",
        "until": "Until {0}: ",
        "reliability": "Why this reliability: ",
        "changed": "What changed",
        "first-published": "{0}, first published",
        "more-changes": "and {0} more",
        "cite": "How to cite",
        "accounts": "Differing accounts",
        "who": "Who",
        "in-words": "In which words",
        "why": "Why it matters",
        "would-settle": "Would settle it: ",
        "questions": "Questions",
        "bears-on": "Bears on:",
        "asked": "asked {0}",
        "checked": "last checked {0}",
        "timeline": "Timeline",
        "what": "What",
        "claims-by": "Claims by them",
        "claims-about": "Claims about them",
        "is-withdrawn": "(withdrawn)",
        "another": "and another",
        "fingerprint": "SHA-256 of its text: ",
        "origins": "Where it was first said",
        "passed-on": "passed on from {0}",
        "counts-once": "Sources {0} lead here: what they have from it was said once, and counts once.",
        "set-aside": "Read, not used",
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

# Data and feeds; see render/data.py, render/data_page.py and render/feeds.py.

SITE_NAME: Final = "Briefings"
"""What a site without a name is called."""

LEFT_OUT: Final = "[…]"
"""Stands where a quote leaves words out."""

CHANGES_OF: Final = "{0}: what changed"
FIRST_PUBLISHED: Final = "First published."
MORE_CHANGES: Final = "And {0} more."

# Why there are no feeds, for editors and readers alike.
NO_FEEDS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "no-site": "There are none here: this site was built without its own address (site_url).",
        "no-authority": (
            "There are none here: the host of this site’s address can’t stand in the ids of feeds, "
            "and nothing else was set for them (feed_authority)."
        ),
        "no-history": "There are none here: this site was built without the history that tells what changed.",
    }
)

# The columns of the table of claims, and what each holds.
COLUMNS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "briefing": "the end of the briefing’s address",
        "claim": "the claim’s id in its briefing",
        "speaker": "who says it",
        "via": "who passed it on",
        "speech": "whose words the quote holds: spoken, part-quoted, paraphrase, or article (its own voice)",
        "cue": "the source’s own verb",
        "modality": "what is done by saying it: asserts, denies, warns …",
        "text": "our neutral wording; it is the speaker’s claim, not ours",
        "source": "the source’s letter in its briefing",
        "article": "the source’s id",
        "exact": "the quoted words, exactly as the source has them",
        "origin": "where it was first said, if a source tells",
        "said": "when it was said: a date (EDTF), or the source’s words for it",
        "url": "the claim’s own address",
        "withdrawn": "the date on which it was withdrawn; empty if it stands",
    }
)

# Lists across briefings; see render/list_page.py and the modules that use it.
NUMBERED: Final = "{0}, page {1}"
ARCHIVED: Final = "Archived"
WITHDRAWN: Final = "Withdrawn"
ACTOR_KINDS: Final[Mapping[str, str]] = MappingProxyType(
    {"person": "Persons", "state": "States", "organisation": "Organisations", "group": "Groups"}
)
