"""What bad input gets: each case's complete output, no traceback, and the old site as it was."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from generator import cli, pipeline
from tests.check.cases import MINIMAL, Case, read_cases
from tests.paths import REPOSITORY

CASES = read_cases()
# A build asks no revision what it had, so that what was taken away does not stop it.
BROKEN = [
    case
    for case in CASES
    if any(
        ": error: " in printed and "--against" not in given and "[id-taken-away]" not in printed
        for given, printed in case.sessions
    )
]
_ERROR = re.compile(r": error: |^::error |\"severity\": \"error\"", re.MULTILINE)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)
def test_output(
    case: Case,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    renew_golden: bool,
) -> None:
    monkeypatch.chdir(case.make(tmp_path / "repository"))
    assert case.sessions, "a case needs a console block"
    statuses, printed = [], []
    for arguments, _ in case.sessions:
        statuses.append(cli.main(arguments))
        printed.append(capsys.readouterr())
    if renew_golden:
        assert "PYTEST_XDIST_WORKER" not in os.environ, "two processes would write the same file"
        case.renew([one.out for one in printed])
        return
    assert [one.out for one in printed] == [expected for _, expected in case.sessions]
    assert not any(one.err for one in printed)
    assert statuses == [int(bool(_ERROR.search(one.out))) for one in printed]


@pytest.mark.parametrize("case", BROKEN, ids=lambda case: case.id)
def test_old_site_stays(
    case: Case, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    root = case.make(tmp_path / "repository")
    site = {"index.html": b"<p>the last good site", "briefings/harbour/index.html": b"\x00old"}
    for name, content in site.items():
        (root / "site" / name).parent.mkdir(parents=True, exist_ok=True)
        (root / "site" / name).write_bytes(content)
    before = _everything(root)

    def reached(*_: object) -> None:
        raise AssertionError("the site builder was reached")

    monkeypatch.setattr(pipeline, "build_site", reached)
    monkeypatch.setattr(pipeline, "replace_stamped", reached)
    assert cli.main(["build", "--root", str(root)]) == 1
    assert capsys.readouterr().err.endswith("Nothing was built; the site is as it was.\n")
    assert _everything(root) == before


@pytest.mark.parametrize(
    "case",
    [
        pytest.param(case, id=case.id, marks=pytest.mark.long if number % 8 else ())
        for number, case in enumerate(BROKEN[::8])
    ],
)
def test_in_a_process_of_its_own(case: Case, tmp_path: Path) -> None:
    root = case.make(tmp_path / "repository")
    arguments, expected = case.sessions[0]
    done = subprocess.run(
        [sys.executable, "-m", "generator", *arguments, "--root", str(root)],
        cwd=REPOSITORY,
        check=False,
        capture_output=True,
        timeout=60,
        env={**os.environ, "PYTHONIOENCODING": "utf-8"},
    )
    assert (done.returncode, done.stderr) == (1, b"")
    assert done.stdout.decode() == expected


def test_minimal_repository_has_no_fault(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The control: without it, every case above could owe its output to something else."""
    shutil.copytree(MINIMAL, tmp_path / "root")
    assert cli.main(["check", "--hints", "--root", str(tmp_path / "root")]) == 0
    assert capsys.readouterr() == ("", "")


def test_titles_are_distinct() -> None:
    ids = [case.id for case in CASES]
    assert len(set(ids)) == len(ids)


def _everything(root: Path) -> dict[str, bytes | str]:
    """Each regular file's bytes, and of all else only that it is there; without what was kept for later."""
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        if path.is_file() and not path.is_symlink()
        else "no file"
        for path in root.rglob("*")
        if path.relative_to(root).parts[0] != "build"
    }
