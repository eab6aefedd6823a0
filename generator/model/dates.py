"""EDTF dates: parsing, sort order, English wording, and the parts that a date gives for grounding.

EDTF is ISO 8601-2. Read here is its level 1 without times, and also an unknown year (``XXXX-10-13``).
"""

import calendar
import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final, TypeAlias

Bound: TypeAlias = tuple[int, int, int, int]
"""Rank, year, month, day. Rank 0 is a known year, 1 an unknown one; -1 and 2 are beyond every day."""

Component: TypeAlias = tuple[str | int, ...]
"""Part of a date that is known: ("year", 2024), ("month", 10), ("day", 10, 13), ("weekday", 6) with Monday 0,
("season", 21), ("decade", 2010)."""

_NO_START: Final[Bound] = (-1, 0, 0, 0)
_NO_END: Final[Bound] = (2, 0, 0, 0)
SEASONS: Final = {21: "spring", 22: "summer", 23: "autumn", 24: "winter"}
# Not calendar.month_name, which depends on the system's locale.
MONTHS: Final = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)

WEEKDAYS: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


class Precision(StrEnum):
    """Smallest part of a date that is known: of ``2024-10-XX`` the month, of ``XXXX-10-13`` the day."""

    CENTURY = "century"
    DECADE = "decade"
    YEAR = "year"
    SEASON = "season"
    MONTH = "month"
    DAY = "day"
    INTERVAL = "interval"


class NoDate(StrEnum):
    """End of an interval that has no date: open, or unknown."""

    OPEN = ".."
    UNKNOWN = ""


@dataclass(frozen=True)
class Point:
    """A single date, as far as it is known.

    Attributes:
        year: astronomical (0 is 1 BC); of ``201X`` the first year, 2010; None when it is unknown.
        blanks: how many last digits of the year are unspecified: 0, 1 or 2.
        month: 1 to 12, or a season, 21 to 24.
        day: of the month, from 1.
        unspecified: "day" or "month" when the date stands for some single one that nobody names.
        approximate: marked ``~`` or ``%``.
        uncertain: marked ``?`` or ``%``.
    """

    year: int | None
    blanks: int = 0
    month: int | None = None
    day: int | None = None
    unspecified: str = ""
    approximate: bool = False
    uncertain: bool = False

    @property
    def bounds(self) -> tuple[Bound, Bound]:
        """First and last day. Seasons are the northern meteorological ones: winter ends in the next year."""
        rank, year = (1, 0) if self.year is None else (0, self.year)
        if self.month is None:
            return (rank, year, 1, 1), (rank, year + 10**self.blanks - 1, 12, 31)
        if self.day is not None:
            return (rank, year, self.month, self.day), (rank, year, self.month, self.day)
        first, length = (3 * (self.month - 20), 3) if self.month in SEASONS else (self.month, 1)
        later, last = divmod(first + length - 2, 12)
        days = _days_in_month(None if self.year is None else year + later, last + 1)
        return (rank, year, first, 1), (rank, year + later, last + 1, days)

    @property
    def precision(self) -> Precision:
        """Smallest part that is known."""
        if self.day is not None:
            return Precision.DAY
        if self.month is not None:
            return Precision.SEASON if self.month in SEASONS else Precision.MONTH
        return (Precision.YEAR, Precision.DECADE, Precision.CENTURY)[self.blanks]

    def components(self) -> frozenset[Component]:
        """Returns the known parts; the weekday only for an unmarked day of a known year."""
        known: set[Component] = set()
        if self.year is not None and self.blanks < 2:
            known.add(("decade" if self.blanks else "year", self.year))
        if self.month is not None:
            known.add(("season" if self.month in SEASONS else "month", self.month))
        if self.month is not None and self.day is not None:
            known.add(("day", self.month, self.day))
            # Weekdays are those of the Gregorian calendar, which began in 1582.
            if self.year is not None and self.year > 1582 and not (self.approximate or self.uncertain):
                known.add(("weekday", calendar.weekday(self.year, self.month, self.day)))
        return frozenset(known)

    def words(self, *, month: bool = True, year: bool = True) -> str:
        """Writes the date in English, without "uncertain" and "year not stated"."""
        parts = [
            str(self.day or ""),
            (SEASONS.get(self.month) or MONTHS[self.month - 1]) if self.month and month else "",
            _year_words(self.year, self.blanks) if self.year is not None and year else "",
        ]
        some = f"some {self.unspecified} in " if self.unspecified else ""
        return some + "about " * self.approximate + " ".join(filter(None, parts))


