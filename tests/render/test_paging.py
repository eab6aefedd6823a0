"""Long lists cut into pages: all of it, in order, and each page leads to its neighbours."""

import posixpath
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from generator.render.paging import Sheet, sheets

CHANGES = "changes/index.md"


def test_an_empty_list_is_one_empty_page() -> None:
    nothing: list[str] = []
    (sheet,) = sheets(nothing, 3, CHANGES)
    assert (sheet.items, sheet.path, sheet.number, sheet.of) == ((), CHANGES, 1, 1)
    assert not sheet.before and not sheet.after


def test_a_list_that_just_fits() -> None:
    assert [one.items for one in sheets("abc", 3, CHANGES)] == [("a", "b", "c")]
    assert [one.items for one in sheets("abcd", 3, CHANGES)] == [("a", "b", "c"), ("d",)]


def test_each_page_leads_to_its_neighbours() -> None:
    found = sheets(range(5), 2, CHANGES)
    assert [(one.path, one.number, one.of, str(one.before), str(one.after)) for one in found] == [
        ("changes/index.md", 1, 3, "", "page/2/index.md"),
        ("changes/page/2/index.md", 2, 3, "../../index.md", "../3/index.md"),
        ("changes/page/3/index.md", 3, 3, "../2/index.md", ""),
    ]


@given(st.lists(st.integers(), max_size=40), st.integers(1, 7))
def test_nothing_is_lost_and_every_link_leads_there(items: list[int], most: int) -> None:
    found = sheets(items, most, "topics/ice/index.md")
    assert [item for one in found for item in one.items] == items
    assert all(one.items for one in found) or not items
    assert all(len(one.items) <= most for one in found)
    assert len({one.path for one in found}) == len(found) == found[0].of
    for one, other in pairwise(found):
        assert _there(one, str(one.after)) == other.path
        assert _there(other, str(other.before)) == one.path


def _there(sheet: Sheet[int], link: str) -> str:
    return posixpath.normpath(posixpath.join(posixpath.dirname(sheet.path), link))
