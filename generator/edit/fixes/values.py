"""Mends of single values: numbers where text is wanted, dates and languages in another form."""

import re
from collections.abc import Iterator

from generator.edit.fixes.draft import Change, Mend, Splice
from generator.edit.fixes.marks import put_in_marks
from generator.edit.languages import tag_meant
from generator.edit.offsets import Offsets
from generator.model.dates import in_edtf, is_date
from generator.model.located import LocatedText, Unquoted
from generator.model.texts import LANGUAGE_PATTERN
from generator.read.wanted import Place
from generator.read.yaml_values import core_kind


def of_numbers(offsets: Offsets, place: Place) -> Iterator[Mend]:
    """Puts a number, true or false into quotation marks where only text can be meant."""
    value, kinds = place.value, place.wanted.kinds
    if not isinstance(value, Unquoted) or value.kind == "null" or not kinds & {"text", "id", "date"}:
        return
    if "date" in kinds and not is_date(value.raw):
        return
    splices = put_in_marks(*offsets.bounds(value.span), value.raw)
    yield Mend(splices, f"quotation marks around {value.raw}", (Change(place.loc, value.raw),))


def of_dates(offsets: Offsets, place: Place) -> Iterator[Mend]:
    """Writes a date of one meaning as year, month and day."""
    value = place.value
    if "date" not in place.wanted.kinds or not isinstance(value, LocatedText | Unquoted):
        return
    written = value.raw if isinstance(value, Unquoted) else str(value)
    if is_date(written) or (date := in_edtf(written)) is None:
        return
    start, end = offsets.bounds(value.span)
    raw = offsets.text[start:end]
    if "\n" in raw:
        return
    mark = raw[0] if raw[0] in "\"'" else '"' if core_kind(date) else ""
    splice = Splice(start, end, f"{mark}{date}{mark}")
    yield Mend((splice,), f"{date} for the date “{written}”", (Change(place.loc, date),))


def of_languages(offsets: Offsets, place: Place) -> Iterator[Mend]:
    """Writes the tag of a language for its name or another code."""
    value = place.value
    if place.field != "language" or not isinstance(value, LocatedText) or value.cut is not None:
        return
    tag = tag_meant(value)
    start, end = offsets.bounds(value.span)
    raw = offsets.text[start:end]
    # Letters of a tag may be small or large: what differs in nothing else is right as it is.
    is_right = re.fullmatch(LANGUAGE_PATTERN, value) and (tag or "").lower() == value.lower()
    if tag is None or is_right or "\n" in raw:
        return
    mark = raw[0] if raw[0] in "\"'" else ""
    yield Mend(
        (Splice(start, end, f"{mark}{tag}{mark}"),),
        f"{tag} for the language “{value}”",
        (Change(place.loc, tag),),
    )