@dataclass(frozen=True)
class Edtf:
    """A date or an interval that was parsed from ``text``.

    Attributes:
        text: as written, which is the one way to write it.
        start: where it begins; of a single date, that date.
        end: where it ends; of a single date, the same date.
    """

    text: str
    start: Point | NoDate
    end: Point | NoDate

    @property
    def points(self) -> tuple[Point, ...]:
        """One or two dates that it names; a single date once."""
        ends = (self.start, self.end) if self.precision is Precision.INTERVAL else (self.start,)
        return tuple(end for end in ends if isinstance(end, Point))

    @property
    def precision(self) -> Precision:
        """Smallest part that is known, or that it is an interval."""
        if "/" in self.text or not isinstance(self.start, Point):
            return Precision.INTERVAL
        return self.start.precision

    @property
    def approximate(self) -> bool:
        """Whether the date, or an end of the interval, is marked as approximate."""
        return any(point.approximate for point in self.points)

    @property
    def uncertain(self) -> bool:
        """Whether the date, or an end of the interval, is marked as uncertain."""
        return any(point.uncertain for point in self.points)

    @property
    def earliest(self) -> Bound:
        """First possible day; lower than every day when the start is open or unknown."""
        return self.start.bounds[0] if isinstance(self.start, Point) else _NO_START

    @property
    def latest(self) -> Bound:
        """Last possible day; higher than every day when the end is open or unknown."""
        return self.end.bounds[1] if isinstance(self.end, Point) else _NO_END

    def sort_key(self) -> tuple[bool, Bound, Bound, str]:
        """Returns the key of a total order: first day, last day, text; unknown years after all known ones.

        No year is guessed: dates with an unknown year come last, in the order of the days of a year.
        """
        return any(point.year is None for point in self.points), self.earliest, self.latest, self.text

    def components(self) -> frozenset[Component]:
        """Returns the years, months and days that it names (see Component), marked or not."""
        return frozenset().union(*(point.components() for point in self.points))

    def words(self) -> str:
        """Writes the date in English for readers: "about 1 November 2024", "13 October, year not stated"."""
        points = self.points
        tail = ", year not stated" * any(point.year is None for point in points)
        # A single mark at the end applies to the whole interval, so both ends must be uncertain.
        if all(point.uncertain for point in points):
            return _span_words(self.start, self.end, mark=False) + tail + ", uncertain"
        return _span_words(self.start, self.end, mark=True) + tail


def parse(text: str) -> Edtf:
    """Parses ``text``, an EDTF date of level 1 or one with an unknown year.

    Unspecified digits are read where level 1 has them: ``201X``, ``20XX``, ``2024-XX``, ``2024-10-XX``,
    ``2024-XX-XX``. In an interval they are not, except an unknown year at both ends.

    Raises:
        ValueError: it is no such date; the message quotes it, says what is wrong and what would be right.
    """
    if text.count("/") != 1:
        point = _parse_point(text)
        return Edtf(text, point, point)
    start, end = (_parse_end(half) for half in text.split("/"))
    points = [half for half in (start, end) if isinstance(half, Point)]
    if not points:
        raise _wrong(text, "an interval needs a date at one end at least; leave out what is not known")
    if any(point.unspecified or point.blanks for point in points):
        why = "in an interval no digit but a whole year can be unspecified"
        raise _wrong(text, f"{why}: write 2024-10 for 2024-10-XX, 2010/2019 for 201X")
    if len({point.year is None for point in points}) > 1:
        raise _wrong(text, "one end has a year and the other has none: give both or neither")
    interval = Edtf(text, start, end)
    if interval.latest < interval.earliest:
        over = "; over a new year, both years are needed" if points[0].year is None else ""
        raise _wrong(text, f"the interval ends before it starts: write the earlier date first{over}")
    return interval


_POINT: Final = re.compile(
    r"(?P<year>-?[0-9]{4}|[0-9]{3}X|[0-9]{2}XX|XXXX|Y-?[1-9][0-9]{4,14})"
    r"(?:-(?P<month>[0-9]{2}|XX)(?:-(?P<day>[0-9]{2}|XX))?)?(?P<mark>[?~%]?)"
)

_WRITTEN: Final = (
    r"(-?[0-9]{4}|[0-9]{3}X|[0-9]{2}XX|XXXX|Y-?[1-9][0-9]{4,14})"
    r"(-(0[1-9]|1[0-2]|2[1-4]|XX)(-(0[1-9]|[12][0-9]|3[01]|XX))?)?[?~%]?"
)
DATE_PATTERN: Final = rf"^({_WRITTEN}|({_WRITTEN}|\.\.)?/({_WRITTEN}|\.\.)?)$"
"""How a date looks, for editors that know only patterns: each date that `parse` takes, and little else."""


def _parse_end(text: str) -> Point | NoDate:
    return NoDate(text) if text in ("", "..") else _parse_point(text)


