"""Word files as programs read them: styles, links, tables, properties, and no text but the paper's."""

import datetime
import hashlib
import os
import re
import subprocess
import sys
import xml.etree.ElementTree as ET
import zipfile
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import docx
import pytest
from docx.oxml.ns import qn

from generator.render.bidi import joined
from generator.render.paper.blocks import (
    Columns,
    Heading,
    Items,
    Paper,
    Paragraph,
    Piece,
    Table,
    anchors_of,
    lines_of,
)
from generator.render.paper.docx import word_file
from generator.render.words import phrase
from tests.paths import REPOSITORY
from tests.render.paper.papers import ADDRESS, HOSTILE, golden_paper, said, small

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph as WordParagraph

ALL_KINDS: Final = (
    Paragraph((Piece("It holds. "), Piece("1", soft=True, to="claim-a")), look="lede"),
    Columns(
        (Heading(2, (Piece("Left"),)), Items((((Piece("A One"),),),))),
        (Heading(2, (Piece("Right"),)), Items((((Piece("A bullet"),), (Piece("More"),)),), bullets=True)),
        60,
    ),
    Heading(3, (Piece("A matter", anchor="matter-a"),)),
    Table(
        ("No.", "Claim"),
        (1, 2),
        ((((Piece("1", anchor="claim-a"),),), ((Piece("Kim", strong=True), Piece(" says so")),)),),
    ),
    Paragraph((Piece("The end."),)),
)


def read(made: Paper) -> "Document":
    return docx.Document(BytesIO(word_file(made)))


def parts(made: Paper) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(word_file(made))) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def links(document: "Document") -> list[tuple[str, str]]:
    """What leads to the web, and where to."""
    found = [link for paragraph in document.paragraphs for link in paragraph.hyperlinks]
    return [(link.text, link.url) for link in found if link.url]


def places(document: "Document") -> dict[str, str]:
    """The words of each bookmark, by its name."""
    return {
        one.get(qn("w:name")): _words(one.getnext())
        for one in document.element.body.iter(qn("w:bookmarkStart"))
    }


def leads(document: "Document") -> list[tuple[str, str]]:
    """What leads to a place of the file, and the words there."""
    found = [one for one in document.element.body.iter(qn("w:hyperlink")) if one.get(qn("w:anchor"))]
    there = places(document)
    return [(_words(one), there[one.get(qn("w:anchor"))]) for one in found]


def _words(element: Any) -> str:
    return "".join(one.text or "" for one in element.iter(qn("w:t")))


def style_of(paragraph: "WordParagraph") -> str:
    return str(paragraph.style.name) if paragraph.style else ""


# Styles.


def test_every_block_has_the_style_that_word_has_for_it() -> None:
    told = [(style_of(one), one.text) for one in read(small(*ALL_KINDS)).paragraphs]
    assert told == [
        ("Heading 1", "The harbour wall"),
        ("Normal", "Describes 5 March 2031"),
        ("Body Text", "It holds. 1"),
        ("Heading 2", "Left"),
        ("List", "A One"),
        ("Heading 2", "Right"),
        ("List Bullet", "A bullet\nMore"),
        ("Heading 3", "A matter"),
        ("Normal", ""),
        ("Normal", "The end."),
        ("Heading 2", "The evidence"),
        ("Normal", "The end."),
    ]


def test_a_notice_has_a_frame() -> None:
    notice, plain = read(small(Paragraph((Piece("Draft"),), look="framed"), *said("Not"))).paragraphs[2:4]
    borders = notice._p.get_or_add_pPr().findall(f"{qn('w:pBdr')}/*")
    assert len(borders) == 4
    assert plain._p.get_or_add_pPr().find(qn("w:pBdr")) is None


def test_the_annex_begins_on_a_new_page() -> None:
    breaks = [one.text for one in read(golden_paper()).paragraphs if one.paragraph_format.page_break_before]
    assert breaks == ["Annex: the evidence"]


def test_pieces_look_as_they_should() -> None:
    pieces = (
        Piece("strong", strong=True),
        Piece("soft", soft=True),
        Piece("struck", struck=True),
        Piece("plain"),
    )
    strong, soft, struck, plain = read(small(Paragraph(pieces))).paragraphs[2].runs
    assert (strong.style.name, soft.style.name, plain.style.name) == (
        "Strong",
        "Subtle Emphasis",
        "Default Paragraph Font",
    )
    assert struck.font.strike and not plain.font.strike


