"""Words of a source in another language than the site's say so wherever they stand (WCAG 2.2, 3.1.2)."""

from collections.abc import Callable, Mapping
from html.parser import HTMLParser
from pathlib import Path
from typing import Final

from generator.model.diagnostics import errors
from generator.pipeline import check
from generator.render.plan import plan
from generator.render.words import LANGUAGE
from tests.render.sets import html_of, markdown_of
from tests.render.views import records

Repository = Callable[[Mapping[str, str | bytes]], Path]

BRIEFING: Final = "briefings/pont/index.md"
SOURCE: Final = "briefings/pont/articles/a/index.md"
ARTICLE: Final = """---
title: Le pont
language: LANGUAGE
rights: full
published: {as_stated: un matin de mars}
---
Le capitaine affirme que le pont rouvrira au printemps. Personne ne le croit.
"""
SUMMARY: Final = """
title: The bridge
status: published
as_of: "2031-03-05"
topics: [bridges]
matters:
  bridge: {title: The bridge}
bottom_line:
  - {text: The captain says that the bridge will reopen., claims: [reopens]}
actors:
  captain: {name: The captain, kind: person}
claims:
  - id: reopens
    matter: bridge
    text: The captain says that the bridge will reopen in spring.
    by: captain
    happened: {as_stated: au printemps}
    evidence:
      a: {exact: le pont rouvrira, cue: affirme que}
  - id: doubted
    matter: bridge
    text: Nobody believes it.
    by: article
    evidence:
      a: Personne ne le croit
questions:
  - id: does-it
    text: Will it reopen?
    claims: [reopens, doubted]
    differ: The captain has “rouvrira”; A itself, “croit”.
    kind: scope
set_aside:
  - {article: a, exact: Le capitaine, reason: A title.}
"""


class Languages(HTMLParser):
    """The texts of a page, each with the language that its nearest element tells."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.texts: list[tuple[str, str]] = []
        self._open: list[tuple[str, str]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in ("br", "hr", "img", "input", "link", "meta"):
            self._open.append((tag, dict(attrs).get("lang") or self.language))

    def handle_endtag(self, tag: str) -> None:
        while self._open and self._open.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        if not self._open or self._open[-1][0] not in ("script", "style"):
            self.texts.append((data, self.language))

    @property
    def language(self) -> str:
        return self._open[-1][1] if self._open else LANGUAGE

    def of(self, words: str) -> list[str]:
        """The languages of the texts that hold these words."""
        return [language for text, language in self.texts if words in text]


def read(repository: Repository, language: str) -> dict[str, Languages]:
    files = {
        "mkdocs.yml": "site_name: X\n",
        "briefings/pont/briefing.yml": SUMMARY,
        "briefings/pont/articles/a.md": ARTICLE.replace("LANGUAGE", language),
    }
    checked = check(repository(files))
    assert errors(checked.diagnostics) == []
    return {path: Languages(html_of(text)) for path, text in markdown_of(plan(checked.findings)).items()}


FOREIGN: Final = {
    # In its sentence; the citation; in pieces, for some of it is marked, below the question that tells how
    # the accounts differ.
    (BRIEFING, "le pont rouvrira"): 2,
    (BRIEFING, "le pont"): 3,
    (BRIEFING, "Personne ne le croit"): 2,
    (BRIEFING, "Personne ne le"): 3,
    # The verb, and the sentence; the date, and the sentence. One date is no timeline.
    (BRIEFING, "affirme que"): 2,
    (BRIEFING, "au printemps"): 2,
    # The list of sources, two citations.
    (BRIEFING, "Le pont"): 3,
    # The heading; a fact; the text; what was set aside.
    (SOURCE, "Le pont"): 1,
    (SOURCE, "un matin de mars"): 1,
    (SOURCE, "le pont rouvrira"): 1,
    (SOURCE, "Personne ne le croit"): 1,
    (SOURCE, "Le capitaine"): 2,
}


def test_words_of_a_foreign_source_say_which_language_they_are_in(
    repository: Repository,
) -> None:
    pages = read(repository, "fr")
    found = {(path, words): pages[path].of(words) for path, words in FOREIGN}
    assert found == {where: ["fr"] * times for where, times in FOREIGN.items()}


def test_words_of_a_source_in_the_site_s_language_say_nothing(repository: Repository) -> None:
    pages = read(repository, "en-GB")
    for path, words in FOREIGN:
        assert set(pages[path].of(words)) == {LANGUAGE}


def test_our_own_words_about_it_do_not(repository: Repository) -> None:
    pages = read(repository, "fr")
    for path, words in (
        (BRIEFING, "says that the bridge will reopen in spring."),
        (BRIEFING, "verb: "),
        (BRIEFING, "Will it reopen?"),
        (SOURCE, "Source A"),
        (SOURCE, "A title."),
        (SOURCE, "Published: "),
    ):
        assert set(pages[path].of(words)) == {LANGUAGE}


def test_verb_of_a_quote_is_in_the_language_of_its_source(repository: Repository) -> None:
    more = "      b: Cars may cross\n  - id: doubted"
    files = {
        "mkdocs.yml": "site_name: X\n",
        "briefings/pont/briefing.yml": SUMMARY.replace("  - id: doubted", more),
        "briefings/pont/articles/a.md": ARTICLE.replace("LANGUAGE", "fr"),
        "briefings/pont/articles/b.md": "---\nlanguage: en\n---\nCars may cross, the captain said.\n",
    }
    pages = markdown_of(plan(check(repository(files)).findings))
    page = Languages(html_of(pages[BRIEFING]))
    assert set(page.of("affirme que")) == {"fr"}
    assert "verb: “" in "".join(text for text, language in page.texts if language == LANGUAGE)


def test_search_knows_which_part_of_a_result_is_foreign(repository: Repository) -> None:
    files = {
        "mkdocs.yml": "site_name: X\n",
        "briefings/pont/briefing.yml": SUMMARY,
        "briefings/pont/articles/a.md": ARTICLE.replace("LANGUAGE", "fr"),
    }
    found = {one.url: one for one in records(check(repository(files)).findings)}
    for url, foreign in (
        ("briefings/pont/#claim-reopens", ["1:fr"]),
        ("briefings/pont/articles/a/", ["2:fr", "3:fr"]),
    ):
        assert list(found[url].filters["foreign"]) == foreign
        parts = found[url].content.split(" · ")
        assert [parts[int(one.split(":")[0])] for one in foreign] == (
            ["le pont rouvrira"] if len(foreign) == 1 else ["le pont rouvrira", "Personne ne le croit"]
        )
    assert "foreign" not in found["actors/captain/"].filters