def _parse_point(text: str) -> Point:
    match = _POINT.fullmatch(text)
    if match is None:
        raise _wrong(text, _advice(text))
    year, month, day, mark = match.group("year", "month", "day", "mark")
    year_number = None if year == "XXXX" else int(year.removeprefix("Y").replace("X", "0"))
    blanks = 0 if year_number is None else year.count("X")
    month_number = None if month in (None, "XX") else int(month)
    day_number = None if day in (None, "XX") else int(day)
    if year == "-0000":
        raise _wrong(text, "the year 0000 has no sign: write 0000")
    if month and (blanks or year.startswith("Y")):
        raise _wrong(text, f"only a year of four digits can have a month: write {year} or XXXX-{month}")
    if year_number is None and month_number is None:
        raise _wrong(text, "nothing of this date is known: leave it out, or write the words of the article")
    if month_number is None and day_number is not None:
        raise _wrong(text, "a day needs its month: write 2024-10-13, or 2024-XX-XX for some day of the year")
    if month_number is not None and month_number not in SEASONS and not 1 <= month_number <= 12:
        raise _wrong(text, "months go from 01 to 12, and seasons from 21 (spring) to 24 (winter)")
    if month_number in SEASONS and day:
        raise _wrong(text, f"a season has no days: write {year}-{month}")
    if (
        month_number is not None
        and day_number is not None
        and not 1 <= day_number <= _days_in_month(year_number, month_number)
    ):
        name = f"{MONTHS[month_number - 1]} {year}" if year_number is not None else MONTHS[month_number - 1]
        raise _wrong(text, f"{name} has {_days_in_month(year_number, month_number)} days, numbered from 01")
    unspecified = "day" if day == "XX" else "month" if month == "XX" else ""
    return Point(
        year_number, blanks, month_number, day_number, unspecified, mark in ("~", "%"), mark in ("?", "%")
    )


def _days_in_month(year: int | None, month: int) -> int:
    """Counts the days of the month; February of an unknown year may have 29."""
    return calendar.monthrange(2000 if year is None else 2000 + year % 400, month)[1]


def _year_words(year: int, blanks: int) -> str:
    if blanks:
        last = year + 10**blanks - 1
        # "The 2000s" could be ten years or a hundred.
        return f"the {year}s" if blanks == 1 and year % 100 else f"the years {year} to {last}"
    if year <= 0:
        return f"{1 - year} BC"
    return str(year) if 1000 <= year <= 9999 else f"AD {year}"


def _span_words(start: Point | NoDate, end: Point | NoDate, *, mark: bool) -> str:
    def point_words(point: Point, *, month: bool = True, year: bool = True) -> str:
        return point.words(month=month, year=year) + " (uncertain)" * (mark and point.uncertain)

    if isinstance(start, Point) and isinstance(end, Point):
        if start == end:
            return point_words(start)
        # Parts that both ends share are written once, at the end: "13 to 15 October 2024".
        year = start.year == end.year and start.month is not None and end.month is not None
        month = year and start.month == end.month and start.day is not None and end.day is not None
        return f"{point_words(start, month=not month, year=not year)} to {point_words(end)}"
    if isinstance(start, Point):
        return f"from {point_words(start)}" + (" on" if end is NoDate.OPEN else ", end not known")
    assert isinstance(end, Point)
    return f"up to {point_words(end)}" + ("" if start is NoDate.OPEN else ", start not known")


