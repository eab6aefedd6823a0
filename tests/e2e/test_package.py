"""The wheel: built without a network, installed elsewhere, it works with its own templates."""

import os
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.paths import GOLDEN, REPOSITORY


def run(*arguments: str | Path, cwd: Path, **environment: str) -> str:
    done = subprocess.run(
        [sys.executable, *map(str, arguments)],
        cwd=cwd,
        env=os.environ | environment,
        check=False,
        capture_output=True,
        text=True,
        encoding="utf-8",
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="session")
def wheel(tmp_path_factory: pytest.TempPathFactory, copy: Callable[[Path], Path]) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    run("-m", "hatchling", "build", "-t", "wheel", "-d", folder / "dist", cwd=copy(folder / "root"))
    [built] = (folder / "dist").glob("*.whl")
    return built


@pytest.fixture(scope="session")
def installed(tmp_path_factory: pytest.TempPathFactory, wheel: Path) -> Path:
    folder = tmp_path_factory.mktemp("installed") / "here"
    options = ("--quiet", "--no-deps", "--no-index", "--disable-pip-version-check", "--no-compile")
    run("-m", "pip", "install", *options, "--target", folder, wheel, cwd=wheel.parent)
    return folder


def test_wheel_holds_the_package_and_every_template(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
    for folder, below in (("generator", "generator"), ("templates", "generator/_templates")):
        for path in (REPOSITORY / folder).rglob("*"):
            if path.is_file() and "__pycache__" not in path.parts and not path.name.startswith("."):
                assert f"{below}/{path.relative_to(REPOSITORY / folder).as_posix()}" in names
    outside = {name for name in names if not name.startswith(("generator/", "briefing_generator-"))}
    assert outside == set()
    assert not [name for name in names if "__pycache__" in name or "/tests/" in name]


def test_installed_generator_checks_briefings_elsewhere(installed: Path, tmp_path: Path) -> None:
    where = run("-c", "import generator; print(generator.__file__)", cwd=tmp_path, PYTHONPATH=str(installed))
    assert Path(where.strip()).is_relative_to(installed)  # and not this repository's
    shutil.copytree(GOLDEN, tmp_path / "root")
    run("-m", "generator", "check", "--root", tmp_path / "root", cwd=tmp_path, PYTHONPATH=str(installed))


def test_installed_generator_renders_with_its_own_templates(
    installed: Path, tmp_path: Path, copy: Callable[[Path], Path]
) -> None:
    root = copy(tmp_path / "root")
    template = installed / "generator" / "_templates" / "method.md.jinja"
    template.write_text(template.read_text(encoding="utf-8") + "\nFrom the package.\n", encoding="utf-8")
    run("-m", "generator", "render", "--root", root, cwd=tmp_path, PYTHONPATH=str(installed))
    method = (root / "build" / "pages" / "method.md").read_text(encoding="utf-8")
    assert method.endswith("From the package.\n")


def test_installed_generator_has_its_command(installed: Path, tmp_path: Path) -> None:
    [command] = [path for path in (installed / "bin").iterdir() if path.stem == "briefing"]
    version = run(command, "--version", cwd=tmp_path, PYTHONPATH=str(installed))
    assert version == run("-m", "generator", "--version", cwd=REPOSITORY)
    assert version.strip()
