"""The command `quote`: what it prints where, and its exit status."""

import io
import re
import shutil
from pathlib import Path

import pytest

from generator.cli import main
from tests.check.cases import MINIMAL

BRIEFING = "briefings/harbour/briefing.yml"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    shutil.copytree(MINIMAL, tmp_path / "root")
    return tmp_path / "root"


def test_words_are_printed_as_evidence(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    # As words of the shell, for who forgets the quotation marks.
    status = main(["quote", "harbour", "council", "has", "not", "agre", "--root", str(root)])
    expected = """\
    # Without quotation marks; by arnesen, as the checks read “she said”.
    evidence:
      a: council has not agreed
"""
    assert (status, *capsys.readouterr()) == (0, expected, "")


def test_words_are_read_from_input(
    root: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("the port\ncan't wait\n"))
    assert main(["quote", "harbour", "-", "--root", str(root)]) == 0
    assert "      a: the port can't wait\n" in capsys.readouterr().out


def test_a_claim_is_pasted_and_only_its_text_and_a_doubtful_speaker_are_missing(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = "Anti-ice paint was used on all of them"
    assert main(["quote", "harbour", words, "--claim", "--root", str(root)]) == 0
    claim = capsys.readouterr().out
    file = root / BRIEFING
    text = file.read_text(encoding="utf-8").replace("questions:\n", f"{claim}questions:\n")
    file.write_text(text, encoding="utf-8")
    assert main(["check", "--root", str(root)]) == 1
    told = capsys.readouterr().out
    # "… or so it said": whose words these are is for the editor to say.
    assert ("'text' is empty" in told, "'by' is empty" in told, told.count("error:")) == (True, True, 2)
    written = text.replace("text: >-\n", "text: >-\n        Anti-ice paint was used on all of them.\n")
    assert written != text
    written, times = re.subn(r"    by:(?= *(?:#|$))", "    by: article", written, flags=re.MULTILINE)
    assert times == 1
    file.write_text(written, encoding="utf-8")
    assert main(["check", "--root", str(root)]) == 0


def test_what_is_only_near_goes_to_standard_error(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status = main(["quote", "harbour", "the council has now agreed", "--root", str(root)])
    printed = capsys.readouterr()
    assert (status, printed.out) == (1, "")
    assert printed.err.startswith("Not found. These words do not stand in briefings/harbour/articles/a.md.")
    assert 'the quote has "the", the article "The"; the quote has "now", the article "not"' in printed.err
    assert printed.err.endswith("    evidence:\n      a: The council has not agreed\n")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["harbor", "the ice"], "Error: There is no briefing 'harbor'. Did you mean 'harbour'?\n"),
        (
            ["harbour", "the ice", "--article", "c"],
            "Error: There is no article 'c' in briefings/harbour.\n",
        ),
        (["harbour", "…"], "Error: These are no words: write some that stand in an article.\n"),
    ],
)
def test_what_cannot_be_asked(
    root: Path, arguments: list[str], told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    status = main(["quote", *arguments, "--root", str(root)])
    assert (status, *capsys.readouterr()) == (2, "", told)


def test_a_file_that_cannot_be_read_is_told(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (root / "briefings/harbour/articles/c.md").write_text("---\ntitle: Wall\n", encoding="utf-8")
    assert main(["quote", "harbour", "the ice is gone", "--root", str(root)]) == 0
    capsys.readouterr()
    assert main(["quote", "harbour", "an elephant dances", "--root", str(root)]) == 1
    told = capsys.readouterr().err
    assert "Not searched: briefings/harbour/articles/c.md: line 1: The front matter that begins here" in told
    assert told.endswith("Searched: a.md, b.txt.\n")
    (root / BRIEFING).write_text("claims: [\n", encoding="utf-8")
    assert main(["quote", "harbour", "the ice is gone", "--root", str(root)]) == 1
    unread = capsys.readouterr()
    assert unread.out == ""
    assert f"{BRIEFING}:" in unread.err
    assert unread.err.endswith("briefings/harbour could not be read.\n")