def test_tables_have_a_row_that_heads_every_page() -> None:
    (table,) = read(small(*ALL_KINDS)).tables
    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["No.", "Claim"],
        ["1", "Kim says so"],
    ]
    heads = [row._tr.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None for row in table.rows]
    assert heads == [True, False]
    assert table.style is not None and table.style.name == "Table Grid"


def test_footer_has_its_lines_and_the_number_of_the_sheet() -> None:
    first, second = read(small()).sections[0].footer.paragraphs
    assert (first.text, second.text) == ("Describes 5 March 2031\tpage  of ", "briefings.example")
    fields = [one.get(qn("w:instr")) for one in first._p.findall(qn("w:fldSimple"))]
    assert fields == ["PAGE", "NUMPAGES"]


def test_words_in_other_languages_say_so_and_the_file_says_its_own() -> None:
    made = small(
        Paragraph((Piece("le pont", language="fr"), Piece(" is a bridge"), Piece("שלום", language="he")))
    )
    french, english, hebrew = read(made).paragraphs[2].runs
    tags = [run._r.findall(f"{qn('w:rPr')}/{qn('w:lang')}") for run in (french, english, hebrew)]
    assert [[one.get(qn("w:val")) for one in found] for found in tags] == [["fr"], [], ["he"]]
    assert hebrew.font.rtl and not french.font.rtl
    styles = ET.fromstring(parts(made)["word/styles.xml"])
    default = styles.find(f"{qn('w:docDefaults')}//{qn('w:lang')}")
    assert default is not None and default.get(qn("w:val")) == "en-GB"


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("جريدة, 4 March 2031", [("\u2068جريدة, 4 March 2031\u2069", True)]),  # the control: as one value
        (joined(", ", ("جريدة", "4 March 2031")), [("\u2068جريدة\u2069", True), (", 4 March 2031", False)]),
        (phrase("name-and-letters", "דן כהן", "A"), [("\u2068דן כהן\u2069", True), (" (A)", False)]),
        ("דן says that 5 men left.", [("\u2068דן\u2069", True), (" says that 5 men left.", False)]),
        ("plain, 5", [("plain, 5", False)]),
    ],
)
def test_a_date_stands_in_no_run_with_a_right_to_left_name(text: str, runs: list[tuple[str, bool]]) -> None:
    """Word sets all of such a run from right to left: the parts of a date would change places."""
    made = read(small(Paragraph((Piece(text),))))
    assert [(run.text, bool(run.font.rtl)) for run in made.paragraphs[2].runs] == runs


def test_a_footer_s_date_stands_in_no_run_with_a_right_to_left_name() -> None:
    made = read(small(footer=(joined(" · ", ("ملخصات", "Describes 5 March 2031")), "x")))
    first = made.sections[0].footer.paragraphs[0]
    assert [(run.text, bool(run.font.rtl)) for run in first.runs][:2] == [
        ("\u2068ملخصات\u2069", True),
        (" · Describes 5 March 2031", False),
    ]


# Links.


def test_the_numbers_of_claims_lead_to_their_rows() -> None:
    made = read(small(*ALL_KINDS))
    assert leads(made) == [("1", "1")]
    assert links(made) == []
    target = next(one.get(qn("w:anchor")) for one in made.element.body.iter(qn("w:hyperlink")))
    (mark,) = list(made.tables[0]._tbl.iter(qn("w:bookmarkStart")))
    assert mark.get(qn("w:name")) == target


def test_what_has_no_place_in_the_file_leads_nowhere() -> None:
    made = read(small(Paragraph((Piece("Kim, A", soft=True, to="claim-a"), Piece(".")))))
    told = made.paragraphs[2]
    assert told.text == "Kim, A." and not told.hyperlinks
    assert [run.style.name for run in told.runs] == ["Subtle Emphasis", "Default Paragraph Font"]


def test_a_question_that_leads_somewhere_still_stands_out() -> None:
    kim = Piece("Kim", strong=True, to="claim-a")
    made = read(small(Paragraph((kim,)), *ALL_KINDS))
    (run,) = made.paragraphs[2].hyperlinks[0].runs
    assert run.bold and run.style.name == "Hyperlink"
    assert leads(made)[0] == ("Kim", "1")


