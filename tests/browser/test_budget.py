"""The budget of a briefing's page: how much a reader sees before anything is opened."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser.fonts import BOTH, Fonts
from tests.browser.large import ARTICLES, CLAIMS, QUESTIONS, SLUG, WORDS, write_large
from tests.browser.serving import Serve
from tests.browser.sites import MadeOnce, build
from tests.browser.watching import Contexts, Watch
from tools.budget import Measure, measures, words_of_texts


@pytest.fixture
def browser(contexts: Callable[[Fonts], Contexts]) -> Iterator[Browser]:
    yield contexts(BOTH).browser


@pytest.fixture(scope="session")
def large(made_once: MadeOnce, serve: Serve) -> str:
    """Where the site of a briefing of 20 articles is served."""

    def make(root: Path) -> None:
        write_large(root)
        build(root)

    return serve(made_once("large", make) / "site")


def test_a_large_set_takes_a_tenth_of_its_articles_words(large: str, browser: Browser) -> None:
    found = measures(browser, f"{large}briefings/{SLUG}/")
    assert [f"{measure.value:g} {measure.name}" for measure in found if measure.is_over] == []
    [words] = [measure for measure in found if measure.name.startswith("words")]
    assert words.most >= ARTICLES * WORDS / 10
    # What is folded is told, and nothing else is: every question, and the claims of the first three matters.
    assert words.value > 700


def test_a_large_set_folds_only_what_it_may(large: str, watch: Watch) -> None:
    page = watch().page
    page.goto(f"{large}briefings/{SLUG}/")
    lines = page.locator(".asked > summary")
    assert lines.count() == QUESTIONS
    assert all(lines.nth(at).is_visible() for at in range(QUESTIONS))
    claims = page.locator(".claim > summary")
    assert claims.count() == CLAIMS
    assert [at for at in range(CLAIMS) if claims.nth(at).is_visible()] == [*range(18)]
    folded = page.locator("details.matter > summary").all_inner_texts()
    assert len(folded) == 7
    assert all("6 claims by " in text for text in folded)


def test_the_bar_is_passed_with_eight_stops(site: str, browser: Browser) -> None:
    found = {measure.name: measure for measure in measures(browser, f"{site}briefings/oldmere-bridge/")}
    assert found["tab stops before the lede"].value <= 8
    assert found["times a quote is marked, most"].value >= 1


def test_what_explains_the_site_is_short(site: str, browser: Browser) -> None:
    """Of a site that has all that these pages tell of: a repository, a contact, feeds."""
    found = words_of_texts(browser, site)
    assert [f"{measure.value:g} {measure.name}" for measure in found if measure.is_over] == []
    assert [measure.name for measure in found] == ["words of method/", "words of api/"]
    # A page that isn't there has a few words.
    assert all(measure.value > 200 for measure in found)


def test_more_than_the_budget_is_over() -> None:
    assert Measure("words", 1001, 1000).is_over
    assert not Measure("words", 1000, 1000).is_over
