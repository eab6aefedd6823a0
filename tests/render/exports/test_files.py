"""The data files: held to their schema, nothing lost, nothing more than the pages show."""

import csv
import io
import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, Final

import pytest
import yaml
from jsonschema import Draft202012Validator

from generator.analyse.findings.findings import Findings
from generator.files.content import bytes_of
from generator.model import entries
from generator.model.changes import NO_PAST, Alarm, Change, History, Part, Past, Version, What
from generator.model.entry import Entry
from generator.model.letters import with_letters
from generator.model.settings import NOTHING_SET, Settings
from generator.pipeline import check
from generator.read.load import load
from generator.render.addresses import actor_page, briefing_page, site_path
from generator.render.edition import visible
from generator.render.exports import files as module
from generator.render.exports.atom import feeds
from generator.render.exports.schema import data_schema
from generator.render.pages.data import data_plan
from generator.render.site import render
from generator.render.words.data import COLUMNS, FORMATS, NO_FEEDS
from tests.check.cases import MINIMAL
from tests.conftest import Repository
from tests.paths import GOLDEN, REPOSITORY
from tests.render.histories import anchored_of, edited

SET: Final = Settings(site="https://team.example/b/", name="The team")


def version(time: str, *changes: Change) -> Version:
    return Version("a" * 40, time, "c" * 40 if time else "", changes)


# Named as section 5.2 of the W3C's "Model for Tabular Data and Metadata on the Web" says.
COLUMNS_FILE: Final = "api/claims.csv-metadata.json"

PAST: Final = Past(
    {
        "oldmere-bridge": History(
            (
                version("2031-03-05T10:04:00Z"),
                version(
                    "2031-03-06T09:00:00Z",
                    Change(
                        "claim",
                        "six-weeks",
                        What.CHANGED,
                        {"text": "It lasts weeks."},
                        {"text": "The inspection goes on for six weeks."},
                        (
                            Part("text", "It lasts weeks.", "The inspection goes on for six weeks.", True),
                            Part("evidence", None, {"article": "courier", "exact": ["six weeks"]}, True),
                            Part("evidence", {"article": "courier", "exact": ["weeks"]}, None, True),
                        ),
                        (Alarm.NUMBER,),
                    ),
                    Change("claim", "taken-out", What.WITHDRAWN, hidden=True),
                    Change("matter", "tolls", What.ADDED, after={"title": "Tolls"}, substantive=False),
                ),
                version("", Change("origin", "quay-speech", What.ADDED, substantive=False)),
            )
        )
    }
)


def data_files(*given: Any) -> dict[str, str]:
    """The data files, as texts."""
    return {path: bytes_of(content).decode() for path, content in module.data_files(*given).items()}


@cache
def shown(root: Path = GOLDEN, drafts: bool = False) -> tuple[Findings, ...]:
    return tuple(visible(check(root).findings, drafts=drafts))


@cache
def files(root: Path = GOLDEN, drafts: bool = False) -> Mapping[str, str]:
    versions = {one.briefing.slug: "a" * 40 for one in shown(root, drafts)}
    return data_files(shown(root, drafts), SET, PAST, versions)


def read(path: str, root: Path = GOLDEN) -> Any:
    return json.loads(files(root)[path])


def claim(id: str, briefing: str = "oldmere-bridge") -> Any:
    [found] = [one for one in read(f"api/briefings/{briefing}.json")["claims"] if one["id"] == id]
    return found


VALIDATOR: Final = Draft202012Validator(json.loads(data_schema()))


