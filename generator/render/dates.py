"""Dates in the reader's words, and how they are known."""

from generator.model.dates import parse
from generator.model.entries import StatedDate
from generator.render.views import DateView


def date_view(date: StatedDate | None, language: str = "") -> DateView | None:
    """A date in the reader's words; None for none. See `stated_view`."""
    return None if date is None else stated_view(date, language)


def stated_view(date: StatedDate, language: str = "") -> DateView:
    """A date that is there, in the reader's words; ``language`` is a foreign article's that states it."""
    words = parse(date.edtf).words() if date.edtf else f"“{date.as_stated}”"
    as_stated = date.as_stated if date.edtf and date.as_stated else ""
    stated_in = language if date.as_stated else ""
    return DateView(words, as_stated, date.inferred_from or "", date.outside, stated_in)
