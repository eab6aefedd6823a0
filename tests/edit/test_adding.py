"""A claim put into a briefing's file: below the last one, with nothing else touched."""

import difflib
from datetime import date
from pathlib import Path

import pytest

from generator.cli import main
from generator.edit.adding import Addition, with_addition
from generator.edit.new import start
from generator.pipeline import check

CLAIM = Addition(("- id: new", "  text: >-", "    ", "  by: mayor", "  evidence:", "    a: It holds"))
WITH_ACTOR = Addition(CLAIM.claim, ("jon-abel: {name: Jon Abel, kind: person}",))


def added(before: str, after: str) -> list[str]:
    """The lines that came in; fails where one went or changed."""
    changes = [line for line in difflib.ndiff(before.split("\n"), after.split("\n")) if line[0] in "+-"]
    assert all(line[0] == "+" for line in changes)
    return [line[2:] for line in changes]


@pytest.mark.parametrize(
    "claims",
    [
        "claims:\n",
        "claims:\n# - id: example\n#   by: mayor\n\n# Of what is open.\n",
        "claims:   # all of them\n- id: old\n  by: mayor\n  # a note\n\n",
        "claims:\n- id: old\n  text: >-\n    Old.\n\n    More.\n# The next section.\n",
    ],
)
def test_a_claim_goes_below_the_last_one(claims: str) -> None:
    before = f"title: Wall\n{claims}questions: []\n"
    after = with_addition(before, CLAIM)
    assert added(before, after) == list(CLAIM.claim)
    old = [
        line for line in before.split("\n") if line and not line.startswith("#") and line != "questions: []"
    ]
    at = after.split("\n").index("- id: new")
    assert after.split("\n")[at - 1] == old[-1]


def test_an_empty_list_becomes_one() -> None:
    after = with_addition("claims: []  # none yet\nactors: {}\n", WITH_ACTOR)
    assert after == "\n".join(
        ["claims: # none yet", *CLAIM.claim, "actors:", "  jon-abel: {name: Jon Abel, kind: person}", ""]
    )


@pytest.mark.parametrize("end", ["\n", ""])
def test_sections_that_are_missing_come_last(end: str) -> None:
    after = with_addition(f"title: Wall{end}", WITH_ACTOR)
    entry = "  jon-abel: {name: Jon Abel, kind: person}"
    assert after == "\n".join(["title: Wall", "claims:", *CLAIM.claim, "actors:", entry]) + end


def test_line_ends_stay() -> None:
    after = with_addition("title: Wall\r\nclaims:\r\n- id: old\r\n", CLAIM)
    assert after == "\r\n".join(["title: Wall", "claims:", "- id: old", *CLAIM.claim, ""])


def test_each_line_keeps_its_own_end() -> None:
    before = "title: Wall\nclaims:\r\n- id: old\nquestions: []\r\n"
    after = with_addition(before, CLAIM)
    assert added(before, after) == [f"{line}\r" for line in CLAIM.claim]


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("claims: [{id: old}]\n", "brackets"),
        ("actors: {mayor: {name: Mayor}}\nclaims:\n", "brackets"),
        ("title: a: b\nclaims:\n", "mend it first"),
        ("claims:\n  - id: old\n    by: mayor\n", "paste"),  # of another indentation
        ("claims:\n  old: entry\n", "paste"),
    ],
)
def test_where_it_can_t_be_put_in_nothing_is(text: str, why: str) -> None:
    with pytest.raises(ValueError, match=why):
        with_addition(text, WITH_ACTOR)


def test_the_command_fills_a_new_briefing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    articles = tmp_path / "briefings/wall/articles"
    articles.mkdir(parents=True)
    text = (
        "The mayor, Jon Abel, said that the wall will hold until spring.\n\nThe wall is forty metres long.\n"
    )
    (articles / "gazette.txt").write_text(text, encoding="utf-8")
    start(tmp_path, "wall", "The wall", date(2031, 3, 2))
    file = tmp_path / "briefings/wall/briefing.yml"
    before = file.read_text(encoding="utf-8")
    for words in ("the wall will hold until spring", "The wall is forty metres long"):
        assert main(["quote", "wall", words, "--write", "--root", str(tmp_path)]) == 0
    told = capsys.readouterr()
    assert "It stands in briefings/wall/briefing.yml, its speaker below 'actors'." in told.err
    after = file.read_text(encoding="utf-8")
    assert [line for line in added(before, after) if line.strip()] == [
        "- id: the-wall-will-hold-until-spring",
        "  text: >-",
        "  by: jon-abel",
        "  evidence:",
        "    gazette: the wall will hold until spring",
        "- id: the-wall-is-forty-metres-long",
        "  text: >-",
        "  by: article",
        "  evidence:",
        "    gazette: The wall is forty metres long",
        "actors:",
        "  jon-abel: {name: Jon Abel, kind: person}",
    ]
    # Nothing is wrong but what is left to write.
    assert {problem.code for problem in check(tmp_path).diagnostics} <= {
        *("empty-value", "missing-field", "unused-actor", "undated-article"),
    }


def test_words_of_two_places_are_not_put_in(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    articles = tmp_path / "briefings/wall/articles"
    articles.mkdir(parents=True)
    (articles / "gazette.txt").write_text("The wall holds well.\n\nThe wall holds well.\n", encoding="utf-8")
    start(tmp_path, "wall", "The wall", date(2031, 3, 2))
    file = tmp_path / "briefings/wall/briefing.yml"
    before = file.read_bytes()
    assert main(["quote", "wall", "wall holds well", "--write", "--root", str(tmp_path)]) != 0
    assert "take more of them" in capsys.readouterr().err
    assert file.read_bytes() == before
