"""Each briefing has a PDF and a Word file, and only those of changed briefings are made again."""

import dataclasses
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from generator.publish.paper import files as module
from generator.publish.paper.files import paper_files
from generator.publish.paper.typst import Typesetter
from generator.render.paper.blocks import Paper
from generator.render.paper.docx import word_file
from generator.render.paper.typst import Manuscript
from tests.render.paper.papers import small

PAPERS = {f"briefings/{name}/{name}": small(title=name) for name in ("north", "south")}


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
        told.append(f"{name}.pdf")
        return pdf(self, name, manuscript)

    def write(paper: Paper) -> bytes:
        told.append(f"{paper.title}.docx")
        return word_file(paper)

    monkeypatch.setattr(Typesetter, "pdf", set_pdf)
    monkeypatch.setattr(module, "word_file", write)
    return told


def test_two_files_a_briefing(tmp_path: Path) -> None:
    files = paper_files(PAPERS, tmp_path, "cache")
    assert {path: content[:4] for path, content in files.items()} == {
        "briefings/north/north.pdf": b"%PDF",
        "briefings/north/north.docx": b"PK\x03\x04",
        "briefings/south/south.pdf": b"%PDF",
        "briefings/south/south.docx": b"PK\x03\x04",
    }


def test_only_what_changed_is_made_again(tmp_path: Path, made: list[str]) -> None:
    before = paper_files(PAPERS, tmp_path, "cache")
    assert len(made) == 4
    made.clear()
    assert paper_files(PAPERS, tmp_path, "cache") == before
    assert made == []
    north = dataclasses.replace(PAPERS["briefings/north/north"], description="It fell.")
    after = paper_files({**PAPERS, "briefings/north/north": north}, tmp_path, "cache")
    assert made == ["briefings/north/north.pdf", "north.docx"]
    assert {path for path in after if after[path] != before[path]} == {
        "briefings/north/north.pdf",
        "briefings/north/north.docx",
    }


def test_files_of_briefings_that_are_gone_are_not_kept(tmp_path: Path) -> None:
    paper_files(PAPERS, tmp_path, "cache")
    assert kept(tmp_path) == 4
    paper_files({"briefings/north/north": PAPERS["briefings/north/north"]}, tmp_path, "cache")
    assert kept(tmp_path) == 2
    assert paper_files({}, tmp_path, "cache") == {}
    assert kept(tmp_path) == 0
