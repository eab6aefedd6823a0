"""Moves: each address that a briefing or a source had before has a page that leads to the present one."""

from pathlib import Path

import pytest

from generator.analyse.findings.findings import Findings
from generator.render.pages.redirects import moved_plans
from generator.render.plan import plan
from generator.render.site import render
from tests.render.histories import ARTICLE, BRIEFING, TOMBSTONE, anchored_of, edited

TWO = {"a.txt": ARTICLE, "b.txt": "---\ntitle: Ice & <b>rain</b>\n---\nIt is cold."}


@pytest.fixture
def moved(tmp_path: Path) -> Findings:
    text = edited(("status: published\n", "status: published\nformer_slugs: [old-wall, gate]\n"))
    return anchored_of(tmp_path, text, TWO)


def test_a_page_for_each_address(moved: Findings) -> None:
    addresses = [("", "../wall/")]
    addresses += [(f"articles/{id}/", f"../../../wall/articles/{id}/") for id in ("a", "b")]
    assert [(page.path, page.head["moved_to"], str(page.view["there"])) for page in moved_plans(moved)] == [
        (f"briefings/{slug}/{below}index.md", there, f"{there}index.md")
        for slug in ("old-wall", "gate")
        for below, there in addresses
    ]


def test_search_engines_list_the_present_address_only(moved: Findings) -> None:
    assert not any(page.indexed for page in moved_plans(moved))


def test_the_page_says_where_it_went_without_script(moved: Findings) -> None:
    pages = render(moved_plans(moved))
    assert pages["briefings/gate/index.md"] == (
        "---\n"
        'title: "The wall"\n'
        'description: "“The wall” has another address now."\n'
        'robots: "noindex"\n'
        'moved_to: "../wall/"\n'
        "---\n\n"
        "# The wall\n\n"
        "This page stands at another address now: [The wall](../wall/index.md).\n"
    )
    assert "[Source B: Ice &#38; &#60;b&#62;rain&#60;/b&#62;]" in str(
        pages["briefings/gate/articles/b/index.md"]
    )


def test_the_site_has_them_beside_the_present_pages(moved: Findings) -> None:
    paths = [page.path for page in plan([moved])]
    assert len(set(paths)) == len(paths)
    assert {page.path for page in moved_plans(moved)} < set(paths)
    assert {"briefings/wall/index.md", "briefings/wall/articles/a/index.md"} < set(paths)


def test_a_briefing_that_never_moved_has_none(tmp_path: Path) -> None:
    assert moved_plans(anchored_of(tmp_path, BRIEFING)) == []


def test_a_withdrawn_one_is_found_at_its_old_address_too(tmp_path: Path) -> None:
    """By its folder's name, as its title was taken out."""
    gone = anchored_of(
        tmp_path, f"former_slugs: [old-wall]\n{TOMBSTONE}\n", {"a.txt": f"---\n{TOMBSTONE}\n---\n"}
    )
    assert [page.title for page in moved_plans(gone)] == ["wall", "Source A: text taken out"]
