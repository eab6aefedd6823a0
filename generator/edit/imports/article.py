"""The article that is written of a reading: its id, its front matter, its text."""

from collections.abc import Collection, Mapping
from string import ascii_lowercase
from typing import Final

from generator.edit.ids import first_words
from generator.edit.imports.text.reading import FACTS, Fact, Stated
from generator.edit.yaml_text import scalar
from generator.model.texts import id_fault

ENDING: Final = ".txt"
"""Of articles that are imported: in plain text no character is markup, and each line is a paragraph."""

_LONGEST: Final = 40
_OF_NO_ARTICLE: Final = frozenset(
    [
        *("article", "default", "document", "download", "file", "index", "page", "print", "stdin", "story"),
        *("text", "untitled", "view"),
    ]
)
"""Names of files that say nothing of what is in them."""


def article_id(name: str, title: str, taken: Collection[str]) -> str:
    """Returns an article's id: its file's name if that is an id, else one of its title, else of the name.

    Where neither has letters of the Latin alphabet, it is the first letter that is free, as in a.txt, b.txt.

    Args:
        name: the file's name, without its ending.
        title: empty where none is known.
        taken: ids of articles that are there.
    """
    if id_fault(name) is None and name not in _OF_NO_ARTICLE:
        return name
    for text in (title, name):
        made = first_words(text, _LONGEST)
        if made and made not in _OF_NO_ARTICLE and id_fault(made) is None:
            return made
    return next((letter for letter in ascii_lowercase if letter not in taken), "article")


_SHAPES: Final[Mapping[Fact, str]] = {"url": " https://…", "published": " YYYY-MM-DD", "language": " en"}
"""How a fact is written that somebody has to fill in."""


def article_text(facts: Mapping[Fact, Stated], paragraphs: Collection[str]) -> str:
    """Writes an article: front matter with what is known, comments for the rest, and one line a paragraph."""
    lines = [
        f"{fact}: {scalar(facts[fact].value)}" if fact in facts else f"# {fact}:{_SHAPES.get(fact, '')}"
        for fact in FACTS
    ]
    body = "\n\n".join(paragraphs)
    return "\n".join(["---", *lines, "---", body, ""])
