"""PDFs as a reader's programs see them: text in its order, tags, languages, fonts; always the same."""

import hashlib
import io
import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pypdf
import pytest
import typst

from generator.publish.paper import typst as module
from generator.publish.paper.typst import Typesetter, TypesettingFailed
from generator.render.paper.blocks import (
    Block,
    Columns,
    Heading,
    Items,
    Paper,
    Paragraph,
    Piece,
    Table,
    first_sheet,
)
from generator.render.paper.typst import Manuscript, manuscript
from tests.paths import REPOSITORY
from tests.render.paper.papers import HOSTILE, golden_paper, said, small

NOTHING = '{"first": [], "annex": []}'


@contextmanager
def typesetter_of() -> Iterator[Typesetter]:
    with TemporaryDirectory() as empty:
        yield Typesetter(Path(empty))


def pdf(made: Paper) -> pypdf.PdfReader:
    with typesetter_of() as typesetter:
        return pypdf.PdfReader(io.BytesIO(typesetter.pdf("x", manuscript(made))))


def root(reader: pypdf.PdfReader) -> Any:
    return reader.root_object


def text(page: pypdf.PageObject) -> str:
    """A page's text in reading order, without what only offers a place to break or isolates."""
    found = page.extract_text()
    return " ".join(found.translate({0x200B: None, 0x2068: None, 0x2069: None}).split())


def texts(made: Paper) -> str:
    return " ".join(text(page) for page in pdf(made).pages)


def elements(reader: pypdf.PdfReader) -> Iterator[tuple[str, Any]]:
    """Each element of the structure tree with its kind, in reading order."""

    def walk(one: Any) -> Iterator[tuple[str, Any]]:
        one = one.get_object() if hasattr(one, "get_object") else one
        if isinstance(one, list):
            for inner in one:
                yield from walk(inner)
        elif isinstance(one, dict):
            if "/S" in one:
                yield one["/S"][1:], one
            if "/K" in one:
                yield from walk(one["/K"])

    yield from walk(root(reader)["/StructTreeRoot"]["/K"])


def kinds(reader: pypdf.PdfReader) -> list[str]:
    return [kind for kind, _ in elements(reader)]


# What a PDF says of itself.


def test_it_says_that_it_is_accessible_and_whose_it_is() -> None:
    reader = pdf(golden_paper())
    said_of_it = root(reader)
    assert said_of_it["/Lang"] == "en-GB"
    assert bool(said_of_it["/MarkInfo"]["/Marked"])
    assert bool(said_of_it["/ViewerPreferences"]["/DisplayDocTitle"])
    assert "<pdfuaid:part>1</pdfuaid:part>" in said_of_it["/Metadata"].get_data().decode()
    about: Any = reader.metadata
    assert about.title == "The bridge at Oldmere: closed, and until when?"
    assert about.author == "R. Okoro, S. Brandt, T. Vale"
    assert about.subject == golden_paper().description
    assert about["/CreationDate"] == about["/ModDate"] == "D:20310306000000Z"
    assert all(page.mediabox[2:] == pytest.approx([595.28, 841.89], abs=0.01) for page in reader.pages)


def test_without_a_day_there_is_no_date() -> None:
    about = pdf(small(changed="")).metadata
    assert about is not None and "/CreationDate" not in about and "/ModDate" not in about


def test_what_it_says_of_itself_has_every_letter() -> None:
    made = small(title="성명과 中文 👩‍👧", description="ไทย.", editors=("김민", "안"), topics=("日本",))
    reader = pdf(made)
    about: Any = reader.metadata
    assert (about.title, about.subject) == ("성명과 中文 👩‍👧", "ไทย.")
    assert (about.author, about["/Keywords"]) == ("김민, 안", "日本")
    told = root(reader)["/Metadata"].get_data().decode()
    assert "성명과 中文 👩‍👧" in told and "not shown here" not in told
    # The sheet, whose letters need a font, says how many it lacks.
    assert "characters that are not shown here" in text(reader.pages[0])


def test_only_fonts_that_come_with_typst_and_all_embedded() -> None:
    found = set()
    pages: Any = pdf(small(*said("Latin Привет Ελληνικά שלום مرحبا → ✓"))).pages
    for page in pages:
        for font in page["/Resources"]["/Font"].values():
            descendant = font["/DescendantFonts"][0].get_object()
            descriptor = descendant["/FontDescriptor"]
            assert "/FontFile2" in descriptor or "/FontFile3" in descriptor
            assert "/ToUnicode" in font
            found.add(descendant["/BaseFont"].partition("+")[2].split("-")[0])
    assert found <= {"LibertinusSerif", "NewCM10", "NewCMMath", "DejaVuSansMono"}
    assert "LibertinusSerif" in found


