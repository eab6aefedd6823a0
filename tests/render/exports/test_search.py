"""What search finds, on the golden repository."""

import json

import pytest

from generator.analyse.findings.findings import Findings
from generator.pipeline import check
from generator.render.edition import visible
from generator.render.exports.search import Record, records_json, search_words
from tests.paths import GOLDEN
from tests.render.views import facet_values, records


@pytest.fixture(scope="module")
def shown() -> list[Findings]:
    return visible(check(GOLDEN).findings)


@pytest.fixture(scope="module")
def found(shown: list[Findings]) -> dict[str, Record]:
    return {one.url: one for one in records(shown)}


def test_a_claim_begins_with_its_speaker(found: dict[str, Record]) -> None:
    claim = found["briefings/oldmere-bridge/#claim-cars-in-may"]
    assert claim.meta == {
        "claim": "Reyl says that cars may cross (B), or that the bridge will reopen (C), in May 2031."
    }
    assert claim.content.startswith(claim.meta["claim"])
    assert claim.filters["kind"] == ("claim",)
    assert claim.filters["speech"] == ("paraphrase", "spoken")
    assert claim.filters["year"] == ("2031",)
    assert claim.filters["matter"] == ("oldmere-bridge.closure",)


def test_every_kind_has_results_and_each_its_own_address(
    found: dict[str, Record], shown: list[Findings]
) -> None:
    kinds = {
        kind: [one for one in found.values() if kind in one.meta]
        for kind in json.loads(search_words(shown))["kind"]
    }
    live = [one.briefing.summary for one in shown if not one.briefing.summary.withdrawn]
    assert len(kinds["claim"]) == sum(not claim.withdrawn for one in live for claim in one.claims)
    assert len(kinds["question"]) == sum(not question.withdrawn for one in live for question in one.questions)
    assert len(kinds["briefing"]) == len(live)
    assert kinds["actor"] and kinds["source"]
    assert len(found) == len(records(shown)) == sum(len(one) for one in kinds.values())


def test_what_was_withdrawn_or_is_a_draft_is_not_found(
    found: dict[str, Record], shown: list[Findings]
) -> None:
    for anchored in shown:
        briefing = anchored.briefing
        gone = [claim.id for claim in briefing.summary.claims if claim.withdrawn]
        assert not [id for id in gone if f"briefings/{briefing.slug}/#claim-{id}" in found]
        if briefing.summary.withdrawn:
            assert not [url for url in found if url.startswith(f"briefings/{briefing.slug}/")]
    assert not [url for url in found if "lantern-tax" in url]
    assert [
        url for url in (one.url for one in records(check(GOLDEN).findings)) if "lantern-tax" in url
    ]  # the control


def test_every_value_of_a_facet_has_its_words(found: dict[str, Record], shown: list[Findings]) -> None:
    facets, words = json.loads(search_words(shown))["facet"], facet_values(shown)
    for record in found.values():
        for facet, values in record.filters.items():
            if facet == "foreign":
                continue  # No facet: in which language the parts of the content are.
            assert facet in facets
            assert facet == "year" or set(values) <= set(words[facet]), (record.url, facet)


def test_content_holds_a_word_and_values_are_plain(found: dict[str, Record]) -> None:
    for record in found.values():
        assert any(char.isalnum() for char in record.content)
        assert record.language == "en"
        assert not [
            value for values in record.filters.values() for value in values if set('"\\\n') & set(value)
        ]


def test_order_is_by_address_and_json_gives_the_records_back(shown: list[Findings]) -> None:
    made = records(shown)
    assert [one.url for one in made] == sorted(one.url for one in made)
    assert [json.loads(line)["url"] for line in records_json(made).split("\n")] == [one.url for one in made]


def test_each_claim_that_stands_is_found_under_its_address(found: dict[str, Record]) -> None:
    bridge = [
        *("closed-until-checked", "no-opening", "six-weeks", "cars-in-april", "cars-in-may", "cars-today"),
        *("forty-rivets", "reyl-forty", "twelve-rivets", "diver-saw", "ferry-runs", "fair-nuisance"),
        *("guild-not-shown", "report-not-seen", "diver-told", "eastern-left"),
    ]
    expected = {f"briefings/oldmere-bridge/#claim-{id}" for id in bridge}
    assert {url for url in found if "#claim-" in url} == expected | {
        "briefings/ferry-timetable/#claim-at-seven"
    }
