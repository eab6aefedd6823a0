"""A source's page has all its text in the preview, to quote from, and what readers may see elsewhere."""

from dataclasses import replace

import pytest

from generator.analyse.findings.findings import Findings
from generator.render.edition import PLAIN
from generator.render.pages.source import source_plan
from generator.render.site import render, render_site
from tests.analyse.makers import make_anchored, make_article

PREVIEW = replace(PLAIN, preview=True)
ARTICLE = make_article(
    "The wall holds. The gate is new.\nThe road is old.\n\nThe tower leans, it seems.", title="Wall"
)


@pytest.fixture
def found() -> Findings:
    return make_anchored(ARTICLE, quotes={"wall": "The wall holds"}, aside=("The road is old",))


def _page(found: Findings, *, preview: bool) -> str:
    page = source_plan(found, ARTICLE, PREVIEW if preview else PLAIN)
    text = render([page], preview=preview)[page.path]
    assert isinstance(text, str)
    return text


def test_a_preview_has_all_words_and_tells_those_that_readers_do_not_see(found: Findings) -> None:
    text = _page(found, preview=True)
    assert "quoting: " in text.split("---")[1]
    for words in ("The gate is new.", "The road is old.", "The tower leans, it seems."):
        assert f'<span class="unseen">{words}</span>' in text
    assert '<div class="passage" data-paragraph="3" markdown>' in text
    assert 'data-briefing="b" data-article="a"' in text
    assert "Readers don’t see what is grey here." in text


def test_a_preview_lists_the_words_of_sentences_that_are_not_used(found: Findings) -> None:
    text = _page(found, preview=True)
    listed = text[text.index("Not used, and not set aside:") :]
    # "The wall holds." has thirteen characters without its spaces.
    assert '- paragraph 1, sentence 2: <span data-paragraph="1" data-before="13">The gate is new.' in listed
    assert '- paragraph 3, sentence 1: <span data-paragraph="3" data-before="0">The tower leans' in listed
    assert "The road is old" not in listed


def test_a_published_page_has_none_of_it(found: Findings) -> None:
    text = _page(found, preview=False)
    assert "<mark>The wall holds</mark>" in text
    for words in ("The gate", "The road", "The tower", "quoting", "unseen", "data-paragraph"):
        assert words not in text


def test_a_source_that_may_be_shown_whole_has_nothing_grey() -> None:
    article = make_article("The wall holds. The gate is new.", rights="full")
    found = make_anchored(article, quotes={"wall": "The wall holds"})
    page = source_plan(found, article, PREVIEW)
    text = render([page], preview=True)[page.path]
    assert isinstance(text, str)
    assert "Select words to quote them." in text
    assert "grey" not in text and "unseen" not in text


def test_the_script_is_in_the_preview_alone(found: Findings) -> None:
    names = {
        preview: {path for path in render_site([found], edition) if "preview" in path}
        for preview, edition in ((True, PREVIEW), (False, PLAIN))
    }
    assert names == {
        True: {"assets/preview/quoting.css", "assets/preview/quoting.js"},
        False: set(),
    }


def test_a_withdrawn_source_offers_nothing_to_quote() -> None:
    article = make_article("The wall holds.", withdrawn=True)
    found = make_anchored(article)
    page = source_plan(found, article, PREVIEW)
    assert (page.view["quoting"], page.head) == (None, {})
