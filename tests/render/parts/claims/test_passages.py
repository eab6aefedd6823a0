"""The address of a quote at its publisher's: a text fragment that a browser can find."""

from pathlib import Path

import pytest

from generator.render.addresses import HOME
from generator.render.parts.claims.passages import context_view, text_fragment
from tests.render.histories import anchored_of

BRIEFING = """\
title: The wall
as_of: 2024-11-01
status: published
actors:
  ann: {{kind: person, name: Ann Lee}}
bottom_line:
  - {{text: Ann Lee says that the wall holds., claims: [wall]}}
claims:
  - id: wall
    text: Ann Lee says that the wall holds.
    by: ann
    evidence:
      a: {quote}
questions: []
"""


def publisher(folder: Path, text: str, quote: str, ending: str, url: str = "https://a.example/x") -> str:
    """Where the quote's link to its publisher leads."""
    article = f"---\nurl: {url}\n---\n{text}\n"
    findings = anchored_of(folder, BRIEFING.format(quote=quote), {f"a.{ending}": article})
    return context_view(findings, findings.quotes["wall"][0], HOME).publisher


def test_a_quote_in_one_paragraph_is_written_out(tmp_path: Path) -> None:
    text = "Ann Lee said: the wall\nholds, co-owners say."
    written = "https://a.example/x#:~:text=the%20wall%20holds%2C%20co%2Downers%20say"
    assert publisher(tmp_path, text, '"the wall holds, co-owners say"', "md") == written


@pytest.mark.parametrize(
    ("ending", "text"),
    [
        ("md", "She said that the wall holds.\n\nThe gate is open, she said."),
        ("md", "She said that the\nwall holds.\n \n\n\tThe gate\nis open, she said."),
        ("txt", "She said that the wall holds.\nThe gate is open, she said."),
    ],
)
def test_a_quote_over_the_end_of_a_paragraph_is_given_by_its_ends(
    ending: str, text: str, tmp_path: Path
) -> None:
    """As one phrase no browser finds it, for it would have to stand in one block."""
    written = publisher(tmp_path, text, r'"the wall holds.\n\nThe gate is open"', ending)
    assert written == "https://a.example/x#:~:text=the%20wall%20holds.,The%20gate%20is%20open"


def test_the_ends_of_a_long_quote_reach_over_no_paragraph(tmp_path: Path) -> None:
    middle = " ".join(f"word{number}" for number in range(20))
    text = f"She said so. No doubt.\n\n{middle}.\n\nIt holds, she said."
    written = publisher(tmp_path, text, rf'"No doubt.\n\n{middle}.\n\nIt holds"', "md")
    assert written == "https://a.example/x#:~:text=No%20doubt.,It%20holds"


def test_each_segment_has_a_directive_of_its_own(tmp_path: Path) -> None:
    text = "The wall holds today.\nShe said so at the gate."
    written = publisher(tmp_path, text, "{exact: [The wall holds, at the gate]}", "md")
    assert written == "https://a.example/x#:~:text=The%20wall%20holds&text=at%20the%20gate"


@pytest.mark.parametrize(
    ("url", "written"),
    [
        ("https://a.example/#top", "https://a.example/#top:~:text=One"),
        ("https://a.example/#:~:text=Other", "https://a.example/#:~:text=Other"),
        ("https://a.example/#top:~:text=Other,words", "https://a.example/#top:~:text=Other,words"),
    ],
)
def test_an_address_gets_no_second_directive(url: str, written: str) -> None:
    assert text_fragment(url, [["One"]]) == written
