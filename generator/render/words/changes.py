"""The words of changes, for readers and for reviewers."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from generator.model.changes import Alarm, What

NEW: Final[Mapping[str, str]] = MappingProxyType(
    {
        "briefing": "First version",
        "sentence": "New in the summary",
        "claim": "New claim",
        "question": "New question",
        "assessment": "New assessment",
        "event": "New in the timeline",
        "source": "New source",
        "origin": "New original statement",
        "actor": "Newly named",
        "matter": "New section",
        "aside": "Another passage was left out",
    }
)

GONE: Final[Mapping[str, str]] = MappingProxyType(
    {
        "briefing": "This briefing was taken away",
        "sentence": "A line of the summary was taken out",
        "claim": "A claim was taken out",
        "question": "A question was taken out",
        "assessment": "An assessment was taken out",
        "event": "A date was taken out",
        "source": "A source was taken out",
        "origin": "An original statement was taken out",
        "actor": "A name was taken out",
        "matter": "A section was taken out",
        "aside": "A passage is no longer left out",
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

# An entry whose words were taken out changed.
CHANGED_GONE: Final[Mapping[str, str]] = MappingProxyType(
    {
        "assessment": "An assessment changed whose words were taken out",
        "claim": "A claim changed whose words were taken out",
        "question": "A question changed whose words were taken out",
        "event": "A date changed whose words were taken out",
        "source": "A source changed whose words were taken out",
        "origin": "An original statement changed whose words were taken out",
        "actor": "A name changed that was taken out",
        "matter": "A section changed whose words were taken out",
        "aside": "Why a passage is left out changed",
    }
)

CHANGED_FIELD: Final[Mapping[str, str]] = MappingProxyType(
    {
        "text": "worded for the first time",
        "title": "another title",
        "as_of": "no date any more up to which it knows",
        "status": "published again",
        "claims": "the claims that it rests on changed",
        "by": "other authors",
        "via": "passed on by others",
        "about": "whom it is about changed",
        "said": "when it was said changed",
        "happened": "when it happened changed",
        "inferred": "what we added to its quotes’ words changed",
        "label": "another label",
        "differ": "how accounts differ told for the first time",
        "settled_by": "whose full text would answer it changed",
        "would_settle": "what would settle it changed",
        "evidence": "the words that show it changed",
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
        "speaker": "a quote in source {0} is now given to {1}, before to {2}",
        "field": "{0} of a quote in source {1} changed",
    }
)

RELATED: Final[Mapping[str, str]] = MappingProxyType(
    {
        "added": "related to another claim",
        "removed": "no longer related to another claim",
        "changed": "how it is related to another claim told anew",
    }
)

SPEAKER: Final[Mapping[str, str]] = MappingProxyType(
    {"article": "the source itself", "unnamed": "somebody unnamed"}
)

# Why there is no history.
NO_HISTORY: Final[Mapping[str, str]] = MappingProxyType(
    {
        "no-git": "What changed is not known: git, which keeps it, was missing when this was built.",
        "no-repository": "What changed is not known: this was built without the history of its changes.",
        "shallow": "What changed is not known: this was built from a copy without the earlier versions.",
        "unreadable": "What changed is not known: git could not read the repository that keeps it.",
        "no-commit": "What changed is not known: nothing was committed yet.",
    }
)

HAPPENED: Final[Mapping[What, str]] = MappingProxyType(
    {
        What.ADDED: "added",
        What.CHANGED: "changed",
        What.WITHDRAWN: "withdrawn",
        What.REMOVED: "removed",
    }
)

ALARM: Final[Mapping[Alarm, str]] = MappingProxyType(
    {
        Alarm.SOURCE: "a source that was published changed",
        Alarm.SPEAKER: "a speaker changed, the words did not",
        Alarm.CLASS: "what a speaker does changed, the words did not",
        Alarm.NUMBER: "a number or date of a wording changed, what it rests on did not",
        Alarm.NEGATION: "a denial in a wording came or went, what it rests on did not",
    }
)

# What changed of a claim's passage in a source.
ASPECT: Final[Mapping[str, str]] = MappingProxyType(
    {
        "words": "words",
        "speech": "kind of speech",
        "attribution": "attribution",
        "cue": "verb",
        "sentence": "the sentence around it",
    }
)

ATTRIBUTED: Final[Mapping[bool | None, str]] = MappingProxyType(
    {True: "to its speaker", False: "none to its speaker was found", None: "not looked for"}
)

NOT_FOUND: Final = "not found any more"
ON_PASSAGES: Final = "Claims on passages that changed"
ONLY_WHITE_SPACE: Final = "white space or paragraphs alone"

FIELD: Final[Mapping[str, str]] = MappingProxyType(
    {
        "text": "wording",
        "by": "speaker",
        "cue": "verb",
        "modality": "class",
        "evidence": "quote",
        "differ": "how accounts differ",
        "kind": "kind",
        "ladder": "ladder",
        "label": "label",
        "by_open": "who may be saying it",
        "described_as": "description of the speaker",
        "origin": "where first said",
        "origin_inferred": "why from that origin",
        "via": "passed on by",
        "translation": "translation",
        "relations": "relation",
        "about": "about",
        "said": "said",
        "resolution": "answer",
        "checked": "last checked",
        "as_of": "describes",
        "sha256": "fingerprint of the text",
        "exact": "words",
    }
)

TOO_LONG: Final = "There is more; the command `diff` tells all of it."
