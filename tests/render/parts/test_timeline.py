"""The picture of a timeline."""

import re
from xml.etree import ElementTree

from generator.analyse.findings.timeline import timeline
from generator.render.parts.timeline import picture
from tests.analyse.makers import summary_of


def drawn(*dates: object) -> ElementTree.Element | None:
    claims = [{"id": f"c{at}", "happened": date} for at, date in enumerate(dates)]
    made = picture(timeline(summary_of(claims=claims)))
    return None if made is None else ElementTree.fromstring(made)


def test_two_dates_need_no_picture() -> None:
    assert drawn("2024-10-13", "2024-11-01") is None


def test_dates_without_a_year_or_a_value_are_not_drawn() -> None:
    assert drawn("2024-10-13", "2024-11-01", "XXXX-10-13", {"as_stated": "on Wednesday"}) is None


def test_places_are_to_scale_and_a_long_time_is_a_bar() -> None:
    made = drawn("2024-01-01", "2024-01-11", "2024-01-21", "2024-01-11/2024-01-21")
    assert made is not None
    bars = [(float(one.attrib["x"]), float(one.attrib["width"])) for one in made.iter("rect")]
    starts = [x for x, _ in bars]
    assert starts[0] < starts[1] == starts[2] < starts[3]
    assert abs((starts[1] - starts[0]) - (starts[3] - starts[1])) < 0.2
    assert [width > 100 for _, width in bars] == [False, False, True, False]


def test_what_was_inferred_or_is_about_looks_so() -> None:
    inferred = {"edtf": "2024-10-20", "as_stated": "on Sunday", "inferred_from": "the calendar"}
    made = drawn("2024-10-01", "2024-10-13~", inferred)
    assert made is not None
    assert [one.get("class") for one in made.iter("rect")] == [None, "inferred", "inferred"]


def test_every_mark_has_its_number_and_words_and_the_picture_a_text() -> None:
    made = drawn("2024-10-01", "2024-10-13~", "2025")
    assert made is not None
    told = [one.text for one in made.iter("text")]
    assert told == ["1 1 October 2024", "2 about 13 October 2024", "3 2025"]
    assert made.attrib["role"] == "img"
    assert re.match("3 dates on a line", made.attrib["aria-label"])


def test_what_was_withdrawn_is_not_drawn() -> None:
    gone = {"date": "2024-12-01", "reason": "Wrong."}
    events = [
        {"id": f"e{at}", "date": f"2024-0{at}-01", "text": "It was.", "claims": ["c"], **more}
        for at, more in ((1, {}), (2, {}), (3, {"withdrawn": gone}))
    ]
    assert picture(timeline(summary_of(claims=[{"id": "c"}], events=events))) is None
