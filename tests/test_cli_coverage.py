"""The command ``coverage``: which briefings it tells, in which form, and its exit status."""

import json
import shutil
from collections import Counter
from pathlib import Path

import pytest

from generator import cli
from tests.check.cases import with_two_briefings
from tests.paths import GOLDEN


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return with_two_briefings(tmp_path / "root")


def _set(root: Path, *settings: str) -> None:
    (root / "mkdocs.yml").write_text("\n    ".join(["extra:\n  briefings:", *settings]), encoding="utf-8")


def _break(root: Path, slug: str) -> None:
    path = root / f"briefings/{slug}/briefing.yml"
    path.write_text(
        path.read_text(encoding="utf-8").replace("stays closed until", "stays shut until"), encoding="utf-8"
    )


def _run(capsys: pytest.CaptureFixture[str], root: Path, *arguments: str) -> tuple[int, str, str]:
    status = cli.main(["coverage", "--root", str(root), *arguments])
    told = capsys.readouterr()
    return status, told.out, told.err


def test_all_briefings_or_one(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, out, err = _run(capsys, root, "--format", "json")
    assert (status, err) == (0, "")
    everything = json.loads(out)
    assert [one["briefing"] for one in everything] == ["harbour"] * 8 + ["quay"] * 8
    assert {tuple(one) for one in everything} == {
        ("briefing", "article", "sentence", "line", "column", "state")
    }
    status, out, err = _run(capsys, root, "quay", "--format", "json")
    assert (status, json.loads(out), err) == (0, everything[8:], "")


def test_text_is_the_default(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, out, err = _run(capsys, root, "quay")
    assert (status, err) == (0, "")
    assert out.startswith(
        "briefings/quay/articles/a.md (source A)\n6 sentences: 1 cited, 0 set aside, 5 unused;"
    )
    assert out.endswith(
        "\nAll 2 articles: 8 sentences: 2 cited, 0 set aside, 6 unused; 93 of 108 words untouched.\n"
    )
    assert _run(capsys, root, "quay", "--format", "text") == (0, out, "")


@pytest.mark.parametrize(
    ("slug", "told"),
    [
        ("nowhere", "There is no briefing 'nowhere'."),
        ("harbor", "There is no briefing 'harbor'. Did you mean 'harbour'?"),
        ("..", "There is no briefing '..'."),
        ("", "There is no briefing ''."),
        ("articles", "There is no briefing 'articles'."),
    ],
)
def test_unknown_slug(root: Path, slug: str, told: str, capsys: pytest.CaptureFixture[str]) -> None:
    status, out, err = _run(capsys, root, slug)
    assert (status, out) == (2, "")
    assert err.endswith(f"Error: {told}\n")


def test_wrong_usage(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for arguments in (["--format", "github"], ["harbour", "quay"], ["--nonsense"]):
        assert _run(capsys, root, *arguments)[:2] == (2, "")


def test_errors_are_told_as_check_tells_them(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _break(root, "quay")
    for form in ("text", "json"):
        assert cli.main(["check", "--root", str(root), "--format", form]) == 1
        expected = capsys.readouterr().out
        assert "quote-differs" in expected
        assert _run(capsys, root, "--format", form) == (1, expected, "")
        assert _run(capsys, root, "quay", "--format", form) == (1, expected, "")
        assert _run(capsys, root, "harbour", "--format", form)[::2] == (0, "")


def test_a_briefing_that_cannot_be_read_is_no_unknown_one(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (root / "briefings/quay/briefing.yml").unlink()
    status, out, err = _run(capsys, root, "quay")
    assert (status, err) == (1, "")
    assert "[missing-file]" in out
    assert _run(capsys, root, "qua")[0] == 2


def test_too_little_is_told_below_the_table(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    table = _run(capsys, root, "quay")[1]
    data = _run(capsys, root, "quay", "--format", "json")[1]
    _set(root, "minimum_coverage: 20", "maximum_share: 40")
    status, out, err = _run(capsys, root, "quay")
    assert (status, err) == (1, "")
    assert out.startswith(table)
    errors = out.removeprefix(table)
    assert errors.startswith("\nbriefings/quay/articles/")
    assert errors.count(": error: ") == 2
    assert "quay/articles/a.md:5:82: error: Cited or set aside: 1 of this article's 6 sentences." in errors
    assert "quay/articles/b.txt: error: The site would show 10 of this article's 23 words." in errors
    # Programs get the same list, and the errors on the other stream.
    assert _run(capsys, root, "quay", "--format", "json") == (1, data, errors)


def test_every_sentence_is_told_with_what_became_of_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Counted in the articles by hand; the two sources that were withdrawn have none."""
    shutil.copytree(GOLDEN, tmp_path / "golden")
    status, out, _ = _run(capsys, tmp_path / "golden", "oldmere-bridge", "--format", "json")
    assert status == 0
    sentences = json.loads(out)
    assert Counter(sentence["article"] for sentence in sentences) == {"courier": 9, "harbour": 8, "lettre": 2}
    assert [
        (sentence["state"], sentence["sentence"]) for sentence in sentences if sentence["state"] != "cited"
    ] == [
        ("set-aside", "The tower clock beside the\nbridge was repainted last year."),
        ("set-aside", "It does not say who wrote the report."),
        ("unused", "Personne ne sait à quelle date."),
    ]
