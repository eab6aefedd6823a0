"""What a new briefing.yml tells of its articles: their ids and names, and the day of the newest.

Both are kept up to date as articles are imported, as long as they are as they were written: a day that is not
that of its comment, and any other comment, was written by an editor.
"""

import re
from collections.abc import Sequence
from typing import Final

from generator.edit.yaml_text import comment
from generator.model.briefing import Article

_NAMED_WORDS: Final = 8
"""Number of its first words by which an article without a title is named."""

_NONE: Final = "# No article yet: each is a file in articles/, as a.txt or b.md, whose name is its id."
_HEADING: Final = "# The articles by their ids:"
_LIST: Final = re.compile(rf"^{re.escape(_HEADING)}((?:\r?\n# [^\r\n]*)*)", re.MULTILINE)
_DAY: Final = re.compile(r"\d{4}-\d\d-\d\d")
_TELLS: Final = "# Until you change it, that"
_AS_OF: Final = re.compile(
    rf"^{re.escape(_TELLS)} .*?(\d{{4}}-\d\d-\d\d)\.(\r?\n)as_of: (\d{{4}}-\d\d-\d\d)(?=\r?$)", re.MULTILINE
)


def newest(articles: Sequence[Article]) -> tuple[str, str] | None:
    """Returns the last day on which one of some articles was published, and its id; None without any."""
    days = [
        (article.descriptor.published.edtf or "", article.id)
        for article in articles
        if article.descriptor.published and _DAY.fullmatch(article.descriptor.published.edtf or "")
    ]
    return max(days, default=None)


def as_of(day: str, of: str, newline: str = "\n") -> str:
    """Writes the day of a briefing, with where it comes from: an article's id, or nothing for today."""
    source = f"on which {of} was published" if of else "of today"
    return f"{_TELLS} {source}, {day}.{newline}as_of: {day}"


def named(articles: Sequence[Article]) -> str:
    """Names the articles in comments, each with its id and what is known of it."""
    return "\n".join([_HEADING, *(comment(_name(article)) for article in articles)]) if articles else _NONE


def with_articles(text: str, articles: Sequence[Article]) -> str:
    """Returns the text of a briefing.yml that tells of all its articles, where an editor left that to us."""
    newline = "\r\n" if "\r\n" in text else "\n"
    lines = named(articles).replace("\n", newline)
    if articles and re.search(rf"^{re.escape(_NONE)}\r?$", text, re.MULTILINE):
        text = text.replace(_NONE, lines, 1)
    elif found := _LIST.search(text):
        told = {line.split(":")[0].removeprefix("# ") for line in found[1].splitlines()}
        new = [comment(_name(article)) for article in articles if article.id not in told]
        text = "".join([text[: found.end()], *(newline + line for line in new), text[found.end() :]])
    day, found = newest(articles), _AS_OF.search(text)
    if day and found and found[1] == found[3]:
        text = text[: found.start()] + as_of(*day, found[2]) + text[found.end() :]
    return text


def _name(article: Article) -> str:
    about = article.descriptor
    words = article.text.split()
    opening = " ".join(words[:_NAMED_WORDS]) + (" …" if len(words) > _NAMED_WORDS else "")
    published = about.published.edtf or about.published.as_stated if about.published else None
    return f"{article.id}: {', '.join(filter(None, [about.title or opening, about.publisher, published]))}"
