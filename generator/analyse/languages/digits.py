"""Figures with what multiplies them, and dates: what is read of languages beside English."""

import re
from collections.abc import Iterator
from fractions import Fraction
from typing import Final

from generator.analyse.languages.rules import Key, Reader, Rule, Terms, first_words, rule
from generator.analyse.languages.scales import powers, scale_pattern, unread_pattern

_POINT_DECIMAL: Final = re.compile("en|zh|ja|ko|th|he|hi|bn|ta|te|mr|gu|kn|ml|pa|si|ne|ur|my|fil|ga|ms|sw")
"""Languages that write 1.5, not 1,5."""

VULGAR: Final = {
    "½": Fraction(1, 2), "¼": Fraction(1, 4), "¾": Fraction(3, 4), "⅓": Fraction(1, 3), "⅔": Fraction(2, 3),
}  # fmt: skip
_SPACES: Final = " \u00a0\u2009\u202f"
FIGURE: Final = (
    rf"(?:[0-9]{{1,3}}(?:[.,'’٬{_SPACES}][0-9]{{3}})+(?:[.,٫][0-9]{{1,2}})?(?![0-9])"
    r"|[0-9]{1,2}(?:,[0-9]{2})+,[0-9]{3}(?:\.[0-9]+)?(?![0-9])"
    r"|[0-9]+(?:[.,٫][0-9]+)?[½¼¾⅓⅔]?|[½¼¾⅓⅔])"
)
_DIGITS: Final = first_words("0")
POWER: Final = r"10(?:\^(?P<caret>[-−]?[0-9]{1,2})(?![0-9])|(?P<raised>⁻?[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,2}))"
_RAISED: Final = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻−", "0123456789--")


def figure_value(shown: str, decimal: str) -> Fraction:
    """Reads a figure in digits.

    A mark that stands once, before three digits, parts thousands, unless it is the ``decimal`` mark.
    """
    part = VULGAR.get(shown[-1], Fraction(0))
    shown = shown.rstrip("".join(VULGAR)).translate({0x66B: "."})
    marks = re.findall(r"[^0-9]", shown)
    if not marks:
        return int(shown or 0) + part
    head, last, tail = shown.rpartition(marks[-1])
    grouping = (
        marks.count(last) > 1
        or last not in ".,"
        or (len(tail) == 3 and len(head) < 4 and head != "0" and last != decimal)
    )
    whole = re.sub("[^0-9]", "", shown if grouping else head)
    return int(whole) + part + (Fraction(0) if grouping else Fraction(int(tail), 10 ** len(tail)))


def power_value(match: re.Match[str]) -> Fraction:
    """Reads the power of ten that ``POWER`` found: 10⁶, 10^6."""
    return Fraction(10) ** int((match["caret"] or match["raised"]).translate(_RAISED))


def powers_rule(decimal: str) -> Rule:
    """Makes a rule for powers of ten and what they multiply: 10⁶, 5 × 10⁶."""

    def read(match: re.Match[str]) -> Iterator[tuple[Key, str | int]]:
        yield ("number", figure_value(match["n"] or "1", decimal) * power_value(match)), 0

    pattern = rf"(?<![0-9.,])(?:(?P<n>{FIGURE})\s?[×x·⋅*]\s?)?{POWER}"
    return Rule("number", re.compile(pattern), read, _DIGITS)


def unread_rule(tag: str) -> Rule:
    """Makes a rule for figures with a word that may multiply them by an unknown power: they are no number."""

    def read(match: re.Match[str]) -> Iterator[tuple[Key, str | int]]:
        yield ("unread", match[0].casefold()), 0

    pattern = rf"(?<![0-9])(?<![0-9][.,])(?i:{unread_pattern(FIGURE, tag)})"
    return Rule("number", re.compile(pattern), read, _DIGITS)


def _read_date(match: re.Match[str]) -> Iterator[tuple[Key, str | int]]:
    day, month = int(match["d"]), int(match["m"])
    yield ("day", month, day), 0
    yield ("number", day), "d"
    if match["y"]:
        yield ("year", int(match["y"])), "y"


