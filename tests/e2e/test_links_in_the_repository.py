"""Links that a proposal put where a command reads or writes: refused, and nothing behind them is touched."""

import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from generator.cli import main
from tests.paths import GOLDEN, REPOSITORY, copy_settings

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="links need a privilege there")

PRECIOUS = {"thesis.txt": b"years of work", "pages/.gitignore": b"*\n", "pages/thesis.md": b"more of it"}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A repository of one small briefing, with the site's own settings and templates."""
    root = tmp_path / "root"
    shutil.copytree(GOLDEN / "briefings" / "ferry-timetable", root / "briefings" / "ferry-timetable")
    shutil.copy(GOLDEN / "briefings" / "actors.yml", root / "briefings")
    copy_settings(root)
    for name in ("templates", "generator"):
        left_out = shutil.ignore_patterns("__pycache__")
        shutil.copytree(REPOSITORY / name, root / name, ignore=left_out)
    (root / "build" / "pages").mkdir(parents=True)
    (root / "build" / "pages" / ".gitignore").write_text("*\n!.gitignore\n", encoding="utf-8")
    return root


@pytest.fixture
def victim(tmp_path: Path) -> Path:
    """A folder outside that holds what nobody may touch."""
    for name, content in PRECIOUS.items():
        (tmp_path / "victim" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "victim" / name).write_bytes(content)
    return tmp_path / "victim"


def _content(folder: Path) -> Mapping[str, bytes]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def _link(place: Path, target: Path) -> None:
    if place.is_dir():
        shutil.rmtree(place)
    place.unlink(missing_ok=True)
    place.parent.mkdir(parents=True, exist_ok=True)
    place.symlink_to(target)


@pytest.mark.parametrize("command", [["build", "--clean"], ["build"], ["render"]])
@pytest.mark.parametrize("link", ["build", "build/pages"])
def test_build_folder_that_is_a_link(
    root: Path, victim: Path, command: list[str], link: str, capsys: pytest.CaptureFixture[str]
) -> None:
    _link(root / link, victim if link == "build" else victim / "pages")
    assert main([*command, "--root", str(root)]) == 2
    assert f"{root / link} is a symbolic link." in capsys.readouterr().err
    assert _content(victim) == PRECIOUS


@pytest.mark.parametrize("link", ["schema", "schema/fields.md"])
def test_schema_is_not_written_through_a_link(
    root: Path, victim: Path, link: str, capsys: pytest.CaptureFixture[str]
) -> None:
    _link(root / link, victim if link == "schema" else victim / "thesis.txt")
    assert main(["schema", "--root", str(root)]) == 2
    assert f"{root / link} is a symbolic link." in capsys.readouterr().err
    assert _content(victim) == PRECIOUS


@pytest.mark.parametrize("link", ["templates/overrides/x.txt", "templates/overrides/more", "mkdocs.yml"])
def test_nothing_is_published_through_a_link(
    root: Path, victim: Path, link: str, capsys: pytest.CaptureFixture[str]
) -> None:
    target = victim / "thesis.txt" if link.endswith(".txt") else victim
    if link == "mkdocs.yml":
        target = victim / "mkdocs.yml"
        shutil.copy(root / link, target)
    _link(root / link, target)
    assert main(["build", "--root", str(root)]) in (1, 2)
    told = capsys.readouterr().err
    assert link in told
    assert "link" in told
    assert b"years of work" not in b"".join(_content(root / "site").values())


def test_site_builder_run_alone_publishes_nothing_through_a_link(root: Path, victim: Path) -> None:
    _link(root / "templates/overrides/x.txt", victim / "thesis.txt")
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "-f", str(root / "mkdocs.yml")]
    done = subprocess.run(command, cwd=root, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 1
    assert "x.txt is a symbolic link." in done.stdout + done.stderr
    assert not (root / "site").exists()


@pytest.mark.parametrize("setting", ["custom_dir: ../victim", "docs_dir: ../victim/pages"])
def test_folders_outside_the_root_are_refused(root: Path, victim: Path, setting: str) -> None:
    config = root / "mkdocs.yml"
    name = setting.partition(":")[0]
    lines = [
        line[: len(line) - len(line.lstrip())] + setting if line.strip().startswith(f"{name}:") else line
        for line in config.read_text(encoding="utf-8").splitlines()
    ]
    config.write_text("\n".join(lines), encoding="utf-8")
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "-f", str(config)]
    done = subprocess.run(command, cwd=root, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 1
    assert f"{name} must be a folder below {root}" in done.stdout + done.stderr
    assert _content(victim) == PRECIOUS


def test_site_is_not_put_behind_a_link(root: Path, victim: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _link(root / "out", victim)
    assert main(["build", "--root", str(root), "--site", str(root / "out" / "site")]) == 2
    assert f"{root / 'out'} is a symbolic link." in capsys.readouterr().err
    assert _content(victim) == PRECIOUS


def test_control_without_links_it_builds(root: Path, victim: Path) -> None:
    assert main(["build", "--clean", "--root", str(root)]) == 0
    assert main(["schema", "--root", str(root)]) == 0
    assert (root / "site" / "index.html").is_file()
    assert (root / "schema" / "fields.md").is_file()
    assert _content(victim) == PRECIOUS
