"""Every word that the interface says, in one catalogue: templates, modules, scripts and theme have none.

What a page or a file says stands here as a phrase with a name; where the YAML has a fixed value, its words
stand in `values`. What is put into a phrase is escaped where it is shown. A phrase that only templates ask
for may hold Markdown; others are shown as they are, in files too. Words for dates stand with dates, in
`model/dates.py`.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from generator.render.words.facts import FACTS
from generator.render.words.pages import PAGES
from generator.render.words.paper import PAPER
from generator.render.words.prose import PROSE
from generator.render.words.search import SEARCH_PAGE

LANGUAGE: Final = "en"
"""The language of the site's own words (BCP 47)."""

Phrase = str | tuple[str, str]
"""Text with places ``{0}``, ``{1}`` … for what is put into it; a pair is for one and for several."""

PHRASES: Final[Mapping[str, Phrase]] = MappingProxyType({**PAGES, **PROSE, **FACTS, **PAPER, **SEARCH_PAGE})


def phrase(name: str, *values: object) -> str:
    """A phrase with its values in it; which of a pair is told by the first value, a number.

    Raises:
        KeyError: no phrase has that name.
    """
    found = PHRASES[name]
    if isinstance(found, tuple):
        found = found[0 if values[0] == 1 else 1]
    return found.format(*values) if values else found


def shortened(text: str, longest: int) -> str:
    """As much of a text as names it, cut at a word; ``longest`` in code points."""
    if len(text) <= longest:
        return text
    cut = text[:longest].rpartition(" ")[0].rstrip(" ,;:") or text[:longest]
    return f"{cut} …"


def listed(parts: list[str]) -> str:
    """Words in a row: "A", "A and B", "A, B and C"."""
    return (
        parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])}{phrase('and')}{parts[-1]}" if parts else ""
    )
