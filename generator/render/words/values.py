"""The words for fixed values of the YAML: kinds of speech, relations, statuses, degrees and others."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from generator.model.passage import Speech

SPEECH: Final[Mapping[Speech, str]] = MappingProxyType(
    {
        Speech.SPOKEN: "spoken words",
        Speech.PART_QUOTED: "part-quoted",
        Speech.PARAPHRASE: "paraphrased",
        Speech.ARTICLE: "the article’s own voice",
    }
)

# What a claim is read as.
MODALITY: Final[Mapping[str, str]] = MappingProxyType(
    {
        "asserts": "an assertion",
        "denies": "a denial",
        "acknowledges": "an acknowledgement",
        "believes": "a belief",
        "infers": "a conclusion",
        "predicts": "an expectation",
        "warns": "a warning",
        "offers": "an offer",
        "considers": "something considered",
        "urges": "a call to act",
        "criticises": "criticism",
        "expresses": "a feeling",
        "reports": "a report",
    }
)

# What a chip tells behind the letter of a source.
CHIP: Final[Mapping[Speech, str]] = MappingProxyType(
    {
        Speech.SPOKEN: "quoted",
        Speech.PART_QUOTED: "part-quoted",
        Speech.PARAPHRASE: "paraphrased",
        Speech.ARTICLE: "itself",
    }
)

RELATION: Final[Mapping[str, str]] = MappingProxyType(
    {
        "corroborates": "Also said, separately:",
        "later-position-of": "Later position; earlier:",
    }
)

# A directed relation, as the claim that it leads to shows it.
RELATION_BACK: Final[Mapping[str, str]] = MappingProxyType(
    {
        **RELATION,
        "later-position-of": "Later position of the same speaker:",
    }
)

# How accounts differ on a question.
QUESTION_KIND: Final[Mapping[str, str]] = MappingProxyType(
    {
        "contradicts": "These do not fit together.",
        "goes-further": "One goes further than another.",
        "scope": "These may not be about the same thing.",
        "attribution": "It is given to different speakers.",
    }
)

ACTOR_KIND: Final[Mapping[str, str]] = MappingProxyType(
    {"person": "person", "state": "state", "organisation": "organisation", "group": "group"}
)

ACTOR_KINDS: Final[Mapping[str, str]] = MappingProxyType(
    {"person": "Persons", "state": "States", "organisation": "Organisations", "group": "Groups"}
)

FACET_KIND: Final[Mapping[str, str]] = MappingProxyType(
    {
        "briefing": "Briefing",
        "claim": "Claim",
        "question": "Question",
        "actor": "Person, state or body",
        "topic": "Topic",
        "source": "Source",
    }
)

# The facets of the search, in the order in which they are offered.
FACET: Final[Mapping[str, str]] = MappingProxyType(
    {
        "kind": "What",
        "actor": "Who says it, or is spoken of",
        "speech": "Kind of speech",
        "matter": "Matter",
        "topic": "Topic",
        "modality": "Read as",
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
        "publication": "published page",
        "unknown": "occasion not told",
    }
)

MOMENT: Final[Mapping[str, str]] = MappingProxyType({"event": "", "said": "said", "happened": "happened"})

QUESTION_STATUS: Final[Mapping[str, str]] = MappingProxyType(
    {"open": "Not answered in these sources", "partly-answered": "Partly answered", "answered": "Answered"}
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

# Languages of many sources; of other languages the tag is shown.
LANGUAGE_NAME: Final[Mapping[str, str]] = MappingProxyType(
    {
        "ar": "Arabic",
        "bg": "Bulgarian",
        "cs": "Czech",
        "da": "Danish",
        "de": "German",
        "el": "Greek",
        "en": "English",
        "es": "Spanish",
        "et": "Estonian",
        "fa": "Persian",
        "fi": "Finnish",
        "fr": "French",
        "he": "Hebrew",
        "hi": "Hindi",
        "hr": "Croatian",
        "hu": "Hungarian",
        "id": "Indonesian",
        "it": "Italian",
        "ja": "Japanese",
        "ka": "Georgian",
        "ko": "Korean",
        "lt": "Lithuanian",
        "lv": "Latvian",
        "nl": "Dutch",
        "nb": "Norwegian",
        "no": "Norwegian",
        "pl": "Polish",
        "pt": "Portuguese",
        "ro": "Romanian",
        "ru": "Russian",
        "sk": "Slovak",
        "sl": "Slovene",
        "sr": "Serbian",
        "sv": "Swedish",
        "sw": "Swahili",
        "tr": "Turkish",
        "uk": "Ukrainian",
        "ur": "Urdu",
        "vi": "Vietnamese",
        "zh": "Chinese",
    }
)

CONFIDENCE: Final[Mapping[str, str]] = MappingProxyType(
    {"high": "high", "moderate": "moderate", "low": "low"}
)

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

# What replaced an entry, where its own words can't be shown.
SUCCESSOR: Final[Mapping[str, str]] = MappingProxyType(
    {
        "briefing": "another briefing",
        "claim": "another claim",
        "question": "another question",
        "assessment": "another assessment",
        "event": "another date",
    }
)