@pytest.mark.parametrize(("root", "drafts"), [(GOLDEN, False), (GOLDEN, True), (MINIMAL, False)])
def test_every_file_is_as_the_schema_says(root: Path, drafts: bool) -> None:
    read_back = {
        path: json.loads(text) for path, text in files(root, drafts).items() if path.endswith(".json")
    }
    schema = read_back.pop("api/schema.json")
    assert read_back.pop(COLUMNS_FILE)
    Draft202012Validator.check_schema(schema)
    faults = {path: [*VALIDATOR.iter_errors(value)] for path, value in read_back.items()}
    assert {path: found[0].message for path, found in faults.items() if found} == {}
    assert {value["record"] for value in read_back.values()} == {"index", "briefing", "actor"}


@pytest.mark.parametrize(
    "path", ["api/index.json", "api/briefings/oldmere-bridge.json", "api/actors/reyl.json"]
)
def test_control_the_schema_sees_drift(path: str) -> None:
    """Whatever is left out of a file, added to it, or written as null, at any depth, is a fault."""
    assert VALIDATOR.is_valid(read(path))
    kinds = {
        tuple("" if isinstance(step, int) else step for step in where): where
        for where, value in places(read(path))
        if isinstance(value, dict) and not mapped(where)
    }
    for where in kinds.values():
        assert not VALIDATOR.is_valid(changed(read(path), (*where, "drift"), 1)), where
    assert not VALIDATOR.is_valid(changed(read(path), ("format",), 1))
    assert not VALIDATOR.is_valid(changed(read(path), ("url",), None))
    assert not VALIDATOR.is_valid({key: value for key, value in read(path).items() if key != "url"})


def places(value: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[tuple[str | int, ...], Any]]:
    yield path, value
    inside = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, inner in inside:
        yield from places(inner, (*path, key))


def mapped(where: tuple[str | int, ...]) -> bool:
    """Whether the keys there are ids."""
    return where in [("actors",), ("origins",), ("matters",), ("articles",)]


def changed(value: Any, where: tuple[str | int, ...], new: object) -> Any:
    inner = value
    for step in where[:-1]:
        inner = inner[step]
    inner[where[-1]] = new
    return value


def test_every_field_that_an_editor_may_write_is_in_the_schema() -> None:
    parts = json.loads(data_schema())["$defs"]
    fields = {name: set(part.get("properties", {})) for name, part in parts.items()}
    models = {one for one in vars(entries).values() if isinstance(one, type) and issubclass(one, Entry)} - {
        Entry,
        entries.Registry,
    }
    for model in models:
        of = [
            known
            for name, known in fields.items()
            if name == model.__name__ or set(model.model_fields) <= known
        ]
        assert of, model


# Nothing is lost.


def leaves(value: object, path: tuple[str | int, ...] = ()) -> Iterator[tuple[tuple[str | int, ...], object]]:
    for where, inner in places(value, path):
        if not isinstance(inner, dict | list):
            yield where, inner


LETTERS: Final = {"courier": "A", "harbour": "B", "lettre": "C"}


def as_read(value: Any) -> Any:
    """What YAML writes as one value where several may stand, as the files have it; and ``$a`` as a letter."""
    if isinstance(value, list):
        return [as_read(one) for one in value]
    if isinstance(value, str):
        return with_letters(value, LETTERS)
    if not isinstance(value, dict):
        return value
    if isinstance(value.get("evidence"), dict):
        value = {**value, "evidence": quotes_of(value["evidence"])}
    several = ("by", "via", "about", "member_of", "exact", "settled_by")
    dates = ("date", "as_of", "said", "happened", "opened", "checked", "published", "retrieved")
    return {
        key: [inner]
        if key in several and isinstance(inner, str)
        else {"edtf": str(inner)}
        if key in dates and isinstance(inner, str | date)
        else as_read(inner)
        for key, inner in value.items()
    }


def quotes_of(evidence: Mapping[str, Any]) -> list[dict[str, Any]]:
    """The quotes of an entry, each with its article; their order is that of the YAML."""
    return [
        {"article": article, **(quote if isinstance(quote, dict) else {"exact": quote})}
        for article, written in evidence.items()
        for quote in (written if isinstance(written, list) else [written])
    ]


