"""What differing accounts are called: by the words that the reasons quote, or by who differs."""

import pytest
from generator.analyse.findings.accounts import accounts
from generator.render.parts.claims.accounts import account_link, account_view

from generator.analyse.findings.findings import Findings
from generator.analyse.quotes.find import find_passages
from generator.render.addresses import briefing_page
from generator.render.parts.claims.writer import ClaimWriter
from tests.analyse.makers import make_article, make_briefing

WALL = "It may hold the wall, he said."
PORT = "It will hold the wall, he said."


def titles(note: str, *, by: str = "article", language: str | None = None) -> tuple[str, str]:
    """The title of the one account of two claims, and the line below it."""
    described = ", described_as: he" if by == "unnamed" else ""
    claims = "".join(
        f"  - {{id: {id}, text: It., by: {by}{described}, relations: [{relation}],"
        f" evidence: [{{article: {id}, exact: {exact}}}]}}\n"
        for id, exact, relation in (
            ("a", "It may hold the wall", f"{{kind: differs-in-scope, claim: b, note: '{note}'}}"),
            ("b", "It will hold the wall", ""),
        )
    )
    articles = (make_article(WALL, "a"), make_article(PORT, "b", language=language))
    found = Findings.of(find_passages(make_briefing(f"claims:\n{claims}", *articles))[0])
    writer = ClaimWriter(found, briefing_page(found.briefing.slug))
    (account,) = accounts(found)
    view = account_view(writer, account)
    assert (account_link(writer, account).text, account_link(writer, account).href) == (
        view.title,
        f"#{view.anchor}",
    )
    return view.title, view.who


WHO = "Source A and Source B: may not describe the same thing"


@pytest.mark.parametrize(
    ("note", "language", "title", "who"),
    [
        ("“May hold” is less than “will hold”.", None, "“may hold” / “will hold”", WHO),
        # The marks that nobody named may say little by themselves.
        ("One is surer.", None, WHO, ""),
        # Words of one row alone are no difference.
        ("“May” is not sure.", None, WHO, ""),
        # A title has no place to say in which language its words are.
        ("“May hold” is less than “will hold”.", "fr", WHO, ""),
    ],
)
def test_an_account_is_called_by_the_words_that_differ(
    note: str, language: str | None, title: str, who: str
) -> None:
    assert titles(note, language=language) == (title, who)


def test_two_who_are_not_named_may_be_two() -> None:
    title, _ = titles("One is surer.", by="unnamed")
    assert "in 2 wordings" not in title


@pytest.mark.parametrize(
    ("first", "second", "speakers"),
    [
        ("article", "ann", "Source A and Ann Lee"),
        ("unnamed", "ann", "Somebody not named and Ann Lee"),
        ("ann", "unnamed", "Ann Lee and somebody not named"),
        ("ann", "ann", "Ann Lee"),
    ],
)
def test_speakers_stand_before_the_words_that_differ(first: str, second: str, speakers: str) -> None:
    relation = "{kind: differs-in-scope, claim: b, note: '“May hold” is less than “will hold”.'}"
    text = f"""
actors: {{ann: {{name: Ann Lee, kind: person}}}}
claims:
  - id: a
    text: It.
    by: {first}
    relations: [{relation}]
    evidence: [{{article: a, exact: It may hold the wall}}]
  - id: b
    text: It.
    by: {second}
    evidence: [{{article: b, exact: It will hold the wall}}]
"""
    found = Findings.of(
        find_passages(make_briefing(text, make_article(WALL, "a"), make_article(PORT, "b")))[0]
    )
    (account,) = accounts(found)
    view = account_view(ClaimWriter(found, briefing_page(found.briefing.slug)), account)
    assert (view.speakers, view.title) == (speakers, "“may hold” / “will hold”")
