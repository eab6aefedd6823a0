"""The bottom line: it says nothing that its claims don't, names who says it, and is short."""

from dataclasses import replace

import pytest

from generator.analyse.checks.bottom_line import check_bottom_line, check_grounding
from generator.model.diagnostics import Diagnostic
from tests.analyse.makers import make_article, make_briefing

YAML = """
actors:
  zelenskiy: {name: Volodymyr Zelenskiy, kind: person, aliases: [Zelenskyy, Ukraine’s president]}
  russia: {name: Russia, kind: state}
  kcna: {name: KCNA, kind: organisation}
  delegation: {name: the Ukrainian delegation, kind: group}
origins:
  interview: {title: An interview with KBS, kind: interview, date: '2024-10-30'}
  remarks:
    {title: Remarks, kind: statement, by: delegation, date: {as_stated: on Friday}, derived_from: notes}
  notes: {title: Notes of the Security Council, kind: document}
bottom_line:
  - text: TEXT
    claims: [troops, generals]
claims:
  - id: troops
    text: About 8,000 troops are in Kursk.
    by: zelenskiy
    about: russia
    origin: interview
    said: {edtf: 'XXXX-10-13', as_stated: on October 13}
    evidence:
      a: {exact: [some 8000 soldiers, near Sudzha], translation: In Lgov too}
  - id: generals
    text: Three generals travel.
    by: unnamed
    via: kcna
    evidence:
      a: {exact: three generals, described_as: a man from Pyongyang, origin: remarks}
  - id: other
    text: Belarus has 77 tanks since 2 May 2023.
    by: article
    evidence: []
"""


def told(text: str, yaml: str = YAML) -> list[Diagnostic]:
    return check_grounding(
        make_briefing(yaml.replace("TEXT", text), make_article("It rained on Belarus and Minsk."))
    )


@pytest.mark.parametrize(
    "text",
    [
        "There are 8,000 troops.",
        "There are eight thousand troops and three generals.",
        "There are 8000 troops and 3 generals.",
        "Volodymyr Zelenskiy says so.",
        "Zelenskyy says so.",  # an alias of the speaker
        "It is Ukraine’s president who says so.",
        "It is about Russia.",
        "It happened in Kursk, near Sudzha and in Lgov.",
        "It was said by a man from Pyongyang, according to KCNA.",
        "It was said in October.",
        "It was said on October 13.",
        "It was said on 30 October 2024, to KBS.",
        "It was said on Friday.",  # the date of a quote's own origin
        "It was said by the Ukrainian delegation.",
        "It stands in notes of the Security Council.",  # what that origin derives from
        "It stands in source A.",
        "It rained.",
    ],
)
def test_what_the_claims_say_is_grounded(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "kind", "words"),
    [
        ("There are 9,000 troops.", "number", "9,000"),
        ("There are nine thousand troops.", "number", "nine thousand"),
        ("There are 77 tanks.", "number", "77"),  # of a claim that it does not rest on
        ("It was said on October 14.", "date", "October 14"),
        ("It was said on Thursday.", "date", "Thursday"),
        ("It was said in 2023.", "date", "2023"),
        ("It is said by Belarus.", "name", "Belarus"),
        ("It happened in Minsk.", "name", "Minsk"),
        ("Minsk is where it happened.", "name", "Minsk"),
    ],
)
def test_what_the_claims_do_not_say_is_an_error(text: str, kind: str, words: str) -> None:
    (one,) = told(text)
    assert one.code == "not-in-claims"
    assert (
        one.message
        == f"The {kind} “{words}” occurs in none of the claims that this rests on (troops, generals)."
    )


def test_each_term_is_told_at_its_own_words_in_a_folded_text() -> None:
    block = ">-\n      There are 8,000 troops, or\n      9,000, of Belarus,\n      on 9 May."
    found = told(block)
    lines = YAML.replace("TEXT", block).strip("\n").split("\n")
    places = [(one.span, one.message.split("“")[1].split("”")[0]) for one in found]
    assert [words for _, words in places] == ["9,000", "Belarus", "9 May"]
    for span, words in places:
        assert lines[span.line - 1][span.column - 1 : span.end_column - 1] == words
        assert span.line == span.end_line


def test_an_unknown_claim_is_not_told_twice() -> None:
    assert told("There are 9,000 troops.", YAML.replace("[troops, generals]", "[troops, missing]")) == []


def test_a_faulty_claim_is_not_told_twice() -> None:
    briefing = make_briefing(YAML.replace("TEXT", "There are 9,000 troops."))
    assert check_grounding(briefing)
    assert check_grounding(replace(briefing, lost=frozenset(["troops"]))) == []


RESTING = """
claims:
  - {id: c, text: There are 8 of them., by: article, evidence: []}
"""


