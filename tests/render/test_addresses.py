import posixpath

import pytest

from generator.render.addresses import (
    ACTORS,
    HOME,
    METHOD,
    QUESTIONS,
    actor_page,
    briefing_page,
    link,
    source_page,
)
from generator.render.escape import Safe

BRIEFING = briefing_page("north")
SOURCE = source_page("north", "a")
PAGES = [HOME, ACTORS, QUESTIONS, METHOD, BRIEFING, SOURCE, actor_page("kbs"), briefing_page("south")]


@pytest.mark.parametrize(
    ("here", "there", "fragment", "address"),
    [
        (HOME, BRIEFING, "", "briefings/north/index.md"),
        (HOME, BRIEFING, "claim-one", "briefings/north/index.md#claim-one"),
        (HOME, METHOD, "", "method.md"),
        (BRIEFING, HOME, "", "../../index.md"),
        (BRIEFING, SOURCE, "quote-0a1b2c3d4e", "articles/a/index.md#quote-0a1b2c3d4e"),
        (SOURCE, BRIEFING, "claim-one", "../../index.md#claim-one"),
        (SOURCE, source_page("north", "index"), "", "../index/index.md"),
        (BRIEFING, actor_page("kbs"), "", "../../actors/kbs/index.md"),
        (ACTORS, actor_page("kbs"), "", "kbs/index.md"),
        (actor_page("kbs"), ACTORS, "", "../index.md"),
        (METHOD, QUESTIONS, "open", "questions/index.md#open"),
        # On the page itself, the fragment alone; without one, the page.
        (BRIEFING, BRIEFING, "claim-one", "#claim-one"),
        (BRIEFING, BRIEFING, "", "index.md"),
    ],
)
def test_link_is_relative(here: str, there: str, fragment: str, address: str) -> None:
    assert link(here, there, fragment) == address
    assert isinstance(link(here, there, fragment), Safe)


@pytest.mark.parametrize("here", PAGES)
@pytest.mark.parametrize("there", PAGES)
def test_link_leads_from_every_page_to_every_page(here: str, there: str) -> None:
    address = str(link(here, there))
    assert posixpath.normpath(posixpath.join(posixpath.dirname(here), address)) == there


@pytest.mark.parametrize(
    ("there", "fragment"),
    [
        (briefing_page('x"onmouseover="y'), ""),
        (briefing_page("a b"), ""),
        (briefing_page("north%2e"), ""),
        (briefing_page("North"), ""),
        (briefing_page("é"), ""),
        ("briefings/north/index.md?q=1", ""),
        ("javascript:alert(1)", ""),
        (BRIEFING, "claim-(x)"),
        (BRIEFING, "claim-x }"),
        (BRIEFING, "claim-\u202ex"),
        (BRIEFING, "claim-x\n"),
    ],
)
def test_link_refuses_what_no_id_holds(there: str, fragment: str) -> None:
    with pytest.raises(ValueError, match="not an address of ours"):
        link(HOME, there, fragment)


def test_every_page_has_an_address_of_its_own() -> None:
    assert len({*PAGES, source_page("north", "index"), source_page("south", "a")}) == len(PAGES) + 2
