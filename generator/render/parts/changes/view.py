"""A change as readers see it: its sentence, and the words that came and went."""

import re
from dataclasses import dataclass
from typing import Final

from generator.analyse.history.edits import Edit
from generator.render.bidi import isolated
from generator.render.escape import Safe

_FULL_STOP: Final = re.compile(r"(?<![\s.]\w)\.$")


@dataclass(frozen=True)
class EditView:
    """A text of an entry in which words came and went.

    Attributes:
        name: what it is, as "Quote in source A"; empty for the only text that the entry has.
        edits: its stretches.
        language: a BCP 47 tag, where it is not the site's language; else empty.
    """

    name: str
    edits: tuple[Edit, ...]
    language: str = ""


@dataclass(frozen=True)
class ChangeView:
    """The sentence of a change, in parts.

    Attributes:
        lead: what happened to the entry, where that comes first, as "New claim"; else empty.
        name: the entry's own words, of a claim with its speaker; empty where they were taken out.
        how: what changed in it, or why it was withdrawn; else empty.
        fragment: the fragment of the entry on the briefing's page; empty for the page itself.
        href: the link to it.
        wording: the entry's own words with what was struck and added; empty where they stand as they were.
        beside: what of ``how`` neither ``wording`` nor ``edits`` tells.
        edits: its other texts in which words came and went.
        is_rewording: whether nothing but our own words for it changed, and no number or denial among them.
    """

    lead: str
    name: str
    how: str
    fragment: str
    href: Safe
    wording: tuple[Edit, ...] = ()
    beside: str = ""
    edits: tuple[EditView, ...] = ()
    is_rewording: bool = False

    @property
    def colon(self) -> Safe:
        """The colon between ``name`` and ``how``; empty behind a question mark."""
        return Safe("" if self.name.endswith("?") else ":")

    @property
    def text(self) -> str:
        """The whole sentence, as plain text."""
        body = isolated(self.name)
        if body and self.how:
            body = f"{isolated(without_full_stop(self.name))}{self.colon} {isolated(self.how)}"
        sentence = ": ".join(part for part in (self.lead, body or self.how) if part)
        return sentence if sentence.endswith((".", "?", "!", "”", "…")) else f"{sentence}."


def without_full_stop(text: str) -> str:
    """Drop a text's full stop, but not that of an initial."""
    return _FULL_STOP.sub("", text)
