"""Plain text and Markdown: words without marks, front matter of other programs."""

import pytest

from generator.edit.imports.facts import choose
from generator.edit.imports.text.reading import Refused
from generator.edit.imports.texts import read_markdown, read_text

CLIPPED = """\
---
title: "Wall to hold"
date: 2026-03-02
authors: [Ann Other, Bo Third]
source: https://www.example.org/wall
lang: en
tags: [harbour]
---
# Wall to hold

The **mayor** said that the [wall](https://www.example.org/w "The wall") will _hold_
until spring: 2 * 3 * 4 < 25.<br>A snake_case_word stays.

![The wall](wall.jpg)

- Four cracks
- Two lost stones

> “Nobody needs to leave.”

| Year | Repairs |
|------|---------|
| 2024 | 3 |

<script>track()</script>
"""


def test_markdown() -> None:
    reading = read_markdown(CLIPPED.encode())
    assert reading.paragraphs == (
        "Wall to hold",
        "The mayor said that the wall will hold until spring: 2 * 3 * 4 < 25.",
        "A snake_case_word stays.",
        *("Four cracks", "Two lost stones", "“Nobody needs to leave.”", "Year\tRepairs", "2024\t3"),
    )
    taken, remarks = choose(reading.stated)
    assert {field: (stated.value, stated.where) for field, stated in taken.items()} == {
        "title": ("Wall to hold", "front matter title"),
        "author": ("Ann Other, Bo Third", "front matter authors"),
        "url": ("https://www.example.org/wall", "front matter source"),
        "published": ("2026-03-02", "front matter date"),
        "language": ("en", "front matter lang"),
    }
    assert remarks == []
    assert reading.remarks == ("Left out of its front matter: tags.",)


def test_a_text_with_front_matter_and_without() -> None:
    reading = read_text(
        b"---\npublished: 2026-03-02\npublisher: The Example\n---\nOne.\nTwo, said the mayor.\n"
    )
    assert reading.paragraphs == ("One.", "Two, said the mayor.")
    assert [(stated.field, stated.value) for stated in reading.stated] == [
        ("published", "2026-03-02"),
        ("publisher", "The Example"),
    ]
    plain = read_text(b"Published: 2026-03-02\nOne.\n")
    assert (plain.paragraphs, plain.stated) == (("Published: 2026-03-02", "One."), ())
    assert read_text(b"---\n---\nOne.\n").paragraphs == ("One.",)


@pytest.mark.parametrize("broken", ["title: Wall: to hold", "just words", "- a\n- b", "a: &x 1\nb: *x"])
def test_front_matter_that_cannot_be_read_is_told(broken: str) -> None:
    reading = read_text(f"---\n{broken}\n---\nOne.\n".encode())
    assert reading.paragraphs == ("One.",)
    assert reading.stated == ()
    assert reading.remarks[0].startswith("Its front matter can't be read and was left out")


def test_marks_of_a_plain_text_stay() -> None:
    assert read_text(b"A *star* and <b>.\n").paragraphs == ("A *star* and <b>.",)


@pytest.mark.parametrize("text", [b"---\ntitle: x\n---\n\n", b"* * *\n", b"...\n"])
def test_a_text_without_words(text: bytes) -> None:
    for read in (read_text, read_markdown):
        with pytest.raises(Refused, match="no words"):
            read(text)
