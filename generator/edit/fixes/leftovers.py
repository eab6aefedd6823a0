"""Mends of quotes that hold what belongs to a web page or to YAML: HTML, and curly marks around the whole.

The article decides: a quote that is not found with them and is found without them never meant them.
"""

import html
import re
from collections.abc import Iterator
from itertools import chain
from typing import Final

from generator.analyse.quotes.anchor import Anchorer
from generator.analyse.text.fold import INVISIBLE
from generator.edit.fixes.draft import Splice, spliced
from generator.model.claims import TextQuote
from generator.model.entries import SetAside

_HTML: Final = re.compile(
    r"<(?P<parts>/?(?:br|p))(?:\s[^<>]*|/)?>"
    r"|</?(?:a|b|cite|em|font|i|mark|q|s|small|span|strong|sub|sup|u)(?:\s[^<>]*)?>"
    r"|&(?:#\d{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});",
    re.IGNORECASE,
)
MARKS: Final = {"“": "”", "„": "“", "«": "»", "‘": "’"}
"""Opening marks that word processors write, each with the one that closes it."""

Parts = dict[tuple[str | int, ...], list[Splice]]
"""What to put for characters of the texts of a quote, by field, or field and number."""


def without_leftovers(anchorer: Anchorer, quote: TextQuote | SetAside) -> Parts:
    """Returns what to put in a quote that is not found, so that it is; nothing where that is open."""
    texts: dict[tuple[str | int, ...], str] = {("exact", at): text for at, text in enumerate(quote.exact)}
    if isinstance(quote, TextQuote):
        texts |= {(field,): text for field in ("prefix", "suffix") if (text := getattr(quote, field))}
    pages = {place: list(_of_html(text)) for place, text in texts.items()}
    for parts in (pages, _of_marks(texts, pages)):
        if any(parts.values()):
            changed = {place: spliced(text, parts[place]) for place, text in texts.items()}
            ends = {str(place[0]): text for place, text in changed.items() if len(place) == 1}
            exact = tuple(text for place, text in changed.items() if len(place) > 1)
            if not anchorer.anchor(quote.model_copy(update={"exact": exact, **ends}))[1]:
                return {place: splices for place, splices in parts.items() if splices}
    return {}


def _of_html(text: str) -> Iterator[Splice]:
    for found in _HTML.finditer(text):
        start, end = found.span()
        if found["parts"]:
            is_parted = text[:start][-1:].isspace() or text[end : end + 1].isspace()
            new = "" if is_parted or start == 0 or end == len(text) else " "
        else:
            new = html.unescape(found[0]) if found[0][0] == "&" else ""
            if new == found[0]:
                continue  # an entity that HTML doesn't have
            new = "" if new in INVISIBLE else " " if new.isspace() else new
        yield Splice(start, end, new)


def _of_marks(texts: dict[tuple[str | int, ...], str], pages: Parts) -> Parts:
    """Takes the marks off as well that a quote begins and ends with."""
    parts = {place: list(splices) for place, splices in pages.items()}
    for place, text in texts.items():
        if place[0] == "exact" and is_in_marks(text):
            last = len(text) - 1
            parts[place] = [Splice(0, 1, ""), *parts[place], Splice(last, last + 1, "")]
    return parts


def is_in_marks(text: str) -> bool:
    """Tests whether a text as a whole stands in curly marks, with no others of them inside."""
    closing = MARKS.get(text[:1])
    if closing is None or len(text) < 3 or text[-1] != closing:
        return False
    return {text[0], closing}.isdisjoint(chain(text[1:-1]))
