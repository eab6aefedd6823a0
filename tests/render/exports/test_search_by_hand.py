"""What search finds: one record a kind as read by hand, the years, and that each address is there."""

import json
import re
import shutil
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from generator.analyse.findings.findings import Findings
from generator.cli import main
from generator.files.content import bytes_of
from generator.model.diagnostics import errors
from generator.pipeline import check
from generator.publish.search.stable_bytes import addresses
from generator.render.edition import Edition, visible
from generator.render.exports.search import SEARCH_RECORDS, SEARCH_WORDS, Record, records_json, search_words
from generator.render.site import render_site
from generator.render.words import LANGUAGE
from generator.render.words.values import FACET
from tests.paths import REPOSITORY
from tests.render.views import facet_values, records

Repository = Callable[[Mapping[str, str | bytes]], Path]
GOLDEN = REPOSITORY / "tests" / "golden" / "input"
BRIDGE = "briefings/oldmere-bridge/"
TOPICS = ("bridges", "wend-valley")


@cache
def golden() -> tuple[Findings, ...]:
    checked = check(GOLDEN)
    assert errors(checked.diagnostics) == []
    return checked.findings


@cache
def found() -> Mapping[str, Record]:
    return {one.url: one for one in records(visible(golden()))}


def facets(record: Record) -> dict[str, tuple[str, ...]]:
    """What results can be narrowed down by: not in which language their parts are."""
    return {name: values for name, values in record.filters.items() if name != "foreign"}


def words() -> Any:
    return json.loads(search_words(visible(golden())))


# One of each kind, as it is read by hand in tests/golden/input.


def test_claim_begins_with_its_speaker_and_lands_on_its_heading() -> None:
    assert found()[f"{BRIDGE}#claim-cars-in-may"] == Record(
        url=f"{BRIDGE}#claim-cars-in-may",
        content="Reyl says that cars may cross (B), or that the bridge will reopen (C), in May 2031."
        " · Cars may cross in May · le pont rouvrira en mai · the bridge will reopen in May · Tomas Reyl",
        language="en",
        meta={"claim": "Reyl says that cars may cross (B), or that the bridge will reopen (C), in May 2031."},
        filters={
            "kind": ("claim",),
            "actor": ("reyl",),
            "topic": TOPICS,
            "matter": ("oldmere-bridge.closure",),
            "modality": ("asserts",),
            "speech": ("paraphrase", "spoken"),
            "year": ("2031",),
            "foreign": ("2:fr",),
        },
    )


def test_a_speaker_is_found_by_the_whole_name_though_the_text_has_a_part_of_it() -> None:
    content = found()[f"{BRIDGE}#claim-six-weeks"].content
    assert content.endswith(" · Ines Calder · Tomas Reyl") and content.startswith("Calder and Reyl say")
    assert found()[f"{BRIDGE}#claim-cars-in-april"].content.count("Tomas Reyl") == 1


def test_question_brings_what_would_settle_it_and_its_answer() -> None:
    assert found()[f"{BRIDGE}#question-how-many"] == Record(
        url=f"{BRIDGE}#question-how-many",
        content="How many rivets are cracked in all? · A count of both spans"
        " · The harbour office counted twelve; Calder speaks of forty.",
        language="en",
        meta={"question": "How many rivets are cracked in all?"},
        filters={"kind": ("question",), "topic": TOPICS},
    )


def test_question_on_which_accounts_differ_tells_how() -> None:
    record = found()[f"{BRIDGE}#question-which-count"]
    assert record.meta == {"question": "Do twelve and forty rivets describe the same span?"}
    title, differ, *_ = record.content.split(" · ")
    assert title == record.meta["question"]
    assert differ == (
        'The office counted "twelve cracked rivets"; Calder says "We found forty cracked rivets".'
    )


def test_actor_is_found_by_role_other_names_and_note() -> None:
    assert found()["actors/calder/"] == Record(
        url="actors/calder/",
        content="Ines Calder · Mayor of Oldmere · also: Calder and Mayor Calder"
        " · In office for a second term.\n\n"
        'One article spells her first name with a "z".',
        language="en",
        meta={"actor": "Ines Calder"},
        filters={"kind": ("actor",), "actor": ("calder",)},
    )


