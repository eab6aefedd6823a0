"""What stands on the first sheet, what in the annex, in which order; and that nothing of a page is lost."""

import dataclasses
import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest

from generator.render.escape import Safe
from generator.render.pages.briefing import briefing_plan
from generator.render.paper.blocks import Block, Heading, Items, Paper, Paragraph, Words, lines_of
from generator.render.paper.layout import paper
from generator.render.parts.changes import ChangeView
from generator.render.parts.claims.opened import EarlierView
from generator.render.parts.versions import VersionView
from tests.render.paper.papers import (
    ADDRESS,
    REPOSITORIES,
    VERSION,
    anchored_of,
    golden,
    golden_paper,
    golden_view,
    text_of,
    words_of,
)


def headings(blocks: tuple[Block, ...], level: int) -> list[str]:
    return [words_of(one)[0] for one in blocks if isinstance(one, Heading) and one.level == level]


def under(blocks: tuple[Block, ...], heading: str) -> tuple[Block, ...]:
    """What stands below a heading, up to the next of its level or of a higher one."""
    found = [at for at, one in enumerate(blocks) if isinstance(one, Heading) and words_of(one) == [heading]]
    assert len(found) == 1, heading
    start = blocks[found[0]]
    assert isinstance(start, Heading)
    for end, one in enumerate(blocks[found[0] + 1 :], found[0] + 1):
        if isinstance(one, Heading) and one.level <= start.level:
            return blocks[found[0] + 1 : end]
    return blocks[found[0] + 1 :]


# The first sheet.


def test_first_sheet_has_what_the_first_screen_has() -> None:
    first = golden_paper().first
    assert headings(first, 1) == ["In short", "Our assessment", "Not answered in these sources", "Sources"]
    assert words_of(first[0]) == [
        "Describes about 5 March 2031 (our inference) · edited 6 March 2031 · 5 sources"
    ]


def test_each_sentence_names_speaker_kind_of_speech_and_source() -> None:
    (sentences,) = under(golden_paper().first, "In short")
    assert isinstance(sentences, Items) and sentences.numbered
    assert words_of(sentences) == [
        "Calder says that forty cracked rivets were found (A); the harbour office counted twelve (B). "
        "The bridge stays closed.",
        "Ines Calder, spoken words, A · Harbour office, paraphrased, B · Ines Calder, part-quoted, A",
        # The label and the line are one sentence.
        "Six weeks are what a joint statement of Calder and Reyl gives the inspection; Reyl spoke of May.",
        "Ines Calder and Tomas Reyl, paraphrased, A · Tomas Reyl, spoken words and paraphrased, B and C",
    ]


def test_claims_with_the_same_speaker_and_source_are_told_apart() -> None:
    view = golden_view()
    sentence = view["bottom_line"][0]
    again = dataclasses.replace(sentence.claims[0], opening="Forty are …")
    twice = (sentence.claims[0], again, sentence.claims[1], again)
    view["bottom_line"] = (dataclasses.replace(sentence, claims=twice),)
    (sentences,) = under(paper(view, golden()).first, "In short")
    assert words_of(sentences)[1] == (
        "Ines Calder, spoken words, A · Ines Calder, spoken words, A: Forty are …"
        " · Harbour office, paraphrased, B · Ines Calder, spoken words, A: Forty are …"
    )


def test_without_an_assessment_the_sheet_says_so() -> None:
    (told,) = under(golden_paper("ferry-timetable").first, "Our assessment")
    assert words_of(told) == ["None is made."]


def test_assessments_have_their_scale_and_what_was_withdrawn_its_reason() -> None:
    (assessments,) = under(golden_paper().first, "Our assessment")
    assert isinstance(assessments, Items)
    standing, _, withdrawn, gone = assessments.items
    assert [piece.text for piece in standing[0]] == [
        "Cars will cross in May.",
        " Likelihood: likely (55–80%)",
    ]
    assert "".join(piece.text for piece in withdrawn[0]).startswith(
        "Withdrawn, 4 March 2031: The council spoke."
    )
    assert [piece.struck for piece in withdrawn[1]] == [True, True]
    assert ["".join(piece.text for piece in line) for line in gone] == [
        "Withdrawn, 4 March 2031: It rested on nothing."
    ]


