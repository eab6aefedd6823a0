"""Where a correction and an edit lead."""

import re
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
import yaml

from generator.model.settings import NOTHING_SET, Settings
from generator.pipeline import check
from generator.render.edition import Edition
from generator.render.pages.method import method_plan
from generator.render.parts.corrections import contact_address, correction_address, edit_address
from generator.render.plan import plan
from generator.render.site import render
from tests.paths import GOLDEN

SET = Settings(
    repository="https://example.org/team/briefings/", branch="main", site="https://team.example/b/"
)


def _claims_with_text(slug: str) -> list[str]:
    written = (GOLDEN / "briefings" / slug / "briefing.yml").read_text(encoding="utf-8")
    return [claim["id"] for claim in yaml.safe_load(written)["claims"] if claim.get("text")]


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
        claims = _claims_with_text(slug)
        page = str(pages[f"briefings/{slug}/index.md"])
        places = re.findall(rf"%2Fbriefings%2F{slug}%2F%23claim-([a-z-]+)>", page)
        assert sorted(places) == sorted(claims)
        assert page.count("[Suggest a correction](<https://") == len(claims)
        edit = f"https://example.org/team/briefings/edit/main/briefings/{slug}/briefing.yml"
        assert f"[Edit](<{edit}>)" in page


def test_a_claim_whose_text_was_taken_out_offers_no_correction() -> None:
    page = str(render(plan(check(GOLDEN).findings, Edition(SET)))["briefings/oldmere-bridge/index.md"])
    # Withdrawn all three; the first two still have their text, which may be disputed.
    offered = [
        id in re.findall(r"%23claim-([a-z-]+)>", page) for id in ("nobody-saw", "no-speaker", "taken-out")
    ]
    assert offered == [True, True, False]
    assert 'id="claim-taken-out"' in page


WRITTEN_TO = Settings(contact="corrections+site@team.example", site="https://team.example/b/")


def test_a_mail_is_written_as_rfc_6068_says() -> None:
    address = contact_address(
        WRITTEN_TO, "Ships & “crates”: 100%?\r\nBcc: x@y.example", "briefings/x/#claim-y"
    )
    assert address == (
        "mailto:corrections+site@team.example"
        "?subject=Correction%3A%20Ships%20%26%20%E2%80%9Ccrates%E2%80%9D%3A%20100%25%3F%20Bcc%3A%20x%40y.example"
        "&body=https%3A%2F%2Fteam.example%2Fb%2Fbriefings%2Fx%2F%23claim-y%0D%0A%0D%0A"
        "What%20is%20wrong%3A%0D%0A%0D%0AWhat%20it%20should%20say%2C%20and%20where%20that%20stands%3A%0D%0A"
    )


def test_a_mail_about_nothing_in_particular_is_empty() -> None:
    assert contact_address(WRITTEN_TO) == "mailto:corrections+site@team.example"


def test_a_page_of_the_team_is_linked_as_it_is() -> None:
    page = "https://team.example/write?about=site"
    assert contact_address(Settings(contact=page), "Ships", "briefings/x/#claim-y") == page


def test_without_a_contact_there_is_none() -> None:
    assert contact_address(SET, "Ships", "briefings/x/#claim-y") == ""


def test_the_contact_stands_alone_where_there_is_no_repository() -> None:
    page = str(
        render(plan(check(GOLDEN).findings, Edition(WRITTEN_TO)))["briefings/ferry-timetable/index.md"]
    )
    claims = _claims_with_text("ferry-timetable")
    assert "Suggest a correction" not in page
    assert page.count("[Write to the editors](<mailto:corrections&#43;site@team.example?subject=") == len(
        claims
    )


def test_the_contact_stands_beside_the_form() -> None:
    both = WRITTEN_TO.model_copy(update={"repository": "https://example.org/r"})
    page = str(render(plan(check(GOLDEN).findings, Edition(both)))["briefings/ferry-timetable/index.md"])
    assert len(re.findall(r"\[Suggest a correction\]\(<[^>]+>\) \[Write to the editors\]", page)) == len(
        _claims_with_text("ferry-timetable")
    )


@pytest.mark.parametrize(
    ("settings", "told"),
    [
        (NOTHING_SET, "its address stays. [How to cite]"),
        (SET, "its address stays. Open the line to report a mistake. [How to cite]"),
        (
            WRITTEN_TO,
            "Open the line to report a mistake, or "
            "[write to the editors](mailto:corrections&#43;site@team.example). [How to cite]",
        ),
    ],
)
def test_how_to_read_this_tells_where_to_report_a_mistake(settings: Settings, told: str) -> None:
    assert told in str(render([method_plan(settings)])["method.md"])


def test_a_mail_tells_neither_the_text_of_a_withdrawn_claim_nor_of_one_taken_out() -> None:
    page = str(render(plan(check(GOLDEN).findings, Edition(WRITTEN_TO)))["briefings/oldmere-bridge/index.md"])
    mails = [unquote(mail) for mail in re.findall(r"\(<mailto:([^>]+)>\)", page)]
    assert not [mail for mail in mails if "claim-taken-out" in mail]
    (withdrawn,) = (mail for mail in mails if "#claim-no-speaker)" in mail)
    assert "The bridge at Oldmere" in withdrawn
    assert "rivets are loose" not in withdrawn


def test_without_a_repository_and_a_contact_no_page_offers_any() -> None:
    pages = render(plan(check(GOLDEN).findings))
    assert not [path for path, text in pages.items() if "Write to the editors" in str(text)]
    assert not [path for path, text in pages.items() if "Suggest a correction" in str(text)]
    assert not [path for path, text in pages.items() if "[Edit](" in str(text)]
