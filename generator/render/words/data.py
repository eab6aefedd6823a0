"""The words of what can be taken away: its formats and files, why there are no feeds, the table's columns."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

# What a briefing can be had as: by how its files end, what links call it, and what it is for.
FORMATS: Final[Mapping[str, tuple[str, str]]] = MappingProxyType(
    {
        ".pdf": ("PDF", "one sheet to hand on, then the evidence."),
        "-sheet.pdf": ("Sheet", "that sheet alone."),
        ".docx": ("Word", "to paste from."),
    }
)

# The files of the whole site for programs: what the Data page calls each, and what it holds.
FILES: Final[Mapping[str, tuple[str, str]]] = MappingProxyType(
    {
        "table": ("All claims (CSV)", "a row for each quote."),
        "columns": ("Its columns (CSV on the Web)", "what each holds."),
        "index": ("Index (JSON)", "every briefing and actor, each with the address of its file."),
        "schema": ("Schema (JSON Schema, draft 2020-12)", "every field of these files."),
    }
)

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

# The columns of the table of claims, with descriptions.
COLUMNS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "briefing": "the end of the briefing’s address",
        "claim": "the claim’s id in its briefing",
        "speaker": "who says these words",
        "via": "who passed it on",
        "speech": "whose words the quote holds: spoken, part-quoted, paraphrase, or article (its own voice)",
        "cue": "the source’s own verb, a participle in the past tense",
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
