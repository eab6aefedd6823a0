"""The command `fix`: what it writes, what it tells, and its exit status."""

import subprocess
from pathlib import Path

import pytest

from generator import cli
from tests.conftest import Repository
from tests.edit.fixes.base import BRIEFING, SUMMARY, changed, files_of

BROKEN = changed("title: The quay\n", "title: The quay: safe?\n").replace("by: mayor", "by: Halvard Ek")
MENDED = changed("title: The quay\n", 'title: "The quay: safe?"\n')
TOLD = f"""\
{BRIEFING}:2: quotation marks around a text that YAML misreads
{BRIEFING}:22: mayor for “Halvard Ek”
"""


def _fix(root: Path, *arguments: str) -> int:
    return cli.main(["fix", "--root", str(root), *arguments])


def test_mends_are_written_and_told(repository: Repository, capsys: pytest.CaptureFixture[str]) -> None:
    root = repository(files_of(BROKEN))
    assert _fix(root) == 0
    assert (*capsys.readouterr(),) == (TOLD, "")
    assert (root / BRIEFING).read_text(encoding="utf-8") == MENDED
    assert _fix(root) == 0
    assert (*capsys.readouterr(),) == ("Nothing to mend.\n", "")


def test_a_near_quote_is_offered_and_never_taken(
    repository: Repository, capsys: pytest.CaptureFixture[str]
) -> None:
    near = BROKEN.replace("a: the quay is safe until", "a: the quay was safe until")
    root = repository(files_of(near))
    assert _fix(root) == 1
    assert capsys.readouterr().out == (
        f"{TOLD}\nLeft to you:\n"
        f"{BRIEFING}:24:10: error: These words do not stand in briefings/quay/articles/a.txt. "
        "Nearest, on line 5, column 9: “the quay is safe until winter”. [quote-differs]\n"
        "   24 |       a: the quay was safe until winter\n"
        "      |          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^\n"
        '    = What differs: the quote has "was", the article "is". Copy the article\'s words exactly.\n\n'
        "1 error.\n"
    )
    written = (root / BRIEFING).read_text(encoding="utf-8")
    assert written == MENDED.replace("a: the quay is safe until", "a: the quay was safe until")
    assert _fix(root) == 1
    assert capsys.readouterr().out.startswith(f"{BRIEFING}:24:10: error: ")


def test_a_dry_run_shows_the_difference_and_writes_nothing(
    repository: Repository, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    root = repository(files_of(BROKEN.replace("\n", "\r\n").removesuffix("\r\n")))
    before = (root / BRIEFING).read_bytes()
    assert _fix(root, "--dry-run") == 0
    printed = capsys.readouterr()
    assert printed.err == TOLD
    assert (root / BRIEFING).read_bytes() == before
    (tmp_path / "patch").write_bytes(printed.out.encode())
    subprocess.run(["git", "apply", "--whitespace=nowarn", tmp_path / "patch"], cwd=root, check=True)
    patched = (root / BRIEFING).read_bytes()
    assert patched == MENDED.replace("\n", "\r\n").removesuffix("\r\n").encode()
    (root / BRIEFING).write_bytes(before)
    assert _fix(root) == 0
    assert (root / BRIEFING).read_bytes() == patched


def test_a_dry_run_tells_what_would_be_left(
    repository: Repository, capsys: pytest.CaptureFixture[str]
) -> None:
    root = repository(files_of(BROKEN.replace("a: the quay is safe until", "a: the quay was safe until")))
    assert _fix(root, "--dry-run") == 1
    printed = capsys.readouterr()
    assert printed.out.startswith(f"--- a/{BRIEFING}\n+++ b/{BRIEFING}\n@@ ")
    assert "[quote-differs]" in printed.err


def test_paths_narrow_what_is_mended_and_what_is_told(
    repository: Repository, capsys: pytest.CaptureFixture[str]
) -> None:
    other = "briefings/other/briefing.yml"
    root = repository(files_of(BROKEN, {other: "title: [\n"}))
    assert _fix(root, str(root / "briefings/quay")) == 0
    assert capsys.readouterr().out == TOLD
    assert _fix(root, str(root / other)) == 1
    assert capsys.readouterr().out.startswith(f"{other}:1:8: error: ")
    assert (root / other).read_text(encoding="utf-8") == "title: [\n"


def test_keys_are_ordered_when_asked(repository: Repository, capsys: pytest.CaptureFixture[str]) -> None:
    root = repository(files_of())
    assert _fix(root) == 0
    assert _fix(root, "--order") == 0
    assert capsys.readouterr().out.count("keys in the order of the model") == 3
    assert (root / BRIEFING).read_text(encoding="utf-8") != SUMMARY
    assert cli.main(["check", "--root", str(root)]) == 0


def test_how_accounts_differ_is_left_to_a_person(
    repository: Repository, capsys: pytest.CaptureFixture[str]
) -> None:
    old = SUMMARY.replace(
        "    evidence: {b: the work begins}\n",
        "    evidence: {b: the work begins}\n"
        "    relations:\n    - {kind: contradicts, claim: quay-is-safe, note: They differ.}\n",
    )
    root = repository(files_of(old))
    assert _fix(root) == 1
    assert capsys.readouterr().out.endswith("its 'differ' quote their words: work-begins-quay-is-safe.\n")


def test_a_file_that_cannot_be_written_stays(
    repository: Repository, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    root = repository(files_of(BROKEN))

    def refuse(*_: object, **__: object) -> None:
        raise OSError("No space left on device")

    monkeypatch.setattr("generator.files.folder.os.replace", refuse)
    assert _fix(root) == 2
    assert capsys.readouterr().err == "Error: No space left on device\n"
    assert (root / BRIEFING).read_text(encoding="utf-8") == BROKEN
    assert {path.name for path in (root / BRIEFING).parent.iterdir()} == {"briefing.yml", "articles"}