# What is read out, and copied.


def joined(reader: pypdf.PdfReader) -> list[str]:
    """The letters that one glyph stands for, of each glyph that stands for several."""
    pages: Any = reader.pages
    tables = [
        font["/ToUnicode"].get_data().decode()
        for page in pages
        for font in page["/Resources"]["/Font"].values()
    ]
    letters = [
        bytes.fromhex(one).decode("utf-16-be")
        for table in tables
        for one in re.findall("^<[0-9A-F]{4}> <([0-9A-F]+)>$", table, re.MULTILINE)
    ]
    assert letters
    return sorted({one for one in letters if len(one) > 1})


def test_words_are_copied_letter_by_letter_without_ligatures() -> None:
    words = "Briefings, official, affluent fjord: https://briefings.example/official/"
    reader = pdf(small(*said(words)))
    told = text(reader.pages[0])
    assert words in told
    assert re.findall("[\ufb00-\ufb06]", told) == []
    assert joined(reader) == []


def test_control_with_ligatures_one_glyph_stands_for_several_letters() -> None:
    template = '#set document(title: "x")\n#set text(font: "Libertinus Serif")\nofficial fjord'
    with typesetter_of() as typesetter:
        made = typesetter.pdf("x", Manuscript(template, NOTHING))
    assert joined(pypdf.PdfReader(io.BytesIO(made))) == ["ffi", "fj"]


def test_text_is_in_the_order_of_the_sheets() -> None:
    first, *annex = (text(page) for page in pdf(golden_paper()).pages)
    order = (
        *("The bridge at Oldmere", "5 articles. Describes about 5 March 2031", "Calder says", "[1, 7, 9]"),
        *("Six weeks are what", "Our assessment", "Where accounts differ", "Who says who saw the cracks"),
        *("Not answered in these sources", "Answered", "Get first", "Sources", "Le pont d’Oldmere"),
        *("This paper, and the passage", "page 1 of"),
    )
    places = [first.find(words) for words in order]
    assert -1 not in places and places == sorted(places)
    told = " ".join(annex)
    places = [
        told.find(words)
        for words in ("Annex: the evidence", "Questions", "These do not fit together.", "Timeline")
    ]
    assert -1 not in places and places == sorted(places)


def test_structure() -> None:
    reader = pdf(
        small(
            Columns(
                (Heading(2, (Piece("Left"),)), Items((((Piece("One."),), (Piece("A"),)),))),
                (Heading(2, (Piece("Right"),)), Items((((Piece("Two."),),),), bullets=True)),
                60,
            ),
            Heading(3, (Piece("A matter", anchor="matter-a"),)),
            Table(("Who", "Words"), (1, 2), ((((Piece("Kim"),),), ((Piece("Said"),), (Piece("It"),))),)),
        )
    )
    column = ("Div", "H2", "L", "LI", "Lbl", "LBody")
    assert kinds(reader) == [
        *("Document", "H1", "P", "Div", *column, *column, "H3"),
        *("Table", "THead", "TR", "TH", "TH", "TBody", "TR", "TD", "P", "TD", "P", "P", "H2", "P"),
    ]
    scopes = [one["/A"][0]["/Scope"] for kind, one in elements(reader) if kind == "TH"]
    assert scopes == ["/Column", "/Column"]
    assert [one.title for one in reader.outline if isinstance(one, pypdf.generic.Destination)]


def test_the_title_is_the_first_heading() -> None:
    reader = pdf(golden_paper())
    found = [kind for kind in kinds(reader) if kind == "Title" or re.fullmatch("H[1-6]", kind)]
    assert found[0] == "H1" and found.count("H1") == 1 and "Title" not in found
    first: Any = reader.outline[0]
    assert first.title == "The bridge at Oldmere: closed, and until when?"


@pytest.mark.parametrize(
    ("written", "told"), [("fr", "fr"), ("pt-BR", "pt-BR"), ("zh-Hans-CN", "zh-CN"), ("ceb", "ceb")]
)
def test_words_carry_their_language(written: str, told: str) -> None:
    words = Paragraph((Piece("le pont", language=written),))
    assert [one["/Lang"] for kind, one in elements(pdf(small(words))) if "/Lang" in one] == [told]


def test_what_was_withdrawn_shows_by_more_than_colour() -> None:
    reader = pdf(small(Paragraph((Piece("b", struck=True), Piece("c", soft=True)))))
    looks = [one["/A"][0].get("/TextDecorationType") for kind, one in elements(reader) if kind == "Span"]
    assert [look for look in looks if look] == ["/LineThrough"]