def at(value: Any, path: tuple[str | int, ...]) -> Any:
    for step in path:
        value = value[step]
    return value


@pytest.mark.parametrize(
    ("root", "slug"),
    [
        (root, path.parent.name)
        for root in (GOLDEN, MINIMAL)
        for path in sorted(root.glob("briefings/*/briefing.yml"))
        if path.parent.name != "lantern-tax"
    ],
)
def test_everything_written_in_a_briefing_is_in_its_file(root: Path, slug: str) -> None:
    folder = root / "briefings" / slug
    written = as_read(yaml.safe_load((folder / "briefing.yml").read_text(encoding="utf-8")))
    file = read(f"api/briefings/{slug}.json", root)
    for origin in written.get("origins", {}).values():
        for quote in origin.get("evidence", []):
            # They only find it; around a claim's quote they stand where the site shows these words.
            quote.pop("prefix", None), quote.pop("suffix", None)
    for aside in written.get("set_aside", []):
        if not file["articles"][aside["article"]].get("text"):
            aside["exact"] = []  # Told by its place alone, as on the page.
    assert [(path, value) for path, value in leaves(written) if at(file, path) != value] == []
    for path in sorted((folder / "articles").glob("*")):
        text = path.read_text(encoding="utf-8")
        about = as_read(yaml.safe_load(text.split("---\n")[1])) if text.startswith("---\n") else {}
        told = file["articles"][path.stem]
        assert [(path, value) for path, value in leaves(about) if at(told, path) != value] == []
        assert ("text" in told) == (about.get("rights") == "full")


def test_everything_written_of_an_actor_is_in_its_file() -> None:
    actors = as_read(yaml.safe_load((GOLDEN / "briefings/actors.yml").read_text(encoding="utf-8")))["actors"]
    for id, actor in actors.items():
        file = read(f"api/actors/{id}.json")
        assert [(path, value) for path, value in leaves(actor) if at(file, path) != value] == []


def test_control_a_lost_value_is_seen() -> None:
    file = read("api/briefings/oldmere-bridge.json")
    assert at(file, ("claims", 2, "evidence", 0, "cue")) == "said in a joint statement"
    with pytest.raises(KeyError):
        at(file, ("claims", 0, "no_such_field"))


# Nothing is there that the pages don't show.


@pytest.mark.parametrize(
    ("root", "segments"),
    [
        # 21 quotes, two of them in two parts, and all of them again at a former address; and one more.
        (GOLDEN, 2 * 23 + 1),
        (MINIMAL, 2),
    ],
)
def test_each_passage_holds_exactly_the_articles_words(root: Path, segments: int) -> None:
    library, _ = load(root)
    articles = {(one.slug, id): article for one in library.briefings for id, article in one.articles.items()}
    seen = 0
    for path, text in files(root).items():
        if not path.startswith("api/briefings/"):
            continue
        file = json.loads(text)
        for quote in (quote for one in file["claims"] for quote in one["evidence"]):
            article = articles[file["slug"], quote["article"]]
            lines = (root / article.path).read_text(encoding="utf-8").split("\n")
            assert quote["sha256"] == article.sha256 == file["articles"][quote["article"]]["sha256"]
            assert quote["url"].endswith(f"/articles/{quote['article']}/#quote-{quote['address']}")
            for segment in quote["segments"]:
                [words, place] = segment["selector"]
                assert article.text[place["start"] : place["end"]] == words["exact"]
                assert lines[segment["line"] - 1][segment["column"] - 1 :].startswith(
                    words["exact"].split("\n")[0]
                )
                seen += 1
    assert seen == segments


