"""The catalogue of the interface's words, which templates, modules, scripts and the theme look up.

Words are phrases with names; those for fixed values of the YAML stand in `values`. The values that fill a
phrase are escaped where it is shown. Phrases that only templates use may hold Markdown; others are plain
text. Words for dates stand in `model/dates.py`.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from generator.model.texts import PAGE_LANGUAGE
from generator.render.bidi import closed, isolated, joined
from generator.render.words.facts import FACTS
from generator.render.words.guide import GUIDE
from generator.render.words.pages import PAGES
from generator.render.words.paper import PAPER
from generator.render.words.preview import PREVIEW
from generator.render.words.prose import PROSE
from generator.render.words.search import SEARCH_PAGE

LANGUAGE: Final = PAGE_LANGUAGE
"""The language of the site's own words (BCP 47)."""

Phrase = str | tuple[str, str]
"""Text with places ``{0}``, ``{1}`` … for values; a pair has the singular and the plural."""

PHRASES: Final[Mapping[str, Phrase]] = MappingProxyType(
    {**PAGES, **PROSE, **GUIDE, **FACTS, **PAPER, **SEARCH_PAGE, **PREVIEW}
)


def phrase(name: str, *values: object) -> str:
    """Look up a phrase and fill in its values; of a pair, the first value decides the singular or plural.

    Raises:
        KeyError: no phrase has that name.
    """
    pattern = PHRASES[name]
    if isinstance(pattern, tuple):
        pattern = pattern[0 if values[0] == 1 else 1]
    if not values:
        return pattern
    # Each value by itself, so that a date behind a right-to-left name keeps its order.
    return pattern.format(*(isolated(value) if type(value) is str else value for value in values))


def shortened(text: str, longest: int) -> str:
    """Cut a text at a word, where it is longer than ``longest`` code points."""
    if len(text) <= longest:
        return text
    cut = text[:longest].rpartition(" ")[0].rstrip(" ,;:") or text[:longest]
    return f"{closed(cut)} …"


def listed(parts: list[str]) -> str:
    """Join words as "A", "A and B" or "A, B and C", each isolated where several stand side by side."""
    if len(parts) < 2:
        return "".join(parts)
    return f"{joined(', ', parts[:-1])}{phrase('and')}{isolated(parts[-1])}"
