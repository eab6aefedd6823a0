"""What editors that know the schemas offer to put in for an entry: its required fields, to be filled in."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Final

from generator.model.claims import Claim
from generator.model.entries import Question, Sentence

SNIPPETS: Final[Mapping[str, Mapping[str, Any]]] = MappingProxyType(
    {
        Claim.__name__: {
            "label": "claim",
            "description": "One thing that somebody says, and the words of each article that carry it.",
            "body": {
                "id": "${1:wall-will-hold}",
                "text": "${2:The mayor says that the wall will hold.}",
                "by": "${3:mayor}",
                "evidence": {"${4:a}": "${5:the words, as they stand in the article}"},
            },
        },
        Question.__name__: {
            "label": "question",
            "description": "A question that these sources leave open, and the claims that it bears on.",
            "body": {
                "id": "${1:for-how-long}",
                "text": "${2:For how long will the wall hold?}",
                "claims": ["${3:wall-will-hold}"],
            },
        },
        Sentence.__name__: {
            "label": "line",
            "description": "A line of the bottom line, and the claims that it rests on.",
            "body": {
                "label": "${1:The wall}",
                "text": "${2:will hold, the mayor says.}",
                "claims": ["${3:wall-will-hold}"],
            },
        },
    }
)
"""By the name of the entry, as VS Code writes snippets; ``${1:…}`` is where the cursor goes first."""