def test_prefix_and_suffix_are_told_only_as_far_as_the_page_shows_them(repository: Repository) -> None:
    [quote] = claim("reyl-forty")["evidence"]
    [segment] = quote["segments"]
    # The suffix reaches into the next sentence, which the page shows because of another quote.
    assert (quote["prefix"], quote["suffix"]) == ("Reyl stated that", ". He added")
    assert (segment["selector"][0]["prefix"], segment["selector"][0]["suffix"]) == (
        "Reyl stated that",
        ". He added",
    )
    briefing = """
title: The wall
as_of: "2026-03-03"
status: published
bottom_line: []
claims:
  - {id: a, text: It held., by: article,
     evidence: {a: {exact: the wall held, prefix: Nobody doubts that, suffix: . The mayor was ill}}}
questions: []
"""
    text = "Nobody doubts that the wall held. The mayor was ill. Then the wall held."
    for head, told in (("", {"prefix"}), ("---\nrights: full\n---\n", {"prefix", "suffix"})):
        root = repository(
            {
                "briefings/actors.yml": "actors: {}\n",
                "briefings/wall/briefing.yml": briefing,
                "briefings/wall/articles/a.txt": head + text,
            }
        )
        [file] = [
            json.loads(written)
            for path, written in data_files(check(root).findings, SET, NO_PAST, {}).items()
            if path == "api/briefings/wall.json"
        ]
        [quote] = file["claims"][0]["evidence"]
        assert {"prefix", "suffix"} & set(quote) == told
        assert {"prefix", "suffix"} & set(quote["segments"][0]["selector"][0]) == told
        assert ("was ill" in json.dumps(file)) == ("suffix" in told)


def test_an_article_without_full_rights_gives_away_only_its_quotes() -> None:
    everything = "".join(files().values())
    for unquoted in (
        "In an interview with Wend Radio, Reyl stated",
        "Personne ne sait",
        "who wrote the report",
    ):
        assert any(unquoted in article.text for one in shown() for article in one.briefing.articles.values())
        assert unquoted not in everything
    file = read("api/briefings/oldmere-bridge.json")
    assert {id for id, one in file["articles"].items() if "text" in one} == {"courier"}
    assert file["articles"]["courier"]["text"].startswith("OLDMERE — The road bridge")
    [clock, report] = file["set_aside"]
    assert clock["exact"] == ["The tower clock beside the bridge was repainted last year"]
    assert report["exact"] == [] and report["place"] == "paragraph 4, sentence 2"


def test_drafts_are_nowhere() -> None:
    assert not [path for path, text in files().items() if "lantern-tax" in path + text]
    assert [path for path, text in files(drafts=True).items() if "lantern-tax" in path + text]


def test_a_withdrawn_entry_shows_what_is_left_of_it() -> None:
    assert "text" not in claim("taken-out") and claim("taken-out")["evidence"] == []
    assert claim("taken-out")["withdrawn"]["reason"] == "It named a private person."
    kept = claim("nobody-saw")
    assert kept["text"] == "Nobody saw the cracks."
    assert "sentence" not in kept  # Nothing that could be taken for a claim that stands.
    bare = read("api/briefings/bell-tower.json")
    assert (bare["title"], bare["claims"], bare["withdrawn"]["replaced_by"]) == (
        "The bell tower",
        [],
        "oldmere-bridge",
    )


# What was worked out.


def test_a_claim_tells_speaker_speech_and_first_said() -> None:
    found = claim("cars-in-may")
    assert found["sentence"] == (
        "Reyl says that cars may cross (B), or that the bridge will reopen (C), in May 2031."
    )
    assert found["speech"] == ["spoken", "paraphrase"]
    assert [quote["speech"] for quote in found["evidence"]] == ["spoken", "paraphrase"]
    [unstated] = found["first_said"]["not_stated"]
    assert unstated == found["evidence"][1]["address"]
    [root] = claim("six-weeks")["first_said"]["roots"]
    assert root == {
        "origin": "inspection-report",
        "ways": [["joint-statement", "inspection-report"]],
        "articles": ["courier"],
        "counted_once": False,
    }
    assert claim("cars-in-april")["related_from"] == [
        {"kind": "later-position-of", "claim": "cars-in-may", "note": "April came a week earlier."}
    ]
    note = "He spoke on the radio, she to the press."
    assert claim("reyl-forty")["corroborations"] == [
        {"claim": "forty-rivets", "note": note, "shared_roots": []}
    ]
    assert claim("reyl-forty")["url"] == "briefings/oldmere-bridge/#claim-reyl-forty"
    assert claim("diver-told")["speaker"] == "the diver, according to Harbour office"