_DATES: Final = tuple(
    Rule("date", re.compile(rf"(?<![0-9.,]){pattern}(?![0-9])"), _read_date, _DIGITS)
    for pattern in (
        r"(?P<d>0?[1-9]|[12][0-9]|3[01])\.\s?(?P<m>0?[1-9]|1[0-2])\.\s?(?P<y>[12][0-9]{3})",
        r"(?P<y>[12][0-9]{3})-(?P<m>0[1-9]|1[0-2])-(?P<d>0[1-9]|[12][0-9]|3[01])",
        r"(?:(?P<y>[12][0-9]{3})\s?[年년]\s?)?(?P<m>1[0-2]|0?[1-9])\s?[月월]\s?(?P<d>3[01]|[12][0-9]|0?[1-9])\s?[日号일]",
    )
)
"""Dates in figures alone. 10/11/2024 is no date here, for it can be read as two."""


def _listed(patterns: str) -> tuple[str, ...]:
    return tuple(patterns.split(", ")) if patterns else ()


def _place(patterns: tuple[str, ...], shown: str) -> int:
    return next(at for at, pattern in enumerate(patterns) if re.fullmatch(pattern, shown, re.IGNORECASE))


def _dates_in_words(months: tuple[str, ...], weekdays: tuple[str, ...]) -> Iterator[Rule]:
    """Makes the rules for dates with a month's name, and for names of months and days."""

    def read_day(match: re.Match[str]) -> Iterator[tuple[Key, str | int]]:
        yield ("day", _place(months, match["month"]) + 1, int(match["d"])), 0
        yield ("number", int(match["d"])), "d"

    if months:
        month = rf"(?P<month>{'|'.join(months)})(?!\w)"
        yield rule(
            "date",
            rf"(?i:(?P<d>0?[1-9]|[12][0-9]|3[01])(?:\.|er|º)?\s(?:de\s)?{month})",
            read_day,
            begins=_DIGITS,
        )
        yield rule("date", rf"(?i:{month})", "month", lambda shown: _place(months, shown) + 1)
    if weekdays:
        days = "|".join(weekdays)
        yield rule("date", rf"(?i:{days})(?!\w)", "weekday", lambda shown: _place(weekdays, shown))


def figures(tag: str, *, months: str = "", weekdays: str = "") -> Terms:
    """Makes the rules for the figures of a language, and for the dates that the words given make.

    A supporting text offers both readings of 1.234.

    Args:
        tag: a primary subtag.
        months: patterns of the names of the months, from January on, with commas between them.
        weekdays: patterns of the names of the days, from Monday on.
    """
    decimal = "." if _POINT_DECIMAL.fullmatch(tag) else ","
    other = "," if decimal == "." else "."
    scale = scale_pattern(tag)
    one = rf"{FIGURE}{scale}*"
    # Parts add up where each has a scale but the last: 3万5千, 3 million 200 thousand.
    pattern = rf"(?<![0-9])(?<![0-9][.,])(?<![^\W\d_\u0e00-\uffff])(?i:(?:{FIGURE}{scale}+\s?)*{one})"

    def reader(decimal: str) -> Reader:
        def read(match: re.Match[str]) -> Iterator[tuple[Key, str | int]]:
            total = Fraction(0)
            for part in re.finditer(rf"(?i:(?P<n>{FIGURE})(?P<scale>{scale}*))", match[0]):
                zeros = sum(powers(part["scale"], tag))
                total += figure_value(part["n"], decimal) * 10**zeros
            yield ("number", total), 0

        return read

    known = rf"(?!(?i:{unread_pattern(FIGURE, tag)})){pattern}"
    numbers = Rule("number", re.compile(pattern), reader(decimal), _DIGITS)
    dates = (*_DATES, *_dates_in_words(_listed(months), _listed(weekdays)))
    rules = (*dates, powers_rule(decimal), unread_rule(tag), numbers)
    return Terms(rules=rules, generous=(Rule("number", re.compile(known), reader(other), _DIGITS),))


ENGLISH_FIGURES: Final = figures("en")
"""What is compared with texts of which no more is read."""
