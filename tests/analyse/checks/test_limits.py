"""The limits that a site sets itself: how much of an article it shows, and how much of it is cited."""

from dataclasses import replace
from typing import Literal

import pytest

from generator.analyse.checks.limits import check_coverage, check_share
from generator.analyse.findings.findings import Findings
from generator.analyse.quotes.find import find_passages
from generator.model.settings import Settings
from tests.analyse.makers import make_anchored, make_article, make_briefing

Rights = Literal["full", "excerpts"]

# The share that is shown. 3, 3, 5 (It, s, 1, 000, miles), 2 and 4 words: 17 in all.

TEXT = "One ship came. Two ships left. It’s 1,000 miles.\nNobody knew. The sea was calm."


def share_problems(
    maximum: int | None, *exact: str, status: str = "published", rights: Rights = "excerpts"
) -> list[str]:
    """What is told of an article with these quotes."""
    article = make_article(TEXT, title="Ships", rights=rights)
    quotes = {f"c{number}": words for number, words in enumerate(exact)}
    anchored = make_anchored(article, quotes=quotes, yaml=f"status: {status}")
    problems = check_share(anchored, Settings(maximum_share=maximum))
    return [
        f"{problem.span.path}:{problem.span.line} {problem.code} {problem.message}" for problem in problems
    ]


def test_share_above_the_maximum_is_an_error() -> None:
    expected = (
        "articles/a.txt:0 share-too-high The site would show 7 of this article's 17 words. Allowed: 41 %."
    )
    assert share_problems(41, "One ship", "sea was") == [expected]
    assert share_problems(42, "One ship", "sea was") == []  # 41.2 per cent
    assert share_problems(41, "One ship", "sea was", status="archived") == [expected]


@pytest.mark.parametrize(("status", "rights"), [("draft", "excerpts"), ("published", "full")])
def test_share_of_drafts_and_full_texts_has_no_limit(status: str, rights: Rights) -> None:
    assert share_problems(0, "One ship", status=status, rights=rights) == []


def test_share_without_a_setting_has_no_limit() -> None:
    assert share_problems(None, "One ship", "Two ships", "sea was") == []


def test_share_of_an_article_of_which_nothing_is_shown_is_never_too_much() -> None:
    assert share_problems(0) == []


# The share that is cited or set aside.


def coverage_problems(
    minimum: int | None, status: str = "published", text: str = "One. Two. Three."
) -> list[str]:
    """What is told of an article whose first sentence is quoted."""
    anchored = make_anchored(make_article(text), quotes={"c": "One"}, yaml=f"status: {status}")
    problems = check_coverage(anchored, Settings(minimum_coverage=minimum))
    assert {problem.code for problem in problems} <= {"coverage-too-low"}
    return [
        f"{problem.span.line}:{problem.span.column} {problem.message} {problem.hint}" for problem in problems
    ]


def test_coverage_below_the_minimum_is_an_error() -> None:
    assert coverage_problems(34) == [
        "1:6 Cited or set aside: 1 of this article's 3 sentences. Asked for: 34 %. Cite the others, or set "
        "them aside with the reason: line 1, “Two.”; line 1, “Three.”."
    ]


@pytest.mark.parametrize(
    ("minimum", "status"), [(33, "published"), (0, "published"), (None, "published"), (100, "draft")]
)
def test_coverage_that_is_enough_or_not_asked_for_is_no_error(minimum: int | None, status: str) -> None:
    assert coverage_problems(minimum, status) == []


def test_coverage_of_the_minimum_itself_is_enough() -> None:
    assert coverage_problems(50, text="One. Two.") == []
    assert len(coverage_problems(51, text="One. Two.")) == 1


def test_coverage_of_archived_briefings_is_not_asked_for() -> None:
    assert coverage_problems(100, "archived") == []


def test_some_unused_sentences_are_named_and_the_rest_counted() -> None:
    text = "One. Two has eight words and one more here.\nThree has\nfour words. Four. Five."
    assert coverage_problems(100, text=text)[0].endswith(
        "reason: line 1, “Two has eight words and one more here.”; line 2, “Three has”; line 3,"
        " “four words.”; and 2 more."
    )
    assert coverage_problems(100, text="One. Two. Three. Four. Five.")[0].endswith(
        "line 1, “Four.”; and 1 more."
    )
    text = "One. Two has eight words and one more word."
    assert coverage_problems(100, text=text)[0].endswith("line 1, “Two has eight words and one more word.”.")
    text = "One. Two has eight words and one more word here."
    assert coverage_problems(100, text=text)[0].endswith("line 1, “Two has eight words and one more word …”.")


@pytest.mark.parametrize(
    "yaml",
    [
        "set_aside: [{article: a, exact: Nine, reason: So}]",
        "claims: [{id: c, text: So., by: article, evidence: {a: No}}]",
    ],
)
def test_coverage_is_not_told_where_a_quote_was_not_found(yaml: str) -> None:
    briefing = make_briefing(f"status: published\n{yaml}", make_article("One. Two."))
    quotes, problems = find_passages(briefing)
    anchored = Findings.of(quotes)
    assert [problem.code for problem in problems] == ["quote-not-found"]
    assert check_coverage(anchored, Settings(minimum_coverage=100)) == []


def test_coverage_is_not_told_where_an_entry_could_not_be_read() -> None:
    anchored = make_anchored(make_article("One. Two."), yaml="status: published")
    assert len(check_coverage(anchored, Settings(minimum_coverage=100))) == 1
    lost = replace(anchored, briefing=replace(anchored.briefing, lost=frozenset(["c"])))
    assert check_coverage(lost, Settings(minimum_coverage=100)) == []
