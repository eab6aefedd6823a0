"""The mapping to write where an article's words stand in place of a date: Wednesday, yesterday, last week."""

import re
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import Any, Final

from generator.model.dates import WEEKDAYS, Point, Precision, parse

_WEEKDAY: Final = rf"(?P<day>{'|'.join(WEEKDAYS)})"
_RECKONED: Final = re.compile(
    rf"(?:on\s)?{_WEEKDAY}(?:\s(?:morning|afternoon|evening|night))?|(?P<near>yesterday|today|tonight)",
    re.IGNORECASE,
)
_OTHERS: Final = re.compile(
    rf".*\b{_WEEKDAY}\b.*|(?:early|late|earlier|later|last|this|next|the|a|two|three|several)\s.*"
    r"|tomorrow|recently|earlier",
    re.IGNORECASE,
)

Published = Mapping[str, str]
"""When each article was published, in EDTF, by the ids of all articles in their order; "" where unknown."""


def mapping_to_write(text: str, loc: tuple[str | int, ...], value: Any, published: Published) -> str | None:
    """Returns the mapping that gives an article's words for a date; None where ``text`` is no such words.

    Where the articles that carry a claim were published on one day, the Wednesday on or before it is meant.

    Args:
        text: what was written in place of a date.
        loc: where, as the model names it.
        value: the whole file's value.
    """
    field = next((str(step) for step in reversed(loc) if step != "edtf"), "")
    is_told = field in ("said", "happened") or loc[0] in ("origins", "events")
    if not is_told or "withdrawn" in loc or any(char.isdigit() for char in text):
        return None  # dates of our own stand in no article
    reckoned = _RECKONED.fullmatch(text)
    if not reckoned and not _OTHERS.fullmatch(text):
        return None
    articles = [id for id in _articles(loc, value) if published.get(id)]
    days = {day for id in articles if (day := _day(published[id]))}
    if reckoned and len(days) == 1:
        day = meant = days.pop()
        if reckoned["day"]:
            back = (day.weekday() - WEEKDAYS.index(reckoned["day"].title())) % 7
            meant, how = day - timedelta(days=back), f"the {reckoned['day'].title()} on or before {day}"
        else:
            meant = day - timedelta(days=reckoned["near"].lower() == "yesterday")
            how = f"reckoned from {day}"
        why = f'"{how}, when {articles[0]} was published"'
        return f"{field}: {{edtf: {meant}, as_stated: {text}, inferred_from: {why}}}"
    return f"{field}: {{as_stated: {text}}}, with 'edtf' and 'inferred_from' where the day is known"


def _articles(loc: tuple[str | int, ...], value: Any) -> Iterable[str]:
    """Returns the ids of the articles that carry the claim that a place is in."""
    if loc[:1] != ("claims",) or len(loc) < 2:
        return ()
    try:
        evidence = value["claims"][loc[1]]["evidence"]
    except (KeyError, IndexError, TypeError):
        return ()
    # Written by article; read by then into quotes that name their article.
    quotes = evidence if isinstance(evidence, list) else ()
    return tuple(dict.fromkeys(str(quote["article"]) for quote in quotes if isinstance(quote, Mapping)))


def _day(edtf: str) -> date | None:
    """Returns the day of an unmarked date; None of any other."""
    point = parse(edtf).start
    if not isinstance(point, Point) or parse(edtf).precision is not Precision.DAY:
        return None
    if point.approximate or point.uncertain or not point.year or not 1582 < point.year < 9999:
        return None
    return date(point.year, point.month or 1, point.day or 1)
