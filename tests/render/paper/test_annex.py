"""What stands in the annex: claims with their quotes by matter, then everything else, nothing twice."""

import dataclasses
from typing import Any

from generator.render.escape import Safe
from generator.render.paper.blocks import Cell, Items, Paper, Piece, Table, lines_of
from generator.render.parts.changes.versions import VersionView
from generator.render.parts.changes.view import ChangeView
from generator.render.parts.claims.opened import ClaimView, RemarkView
from tests.render.paper.papers import (
    ADDRESS,
    VERSION,
    golden_paper,
    golden_view,
    headings,
    made_of,
    text_of,
    under,
    words_of,
)


def row(made: Paper, id: str) -> tuple[Cell, ...]:
    """The row of a claim."""
    (found,) = [
        row
        for table in made.annex
        if isinstance(table, Table)
        for row in table.rows
        if row[0][0][0].anchor == f"claim-{id}"
    ]
    return found


def item(made: Paper, anchor: str) -> Cell:
    """The item of a list with an anchor."""
    (found,) = [
        item
        for block in made.annex
        if isinstance(block, Items)
        for item in block.items
        if any(piece.anchor == anchor for piece in item[0])
    ]
    return found


def told(cell: Cell) -> list[str]:
    return ["".join(piece.text for piece in line) for line in cell]


def with_claim(**changes: Any) -> Paper:
    """A paper whose only claim is the first, changed."""
    view = golden_view()
    matter = view.matters[0]
    claim = dataclasses.replace(matter.claims[0], **changes)
    return made_of(dataclasses.replace(view, matters=(dataclasses.replace(matter, claims=(claim,)),)))


def test_its_order() -> None:
    assert [text for _, text in headings(golden_paper().annex)] == [
        "Annex: the evidence",
        *("How long it stays closed", "How many rivets are cracked", "Tolls", "Other claims"),
        "Table: who on what",
        *("Questions", "Timeline", "Original statements", "Sources", "Withdrawn (9)"),
        *("What changed", "About", "How to cite"),
    ]


def test_a_claim_has_its_number_its_line_and_its_quotes() -> None:
    """Read from the YAML and the articles: cars-in-may."""
    number, claim, quotes = row(golden_paper(), "cars-in-may")
    assert told(number) == ["5"]
    assert told(claim) == [
        "Reyl says that cars may cross [B quoted], or that the bridge will reopen [C], in May 2031.",
        "said March, year not stated (“A week before”; our inference: The radio's schedule.) · "
        "happened May 2031 (“in May”; our inference, from outside the articles: The month after April.) · "
        "Said by Tomas Reyl · Bears on: Q5",
        "Later position; earlier: [4] April came a week earlier.",
        "Not in the quote: “2031”. The year of the only dated source.",
    ]
    # Only spoken words stand between quotation marks of ours, for the others are the article's.
    assert told(quotes) == [
        "B quoted, paragraph 2: “Cars may cross in May” · probably said in "
        "Reyl's interview with Wend Radio: The sentence before names the interview; this one does not.",
        "C paraphrased, paragraph 1: le pont rouvrira en mai · said about March 2031",
        "Our translation: the bridge will reopen in May",
        "A letter without a sender.",
    ]
    assert {piece.text: piece.language for line in quotes for piece in line if piece.language} == {
        "le pont rouvrira en mai": "fr"
    }


def test_a_line_has_its_speaker_strong_and_how_sources_carry_it_subdued() -> None:
    line = row(golden_paper(), "diver-saw")[1][0]
    assert line == (
        Piece("The harbour office", strong=True),
        Piece(" says that a diver saw the cracks first."),
        Piece(" [A]", soft=True),
        Piece(" [B itself]", soft=True),
    )


def test_a_speaker_that_the_line_names_is_not_named_again() -> None:
    # In its own line, the actor's name opens with a capital.
    assert told(row(golden_paper(), "diver-told")[1]) == [
        "The diver told of the cracks. (passed on by Harbour office) [A]"
    ]
    assert "Said by Tomas Reyl" not in "".join(told(row(golden_paper(), "cars-in-april")[1]))
    assert "Said by Tomas Reyl" in "".join(told(row(golden_paper(), "cars-in-may")[1]))


def test_relations_lead_to_the_other_claim_on_both_sides() -> None:
    made = golden_paper()
    forty, reyl = told(row(made, "forty-rivets")[1]), told(row(made, "reyl-forty")[1])
    assert "Also said, separately: [8] He spoke on the radio, she to the press." in forty
    assert "Also said, separately: [7] He spoke on the radio, she to the press." in reyl
    leads = {piece.to for line in row(made, "forty-rivets")[1] for piece in line if piece.to}
    assert "claim-reyl-forty" in leads and "question-which-count" in leads


