import gzip
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path

import pytest

from generator.files.write import replace_files
from generator.publish import builder_process
from generator.publish.builder_process import BuildFailed
from generator.publish.builders import BUILDERS
from generator.publish.link_check import broken_links
from generator.publish.serve import serve
from generator.publish.site_builder import build_site
from generator.publish.swap import MARK, staging
from tests.paths import REPOSITORY

Snapshot = Callable[[Path], dict[str, bytes | str]]


def _render(root: Path) -> None:
    """Writes the pages as the generator would before it builds."""
    folder = root / "briefings"
    pages = {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*.*")}
    replace_files(root, "build/pages", pages)


def test_good_pages_make_a_site_without_broken_links(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _render(root)
    monkeypatch.setenv("SITE_URL", "https://example.org/team/")
    result = build_site(root, tmp_path / "out")
    assert (result.builder, result.seconds > 0) == ("mkdocs", True)
    assert (tmp_path / "out" / MARK).is_file()
    assert broken_links(tmp_path / "out", "/team/") == []
    # The control: 404.html alone names its files from the host's root.
    assert {page for page, _, _ in broken_links(tmp_path / "out", "/other/")} == {"404.html"}

    sitemap = (tmp_path / "out/sitemap.xml").read_bytes()
    assert sitemap.count(b"<loc>https://example.org/team/") == 8
    assert b"actors" not in sitemap  # noindex
    assert sitemap.count(b"<lastmod>") == sitemap.count(b"<lastmod>2026-11-22</lastmod>") == 1
    assert gzip.decompress((tmp_path / "out/sitemap.xml.gz").read_bytes()) == sitemap
    home = (tmp_path / "out/index.html").read_text(encoding="utf-8")
    assert "fonts.googleapis" not in home
    assert '<link rel="canonical" href="https://example.org/team/">' in home


def test_without_an_address_the_site_stands_at_its_hosts_root(root: Path, tmp_path: Path) -> None:
    _render(root)
    build_site(root, tmp_path / "out")
    assert broken_links(tmp_path / "out") == []
    assert not list((tmp_path / "out").glob("sitemap*"))


def test_same_pages_give_the_same_bytes(
    root: Path,
    tmp_path: Path,
    later: Path,
    make_root: Callable[[Path], Path],
    monkeypatch: pytest.MonkeyPatch,
    tree: Snapshot,
) -> None:
    _render(root)
    monkeypatch.setenv("SITE_URL", "https://example.org/")
    for name, value in {"TZ": "UTC", "LC_ALL": "C.utf8", "PYTHONHASHSEED": "0"}.items():
        monkeypatch.setenv(name, value)
    build_site(root, tmp_path / "one")

    elsewhere = make_root(tmp_path / "somewhere else, é")
    for path in sorted((elsewhere / "briefings").rglob("*.md"), reverse=True):
        os.utime(path, (0, 0))
    _render(elsewhere)
    for name, value in {
        "TZ": "Asia/Kathmandu",
        "LC_ALL": "C",
        "PYTHONHASHSEED": "12345",
        "PYTHONPATH": str(later),
        "SOURCE_DATE_EPOCH": "1700000000",
        "COLUMNS": "20",
    }.items():
        monkeypatch.setenv(name, value)
    monkeypatch.chdir(later)
    build_site(elsewhere, tmp_path / "two")
    assert tree(tmp_path / "one") == tree(tmp_path / "two")


def test_bare_mkdocs_writes_the_clock(
    root: Path, tmp_path: Path, later: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The control of the test above: without us and our hook, what MkDocs writes tells the day."""
    _render(root)
    config = (root / "mkdocs.yml").read_text(encoding="utf-8").replace("hooks:", "exclude_docs: |")
    (root / "mkdocs.yml").write_text(config, encoding="utf-8")
    monkeypatch.setenv("SITE_URL", "https://example.org/")
    monkeypatch.setenv("NO_MKDOCS_2_WARNING", "1")
    command = [sys.executable, "-m", "mkdocs", "build", "-f", str(root / "mkdocs.yml"), "-d"]
    maps = []
    for folder in ("now", "then"):
        subprocess.run([*command, str(tmp_path / folder)], check=True, capture_output=True)
        maps.append((tmp_path / folder / "sitemap.xml.gz").read_bytes())
        monkeypatch.setenv("PYTHONPATH", str(later))
    assert maps[0] != maps[1]
    assert gzip.decompress(maps[0]) != gzip.decompress(maps[1])

    build_site(root, tmp_path / "ours")  # without the hook as well
    assert (tmp_path / "ours/sitemap.xml").read_bytes().count(b"<lastmod>1980-01-01</lastmod>") == 9


@pytest.mark.parametrize(
    ("link", "words"),
    [
        ("[gone](gone.md)", "'gone.md'"),
        ("[gone](north/index.md#gone)", "'#gone'"),
        ("[gone](/north/)", "'/north/'"),
    ],
)
def test_broken_link_fails_and_leaves_the_old_site(root: Path, tree: Snapshot, link: str, words: str) -> None:
    _render(root)
    with staging(root / "site") as new:
        build_site(root, new)
    before = tree(root / "site")
    assert "index.html" in before

    with (root / "briefings/index.md").open("a", encoding="utf-8") as page:
        page.write(link)
    _render(root)
    with pytest.raises(BuildFailed) as failure, staging(root / "site") as new:
        build_site(root, new)
    assert str(failure.value).startswith("mkdocs couldn't build the site:\nWARNING")
    assert words in str(failure.value)
    assert "Traceback" not in str(failure.value)
    assert "INFO" not in str(failure.value)
    assert tree(root / "site") == before
    assert sorted(path.name for path in root.glob(".*")) == [".site.lock"]


@pytest.mark.skipif(sys.platform == "win32", reason="no such signals there")
def test_killed_real_build_leaves_the_old_site(root: Path, tree: Snapshot) -> None:
    _render(root)
    with staging(root / "site") as new:
        build_site(root, new)
    before = tree(root / "site")
    script = (
        "import sys; from pathlib import Path; from generator.publish import site_builder, swap\n"
        "root = Path(sys.argv[1])\n"
        "with swap.staging(root / 'site') as new: site_builder.build_site(root, new)"
    )
    for delay in (0.2, 0.45, 0.7):
        with subprocess.Popen(
            [sys.executable, "-c", script, str(root)], cwd=REPOSITORY, start_new_session=True
        ) as build:
            time.sleep(delay)
            os.killpg(build.pid, signal.SIGKILL)
            build.wait()
        assert tree(root / "site") == before
    # The control: the same script, left alone, builds the same site.
    subprocess.run([sys.executable, "-c", script, str(root)], cwd=REPOSITORY, check=True)
    assert tree(root / "site") == before
    assert sorted(path.name for path in root.glob(".*")) == [".site.lock"]


def test_fault_in_a_template_is_told(root: Path, tmp_path: Path) -> None:
    _render(root)
    (root / "templates/overrides/main.html").write_text("{% nonsense %}", encoding="utf-8")
    with pytest.raises(BuildFailed, match="nonsense"):
        build_site(root, tmp_path / "out")


def test_missing_parts_are_told(root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(ValueError, match="no site builder 'make'"):
        build_site(root, tmp_path / "out", "make")
    with pytest.raises(BuildFailed, match=r"mkdocs\.yml is missing"):
        build_site(tmp_path, tmp_path / "out")
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    with pytest.raises(BuildFailed, match="properdocs isn't installed"):
        build_site(root, tmp_path / "out", "properdocs")


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("import os; print('INFO    -  at work\\n  more', flush=True); os.kill(os.getpid(), 9)", "SIGKILL"),
        ("raise SystemExit(3)", "It printed nothing."),
        ("print('all is well')", "wrote no home page"),
    ],
)
def test_builder_that_misbehaves_is_told(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: str, words: str
) -> None:
    monkeypatch.setattr(builder_process, "python_command", lambda *arguments: [sys.executable, "-c", code])
    with pytest.raises(BuildFailed, match=words):
        build_site(root, tmp_path / "out")


def test_module_in_the_current_folder_is_not_run(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _render(root)
    for name in ("mkdocs", "jinja2", "material"):
        (root / f"{name}.py").write_text("raise SystemExit('hostile')", encoding="utf-8")
    monkeypatch.chdir(root)
    build_site(root, tmp_path / "out")


@pytest.mark.parametrize(
    "address",
    [
        "0.0.0.0:8000",
        "192.0.2.1:8000",
        "example.org:80",
        "8000",
        ":8000",
        "127.0.0.1",
        "127.0.0.1:x",
        "[::]:80",
    ],
)
def test_preview_for_others_is_refused(root: Path, monkeypatch: pytest.MonkeyPatch, address: str) -> None:
    monkeypatch.setattr(os, "execve", lambda *_: pytest.fail("it was started"))
    with pytest.raises(ValueError, match="for this computer only"):
        serve(root, address)


@pytest.mark.skipif(sys.platform == "win32", reason="a process can't become another there")
def test_preview_becomes_mkdocs(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    called: list[object] = []
    monkeypatch.setattr(os, "execve", lambda *arguments: called.extend(arguments))
    monkeypatch.setenv("BRIEFING_PAGES_READY", "1")
    serve(root, "localhost:8123")
    program, command, environment = called
    assert program == sys.executable
    assert isinstance(command, list) and command[-2:] == ["-a", "127.0.0.1:8123"]
    assert isinstance(environment, dict) and "BRIEFING_PAGES_READY" not in environment


@pytest.mark.skipif(sys.platform == "win32", reason="a process can't become another there")
def test_preview_begins_without_a_folder_of_pages(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.rmtree(root / "build")
    monkeypatch.setattr(os, "execve", lambda *_: None)
    serve(root, "127.0.0.1:8123")
    assert (root / "build/pages").is_dir()


def test_preview_without_settings_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "execve", lambda *_: pytest.fail("it was started"))
    with pytest.raises(BuildFailed, match=r"mkdocs\.yml is missing"):
        serve(tmp_path, "127.0.0.1:8123")
    assert list(tmp_path.iterdir()) == []


def test_taken_port_is_told_with_another(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "execve", lambda *_: pytest.fail("it was started"))
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        told = rf"Port {port} is taken, perhaps by another preview\. Name another one: --port (\d+)"
        with pytest.raises(BuildFailed, match=f"^{told}$") as failure:
            serve(root, f"127.0.0.1:{port}")
    other = re.search(told, str(failure.value))
    with socket.socket() as free:
        free.bind(("127.0.0.1", int(other[1]) if other else 0))


@pytest.mark.parametrize("name", [name for name in BUILDERS if name != "mkdocs"])
def test_other_builders_read_the_same_settings(root: Path, name: str, tree: Snapshot) -> None:
    if find_spec(name) is None:
        pytest.skip(f"{name} isn't installed")
    _render(root)
    sites = []
    for _ in range(2):
        shutil.rmtree(root / "site", ignore_errors=True)
        with staging(root / "site") as new:
            build_site(root, new, name)
        assert broken_links(root / "site") == []
        sites.append(tree(root / "site"))
    assert sites[0] == sites[1]
    assert "Zelenskiy" in (root / "site/actors/index.html").read_text(encoding="utf-8")
