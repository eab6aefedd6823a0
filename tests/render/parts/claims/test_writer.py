from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from generator.model.dated import StatedDate
from generator.model.diagnostics import errors
from generator.pipeline import check
from generator.render.addresses import HOME, briefing_page
from generator.render.parts.claims.tombstones import TombstoneView
from generator.render.parts.claims.writer import ClaimWriter
from generator.render.parts.dates import DateView, date_view, stated_view

Repository = Callable[[Mapping[str, str | bytes]], Path]

HEAD = """
title: T
status: published
as_of: "2030"
bottom_line: [{text: It is so., claims: [one]}]
questions: [{id: why, text: Why?, status: open}, {id: how, withdrawn: {date: "2030", reason: R}}]
actors:
  ann: {name: Ann Lee, kind: person}
  ben: {name: Ben Ode, kind: person}
origins:
  talk: {title: the talk, kind: speech, by: ann}
  note: {title: the note, kind: document, by: ann}
claims:
"""
ARTICLE = (
    "It rains in the north. “It pours,” said Ann Lee of the south. A man on the quay agreed. Nobody left.\n"
)


def writer(repository: Repository, claims: str, here: str = HOME) -> ClaimWriter:
    """For claims about an article that a third source repeats."""
    lines = "".join(f"  {line}\n" for line in claims.strip().splitlines())
    checked = check(
        repository(
            {
                "briefings/b/briefing.yml": HEAD + lines,
                **{f"briefings/b/articles/{name}.txt": ARTICLE for name in ("x", "y", "z")},
            }
        )
    )
    assert [one.message for one in errors(checked.diagnostics)] == []
    return ClaimWriter(checked.findings[0], here)


def claim(fields: str, id: str = "one", exact: str = "It rains in the north", article: str = "x") -> str:
    evidence = f"[{{article: {article}, exact: {exact}}}]"
    return f"- {{id: {id}, text: It is so., evidence: {evidence}, {fields}}}\n"


@pytest.mark.parametrize(
    ("fields", "speaker"),
    [
        ("by: ann", "Ann Lee"),
        ("by: [ann, ben]", "Ann Lee and Ben Ode"),
        ("by: ann, via: [ben]", "Ann Lee, according to Ben Ode"),
        ("by: ann, via: [ben, A man on the quay]", "Ann Lee, according to Ben Ode and A man on the quay"),
        ("by: article", "Source A"),
        ("by: unnamed", "Somebody not named"),
        ("by: unnamed, described_as: A man on the quay", "“A man on the quay”, not named"),
    ],
)
def test_speaker(repository: Repository, fields: str, speaker: str) -> None:
    assert writer(repository, claim(fields)).link("one").speaker == speaker


def test_articles_own_voice_names_every_source(repository: Repository) -> None:
    evidence = ", ".join(f"{{article: {name}, exact: Nobody left}}" for name in ("z", "x", "y"))
    made = writer(repository, f"- {{id: one, text: T, by: article, evidence: [{evidence}]}}\n")
    assert made.link("one").speaker == "Sources A, B and C"
    assert made.link("one").own_voice
    assert made.link("one").letters == "A, B and C"


@pytest.mark.parametrize(
    ("fields", "exact", "speech"),
    [
        ("by: ann", '"It pours"', "spoken words"),
        ("by: ann", "It pours,” said Ann Lee of the south", "part-quoted"),
        ("by: ann", "It rains in the north", "paraphrased"),
        ("by: article", "It rains in the north", "the article’s own voice"),
    ],
)
def test_kind_of_speech(repository: Repository, fields: str, exact: str, speech: str) -> None:
    made = writer(repository, claim(fields, exact=exact if exact.startswith('"') else f'"{exact}"'))
    assert made.link("one").speech == speech
    assert made.view("one").quotes[0].speech == speech


def test_kinds_of_speech_are_told_best_first(repository: Repository) -> None:
    quotes = "[{article: x, exact: It rains in the north}, {article: x, exact: It pours}]"
    made = writer(repository, f"- {{id: one, text: T, by: ann, evidence: {quotes}}}\n")
    assert made.link("one").speech == "spoken words and paraphrased"


def test_before_our_wording_a_mark_says_that_it_is_none_of_the_speaker_s(repository: Repository) -> None:
    quotes = "[{article: x, exact: It rains in the north}, {article: x, exact: It pours}]"
    made = writer(repository, f"- {{id: one, text: T, by: ann, evidence: {quotes}}}\n")
    assert made.link("one").speech_label == "from spoken words and paraphrased"


def test_claims_of_one_row_are_told_apart(repository: Repository) -> None:
    long = "It rains in the north of the country, and it will go on for weeks, she says"
    made = writer(
        repository,
        claim("by: ann")
        + claim("by: ann, withdrawn: {date: 2029-12-31, reason: An error.}", "two")
        + claim("by: ben", "three")
        + claim("by: ann", "four").replace("text: It is so.", f"text: '{long}'"),
    )
    openings = [one.opening for one in made.links(("two", "one", "three", "four"))]
    # Nobody is told apart from a claim that was withdrawn, for that one is named so.
    assert openings == ["", "", "", "It rains in the north of the country, and …"]