def test_links_tell_where_they_lead() -> None:
    address = "https://courier.example/x?a=1"
    row = (((Piece("1", anchor="claim-a"),),), ((Piece("A claim"),),))
    annex = (Heading(2, (Piece("Annex"),)), Table(("No.", "Claim"), (1, 9), (row,)))
    leading = Paragraph((Piece("It holds ["), Piece("1", to="claim-a"), Piece("]")))
    reader = pdf(small(leading, Paragraph((Piece(address, web=True),)), annex=annex))
    first, second = (text(page) for page in reader.pages)
    assert "It holds [1]" in first and address in first and "A claim" in second
    annotations = [one.get_object() for page in reader.pages for one in page.get("/Annots", [])]
    assert [one["/A"]["/URI"] for one in annotations if "/URI" in one.get("/A", {})] == [address]
    assert all(one["/Contents"] for one in annotations)
    (inside,) = [one for one in annotations if "/URI" not in one.get("/A", {})]
    assert "/Dest" in inside or inside["/A"]["/S"] == "/GoTo"


def test_every_sheet_has_its_footer() -> None:
    pages = [text(page) for page in pdf(golden_paper()).pages]
    assert len(pages) > 3
    for number, told in enumerate(pages, 1):
        assert "Describes about 5 March 2031 · version 0123456789ab" in told
        assert "briefings.example/briefings/oldmere-bridge" in told
        assert f"page {number} of {len(pages)}" in told


# The first sheet.


def sentences(number: int, length: int) -> Block:
    words = ("The mayor says that the wall holds and that nobody has looked at it. " * 80)[:length]
    return Items(tuple(((Piece(words), Piece(" [1, 2]", soft=True)),) for _ in range(number)))


def starts(made: Paper) -> int:
    """On which page the annex begins."""
    return next(number for number, page in enumerate(pdf(made).pages, 1) if "The evidence" in text(page))


@pytest.mark.parametrize("length", [200, 900, 1250])
def test_first_sheet_is_one_page(length: int) -> None:
    made = small(Heading(2, (Piece("In short"),)), sentences(5, length), *said("The end of the sheet."))
    assert starts(made) == 2
    assert "The end of the sheet." in text(pdf(made).pages[0])


@pytest.mark.parametrize("slug", ["oldmere-bridge", "lantern-tax", "ferry-timetable", "bell-tower"])
def test_the_sheet_alone_is_one_page_and_the_same_as_the_first(slug: str) -> None:
    whole, alone = pdf(golden_paper(slug)), pdf(first_sheet(golden_paper(slug)))
    assert len(alone.pages) == 1
    told, shown = text(whole.pages[0]), text(alone.pages[0])
    assert told.replace(f"page 1 of {len(whole.pages)}", "page 1 of 1") == shown


def letters(page: pypdf.PageObject) -> float:
    """How high the letters of the sentences are, in points."""
    found: set[float] = set()

    def visit(told: str, _: Any, matrix: list[float], __: Any, size: float) -> None:
        if "mayor" in told:
            found.add(round(abs(matrix[3]) * size, 1))

    page.extract_text(visitor_text=visit)
    (height,) = found
    return height


def test_letters_get_smaller_only_where_the_sheet_is_too_long() -> None:
    heights = [letters(pdf(small(sentences(5, length))).pages[0]) for length in (200, 900, 1100, 1250, 4000)]
    assert heights[0] == 11.0
    assert heights == sorted(heights, reverse=True)
    assert len(set(heights)) > 2
    assert heights[-1] == 9.0


def test_the_longest_sheet_runs_over_and_nothing_is_lost() -> None:
    end = "The end of the sheet."
    made = small(sentences(5, 4000), *said("ß" * 4000, "W" * 4000, end), title="Harbour " * 37)
    reader = pdf(made)
    begins = starts(made)
    assert begins > 3
    told = "".join(text(page) for page in reader.pages[: begins - 1]).replace(" ", "")
    assert end.replace(" ", "") in told
    assert told.count("ß") == 4000 and told.count("W") == 4000


def test_nothing_runs_off_the_sheet() -> None:
    """Letters of known width: no line of them is longer than the sheet has room for."""
    row = (((Piece("W" * 300),),), ((Piece("M" * 4000),),))
    made = small(*said("W" * 4000), Table(("Who", "Words"), (1, 2), (row,)), title="W" * 300)
    for page in pdf(made).pages:
        for line in page.extract_text().splitlines():
            assert len(line.replace("\u200b", "")) < 60 or " " in line


# Hostile texts.


def test_hostile_texts_are_shown_as_they_are() -> None:
    told = texts(
        small(
            *said(*HOSTILE), title=HOSTILE[0], editors=HOSTILE[:2], topics=HOSTILE[:3], description=HOSTILE[3]
        )
    )
    for one in HOSTILE:
        assert " ".join(one.split()) in told


