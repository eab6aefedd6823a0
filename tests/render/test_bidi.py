"""Right-to-left values in lines of ours: each is isolated, so that a date beside one keeps its order."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.render.bidi import FSI, PDI, closed, isolated, joined, paired, plain
from generator.render.escape import attribute, css, markdown, xml
from generator.render.words import listed, phrase, shortened


def shown(text: str) -> str:
    """A text with its isolates as brackets that can be seen."""
    return text.replace(FSI, "<").replace(PDI, ">")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("plain, 4 March 2031", "plain, 4 March 2031"),
        ("Привет 5", "Привет 5"),
        ("שלום", "<שלום>"),
        ("  שלום ", "  <שלום> "),
        # An Arabic sentence keeps its direction, its numbers and its foreign names.
        ("وصل 500 جندي إلى Kyiv أمس.", "<وصل 500 جندي إلى Kyiv أمس.>"),
        ("“مرحبا بالعالم”", "<“مرحبا بالعالم”>"),
        # An English one stays English, whoever it opens with.
        ("أحمد says that the wall will hold.", "<أحمد> says that the wall will hold."),
        ("The ministry (وزارة) had 12 men, says דן.", "The ministry (<وزارة>) had 12 men, says <דן>."),
        ("He wrote “وصل 500 جندي” on 5 May, she says.", "He wrote “<وصل 500 جندي>” on 5 May, she says."),
        # A mark of the value's own that closes nothing stays outside.
        ("\u2069 q שלום [x](y)", "> q <שלום> [x](y)"),
        ("שלום \u2066 דן", "<שלום> \u2066 <דן>"),
        ("Vitaly Klitschko called דן כהן, 12 May", "Vitaly Klitschko called <דן כהן>, 12 May"),
    ],
)
def test_a_value_by_itself(text: str, expected: str) -> None:
    assert shown(isolated(text)) == expected
    assert isolated(isolated(text)) == isolated(text)


def test_values_side_by_side() -> None:
    assert shown(joined(", ", ["جريدة", "4 March 2031"])) == "<جريدة>, 4 March 2031"
    assert shown(joined(" · ", ["", "דן", "رنا"])) == "<דן> · <رنا>"
    assert shown(listed(["دانا", "B", "רנה"])) == "<دانا>, B and <רנה>"
    assert listed(["دانا"]) == "دانا"
    assert shown(phrase("according-to", "the diver", "دانا")) == "the diver, according to <دانا>"
    assert shown(phrase("name-and-letters", "דן", "A")) == "<דן> (A)"
    # What was isolated inside another phrase stays so.
    assert (
        shown(phrase("according-to", phrase("name-and-letters", "דן", "A"), "B"))
        == "<דן> (A), according to B"
    )


def test_a_cut_closes_what_it_leaves_open() -> None:
    text = isolated("دانا رنا سلمى")
    assert shown(shortened(text, 10)) == "<دانا رنا> …"
    assert closed(f"a{PDI}{FSI}b") == f"a{PDI}{FSI}b{PDI}"


def test_data_has_the_values_alone() -> None:
    assert plain(joined(", ", ["دانا", "4 March"])) == "دانا, 4 March"
    assert plain(f"a{FSI}b") == f"a{FSI}b"  # what is not ours stays


def test_every_place_shows_isolates_in_its_own_way() -> None:
    line = joined(", ", ["דן", "4 March"])
    assert markdown(line) == "<bdi>דן</bdi>, 4 March"
    assert attribute(line) == xml(line) == f"{FSI}דן{PDI}, 4 March"
    assert css(line).startswith('"\\2068 ') and "\\2069 " in css(line)


@pytest.mark.parametrize(
    "text", [f"{FSI}x{PDI}", f"{FSI}שלום", f"שלום{PDI}", f"{PDI}שלום{FSI}", f"{FSI}{PDI}"]
)
def test_isolates_that_isolate_nothing_are_shown_as_what_they_are(text: str) -> None:
    assert "U+206" in markdown(text) and "U+206" in attribute(text)


@given(st.text(f"{FSI}{PDI}אب1a ,.<&#\u202e", max_size=25))
def test_elements_are_always_closed(text: str) -> None:
    written = markdown(text)
    depth = 0
    for part in written.split("<")[1:]:
        depth += {"b": 1, "/b": -1}.get(part.split("di>")[0], 0) if "di>" in part else 0
        assert depth >= 0
    assert depth == 0
    assert len(paired(isolated(text))) % 2 == 0
