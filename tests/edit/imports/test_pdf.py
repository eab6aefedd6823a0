"""PDF files: lines into paragraphs, headers and footers, hyphens, what is stated, and what is refused."""

import pytest

from generator.edit.imports.facts import choose
from generator.edit.imports.pdf import MOST_PAGES, read_pdf
from generator.edit.imports.text.reading import Refused
from tests.edit.imports.pdfs import drawn, encrypted, one_page, repeated, typeset

PARAGRAPHS = (
    "The first official office found efficient traffic difficulties in the configuration of the fortifi"
    "cation, which the representatives of the administration characterised as extraordinarily unsatis"
    "factory.",
    "“Nobody needs to leave,” the mayor said. The long-term well-being of the inhabitants is what counts, "
    "and internationally recognised undertakings will be strengthened considerably, according to the docu"
    "mentation.",
    "Engineers found cracks in four places, and the council meets again on Thursday to decide on the money "
    "for the reconstruction of the harbour wall and of the neighbouring installations.",
)


def test_a_report_of_several_pages() -> None:
    body = "\n\n".join(text.replace("“", '"').replace("”", '"') for text in PARAGRAPHS)
    reading = read_pdf(typeset(f"= Harbour wall\n\n{body}", title="Harbour wall"))
    assert reading.paragraphs == ("Harbour wall", *PARAGRAPHS)
    assert {*reading.left_out} >= {"The Example, special report", "Page 1", "Page 2"}
    assert len(reading.left_out) % 2 == 0
    taken, _ = choose(reading.stated)
    assert {field: (stated.value, stated.where) for field, stated in taken.items()} == {
        "title": ("Harbour wall", "PDF title"),
        "author": ("Ann Other", "PDF author"),
        "language": ("en", "PDF Lang"),
    }
    # When the file was made is told, and is no date of publication.
    assert any("which is no date of publication" in remark for remark in reading.remarks)


@pytest.mark.parametrize(
    ("title", "taken"), [("Microsoft Word - wall_v3.docx", False), ("wall.indd", False), ("The wall", True)]
)
def test_titles_of_files_are_no_titles(title: str, taken: bool) -> None:
    reading = read_pdf(typeset("The wall will hold until spring.", title=title))
    assert ("title" in choose(reading.stated)[0]) is taken
    assert any(title in remark for remark in reading.remarks) is not taken


def _lines(*lines: str, top: int = 380, gap: int = 14) -> str:
    return "".join(f"BT /F 10 Tf 40 {top - at * gap} Td ({line}) Tj ET\n" for at, line in enumerate(lines))


def test_columns_are_read_one_after_the_other() -> None:
    left = _lines("The wall will hold until spring, the", "mayor said on Monday, as the first")
    right = _lines("of two storms came in from the west.", "Nobody was hurt by the waves at all.").replace(
        " 40 ", " 220 "
    )
    assert read_pdf(drawn(left + right)).paragraphs == (
        "The wall will hold until spring, the mayor said on Monday, as the first of two storms came in from "
        "the west. Nobody was hurt by the waves at all.",
    )


def test_a_soft_hyphen_within_a_line_is_seen() -> None:
    """Fonts often know one sign for both; at a line's end it parts a word."""
    content = _lines("The long\\255term cost of the fortifi\\255", "cation is not known, says the mayor.")
    assert read_pdf(drawn(content)).paragraphs == (
        "The long-term cost of the fortification is not known, says the mayor.",
    )


def test_ligatures_are_letters() -> None:
    reading = read_pdf(drawn(_lines("The \\001rst o\\002cial report.")))
    assert reading.paragraphs == ("The first official report.",)
    assert reading.mended["ligatures"] == 2


def test_what_is_refused() -> None:
    page = typeset("The wall will hold until spring.")
    for data, why in (
        (encrypted(page), "It is encrypted."),
        (drawn("40 40 100 100 re f"), "It has no text layer, only pictures of pages."),
        (b"%PDF-1.7\nand then nothing of the kind", "It is damaged."),
        (page[: len(page) // 3], "It is damaged."),
        (repeated(page, MOST_PAGES + 1), f"It has {MOST_PAGES + 1} pages; at most {MOST_PAGES} are read."),
    ):
        with pytest.raises(Refused) as refused:
            read_pdf(data)
        assert refused.value.why == why


def test_pages_without_text_are_told() -> None:
    reading = read_pdf(
        typeset("The wall will hold.\n#set page(header: none, footer: none)\n#pagebreak()\n#rect()")
    )
    assert "Without text, so perhaps pictures: page 2." in reading.remarks


SHORT = (
    "The wall will hold until spring, the mayor said on Monday, as the first of two storms came in.",
    "Nobody was hurt.",
    "The council meets again on Thursday.",
    "Engineers found cracks in four places, and the council meets again to decide on the money for them.",
    "It will cost 3 million.",
    "“We pay,” the mayor said.",
    "The quay stays shut until the repair is done.",
)


@pytest.mark.parametrize(
    "setting",
    [
        "",
        "#set par(spacing: 0.9em)",
        "#set par(spacing: 0.65em)",
        "#set par(spacing: 0.65em, first-line-indent: 1em)",
        "#set par(leading: 1.5em, spacing: 1.5em)",
        "#set par(leading: 1.5em, spacing: 2em)",
    ],
)
@pytest.mark.parametrize("paragraphs", [SHORT, SHORT[1:3] + SHORT[4:]], ids=["long and short", "short"])
def test_short_paragraphs_are_kept_apart(paragraphs: tuple[str, ...], setting: str) -> None:
    assert read_pdf(one_page(paragraphs, setting)).paragraphs == paragraphs


def test_a_heading_of_the_size_of_the_text_is_no_part_of_it() -> None:
    paragraphs = ("What the harbour costs", SHORT[3], SHORT[0], "What follows", PARAGRAPHS[2])
    assert read_pdf(one_page(paragraphs, "#set par(spacing: 0.65em)")).paragraphs == paragraphs


@pytest.mark.parametrize("justify", ["true", "false"])
def test_a_sentence_that_ends_with_its_line_ends_no_paragraph(justify: str) -> None:
    lines = [
        "The wall held, and nobody was hurt",
        "by the sea as all of the water rose.",
        "Ships wait outside until the mayor",
        "and the council have decided on it.",
    ]
    assert read_pdf(drawn(_lines(*lines))).paragraphs == (" ".join(lines),)
    long = " ".join(PARAGRAPHS[1:] * 3)
    reading = read_pdf(one_page([long], f"#set par(justify: {justify})"))
    assert reading.paragraphs == (long,)
