"""An article file into its descriptor and its text, whose offsets never move."""

import hashlib

import pytest

from generator.model.briefing import Article
from generator.model.span import Span
from generator.read.article import paragraphs, read_article
from tests.conftest import Repository

TEXT = "One line\nand another. \n\n  \n\tTwo.\n\n\nThree."


def _read(repository: Repository, name: str, content: str | bytes) -> Article:
    article, source, problems = read_article(repository({name: content}), name)
    assert problems == []
    assert source is not None and article is not None
    return article


@pytest.mark.parametrize(
    ("ending", "told"),
    [
        (".md", ["One line\nand another.", "Two.", "Three."]),
        (".txt", ["One line", "and another.", "Two.", "Three."]),
    ],
)
def test_paragraphs(ending: str, told: list[str]) -> None:
    assert [TEXT[start:end] for start, end in paragraphs(TEXT, ending)] == told
    assert paragraphs("", ending) == paragraphs(" \n \n", ending) == ()


def test_text_without_front_matter(repository: Repository) -> None:
    article = _read(repository, "a.md", TEXT)
    assert (article.id, article.text, article.first_line) == ("a", TEXT, 1)
    assert article.descriptor.written() == frozenset()
    assert article.sha256 == hashlib.sha256(TEXT.encode()).hexdigest()


@pytest.mark.parametrize("head", ["---\ntitle: Ice\n---\n", "---  \ntitle: Ice\n---\t\n"])
def test_text_is_what_follows_the_front_matter(repository: Repository, head: str) -> None:
    article = _read(repository, "a.md", head + TEXT)
    assert (article.text, article.first_line, article.descriptor.title) == (TEXT, 4, "Ice")
    start = article.text.index("Two")
    assert article.span(start, start + 4) == Span("a.md", 8, 2, 8, 6)
    assert article.span(0, 21) == Span("a.md", 4, 1, 5, 13)


def test_line_ends_change_neither_offsets_nor_hash(repository: Repository) -> None:
    content = f"---\ntitle: Ice\n---\n{TEXT}"
    first = _read(repository, "a.md", content)
    second = _read(repository, "a.md", b"\xef\xbb\xbf" + content.replace("\n", "\r\n").encode())
    assert (first.text, first.sha256, first.paragraphs) == (second.text, second.sha256, second.paragraphs)


def test_rules_in_the_text_end_nothing(repository: Repository) -> None:
    assert _read(repository, "a.md", "---\n---\nOne.\n---\nTwo.\n").text == "One.\n---\nTwo.\n"
    assert _read(repository, "a.md", "One.\n---\nTwo.\n---\n").text == "One.\n---\nTwo.\n---\n"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ('+++\ntitle = "Ice"\n+++\nOne.\n', (1, 1, 1, 4)),  # TOML, as Hugo has it
        (';;;\n{"title": "Ice"}\n;;;\nOne.\n', (1, 1, 1, 4)),
        ('{\n  "title": "Ice"\n}\nOne.\n', (1, 1, 2, 17)),
        ('{"title": "Ice"}\nOne.\n', (1, 1, 1, 17)),
        ("----\nOne.\n", (1, 1, 1, 5)),
        ("--\ntitle: Ice\n--\nOne.\n", (1, 1, 1, 3)),
        ("——-\ntitle: Ice\n——-\nOne.\n", (1, 1, 1, 4)),  # as an editor mends hyphens
        ("\n---\ntitle: Ice\n---\nOne.\n", (2, 1, 2, 4)),
        (" \n\n\t---\ntitle: Ice\n---\nOne.\n", (3, 2, 3, 5)),
        ("\n\n+++\ntitle = 1\n", (3, 1, 3, 4)),
        ("\ufeff\ufeff---\ntitle: Ice\n---\nOne.\n", (1, 2, 1, 5)),  # of two byte order marks one stays
        ("\u200b---\ntitle: Ice\n---\nOne.\n", (1, 2, 1, 5)),
        ("---\u00a0\ntitle: Ice\n---\nOne.\n", (1, 1, 1, 5)),
        ("--- # the source\ntitle: Ice\n---\nOne.\n", (1, 1, 1, 17)),
        ("```yaml\ntitle: Ice\n```\nOne.\n", (1, 1, 2, 11)),
        ("<!--\npublished: 2024-11-01\n-->\nOne.\n", (1, 1, 2, 22)),
        ("===\n\nurl: https://a.example/\nOne.\n", (1, 1, 3, 24)),
        ("title: Ice\npublisher: The Gazette\n\nOne.\n", (1, 1, 1, 11)),
        ("\n  title: Ice\n---\nOne.\n", (2, 3, 2, 13)),
    ],
)
def test_front_matter_that_is_written_otherwise_is_no_text(
    repository: Repository, text: str, place: tuple[int, int, int, int]
) -> None:
    article, _, (fault,) = read_article(repository({"a.md": text}), "a.md")
    assert article is None
    assert (fault.code, fault.span) == ("front-matter-form", Span("a.md", *place))
    # The way out for what is text after all.
    assert _read(repository, "a.md", f"---\n---\n{text}").text == text


@pytest.mark.parametrize(
    "text",
    [
        "\n\nOne.\n---\n",
        "– Dialogue opens with a dash.\n",
        "--- he said, and left.\n",
        "***\nOne.\n",
        "The Gazette\n\nTitle: Ice\n",
        "Author: Jane Roe\nOne.\n",
        "title deeds: who holds them?\n",
        "A note: the ice is thin.\n",
        "+1 said the mayor.\n",
        "Two words\ntitle: Ice\n",
    ],
)
def test_text_that_only_begins_like_front_matter_is_text(repository: Repository, text: str) -> None:
    assert _read(repository, "a.md", text).text == text


def test_many_blank_lines_are_read_at_once(repository: Repository) -> None:
    text = " \n" * 500_000 + "- One.\n"
    assert _read(repository, "a.md", text).text == text


def test_withdrawn_article_needs_no_text(repository: Repository) -> None:
    article = _read(repository, "a.md", "---\nwithdrawn: {date: 2024-11-01, reason: Gone.}\n---")
    assert (article.text, article.paragraphs) == ("", ())
