"""Dates in the reader's words, and how they are known."""

from dataclasses import dataclass

from generator.model.dates import parse
from generator.model.entries import StatedDate


@dataclass(frozen=True)
class DateView:
    """A date in the reader's words.

    Attributes:
        words: the date itself; an article's words for it where nothing else is known of it.
        as_stated: the article's words for it, or empty.
        inferred_from: what the value was inferred from, or empty.
        outside: whether that is something the articles don't say.
        language: of the article's words, where that is known and not the site's own; else empty.
    """

    words: str
    as_stated: str = ""
    inferred_from: str = ""
    outside: bool = False
    language: str = ""


def date_view(date: StatedDate | None, language: str = "") -> DateView | None:
    """A date in the reader's words; None for none. See `stated_view`."""
    return None if date is None else stated_view(date, language)


def stated_view(date: StatedDate, language: str = "") -> DateView:
    """A date that is there, in the reader's words; ``language`` is a foreign article's that states it."""
    words = parse(date.edtf).words() if date.edtf else f"“{date.as_stated}”"
    as_stated = date.as_stated if date.edtf and date.as_stated else ""
    stated_in = language if date.as_stated else ""
    return DateView(words, as_stated, date.inferred_from or "", date.outside, stated_in)