def test_link_leads_to_the_claim_from_any_page(repository: Repository) -> None:
    made = writer(repository, claim("by: ann"))
    assert made.link("one").href == "briefings/b/index.md#claim-one"
    assert ClaimWriter(made.findings, briefing_page("b")).link("one").href == "#claim-one"


# Where it was first said: by the claim, by its quotes, or nowhere.

NOT_STATED = "where it was first said: not stated"


@pytest.mark.parametrize(
    ("fields", "origins", "told", "on_quotes"),
    [
        ("by: ann", ("", ""), NOT_STATED, ["", ""]),
        ("by: article", ("", ""), "the source names nobody for it", ["", ""]),
        # Both sources have it from one place, which a reader may else take for two.
        (
            "by: ann, origin: talk",
            ("", ""),
            "first said in: the talk|sources A and B have it from there, so it counts once",
            ["", ""],
        ),
        (
            "by: ann, origin: talk",
            ("note", "talk"),
            "first said in: the talk",
            ["first said in the note", ""],
        ),
        ("by: ann", ("talk", "note"), "", ["first said in the talk", "first said in the note"]),
        (
            "by: ann",
            ("talk", ""),
            "",
            ["first said in the talk", "where these words were first said: not stated"],
        ),
    ],
)
def test_where_it_was_first_said(
    repository: Repository, fields: str, origins: tuple[str, str], told: str, on_quotes: list[str]
) -> None:
    quotes = ", ".join(
        f"{{article: {article}, exact: It pours{f', origin: {origin}' if origin else ''}}}"
        for article, origin in zip("xy", origins, strict=True)
    )
    made = writer(repository, f"- {{id: one, text: T, {fields}, evidence: [{quotes}]}}\n")
    view = made.view("one")
    assert view.facts == (*["read as an assertion"], *(told.split("|") if told else []), "not dated")
    assert [quote.first_said for quote in view.quotes] == on_quotes


def test_first_said_is_the_root_and_names_what_passed_it_on(repository: Repository) -> None:
    made = writer(repository, claim("by: ann, origin: note"))
    origins = made.findings.briefing.summary.origins
    assert origins["note"].derived_from is None
    derived = origins["note"].model_copy(update={"derived_from": "talk"})
    summary = made.findings.briefing.summary.model_copy(update={"origins": {**origins, "note": derived}})
    briefing = replace(made.findings.briefing, written=summary)
    told = ClaimWriter(replace(made.findings, briefing=briefing), "index.md").view("one").facts
    assert "first said in: the talk, as passed on in the note" in told


# Relations are written once and shown on both claims.


@pytest.mark.parametrize(
    ("kind", "there", "back"),
    [
        ("contradicts", "Cannot both be right", "Cannot both be right"),
        ("differs-in-scope", "May not describe the same thing as", "May not describe the same thing as"),
        ("goes-further-than", "Says more than", "Says less than"),
        ("later-position-of", "Later position; earlier:", "Later position of the same speaker"),
    ],
)
def test_relation_is_on_both_claims(repository: Repository, kind: str, there: str, back: str) -> None:
    relation = f"by: ann, relations: [{{kind: {kind}, claim: two, note: Because.}}]"
    made = writer(repository, claim(relation) + claim("by: ann", "two"))
    one, two = made.view("one").relations, made.view("two").relations
    assert [(one[0].says, one[0].other.href, one[0].note)] == [
        (there, "briefings/b/index.md#claim-two", "Because.")
    ]
    assert [(two[0].says, two[0].other.href, two[0].note)] == [
        (back, "briefings/b/index.md#claim-one", "Because.")
    ]
    assert (len(one), len(two)) == (1, 1)


def test_corroboration_is_on_both_claims(repository: Repository) -> None:
    relation = "by: ann, origin: talk, relations: [{kind: corroborates, claim: two, note: Because.}]"
    made = writer(repository, claim(relation) + claim("by: ben, origin: note", "two"))
    assert [made.view(id).relations[0].says for id in ("one", "two")] == ["Separately said by"] * 2


def test_corroboration_from_one_place_says_so(repository: Repository) -> None:
    relation = "by: ann, origin: talk, relations: [{kind: corroborates, claim: two, note: Because.}]"
    made = writer(repository, claim(relation) + claim("by: ben, origin: talk", "two"))
    told = "Both lead to the talk: what was said there counts once."
    assert [made.view(id).relations[0].shared for id in ("one", "two")] == [told, told]
    apart = writer(repository, claim(relation) + claim("by: ben, origin: note", "two"))
    assert [apart.view(id).relations[0].shared for id in ("one", "two")] == ["", ""]


# What was withdrawn.

