from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from generator.model.dated import StatedDate
from generator.model.diagnostics import errors
from generator.pipeline import check
from generator.render.addresses import HOME, briefing_page
from generator.render.parts.claims.opened import ClaimView
from generator.render.parts.claims.tombstones import TombstoneView
from generator.render.parts.claims.views import ClaimViews
from generator.render.parts.claims.writer import ClaimWriter
from generator.render.parts.dates import DateView, date_view, stated_view
from generator.render.parts.source_labels import SourceText

Repository = Callable[[Mapping[str, str | bytes]], Path]

HEAD = """
title: T
status: published
as_of: "2030"
bottom_line: [{text: It is so., claims: [one]}]
questions: [{id: why, text: Why?, claims: [one]}, {id: how, withdrawn: {date: "2030", reason: R}}]
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


def view_of(made: ClaimWriter, id: str = "one") -> ClaimView:
    return ClaimViews(made).view(id)


def claim(
    fields: str, id: str = "one", exact: str = "It rains in the north", article: str = "x", quote: str = ""
) -> str:
    words = f"{{exact: {exact}{f', {quote}' if quote else ''}}}"
    return f"- {{id: {id}, text: It is so., evidence: {{{article}: {words}}}, {fields}}}\n"


def several(fields: str, *quotes: str, text: str = "It is so.") -> str:
    """A claim ``one`` on the same words of the articles x, y and z, with what is set of each."""
    words = ", ".join(
        f"{article}: {{exact: Nobody left{f', {more}' if more else ''}}}"
        for article, more in zip("xyz", quotes, strict=False)
    )
    return f"- {{id: one, text: {text}, {fields}, evidence: {{{words}}}}}\n"


@pytest.mark.parametrize(
    ("fields", "quote", "speaker"),
    [
        ("by: ann", "", "Ann Lee"),
        ("by: [ann, ben]", "", "Ann Lee and Ben Ode"),
        ("by: ann, via: [ben]", "", "Ann Lee, according to Ben Ode"),
        ("by: ann", "via: [ben]", "Ann Lee, according to Ben Ode"),
        ("by: ann, via: [ben, A man on the quay]", "", "Ann Lee, according to Ben Ode and A man on the quay"),
        ("by: article", "", "Source A"),
        ("by: unnamed", "", "Unnamed"),
        ("by: unnamed", "described_as: A man on the quay", "“A man on the quay”, not named"),
    ],
)
def test_speaker(repository: Repository, fields: str, quote: str, speaker: str) -> None:
    assert writer(repository, claim(fields, quote=quote)).link("one").speaker == speaker


def test_articles_own_voice_names_every_source(repository: Repository) -> None:
    made = writer(repository, several("by: article", "", "", ""))
    assert made.link("one").speaker == "Sources A, B and C"


# Quotes with a speaker of their own: each stands with the letters of its sources, wherever the claim does.


@pytest.mark.parametrize(
    ("fields", "quotes", "speaker"),
    [
        ("by: ann", ("", "by: article"), "Ann Lee (A), B itself"),
        # The claim's own speaker comes first, whatever the order of the articles.
        ("by: ann", ("by: article", "", ""), "Ann Lee (B and C), A itself"),
        ("by: ann", ("", "by: ben", "by: ben"), "Ann Lee (A), Ben Ode (B and C)"),
        ("by: ann", ("", "by: [ben, ann]"), "Ann Lee (A), Ben Ode and Ann Lee (B)"),
        ("by: ann", ("by: ann", ""), "Ann Lee"),
        ("by: ann", ("by: ben", "by: ben"), "Ben Ode (A and B)"),
        ("by: ann", ("by: article", "by: article"), "A and B itself"),
        ("by: article", ("", "by: ben"), "A itself, Ben Ode (B)"),
        (
            "by: ann",
            ("", "by: unnamed, described_as: A man on the quay"),
            "Ann Lee (A), “A man on the quay”, not named (B)",
        ),
        ("by: ann", ("", "by: ben, via: ann"), "Ann Lee (A), Ben Ode, according to Ann Lee (B)"),
        (
            "by: ann",
            ("", "by_open: [ann, article]"),
            "Ann Lee (A), B leaves open whether it is Ann Lee or B itself",
        ),
        # What is open in two articles may be somebody else's in each.
        (
            "by: ann",
            ("", "by_open: [ann, ben]", "by_open: [ann, ben]"),
            "Ann Lee (A), B leaves open whether it is Ann Lee or Ben Ode, "
            "C leaves open whether it is Ann Lee or Ben Ode",
        ),
    ],
)
def test_speakers_that_differ_by_article(
    repository: Repository, fields: str, quotes: tuple[str, ...], speaker: str
) -> None:
    link = writer(repository, several(fields, *quotes)).link("one")
    assert (link.speaker, link.lead) == (speaker, speaker)
    assert link.sentence == f"{speaker}: It is so."


@pytest.mark.parametrize(
    ("fields", "quotes", "text", "sentence"),
    [
        # The text names its only speaker itself.
        ("by: ann", ("",), "Ann Lee says that it is so.", "Ann Lee says that it is so."),
        ("by: ann", ("",), "Lee says that it is so.", "Lee says that it is so."),
        ("by: ann", ("",), "It is so.", "Ann Lee: It is so."),
        # It may name the one and be given to others too.
        (
            "by: ann",
            ("", "by: article"),
            "Ann Lee says that it is so.",
            "Ann Lee (A), B itself: It is so.",
        ),
        ("by: ann, via: ben", ("",), "Lee says so.", "Ann Lee, according to Ben Ode: Lee says so."),
        ("by: article", ("",), "Nobody left.", "A writes: Nobody left."),
        ("by: article", ("", ""), "Nobody left.", "A and B write: Nobody left."),
        ("by: unnamed", ("",), "Nobody left.", "Unnamed: Nobody left."),
    ],
)
def test_what_stands_before_a_claim_that_stands_alone(
    repository: Repository, fields: str, quotes: tuple[str, ...], text: str, sentence: str
) -> None:
    assert writer(repository, several(fields, *quotes, text=text)).link("one").sentence == sentence


def test_who_may_be_speaking_is_counted_for_nobody(repository: Repository) -> None:
    view = view_of(writer(repository, several("by: ann", "", "by_open: [ben, article]")))
    assert [link.text for link in view.speakers] == ["Ann Lee"]
    assert [(quote.letter, quote.told, quote.facts) for quote in view.quotes] == [
        ("A", "paraphrased", ()),
        ("B", "leaves open: Ode or itself", ()),
    ]


def test_a_quote_tells_what_is_not_told_of_the_claim(repository: Repository) -> None:
    made = writer(
        repository,
        several(
            "by: ann, said: 2030-01",
            "via: ben, cue: left",
            "by: ben, cue: Nobody, said: 2030-02",
            "modality: denies",
        ),
    )
    view = view_of(made)
    assert (view.facts, view.said) == ((), DateView("January 2030"))
    assert [(quote.told, quote.verb, quote.facts) for quote in view.quotes] == [
        ("paraphrased", SourceText("left", ""), ("passed on by Ben Ode",)),
        ("Ben Ode", SourceText("Nobody", ""), ("said February 2030",)),
        ("paraphrased", None, ("read as a denial",)),
    ]


@pytest.mark.parametrize(
    ("fields", "exact", "told"),
    [
        ("by: ann", '"It pours"', "quoted"),
        ("by: ann", "It pours,” said Ann Lee of the south", "part-quoted"),
        ("by: ann", "It rains in the north", "paraphrased"),
        ("by: article", "It rains in the north", "itself"),
        ("by: unnamed", "It rains in the north", "unnamed"),
    ],
)
def test_kind_of_speech(repository: Repository, fields: str, exact: str, told: str) -> None:
    made = writer(repository, claim(fields, exact=exact if exact.startswith('"') else f'"{exact}"'))
    assert [(quote.letter, quote.told) for quote in view_of(made).quotes] == [("A", told)]


# The line: the speaker's name, and a chip for each source.


@pytest.mark.parametrize(
    ("fields", "text", "evidence", "line"),
    [
        # Paraphrase is the default, and isn't told.
        ("by: ann", "Lee says that it rains.", "{x: It rains in the north}", "*Lee* says that it rains. [A]"),
        ("by: ann", "Lee says that it pours.", "{x: It pours}", "*Lee* says that it pours. [A quoted]"),
        # A letter in the sentence is the chip; what the sentence doesn't name comes at its end.
        (
            "by: ann",
            "Lee says that it pours $x, or rains $y.",
            "{x: It pours, y: It rains in the north, z: It pours}",
            "*Lee* says that it pours [A quoted], or rains [B]. [C quoted]",
        ),
        # What stands twice tells it once.
        (
            "by: ann",
            "Lee says that it pours $x, and pours $x.",
            "{x: It pours}",
            "*Lee* says that it pours [A quoted], and pours [A].",
        ),
        # Spoken words and others of one source: the weaker thing.
        (
            "by: ann",
            "Lee says so.",
            "{x: [It rains in the north, It pours]}",
            "*Lee* says so. [A]",
        ),
        # Nobody's name stands before what a source itself says, or somebody whom it doesn't name.
        ("by: article", "It rains.", "{x: It rains in the north}", "It rains. [A itself]"),
        ("by: unnamed", "It rains.", "{x: It rains in the north}", "It rains. [A unnamed]"),
        # A text that doesn't open with its speaker has the name before it.
        ("by: ann", "It rains.", "{x: It rains in the north}", "*Ann Lee:* It rains. [A]"),
        # Others than the claim's speaker are told on their chips.
        (
            "by: ann",
            "Lee says that it rains.",
            "{x: It rains in the north, y: {exact: It rains in the north, by: ben}}",
            "*Lee* says that it rains. [A] [B Ben Ode]",
        ),
        (
            "by: ann",
            "Lee says that it rains.",
            "{x: It rains in the north, y: {exact: It pours, by: ben}}",
            "*Lee* says that it rains. [A] [B Ben Ode, quoted]",
        ),
        (
            "by: ann",
            "It rains.",
            "{x: {exact: It rains in the north, by_open: [ann, article]}}",
            "It rains. [A leaves open: Lee or itself]",
        ),
        # A quote that is surely the speaker's makes up for one that is left open in the same source.
        (
            "by: ann",
            "Lee says that it rains.",
            "{x: [It pours, {exact: It rains in the north, by_open: [ann, article]}]}",
            "*Lee* says that it rains. [A quoted]",
        ),
        (
            "by: ann, via: ben",
            "Lee says so.",
            "{x: It pours}",
            "*Lee* says so. (passed on by Ben Ode) [A quoted]",
        ),
    ],
)
def test_line(repository: Repository, fields: str, text: str, evidence: str, line: str) -> None:
    made = writer(repository, f"- {{id: one, {fields}, text: '{text}', evidence: {evidence}}}\n")
    shown = "".join(
        (" " if piece.space else "")
        + (f"[{' '.join(filter(None, (piece.text, piece.told)))}]" if piece.letter else piece.text)
        if not piece.strong
        else f"*{piece.text}*"
        for piece in view_of(made).line
    )
    assert shown == line


def test_a_row_of_claims_stands_in_the_order_of_their_numbers(repository: Repository) -> None:
    made = writer(
        repository,
        claim("by: ann, withdrawn: {date: 2029-12-31, reason: An error.}", "two")
        + claim("by: ann")
        + claim("by: ben", "three"),
    )
    row = made.links(("two", "three", "one"))
    assert [(link.number, str(link.href).partition("#")[2]) for link in row] == [
        (1, "claim-one"),
        (2, "claim-three"),
        (3, "claim-two"),
    ]


def test_a_sentence_that_is_the_line_is_not_shown_again(repository: Repository) -> None:
    made = writer(repository, claim("by: article", exact="Nobody left").replace("It is so", "Nobody left"))
    assert [quote.repeats for quote in view_of(made).quotes] == [True]
    made = writer(repository, claim("by: article", exact="Nobody left"))
    assert [quote.repeats for quote in view_of(made).quotes] == [False]


def test_link_leads_to_the_claim_from_any_page(repository: Repository) -> None:
    made = writer(repository, claim("by: ann"))
    assert made.link("one").href == "briefings/b/index.md#claim-one"
    assert ClaimWriter(made.findings, briefing_page("b")).link("one").href == "#claim-one"


# Original statements: by the claim, by its quotes, or nowhere.


@pytest.mark.parametrize(
    ("fields", "quotes", "told", "on_quotes"),
    [
        ("by: ann", ("", ""), [], ["", ""]),
        ("by: article", ("", ""), [], ["", ""]),
        # Both sources have it from one place, which a reader may else take for two.
        (
            "by: ann, origin: talk",
            ("", ""),
            ["first said in: the talk", "sources A and B have it from there, taken as one"],
            ["", ""],
        ),
        (
            "by: ann, origin: talk",
            ("origin: note", ""),
            [],
            ["first said in the note", "first said in the talk"],
        ),
        (
            "by: ann",
            ("origin: talk", "origin: note"),
            [],
            ["first said in the talk", "first said in the note"],
        ),
        ("by: ann", ("origin: talk", ""), [], ["first said in the talk", ""]),
        # What is only taken to come from there is said of its quote alone, with the reason.
        (
            "by: ann",
            ("origin: talk, origin_inferred: It stands next to it.", ""),
            [],
            ["probably said in the talk: It stands next to it.", ""],
        ),
        (
            "by: ann",
            ("origin: talk", "origin: talk, origin_inferred: It stands next to it."),
            [],
            ["first said in the talk", "probably said in the talk: It stands next to it."],
        ),
        # Of words of others nothing holds that holds for the claim's speaker.
        ("by: ann, origin: talk", ("", "by: ben"), [], ["first said in the talk", ""]),
    ],
)
def test_where_it_was_first_said(
    repository: Repository, fields: str, quotes: tuple[str, str], told: list[str], on_quotes: list[str]
) -> None:
    view = view_of(writer(repository, several(fields, *quotes)))
    assert list(view.facts) == told
    assert ["; ".join(quote.facts) for quote in view.quotes] == on_quotes


def test_first_said_is_the_root_and_names_what_passed_it_on(repository: Repository) -> None:
    made = writer(repository, claim("by: ann, origin: note"))
    origins = made.findings.briefing.summary.origins
    assert origins["note"].derived_from is None
    derived = origins["note"].model_copy(update={"derived_from": "talk"})
    summary = made.findings.briefing.summary.model_copy(update={"origins": {**origins, "note": derived}})
    briefing = replace(made.findings.briefing, written=summary)
    told = view_of(ClaimWriter(replace(made.findings, briefing=briefing), "index.md")).facts
    assert "first said in: the talk, as passed on in the note" in told


# Relations are written once and shown on both claims.


def test_relation_is_on_both_claims(repository: Repository) -> None:
    relation = "by: ann, relations: [{kind: later-position-of, claim: two, note: Because.}]"
    made = writer(repository, claim(relation) + claim("by: ann", "two"))
    one, two = view_of(made, "one").relations, view_of(made, "two").relations
    assert [(one[0].says, one[0].other.href, one[0].note)] == [
        ("Later position; earlier:", "briefings/b/index.md#claim-two", "Because.")
    ]
    assert [(two[0].says, two[0].other.href, two[0].note)] == [
        ("Later position of the same speaker:", "briefings/b/index.md#claim-one", "Because.")
    ]
    assert (len(one), len(two)) == (1, 1)


def test_corroboration_is_on_both_claims(repository: Repository) -> None:
    relation = "by: ann, origin: talk, relations: [{kind: corroborates, claim: two, note: Because.}]"
    made = writer(repository, claim(relation) + claim("by: ben, origin: note", "two"))
    assert [view_of(made, id).relations[0].says for id in ("one", "two")] == ["Also said, separately:"] * 2


def test_corroboration_from_one_place_says_so(repository: Repository) -> None:
    relation = "by: ann, origin: talk, relations: [{kind: corroborates, claim: two, note: Because.}]"
    made = writer(repository, claim(relation) + claim("by: ben, origin: talk", "two"))
    told = "Both lead to the talk: what was said there counts once."
    assert [view_of(made, id).relations[0].shared for id in ("one", "two")] == [told, told]
    apart = writer(repository, claim(relation) + claim("by: ben, origin: note", "two"))
    assert [view_of(apart, id).relations[0].shared for id in ("one", "two")] == ["", ""]


# What was withdrawn.

WITHDRAWN = "withdrawn: {date: 2029-12-31, reason: An error., replaced_by: one}"


def test_withdrawn_claim_with_its_text(repository: Repository) -> None:
    made = writer(repository, claim("by: ann") + claim(f"by: ben, {WITHDRAWN}", "two"))
    view = view_of(made, "two")
    assert (view.link.withdrawn, view.link.speaker, view.link.text) == (True, "Ben Ode", "It is so.")
    assert view.facts == ()
    assert view.withdrawn is not None and view.withdrawn.replaced_by is not None
    assert view.withdrawn.replaced_by.text == "Ann Lee: It is so."
    assert view.withdrawn.replaced_by.href == "briefings/b/index.md#claim-one"


def test_withdrawn_claim_without_its_text(repository: Repository) -> None:
    view = view_of(writer(repository, claim("by: ann") + f"- {{id: two, {WITHDRAWN}}}\n"), "two")
    assert (view.link.speaker, view.link.text, view.line) == ("", "", ())
    assert (view.facts, view.quotes, view.note) == ((), (), "")


def test_successor_that_was_withdrawn_tells_no_text(repository: Repository) -> None:
    chain = "withdrawn: {date: '2030', reason: An error., replaced_by: three}"
    made = writer(
        repository,
        claim("by: ann")
        + f"- {{id: two, {chain}}}\n"
        + claim(f"by: ben, {WITHDRAWN}".replace("error", "oversight"), "three"),
    )
    tombstone = view_of(made, "two").withdrawn
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


@pytest.mark.parametrize(
    ("text", "about", "named"),
    [
        ("It is so.", "about: [ann, ben], ", ["Ben Ode"]),
        # What names in the text give is kept, and added to.
        ("Ann Lee says that Ben Ode left.", "", ["Ben Ode"]),
        ("Ann Lee says that Ben Ode left.", "about: ann, ", ["Ben Ode"]),
        ("Ann Lee says that Ben Ode left.", "about: ben, ", ["Ben Ode"]),
    ],
)
def test_whom_a_claim_is_about_beside_its_speaker(
    repository: Repository, text: str, about: str, named: list[str]
) -> None:
    made = writer(repository, f"- {{id: one, text: {text}, by: ann, {about}evidence: {{x: Nobody left}}}}\n")
    assert [link.text for link in view_of(made, "one").about] == named
