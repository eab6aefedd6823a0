"""Long lists cut into pages: all of it, in order, and each page leads to its neighbours."""

import posixpath
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from generator.render.pages.lists import AROUND, MOST_NUMBERS, Sheet, paginate

CHANGES = "changes/index.md"


def test_an_empty_list_is_one_empty_page() -> None:
    nothing: list[str] = []
    (sheet,) = paginate(nothing, 3, CHANGES)
    assert (sheet.items, sheet.path, sheet.number, sheet.of) == ((), CHANGES, 1, 1)
    assert not sheet.before and not sheet.after


def test_a_list_that_just_fits() -> None:
    assert [one.items for one in paginate("abc", 3, CHANGES)] == [("a", "b", "c")]
    assert [one.items for one in paginate("abcd", 3, CHANGES)] == [("a", "b", "c"), ("d",)]


def test_each_page_leads_to_its_neighbours() -> None:
    found = paginate(range(5), 2, CHANGES)
    assert [(one.path, one.number, one.of, str(one.before), str(one.after)) for one in found] == [
        ("changes/index.md", 1, 3, "", "page/2/index.md"),
        ("changes/page/2/index.md", 2, 3, "../../index.md", "../3/index.md"),
        ("changes/page/3/index.md", 3, 3, "../2/index.md", ""),
    ]


def line(of: int, here: int) -> str:
    """The numbers that one of several pages shows; its own in brackets."""
    found = paginate(range(of), 1, CHANGES)[here - 1].numbers
    return " ".join(
        ("… " if one.gap else "") + (f"{one.number}" if one.href else f"[{one.number}]") for one in found
    )


def test_up_to_twelve_pages_all_have_their_numbers() -> None:
    assert line(2, 1) == "[1] 2"
    assert line(12, 7) == "1 2 3 4 5 6 [7] 8 9 10 11 12"


def test_of_more_pages_the_first_the_last_and_those_around() -> None:
    assert line(13, 1) == "[1] 2 3 … 13"
    assert line(13, 4) == "1 2 3 [4] 5 6 … 13"
    assert line(13, 5) == "1 … 3 4 [5] 6 7 … 13"
    assert line(13, 10) == "1 … 8 9 [10] 11 12 13"
    assert line(13, 13) == "1 … 11 12 [13]"
    assert line(500, 250) == "1 … 248 249 [250] 251 252 … 500"


@given(st.integers(1, 60))
def test_numbers_lead_to_their_pages_and_are_never_many(of: int) -> None:
    found = paginate(range(of), 1, "topics/ice/index.md")
    for sheet in found:
        numbers = [one.number for one in sheet.numbers]
        assert numbers == sorted(set(numbers))
        assert len(numbers) <= max(MOST_NUMBERS, 2 * AROUND + 3)
        assert {1, sheet.number, of} <= set(numbers)
        assert [one.number for one in sheet.numbers if not one.href] == [sheet.number]
        for one in sheet.numbers:
            if one.href:
                assert _there(sheet, str(one.href)) == found[one.number - 1].path
        # A gap stands where pages are left out, and nowhere else.
        assert [one.gap for one in sheet.numbers] == [
            after - before > 1 for before, after in pairwise([0, *numbers])
        ]


@given(st.lists(st.integers(), max_size=40), st.integers(1, 7))
def test_nothing_is_lost_and_every_link_leads_there(items: list[int], most: int) -> None:
    found = paginate(items, most, "topics/ice/index.md")
    assert [item for one in found for item in one.items] == items
    assert all(one.items for one in found) or not items
    assert all(len(one.items) <= most for one in found)
    assert len({one.path for one in found}) == len(found) == found[0].of
    for one, other in pairwise(found):
        assert _there(one, str(one.after)) == other.path
        assert _there(other, str(other.before)) == one.path


def _there(sheet: Sheet[int], link: str) -> str:
    return posixpath.normpath(posixpath.join(posixpath.dirname(sheet.path), link))
