"""Pages that earlier builds made: taken where nothing that they are made of changed, and never else."""

import random
import sqlite3
from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path

import pytest

from generator.files.write import replace_files
from generator.publish import by_pages as builder
from generator.publish.builder_process import BuildFailed
from generator.publish.kept_pages import built_path, frame_id, packed, shares, unpacked
from generator.publish.site_builder import build_site
from tests.publish.conftest import PAGES

Snapshot = Callable[[Path], dict[str, bytes | str]]
CACHE = "build/cache"


@pytest.fixture
def built(root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> "Callable[..., set[str]]":
    """`built(pages)` builds them into tmp_path/"out", and gives those that MkDocs was asked for."""
    asked: list[set[str]] = []

    def spy(pages: dict[str, int], processes: int) -> list[list[str]]:
        asked.append(set(pages))
        return shares(pages, processes)

    monkeypatch.setattr(builder, "shares", spy)

    def build(pages: dict[str, str], cache: str | None = CACHE, into: str = "out") -> set[str]:
        replace_files(root, "build/pages", pages)
        build_site(root, tmp_path / into, cache=cache)
        return asked.pop()

    return build


MARKDOWN = {name for name in PAGES if name.endswith(".md")}


def test_only_pages_that_changed_are_built(
    built: Callable[..., set[str]], tmp_path: Path, tree: Snapshot
) -> None:
    assert built(PAGES) == MARKDOWN
    first = tree(tmp_path / "out")
    assert built(PAGES) == set()
    assert tree(tmp_path / "out") == first
    changed = PAGES | {"north/index.md": PAGES["north/index.md"] + "\nMore.\n"}
    assert built(changed) == {"north/index.md"}
    assert (tmp_path / "out/north/index.html").read_bytes() != first["north/index.html"]
    built(changed, cache=None, into="clean")
    assert tree(tmp_path / "out") == tree(tmp_path / "clean")


def test_a_page_that_the_cache_lost_is_built_again(
    built: Callable[..., set[str]], root: Path, tmp_path: Path, tree: Snapshot
) -> None:
    built(PAGES)
    first = tree(tmp_path / "out")
    with closing(sqlite3.connect(root / CACHE / "cache.sqlite")) as file, file:
        file.execute("UPDATE results SET value = X'00' WHERE kind = 'pages'")
    assert built(PAGES) == MARKDOWN
    assert tree(tmp_path / "out") == first
    assert built(PAGES) == set()


def test_a_page_that_is_gone_is_in_no_site(built: Callable[..., set[str]], tmp_path: Path) -> None:
    home = PAGES | {"index.md": "# Home\n", "south/index.md": "# South\n"}
    built(home)
    assert (tmp_path / "out/south/index.html").is_file()
    del home["south/index.md"]
    assert built(home) == set()
    assert not (tmp_path / "out/south").exists()


@pytest.mark.parametrize(
    "change",
    [
        lambda root, patch: (root / "templates/overrides/main.html").write_text(
            '{% extends "base.html" %}\n'
        ),
        lambda root, patch: patch.setenv("SITE_URL", "https://example.org/"),
        lambda root, patch: patch.setenv("BRIEFING_REPOSITORY", "https://example.org/repository"),
        lambda root, patch: (root / "mkdocs.yml").write_text(
            (root / "mkdocs.yml").read_text(encoding="utf-8").replace("site_name: ", "site_name: Our ")
        ),
        lambda root, patch: (root / "generator/publish/hook.py").write_text(
            (root / "generator/publish/hook.py").read_text(encoding="utf-8") + "\n# Changed.\n",
            encoding="utf-8",
        ),
    ],
    ids=["template", "address", "variable", "settings", "hook"],
)
def test_what_frames_pages_builds_all_of_them_anew(
    change: Callable[[Path, pytest.MonkeyPatch], object],
    root: Path,
    built: Callable[..., set[str]],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    built(PAGES)
    change(root, monkeypatch)
    assert built(PAGES) == MARKDOWN


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("plugins: []", "plugins: [search]"),
        ("  - attr_list\n", "  - attr_list\n  - pymdownx.snippets\n"),
        ("  - attr_list\n", "  - attr_list\n  - pymdownx.snippets: {base_path: docs}\n"),
        ("  - generator/publish/hook.py\n", "  - generator/publish/hook.py\n  - other.py\n"),
        ("docs_dir:", "INHERIT: other.yml\ndocs_dir:"),
        ("docs_dir:", "exclude_docs: north\ndocs_dir:"),
        ("use_directory_urls: true", "use_directory_urls: false"),
        ("  name: material\n", "  name: mkdocs\n"),
        ("site_name: Briefings", "site_name: [Briefings"),
        ("  - Home: index.md\n", "  - index.md\n"),
    ],
)
def test_with_settings_that_may_run_more_no_page_is_kept(root: Path, old: str, new: str) -> None:
    config = (root / "mkdocs.yml").read_text(encoding="utf-8")
    assert frame_id(root, config.encode()) is not None
    assert config.count(old) == 1
    assert frame_id(root, config.replace(old, new).encode()) is None


def test_what_a_whole_build_refuses_is_refused(built: Callable[..., set[str]]) -> None:
    built(PAGES)
    with pytest.raises(BuildFailed, match=r"gone\.md"):
        built(PAGES | {"north/index.md": "# North\n\n[gone](gone.md)\n"})
    # Nor is a page of a failed build kept.
    with pytest.raises(BuildFailed, match=r"gone\.md"):
        built(PAGES | {"north/index.md": "# North\n\n[gone](gone.md)\n"})
    assert built(PAGES) == set()


def test_shares_make_the_same_site_as_one_process(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, tree: Snapshot
) -> None:
    """With a sitemap, whose pages are those of all shares."""
    monkeypatch.setenv("SITE_URL", "https://example.org/team/")
    replace_files(root, "build/pages", PAGES)
    build_site(root, tmp_path / "one")
    parts: list[Sequence[str]] = []

    def three(pages: dict[str, int], processes: int) -> list[list[str]]:
        names = sorted(pages)
        random.Random(3).shuffle(names)
        parts.extend(names[start::3] for start in range(3))
        return [names[start::3] for start in range(3)]

    monkeypatch.setattr(builder, "shares", three)
    build_site(root, tmp_path / "three")
    assert len(parts) == 3
    assert tree(tmp_path / "one") == tree(tmp_path / "three")
    assert b"<loc>" in (tmp_path / "one/sitemap.xml").read_bytes()


def test_shares_are_of_like_size_and_lose_no_page() -> None:
    pages = {f"{number}.md": number * 37 % 1000 for number in range(400)}
    parts = shares(pages, 3)
    assert sorted(page for part in parts for page in part) == sorted(pages)
    sizes = [sum(pages[page] for page in part) for part in parts]
    assert max(sizes) - min(sizes) < 1000
    assert len(shares(pages, 1)) == len(shares({}, 4)) == len(shares({"a.md": 0}, 4)) == 1


@pytest.mark.parametrize(
    ("page", "built"),
    [("index.md", "index.html"), ("method.md", "method/index.html"), ("a/b/index.md", "a/b/index.html")],
)
def test_where_a_page_is_built(page: str, built: str) -> None:
    assert built_path(page) == built


def test_html_is_kept_byte_for_byte() -> None:
    html = "<p>é\r\n".encode() * 100
    assert unpacked(packed(html)) == html
    assert len(packed(html)) < len(html)
