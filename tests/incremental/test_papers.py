"""Each briefing has a PDF and a Word file, and only those of changed briefings are made again."""

import dataclasses
import sqlite3
from collections.abc import Mapping
from contextlib import closing
from io import BytesIO
from pathlib import Path

import pypdf
import pytest

from generator.files.content import bytes_of
from generator.incremental.papers import papers_set, wanted
from generator.publish.paper import files as module
from generator.publish.paper.typst import Typesetter
from generator.render.paper.blocks import Paper
from generator.render.paper.docx import word_file
from generator.render.paper.typst import Manuscript
from generator.render.words.data import FORMATS
from tests.render.paper.papers import golden_paper, said, small

PAPERS = {f"briefings/{name}/{name}": small(title=name) for name in ("north", "south")}
NORTH = "briefings/north/north"


def paper_files(papers: Mapping[str, Paper], root: Path, cache: str | None) -> dict[str, bytes]:
    listed = [wanted(stem, paper) for stem, paper in papers.items()]
    with papers_set(listed, root, cache) as files:
        return {path: bytes_of(content) for path, content in files.items()}


def kept(root: Path) -> int:
    """How many files the cache holds."""
    with closing(sqlite3.connect(root / "cache" / "cache.sqlite")) as opened:
        (number,) = opened.execute("SELECT count(*) FROM results").fetchone()
    return int(number)


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What is made from now on."""
    told: list[str] = []
    pdf = Typesetter.pdf

    def set_pdf(self: Typesetter, name: str, manuscript: Manuscript) -> bytes:
        told.append(name)
        return pdf(self, name, manuscript)

    def write(paper: Paper) -> bytes:
        told.append(f"{paper.title}.docx")
        return word_file(paper)

    monkeypatch.setattr(Typesetter, "pdf", set_pdf)
    monkeypatch.setattr(module, "word_file", write)
    return told


def test_three_files_a_briefing(tmp_path: Path) -> None:
    files = paper_files(PAPERS, tmp_path, "cache")
    assert {path: content[:4] for path, content in files.items()} == {
        "briefings/north/north.pdf": b"%PDF",
        "briefings/north/north-sheet.pdf": b"%PDF",
        "briefings/north/north.docx": b"PK\x03\x04",
        "briefings/south/south.pdf": b"%PDF",
        "briefings/south/south-sheet.pdf": b"%PDF",
        "briefings/south/south.docx": b"PK\x03\x04",
    }
    assert paper_files(PAPERS, tmp_path, None) == files
    assert {path.removeprefix(NORTH) for path in files if path.startswith(NORTH)} == set(FORMATS)


def test_the_sheet_has_one_page_and_the_whole_has_more(tmp_path: Path) -> None:
    files = paper_files({"briefings/oldmere-bridge/oldmere-bridge": golden_paper()}, tmp_path, None)
    pages = {
        path.rpartition("/")[2]: len(pypdf.PdfReader(BytesIO(content)).pages)
        for path, content in files.items()
        if path.endswith(".pdf")
    }
    assert pages["oldmere-bridge-sheet.pdf"] == 1
    assert pages["oldmere-bridge.pdf"] > 1


def test_only_what_changed_is_made_again(tmp_path: Path, made: list[str]) -> None:
    before = paper_files(PAPERS, tmp_path, "cache")
    assert len(made) == 6
    made.clear()
    assert paper_files(PAPERS, tmp_path, "cache") == before
    assert made == []
    annex = (*PAPERS[NORTH].annex, *said("One more."))
    north = dataclasses.replace(PAPERS[NORTH], annex=annex)
    after = paper_files({**PAPERS, NORTH: north}, tmp_path, "cache")
    # The first sheet is as it was.
    assert made == ["briefings/north/north.pdf", "north.docx"]
    assert {path for path in after if after[path] != before[path]} == {
        "briefings/north/north.pdf",
        "briefings/north/north.docx",
    }


def test_files_of_briefings_that_are_gone_are_not_kept(tmp_path: Path) -> None:
    paper_files(PAPERS, tmp_path, "cache")
    assert kept(tmp_path) == 6
    paper_files({NORTH: PAPERS[NORTH]}, tmp_path, "cache")
    assert kept(tmp_path) == 3
    assert paper_files({}, tmp_path, "cache") == {}
    assert kept(tmp_path) == 0
