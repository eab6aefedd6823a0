"""A command that has nothing to do is told from one that has, whatever changed."""

import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.incremental import unchanged as module
from generator.incremental.unchanged import Done

THEME = "templates/overrides"


@pytest.fixture
def done(tmp_path: Path) -> Done:
    """A build of a repository with a commit, which ended well and is remembered."""
    root = tmp_path / "root"
    files = {
        "mkdocs.yml": "site_url: !ENV [SITE_URL, ADDRESS]\n",
        "briefings/actors.yml": "actors: {}\n",
        "briefings/harbour/briefing.yml": "title: x\n",
        f"{THEME}/main.html": "main",
        "site/index.html": "<p>",
        "site/a/index.html": "<p>",
        "README.md": "x",
    }
    for path, text in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")
    (root / ".gitignore").write_text("/build/\n/site/\n", encoding="utf-8")
    _git(root, "init", "-q", "-b", "main")
    _git(root, "add", ".")
    _git(root, "commit", "-q", "-m", "one")
    done = Done(root, ("build", "mkdocs"), root / "site")
    done.remember(done.state([THEME]), [THEME], "site: 1 briefing")
    return done


def _git(root: Path, *arguments: str) -> None:
    subprocess.run(
        ["git", "-c", "user.name=x", "-c", "user.email=x", *arguments],
        cwd=root,
        check=True,
        capture_output=True,
    )


def _write(path: str, text: str) -> Callable[[Path, pytest.MonkeyPatch], None]:
    def change(root: Path, _: pytest.MonkeyPatch) -> None:
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")

    return change


def _remove(path: str) -> Callable[[Path, pytest.MonkeyPatch], None]:
    def change(root: Path, _: pytest.MonkeyPatch) -> None:
        shutil.rmtree(root / path) if (root / path).is_dir() else (root / path).unlink()

    return change


def _commit(root: Path, _: pytest.MonkeyPatch) -> None:
    _git(root, "commit", "-q", "--allow-empty", "-m", "two")


def _branch(root: Path, _: pytest.MonkeyPatch) -> None:
    _git(root, "checkout", "-q", "-b", "other")


def _environment(_: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ADDRESS", "https://example.org/")


def _code(_: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "code_id", lambda: "another")


def _templates(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (root / "own").mkdir()
    monkeypatch.setattr(module, "templates_folder", lambda: root / "own")


def _link(root: Path, _: pytest.MonkeyPatch) -> None:
    (root / "briefings/harbour/articles").symlink_to(root)


def _same_length(root: Path, _: pytest.MonkeyPatch) -> None:
    """A file with other content, and the size and the time of before."""
    file = root / "briefings/harbour/briefing.yml"
    times = file.stat()
    file.write_text("title: y\n", encoding="utf-8")
    os.utime(file, ns=(times.st_atime_ns, times.st_mtime_ns))


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(_write("briefings/harbour/briefing.yml", "title: y\n"), id="briefing"),
        pytest.param(_same_length, id="briefing of the same size and time"),
        pytest.param(_write("briefings/harbour/articles/a.md", "A."), id="article"),
        pytest.param(_remove("briefings/harbour"), id="briefing removed"),
        pytest.param(_write("briefings/actors.yml", "actors: {a: {}}\n"), id="registry"),
        pytest.param(_write("mkdocs.yml", "site_url: x\n"), id="settings"),
        pytest.param(_write(f"{THEME}/main.html", "other"), id="theme"),
        pytest.param(_write(f"{THEME}/partials/x.html", "other"), id="theme added"),
        pytest.param(_write("site/index.html", "<i>"), id="site"),
        pytest.param(_write("site/b/index.html", "<p>"), id="site added"),
        pytest.param(_remove("site/a/index.html"), id="site removed"),
        pytest.param(_remove("site"), id="no site"),
        pytest.param(_remove("build"), id="no cache"),
        pytest.param(_environment, id="environment"),
        pytest.param(_code, id="code"),
        pytest.param(_templates, id="templates"),
        pytest.param(_commit, id="commit"),
        pytest.param(_branch, id="branch"),
        pytest.param(_link, id="link"),
    ],
)
def test_what_matters_is_seen(
    done: Done, change: Callable[[Path, pytest.MonkeyPatch], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert done.told() == "site: 1 briefing"
    change(done.root, monkeypatch)
    assert done.told() is None


@pytest.mark.parametrize("path", ["README.md", "notes/x.md"])
def test_what_does_not_matter_changes_nothing(done: Done, path: str, monkeypatch: pytest.MonkeyPatch) -> None:
    _write(path, "other")(done.root, monkeypatch)
    assert done.told() == "site: 1 briefing"


def test_another_command_or_site_is_another_work(done: Done) -> None:
    assert Done(done.root, ("build", "zensical"), done.site).told() is None
    assert Done(done.root, done.command, done.root / "other").told() is None
    assert Done(done.root, done.command).told() is None


def test_what_changed_during_the_work_is_not_remembered(done: Done) -> None:
    state = done.state([THEME])
    (done.root / "briefings/harbour/briefing.yml").write_text("title: z\n", encoding="utf-8")
    done.remember(state, [THEME], "site: 1 briefing")
    assert done.told() is None


def test_a_committed_cache_is_not_trusted(done: Done) -> None:
    _git(done.root, "add", "-f", "build/cache")
    assert done.told() is None
