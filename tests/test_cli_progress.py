"""What commands show of long work, and colours: on a terminal, in CI, and where nobody looks."""

import io
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from generator.cli import main
from generator.cli.progress import shown
from generator.progress import each
from tests.check.cases import MINIMAL
from tests.paths import REPOSITORY


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def _work(quiet: bool = False) -> None:
    with shown(quiet=quiet) as progress:
        assert list(each(("a", "b"), "Sorting letters", progress)) == ["a", "b"]
        progress("Posting them", 0, 0)


def test_in_ci_each_kind_of_work_has_a_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("CI", "true")
    _work()
    assert capsys.readouterr() == ("", "Sorting letters: 2\nPosting them\n")


def test_on_a_terminal_a_bar_goes_with_the_work(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = _Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    _work()
    bars = [bar for bar in terminal.getvalue().replace("\r", "\n").splitlines() if "[" in bar and "]" in bar]
    assert [
        ("Sorting" in bar, "#" in bar, "-" in bar.partition("[")[2]) for bar in bars if "Sorting" in bar
    ] == [*((True, False, True), (True, True, True), (True, True, False))]
    assert "2/2" in terminal.getvalue()
    assert "Posting them" in bars[-1] and "-" not in bars[-1].rpartition("[")[2]


@pytest.mark.parametrize("ci", ["", "true"])
@pytest.mark.parametrize("quiet", [True, False])
def test_else_nothing_is_shown(
    ci: str, quiet: bool, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("CI", ci)
    _work(quiet)
    assert (capsys.readouterr().err == "") == (quiet or not ci)


@pytest.mark.parametrize("command", ["check", "build"])
def test_commands_take_quiet(
    command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A briefing with an error, so that nothing is built."""
    root = tmp_path / "root"
    shutil.copytree(MINIMAL, root)
    (root / "briefings/actors.yml").write_text("actors: {}\n", encoding="utf-8")
    monkeypatch.setenv("CI", "true")
    monkeypatch.delenv("BRIEFING_QUIET")
    assert main([command, "--root", str(root)]) == 1
    assert capsys.readouterr().err.startswith("Checking briefings\n")
    assert main([command, "--quiet", "--root", str(root)]) == 1
    assert "Checking briefings" not in capsys.readouterr().err


@pytest.mark.skipif(sys.platform == "win32", reason="a pseudo-terminal is POSIX's")
@pytest.mark.parametrize(
    ("environment", "coloured"), [({}, True), ({"NO_COLOR": "1"}, False), ({"TERM": "dumb"}, False)]
)
def test_problems_are_coloured_on_a_terminal_alone(
    environment: dict[str, str], coloured: bool, tmp_path: Path
) -> None:
    import pty

    root = tmp_path / "root"
    shutil.copytree(MINIMAL, root)
    (root / "briefings/actors.yml").write_text("actors: {}\n", encoding="utf-8")
    ours, theirs = pty.openpty()
    clean = {name: value for name, value in os.environ.items() if name not in ("NO_COLOR", "TERM")}
    command = [sys.executable, "-m", "generator", "check", "--no-against", "--root", str(root)]
    with subprocess.Popen(
        command, cwd=REPOSITORY, env={**clean, "TERM": "xterm", **environment}, stdout=theirs, stderr=theirs
    ) as process:
        os.close(theirs)
        printed = b""
        while True:
            try:
                part = os.read(ours, 65536)
            except OSError:  # Linux's word for the end
                break
            if not part:
                break
            printed += part
        process.wait()
    os.close(ours)
    assert b"There is no actor" in printed
    assert (b"\x1b[1;31merror" in printed) == coloured
