"""The command: articles that are written, what it says, and that one faulty file lets none be written."""

import logging
import shutil
import subprocess
import sys
from collections.abc import Mapping
from io import BytesIO, TextIOWrapper
from pathlib import Path

import pytest

from generator import cli
from generator.edit.imports import apart, run
from generator.edit.imports.apart import read, read_apart
from generator.edit.imports.article import article_id
from generator.edit.imports.text.reading import Reading, Refused
from generator.files.write import create_files
from generator.read.article import article_of
from generator.read.source import Source
from tests.check.cases import MINIMAL
from tests.edit.imports.pdfs import typeset

PAGES = Path(__file__).parent / "pages"


TO_FILL_IN = (
    "# title:\n# publisher:\n# author:\n# url: https://…\n# published: YYYY-MM-DD\n# retrieved:\n"
    "# language: en\n"
)
"""What nothing states, for an editor to fill in."""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    shutil.copytree(MINIMAL, tmp_path / "root")
    return tmp_path / "root"


@pytest.fixture
def here(monkeypatch: pytest.MonkeyPatch) -> None:
    """Files are read in this process, which is quicker; that of its own has tests below."""
    monkeypatch.setattr(run, "read_apart", read)


def _articles(root: Path) -> Mapping[str, bytes]:
    return {path.name: path.read_bytes() for path in (root / "briefings/harbour/articles").iterdir()}


def _import(root: Path, *arguments: str) -> int:
    return cli.main(["import", "--root", str(root), *arguments])