def test_each_quote_tells_what_holds_for_its_words() -> None:
    """Speaker, verb, class, origin and date, of the quote or of its claim; none of these where it is open."""
    courier, harbour = claim("diver-saw")["evidence"]
    assert (courier["by"], courier["cue"], courier["modality"]) == (
        ["harbour-office"],
        "according to",
        "asserts",
    )
    assert (harbour["by"], harbour.get("cue"), harbour["speech"]) == (["article"], None, "article")
    assert claim("diver-saw")["speaker"] == "Harbour office (A), B itself"
    told, open_ = claim("eastern-left")["evidence"]
    assert (told["by"], told["by_open"]) == (["harbour-office"], [])
    assert (open_["by"], open_["by_open"]) == ([], ["harbour-office", "article"])
    radio, letter = claim("cars-in-may")["evidence"]
    assert radio["origin"] == "radio-interview" and radio["origin_inferred"].startswith("The sentence before")
    assert radio["said"]["as_stated"] == "A week before" and letter["said"]["edtf"] == "2031-03~"
    assert claim("six-weeks")["evidence"][0]["origin"] == "joint-statement"


def test_what_the_articles_of_a_claim_have_otherwise() -> None:
    courier, harbour = claim("diver-saw")["evidence"]
    texts = {one.id: one.text for found in shown() for one in found.briefing.articles.values()}
    assert [texts["courier"][start:end] for start, end in courier["differs"]] == ["diver", "February"]
    assert [texts["harbour"][start:end] for start, end in harbour["differs"]] == ["office does not say"]


def test_coverage_share_differences_timeline_and_answers() -> None:
    file = read("api/briefings/oldmere-bridge.json")
    harbour = file["articles"]["harbour"]
    covered = harbour["coverage"]
    assert covered["sentences"] == covered["cited"] + covered["set_aside"] + covered["unused"] == 8
    assert covered["set_aside"] == 1
    assert harbour["share"]["shown"] < harbour["share"]["words"]
    assert file["articles"]["courier"]["share"]["shown"] == file["articles"]["courier"]["share"]["words"]
    assert "coverage" not in file["articles"]["report"]
    kinds = {one["id"]: one["kind"] for one in file["questions"] if "differ" in one}
    assert kinds == {
        "can-it-carry-cars": "contradicts",
        "how-long-closed": "goes-further",
        "which-count": "scope",
        "who-says-diver": "attribution",
    }
    words = {one.get("event"): one.get("words") for one in file["timeline"] if one["kind"] == "event"}
    assert words["cracks-seen"] == "February 2031"
    assert words["nothing-happened"] is None
    assert file["answers"] == [
        {"actor": "diver", "said_of": ["diver-saw"], "answers": ["diver-told"], "elsewhere": []}
    ]


def test_a_difference_has_the_words_of_its_quotes() -> None:
    file = read("api/briefings/oldmere-bridge.json")
    [further] = [one for one in file["questions"] if one["id"] == "how-long-closed"]
    assert further["ladder"] == ["six weeks", "until the last rivet is checked"]
    text = file["articles"]["courier"]["text"]
    marked = [(one["claim"], [text[start:end] for start, end in one["marks"]]) for one in further["wordings"]]
    assert marked == [
        ("six-weeks", ["six weeks"]),
        ("closed-until-checked", ["until the last rivet is checked"]),
    ]
    addresses = {quote["address"] for one in file["claims"] for quote in one["evidence"]}
    assert {one["address"] for one in further["wordings"]} <= addresses