def test_open_questions_are_the_first_ones_and_their_number() -> None:
    (open_ones,) = under(golden_paper().first, "Not answered in these sources")
    assert words_of(open_ones)[0] == "Can the bridge carry cars?"
    assert words_of(open_ones)[3:] == ["All 9 open questions"]


def test_many_sources_are_counted_on_the_first_sheet_and_all_told_in_the_annex() -> None:
    view = golden_view()
    view["sources"] = (*view["sources"], *view["sources"][:2])
    made = paper(view, golden())
    (first,) = under(made.first, "Sources")
    assert words_of(first)[-1] == "All 7 sources"
    assert len(words_of(first)) == 7
    (annex,) = under(made.annex, "Sources")
    assert isinstance(annex, Items) and len(annex.items) == 7


def test_a_withdrawn_briefing_says_so_first() -> None:
    made = golden_paper("bell-tower")
    assert isinstance(made.first[1], Paragraph) and made.first[1].framed
    assert words_of(made.first[1]) == [
        "Withdrawn, November 2030: The tower is no bridge. In its place: another briefing"
    ]
    assert made.footer[0] == "Withdrawn · version 0123456789ab"


@pytest.mark.parametrize(
    ("state", "told"), [("draft", "Draft. Not published."), ("archived", "Archived. Kept")]
)
def test_a_state_is_told_on_the_first_sheet_and_on_every_one(state: str, told: str) -> None:
    made = paper({**golden_view(), state: True}, golden())
    assert isinstance(made.first[1], Paragraph) and made.first[1].framed
    assert words_of(made.first[1])[0].startswith(told)
    assert made.footer[0].startswith(f"{state.title()} · Describes")


# What stands on every sheet.


def test_footer() -> None:
    assert golden_paper().footer == (
        "Describes about 5 March 2031 · version 0123456789ab",
        "briefings.example/briefings/oldmere-bridge",
    )


def test_what_is_not_known_is_left_out() -> None:
    made = paper(golden_view(), golden())
    assert made.footer == ("Describes about 5 March 2031",)
    assert "last changed" not in text_of(made.first)
    assert "Version" not in text_of(made.annex) and "Address" not in text_of(
        under(made.annex, "About this briefing")
    )


def test_a_long_address_is_shortened_in_the_footer_and_whole_in_the_annex() -> None:
    address = f"https://intranet.example/{'policy/' * 12}briefings/oldmere-bridge/"
    made = paper(golden_view(), golden(), address=address)
    assert made.footer[1] == "intranet.example/…/oldmere-bridge"
    assert f"Address: {address}" in text_of(made.annex)


def test_a_day_must_be_one() -> None:
    with pytest.raises(ValueError, match="yesterday"):
        paper(golden_view(), golden(), changed="yesterday")


# The annex.


def test_annex_keeps_the_order_of_the_page() -> None:
    annex = golden_paper().annex
    assert headings(annex, 1) == ["Annex: the evidence"]
    sections = headings(annex, 2)
    assert sections[0] == "How long it stays closed"
    assert sections[sections.index("Questions") :] == [
        *("Questions", "Timeline", "Who", "Sources", "Original statements", "Left out, and why"),
        *("What changed", "How to cite", "About this briefing"),
    ]


def test_a_claim_in_order() -> None:
    """Read from the YAML and the articles: cars-in-may."""
    heading, *blocks = _claim(golden_paper(), "cars-in-may")
    assert words_of(heading) == [
        "Reyl says that cars may cross (B), or that the bridge will reopen (C), in May 2031."
    ]
    spoken, paraphrased, *told = blocks
    assert isinstance(spoken, Words) and isinstance(paraphrased, Words)
    assert (spoken.mark, paraphrased.mark) == ("spoken", "paraphrase")
    assert words_of(spoken) == [
        "“Cars may cross in May”",
        "Source\u00a0B, spoken words, paragraph 2, sentence 2 · verb: “added” · "
        "probably said in Reyl's interview with Wend Radio: The sentence before names the interview; this "
        "one does not.",
    ]
    # Only spoken words stand between quotation marks, for the others are the article's.
    assert words_of(paraphrased) == [
        "le pont rouvrira en mai",
        "Source\u00a0C, paraphrased, paragraph 1, sentence 1 · said about March 2031",
    ]
    assert {piece.language for piece in paraphrased.line} == {"fr"}
    assert {piece.language for piece in spoken.line} == {""}
    assert text_of(told).splitlines() == [
        "Our translation: the bridge will reopen in May",
        "On this quote: A letter without a sender.",
        "said March, year not stated (“A week before”; "
        "our inference: The radio's schedule.) · happened May 2031 (“in May”; our inference, "
        "from outside the articles: The month after April.)",
        "Later position; earlier: Tomas Reyl: Cars may cross in April.",
        "April came a week earlier.",
        "Not in the quote: “2031”. The year of the only dated source.",
    ]


