"""What stands on the first sheet, which can be handed on, and in which order."""

import dataclasses

import pytest

from generator.render.briefing.view import QuestionGroup
from generator.render.paper.blocks import Items, Paragraph, lines_of
from generator.render.paper.sheet import sheet
from tests.render.paper.papers import (
    ADDRESS,
    changed_view,
    flat,
    golden_paper,
    golden_view,
    headings,
    made_of,
    text_of,
    under,
    words_of,
)


def test_it_has_what_the_first_screen_has_and_the_sources() -> None:
    assert headings(golden_paper().first) == [
        (1, "The bridge at Oldmere: closed, and until when?"),
        (2, "Our assessment"),
        (2, "Where accounts differ (4)"),
        (2, "Not answered in these sources (5)"),
        (2, "Answered (1)"),
        (2, "Sources"),
    ]


def test_its_head_tells_what_the_sources_are_worth_and_up_to_when() -> None:
    known, lede, line, *_ = (words_of(one)[0] for one in golden_paper().first[1:])
    assert known == "5 articles. Describes about 5 March 2031 (our inference) · edited 6 March 2031"
    assert lede == (
        "Calder says that forty cracked rivets were found (A); the harbour office counted twelve (B). "
        "The bridge stays closed. [1, 7, 9]"
    )
    # The label and the line are one sentence.
    assert line == (
        "Six weeks are what a joint statement of Calder and Reyl gives the inspection; Reyl spoke of May. "
        "[3, 5]"
    )


def test_what_a_line_rests_on_is_subdued_and_leads_to_the_claims() -> None:
    lede, line = golden_paper().first[2:4]
    assert isinstance(lede, Paragraph) and isinstance(line, Paragraph)
    assert (lede.look, line.look) == ("lede", "")
    leads = {piece.text: piece.to for piece in lede.line if piece.to}
    assert leads == {"1": "claim-closed-until-checked", "7": "claim-forty-rivets", "9": "claim-twelve-rivets"}
    assert {piece.text for piece in lede.line if piece.soft} == {
        " (A)",
        " (B)",
        " [",
        ", ",
        "1",
        "7",
        "9",
        "]",
    }
    assert [piece.text for piece in line.line if piece.strong] == ["Six weeks "]


def test_what_rests_on_a_withdrawn_claim_says_so() -> None:
    view = golden_view()
    assert view.lede
    gone = next(claim.link for claim in view.withdrawn_entries.claims if claim.id == "nobody-saw")
    lede = dataclasses.replace(view.lede, claims=(view.lede.claims[0], gone))
    told = text_of(sheet(dataclasses.replace(view, lede=lede)))
    assert "The bridge stays closed. [1, 17 (withdrawn)]" in told


def test_assessments_have_their_scale_and_those_who_made_them() -> None:
    (assessments,) = under(golden_paper().first, "Our assessment")
    assert words_of(assessments) == [
        "Cars will cross in May. Likelihood: likely (55–80%) [3, 5] · R. Okoro and Sam Brandt · 5 March 2031",
        "Six weeks from the statement end in April.",
        "Reyl names the month after.",
        "The counts are of different spans. Confidence: moderate [7, 9]",
    ]


def test_without_an_assessment_the_annex_says_so() -> None:
    made = golden_paper("ferry-timetable")
    assert "assessment" not in text_of(made.first)
    assert words_of(under(made.annex, "About")[0]) == ["No assessment is made."]


def test_each_question_on_which_accounts_differ_is_strong_and_tells_how() -> None:
    (differing,) = under(golden_paper().first, "Where accounts differ (4)")
    assert words_of(differing)[1] == (
        'How long does the bridge stay closed? The joint statement of Calder and Reyl has "six weeks"; '
        'Calder, "until the last rivet is checked".'
    )
    assert [[piece.text for piece in line if piece.strong] for line in lines_of(differing)] == [
        ["Can the bridge carry cars?"],
        ["How long does the bridge stay closed?"],
        ["Do twelve and forty rivets describe the same span?"],
        ["Who says who saw the cracks first?"],
    ]