@pytest.mark.parametrize(
    "entry",
    [
        "assessments:\n  - {id: x, text: There are 9., claims: [c], confidence: low WITHDRAWN}",
        "questions:\n  - id: x\n    text: How many?\n    claims: [c]\n    status: answered\n"
        "    resolution: {text: There are 9., claims: [c]} WITHDRAWN",
    ],
)
def test_assessments_and_answers_are_held_too(entry: str) -> None:
    (one,) = check_grounding(make_briefing(RESTING + entry.replace(" WITHDRAWN", "")))
    assert one.code == "not-in-claims" and "“9”" in one.message
    assert check_grounding(make_briefing(RESTING + entry.replace(" WITHDRAWN", "").replace("9", "8"))) == []
    tombstone = "withdrawn: {date: '2024-11-02', reason: Wrong.}"
    withdrawn = entry.replace("low WITHDRAWN", f"low, {tombstone}").replace(
        " WITHDRAWN", f"\n    {tombstone}"
    )
    assert check_grounding(make_briefing(RESTING + withdrawn)) == []


def test_how_accounts_differ_is_held_and_the_question_is_not() -> None:
    question = "questions:\n  - {id: x, text: Are there 9?, claims: [c], differ: Or 9., kind: scope}\n"
    (one,) = check_grounding(make_briefing(RESTING + question))
    assert one.code == "not-in-claims" and one.span.column == question.split("\n")[1].index("9., ") + 1
    assert check_grounding(make_briefing(RESTING + question.replace("Or 9", "Or 8"))) == []
    tombstone = "withdrawn: {date: '2024-11-02', reason: Wrong.}}"
    assert check_grounding(make_briefing(RESTING + question.replace("scope}", f"scope, {tombstone}"))) == []


def test_a_label_is_held_like_its_line() -> None:
    yaml = RESTING + "bottom_line:\n  - {label: In Minsk, text: it rained., claims: [c]}\n"
    rained = make_article("It rained in Minsk.")
    (one,) = check_grounding(make_briefing(yaml, rained))
    assert (one.code, one.span.line, one.span.column) == ("not-in-claims", 4, 16)


def test_the_title_is_held_to_the_claims_of_the_bottom_line_by_a_hint() -> None:
    yaml = "title: Kursk and Minsk in 2023\n" + YAML.replace("TEXT", "It rained.").strip()
    found = check_grounding(make_briefing(yaml, make_article("It rained on Kursk and Minsk.")))
    assert [(one.code, one.severity.value, one.message.split(" of the title")[0]) for one in found] == [
        ("title-not-in-claims", "hint", "The name “Minsk”"),
        ("title-not-in-claims", "hint", "The date “2023”"),
    ]
    assert (found[0].span.line, found[0].span.column) == (1, 18)


def test_a_title_without_a_bottom_line_is_held_to_nothing() -> None:
    assert check_grounding(make_briefing("title: Minsk in 2023\n" + RESTING)) == []


def test_letters_of_articles_are_no_names() -> None:
    """Whether the article carries it is looked for with the letters."""
    articles = (make_article("Source A says so. B too.", "a"), make_article("So.", "b"))
    text = "There are 8,000 in source $a, and none in source $b."
    assert check_grounding(make_briefing(YAML.replace("TEXT", text), *articles)) == []
    typed = text.replace("$b", "B")
    (one,) = check_grounding(make_briefing(YAML.replace("TEXT", typed), *articles))
    assert "“source B”" in one.message or "“B”" in one.message


OWN = """
actors:
  kim: {name: Kim, kind: person}
  pak: {name: Pak, kind: person}
  lee: {name: Lee, kind: person}
origins:
  log: {title: The log of Minsk, kind: document, date: '2023-05-02'}
bottom_line:
  - text: TEXT
    claims: [wall]
claims:
  - id: wall
    text: It holds.
    by: kim
    evidence:
      a: it holds
      b: {exact: it will hold, FIELDS}
"""


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        ("Pak says so.", "by: pak"),
        ("It may be Pak who says so.", "by_open: [pak, article]"),
        ("It was told by Pak.", "via: pak"),
        ("It stands in the log of Minsk.", "by: pak, origin: log"),
        ("It was said on 2 May 2023.", "by: pak, origin: log"),
        ("It was said in April 2021.", "by: pak, said: 2021-04-01"),
        ("A man from Minsk says so.", "by: unnamed, described_as: a man from Minsk"),
        ("It holds in Minsk.", "translation: In Minsk it will hold"),
    ],
)
def test_what_holds_for_one_quote_alone_is_said_by_its_claim(text: str, fields: str) -> None:
    articles = (make_article("It rained in Minsk.", "a"), make_article("So.", "b"))

    def codes(fields: str) -> list[str]:
        briefing = make_briefing(OWN.replace("TEXT", text).replace("FIELDS", fields), *articles)
        return [one.code for one in check_grounding(briefing)]

    assert codes(fields) == []
    assert set(codes("by: lee")) == {"not-in-claims"}  # the control: somebody else's words


