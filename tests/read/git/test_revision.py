"""The library as a commit holds it, and the name that git gives to a folder."""

import os
from dataclasses import fields
from pathlib import Path

import pytest

from generator.model.briefing import Briefing, Library
from generator.model.diagnostics import Diagnostic
from generator.read.git.command import Git, repository
from generator.read.git.revision import briefing_of, folder_trees, is_read, library_at, tree_id, tree_of
from generator.read.load import load
from generator.read.source import MOST_BYTES
from tests.check.cases import MINIMAL
from tests.read.git.commits import Commits, new_repository

FILES: dict[str, str | bytes | None] = {
    path.relative_to(MINIMAL).as_posix(): path.read_bytes()
    for path in sorted(MINIMAL.rglob("*"))
    if path.is_file()
}
HARBOUR = "briefings/harbour/briefing.yml"
EMPTY_TREE = "4b825dc642cb6eb9a060e54bf8d69288fbee4904"


@pytest.fixture(params=["", "sites/ours"])
def made(request: pytest.FixtureRequest, tmp_path: Path) -> Commits:
    """The minimal repository, committed: at the top, and in a folder of a larger one."""
    found = new_repository(tmp_path / "repository", request.param)
    found.commit(FILES)
    return found


def _git(made: Commits) -> Git:
    found = repository(made.root)
    assert found is not None
    return found


def _codes(problems: list[Diagnostic]) -> list[str]:
    return [one.code for one in problems]


def _harbour(given: str) -> bytes:
    return (MINIMAL / HARBOUR).read_bytes().replace(b"The closed harbour", given.encode())


def _told(loaded: tuple[Library, list[Diagnostic]]) -> list[object]:
    """All that a library holds and what was wrong, to compare; a briefing itself is only equal to itself."""
    library, problems = loaded
    briefings = [
        {field.name: getattr(one, field.name) for field in fields(Briefing)} for one in library.briefings
    ]
    return [library.registry, briefings, library.lines, library.settings, problems]


def test_a_commit_is_read_as_its_files_would_be(made: Commits) -> None:
    settings = "extra:\n  briefings:\n    branch: release\n"
    commit = made.commit({"mkdocs.yml": settings, "briefings/second/briefing.yml": _harbour("Another one")})
    expected = load(made.root)
    made.commit({"briefings/actors.yml": "actors: {}\n", HARBOUR: _harbour("New"), "mkdocs.yml": None})
    assert _told(load(made.root)) != _told(expected)  # the control
    found = library_at(_git(made), commit)
    assert _told(found) == _told(expected)
    assert found[0].settings.branch == "release"
    assert [one.slug for one in found[0].briefings] == ["harbour", "second"]
    assert _codes(found[1]) == []


def test_some_briefings_of_a_commit(made: Commits) -> None:
    commit = made.commit({"briefings/second/briefing.yml": _harbour("Another one")})
    library, _ = library_at(_git(made), commit, ["second", "nowhere"])
    assert [one.slug for one in library.briefings] == ["second"]
    assert list(library.registry.actors) == ["arnesen", "port-authority"]
    assert library_at(_git(made), commit, [])[0].briefings == ()


def test_a_commit_without_briefings(tmp_path: Path) -> None:
    made = new_repository(tmp_path / "repository")
    commit = made.commit({"README.md": "Nothing yet.\n"})
    library, problems = library_at(_git(made), commit)
    assert (library.briefings, problems) == ((), [])
    assert folder_trees(_git(made), commit) == {}


def test_what_was_wrong_is_told_as_ever(made: Commits) -> None:
    commit = made.commit({HARBOUR: "title: [\n", "briefings/harbour/articles/a.md": "\n"})
    expected = load(made.root)
    assert _told(library_at(_git(made), commit)) == _told(expected)
    assert set(_codes(expected[1])) >= {"empty-file"}


def test_links_and_odd_names_are_not_there(made: Commits) -> None:
    outside = made.root / "secret.txt"
    outside.write_text("Secret.\n", encoding="utf-8")
    base = made.git("rev-parse", "--show-prefix") + "briefings"
    made.put(f"{base}/harbour/articles/link.txt", os.fsencode(outside), "120000")
    made.put(f"{base}/linked", os.fsencode(made.root / "briefings" / "harbour"), "120000")
    for name in ('a\nb"c.txt', ".hidden.txt", "con.txt", "Upper.txt", "x.html", "..\\up.txt", "deep/er.txt"):
        made.put(f"{base}/harbour/articles/{name}", b"Text.\n")
    made.put(f"{base}/harbour/articles/run.txt", b"An article.\n", "100755")
    made.put(f"{base}/Odd name/briefing.yml", _harbour("Odd"))
    commit = made.commit_index()
    library, problems = library_at(_git(made), commit)
    (briefing,) = library.briefings
    assert list(briefing.articles) == ["a", "b", "run"]
    assert problems == []


