"""Anchored quotes: each holds its article and the article's own characters."""

from generator.analyse.findings.findings import Findings
from generator.analyse.quotes.find import find_passages
from tests.analyse.makers import make_article, make_briefing
from tests.render.views import records

ARTICLE = make_article("“We will build — soon,”  Kim said. It isn’t so.")
BRIEFING = make_briefing(
    """
    status: published
    actors:
      kim: {name: Kim, kind: person}
    claims:
      - id: c
        text: Kim promises to build.
        by: kim
        evidence:
          a: {exact: ['"We will build - soon,"', "It isn't so"]}
    """,
    ARTICLE,
)


def test_words_are_the_articles_own_characters() -> None:
    anchored, problems = find_passages(BRIEFING)
    [quote] = anchored.quotes["c"]
    assert [problem.code for problem in problems] == []
    assert quote.article is ARTICLE
    assert quote.words == ("“We will build — soon,”", "It isn’t so")
    assert quote.evidence.exact == ('"We will build - soon,"', "It isn't so")


def test_search_shows_the_articles_characters_and_not_the_editors_typing() -> None:
    found = records([Findings.of(find_passages(BRIEFING)[0])])
    contents = [record.content for record in found if "claim" in record.meta or "source" in record.meta]
    assert len(contents) == 2
    for content in contents:
        assert "“We will build — soon,”" in content
        assert '"We will build' not in content
