import os
import re
import shutil
import socket
import subprocess
import sys
import threading
import time
import urllib.request
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from types import ModuleType
from wsgiref.types import StartResponse, WSGIEnvironment

import pytest
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.livereload import LiveReloadServer
from mkdocs.structure.files import File, Files

from generator.files.lock import Busy, locked
from generator.files.write import replace_files
from generator.publish import hook
from generator.publish.preview.trouble import Trouble, failure
from generator.publish.site_builder import build_site
from generator.publish.swap import staging
from tests.paths import REPOSITORY

Snapshot = Callable[[Path], dict[str, bytes | str]]


def _mkdocs(root: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """As somebody runs it who knows nothing of the generator."""
    command = [sys.executable, "-P", "-m", "mkdocs", "build", *arguments]
    return subprocess.run(command, cwd=root, check=False, capture_output=True, text=True, encoding="utf-8")


def test_mkdocs_alone_gives_the_same_site(
    root: Path, tree: Snapshot, later: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SITE_URL", "https://example.org/")
    monkeypatch.setenv("PYTHONPATH", str(later))
    done = _mkdocs(root)
    assert done.returncode == 0, done.stderr
    alone = tree(root / "site")
    assert "Zelenskiy" in (root / "site/actors/index.html").read_text(encoding="utf-8")

    monkeypatch.delenv("PYTHONPATH")
    with staging(root / "site") as new:  # and the generator may replace what MkDocs alone has built
        build_site(root, new)
    assert tree(root / "site") == alone


def test_hook_leaves_pages_alone_that_are_ready(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folders = ("briefings", "topics", "actors", "questions", "changes", "api")
    names = ("index", "method", *(f"{folder}/index" for folder in folders))
    pages = {f"{name}.md": f"# Ready: {name}" for name in names}
    replace_files(root, "build/pages", pages | {"assets/briefing.css": ""})
    (root / "briefings/index.md").write_text("FAULT", encoding="utf-8")
    monkeypatch.setenv("BRIEFING_PAGES_READY", "1")
    done = _mkdocs(root)
    assert done.returncode == 0, done.stderr
    assert "Ready: index" in (root / "site/index.html").read_text(encoding="utf-8")


def test_error_leaves_the_old_site(root: Path, tree: Snapshot) -> None:
    assert _mkdocs(root).returncode == 0
    before = tree(root / "site"), tree(root / "build")
    (root / "briefings/method.md").write_text("FAULT", encoding="utf-8")
    done = _mkdocs(root)
    assert done.returncode == 1
    assert done.stderr.endswith("briefings/method.md:1:1: error: a fault\n")
    assert "The last good site is as it was." in done.stdout
    assert "Traceback" not in done.stderr
    assert (tree(root / "site"), tree(root / "build")) == before


def test_foreign_site_folder_is_left_alone(root: Path, tmp_path: Path, tree: Snapshot) -> None:
    (tmp_path / "home").mkdir()
    (tmp_path / "home/thesis.txt").write_text("years of work", encoding="utf-8")
    done = _mkdocs(root, "--site-dir", str(tmp_path / "home"))
    assert done.returncode == 1
    assert "holds files that the generator didn't write" in done.stderr
    assert tree(tmp_path / "home") == {"thesis.txt": b"years of work"}


def test_another_build_is_told_plainly(root: Path, tree: Snapshot) -> None:
    before = tree(root / "site")
    with locked(root, "build", ".lock"):
        done = _mkdocs(root)
    assert (done.returncode, "Another build is running here." in done.stderr) == (1, True)
    assert tree(root / "site") == before


@pytest.fixture
def config(root: Path, monkeypatch: pytest.MonkeyPatch) -> MkDocsConfig:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1")  # so that what the hook sets is taken back
    return load_config(str(root / "mkdocs.yml"))


@pytest.fixture
def render(root: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., None]]:
    """Sets what the generator renders: pages and errors, or something to raise."""
    module = ModuleType("generator.pipeline")
    monkeypatch.setitem(sys.modules, "generator.pipeline", module)

    def answer(pages: Mapping[str, str] | Exception, errors: str = "") -> None:
        def write_pages(folder: Path, into: str, *, drafts: bool, preview: bool) -> Trouble | None:
            assert folder == root
            if isinstance(pages, Exception):
                raise pages
            if errors:
                return failure(errors)
            replace_files(folder, into, pages)
            return None

        monkeypatch.setattr(module, "write_pages", write_pages, raising=False)

    yield answer
    hook.on_build_error()


def test_events_of_a_build(
    config: MkDocsConfig,
    render: Callable[..., None],
    root: Path,
    monkeypatch: pytest.MonkeyPatch,
    tree: Snapshot,
) -> None:
    hook.on_startup(command="build", dirty=False)
    render({"index.md": "one"})
    hook.on_pre_build(config)
    assert tree(root / "build/pages") == {".gitignore": b"*\n!.gitignore\n", "index.md": b"one"}
    with pytest.raises(Busy), locked(root, "build", ".lock"):
        pass
    hook.on_post_build(config)
    with locked(root, "build", ".lock"):
        pass
    assert (root / "site/.briefing-site").is_file()

    hook.on_pre_build(config)
    hook.on_build_error(error=ValueError())
    with locked(root, "build", ".lock"):
        pass

    before = tree(root)
    for answer, errors in (({"index.md": "two"}, "a fault"), ({"../index.md": "two"}, "")):
        render(answer, errors)
        with pytest.raises(Abort):
            hook.on_pre_build(config)
        assert tree(root) == before
    render(ZeroDivisionError())
    with pytest.raises(ZeroDivisionError):  # a fault of ours keeps its traceback
        hook.on_pre_build(config)
    monkeypatch.setenv("BRIEFING_PAGES_READY", "1")
    hook.on_pre_build(config)
    assert tree(root) == before


def test_events_of_a_preview(
    config: MkDocsConfig,
    render: Callable[..., None],
    root: Path,
    capsys: pytest.CaptureFixture[str],
    tree: Snapshot,
) -> None:
    hook.on_startup(command="serve", dirty=False)
    render({"index.md": "one"})
    hook.on_pre_build(config)
    hook.on_serve(Server(), config, lambda: None)
    with locked(root, "build", ".lock"):  # a preview holds it only while it writes
        pass
    before = tree(root)
    capsys.readouterr()
    for answer, errors, told in (
        ({"index.md": "two"}, "a fault", "a fault\n"),
        ({"../index.md": "two"}, "", "'../index.md' isn't a plain path"),
        (ZeroDivisionError("nothing"), "", "ZeroDivisionError: nothing\n"),
    ):
        render(answer, errors)
        with pytest.raises(Abort):
            hook.on_pre_build(config)
        printed = capsys.readouterr().err
        assert told in printed
        assert printed.endswith("The preview keeps the last good pages until this is mended.\n")
        assert tree(root) == before


@pytest.mark.parametrize(
    ("command", "address", "whole"),
    [
        ("serve", "127.0.0.1:8000", True),
        ("serve", "localhost:8000", True),
        ("serve", "0.0.0.0:8000", False),
        ("build", "127.0.0.1:8000", False),
    ],
)
def test_articles_are_whole_only_in_a_preview_for_this_computer(
    command: str, address: str, whole: bool, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[bool] = []

    def write_pages(folder: Path, into: str, *, drafts: bool, preview: bool) -> None:
        asked.append(preview)

    module = ModuleType("generator.pipeline")
    monkeypatch.setattr(module, "write_pages", write_pages, raising=False)
    monkeypatch.setitem(sys.modules, "generator.pipeline", module)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1")
    hook.on_startup(command=command, dirty=False)
    hook.on_pre_build(load_config(str(root / "mkdocs.yml"), dev_addr=address))
    hook.on_build_error()
    assert asked == [whole]


def test_first_build_of_a_preview_with_errors_has_no_page(
    config: MkDocsConfig, render: Callable[..., None], root: Path, tree: Snapshot
) -> None:
    pages = tree(root / "build/pages")
    home = File("index.md", str(root), str(root), use_directory_urls=True)
    hook.on_startup(command="serve", dirty=False)
    render({"index.md": "one"}, "a fault")
    hook.on_pre_build(config)
    assert [*hook.on_files(Files([home]))] == []
    assert (config.nav, config.strict) == (None, False)
    hook.on_post_build(config)
    assert tree(root / "build/pages") == pages
    assert "briefing-site" not in " ".join(tree(root / "site"))
    render({"index.md": "one"})
    hook.on_pre_build(config)
    assert len(hook.on_files(Files([home]))) == 1


class Server(LiveReloadServer):
    """Serves nothing, and remembers what it is to watch."""

    def __init__(self) -> None:
        self.called: list[tuple[str, str]] = []
        self.set_app(lambda environ, start_response: [])

    def watch(self, path: str, func: None = None, *, recursive: bool = True) -> None:
        self.called.append(("watch", path))

    def unwatch(self, path: str) -> None:
        self.called.append(("unwatch", path))


def test_preview_watches_what_is_there(config: MkDocsConfig, root: Path) -> None:
    (root / "templates/overrides").rmdir()
    (root / "templates").rmdir()
    hook.on_startup(command="serve", dirty=False)
    server = Server()
    hook.on_serve(server, config, lambda: None)
    assert server.called == [("watch", str(root / "briefings")), ("unwatch", str(root / "build/pages"))]


@pytest.mark.parametrize(("address", "quotes"), [("127.0.0.1:8000", True), ("0.0.0.0:8000", False)])
def test_a_preview_for_other_computers_quotes_nothing(root: Path, address: str, quotes: bool) -> None:
    asked: list[str] = []

    def site(environ: WSGIEnvironment, start_response: StartResponse) -> list[bytes]:
        asked.append(environ["PATH_INFO"])
        start_response("200 OK", [("Content-Type", "text/plain")])
        return []

    hook.on_startup(command="serve", dirty=False)
    server = Server()
    server.set_app(site)
    hook.on_serve(server, load_config(str(root / "mkdocs.yml"), dev_addr=address), lambda: None)
    application = server.get_app()
    assert application is not None
    environ = {"PATH_INFO": "/_quote", "QUERY_STRING": "", "HTTP_HOST": "localhost:8000"}
    [*application(environ, lambda status, headers, *_: lambda data: None)]
    assert ("/_quote" in asked) == (not quotes)


def test_sitemap_without_the_clock(config: MkDocsConfig, tmp_path: Path) -> None:
    def page(name: str, front_matter: str) -> File:
        text = f"---\n{front_matter}---\nlast_changed: 2020-01-01\nrobots: noindex\n"
        (tmp_path / name).write_text(text, encoding="utf-8")
        return File(name, str(tmp_path), config.site_dir, use_directory_urls=True)

    pages = [
        page("dated.md", 'title: "x"\nlast_changed: "2026-11-22"\n'),
        page("undated.md", 'last_changed: "soon"\n'),
        page("hidden.md", 'robots: "noindex"\n'),
    ]
    context = {"pages": pages}
    assert hook.on_template_context(dict(context), "404.html", config) == context
    assert hook.on_template_context(dict(context), "sitemap.xml", config) == {"pages": []}
    config.site_url = "https://example.org/"
    listed = hook.on_template_context(dict(context), "sitemap.xml", config)["pages"]
    assert [(file.page.canonical_url, file.page.update_date) for file in listed] == [
        ("https://example.org/dated/", "2026-11-22"),
        ("https://example.org/undated/", "1970-01-01"),
    ]

    text = "<url>\n <lastmod>1980-01-01</lastmod></url><lastmod>2026-11-22</lastmod>"
    assert hook.on_post_template(text, "404.html", config) == text
    assert hook.on_post_template(text, "sitemap.xml", config) == "<url></url><lastmod>2026-11-22</lastmod>"
    config.site_url = ""
    assert hook.on_post_template(text, "sitemap.xml", config) == ""


class _Preview:
    """A running ``mkdocs serve``: what it prints, and what a browser gets."""

    def __init__(self, process: "subprocess.Popen[str]", port: int) -> None:
        self.printed = ""
        self._port = port
        self._process = process
        threading.Thread(target=self._listen, daemon=True).start()

    def _listen(self) -> None:
        assert self._process.stderr is not None
        for line in self._process.stderr:
            self.printed += line

    def wait(self, pattern: str, times: int = 1) -> None:
        end = time.monotonic() + 20
        while len(re.findall(pattern, self.printed)) < times:
            assert time.monotonic() < end and self._process.poll() is None, self.printed
            time.sleep(0.02)

    def page(self, path: str) -> str:
        with urllib.request.urlopen(f"http://127.0.0.1:{self._port}/{path}", timeout=20) as answer:
            return str(answer.read().decode("utf-8"))


@contextmanager
def _preview(root: Path) -> Iterator[_Preview]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    shutil.copytree(REPOSITORY / "templates/preview", root / "templates/preview")
    command = [sys.executable, "-m", "mkdocs", "serve", "-a", f"127.0.0.1:{port}"]
    environment = os.environ | {"TMPDIR": str(root.parent)}
    with subprocess.Popen(
        command, cwd=root, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True
    ) as process:
        try:
            yield _Preview(process, port)
        finally:
            process.terminate()


def test_preview_outlives_a_faulty_save(root: Path) -> None:
    with _preview(root) as preview:
        preview.wait("Serving on")
        assert "Watching paths for changes: 'mkdocs.yml', 'briefings', 'templates'" in preview.printed
        page = root / "briefings/method.md"
        page.write_text("# First\n", encoding="utf-8")
        preview.wait("Reloading browsers")
        assert "First" in preview.page("method/")

        page.write_text("# FAULT\n", encoding="utf-8")
        preview.wait("Reloading browsers", 2)
        assert (
            "briefings/method.md:1:1: error: a fault\nThe preview keeps the last good pages"
            in preview.printed
        )
        assert "First" in preview.page("method/")
        assert "A &lt;b&gt;fault&lt;/b&gt; in method.md.<br>Mend it." in preview.page("method/")

        (root / "generator/pipeline.py").touch()  # isn't watched: the generator's own code is loaded once
        page.write_text("# Second\n", encoding="utf-8")
        preview.wait("Reloading browsers", 3)
        assert "Second" in preview.page("method/")
        assert "A &lt;b&gt;fault" not in preview.page("method/")
        # What we write ourselves must not start another build: wait longer than the watcher's interval.
        time.sleep(1.2)
        assert preview.printed.count("Building documentation...") == 4, preview.printed
