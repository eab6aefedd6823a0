"""What a page of the preview is answered: what the command prints of the same words."""

import shutil
from pathlib import Path

import pytest

from generator.cli import main
from generator.edit.ask import answer_page
from tests.check.cases import MINIMAL


@pytest.fixture
def root(tmp_path: Path) -> Path:
    shutil.copytree(MINIMAL, tmp_path / "root")
    return tmp_path / "root"


def _ask(root: Path, **query: str) -> dict[str, str]:
    whole = {"briefing": "harbour", "article": "a", "paragraph": "1", "before": "0", **query}
    return dict(answer_page(root, whole))


@pytest.mark.parametrize("claim", [False, True])
def test_a_page_has_what_the_command_prints(
    claim: bool, root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["quote", "harbour", "Ships wait out", "--root", str(root), *["--claim"] * claim]) == 0
    got = _ask(root, words="Ships wait out", before="71")
    assert got["claim" if claim else "quote"] + "\n" == capsys.readouterr().out
    assert got["exact"] == "Ships wait outside"


@pytest.mark.parametrize(
    ("before", "context"), [("39", "prefix: The"), ("55", "suffix: time"), ("72", "suffix: the")]
)
def test_of_several_places_the_selected_one_is_quoted(before: str, context: str, root: Path) -> None:
    # "The town has money, the town has time and the town has the will to act": the third paragraph.
    got = _ask(root, words="town has", paragraph="3", before=before)
    assert got["quote"].split("\n")[-2:] == ["        exact: town has", f"        {context}"]


def test_the_number_of_a_hidden_character_is_no_word(root: Path) -> None:
    file = root / "briefings/harbour/articles/b.txt"
    file.write_text("The ice\u200b is gone from the quay.\n", encoding="utf-8")
    assert _ask(root, article="b", words="iceU+200B is gone")["exact"] == "ice is gone"


@pytest.mark.parametrize(
    ("query", "why"),
    [
        (
            {"words": "an elephant dances"},
            "These words do not stand in briefings/harbour/articles/a.md, nor anything like them.",
        ),
        ({"words": "…"}, "These are no words: write some that stand in an article."),
        ({"words": "ice", "article": "c"}, "briefings/harbour can’t be read as it is now."),
        ({"words": "ice", "briefing": "../harbour"}, "briefings/../harbour can’t be read as it is now."),
        ({"words": "ice", "before": "x"}, "invalid literal for int() with base 10: 'x'"),
        ({}, "The question lacks 'words'."),
    ],
)
def test_why_there_is_no_quote(query: dict[str, str], why: str, root: Path) -> None:
    assert _ask(root, **query) == {"why": why}


def test_a_withdrawn_article_is_not_quoted(root: Path) -> None:
    file = root / "briefings/harbour/articles/b.txt"
    file.write_text(
        "---\nwithdrawn: {date: 2024-10-14, reason: Retracted.}\n---\nThe ice is gone.\n", encoding="utf-8"
    )
    assert _ask(root, article="b", words="The ice is gone") == {"why": "This article was withdrawn."}


def test_articles_that_are_not_searched_are_named(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    articles = root / "briefings/harbour/articles"
    (articles / "b.txt").write_text("---\ntitle: [\n---\nShips wait outside.\n", encoding="utf-8")
    (articles / "c.txt").write_text(
        "---\nwithdrawn: {date: 2024-10-14, reason: Retracted.}\n---\nShips wait.\n", encoding="utf-8"
    )
    (articles / "d.txt").write_text("The quay is old.\n", encoding="utf-8")

    def told(*words: str) -> tuple[int, str, list[str]]:
        code = main(["quote", "harbour", *words, "--root", str(root)])
        out, err = capsys.readouterr()
        return code, out, err.splitlines()

    code, out, err = told("an elephant dances")
    assert (code, out) == (1, "")
    assert err[0].startswith("Not searched: briefings/harbour/articles/b.txt: line ")
    assert err[1] == "Not searched: briefings/harbour/articles/c.txt: it was withdrawn."
    assert "Searched: a.md, d.txt." in err
    # Words that were found may stand in the other articles, too.
    code, out, err = told("Ships wait out")
    assert code == 0 and "a: Ships wait outside" in out
    assert [line.split(": ")[1] for line in err] == [
        "briefings/harbour/articles/b.txt",
        "briefings/harbour/articles/c.txt",
    ]
    # Of one article alone nothing of the others is told.
    assert told("quay", "--article", "d")[2] == []
    code, _, err = told("Ships", "--article", "b")
    assert code == 1 and err[0].startswith("Not searched: briefings/harbour/articles/b.txt: line ")
    assert err[1:] == ["No article was searched."]