def test_a_path_that_leads_out_is_not_written(tmp_path: Path) -> None:
    made = new_repository(tmp_path / "repository")
    made.git("config", "core.protectNTFS", "false")
    blob = made.git("hash-object", "-w", "--stdin", given=b"title: Out\n")
    tree = blob
    for name in ("briefing.yml", "..", "..", "briefings"):
        mode = "100644 blob" if tree == blob else "040000 tree"
        tree = made.git("mktree", given=f"{mode} {tree}\t{name}\n".encode())
    commit = made.git("commit-tree", "-m", "Out", tree)
    assert "briefings/../../briefing.yml" in made.git("ls-tree", "-r", "--name-only", commit)
    before = sorted(tmp_path.rglob("briefing.yml"))
    assert library_at(_git(made), commit)[0].briefings == ()
    assert sorted(tmp_path.rglob("briefing.yml")) == before == []


def test_a_file_that_was_too_large(made: Commits) -> None:
    commit = made.commit({"briefings/harbour/articles/b.txt": b"x" * (MOST_BYTES + 9)})
    library, problems = library_at(_git(made), commit)
    assert list(library.briefings[0].articles) == ["a"]
    assert _codes(problems) == _codes(load(made.root)[1]) == ["too-large"]


def test_folder_trees(made: Commits) -> None:
    base = made.git("rev-parse", "--show-prefix") + "briefings"
    made.commit({"briefings/second/briefing.yml": "title: B\n", "briefings/.hidden/x": "x"})
    made.put(f"{base}/linked", b"harbour", "120000")
    made.put(f"{base}/module", b"another repository", "160000")
    commit = made.commit_index()
    made.commit({"briefings/second/briefing.yml": "title: C\n"})
    assert folder_trees(_git(made), commit) == {
        slug: made.git("rev-parse", f"{commit}:{base}/{slug}") for slug in ("harbour", "second")
    }


@pytest.mark.parametrize(
    "files",
    [
        {"briefing.yml": "title: A\n"},
        {"articles/a.txt": "A.\n"},
        {"briefing.yml": "", "articles/a.txt": b"\xef\xbb\xbfA\r\n\xff", "articles/b.md": ""},
        # Git orders names by their bytes: a hyphen goes before a full stop, and that before a digit.
        {f"articles/{name}": name for name in ("a.txt", "a-b.txt", "a0.txt", "a.md", "0.md", "a-.txt")},
    ],
)
def test_the_working_tree_s_name_is_git_s(tmp_path: Path, files: dict[str, str | bytes | None]) -> None:
    made = new_repository(tmp_path / "repository")
    made.commit({f"briefings/x/{path}": content for path, content in files.items()})
    expected = made.git("rev-parse", "HEAD:briefings/x")
    assert tree_of(made.root, "x") == expected
    made.write({"briefings/x/briefing.yml": "title: Another\n"})
    assert tree_of(made.root, "x") != expected


def test_the_minimal_briefing_s_name_is_git_s(made: Commits) -> None:
    prefix = made.git("rev-parse", "--show-prefix")
    assert tree_of(made.root, "harbour") == made.git("rev-parse", f"HEAD:{prefix}briefings/harbour")


def test_a_repository_with_longer_ids(tmp_path: Path) -> None:
    made = new_repository(tmp_path / "repository", "", "--object-format=sha256")
    made.commit({"briefings/x/briefing.yml": "title: A\n", "briefings/x/articles/a.txt": "A.\n"})
    committed = {
        path: made.git("rev-parse", f"HEAD:briefings/x/{path}") for path in ("briefing.yml", "articles/a.txt")
    }
    expected = made.git("rev-parse", "HEAD:briefings/x")
    assert len(expected) == 64
    assert tree_id(committed) == tree_of(made.root, "x", committed) == expected