def test_three_files_become_articles_that_check_takes(
    root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """From saved files to quotes that are found, in processes as a user has them."""
    (tmp_path / "report.pdf").write_bytes(
        typeset("The repair of the wall will begin in May, says the report.")
    )
    (tmp_path / "notes.txt").write_bytes("It’s forty metres long, said “an engineer”.\r\n".encode("cp1252"))
    page = PAGES / "json-ld.html"
    before = _articles(root)
    assert _import(root, "harbour", str(page), str(tmp_path / "report.pdf"), str(tmp_path / "notes.txt")) == 0
    told = capsys.readouterr()
    assert told.err == ""
    assert {*_articles(root)} - {*before} == {"json-ld.txt", "report.txt", "notes.txt"}
    assert (
        _articles(root)["json-ld.txt"]
        .decode()
        .startswith(
            "---\ntitle: Wall to hold, says mayor\npublisher: The Example\nauthor: Ann Other, Bo Third\n"
            "url: https://www.example.org/2026/03/wall\npublished: 2026-03-02\n# retrieved:\n"
            "language: en-GB\n---\n"
            "The harbour wall of Oldmere will hold until spring, the mayor said on Monday"
        )
    )
    assert (
        _articles(root)["notes.txt"].decode()
        == f"---\n{TO_FILL_IN}---\nIt’s forty metres long, said “an engineer”.\n"
    )
    summary = root / "briefings/harbour/briefing.yml"
    quotes = "".join(
        f"      {id}: {words}\n"
        for id, words in (
            ("json-ld", "I know the wall will hold until spring"),
            ("report", "The repair of the wall will begin in May"),
            ("notes", "It's forty metres long"),
        )
    )
    claim = f"claims:\n  - id: wall\n    text: The wall will hold.\n    by: article\n    evidence:\n{quotes}"
    summary.write_text(summary.read_text(encoding="utf-8").replace("claims:\n", claim, 1), encoding="utf-8")
    assert cli.main(["check", "--root", str(root)]) == 0
    assert capsys.readouterr() == ("", "")


@pytest.mark.usefixtures("here")
def test_what_it_says(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert _import(root, "harbour", str(PAGES / "news-site.html"), "--id", "c") == 0
    assert capsys.readouterr().out == (
        f"briefings/harbour/articles/c.txt: 11 paragraphs, 121 words, from {PAGES}/news-site.html "
        "(web page, utf-8, as it declares)\n"
        "  title      Harbour wall will hold, mayor says  [h1]\n"
        "  language   en-GB  [html lang]\n"
        "  Not stated, to fill in where you know it: publisher, author, url, published, retrieved.\n"
        "  It has times of which it does not say what happened then: “2026-03-02”.\n"
        "  Left out: 12 passages, 66 words; the longest: “We use cookies to make this site better. Accept "
        "all cookies or choose.”, “Quay closed after the storm of last year”, “First! I do not believe a "
        "word of what the mayor says about the wall.”, “© 2024 The Example Ltd. All rights reserved.”.\n"
        "\n"
        "Next: read it beside the original, and fill in the lines between --- at its top.\n"
        'Then, a claim from it: python -m generator quote harbour "some of its words" --write\n'
        "python -m generator check --hints tells what is wrong or lacking.\n"
    )


@pytest.mark.usefixtures("here")
def test_a_new_briefing(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert _import(root, "ferries", str(PAGES / "meta.html"), str(PAGES / "copyright.html")) == 0
    told = capsys.readouterr().out
    assert "Then begin the briefing: python -m generator new ferries\n" in told
    assert "Did you mean" not in told
    assert {path.name for path in (root / "briefings/ferries/articles").iterdir()} == {
        "meta.txt",
        "copyright.txt",
    }


@pytest.mark.usefixtures("here")
def test_a_new_folder_that_may_be_a_slip(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert _import(root, "harbor", str(PAGES / "meta.html")) == 0
    assert "The folder briefings/harbor is new. Did you mean 'harbour'?\n" in capsys.readouterr().out


@pytest.mark.usefixtures("here")
def test_all_faults_at_once_and_nothing_written(
    root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.txt").write_text("The article a is there already.", encoding="utf-8")
    (tmp_path / "picture.html").write_bytes(b"\x89PNG\r\n\x1a\n")
    (tmp_path / "twice.txt").write_text("One.", encoding="utf-8")
    (tmp_path / "twice.md").write_text("Two.", encoding="utf-8")
    (tmp_path / "folder").mkdir()
    (tmp_path / "page.txt").write_text("At the top.\n\n<p>" + "<b>bold</b>" * 9, encoding="utf-8")
    names = ["a.txt", "picture.html", "twice.txt", "twice.md", "folder", "none.txt", "page.txt"]
    before = _articles(root)
    assert _import(root, "harbour", *(str(tmp_path / name) for name in names), str(PAGES / "meta.html")) == 1
    told = capsys.readouterr()
    assert told.out == ""
    assert _articles(root) == before
    lines = [line for line in told.err.splitlines() if not line.startswith("    = ")]
    assert lines == [
        f"{tmp_path}/a.txt: It would be the article 'a', and a.md is that already.",
        f"{tmp_path}/picture.html: It is a picture, and no text.",
        f"{tmp_path}/twice.md: It would be the article 'twice', and {tmp_path}/twice.txt is that already.",
        f"{tmp_path}/folder: It can't be read: it is no regular file.",
        f"{tmp_path}/none.txt: It can't be read: No such file or directory.",
        f"{tmp_path}/page.txt: Its text would be no article: Markup stands here, and would be shown as the "
        "article's words.",
        "",
        "Nothing was written.",
    ]


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize(
    ("slug", "told"),
    [
        ("The Harbour", "The Harbour: It can't be the name of a briefing."),
        ("..", "..: It can't be the name of a briefing."),
    ],
)
def test_a_name_that_is_no_briefing(
    root: Path, slug: str, told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    before = sorted(root.rglob("*"))
    assert _import(root, slug, str(PAGES / "meta.html")) == 1
    assert capsys.readouterr().err.startswith(told)
    assert sorted(root.rglob("*")) == before


@pytest.mark.usefixtures("here")
def test_standard_input(
    root: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for given, name in (
        ((PAGES / "meta.html").read_bytes(), "wall-to-hold.txt"),
        ("Слова мэра.".encode(), "c.txt"),
        (b"---\ntitle: The storm's end\n---\nWords.", "the-storms-end.txt"),
    ):
        monkeypatch.setattr(sys, "stdin", TextIOWrapper(BytesIO(given)))
        assert _import(root, "harbour", "-") == 0
        assert f"briefings/harbour/articles/{name}: " in capsys.readouterr().out
        assert name in _articles(root)


@pytest.mark.usefixtures("here")
def test_encoding(root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "wall.txt").write_bytes("Стена выдержит.".encode("cp1251"))
    assert _import(root, "harbour", str(tmp_path / "wall.txt")) == 1
    assert "as with --encoding windows-1251" in capsys.readouterr().err
    assert _import(root, "harbour", str(tmp_path / "wall.txt"), "--encoding", "windows-1251") == 0
    assert _articles(root)["wall.txt"].decode() == f"---\n{TO_FILL_IN}---\nСтена выдержит.\n"


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["harbour"], "Missing argument 'FILE...'"),
        (["harbour", "a", "b", "--id", "x"], "--id names one article, and there are several files."),
        (["harbour", "a", "--id", "A b"], "'A b' is no id."),
        (["harbour", "-", "-"], "The standard input can be read once."),
    ],
)
def test_wrong_usage(root: Path, arguments: list[str], told: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert _import(root, *arguments) == 2
    assert told in capsys.readouterr().err


@pytest.mark.usefixtures("here")
def test_too_large(
    root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(run, "MOST_BYTES", 100)
    (tmp_path / "x.txt").write_bytes(b"words " * 17)
    assert _import(root, "harbour", str(tmp_path / "x.txt")) == 1
    assert "It has more than" in capsys.readouterr().err
    (tmp_path / "x.txt").write_bytes(b"words " * 16)
    assert _import(root, "harbour", str(tmp_path / "x.txt")) == 0


@pytest.mark.usefixtures("here")
def test_a_link_in_the_repository_is_not_followed(
    root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "elsewhere").mkdir()
    (root / "briefings/quay").symlink_to(tmp_path / "elsewhere")
    assert _import(root, "quay", str(PAGES / "meta.html")) == 2
    assert "is a symbolic link" in capsys.readouterr().err
    assert list((tmp_path / "elsewhere").iterdir()) == []


@pytest.mark.parametrize(
    ("name", "title", "id"),
    [
        ("a", "Wall to hold", "a"),
        ("reuters-wall", "", "reuters-wall"),
        ("index", "Wall to hold", "wall-to-hold"),
        ("Wall to hold - The Example", "Wall to hold", "wall-to-hold"),
        ("Wall to hold", "", "wall-to-hold"),
        (
            "stdin",
            "Øre & the mayor’s çafé: a very long title without end",
            "ore-the-mayors-cafe-a-very-long-title",
        ),
        ("stdin", "Слова мэра", "c"),
        ("con", "Con", "c"),
        ("index", "", "c"),
    ],
)
def test_ids(name: str, title: str, id: str) -> None:
    assert article_id(name, title, ["a", "b"]) == id


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize(
    "title", ["Ice: the harbour", "- no", "2026", "*stars*", 'She said "no"', "yes", "# 1", "&x"]
)
def test_titles_that_yaml_would_read_otherwise(root: Path, tmp_path: Path, title: str) -> None:
    page = (PAGES / "meta.html").read_text(encoding="utf-8")
    escaped = title.replace("&", "&amp;").replace('"', "&quot;")
    (tmp_path / "c.html").write_text(
        page.replace('content="Wall to hold"', f'content="{escaped}"'), encoding="utf-8"
    )
    assert _import(root, "harbour", str(tmp_path / "c.html")) == 0
    article, faults = article_of(
        Source("briefings/harbour/articles/c.txt", _articles(root)["c.txt"].decode())
    )
    assert faults == []
    assert article is not None
    assert article.descriptor.title == title


def test_a_file_that_never_ends_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    page = "<!doctype html><article>" + "<p>x" * 60_000
    with pytest.raises(Refused, match="could not be read in 1 seconds"):
        read_apart("a.html", page.encode(), patience=1)


def test_in_a_process_of_its_own() -> None:
    assert read_apart("a.txt", b"Some words.").paragraphs == ("Some words.",)
    with pytest.raises(Refused, match="It is a picture"):
        read_apart("a.txt", b"\x89PNG\r\n\x1a\n")


class _Wire:
    """What a process of its own sends."""

    def __init__(self) -> None:
        self.sent: list[object] = []

    def recv(self) -> tuple[str, bytes, str]:
        return "a.txt", b"Some words.", ""

    def send(self, answer: object) -> None:
        self.sent.append(answer)


def test_a_fault_of_a_library_is_a_refusal(monkeypatch: pytest.MonkeyPatch) -> None:
    wire = _Wire()
    monkeypatch.setattr(logging, "disable", lambda: None)
    apart._answer(wire)  # type: ignore[arg-type]

    def fail(*_: object) -> Reading:
        raise ZeroDivisionError

    monkeypatch.setattr(apart, "read", fail)
    apart._answer(wire)  # type: ignore[arg-type]
    assert isinstance(wire.sent[0], Reading)
    assert wire.sent[1] is None


def test_files_are_created_all_or_none(tmp_path: Path) -> None:
    create_files(tmp_path, "new/folder", {"a.txt": b"a", "b.txt": b"b"})
    with pytest.raises(FileExistsError):
        create_files(tmp_path, "new/folder", {"c.txt": b"c", "b.txt": b"other"})
    found = {path.name: path.read_bytes() for path in (tmp_path / "new/folder").iterdir()}
    assert found == {"a.txt": b"a", "b.txt": b"b"}


def test_no_other_command_loads_the_libraries() -> None:
    code = "import sys, generator.cli; print([m for m in ('trafilatura', 'pypdf') if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert done.stdout == "[]\n"