def test_source_is_found_by_what_is_quoted_of_it_alone() -> None:
    source = found()[f"{BRIDGE}articles/lettre/"]
    assert source == Record(
        url=f"{BRIDGE}articles/lettre/",
        content="Source C: Le pont d’Oldmere · publisher unknown, “un matin de mars”"
        " · le pont rouvrira en mai",
        language="en",
        meta={"source": "Source C: Le pont d’Oldmere"},
        filters={"kind": ("source",), "topic": TOPICS, "foreign": ("2:fr",)},
    )
    text = next(one for one in golden() if one.briefing.slug == "oldmere-bridge").briefing.articles["lettre"]
    assert len(text.text) > len("le pont rouvrira en mai") * 2  # The rest of it may not be shown.


def test_briefing_is_found_by_its_bottom_line_and_note() -> None:
    assert found()[BRIDGE] == Record(
        url=BRIDGE,
        content="The bridge at Oldmere: closed, and until when?"
        " · Calder says that forty cracked rivets were found (A); the harbour office counted twelve (B)."
        " The bridge stays closed."
        " · Six weeks are what a joint statement of Calder and Reyl gives the inspection; Reyl spoke of May."
        " · All of this is invented.\n\nIt shows every field once at least.",
        language="en",
        meta={"briefing": "The bridge at Oldmere: closed, and until when?"},
        filters={"kind": ("briefing",), "topic": TOPICS},
    )


def test_topic_is_found_by_its_name_and_the_titles_of_its_briefings() -> None:
    topic = found()["topics/bridges/"]
    assert topic.content.startswith("Bridges · ")
    assert "The bridge at Oldmere: closed, and until when?" in topic.content
    assert topic.meta == {"topic": "Bridges"}
    assert topic.filters == {"kind": ("topic",), "topic": ("bridges",)}


@pytest.mark.parametrize(
    ("claim", "begins"),
    [
        ("six-weeks", "Calder and Reyl say that"),
        ("cars-in-april", "Tomas Reyl: Cars may cross in April."),
        ("diver-told", "the diver, according to Harbour office: The diver told"),
        ("diver-saw", "Harbour office (A), B itself: A diver saw the cracks first."),
        ("eastern-left", "The harbour office says that the count took two days"),
        ("fair-nuisance", "“A passer-by who asked not to be named”, not named: The closure"),
        ("report-not-seen", "A writes: The Courier has not seen the report."),
    ],
)
def test_claims_of_several_of_somebody_unnamed_and_of_the_article(claim: str, begins: str) -> None:
    record = found()[f"{BRIDGE}#claim-{claim}"]
    assert record.meta["claim"].startswith(begins)
    assert record.content.startswith(record.meta["claim"])


# What is found, and what isn't.


def test_each_live_entry_is_found_once() -> None:
    shown = [one for one in visible(golden()) if not one.briefing.summary.withdrawn]
    expected = [f"briefings/{one.briefing.slug}/" for one in shown]
    for one in shown:
        place = f"briefings/{one.briefing.slug}/"
        summary = one.briefing.summary
        expected += [f"{place}#claim-{claim.id}" for claim in summary.claims if not claim.withdrawn]
        expected += [f"{place}#question-{asked.id}" for asked in summary.questions if not asked.withdrawn]
        expected += [
            f"{place}articles/{id}/"
            for id, article in one.briefing.articles.items()
            if not article.descriptor.withdrawn
        ]
    actors = {id: actor for one in shown for id, actor in one.briefing.actors.items()}
    expected += [f"actors/{id}/" for id, actor in actors.items() if not actor.withdrawn]
    expected += [f"topics/{topic}/" for topic in {*(t for one in shown for t in one.briefing.summary.topics)}]
    assert [one.url for one in records(visible(golden()))] == sorted(expected)
    assert len(expected) > 30


