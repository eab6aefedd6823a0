"""Where a correction and an edit lead."""

import re
from urllib.parse import parse_qs, urlsplit

import yaml

from generator.model.settings import NOTHING_SET, Settings
from generator.pipeline import check
from generator.render.edition import Edition
from generator.render.parts.corrections import correction_address, edit_address
from generator.render.plan import plan
from generator.render.site import render
from tests.paths import GOLDEN

SET = Settings(
    repository="https://example.org/team/briefings/", branch="main", site="https://team.example/b/"
)


def test_without_a_repository_there_is_neither() -> None:
    assert correction_address(NOTHING_SET, "briefings/x/#claim-y", "The mayor") == ""
    assert edit_address(NOTHING_SET, "briefings/x/briefing.yml") == ""


def test_the_form_is_filled_in() -> None:
    parts = urlsplit(correction_address(SET, "briefings/x/#claim-y", "The mayor & Co. <b>"))
    assert (parts.netloc, parts.path, parts.fragment) == ("example.org", "/team/briefings/issues/new", "")
    assert parse_qs(parts.query) == {
        "template": ["correction.yml"],
        "title": ["Correction: The mayor & Co. <b>"],
        "address": ["https://team.example/b/briefings/x/#claim-y"],
    }


def test_a_site_without_an_address_gives_the_place_on_it() -> None:
    unplaced = Settings(repository="https://example.org/r", branch="main", site=None)
    assert "address=briefings%2Fx%2F%23claim-y" in correction_address(unplaced, "briefings/x/#claim-y", "A")


def test_the_yaml_opens_for_editing() -> None:
    assert edit_address(SET, "briefings/x/briefing.yml") == (
        "https://example.org/team/briefings/edit/main/briefings/x/briefing.yml"
    )


def test_each_claim_offers_a_correction_and_each_briefing_an_edit() -> None:
    pages = render(plan(check(GOLDEN).findings, Edition(SET)))
    for slug in ("oldmere-bridge", "ferry-timetable"):
        written = (GOLDEN / "briefings" / slug / "briefing.yml").read_text(encoding="utf-8")
        claims = [claim["id"] for claim in yaml.safe_load(written)["claims"] if claim.get("text")]
        page = str(pages[f"briefings/{slug}/index.md"])
        places = re.findall(rf"%2Fbriefings%2F{slug}%2F%23claim-([a-z-]+)>", page)
        assert sorted(places) == sorted(claims)
        assert page.count("[Suggest a correction](<https://") == len(claims)
        edit = f"https://example.org/team/briefings/edit/main/briefings/{slug}/briefing.yml"
        assert f"[Edit this briefing](<{edit}>)" in page


def test_a_claim_whose_text_was_taken_out_offers_no_correction() -> None:
    page = str(render(plan(check(GOLDEN).findings, Edition(SET)))["briefings/oldmere-bridge/index.md"])
    # Withdrawn all three; the first two still have their text, which may be disputed.
    offered = [
        id in re.findall(r"%23claim-([a-z-]+)>", page) for id in ("nobody-saw", "no-speaker", "taken-out")
    ]
    assert offered == [True, True, False]
    assert 'id="claim-taken-out"' in page


def test_without_a_repository_no_page_offers_either() -> None:
    pages = render(plan(check(GOLDEN).findings))
    assert not [path for path, text in pages.items() if "Suggest a correction" in str(text)]
    assert not [path for path, text in pages.items() if "Edit this briefing" in str(text)]