def test_a_hostile_text_is_hostile() -> None:
    """The control: as markup, what the texts say would be done, or would be refused."""
    with typesetter_of() as typesetter:
        for markup in ('#read("/etc/passwd")', "#panic(1)", "@ref", "#sys.inputs.nothing"):
            with pytest.raises(TypesettingFailed):
                typesetter.pdf("x", Manuscript(f'#set document(title: "x")\n{markup}', NOTHING))


def test_there_is_no_clock() -> None:
    template = '#set document(title: "x", date: datetime.today())\n#datetime.today().display()'
    with typesetter_of() as typesetter:
        made = typesetter.pdf("x", Manuscript(template, NOTHING))
    assert text(pypdf.PdfReader(io.BytesIO(made)).pages[0]) == "1970-01-01"


@pytest.mark.parametrize("path", ["/etc/passwd", "../../../../../../../../etc/passwd", "briefing.typ", "."])
def test_no_file_can_be_read(path: str) -> None:
    template = f'#set document(title: "x")\n#read({json.dumps(path)})'
    with typesetter_of() as typesetter, pytest.raises(TypesettingFailed, match="typst"):
        typesetter.pdf("x", Manuscript(template, NOTHING))


def test_a_failure_names_the_paper() -> None:
    with (
        typesetter_of() as typesetter,
        pytest.raises(TypesettingFailed, match=r"^briefings/north/north can't be set"),
    ):
        typesetter.pdf("briefings/north/north", Manuscript("#nothing", NOTHING))


def test_every_script_is_shown_or_counted() -> None:
    given = "한국어 성명, 中文 and ไทย 👩‍👧 🇫🇷 ﷺ; Привет, Ελληνικά, Tiếng Việt; नमस्ते; ქართული"
    told = texts(small(*said(given)))
    assert "[5 characters that are not shown here], [2 characters that are not shown here] and" in told
    assert "Привет, Ελληνικά, Tiếng Việt" in told
    assert "This file has no letters for some characters" in told


def test_typst_itself_refuses_what_no_font_has() -> None:
    """The control: without leaving it out, one Chinese letter would stop the whole site."""
    with pytest.raises(typst.TypstError, match="could not be displayed"):
        typst.compile(
            '#set document(title: "x")\n中'.encode(),
            ignore_system_fonts=True,
            format="pdf",
            pdf_standards="ua-1",
        )


def test_all_characters_of_a_large_set_are_found_at_once() -> None:
    many = "".join(map(chr, range(0x4E00, 0x4E00 + 2000)))
    assert "[2000 characters that are not shown here]" in texts(small(*said(f"Here: {many}.")))


def test_if_typst_told_it_otherwise_the_common_letters_would_stay(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_UNSHOWN", re.compile("nothing says this"))
    assert "He said [2 characters that are not shown here] in Łódź." in texts(
        small(*said("He said 中文 in Łódź."))
    )


def test_right_to_left_words_keep_their_place() -> None:
    assert "Kim said" in texts(small(*said("Kim said “مرحبا بالعالم” and left.")))
    told = pdf(small(Paragraph((Piece("(1) "), Piece("שלום"), Piece(" (2)"))))).pages[0].extract_text()
    assert "(1)" in told and "(2)" in told and told.index("(1)") < told.index("(2)")


# Always the same.

_SCRIPT = """
import hashlib, sys
from pathlib import Path
from generator.publish.paper.typst import Typesetter
from generator.render.paper.typst import manuscript
from tests.render.paper.papers import golden_paper
made = Typesetter(Path(sys.argv[1])).pdf("x", manuscript(golden_paper()))
sys.stdout.write(hashlib.sha256(made).hexdigest())
"""


def test_the_same_bytes_in_other_processes(tmp_path: Path) -> None:
    with typesetter_of() as typesetter:
        here = typesetter.pdf("x", manuscript(golden_paper()))
        assert typesetter.pdf("y", manuscript(golden_paper())) == here
    digests = set()
    for seed, zone, locale in (("1", "Asia/Seoul", "C"), ("2", "America/Lima", "tr_TR.UTF-8")):
        told = {"PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": locale, "SOURCE_DATE_EPOCH": seed}
        done = subprocess.run(
            [sys.executable, "-c", _SCRIPT, str(tmp_path)],
            env={**os.environ, **told, "PYTHONPATH": str(REPOSITORY), "PYTHONUTF8": "1"},
            cwd=tmp_path,
            capture_output=True,
            text=True,
            check=True,
        )
        digests.add(done.stdout)
    assert digests == {hashlib.sha256(here).hexdigest()}