@pytest.mark.parametrize(
    ("gone", "why"),
    [
        ("briefings/bell-tower/", "a withdrawn briefing"),
        ("briefings/lantern-tax/", "a draft"),
        ("briefings/wend-bridge/", "a former address"),
        (f"{BRIDGE}#claim-nobody-saw", "a withdrawn claim"),
        (f"{BRIDGE}#claim-taken-out", "a tombstone without words"),
        (f"{BRIDGE}#question-clock", "a withdrawn question"),
        (f"{BRIDGE}articles/z-leaflet/", "a withdrawn source"),
        ("actors/bare-guild/", "a withdrawn actor without a name"),
        ("actors/unlisted-guild/", "a withdrawn actor"),
    ],
)
def test_what_is_withdrawn_or_not_published_is_not_found(gone: str, why: str) -> None:
    assert gone not in found(), why


def test_no_word_of_a_withdrawn_entry_is_in_any_content() -> None:
    contents = "\n".join(one.content for one in found().values())
    for withdrawn in ("Nobody saw the cracks", "The clerk was never found", "Some rivets are loose", "bell"):
        assert withdrawn not in contents
    assert "The ferry runs until the bridge is open" in contents  # The control.


@pytest.mark.parametrize("drafts", [False, True])
def test_drafts_are_found_when_they_are_built(drafts: bool) -> None:
    edition = Edition(drafts=drafts)
    made = render_site(golden(), edition)
    records = bytes_of(made[f"{SEARCH_RECORDS}/0.jsonl"]).split(b"\n")
    assert (
        "briefings/lantern-tax/#claim-lanterns" in {json.loads(line)["url"] for line in records}
    ) is drafts
    actors = json.loads(bytes_of(made[SEARCH_WORDS]))["actors"]
    assert ("clerk" in {id for id, *_ in actors}) is drafts


# Facets.

CLAIM = """\
  - id: {id}
    text: The ferry left.
    by: article
    {more}
    evidence: {{a: {{exact: The ferry left{origin}}}}}
"""
BRIEFING = """\
title: The ferry
status: published
as_of: "2030"
bottom_line: [{{text: The ferry left., claims: [{first}]}}]
origins:
  log: {{title: The log, kind: document, date: "2027"}}
  report: {{title: The report, kind: document, derived_from: log}}
claims:
{claims}
questions: []
"""


def of_claims(repository: Repository, *claims: tuple[str, str, str]) -> dict[str, Record]:
    """The records of a briefing of claims, each an id, further fields, and the origin of its quote."""
    written = [
        CLAIM.format(id=id, more=more, origin=origin and f", origin: {origin}") for id, more, origin in claims
    ]
    files = {
        "mkdocs.yml": "site_name: X\n",
        "briefings/ferry/briefing.yml": BRIEFING.format(first=claims[0][0], claims="".join(written)),
        "briefings/ferry/articles/a.txt": "The ferry left.\n",
    }
    checked = check(repository(files))
    assert [one.message for one in errors(checked.diagnostics)] == []
    return {one.url.partition("#claim-")[2]: one for one in records(checked.findings)}


def test_years_are_those_of_saying_of_happening_and_of_the_origin(repository: Repository) -> None:
    made = of_claims(
        repository,
        ("undated", "", ""),
        ("said", 'said: "2031-03-04"', ""),
        ("happened", 'happened: {edtf: "2030-12~", inferred_from: x}', ""),
        ("both", 'said: "2031"\n    happened: "2029"', ""),
        ("between", 'happened: "2028/2030"', ""),
        ("no-year", 'said: {edtf: "XXXX-03", inferred_from: x}', ""),
        ("in-words", "said: {as_stated: left}", ""),
        ("of-its-origin", "origin: log", ""),
        ("of-its-quote", "", "report"),
    )
    assert {id: made[id].filters.get("year", ()) for id in made if id} == {
        "undated": (),
        "said": ("2031",),
        "happened": ("2030",),
        "both": ("2029", "2031"),
        "between": ("2028", "2030"),
        "no-year": (),
        "in-words": (),
        "of-its-origin": ("2027",),
        "of-its-quote": ("2027",),
    }


def test_facets_hold_ids_and_every_value_once() -> None:
    for url, record in found().items():
        assert record.filters["kind"] == tuple(record.meta), url
        for name, values in facets(record).items():
            assert name in FACET, url
            assert values == tuple(sorted(set(values))) != (), (url, name)
            assert all(re.fullmatch(r"[a-z0-9]+([.-][a-z0-9]+)*", value) for value in values), (url, values)


