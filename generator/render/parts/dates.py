"""The view of a date: its words, and how it is known."""

from dataclasses import dataclass
from functools import lru_cache

from generator.model.dated import StatedDate
from generator.model.dates import Edtf, parse


@dataclass(frozen=True)
class DateView:
    """A date as readers see it.

    Attributes:
        words: the date in words; where its value isn't known, the article's words for it.
        as_stated: the article's words for it, or empty.
        inferred_from: what the value was inferred from, or empty.
        outside: whether it was inferred from something that the articles don't say.
        language: the BCP 47 tag of the article's words, where it is not the site's language; else empty.
    """

    words: str
    as_stated: str = ""
    inferred_from: str = ""
    outside: bool = False
    language: str = ""


def date_view(date: StatedDate | None, language: str = "") -> DateView | None:
    """Make the view of a date by `stated_view`; None for None."""
    return None if date is None else stated_view(date, language)


def stated_view(date: StatedDate, language: str = "") -> DateView:
    """Make the view of a date; ``language`` is that of a foreign article that states it."""
    words = _words(date.edtf) if date.edtf else f"“{date.as_stated}”"
    as_stated = date.as_stated if date.edtf and date.as_stated else ""
    stated_in = language if date.as_stated else ""
    return DateView(words, as_stated, date.inferred_from or "", date.outside, stated_in)


@lru_cache(maxsize=1 << 12)
def parsed(edtf: str) -> Edtf:
    """Parse a date; many entries have the same."""
    return parse(edtf)


@lru_cache(maxsize=1 << 12)
def _words(edtf: str) -> str:
    return parsed(edtf).words()
