"""Coverage: what became of each sentence."""

from dataclasses import replace
from textwrap import dedent

from generator.analyse.findings.coverage import Coverage, SentenceUse, State, coverage
from generator.analyse.findings.findings import Findings
from generator.analyse.quotes.find import find_passages
from tests.analyse.makers import make_anchored, make_article, make_briefing

TEXT = "One ship came. Two ships left, and a third one sank. Nobody knew.\n* * *\n“It is over.”"
CITED, ASIDE, UNUSED = State.CITED, State.SET_ASIDE, State.UNUSED


def uses(anchored: Findings) -> list[SentenceUse]:
    (one,) = coverage(anchored)
    return list(one.sentences)


def states(anchored: Findings) -> list[State]:
    return [use.state for use in uses(anchored)]


def test_each_sentence_has_its_state_and_place() -> None:
    found = uses(make_anchored(make_article(TEXT), quotes={"c": "One ship came"}, aside=("Nobody knew",)))
    assert [(use.text, use.state, use.line, use.column) for use in found] == [
        ("One ship came.", CITED, 1, 1),
        ("Two ships left, and a third one sank.", UNUSED, 1, 16),
        ("Nobody knew.", ASIDE, 1, 54),
        ("“It is over.”", UNUSED, 3, 1),
    ]
    assert [TEXT[use.start : use.end] for use in found] == [use.text for use in found]
    assert found[0].claims == ("c",)
    assert [entry.reason for entry in found[2].set_aside] == ["Reason 0."]


def test_places_are_those_of_the_file_in_code_points() -> None:
    article = replace(make_article("😀 One came.\n\n😀😀 Two came. Three came.", ending=".md"), first_line=5)
    assert [(use.line, use.column) for use in uses(make_anchored(article))] == [(5, 1), (7, 1), (7, 14)]


def test_a_part_is_enough_and_what_is_left_is_counted() -> None:
    second = uses(make_anchored(make_article(TEXT), quotes={"c": "a third one sank"}))[1]
    assert (second.state, second.words, second.untouched) == (CITED, 8, 4)


def test_a_claim_goes_before_what_is_set_aside() -> None:
    second = uses(make_anchored(make_article(TEXT), quotes={"c": "Two ships left"}, aside=("one sank",)))[1]
    assert (second.state, second.claims, second.untouched) == (CITED, ("c",), 3)
    assert len(second.set_aside) == 1


def test_what_stands_between_segments_is_not_touched() -> None:
    second = uses(make_anchored(make_article(TEXT), quotes={"c": "[Two ships left, one sank]"}))[1]
    assert second.untouched == 8 - 3 - 2
    text = "One came. Two came. Three came."
    assert states(make_anchored(make_article(text), quotes={"c": "[One came, Three came]"})) == [
        CITED,
        UNUSED,
        CITED,
    ]


def test_a_quote_over_two_sentences_cites_both() -> None:
    found = uses(make_anchored(make_article(TEXT), quotes={"c": "came. Two ships", "d": "Two ships left"}))
    assert [use.claims for use in found] == [("c",), ("c", "d"), (), ()]


def test_marks_alone_touch_nothing() -> None:
    found = uses(make_anchored(make_article("One came. Two came.\n“Three.”"), quotes={"c": "'. Two came'"}))
    assert [use.state for use in found] == [UNUSED, CITED, UNUSED]
    found = uses(make_anchored(make_article("One came. “Two came.”"), quotes={"c": "'One came. “'"}))
    assert [(use.state, use.untouched) for use in found] == [(CITED, 0), (UNUSED, 2)]


def test_a_claim_with_two_quotes_of_a_sentence_is_told_once() -> None:
    yaml = """
        claims:
          - id: c
            text: So.
            by: article
            evidence: {a: [Two ships left, one sank]}
    """
    briefing = make_briefing(yaml, make_article(TEXT))
    assert uses(Findings.of(find_passages(briefing)[0]))[1].claims == ("c",)


def test_a_withdrawn_claim_cites_nothing() -> None:
    quotes = {"c": "One ship came", "d": "Nobody knew"}
    anchored = make_anchored(make_article(TEXT), quotes=quotes, withdrawn="c")
    assert states(anchored) == [UNUSED, UNUSED, CITED, UNUSED]


def test_what_was_withdrawn_is_left_out() -> None:
    gone, kept = make_article(TEXT, "a", withdrawn=True), make_article("One.", "b")
    assert [one.article.id for one in coverage(make_anchored(gone, kept))] == ["b"]
    yaml = "withdrawn: {date: '2024-11-01', reason: Wrong.}"
    assert coverage(make_anchored(kept, yaml=yaml)) == ()


def test_other_articles_are_not_touched() -> None:
    anchored = make_anchored(make_article(TEXT), make_article(TEXT, "b"), quotes={"c": "One ship came"})
    first, second = coverage(anchored)
    assert [(one.count(CITED), one.count(UNUSED)) for one in (first, second)] == [(1, 3), (0, 4)]


def test_sums() -> None:
    (one,) = coverage(make_anchored(make_article(TEXT), quotes={"c": "a third one sank"}, aside=("One",)))
    assert [one.count(state) for state in State] == [1, 1, 2]
    assert (one.words, one.untouched) == (3 + 8 + 2 + 3, 2 + 4 + 2 + 3)


def test_an_empty_article_has_none() -> None:
    assert coverage(make_anchored(make_article(""))) == (Coverage(make_article(""), ()),)


def test_a_sentence_is_cited_whoever_says_it_in_the_article() -> None:
    yaml = """
    claims:
      - id: came
        text: Kim says that ships came.
        by: kim
        evidence:
          a: [One ship came, {exact: Two ships left, by: pak}, {exact: Nobody knew, by_open: [kim, article]}]
    """
    briefing = make_briefing(yaml, make_article(TEXT))
    found = uses(Findings.of(find_passages(briefing)[0]))
    assert [use.claims for use in found] == [("came",), ("came",), ("came",), ()]


def test_a_quote_that_shows_an_origin_uses_its_sentence() -> None:
    yaml = """
    origins:
      log: {title: The log, kind: document, evidence: {a: [Nobody knew, a third one]}}
    """
    found = uses(make_anchored(make_article(TEXT), quotes={"c": "Two ships left"}, yaml=dedent(yaml)))
    assert [(use.state, use.claims, use.origins, use.untouched) for use in found] == [
        (UNUSED, (), (), 3),
        (CITED, ("c",), ("log",), 2),
        (CITED, (), ("log",), 0),
        (UNUSED, (), (), 3),
    ]
