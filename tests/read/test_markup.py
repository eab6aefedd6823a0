"""Markup in an article: what is a web page, what is a clipping, and what an article may have."""

import pytest

from generator.read.markup import find_markup

TAGS = "<p>One.</p> <b>Two</b> "


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("<!doctype HTML><p>x", "<!doctype HTML>"),
        ("\n <html lang='en'>\n<p>x", "<html lang='en'>"),
        ('<?xml version="1.0"?>\n<!-- saved -->\n<!DOCTYPE html PUBLIC "x">', '<!DOCTYPE html PUBLIC "x">'),
        ("Text.\n<style media=print>p { color: red }</style>", "<style media=print>"),
        ("Text.\n<SCRIPT>\nif (1 < 2) alert('<p>')\n</SCRIPT >", "<SCRIPT>"),
        (f"Text {TAGS}<li>", None),
        (f"Text {TAGS}<li class='a'>x</li>", "<p>"),
        ("![a](a.png) " * 6, "![a](a.png)"),
        (
            "[a](https://a.example/) [b](#b) [c](../c) [d](mailto:d@example.org) [e](/e) " * 2,
            "[a](https://a.example/)",
        ),
    ],
)
def test_markup(text: str, found: str | None) -> None:
    markup = find_markup(text)
    assert (markup and text[markup[0] : markup[1]]) == found


@pytest.mark.parametrize(
    "text",
    [
        "A line<br>and a line<br/>" * 20,
        "x<y and a<b, c > d; 1 <2 <3 " * 20,
        "See <https://example.org/a> or <mail@example.org>. " * 20,
        "The tag <script> was left open.",
        "He wrote [sic](so), [1](2) and f[x](y). " * 20,
        "H<sub>2</sub>O and CO<sub>2</sub>. " * 20,
        "In an article on HTML: <html> opens a page, <body> its body, <p> a paragraph.",
    ],
)
def test_no_markup(text: str) -> None:
    assert find_markup(text) is None


@pytest.mark.parametrize("part", ["<script>", "<", "<a " + " " * 900, "[", "![a](", "<!--", "<p " * 3])
def test_a_long_text_takes_no_long_time(part: str) -> None:
    """Each place of two megabytes is looked at once; a search without bounds would not end."""
    find_markup(part * (2_000_000 // len(part)))
