"""The summary beside a pull request."""

import shutil
from pathlib import Path

import pytest

from generator.cli import main
from generator.model.diagnostics import problem
from generator.model.span import Span
from generator.pipeline import check
from generator.render.reports.github_summary import as_summary
from tests.check.cases import MINIMAL
from tests.paths import GOLDEN


def test_nothing_wrong() -> None:
    assert as_summary((), []) == "## Every quote was found\n"


def test_problems_in_a_table_escaped() -> None:
    told = [
        problem(
            "unknown-id",
            Span("briefings/x/briefing.yml", 3, 5, 3, 8),
            what="claim",
            id="<img>|*a*",
            mean="",
            where="",
        ),
        problem("unused-actor", Span("briefings/actors.yml", 2, 3, 2, 4), id="mayor"),
    ]
    assert as_summary((), told) == (
        "## 1 error: nothing would be published\n\n"
        "### Errors (1)\n\n"
        "| where | what | what to do |\n|---|---|---|\n"
        "| briefings/x/briefing.yml, line 3, column 5 | There is no claim '&#60;img&#62;&#124;&#42;a&#42;'. "
        "(unknown-id) | Check the spelling, or add it. |\n\n"
        "### Hints (1)\n\n"
        "| where | what | what to do |\n|---|---|---|\n"
        "| briefings/actors.yml, line 2, column 3 | No entry names the actor 'mayor'. (unused-actor) | "
        "Take it out if it is not needed. |\n"
    )


def test_more_than_can_be_listed() -> None:
    told = [problem("not-a-space", Span("f", line, 1, line, 2), character="A tab") for line in range(1, 260)]
    summary = as_summary((), told)
    assert summary.count("\n| f, line") == 200
    assert "| | and 59 more | |" in summary


def test_what_was_read_is_counted() -> None:
    # Counted in the YAML by hand: all claims, their quotes, and the questions that are open.
    counts = {"bell tower": "0 | 0 | 0", "ferry": "1 | 1 | 0", "tax": "1 | 1 | 1", "bridge": "19 | 21 | 9"}
    rows = as_summary(check(GOLDEN).findings, []).splitlines()[4:]
    for row, (title, count) in zip(rows, counts.items(), strict=True):
        assert row.startswith(f"| The {title}")
        assert row.endswith(f" | {count} |")


def test_check_writes_it_where_github_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    page = tmp_path / "summary.md"
    page.write_text("before\n", encoding="utf-8")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(page))
    shutil.copytree(MINIMAL, tmp_path / "root")
    assert main(["check", "--root", str(tmp_path / "root"), "--format", "github"]) == 0
    assert page.read_text(encoding="utf-8").startswith("before\n## Every quote was found\n")
    assert capsys.readouterr().out == ""
