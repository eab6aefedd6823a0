"""The skeleton of a new briefing: only what is empty is at fault, and its examples work as they stand."""

import re
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.cli import main
from generator.edit.new import skeleton, start
from generator.edit.yaml_text import WIDTH
from generator.read.source import Source
from generator.read.yaml_values import read_yaml
from tests.conftest import Repository

TODAY: Final = date(2026, 3, 4)
PATH: Final = "briefings/harbour-wall/briefing.yml"
ARTICLES: Final = {
    "briefings/harbour-wall/articles/a.txt": (
        "“I know the wall will hold until spring,” the mayor said. The wall is forty metres long.\n"
    ),
    "briefings/harbour-wall/articles/b.md": (
        "---\ntitle: 'Wall: how long?'\npublisher: The Gazette\npublished: 2026-03-02\n---\n"
        "The wall will hold for good, according to the mayor. The wall is forty metres long, he said.\n"
    ),
}


def _without_signs(text: str) -> str:
    """The skeleton with its examples taken out of the comments, as an editor does it."""
    lines = text.split("\n")
    example = False
    for at, line in enumerate(lines):
        example = (example and line != "") or line.startswith(("bottom_line:", "claims:", "questions:"))
        example = example or line == "# actors:"
        if example:
            lines[at] = line.removeprefix("# ")
    return "\n".join(lines)


def _told(root: Path, capsys: pytest.CaptureFixture[str]) -> list[str]:
    capsys.readouterr()
    main(["check", "--hints", "--root", str(root)])
    return re.findall(r"(?:error|hint): (.*)", capsys.readouterr().out)


@pytest.mark.parametrize("articles", [{"README.md": ""}, ARTICLES], ids=["without articles", "with articles"])
def test_checks_tell_only_what_is_empty(
    articles: Mapping[str, str], repository: Repository, capsys: pytest.CaptureFixture[str]
) -> None:
    root = repository(articles)
    assert main(["new", "harbour-wall", "--root", str(root)]) == 0
    assert _told(root, capsys) == [
        "'bottom_line' is empty. [empty-value]",
        "'claims' is empty. [empty-value]",
        "'questions' is empty. [empty-value]",
    ]


@pytest.mark.parametrize("names", [["a.txt"], ["a.txt", "b.md"]])
def test_examples_work_where_the_articles_have_their_words(
    names: list[str], repository: Repository, capsys: pytest.CaptureFixture[str]
) -> None:
    root = repository({path: text for path, text in ARTICLES.items() if path.endswith(tuple(names))})
    start(root, "harbour-wall", "", TODAY)
    file = root / PATH
    file.write_text(_without_signs(file.read_text(encoding="utf-8")), encoding="utf-8")
    assert _told(root, capsys) == []


def test_articles_are_named_and_tell_the_day(repository: Repository) -> None:
    root = repository(ARTICLES)
    assert start(root, "harbour-wall", "", TODAY).articles == 2
    text = (root / PATH).read_text(encoding="utf-8")
    assert "title: >-\n  Harbour wall\n" in text
    assert max(map(len, text.splitlines())) <= WIDTH
    assert "that on which b was published, 2026-03-02.\nas_of: 2026-03-02\n" in text
    assert (
        "# The articles by their ids:\n"
        "# a: “I know the wall will hold until spring,” …\n"
        "# b: Wall: how long?, The Gazette, 2026-03-02\n"
    ) in text


def test_articles_of_any_name_have_their_ids_in_the_examples(repository: Repository) -> None:
    root = repository(
        {
            f"briefings/harbour-wall/articles/{name}.txt": text
            for name, text in zip(["2024", "b-1", "c"], ["One.", "Two.", "Three."], strict=True)
        }
    )
    start(root, "harbour-wall", "", TODAY)
    text = (root / PATH).read_text(encoding="utf-8")
    assert '#     "2024": I know the wall' in text
    assert "#     b-1: The wall will hold for good" in text
    assert text.count("until spring ${2024}, or for good ${b-1}.") == 2
    assert f"as_of: {TODAY}\n" in text


def test_nothing_is_overwritten(repository: Repository, capsys: pytest.CaptureFixture[str]) -> None:
    root = repository({PATH: "title: Mine\n"})
    assert main(["new", "harbour-wall", "--root", str(root)]) == 2
    assert capsys.readouterr().err == f"Error: {PATH} is there already, and stays as it is.\n"
    assert (root / PATH).read_text(encoding="utf-8") == "title: Mine\n"


def test_a_name_that_is_no_address_is_refused(
    repository: Repository, capsys: pytest.CaptureFixture[str]
) -> None:
    root = repository({"README.md": ""})
    assert main(["new", "Harbour Wall", "--root", str(root)]) == 2
    told = capsys.readouterr().err
    assert told.startswith(
        "Error: 'Harbour Wall' cannot be part of an address. It must be lower-case letters"
    )
    assert told.endswith(" Try: harbour-wall\n")
    assert not (root / "briefings" / "Harbour Wall").exists()
    assert main(["new", "../wall", "--root", str(root)]) == 2
    assert not (root / "wall").exists()


def test_the_next_step_is_told(repository: Repository, capsys: pytest.CaptureFixture[str]) -> None:
    root = repository(ARTICLES)
    main(["new", "harbour-wall", "--root", str(root)])
    main(["new", "sea-wall", "--root", str(root)])
    assert capsys.readouterr().out.splitlines()[1::2] == [
        'Next, a claim from an article: python -m generator quote harbour-wall "some of its words" --write',
        "Next, an article: python -m generator import sea-wall FILE",
    ]


def test_a_title_that_no_file_may_hold_is_refused() -> None:
    with pytest.raises(ValueError, match="holds a character"):
        skeleton("wall", "A \x07 bell", [], TODAY)
    with pytest.raises(ValueError, match="holds a character"):
        skeleton("wall", "A \udcff bell", [], TODAY)
    with pytest.raises(ValueError, match="The title has 301 characters"):
        skeleton("wall", "w" * 301, [], TODAY)


_CHARACTERS = st.characters(blacklist_categories=["Cs", "Cc"], blacklist_characters="\ufeff\ufffe\uffff")


@given(st.text(_CHARACTERS, min_size=1, max_size=60).map(lambda text: " ".join(text.split())).filter(bool))
def test_whatever_the_title_it_reads_as_the_same(title: str) -> None:
    value, faults = read_yaml(Source("x.yml", skeleton("wall", title, [], TODAY)))
    assert isinstance(value, dict) and not faults
    assert value["title"] == title