def _claim(made: Paper, id: str) -> tuple[Block, ...]:
    at = next(
        at for at, one in enumerate(made.annex) if isinstance(one, Heading) and one.anchor == f"claim-{id}"
    )
    rest = made.annex[at + 1 :]
    end = next((number for number, one in enumerate(rest) if isinstance(one, Heading)), len(rest))
    return (made.annex[at], *rest[:end])


def test_words_left_out_show() -> None:
    words = _claim(golden_paper(), "cars-in-april")[1]
    assert words_of(words)[0] == "he had said […] may cross in April"


def test_a_withdrawn_claim_is_struck_through_with_its_reason_or_only_named() -> None:
    texts = {words_of(one)[0]: one for one in golden_paper().annex if isinstance(one, Heading)}
    struck = texts["Withdrawn: “a clerk of the council”, not named: Nobody saw the cracks."]
    assert [piece.struck for piece in struck.line] == [False, False, True, True]
    named = golden_paper().annex[golden_paper().annex.index(struck) + 1]
    assert words_of(named)[0].startswith("Withdrawn, 5 March 2031 (our inference: the letter's date)")


def test_a_claim_whose_text_was_taken_out_is_only_a_tombstone() -> None:
    view = golden_view()
    matter = view["matters"][0]
    claim = matter.claims[0]
    withdrawn = next(one.withdrawn for matter in view["matters"] for one in matter.claims if one.withdrawn)
    link = dataclasses.replace(claim.link, text="", speaker="", speech="", withdrawn=True)
    gone = dataclasses.replace(
        claim,
        link=link,
        withdrawn=withdrawn,
        quotes=(),
        verb=None,
        facts=(),
        about=(),
        said=None,
        relations=(),
        note="",
    )
    view["matters"] = (dataclasses.replace(matter, claims=(gone,)),)
    heading, *told = _claim(paper(view, golden()), claim.id)
    assert words_of(heading) == ["Withdrawn"]
    assert len(told) == 1 and words_of(told[0])[0].startswith("Withdrawn, 5 March 2031")


def test_earlier_wordings_are_told() -> None:
    view = golden_view()
    matter = view["matters"][0]
    before = (
        EarlierView("4 March 2031", "", "It stays closed."),
        EarlierView("3 March 2031", "Tomas Reyl", "Shut."),
    )
    claim = dataclasses.replace(matter.claims[0], earlier=before)
    view["matters"] = (dataclasses.replace(matter, claims=(claim,)),)
    told = text_of(_claim(paper(view, golden()), claim.id))
    assert "Our wording until 4 March 2031: “It stays closed.”" in told
    assert "Our wording until 3 March 2031, as said by Tomas Reyl: “Shut.”" in told


def test_a_heading_opens_with_a_speaker_and_the_quotes_tell_who_else_says_it() -> None:
    heading, _, other, *_ = _claim(golden_paper(), "diver-saw")
    assert isinstance(heading, Heading)
    assert [(piece.text, piece.strong) for piece in heading.line] == [
        ("The harbour office says that a diver saw the cracks first.", False),
    ]
    assert "the article’s own voice" in words_of(other)[1]
    heading, _, open_, *_ = _claim(golden_paper(), "eastern-left")
    told = "B leaves open whether it is Harbour office or B itself"
    assert words_of(heading)[0].startswith("The harbour office says")
    assert told in words_of(open_)[1]


