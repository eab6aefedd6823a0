"""Words that are given as an article's stand in one: of dates, and for speakers and those who pass on."""

import pytest

from generator.analyse.checks.stated_words import check_stated
from tests.analyse.makers import make_article, make_briefing

YAML = """
claims:
  - id: sinks
    text: It sinks.
    by: unnamed
    CLAIM
    evidence:
      a: {exact: so, QUOTE}
"""
ARTICLE = make_article("So, a harbour guard said on Friday, by way of the night desk.")


def told(claim: str = "note: x", quote: str = "note: x") -> list[tuple[str, str]]:
    """Message of each error, and the characters at its place."""
    yaml = YAML.replace("CLAIM", claim).replace("QUOTE", quote)
    lines = yaml.strip("\n").split("\n")
    return [
        (one.message, lines[one.span.line - 1][one.span.column - 1 : one.span.end_column - 1])
        for one in check_stated(make_briefing(yaml, ARTICLE))
    ]


@pytest.mark.parametrize(
    "field",
    [
        "described_as: a harbour guard",
        "via: the night desk",
        "said: {as_stated: on Friday}",
        "via: [moss, the night desk]",  # an id is no article's words
    ],
)
def test_words_that_an_article_has(field: str) -> None:
    assert told(quote=field) == []


@pytest.mark.parametrize(
    ("field", "words"),
    [
        ("described_as: a harbour pilot", "a harbour pilot"),
        ("described_as: a harbour gua", "a harbour gua"),
        ("via: The day desk", "The day desk"),
        ("said: {as_stated: on Monday}", "on Monday"),
    ],
)
def test_words_that_no_article_has_are_told_at_the_quote(field: str, words: str) -> None:
    message = f"“{words}” is given as an article's words, and no article of the briefing has them."
    assert told(quote=field) == [(message, words)]


def test_words_at_the_claim_are_held_too() -> None:
    assert [at for _, at in told(claim="via: The day desk")] == ["The day desk"]
    assert [at for _, at in told(claim="happened: {as_stated: on Monday}")] == ["on Monday"]