def test_words_left_out_show() -> None:
    (quote,) = told(row(golden_paper(), "cars-in-april")[2])
    assert quote.startswith("B part-quoted, paragraph 3: he had said […] may cross in April")


def test_a_quote_that_is_the_claim_s_own_line_is_not_told_again() -> None:
    (quote,) = golden_view().matters[0].claims[0].quotes
    assert not quote.repeats
    made = with_claim(quotes=(dataclasses.replace(quote, repeats=True),))
    (line,) = told(row(made, "closed-until-checked")[2])
    assert line.startswith(f"{quote.letter} {quote.told}, {quote.context.place}, in the claim’s words")
    assert quote.segments[0] not in line


def test_remarks_are_told_in_paragraphs_of_their_own() -> None:
    before = (
        RemarkView("Our wording until 4 March 2031:", "“It stays closed.”"),
        RemarkView("Our wording until 3 March 2031, as said by Tomas Reyl:", "“Shut.”\n\nFor good."),
    )
    assert told(row(with_claim(remarks=before), "closed-until-checked")[1])[-3:] == [
        "Our wording until 4 March 2031: “It stays closed.”",
        "Our wording until 3 March 2031, as said by Tomas Reyl: “Shut.”",
        "For good.",
    ]


def test_a_matter_has_its_note_and_says_where_it_has_no_claim() -> None:
    note, more, _ = under(golden_paper().annex, "How long it stays closed")
    assert words_of(note) == ["Weeks and months are given, never a day."]
    assert words_of(more) == ["The ferry runs meanwhile."]
    assert text_of(under(golden_paper().annex, "Tolls")) == "No claim belongs here."


def test_who_is_reported_on_what() -> None:
    (table,) = under(golden_paper().annex, "Table: who on what")
    assert isinstance(table, Table)
    assert table.head == ("Who", "How long it stays closed", "How many rivets are cracked", "Other claims")
    reyl = next(cells for cells in table.rows if told(cells[0]) == ["Tomas Reyl"])
    assert [told(cell) for cell in reyl] == [["Tomas Reyl"], ["A 3; B 4 5; C 5"], ["B 8"], [""]]


def test_a_question_tells_what_the_first_sheet_does_not() -> None:
    made = golden_paper()
    assert told(item(made, "question-can-it-carry-cars")) == [
        "Q1 Can the bridge carry cars? [1, 2, 6]",
        "These do not fit together. · The full text or recording would answer it: The inspectors' report · "
        "Would settle it: A test with a loaded lorry",
    ]
    assert told(item(made, "question-how-long-closed"))[1] == (
        "One goes further than another. From the most cautious on: “six weeks”, then "
        "“until the last rivet is checked”."
    )
    assert told(item(made, "question-which-day")) == [
        "Q5 On which day will the bridge open? [3, 5]",
        "Would settle it: An order of the council with a date · asked 4 March 2031 · "
        "last checked 5 March 2031 (“the morning after”)",
        "Note: April and May are named.",
        "Neither with a day.",
    ]
    assert told(item(made, "question-how-many")) == [
        "Q9 How many rivets are cracked in all? [9]",
        "Partly answered, 5 March 2031: The harbour office counted twelve; Calder speaks of forty. [7, 9]",
        "Would settle it: A count of both spans",
    ]


def test_how_accounts_differ_is_told_once() -> None:
    made = golden_paper()
    whole = text_of((*made.first, *made.annex))
    assert [whole.count(question.differ) for question in golden_view().differing] == [1, 1, 1, 1]


def test_timeline_has_events_and_dates_of_claims() -> None:
    (dates,) = under(golden_paper().annex, "Timeline")
    assert words_of(dates)[0] == (
        "February 2031 (“in February”; our inference: the paper of the month after): "
        "A diver sees the cracks. [10]"
    )
    assert "April 2031, happened [4]" in words_of(dates)


def test_an_origin_has_the_words_that_show_it() -> None:
    (origins,) = under(golden_paper().annex, "Original statements")
    assert words_of(origins)[:4] == [
        "Calder's remarks after the council, remark to the press, Ines Calder, 4 March 2031 (“on Tuesday”; "
        "our inference: Tuesday before the date of the paper.)",
        "A, paragraph 1, sentence 2: “she told reporters\nafter the council met” "
        "The council met on the same day.",
        "C, paragraph 1, sentence 1: “Le capitaine du port, Tomas Reyl” "
        "Our translation: The harbour master, Tomas Reyl",
        "The paper does not say where she stood; B does not name the occasion.",
    ]