def test_answers_of_a_person_of_whom_something_is_said(tmp_path: Path) -> None:
    """Bob Ode speaks of Ann Lee; her own claim is about the same matter."""
    anchored = anchored_of(tmp_path, edited(("by: bob\n", "by: bob\n    about: [ann]\n")))
    file = json.loads(data_files([anchored], SET, NO_PAST, {})["api/briefings/wall.json"])
    assert file["answers"] == [{"actor": "ann", "said_of": ["crates"], "answers": ["wall"], "elsewhere": []}]


def test_versions_tell_what_changed_and_not_what_was_hidden() -> None:
    file = read("api/briefings/oldmere-bridge.json")
    assert file["version"] == "a" * 40 and file["last_changed"] == "2031-03-06T09:00:00Z"
    first, second, last = file["versions"]
    assert first == {"tree": "a" * 40, "time": "2031-03-05T10:04:00Z", "commit": "c" * 40, "changes": []}
    assert "time" not in last and "commit" not in last
    reworded, hidden, _ = second["changes"]
    assert reworded["fields"] == ["text", "evidence"] and reworded["alarms"] == ["number"]
    assert reworded["url"] == "briefings/oldmere-bridge/#claim-six-weeks" and reworded["sentence"]
    assert (hidden["what"], hidden["fields"], hidden["id"]) == ("withdrawn", [], "taken-out")
    assert [one["substantive"] for one in second["changes"]] == [True, True, False]
    assert "It lasts weeks." not in json.dumps([one for one in second["changes"] if one is not reworded])
    unknown = data_files(shown(), SET, NO_PAST, {})
    bare = json.loads(unknown["api/briefings/oldmere-bridge.json"])
    assert not {"version", "last_changed", "versions"} & set(bare)
    assert VALIDATOR.is_valid(bare)


def test_the_index_is_small_and_leads_to_every_file() -> None:
    index = read("api/index.json")
    assert (index["name"], index["site"]) == ("The team", "https://team.example/b/")
    named = [one["data"] for one in (*index["briefings"], *index["actors"])]
    named += [index["described_by"], index["table"], index["table_described_by"], index["url"]]
    assert set(named) | {"api/briefings/wend-bridge.json"} == set(files())
    [oldmere] = [one for one in index["briefings"] if one["slug"] == "oldmere-bridge"]
    assert oldmere["counts"] == {"claims": 16, "questions": 10, "open_questions": 9, "sources": 3}
    assert oldmere["url"] == "briefings/oldmere-bridge/"
    assert "site" not in json.loads(data_files(shown(), NOTHING_SET, NO_PAST, {})["api/index.json"])


def test_an_actors_file_has_its_claims_by_about_and_passed_on() -> None:
    office = read("api/actors/harbour-office.json")
    assert [one["claim"] for one in office["says"]] == ["twelve-rivets", "diver-saw", "eastern-left"]
    assert office["about"] == []
    [passed_on] = office["passed_on"]
    assert passed_on == {
        "briefing": "oldmere-bridge",
        "claim": "diver-told",
        "url": "briefings/oldmere-bridge/#claim-diver-told",
        "speaker": "the diver, according to Harbour office",
        "sentence": "the diver, according to Harbour office: The diver told of the cracks.",
        "withdrawn": False,
    }
    assert [one["claim"] for one in read("api/actors/drivers.json")["about"]] == ["closed-until-checked"]


def test_a_former_address_keeps_its_file() -> None:
    assert files()["api/briefings/wend-bridge.json"] == files()["api/briefings/oldmere-bridge.json"]


