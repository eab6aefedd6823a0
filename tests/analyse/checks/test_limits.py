"""The share of an article's words that the site shows, and its limit."""

from dataclasses import replace

import pytest

from generator.analyse.checks.limits import check_share
from generator.analyse.findings.findings import Findings
from generator.analyse.quotes.find import find_passages
from generator.analyse.quotes.shown import published_share, shown_stretches
from generator.model.briefing import Article
from generator.model.entries import Descriptor
from generator.model.settings import Settings
from tests.analyse.makers import make_article, make_briefing

# 3, 3, 5 (It, s, 1, 000, miles), 2 and 4 words: 17 in all.
TEXT = "One ship came. Two ships left. It’s 1,000 miles.\nNobody knew. The sea was calm."
WITHDRAWN = "    withdrawn: {date: '2024-11-01', reason: Wrong.}\n"


def make(text: str = TEXT, *, title: str | None = "Ships", rights: str = "excerpts") -> Article:
    descriptor = Descriptor.model_validate({"title": title, "rights": rights})
    return replace(make_article(text), descriptor=descriptor)


def find(article: Article, *exact: str, status: str = "published", more: str = "") -> Findings:
    claims = "".join(
        f"  - id: c{number}\n    text: So.\n    by: article\n    modality: asserts\n"
        f"    evidence: [{{article: a, exact: {words}}}]\n{more}"
        for number, words in enumerate(exact)
    )
    return Findings.of(
        find_passages(
            make_briefing(f"status: {status}\n" + (f"claims:\n{claims}" if claims else ""), article)
        )[0]
    )


def stretches(*exact: str, article: Article | None = None) -> list[str]:
    anchored = find(article or make(), *exact)
    (known,) = anchored.briefing.articles.values()
    return [known.text[start:end] for start, end in shown_stretches(known, anchored.in_article("a"))]


def counts(article: Article, *exact: str, more: str = "") -> tuple[int, int]:
    (one,) = published_share(find(article, *exact, more=more))
    return one.shown, one.words


def test_whole_sentences_are_shown() -> None:
    assert stretches("Two ships") == ["Two ships left."]
    assert stretches("sea was", "Two ships") == ["Two ships left.", "The sea was calm."]
    assert stretches("came. Two ships", "ships left") == ["One ship came. Two ships left."]
    assert stretches("came. Two ships", "left. It’s") == ["One ship came. Two ships left. It’s 1,000 miles."]
    assert stretches() == []


def test_sentences_between_segments_are_shown_too() -> None:
    assert stretches("[One ship, 'It’s']") == ["One ship came. Two ships left. It’s 1,000 miles."]


def test_full_texts_are_shown_by_paragraph() -> None:
    assert stretches("Two ships", article=make(rights="full")) == TEXT.split("\n")


@pytest.mark.parametrize(
    ("exact", "shown"),
    [
        ([], 0),
        (["Two ships"], 3),
        (["Two ships", "ships left"], 3),
        (["It’s"], 5),
        (["One ship", "sea was"], 7),
        (["left. It’s"], 8),
    ],
)
def test_words_are_counted_once(exact: list[str], shown: int) -> None:
    assert counts(make(), *exact) == (shown, 17)


def test_percent() -> None:
    assert [one.percent for one in published_share(find(make("Half is. Half not."), "Half is"))] == [50.0]
    assert [one.percent for one in published_share(find(make("")))] == [0.0]


def test_full_texts_are_shown_whole() -> None:
    assert counts(make(rights="full")) == (17, 17)


def test_what_was_withdrawn_is_still_shown() -> None:
    assert counts(make(), "Two ships", more=WITHDRAWN) == (3, 17)


def test_opening_words_stand_for_a_missing_title() -> None:
    assert counts(make(title=None)) == (10, 17)  # One ship came. Two ships left. It’s 1,000
    assert counts(make(title=None), "One ship", "sea was") == (14, 17)
    assert counts(make("\n Three short words ", title=None)) == (3, 3)
    assert counts(make("", title=None)) == (0, 0)


def told(maximum: int | None, *exact: str, status: str = "published", rights: str = "excerpts") -> list[str]:
    problems = check_share(find(make(rights=rights), *exact, status=status), Settings(maximum_share=maximum))
    return [f"{one.span.path}:{one.span.line} {one.code} {one.message}" for one in problems]


def test_more_than_the_maximum_is_an_error() -> None:
    expected = (
        "articles/a.txt:0 share-too-high The site would show 7 of this article's 17 words. Allowed: 41 %."
    )
    assert told(41, "One ship", "sea was") == [expected]
    assert told(42, "One ship", "sea was") == []  # 41.2 per cent
    assert told(41, "One ship", "sea was", status="archived") == [expected]


@pytest.mark.parametrize(("status", "rights"), [("draft", "excerpts"), ("published", "full")])
def test_drafts_and_full_texts_have_no_limit(status: str, rights: str) -> None:
    assert told(0, "One ship", status=status, rights=rights) == []


def test_without_a_setting_there_is_no_limit() -> None:
    assert told(None, "One ship", "Two ships", "sea was") == []


def test_nothing_shown_is_never_too_much() -> None:
    assert told(0) == []
