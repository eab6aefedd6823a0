"""The command line: what each way to call it answers, and its exit status."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from generator import __version__, cli
from generator.cli.group import all_commands
from generator.files.lock import Busy
from generator.pipeline import Published, check, published_of
from generator.publish.builder_process import BuildFailed
from generator.publish.swap import SwapFailed
from generator.render.edition import Edition
from generator.render.reports.reference import schema_files
from tests.check.cases import MINIMAL
from tests.paths import REPOSITORY


@pytest.fixture
def root(tmp_path: Path) -> Path:
    shutil.copytree(MINIMAL, tmp_path / "root")
    return tmp_path / "root"


def _break(root: Path) -> None:
    path = root / "briefings/harbour/briefing.yml"
    path.write_text(
        path.read_text(encoding="utf-8").replace("stays closed until", "stays shut until"), encoding="utf-8"
    )


def test_clean(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["check", "--root", str(root)]) == 0
    assert cli.main(["check", "--root", str(root), "--hints", "--format", "json"]) == 0
    assert capsys.readouterr() == ("[]\n", "")


def test_errors(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _break(root)
    for form in ("text", "json", "github"):
        assert cli.main(["check", "--root", str(root), "--format", form]) == 1
        told = capsys.readouterr()
        assert "quote-differs" in told.out
        assert told.err == ""


def test_hints_stop_nothing(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = root / "briefings/harbour/briefing.yml"
    path.write_text(path.read_text(encoding="utf-8").replace("    origin: notice\n", ""), encoding="utf-8")
    assert cli.main(["check", "--root", str(root)]) == 0
    assert capsys.readouterr().out == ""
    assert cli.main(["check", "--root", str(root), "--hints", "--format", "json"]) == 0
    assert [one["severity"] for one in json.loads(capsys.readouterr().out)] == ["hint"]


@pytest.mark.parametrize(
    ("drafts", "arguments", "told"),
    [
        (0, [], "3 briefings, every quote found."),
        (1, [], "2 briefings, every quote found. 1 draft is not shown: --drafts"),
        (2, [], "1 briefing, every quote found. 2 drafts are not shown: --drafts"),
        (2, ["--drafts"], "3 briefings, every quote found."),
    ],
)
def test_drafts_that_are_not_shown_are_counted(
    root: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    drafts: int,
    arguments: list[str],
    told: str,
) -> None:
    text = (root / "briefings/harbour/briefing.yml").read_text(encoding="utf-8")
    for number in range(2):
        shutil.copytree(root / "briefings/harbour", root / f"briefings/harbour-{number}")
        status = "draft" if number < drafts else "published"
        (root / f"briefings/harbour-{number}/briefing.yml").write_text(
            text.replace("status: published", f"status: {status}"), encoding="utf-8"
        )

    def publish(root: Path, site: Path, *, drafts: bool, **_: object) -> Published:
        return published_of(check(root).library, Edition(drafts=drafts))

    monkeypatch.setattr("generator.pipeline.publish", publish)
    assert cli.main(["build", "--root", str(root), *arguments]) == 0
    assert capsys.readouterr().out == f"{root / 'site'}: {told}\n"


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ([], "Usage: "),
        (["nonsense"], "No such command 'nonsense'"),
        (["check", "--format", "xml"], "'xml' is not one of 'text', 'json', 'github'"),
        (["check", "--root", "nowhere"], "Directory 'nowhere' does not exist"),
        (["check", "--root", __file__], "is a file"),
        (["check", "nowhere.yml"], "'nowhere.yml' does not exist"),
        (["check", "--against", "HEAD", "--no-against"], "--against and --no-against exclude each other"),
        (["check", "--nonsense"], "No such option '--nonsense'"),
        (["build", "--builder", "make"], "'make' is not one of"),
        (["serve", "--port", "0"], "0 is not in the range"),
    ],
)
def test_wrong_usage(arguments: list[str], told: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(arguments) == 2
    printed = capsys.readouterr()
    assert told in " ".join(printed.err.split())
    assert "Traceback" not in printed.err
    assert printed.out == ""


def test_help_and_version(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["--version"]) == 0
    assert capsys.readouterr().out == f"{__version__}\n"
    assert cli.main(["-h"]) == 0
    shown = capsys.readouterr().out
    for name, command in all_commands().items():
        assert f"  {name}" in shown
        assert command.help
        assert cli.main([name, "--help"]) == 0


def test_root_without_briefings(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["check", "--root", str(tmp_path)]) == 1
    assert capsys.readouterr().out.startswith("briefings: error: There is no folder of briefings here.")


@pytest.mark.parametrize(
    ("named", "told"),
    [
        ("briefings", True),
        ("briefings/harbour", True),
        ("briefings/harbour/briefing.yml", True),
        ("briefings/../briefings/harbour/", True),
        (".", True),
        ("briefings/harbour/articles", False),
        ("briefings/actors.yml", False),
    ],
)
def test_only_some_files(
    root: Path, named: str, told: bool, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    _break(root)
    monkeypatch.chdir(root)
    assert cli.main(["check", named]) == int(told)
    assert bool(capsys.readouterr().out) is told


def test_only_some_files_of_a_root_elsewhere(
    root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Paths are those of the shell, and the root may be reached by a link."""
    _break(root)
    (tmp_path / "link").symlink_to("root")
    monkeypatch.chdir(tmp_path)
    for way in ("root", "link", str(root)):
        for other in ("root", "link", str(root)):
            assert cli.main(["check", "--root", way, f"{other}/briefings/harbour"]) == 1
            assert cli.main(["check", "--root", way, f"{other}/briefings/actors.yml"]) == 0
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize("command", ["build", "render"])
def test_errors_stop_what_writes(
    command: str, root: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    _break(root)
    before = sorted(root.rglob("*"))
    assert cli.main([command, "--root", str(root)]) == 1
    told = capsys.readouterr()
    assert "[quote-differs]" in told.err
    assert told.out == ""
    kept = [root / path for path in ("build", "build/cache", "build/cache/cache.sqlite")]
    assert sorted({*root.rglob("*")} - {*kept}) == before


@pytest.mark.parametrize(
    ("fault", "told"),
    [
        (BuildFailed("MkDocs stopped"), "Error: MkDocs stopped\n"),
        (SwapFailed("no room"), "Error: no room\n"),
        (Busy("another build"), "Error: another build\n"),
        (OSError(28, "No space left on device"), "Error: [Errno 28] No space left on device\n"),
        (KeyboardInterrupt(), "Stopped; the site is as it was.\n"),
    ],
)
def test_faults_of_the_machine(
    fault: BaseException,
    told: str,
    root: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise fault

    monkeypatch.setattr("generator.pipeline.publish", fail)
    assert cli.main(["build", "--root", str(root)]) == 2
    printed = capsys.readouterr()
    assert (printed.out, printed.err.lstrip("\n")) == ("", told)


def test_faults_of_ours_keep_their_traceback(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("generator.pipeline.publish", fail)
    with pytest.raises(ZeroDivisionError):
        cli.main(["build", "--root", str(root)])


def test_schema(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for _ in range(2):
        assert cli.main(["schema", "--root", str(tmp_path)]) == 0
        written = {path.name: path.read_bytes().decode() for path in (tmp_path / "schema").iterdir()}
        assert written == schema_files()
    assert capsys.readouterr().out == f"{tmp_path}/schema: {len(schema_files())} files\n" * 2


@pytest.mark.parametrize(("arguments", "status"), [(["check"], 1), (["nonsense"], 2), (["--version"], 0)])
@pytest.mark.parametrize("encoding", ["utf-8", "latin-1"])
def test_in_a_process_of_its_own(arguments: list[str], status: int, encoding: str, root: Path) -> None:
    """Also where the terminal has no curly quotation marks."""
    _break(root)
    done = subprocess.run(
        [sys.executable, "-m", "generator", *arguments],
        cwd=root,
        env={**os.environ, "PYTHONPATH": str(REPOSITORY), "PYTHONIOENCODING": encoding},
        check=False,
        capture_output=True,
    )
    assert done.returncode == status, done.stderr
    assert b"Traceback" not in done.stderr
    if status == 1:
        assert done.stderr == b""
        assert b"[quote-differs]" in done.stdout
        assert ("“".encode() if encoding == "utf-8" else rb"\u201c") in done.stdout