@pytest.mark.parametrize(
    ("root", "least"),
    [
        (GOLDEN, 40),
        # The list of data, a briefing, two claims with a quote each, a question, two sources and two actors.
        (MINIMAL, 10),
    ],
)
def test_every_address_leads_to_a_page_and_a_place_on_it(root: Path, least: int) -> None:
    pages = {path: str(text) for path, text in render_all(root).items() if path.endswith(".md")}
    addresses = {
        value
        for path, text in files(root).items()
        if path.endswith(".json") and path not in ("api/schema.json", COLUMNS_FILE)
        for where, value in places(json.loads(text))
        # The `url` of a source is its publisher's.
        if where and where[-1] in ("url", "page") and not (where[0] == "articles" and where[-1] == "url")
    }
    assert len(addresses) >= least
    for address in addresses - {"api/index.json"}:
        page, _, fragment = address.partition("#")
        text = pages[f"{page}index.md"]
        assert not fragment or re.search(rf'id="{fragment}"|: #{fragment} ', text), address


@cache
def render_all(root: Path) -> Mapping[str, object]:
    from generator.render.plan import plan

    return render(plan(shown(root)))


def test_site_path_is_what_the_site_builder_makes_of_a_page() -> None:
    assert site_path("index.md") == ""
    assert site_path("method.md") == "method/"
    assert site_path(briefing_page("x"), "claim-y") == "briefings/x/#claim-y"
    assert site_path(actor_page("index")) == "actors/index/"
    with pytest.raises(ValueError, match="not an address"):
        site_path("a b.json")


# The table.


def rows(text: str) -> list[dict[str, str]]:
    return [*csv.DictReader(io.StringIO(text, newline=""), strict=True)]


def test_the_table_has_a_row_for_each_claim_and_quote() -> None:
    table = files()["api/claims.csv"]
    found = rows(table)
    assert [*found[0]] == [*COLUMNS]
    expected = [
        (one.briefing.slug, claim.id)
        for one in shown()
        for claim in one.briefing.summary.claims
        for _ in one.quotes[claim.id] or (None,)
    ]
    assert [(row["briefing"], row["claim"]) for row in found] == expected
    assert table.endswith("\r\n") and table.count("\r\n") == len(found) + 1
    [row] = [row for row in found if row["claim"] == "cars-in-april"]
    assert row == {
        "briefing": "oldmere-bridge",
        "claim": "cars-in-april",
        "speaker": "Tomas Reyl",
        "via": "",
        "speech": "part-quoted",
        "cue": "said",
        "modality": "asserts",
        "text": "Cars may cross in April.",
        "source": "B",
        "article": "harbour",
        "exact": "he had said […] may cross in April",
        "origin": "",
        "said": "",
        "url": "https://team.example/b/briefings/oldmere-bridge/#claim-cars-in-april",
        "withdrawn": "",
    }
    [ferry] = [row for row in found if row["claim"] == "ferry-runs"]
    assert (ferry["speaker"], ferry["via"]) == ("Unnamed", "people at the quay and Ferry crews")
    [gone] = [row for row in found if row["claim"] == "taken-out"]
    assert (gone["text"], gone["exact"], gone["withdrawn"]) == ("", "", "2031-03-06")
    speakers = {
        id: [row["speaker"] for row in found if row["claim"] == id] for id in ("diver-saw", "eastern-left")
    }
    assert speakers == {
        "diver-saw": ["Harbour office", "B itself"],
        "eastern-left": ["Harbour office", "B leaves open whether it is Harbour office or B itself"],
    }
    assert [row["said"] for row in found if row["claim"] == "cars-in-may"] == ["XXXX-03", "2031-03~"]
    assert [row["origin"] for row in found if row["claim"] == "cars-in-may"] == [
        "Reyl's interview with Wend Radio",
        "",
    ]