def test_facets_of_a_claim_name_who_speaks_passes_on_and_is_meant() -> None:
    assert found()[f"{BRIDGE}#claim-closed-until-checked"].filters["actor"] == (
        "calder",
        "drivers",
        "wendland",
    )
    # People at the quay, who have no page, are none of its values.
    assert found()[f"{BRIDGE}#claim-ferry-runs"].filters["actor"] == ("quay-people",)
    assert "actor" not in found()[f"{BRIDGE}#claim-report-not-seen"].filters
    assert "matter" not in found()[f"{BRIDGE}#claim-report-not-seen"].filters


def test_every_value_of_a_facet_has_its_words() -> None:
    known, briefings = facet_values(visible(golden())), words()["briefing"]
    assert list(words()["facet"]) == ["kind", "actor", "speech", "matter", "topic", "modality", "year"]
    for url, record in found().items():
        for name, values in facets(record).items():
            assert name == "year" or all(known[name][value] for value in values), url
        slug = re.match(r"briefings/([^/]+)/", url)
        assert slug is None or briefings[slug[1]]
    assert known["matter"]["oldmere-bridge.rivets"] == "How many rivets are cracked"
    assert known["actor"]["carriers-guild"] == "Carriers’ Guild"
    assert known["topic"]["wend-valley"] == "Wend valley"
    assert known["speech"] == {
        "spoken": "spoken words",
        "part-quoted": "part-quoted",
        "paraphrase": "paraphrased",
        "article": "the article’s own voice",
    }


# What the index needs of each.


def test_each_content_begins_with_the_title_and_holds_a_word_of_one_language() -> None:
    for record in found().values():
        [title] = record.meta.values()
        assert record.content.split(" · ")[0] == title or title in record.content
        assert any(char.isalnum() for char in record.content)
        assert record.language == LANGUAGE


def test_what_has_no_word_is_found_by_its_kind(repository: Repository) -> None:
    files = {
        "mkdocs.yml": "site_name: X\n",
        "briefings/actors.yml": 'actors:\n  stars: {name: "* * *", kind: group}\n',
        "briefings/ferry/briefing.yml": BRIEFING.format(
            first="left", claims=CLAIM.format(id="left", more="about: [stars]", origin="")
        ),
        "briefings/ferry/articles/a.txt": "The ferry left.\n",
    }
    [star] = [one for one in records(check(repository(files)).findings) if one.url == "actors/stars/"]
    assert (star.content, star.meta) == ("* * * actor", {"actor": "* * *"})


def test_order_is_that_of_addresses_and_nothing_else_decides_it() -> None:
    once = records(visible(golden()))
    assert [one.url for one in once] == sorted(one.url for one in once)
    assert records(list(reversed(visible(golden())))) == once
    assert [json.loads(line)["url"] for line in records_json(once).split("\n")] == [one.url for one in once]


def test_nothing_at_all() -> None:
    assert records([]) == []
    assert json.loads(search_words([]))["actors"] == []


# The built site.


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The golden repository's site."""
    root = tmp_path_factory.mktemp("golden") / "root"
    shutil.copytree(GOLDEN, root)
    for name in ("templates", "generator"):
        shutil.copytree(REPOSITORY / name, root / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(REPOSITORY / "mkdocs.yml", root)
    with pytest.MonkeyPatch.context() as patch:
        for name in ("SITE_URL", "BRIEFING_SITE", "BRIEFING_PAGES_READY"):
            patch.delenv(name, raising=False)
        assert main(["build", "--root", str(root)]) == 0
    return root / "site"


def test_index_holds_every_record_and_each_address_is_there(site: Path) -> None:
    index = {
        path.relative_to(site / "pagefind").as_posix(): path.read_bytes()
        for path in site.glob("pagefind/**/*.*")
    }
    assert addresses(index) == set(found())
    for url in found():
        path, _, fragment = url.partition("#")
        page = (site / path / "index.html").read_text(encoding="utf-8")
        assert not fragment or page.count(f' id="{fragment}"') == 1, url


def test_site_brings_the_words_and_keeps_no_records(site: Path) -> None:
    assert json.loads((site / SEARCH_WORDS).read_text(encoding="utf-8")) == words()
    assert not (site / SEARCH_RECORDS).exists()