def test_what_is_not_read_changes_no_name(made: Commits) -> None:
    name, folder = tree_of(made.root, "harbour"), made.root / "briefings" / "harbour"
    made.write(
        {f"briefings/harbour/{path}": "x" for path in (".note", "x.md", "articles/.a.txt", "articles/x.html")}
    )
    (folder / "briefing.yml").chmod(0o755)
    (folder / "articles" / "folder.txt").mkdir()
    (folder / "articles" / "link.txt").symlink_to(folder / "articles" / "b.txt")
    assert tree_of(made.root, "harbour") == name
    made.write({"briefings/harbour/articles/c.txt": "x"})
    assert tree_of(made.root, "harbour") != name


def test_line_ends_are_names_unless_git_changed_them(made: Commits) -> None:
    name, article = tree_of(made.root, "harbour"), made.root / "briefings/harbour/articles/b.txt"
    prefix = made.git("rev-parse", "--show-prefix")
    committed = {
        path: made.git("rev-parse", f"HEAD:{prefix}briefings/harbour/{path}")
        for path in ("briefing.yml", "articles/a.md", "articles/b.txt")
    }
    article.write_bytes(article.read_bytes().replace(b"\n", b"\r\n"))
    assert tree_of(made.root, "harbour") != name
    assert tree_of(made.root, "harbour", committed) == name
    article.write_bytes(article.read_bytes() + b"more\r\n")
    assert tree_of(made.root, "harbour", committed) == tree_of(made.root, "harbour")


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    assert tree_of(tmp_path, "x") == tree_id({}) == EMPTY_TREE


def test_which_files_are_read() -> None:
    assert [path for path in ("briefing.yml", "articles/a.txt", "articles/b-1.md") if is_read(path)] == [
        *("briefing.yml", "articles/a.txt", "articles/b-1.md")
    ]
    for path in (
        "",
        "a.txt",
        "articles",
        "articles/",
        "articles/briefing.yml",
        "articles/a/b.txt",
        "x/a.txt",
    ):
        assert not is_read(path)
    for name in ("a.TXT", "a b.txt", "ä.txt", ".txt", "a.txt.bak", "a", "nul.txt", "a\n.txt", "-a.txt"):
        assert not is_read(f"articles/{name}")


def test_a_briefing_of_bytes_is_the_one_of_files() -> None:
    library, _ = load(MINIMAL)
    prefix = "briefings/harbour/"
    files = {path.removeprefix(prefix): content for path, content in FILES.items() if path.startswith(prefix)}
    found = briefing_of(
        "harbour", {path: content for path, content in files.items() if type(content) is bytes}
    )
    (expected,) = library.briefings
    assert found is not None
    assert (found.slug, found.path, found.summary) == ("harbour", expected.path, expected.summary)
    assert (found.articles, found.lost) == (expected.articles, frozenset())
    assert dict(found.actors) == {}  # those of the registry are not in the folder


OLD = b"""
title: A
claims:
  - {id: c, text: C., by: x, modality: asserts, evidence: {a: So}}
  - {id: d, text: D., by: x, evidence: [{article: a, exact: So}]}
"""


def test_a_briefing_of_bytes_in_an_old_form_is_marked_as_such() -> None:
    """So that no change is made of what was only written otherwise."""
    found = briefing_of("x", {"briefing.yml": OLD})
    assert found is not None and found.old_form
    assert [claim.text for claim in found.summary.claims] == ["C.", "D."]
    new = briefing_of(
        "x", {"briefing.yml": b"title: A\nclaims: [{id: c, text: C., by: x, evidence: {a: So}}]\n"}
    )
    assert new is not None and not new.old_form


def test_a_briefing_of_bytes_with_faults() -> None:
    text = b"title: A\nstatus: published\nclaims: [{id: c, text: C., colour: red}]\nmood: fine\n"
    found = briefing_of("x", {"briefing.yml": text, "articles/a.md": b"---\n", "articles/a.txt": b"A.\n"})
    assert found is not None
    assert (found.summary.title, found.summary.status) == ("A", "published")
    assert found.summary.claims[0].text == "C."
    assert found.articles == {}  # of two with one id the first counts, as in load


@pytest.mark.parametrize(
    "text", [b"", b"title: [\n", b"- a\n", b"title: \xff\n", b"a: &b c\nd: *b\n", b"null\n"]
)
def test_bytes_that_make_no_briefing(text: bytes) -> None:
    assert briefing_of("x", {"briefing.yml": text}) is None
    assert briefing_of("x", {}) is None