def test_an_article_s_own_voice_opens_with_its_letter() -> None:
    heading, *_ = _claim(golden_paper(), "report-not-seen")
    assert words_of(heading) == ["A writes: The Courier has not seen the report."]


def test_a_difference_has_its_quotes_and_what_it_quotes_of_them_is_marked() -> None:
    differ, told, first, second, *_ = _question(golden_paper(), "how-long-closed")[2:]
    assert words_of(differ) == [
        'The joint statement of Calder and Reyl has "six weeks"; Calder, "until the last rivet is checked".'
    ]
    assert words_of(told) == [
        "One goes further than another. · “six weeks”, then “until the last rivet is checked”"
    ]
    assert isinstance(first, Words) and isinstance(second, Words)
    assert [words_of(one)[0] for one in (first, second)] == [
        "the inspection would go on for six weeks",
        "The road bridge over the Wend stays closed “until the last rivet is checked”",
    ]
    assert [words_of(one)[1] for one in (first, second)] == [
        "Ines Calder and Tomas Reyl (A)",
        "Ines Calder (A)",
    ]
    assert [[piece.text for piece in one.line if piece.marked] for one in (first, second)] == [
        ["six weeks"],
        ["until the last rivet is checked"],
    ]


def test_what_would_answer_a_question_is_told() -> None:
    told = [words_of(one)[0] for one in _question(golden_paper(), "can-it-carry-cars")]
    assert "The full text or recording would answer it: The inspectors' report" in told
    assert "Would settle it: A test with a loaded lorry" in told


def test_only_spoken_words_of_a_difference_are_between_quotation_marks() -> None:
    view = golden_view()
    question = next(one for one in view["questions"] if one.id == "how-long-closed")
    wording = question.wordings[0]
    words = "".join(" " * run.space + run.text for run in wording.segments[0]).strip()
    all_kinds = tuple(
        dataclasses.replace(wording, mark=mark, segments=(wording.segments[0],) * number)
        for mark, number in (("spoken", 2), ("part-quoted", 1), ("paraphrase", 1))
    )
    view["questions"] = (dataclasses.replace(question, wordings=all_kinds),)
    shown = [one for one in _question(paper(view, golden()), question.id) if isinstance(one, Words)]
    assert [words_of(one)[0] for one in shown] == [f"“{words} […] {words}”", words, words]


def _question(made: Paper, id: str) -> tuple[Block, ...]:
    at = next(
        at for at, one in enumerate(made.annex) if isinstance(one, Heading) and one.anchor == f"question-{id}"
    )
    rest = made.annex[at + 1 :]
    return (made.annex[at], *rest[: next(n for n, one in enumerate(rest) if isinstance(one, Heading))])


def test_what_shows_an_origin_has_its_translation_and_its_note() -> None:
    (origins,) = under(golden_paper().annex, "Original statements")
    assert words_of(origins)[:5] == [
        "Calder's remarks after the council (remark to the press), Ines Calder, 4 March 2031 (“on Tuesday”; "
        "our inference: Tuesday before the date of the paper.)",
        "Source\u00a0A, paragraph 1, sentence 2: “she told reporters\nafter the council met”",
        "Our translation: The words of the paper itself.",
        "On this quote: The council met on the same day.",
        "The paper does not say where she stood; B does not name the occasion.",
    ]


def test_what_rests_on_a_withdrawn_claim_says_so() -> None:
    view = golden_view()
    withdrawn = next(one.link for matter in view["matters"] for one in matter.claims if one.withdrawn)
    question = dataclasses.replace(view["questions"][0], claims=(withdrawn,))
    sentence = dataclasses.replace(view["bottom_line"][0], claims=(withdrawn, withdrawn))
    made = paper({**view, "bottom_line": (sentence,), "questions": (question,)}, golden())
    (sentences,) = under(made.first, "In short")
    assert words_of(sentences)[1] == "(withdrawn) · (withdrawn)"
    items = next(one for one in under(made.annex, question.text) if isinstance(one, Items))
    assert words_of(items)[0].startswith("Withdrawn: “a clerk of the council”, not named: Nobody")
    assert [piece.struck for piece in items.items[0][0]][2:-1] == [True, True]