@pytest.mark.parametrize("slug", ["oldmere-bridge", "lantern-tax", "ferry-timetable", "bell-tower"])
def test_bookmarks_are_as_word_wants_them_and_each_link_has_one(slug: str) -> None:
    made = golden_paper(slug)
    body = read(made).element.body
    starts, ends = list(body.iter(qn("w:bookmarkStart"))), list(body.iter(qn("w:bookmarkEnd")))
    names = [one.get(qn("w:name")) for one in starts]
    assert len(set(names)) == len(names) == len(anchors_of((*made.first, *made.annex)))
    assert all(re.fullmatch("[a-z][a-z0-9_]{0,39}", name) for name in names)
    ids = [one.get(qn("w:id")) for one in starts]
    assert len(set(ids)) == len(ids) and ids == [one.get(qn("w:id")) for one in ends]
    for start, end in zip(starts, ends, strict=True):
        # Around a run or the link that it became.
        assert start.getnext().tag in (qn("w:r"), qn("w:hyperlink"))
        assert start.getnext().getnext() is end
    targets = {one.get(qn("w:anchor")) for one in body.iter(qn("w:hyperlink"))} - {None}
    assert targets <= set(names)


def test_places_of_two_papers_never_have_the_same_name() -> None:
    """Both may be pasted into one document, where a link must not lead to the other's claim."""
    one, other = (places(read(small(*ALL_KINDS, title=title))) for title in ("The wall", "The bridge"))
    assert len(one) == 2 and not set(one) & set(other)


def test_of_two_places_with_the_same_anchor_the_first_is_the_place() -> None:
    twice = (Heading(2, (Piece("One", anchor="a"),)), Heading(2, (Piece("Two", anchor="a"),)))
    made = read(small(*twice, Paragraph((Piece("See", to="a"),))))
    assert leads(made) == [("See", "One")]
    assert len(list(made.element.body.iter(qn("w:bookmarkStart")))) == 1


def test_addresses_of_sources_are_links() -> None:
    told = dict(links(read(golden_paper())))
    source = "https://courier.example/oldmere/bridge?page=1&print=yes"
    assert told[source] == source
    assert told[ADDRESS] == ADDRESS
    # Places of the paper are in the file.
    assert set(told.values()) == {source, "https://archive.example/20310305/courier_(1)", ADDRESS}
    assert ("Can the bridge carry cars?", "Q1 ") in leads(read(golden_paper()))


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "file:///etc/passwd", "//evil.example/", "mailto:a@b.example"]
)
def test_only_the_web_is_linked(address: str) -> None:
    made = small(Paragraph((Piece(address, web=True),)))
    assert links(read(made)) == []
    assert address.encode() not in parts(made)["word/_rels/document.xml.rels"]


def test_a_link_would_be_seen() -> None:
    """The control for the test above."""
    made = small(Paragraph((Piece("https://a.example/", web=True),)))
    assert links(read(made)) == [("https://a.example/", "https://a.example/")]


# The whole text, and nothing else.


def _told(made: Paper) -> list[str]:
    """Every line of a paper as a Word file has it, in order."""
    blocks = (*made.first, *made.annex)
    lines = ["".join(piece.text for piece in line) for block in blocks for line in lines_of(block)]
    return [folded for line in lines if (folded := " ".join(line.split()))]


def _read(document: "Document") -> list[str]:
    """Every line of a Word file, in order."""
    lines: list[str] = []
    for paragraph in document.element.body.iter(qn("w:p")):
        parts = paragraph.iter(qn("w:t"), qn("w:br"))
        text = "".join("\n" if one.tag == qn("w:br") else one.text or "" for one in parts)
        lines += [" ".join(line.split()) for line in text.split("\n")]
    return [line for line in lines if line]


@pytest.mark.parametrize("slug", ["oldmere-bridge", "lantern-tax", "ferry-timetable", "bell-tower"])
def test_it_says_what_the_paper_says_in_its_order(slug: str) -> None:
    made = golden_paper(slug)
    assert _read(read(made)) == _told(made)


