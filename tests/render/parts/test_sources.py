"""What was read and not used, as pages tell it; and whether a source's page leaves anything out."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, Final

import pytest

from generator.model.diagnostics import errors
from generator.pipeline import check
from generator.render.plan import plan

Repository = Callable[[Mapping[str, str | bytes]], Path]

SUMMARY: Final = """
title: The ferry
status: published
as_of: "2030"
bottom_line: [{text: The ferry left., claims: [left]}]
questions: []
claims:
  - id: left
    text: The ferry left.
    by: article
    evidence: {a: the ferry left}
set_aside:
"""
ARTICLE: Final = "Adding to the noise, the ferry left at noon. Nobody waved. The crew sang, it is said.\n"


def views(repository: Repository, *set_aside: str, article: str = ARTICLE) -> dict[str, Any]:
    """What the pages of the briefing and its source are made of, by path."""
    asides = "".join(f"  - {{article: a, exact: {words}, reason: No fact.}}\n" for words in set_aside)
    files = {
        "mkdocs.yml": "site_name: X\n",
        "briefings/ferry/briefing.yml": SUMMARY.replace(
            "set_aside:\n", f"set_aside:\n{asides}" if asides else ""
        ),
        "briefings/ferry/articles/a.txt": article,
    }
    checked = check(repository(files))
    assert errors(checked.diagnostics) == []
    pages = {page.path: page.view for page in plan(checked.findings)}
    return {
        "source": pages["briefings/ferry/articles/a/index.md"],
    }


def test_words_are_told_where_their_sentence_stands_on_the_site_anyway(repository: Repository) -> None:
    told = views(repository, "Adding to the noise", "Nobody waved", "it is said")["source"]["set_aside"]
    assert [(one.place, one.words) for one in told] == [
        ("part of paragraph 1, sentence 1", ("Adding to the noise",)),
        # Else by their place alone; a full stop is no part that is left out.
        ("paragraph 1, sentence 2", ()),
        ("part of paragraph 1, sentence 3", ()),
    ]


def test_words_in_two_pieces_are_part_of_their_sentence(repository: Repository) -> None:
    [told] = views(repository, "[The crew, it is said]")["source"]["set_aside"]
    assert (told.place, told.words) == ("part of paragraph 1, sentence 3", ())


@pytest.mark.parametrize(("more", "left"), [("", False), (" Nobody waved.", True)])
def test_source_says_whether_anything_is_left_out(repository: Repository, more: str, left: bool) -> None:
    assert views(repository, article=f"At noon the ferry left.{more}\n")["source"]["rest_left"] is left