_NAMED: Final = rf"(?i:(?P<m>{'|'.join(f'{name[:3]}(?:{name[3:]})?' for name in MONTHS)}|sept))\.?"
_DAY: Final = r"(?P<d>[0-9]{1,2})(?:st|nd|rd|th)?"
_ISO: Final = "a date is written year-month-day, with four, two and two digits"
_SLIPS: Final = tuple(
    (re.compile(pattern + r"(?P<z>[?~%]?)" * ("{m}" in write)), why, write)
    for pattern, why, write in (
        (r"\s+(?P<x>.*?)\s*|(?P<y>.*?)\s+", "there is a space before or after the date", "{x}{y}"),
        (rf"{_DAY}(?: of)? {_NAMED}(?:,? (?P<y>[0-9]{{4}}))?", _ISO, "{y}-{m}-{d}{z}"),
        (rf"{_NAMED} {_DAY}(?:,? (?P<y>[0-9]{{4}}))?", _ISO, "{y}-{m}-{d}{z}"),
        (rf"{_NAMED}(?:,? (?P<y>[0-9]{{4}}))?", _ISO, "{y}-{m}{z}"),
        (r"(?P<y>[0-9]{4})(?P<s>[-./])(?P<m>[0-9]{1,2})(?P=s)(?P<d>[0-9]{1,2})", _ISO, "{y}-{m}-{d}{z}"),
        (r"(?P<y>[0-9]{4})(?P<m>[0-9]{2})(?P<d>[0-9]{2})", _ISO, "{y}-{m}-{d}{z}"),
        (r"(?P<y>[0-9]{4})[-.](?P<m>[0-9])", _ISO, "{y}-{m}{z}"),
        (r"(?P<d>1[3-9]|2[0-9]|3[01])[-./](?P<m>[0-9]{1,2})[-./](?P<y>[0-9]{4})", _ISO, "{y}-{m}-{d}{z}"),
        (r"(?P<m>[0-9]{1,2})[-./](?P<d>1[3-9]|2[0-9]|3[01])[-./](?P<y>[0-9]{4})", _ISO, "{y}-{m}-{d}{z}"),
        (r"[0-9]{1,2}[-./][0-9]{1,2}[-./][0-9]{4}", "this can be read as two dates; " + _ISO, ""),
        (r"(?P<x>.+?)[T ][0-9]{1,2}:[0-9]{2}.*", "a date here has no time", "{x}"),
        (r"(?:(?i:ca?\.?|circa|about|around) ?|~)(?P<x>[0-9X].*)", "about is a ~ at the end", "{x}~"),
        (r"(?P<x>[0-9]{3})0s", "a decade has an X for its last digit", "{x}X"),
        (r"(?P<x>.+?)(?:\?~|~\?)", "uncertain and approximate together are %", "{x}%"),
        (r"(?P<x>.+?)(?:--| ?[–—] ?| to | - )(?P<y>.+)", "an interval has a / between its ends", "{x}/{y}"),
        (r"(?P<x>[0-9]{4})-(?:X[0-9]|[0-9]X)(?P<y>.*)", "a month is known or it isn't", "{x}-XX"),
        (r"(?P<x>[0-9]{4}-[0-9]{2})-(?:X[0-9]|[0-9]X)", "a day is known or it isn't", "{x}-XX"),
        (r"(?i:open|now|present)", "an open end is written with two dots", ".."),
        (r"(?i:unknown)", "leave the unknown end of an interval empty, and an unknown date out", ""),
        (r"[?~%].*|.*[?~%].+", "a ? ~ or % stands once, at the end of a date, for all of it", ""),
        (r".*[\[\]{}SE].*", "sets and exponents are EDTF level 2, and read here is level 1", ""),
    )
)


def _advice(text: str) -> str:
    """Says why a text does not have the shape of a date, and how to write it if that is clear."""
    for pattern, why, write in _SLIPS:
        match = pattern.fullmatch(text)
        if match is None:
            continue
        parts = {"x": "", "y": "", **{name: value or "" for name, value in match.groupdict().items()}}
        right = _written(write, parts)
        if right in ("", "..", text):
            return why + ": write .." * (right == "..")
        try:
            parse(right)
        except ValueError as still_wrong:
            return f"{why}; {still_wrong}"
        return f"{why}: write {right}"
    return "this is no date: write 2024-10-13, 2024-10 or 2024, XXXX-10-13, or 2024-10-30/2024-11-01"


def _written(write: str, parts: Mapping[str, str | None]) -> str:
    """Writes the parts of a date in the form ``write``."""
    given = {name: value or "" for name, value in parts.items()}
    if "{m}" in write:
        names = [name[:3] for name in MONTHS]
        month = given["m"][:3].title()
        given["m"] = str(names.index(month) + 1 if month in names else given["m"]).zfill(2)
        given |= {"y": given["y"] or "XXXX", "d": given.get("d", "").zfill(2)}
    return write.format_map(given)


def is_date(text: str) -> bool:
    """Tests whether a text is a date that `parse` reads."""
    try:
        parse(text)
    except ValueError:
        return False
    return True


_FORMS: Final = tuple((pattern, write) for pattern, why, write in _SLIPS if why == _ISO)
_TYPED: Final = str.maketrans("‐‑‒–—−\u00a0\u202f", "------  ")


def in_edtf(text: str) -> str | None:
    """Returns the date that a text gives in another form (13 October 2024, 13.10.2024), as `parse` reads it.

    None where it could be read as two dates, where it has no year, and where there is more in it than a date.
    """
    text = text.strip().translate(_TYPED)
    if is_date(text):
        return text
    for pattern, write in _FORMS:
        match = pattern.fullmatch(text)
        if match is not None:
            parts = match.groupdict()
            date = _written(write, parts) if parts.get("y") else ""
            return date if is_date(date) else None
    return None


def _wrong(text: str, why: str) -> ValueError:
    return ValueError(f'"{text}": {why}')