def test_hostile_texts_are_shown_as_they_are() -> None:
    pieces = tuple(Piece(text, strong=True, language="fr") for text in HOSTILE)
    table = Table((HOSTILE[0],), (1,), ((((Piece(HOSTILE[1]),),),),))
    made = small(
        *said(*HOSTILE), Paragraph(pieces), table, title=HOSTILE[0], editors=HOSTILE[:2], topics=HOSTILE
    )
    assert _read(read(made)) == _told(made)


def test_what_is_hidden_is_shown_by_its_number() -> None:
    made = read(small(*said("left\u202eright", "bell\x07 \ud800 \ufffe", "a  b\n\tc")))
    assert [one.text for one in made.paragraphs[2:5]] == [
        "leftU+202Eright",
        "bellU+0007 U+D800 U+FFFE",
        "a b c",
    ]


def test_the_longest_texts() -> None:
    made = read(small(*said("x" * 4000), title="W" * 300, description="y" * 4000, editors=("E" * 300,) * 9))
    assert made.paragraphs[2].text == "x" * 4000
    assert len(made.core_properties.subject) == len(made.core_properties.author) == 255


# What the file says of itself, and what isn't in it.


def test_properties_are_the_briefings() -> None:
    about = read(small()).core_properties
    assert (about.title, about.subject, about.author) == ("The harbour wall", "It holds.", "R. Okoro")
    assert (about.keywords, about.language, about.comments) == ("harbours", "en-GB", "")
    day = datetime.datetime(2031, 3, 6, tzinfo=datetime.UTC)
    assert about.created == about.modified == day


def test_without_a_day_there_is_no_date() -> None:
    core = parts(small(changed=""))["docProps/core.xml"].decode()
    assert "created" not in core and "modified" not in core and "2013" not in core


def test_nothing_runs_floats_or_comes_from_elsewhere() -> None:
    found = parts(golden_paper())
    assert sorted(found) == [
        *("[Content_Types].xml", "_rels/.rels", "docProps/core.xml"),
        *("word/_rels/document.xml.rels", "word/document.xml", "word/fontTable.xml", "word/footer1.xml"),
        *("word/numbering.xml", "word/settings.xml", "word/styles.xml", "word/theme/theme1.xml"),
        "word/webSettings.xml",
    ]
    whole = b"".join(found.values())
    for mark in (
        b"vbaProject",
        b"macroEnabled",
        b"txbxContent",
        b"<w:drawing",
        b"<w:pict",
        b"w:altChunk",
        b"python",
    ):
        assert mark not in whole
    for name, text in found.items():
        external = re.findall(r'Target="([^"]*)" TargetMode="External"', text.decode())
        assert name == "word/_rels/document.xml.rels" or not external
        assert all(target.startswith("https://") for target in external)


# Always the same.


def test_archive_has_no_time_and_one_order() -> None:
    with zipfile.ZipFile(BytesIO(word_file(golden_paper()))) as archive:
        entries = archive.infolist()
    assert {one.date_time for one in entries} == {(1980, 1, 1, 0, 0, 0)}
    assert entries[0].filename == "[Content_Types].xml"
    names = [one.filename for one in entries[1:]]
    assert names == sorted(names)
    assert {(one.create_system, one.external_attr) for one in entries} == {(0, 0o600 << 16)}


_SCRIPT: Final = """
import hashlib, sys
from generator.render.paper.docx import word_file
from tests.render.paper.papers import golden_paper
sys.stdout.write(hashlib.sha256(word_file(golden_paper())).hexdigest())
"""


def test_the_same_bytes_in_other_processes(tmp_path: Path) -> None:
    here = word_file(golden_paper())
    assert word_file(golden_paper()) == here
    digests = set()
    for seed, zone, locale in (("1", "Asia/Seoul", "C"), ("2", "America/Lima", "tr_TR.UTF-8")):
        told = {
            "PYTHONHASHSEED": seed,
            "TZ": zone,
            "LC_ALL": locale,
            "PYTHONPATH": str(REPOSITORY),
            "PYTHONUTF8": "1",
        }
        done = subprocess.run(
            [sys.executable, "-c", _SCRIPT],
            env={**os.environ, **told},
            cwd=tmp_path,
            capture_output=True,
            text=True,
            check=True,
        )
        digests.add(done.stdout)
    assert digests == {hashlib.sha256(here).hexdigest()}