WITHDRAWN = "withdrawn: {date: 2029-12-31, reason: An error., replaced_by: one}"


def test_withdrawn_claim_with_its_text(repository: Repository) -> None:
    view = writer(repository, claim("by: ann") + claim(f"by: ben, {WITHDRAWN}", "two")).view("two")
    assert (view.link.withdrawn, view.link.speaker, view.link.text) == (True, "Ben Ode", "It is so.")
    assert view.facts == ("read as an assertion",)  # Nothing is unknown of what doesn't stand.
    assert view.withdrawn is not None and view.withdrawn.replaced_by is not None
    assert view.withdrawn.replaced_by.text == "Ann Lee (paraphrased): It is so."
    assert view.withdrawn.replaced_by.href == "briefings/b/index.md#claim-one"


def test_withdrawn_claim_without_its_text(repository: Repository) -> None:
    view = writer(repository, claim("by: ann") + f"- {{id: two, {WITHDRAWN}}}\n").view("two")
    assert (view.link.speaker, view.link.speech, view.link.text, view.link.letters) == ("", "", "", "")
    assert (view.facts, view.quotes, view.note) == ((), (), "")


def test_successor_that_was_withdrawn_tells_no_text(repository: Repository) -> None:
    chain = "withdrawn: {date: '2030', reason: An error., replaced_by: three}"
    made = writer(
        repository,
        claim("by: ann")
        + f"- {{id: two, {chain}}}\n"
        + claim(f"by: ben, {WITHDRAWN}".replace("error", "oversight"), "three"),
    )
    tombstone = made.view("two").withdrawn
    assert tombstone is not None and tombstone.replaced_by is not None
    assert tombstone.replaced_by.text == "another claim"


def test_tombstones_of_other_entries_name_their_successors(repository: Repository) -> None:
    made = writer(repository, claim(f"by: ann, {WITHDRAWN}", "two") + claim("by: ann"))
    withdrawn = made.findings.briefing.claims["two"].withdrawn
    assert withdrawn is not None

    def replaced(kind: str, by: str) -> tuple[str, str]:
        tombstone = made.tombstone(withdrawn.model_copy(update={"replaced_by": by}), kind)
        assert tombstone is not None and tombstone.replaced_by is not None
        return tombstone.replaced_by.text, tombstone.replaced_by.href

    assert replaced("question", "why") == ("Why?", "briefings/b/index.md#question-why")
    assert replaced("question", "how") == ("another question", "briefings/b/index.md#question-how")
    assert replaced("source", "y") == ("Source B", "briefings/b/articles/y/index.md")
    assert replaced("briefing", "c") == ("another briefing", "briefings/c/index.md")
    assert made.tombstone(None, "claim") is None
    alone = made.tombstone(withdrawn.model_copy(update={"replaced_by": None}), "claim")
    assert alone == TombstoneView(DateView("31 December 2029"), "An error.", None)


# Dates.


@pytest.mark.parametrize(
    ("date", "view"),
    [
        (StatedDate(edtf="2024-11-01~"), DateView("about 1 November 2024")),
        (StatedDate(as_stated="on Tuesday"), DateView("“on Tuesday”")),
        (
            StatedDate(edtf="XXXX-10-13", as_stated="October 13"),
            DateView("13 October, year not stated", "October 13"),
        ),
        (
            StatedDate(edtf="2024", inferred_from="The age.", outside=True),
            DateView("2024", "", "The age.", True),
        ),
        (
            StatedDate(as_stated="on Tuesday", inferred_from="The paper."),
            DateView("“on Tuesday”", "", "The paper."),
        ),
    ],
)
def test_dates(date: StatedDate, view: DateView) -> None:
    assert stated_view(date) == date_view(date) == view


def test_no_date() -> None:
    assert date_view(None) is None


def test_relations_that_would_read_alike_are_told_apart_by_the_other_claim_s_opening(
    repository: Repository,
) -> None:
    kinds = {
        "two": "contradicts",
        "three": "contradicts",
        "four": "contradicts",
        "five": "goes-further-than",
    }
    written = ", ".join(f"{{kind: {kind}, claim: {id}, note: N.}}" for id, kind in kinds.items())
    relation = f"by: ben, relations: [{written}]"
    claims = claim(relation) + "".join(
        claim("by: ann", id, article=source)
        for id, source in (("two", "x"), ("three", "x"), ("four", "y"), ("five", "x"))
    )
    told = writer(repository, claims).view("one").relations
    assert [(one.says, one.other.letters, one.other.opening) for one in told] == [
        ("Cannot both be right", "A", "It is so."),
        ("Cannot both be right", "A", "It is so."),
        ("Cannot both be right", "B", ""),
        ("Says more than", "A", ""),
    ]


def test_whom_a_claim_is_about_beside_its_speaker(repository: Repository) -> None:
    view = writer(repository, claim("by: ann, about: [ann, ben]")).view("one")
    assert [link.text for link in view.about] == ["Ben Ode"]
