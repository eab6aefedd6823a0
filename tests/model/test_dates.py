"""Hand-read dates: what is taken, how it is told and sorted, and what a mistake is answered with."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.dates import DATE_PATTERN, Edtf, NoDate, Precision, parse

TOLD = [
    ("2024-10-13", "13 October 2024", Precision.DAY),
    ("2024-10", "October 2024", Precision.MONTH),
    ("2024", "2024", Precision.YEAR),
    ("2024-21", "spring 2024", Precision.SEASON),
    ("2024-11-01~", "about 1 November 2024", Precision.DAY),
    ("2024?", "2024, uncertain", Precision.YEAR),
    ("2024%", "about 2024, uncertain", Precision.YEAR),
    ("XXXX-10-13", "13 October, year not stated", Precision.DAY),
    ("XXXX-10-13?", "13 October, year not stated, uncertain", Precision.DAY),
    ("XXXX-10", "October, year not stated", Precision.MONTH),
    ("XXXX-02-29", "29 February, year not stated", Precision.DAY),
    ("XXXX-24", "winter, year not stated", Precision.SEASON),
    ("2024-10-XX", "some day in October 2024", Precision.MONTH),
    ("XXXX-10-XX", "some day in October, year not stated", Precision.MONTH),
    ("2024-XX", "some month in 2024", Precision.YEAR),
    ("2024-XX-XX", "some day in 2024", Precision.YEAR),
    ("201X", "the 2010s", Precision.DECADE),
    ("200X", "the years 2000 to 2009", Precision.DECADE),
    ("20XX", "the years 2000 to 2099", Precision.CENTURY),
    ("0476", "AD 476", Precision.YEAR),
    ("0000", "1 BC", Precision.YEAR),
    ("-0044-03-15", "15 March 45 BC", Precision.DAY),
    ("Y12345", "AD 12345", Precision.YEAR),
    ("Y-12345", "12346 BC", Precision.YEAR),
    ("2024-10-30/2024-11-01", "30 October to 1 November 2024", Precision.INTERVAL),
    ("2024-10-13/2024-10-15", "13 to 15 October 2024", Precision.INTERVAL),
    ("2023-12-30/2024-01-02~", "30 December 2023 to about 2 January 2024", Precision.INTERVAL),
    ("2023/2024", "2023 to 2024", Precision.INTERVAL),
    ("2024-10/2024-11", "October to November 2024", Precision.INTERVAL),
    ("2024-10/2024-11-05", "October to 5 November 2024", Precision.INTERVAL),
    ("2024/2024-10", "2024 to October 2024", Precision.INTERVAL),
    ("2024-21/2024-23", "spring to autumn 2024", Precision.INTERVAL),
    ("2024-10-13/2024-10-13", "13 October 2024", Precision.INTERVAL),
    ("2024?/2024-10", "2024 (uncertain) to October 2024", Precision.INTERVAL),
    ("2023?/2024?", "2023 to 2024, uncertain", Precision.INTERVAL),
    ("XXXX-10-13/XXXX-11-01", "13 October to 1 November, year not stated", Precision.INTERVAL),
    ("2024/..", "from 2024 on", Precision.INTERVAL),
    ("../2024", "up to 2024", Precision.INTERVAL),
    ("2024-10-13/", "from 13 October 2024, end not known", Precision.INTERVAL),
    ("/2024-10-13", "up to 13 October 2024, start not known", Precision.INTERVAL),
]


@pytest.mark.parametrize("text", [text for text, *_ in TOLD])
def test_pattern_for_editors_has_every_date(text: str) -> None:
    assert re.search(DATE_PATTERN, text)


@pytest.mark.parametrize(
    "text",
    [
        *("13 October 2024", "2024-13", "2024-10-32", "2024-1-3", "2024/10/13", "13.10.2024", "20241013"),
        *("ca. 2024", "2024-10-13T10:00", "2024-25", "now", "", " 2024", "2024-10-13 to 2024-10-15"),
    ],
)
def test_pattern_for_editors_has_no_other_forms(text: str) -> None:
    assert not re.search(DATE_PATTERN, text)


@given(st.from_regex(DATE_PATTERN.replace("$", r"\Z"), fullmatch=True))
def test_pattern_for_editors_holds_little_else(text: str) -> None:
    """What it lets through and `parse` refuses is a day or a range that there is not, and no other form."""
    try:
        parse(text)
    except ValueError as fault:
        assert "is written year-month-day" not in str(fault)
        assert "this is no date" not in str(fault)


@pytest.mark.parametrize(("text", "words", "precision"), TOLD)
def test_a_date_is_told_in_english(text: str, words: str, precision: Precision) -> None:
    date = parse(text)
    assert date.text == text
    assert date.words() == words
    assert date.precision is precision


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "this is no date"),
        ("yesterday", "this is no date"),
        ("24-10-13", "this is no date"),
        ("1XXX", "this is no date"),
        ("２０２４", "this is no date"),
        ("2024/2025/2026", "this is no date"),
        ("2024-02-30", "February 2024 has 29 days"),
        ("2023-02-29", "February 2023 has 28 days"),
        ("1900-02-29", "February 1900 has 28 days"),
        ("XXXX-02-30", "February has 29 days"),
        ("2024-04-31", "April 2024 has 30 days"),
        ("2024-10-00", "October 2024 has 31 days, numbered from 01"),
        ("2024-13", "months go from 01 to 12"),
        ("2024-00", "months go from 01 to 12"),
        ("2024-25", "seasons from 21 (spring) to 24 (winter)"),
        ("2024-21-03", "a season has no days: write 2024-21"),
        (" 2024", "space before or after the date: write 2024"),
        ("2024-10-13\n", "space before or after the date: write 2024-10-13"),
        ("2024 /2025", "space before or after the date: write 2024"),
        ("13 October 2024", "write 2024-10-13"),
        ("13th of October, 2024", "write 2024-10-13"),
        ("13 October 2024?", "write 2024-10-13?"),
        ("October 13, 2024", "write 2024-10-13"),
        ("Oct. 13", "write XXXX-10-13"),
        ("Sept 2024", "write 2024-09"),
        ("31 Feb 2024", '"2024-02-31": February 2024 has 29 days'),
        ("2024-1-5", "write 2024-01-05"),
        ("2024/10/13", "write 2024-10-13"),
        ("20241013", "write 2024-10-13"),
        ("2024-1", "write 2024-01"),
        ("13/10/2024", "write 2024-10-13"),
        ("10/13/2024", "write 2024-10-13"),
        ("03/04/2024", "can be read as two dates"),
        ("2024-10-13T10:00", "has no time: write 2024-10-13"),
        ("c. 2024", "write 2024~"),
        ("~2024", "write 2024~"),
        ("about 13 October 2024", "write 2024-10-13~"),
        ("2010s", "write 201X"),
        ("2024?~", "write 2024%"),
        ("2024?-10", "a ? ~ or % stands once, at the end"),
        ("2024-1X", "write 2024-XX"),
        ("2024-10-1X", "write 2024-10-XX"),
        ("2024-XX-13", "a day needs its month"),
        ("201X-10", "only a year of four digits can have a month"),
        ("Y12345-10", "only a year of four digits can have a month"),
        ("XXXX", "nothing of this date is known"),
        ("XXXX-XX", "nothing of this date is known"),
        ("-0000", "write 0000"),
        ("[2024,2025]", "level 2"),
        ("2024-10-30 to 2024-11-01", "write 2024-10-30/2024-11-01"),
        ("2024-10-30–2024-11-01", "write 2024-10-30/2024-11-01"),
        ("2024-10-30/2024-10-13", "ends before it starts"),
        ("XXXX-12-30/XXXX-01-02", "over a new year, both years are needed"),
        ("XXXX-10/2024", "give both or neither"),
        ("2024-10-XX/2024-11", "write 2024-10 for 2024-10-XX"),
        ("201X/2024", "2010/2019 for 201X"),
        ("2024/open", "write .."),
        ("2024/unknown", "leave the unknown end of an interval empty"),
        ("/", "an interval needs a date"),
        ("../..", "an interval needs a date"),
    ],
)
def test_a_mistake_is_told_with_what_would_be_right(text: str, says: str) -> None:
    with pytest.raises(ValueError) as caught:
        parse(text)
    assert says in str(caught.value)


def test_an_unknown_year_sorts_after_every_known_one_and_by_its_days() -> None:
    texts = [
        "XXXX-10-13",
        "../XXXX-09-01",
        "2024",
        "2024-10",
        "XXXX-02",
        "9999",
        "-0044",
        "../2025",
        "2024-10-13",
    ]
    assert [date.text for date in sorted(map(parse, texts), key=Edtf.sort_key)] == [
        *("../2025", "-0044", "2024", "2024-10", "2024-10-13", "9999"),
        *("../XXXX-09-01", "XXXX-02", "XXXX-10-13"),
    ]


def test_an_open_or_unknown_end_is_unbounded() -> None:
    assert parse("9999-12-31").latest < parse("2024/..").latest == parse("XXXX-12/").latest
    assert parse("Y-12345").earliest > parse("../2024").earliest == parse("/2024").earliest
    assert parse("2024/..").end is NoDate.OPEN
    assert parse("/2024").start is NoDate.UNKNOWN


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("2024-02", (0, 2024, 2, 1), (0, 2024, 2, 29)),
        ("201X", (0, 2010, 1, 1), (0, 2019, 12, 31)),
        ("2024-XX-XX", (0, 2024, 1, 1), (0, 2024, 12, 31)),
        ("2024-24", (0, 2024, 12, 1), (0, 2025, 2, 28)),
        ("XXXX-24", (1, 0, 12, 1), (1, 1, 2, 29)),
        ("2024-10-30/2024-11", (0, 2024, 10, 30), (0, 2024, 11, 30)),
    ],
)
def test_bounds_are_the_first_and_the_last_day(
    text: str, earliest: tuple[int, ...], latest: tuple[int, ...]
) -> None:
    assert (parse(text).earliest, parse(text).latest) == (earliest, latest)


def test_marks_are_told_for_the_whole_and_for_either_end() -> None:
    assert (parse("2024~").approximate, parse("2024~").uncertain) == (True, False)
    assert (parse("2024?").approximate, parse("2024?").uncertain) == (False, True)
    assert (parse("2023/2024%").approximate, parse("2023/2024%").uncertain) == (True, True)
    assert (parse("2023/2024").approximate, parse("2023/..").uncertain) == (False, False)


def test_components_are_what_is_known_and_no_more() -> None:
    # 13 October 2024 was a Sunday.
    assert parse("2024-10-13").components() == {
        *(("year", 2024), ("month", 10), ("day", 10, 13), ("weekday", 6)),
    }
    assert parse("2024-10-13~").components() == {("year", 2024), ("month", 10), ("day", 10, 13)}
    assert parse("XXXX-10-13").components() == {("month", 10), ("day", 10, 13)}
    assert parse("2024-10-XX").components() == {("year", 2024), ("month", 10)}
    assert parse("2024-21").components() == {("year", 2024), ("season", 21)}
    assert parse("201X").components() == {("decade", 2010)}
    assert parse("20XX").components() == frozenset()
    assert parse("2024-10-30/2024-11-01").components() == {
        *(("year", 2024), ("month", 10), ("day", 10, 30), ("weekday", 2)),
        *(("month", 11), ("day", 11, 1), ("weekday", 4)),
    }


@given(st.text(alphabet="0123456789X-/.?~%Yc 13October[S", max_size=16))
def test_any_text_is_read_or_refused_with_its_own_words(text: str) -> None:
    try:
        date = parse(text)
    except ValueError as wrong:
        assert str(wrong).startswith('"')
    else:
        assert date.text == text
        assert date.earliest <= date.latest
        assert date.words() == date.words().strip() != ""


@given(st.dates(), st.dates())
def test_days_sort_as_the_calendar_does(one: object, other: object) -> None:
    first, second = parse(str(one)), parse(str(other))
    assert (first.sort_key() < second.sort_key()) == (str(one) < str(other))