def test_a_source_has_its_facts_and_its_fingerprint() -> None:
    (sources,) = under(golden_paper().annex, "Sources")
    assert isinstance(sources, Items)
    second = told(sources.items[1])
    assert second[0] == (
        "B “The harbour office counted twelve cracked rivets on …”, publisher unknown, undated, "
        "1 passage left out"
    )
    assert second[1] == (
        "Not known: title, publisher, author, date of publication, web address, language · Length: 94 words"
    )
    assert second[2].startswith("SHA-256 of its text: ") and len(second) == 3
    assert [piece.text for line in lines_of(sources) for piece in line if piece.web] == [
        "https://courier.example/oldmere/bridge?page=1&print=yes",
        "https://archive.example/20310305/courier_(1)",
    ]


def test_withdrawn_claims_are_struck_through_with_their_reason_or_only_named() -> None:
    made = golden_paper()
    number, claim, _ = row(made, "nobody-saw")
    assert told(number) == ["17"]
    assert told(claim)[0] == (
        "Withdrawn, 5 March 2031 (our inference: the letter's date): The quote does not carry it. "
        "In its place: The harbour office counted twelve cracked rivets in February."
    )
    assert all(piece.struck for piece in claim[1]) and not any(piece.struck for piece in claim[0])
    assert told(claim)[2] == "Note: The clerk was never found."
    assert [told(cell) for cell in row(made, "taken-out")] == [
        ["19"],
        ["Withdrawn, 6 March 2031: It named a private person."],
        [],
    ]


def test_other_withdrawn_entries() -> None:
    made = golden_paper()
    gone = item(made, "question-clock")
    assert told(gone)[0] == (
        "Q11 Withdrawn, 5 March 2031: It has nothing to do with the bridge. "
        "In its place: Who pays for the repair? Who repainted the clock? [16]"
    )
    assert [piece.text for piece in gone[0] if piece.struck] == ["Who repainted the clock?"]
    assert told(item(made, "assessment-over-soon"))[:2] == [
        "Withdrawn, 4 March 2031: The council spoke. In its place: Cars will cross in May.",
        "The closure ends within days. Likelihood: unlikely (20–45%) [6] · T. Vale alone · 1 March 2031",
    ]
    assert told(item(made, "assessment-empty-guess")) == ["Withdrawn, 4 March 2031: It rested on nothing."]


def test_what_changed_last() -> None:
    change = ChangeView("New claim", "Ines Calder: The bridge is shut.", "", "claim-x", Safe("#claim-x"))
    reworded = ChangeView("", "Ines Calder: It is open.", "reworded", "", Safe("#"))
    version = VersionView("6 March 2031", "abc", False, (change,), (reworded,), 3)
    made = made_of(dataclasses.replace(golden_view(), last_version=version))
    assert text_of(under(made.annex, "What changed")).splitlines() == [
        "6 March 2031 · version abc",
        "New claim: Ines Calder: The bridge is shut.",
        "Ines Calder: It is open.: reworded",
        "and 3 more",
    ]
    first = dataclasses.replace(
        golden_view(), last_version=VersionView("4 March 2031", "def", True, (), (), 0)
    )
    assert (
        text_of(under(made_of(first).annex, "What changed")) == "4 March 2031, first published · version def"
    )


def test_without_history_the_annex_says_why() -> None:
    made = made_of(dataclasses.replace(golden_view(), last_version=None, no_history="It is not known."))
    assert text_of(under(made.annex, "What changed")) == "It is not known."


def test_about_the_briefing_and_how_to_cite_it() -> None:
    made = golden_paper()
    assert text_of(under(made.annex, "About")).splitlines() == [
        "All of this is invented.",
        "It shows every field once at least.",
        "Describes about 5 March 2031 (“after the council met”; "
        "our inference, from outside the articles: The day after the paper's date.)",
        "Topics: Bridges, Wend valley",
        "Editors: R. Okoro, S. Brandt and T. Vale",
        f"Version {VERSION}",
    ]
    assert text_of(under(made.annex, "How to cite")).endswith(ADDRESS)


def test_a_withdrawn_briefing_is_not_to_be_cited() -> None:
    assert "How to cite" not in text_of(golden_paper("bell-tower").annex)


def test_claims_without_matters_need_no_heading() -> None:
    assert not [text for _, text in headings(golden_paper("ferry-timetable").annex) if text == ""]
    assert isinstance(golden_view("ferry-timetable").claims[0], ClaimView)
    assert "ferry leaves at seven" in text_of(golden_paper("ferry-timetable").annex[2:3])