def test_the_columns_of_the_table_are_described() -> None:
    described = read(COLUMNS_FILE)
    assert described["@context"][0] == "http://www.w3.org/ns/csvw"
    assert described["url"] == "claims.csv"
    columns = described["tableSchema"]["columns"]
    assert [column["titles"] for column in columns] == files()["api/claims.csv"].split("\r\n")[0].replace(
        '"', ""
    ).split(",")
    holds = {column["name"]: column["dc:description"] for column in columns}
    assert "spoken, part-quoted, paraphrase" in holds["speech"]
    assert all(holds.values())


FORMULAS: Final = ("=cmd|' /C calc'!A0", "+1+1", "-2", "@SUM(A1)", "\t=1", 'a "b", c\nd')


@pytest.mark.parametrize("text", FORMULAS)
def test_no_value_of_the_table_is_a_formula_and_every_value_is_one(text: str) -> None:
    [oldmere] = [one for one in shown() if one.briefing.slug == "oldmere-bridge"]
    first, *rest = oldmere.briefing.summary.claims
    summary = oldmere.briefing.summary.model_copy(
        update={"claims": (first.model_copy(update={"text": text}), *rest)}
    )
    [quote] = oldmere.quotes[first.id]
    hostile = replace(
        oldmere,
        briefing=replace(oldmere.briefing, written=summary),
        quotes={**oldmere.quotes, first.id: (replace(quote, cue=text),)},
    )
    row = rows(data_files([hostile], SET, NO_PAST, {})["api/claims.csv"])[0]
    guarded = text if text.startswith("a") else f"'{text}"
    assert row["text"] == row["cue"] == guarded
    assert row["url"].endswith("#claim-closed-until-checked")


# The page, and that the same input gives the same bytes.


def page(settings: Settings = SET, past: Past = PAST) -> str:
    [text] = [
        text for path, text in render([data_plan(shown(), settings, past)]).items() if path.endswith(".md")
    ]
    return str(text)


def test_the_page_leads_to_every_kind_of_file() -> None:
    papers = {f"briefings/ferry-timetable/ferry-timetable{ending}" for ending in FORMATS}
    made = {*files(), *feeds(shown(), SET, PAST), *papers}
    links = re.findall(r"\]\(([^)]+)\)", page())
    targets = {os.path.normpath(f"api/{link}") for link in links}
    assert targets <= made
    assert targets == {
        "api/claims.csv",
        "api/index.json",
        "api/schema.json",
        "api/briefings/ferry-timetable.json",
        "feed.xml",
        COLUMNS_FILE,
        *papers,
    }


def test_without_a_briefing_the_page_has_no_example() -> None:
    [text] = [
        str(text)
        for path, text in render([data_plan((), NOTHING_SET, NO_PAST)]).items()
        if path.endswith(".md")
    ]
    assert "For example" not in text
    assert ".pdf" not in text
    assert "](claims.csv)" in text


def test_without_feeds_the_page_says_so_in_one_line() -> None:
    told = page(NOTHING_SET)
    assert "feed.xml" not in told
    assert NO_FEEDS["no-site"].replace("_", "&#95;") in told
    assert NO_FEEDS["no-history"] in page(SET, NO_PAST)


def test_same_input_same_bytes() -> None:
    code = """
import hashlib, sys
from pathlib import Path
from generator.pipeline import check
from generator.render.exports.files import data_files
from generator.render.exports.atom import feeds
from tests.render.exports.test_files import PAST, SET
found = check(Path("tests/golden/input")).findings
files = data_files(found, SET, PAST, {}) | feeds(found, SET, PAST)
print(hashlib.sha256(repr(files).encode()).hexdigest())
"""
    hashes = set()
    for seed in ("1", "2"):
        environment = {
            **os.environ,
            "PYTHONHASHSEED": seed,
            "TZ": f"UTC-{seed}",
            "PYTHONPATH": str(REPOSITORY),
        }
        ran = subprocess.run(
            [sys.executable, "-c", code],
            cwd=REPOSITORY,
            env=environment,
            capture_output=True,
            text=True,
            check=True,
        )
        hashes.add(ran.stdout)
    assert len(hashes) == 1