def test_a_question_itself_may_say_what_no_claim_does() -> None:
    yaml = RESTING + "questions:\n  - {id: x, text: Are there 9?, status: open, claims: [c]}\n"
    assert check_grounding(make_briefing(yaml)) == []


def test_a_circle_of_origins_ends() -> None:
    yaml = YAML.replace("kind: document}", "kind: document, derived_from: remarks}")
    assert told("It stands in notes of the Security Council.", yaml) == []


# What readers in a hurry need: a label, a name, and few words.

LINES = """
actors:
  kim: {name: Kim Yo-jong, kind: person, aliases: [the marshal]}
  pak: {name: Pak Su, kind: person}
  gone: {withdrawn: {date: '2024-11-01', reason: Taken out.}}
bottom_line:
  - text: Kim Yo-jong says that the wall holds.
    claims: [wall]
  - label: The gate
    text: is shut, says Pak Su.
    claims: [gate]
claims:
  - {id: wall, text: The wall holds., by: kim, evidence: {a: so}}
  - {id: gate, text: It is shut., by: pak, evidence: {a: so, b: {exact: so, by: article}}}
  - {id: rain, text: It rains., by: article, evidence: {b: so}}
  - {id: snow, text: It snows., by: unnamed, evidence: {b: so}}
  - {id: wind, text: It blows., by: gone, evidence: {b: so}}
  - {id: open, text: It is open., by: pak, evidence: {b: {exact: so, by_open: [kim, article]}}}
  - {id: half, text: It is half open., by: pak, evidence: {a: so, b: {exact: so, by_open: [kim, article]}}}
  - {id: kept, text: It is kept., by: article, evidence: {a: so, b: {exact: so, by: kim}}}
"""
SECOND = "text: is shut, says Pak Su.\n    claims: [gate]"
TWO = (make_article("Text.", "a"), make_article("Text.", "b"))


def hints(*edits: tuple[str, str], more: str = "") -> list[Diagnostic]:
    """Each problem of the bottom line."""
    yaml = LINES
    for old, new in edits:
        assert yaml.count(old) == 1, old
        yaml = yaml.replace(old, new)
    return check_bottom_line(make_briefing(yaml + more, *TWO))


def places(found: list[Diagnostic]) -> list[tuple[str, str, int, int]]:
    return [(one.code, one.severity.value, one.span.line, one.span.column) for one in found]


def test_short_lines_with_labels_and_speakers_are_sound() -> None:
    assert hints() == []


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        ("  - text: Kim", "  - label: So\n    text: Kim", ("label-of-lede", "error", 6, 12)),
        ("  - label: The gate\n    text", "  - text", ("label-missing", "hint", 8, 11)),
        ("label: The gate", "label: The old gate", ("label-too-long", "error", 8, 12)),
    ],
)
def test_the_first_line_has_no_label_and_each_other_one_of_two_words(
    old: str, new: str, found: tuple[str, str, int, int]
) -> None:
    assert places(hints((old, new))) == [found]


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("Pak Su says so.", "[gate]"),
        ("The marshal says so.", "[wall]"),  # an alias
        ("So says Su.", "[gate]"),  # a surname
        ("Kim Yo-jong says so.", "[gate, wall]"),  # one of the speakers is enough
        ("Kim Yo-jong says so.", "[kept]"),  # a speaker of one quote
        # The article's own voice by its letter, also where only one of the quotes is that.
        ("so $b.", "[rain]"),
        ("so $b.", "[gate]"),
        ("so $a.", "[kept]"),
        # Nobody who could be named: somebody unnamed, or whose name was taken out, or all is left open.
        ("it snows.", "[snow]"),
        ("it blows.", "[wind]"),
        ("it is open.", "[open]"),
    ],
)
def test_a_line_that_tells_who_says_it_is_sound(text: str, claims: str) -> None:
    assert hints((SECOND, f"text: {text}\n    claims: {claims}")) == []


