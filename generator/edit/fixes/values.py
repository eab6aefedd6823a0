"""Mends of single values: numbers, dates, languages, marks around them, and names of fields."""

import re
from collections.abc import Iterator

from generator.edit.fixes.draft import Change, Mend, Splice
from generator.edit.fixes.leftovers import is_in_marks
from generator.edit.fixes.marks import put_in_marks
from generator.edit.languages import tag_meant
from generator.edit.offsets import Offsets
from generator.model.dates import in_edtf, is_date
from generator.model.located import LocatedMapping, LocatedText, Unquoted
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


def of_marks(offsets: Offsets, place: Place) -> Iterator[Mend]:
    """Takes off the curly marks around a whole value that can have none.

    These are ids, dates and words that the model has, and the text of a claim or a question, which opens with
    a speaker or asks. What else is in marks may be a quotation.
    """
    value, kinds = place.value, place.wanted.kinds
    if not isinstance(value, LocatedText) or value.cut is not None or not is_in_marks(value):
        return
    of_ours = len(place.loc) == 3 and place.loc[0] in ("claims", "questions") and place.loc[2] == "text"
    if ("text" in kinds and not of_ours) or not kinds & {"text", "id", "date", "word"}:
        return
    inner = str(value)[1:-1]
    start, end = offsets.bounds(value.span)
    first, last = (offsets.bounds(value.within(at, at + 1)) for at in (0, len(value) - 1))
    is_plain = (first[0], last[1]) == (start, end) and {*inner}.isdisjoint('"\\')
    mark = '"' if is_plain and of_ours else ""
    splices = (Splice(*first, mark), Splice(*last, mark))
    yield Mend(splices, f"no {value[0]}{value[-1]} around a whole value", (Change(place.loc, inner),))


def of_keys_in_capitals(offsets: Offsets, place: Place) -> Iterator[Mend]:
    """Writes the name of a field in small letters."""
    fields, value = place.wanted.fields, place.value
    if not isinstance(value, LocatedMapping) or "mapping" in place.wanted.kinds:
        return
    for key, span in value.keys_at.items():
        small = key.lower()
        others = [other for other in value if other != key and other.lower() == small]
        if key not in fields and small in fields and not others:
            start, end = offsets.bounds(span)
            at = offsets.text.find(key, start, end)
            if at >= 0:
                splice = Splice(at, at + len(key), small)
                yield Mend((splice,), f"{small} for {key}", (Change((*place.loc, key), small, is_key=True),))