def test_other_questions_and_what_would_answer_them() -> None:
    first = golden_paper().first
    (open_ones,) = under(first, "Not answered in these sources (5)")
    assert words_of(open_ones) == [
        "On which day will the bridge open?",
        "Who wrote the report?",
        "Who pays for the repair?",
        "Is the eastern span cracked too?",
        "How many rivets are cracked in all? (partly answered)",
    ]
    answered, get_first, unheard = under(first, "Answered (1)")
    assert words_of(answered) == ["Who saw the cracks first? A diver, according to the harbour office."]
    # Two questions name the report, one of them the remarks, too.
    assert words_of(get_first) == [
        "Get first: The inspectors' report (2 questions) · Calder's remarks after the council"
    ]
    assert words_of(unheard) == ["Spoken of, not heard: Wendland"]


def test_questions_without_room_are_counted_and_lead_to_the_annex() -> None:
    view = golden_view()
    (group,) = view.unanswered
    many = dataclasses.replace(
        view, unanswered=(QuestionGroup("The report would answer", group.questions * 20),)
    )
    title, items, more, *_ = under(sheet(many), "Not answered in these sources (100)")
    assert words_of(title) == ["The report would answer"]
    assert isinstance(items, Items) and 5 < len(items.items) < 60
    # Four more tell how accounts differ.
    assert words_of(more) == ["All 104 open questions"]
    assert [piece.to for line in lines_of(more) for piece in line] == ["questions"]
    # The answered ones stand in the annex then.
    assert "Answered (1)" not in text_of(sheet(many))


def test_a_full_sheet_still_names_some_questions() -> None:
    view = golden_view()
    assert view.lede
    full = dataclasses.replace(view, lines=(view.lede,) * 40)
    items, more, *_ = under(sheet(full), "Not answered in these sources (5)")
    assert len(words_of(items)) == 3
    assert words_of(more) == ["All 9 open questions"]


def test_six_sources_are_named_and_more_are_counted() -> None:
    view = golden_view()
    (named, _) = under(golden_paper().first, "Sources")
    assert words_of(named)[:2] == [
        "A Oldmere Bridge: shut until spring?, The Oldmere Courier, 4 March 2031",
        "B “The harbour office counted twelve cracked rivets on …”, publisher unknown, undated",
    ]
    made = made_of(dataclasses.replace(view, sources=(*view.sources, *view.sources[:2])))
    (named, _) = under(made.first, "Sources")
    assert len(words_of(named)) == 7
    assert words_of(named)[-1] == "All 7 sources"
    (annex,) = under(made.annex, "Sources")
    assert isinstance(annex, Items) and len(annex.items) == 7


def test_its_address_is_written_out_where_it_is_known() -> None:
    last = golden_paper().first[-1]
    assert words_of(last) == [f"This paper, and the passage of every quote: {ADDRESS}"]
    assert [piece.text for line in lines_of(last) for piece in line if piece.web] == [ADDRESS]
    unknown = dataclasses.replace(golden_view(), address="")
    assert "This paper" not in text_of(sheet(unknown))


def test_what_is_not_known_is_left_out() -> None:
    view = dataclasses.replace(golden_view(), edited="", as_of=None)
    assert words_of(flat(sheet(view))[1]) == ["5 articles."]


def test_a_withdrawn_briefing_says_so_first() -> None:
    notice = golden_paper("bell-tower").first[2]
    assert isinstance(notice, Paragraph) and notice.look == "framed"
    assert words_of(notice) == [
        "Withdrawn, November 2030: The tower is no bridge. In its place: another briefing"
    ]


@pytest.mark.parametrize(
    ("state", "told"), [("draft", "Draft. Not published."), ("archived", "Archived. Kept")]
)
def test_a_state_is_told_below_the_title(state: str, told: str) -> None:
    notice = flat(sheet(changed_view(**{state: True})))[2]
    assert isinstance(notice, Paragraph) and notice.look == "framed"
    assert words_of(notice)[0].startswith(told)