@pytest.mark.parametrize(
    ("text", "claims", "speakers"),
    [
        ("it is shut.", "[gate]", "Pak Su, $b itself"),
        ("she says so.", "[wall, gate]", "Kim Yo-jong, Pak Su, $b itself"),
        ("Kim Yo-jong says so.", "[gate]", "Pak Su, $b itself"),
        # A letter of an article in which somebody else says it.
        ("so $a.", "[gate]", "Pak Su, $b itself"),
        ("so $b.", "[kept]", "Kim Yo-jong, $a itself"),
        # Of words that leave it open nobody is the speaker, and no article either.
        ("so $b.", "[half]", "Pak Su"),
        ("Kim Yo-jong says so.", "[half]", "Pak Su"),
        ("it rains.", "[rain]", "$b itself"),
        ("it rains, says source B.", "[rain]", "$b itself"),
        # Who has no name any more is not asked for.
        ("it holds.", "[wall, wind]", "Kim Yo-jong"),
        ("it rains and blows.", "[rain, wind]", "$b itself"),
    ],
)
def test_a_line_that_names_none_of_its_speakers_gets_a_hint(text: str, claims: str, speakers: str) -> None:
    found = hints((SECOND, f"text: {text}\n    claims: {claims}"))
    assert places(found) == [("line-names-nobody", "hint", 9, 11)]
    assert found[0].message.split(": ")[1] == f"{speakers}."


def test_an_article_s_own_voice_in_the_label_is_named() -> None:
    line = "label: $b writes,\n    text: it rains.\n    claims: [rain]"
    assert hints((f"label: The gate\n    {SECOND}", line)) == []
    assert [one.code for one in hints((f"label: The gate\n    {SECOND}", line.replace("$b", "$a")))] == [
        "line-names-nobody"
    ]


def test_a_speaker_in_the_label_is_named() -> None:
    edit = (
        "label: The gate\n    text: is shut, says Pak Su.",
        "label: Pak Su\n    text: says that it is shut.",
    )
    assert hints(edit) == []


def words(count: int) -> str:
    return " ".join(["so"] * count)


@pytest.mark.parametrize(("count", "told"), [(24, []), (25, [("line-too-long", "hint", 9, 11)])])
def test_a_line_has_at_most_thirty_words_with_its_label(count: int, told: list[object]) -> None:
    """Two of the label, four of the sentence, and a dash, which is none."""
    edit = ("is shut, says Pak Su.", f"is shut – says Pak Su {words(count - 1)}.")
    found = hints(edit)
    assert places(found) == told
    assert all(one.message == "This line has 31 words." for one in found)


def test_each_sentence_of_the_lede_has_at_most_thirty_words() -> None:
    lede = "Kim Yo-jong says that the wall holds."
    assert hints((lede, f"{lede} It {words(28)}. It {words(28)}.")) == []
    found = hints((lede, f"{lede} It {words(30)}."))
    assert places(found) == [("line-too-long", "hint", 6, 11 + len(f"{lede} "))]  # that sentence alone


def test_a_bottom_line_has_at_most_a_hundred_and_thirty_words() -> None:
    """Seven of the lede and seven of the line, and four of 29 with their labels."""
    line = f"  - {{label: The wall, text: Kim Yo-jong {words(25)}., claims: [wall]}}\n"
    more = ("claims:\n  - {id: wall", line * 4 + "claims:\n  - {id: wall")
    assert hints(more) == []
    found = hints(more, ("The gate", "Gate"), ("is shut, says", "is shut now, as says"))
    assert places(found) == [("bottom-line-too-long", "hint", 5, 1)]
    assert found[0].message == "The bottom line has 131 words."


QUESTION = """
questions:
  - {id: shut, text: Is it shut?, claims: [gate, rain], differ: They disagree., kind: contradicts MORE}
"""


def test_a_line_that_a_question_beside_it_tells_gets_a_hint() -> None:
    found = hints(more=QUESTION.replace(" MORE", ""))
    assert places(found) == [("line-is-a-question", "hint", 10, 13)]
    assert "question 'shut'" in found[0].message


@pytest.mark.parametrize(
    "question",
    [
        # It rests on another claim; the question tells no difference, or is none any more.
        QUESTION.replace(" MORE", "").replace("[gate, rain]", "[rain, wall]"),
        QUESTION.replace(", differ: They disagree., kind: contradicts MORE", ""),
        QUESTION.replace(" MORE", ", withdrawn: {date: '2024-11-02', reason: No.}"),
        QUESTION.replace(" MORE", ", status: answered, resolution: {text: Yes., claims: [gate]}"),
    ],
)
def test_a_line_beside_another_question_gets_none(question: str) -> None:
    kept = [one for one in hints(more=question) if one.span.line > 8]
    assert kept == []


def test_a_line_that_says_more_than_a_question_beside_it_gets_none() -> None:
    edit = (SECOND, SECOND.replace("[gate]", "[gate, snow]"))
    assert hints(edit, more=QUESTION.replace(" MORE", "")) == []


def test_a_line_on_an_unknown_claim_gets_no_hint_of_its_words() -> None:
    assert hints((SECOND, f"text: {words(40)}.\n    claims: [gate, missing]")) == []