def test_addresses_of_sources_are_links() -> None:
    (sources,) = under(golden_paper().annex, "Sources")
    told = [(piece.text, piece.href) for line in lines_of(sources) for piece in line if piece.href]
    addresses = [
        "https://courier.example/oldmere/bridge?page=1&print=yes",
        "https://archive.example/20310305/courier_(1)",
    ]
    # Written out, for whoever has the paper alone.
    assert told == [(address, address) for address in addresses]


def test_what_changed() -> None:
    change = ChangeView("New claim", "Ines Calder: The bridge is shut.", "", "claim-x", Safe("#claim-x"))
    reworded = ChangeView("", "Ines Calder: It is open.", "reworded", "", Safe("#"))
    versions = (
        VersionView("6 March 2031", "abc", False, (change, reworded), 3),
        VersionView("4 March 2031", "def", True, (), 0),
    )
    made = paper({**golden_view(), "versions": versions}, golden())
    assert text_of(under(made.annex, "What changed")).splitlines() == [
        "6 March 2031 · version abc",
        "New claim: Ines Calder: The bridge is shut.",
        "Ines Calder: It is open.: reworded",
        "and 3 more",
        "4 March 2031, first published · version def",
    ]


def test_without_history_the_annex_says_why() -> None:
    made = paper({**golden_view(), "versions": (), "no_history": "It is not known."}, golden())
    assert text_of(under(made.annex, "What changed")) == "It is not known."


# Of the whole.


@pytest.mark.parametrize("name", REPOSITORIES)
def test_headings_never_skip_a_level_and_links_lead_somewhere(name: str) -> None:
    for found in anchored_of(name):
        made = paper(briefing_plan(found).view, found, address=ADDRESS, version=VERSION, changed="2031-03-06")
        blocks = (*made.first, *made.annex)
        levels = [one.level for one in blocks if isinstance(one, Heading)]
        assert all(after <= before + 1 for before, after in zip([0, *levels], levels, strict=False))
        anchors = Counter(one.anchor for one in blocks if isinstance(one, Heading) and one.anchor)
        assert set(anchors.values()) <= {1}
        leads = {piece.to for one in blocks for line in lines_of(one) for piece in line if piece.to}
        assert {to for to in leads if re.match("(claim|question|about|sources)", to)} <= set(anchors)


# What the page tells and paper doesn't: marks for its look, what its buttons and scripts need, and a quote's
# neighbours, which stand on the source's page.
NOT_ON_PAPER = frozenset(
    [
        *("id", "anchor", "mark", "language", "correction", "context", "added", "changed", "fragment"),
        *("opening", "cited"),
    ]
)
NOT_OF_A_PAGE = frozenset(
    [
        *("slug", "changed_time", "edit", "address", "counts", "downloads", "last_change", "print_footer"),
        *("since_words", "numbered"),
    ]
)


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, Safe):
        return  # An address within the site, or markup for browsers.
    if isinstance(value, str):
        yield from filter(str.strip, re.split(r"\n[ \t]*\n", value))
    elif isinstance(value, tuple):
        for one in value:
            yield from _texts(one)
    elif dataclasses.is_dataclass(value):
        for field in dataclasses.fields(value):
            if field.name not in NOT_ON_PAPER:
                yield from _texts(getattr(value, field.name))


def _lost(view: dict[str, Any], made: Paper) -> list[str]:
    text = made.title + "\n" + text_of((*made.first, *made.annex))
    # A withdrawn briefing isn't to be cited, on the page neither.
    left_out = NOT_OF_A_PAGE | ({"citation"} if view["withdrawn"] else set())
    told = [one for name, value in view.items() if name not in left_out for one in _texts(value)]
    return [one for one in told if one not in text]


@pytest.mark.parametrize("name", REPOSITORIES)
def test_nothing_of_a_page_is_lost(name: str) -> None:
    for found in anchored_of(name):
        view = dict(briefing_plan(found).view)
        assert _lost(view, paper(view, found)) == []


def test_a_loss_would_be_seen() -> None:
    """The control: a paper of a page that told less."""
    made = paper({**golden_view(), "questions": ()}, golden())
    assert "Who wrote the report?" not in text_of(made.annex)
    assert len(_lost(golden_view(), made)) > 0
