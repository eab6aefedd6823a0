"""The body of a web page, as trafilatura finds it, and what of the page it leaves out."""

import re
from collections import Counter
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass
from typing import Final

from lxml.html import HtmlElement

from generator.edit.imports.text.reading import Refused
from generator.edit.imports.web.blocks import blocks_of, is_hidden, squeezed

_SENTENCE: Final = re.compile(r"[.!?…]['\"”’»)\]]*$|[。！？؟।։]")
_SHORTEST: Final = 40
_SHORTEST_WIDE: Final = 15
"""Fewest characters of a paragraph by which a page counts as one with an article."""


@dataclass(frozen=True)
class Body:
    """What of a page is its article, and what is not.

    Attributes:
        paragraphs: the body.
        left_out: the other blocks that the page shows.
        altered: paragraphs that do not stand in the page as they are here.
    """

    paragraphs: tuple[str, ...]
    left_out: tuple[str, ...]
    altered: tuple[str, ...]


def body_of(tree: HtmlElement) -> Body:
    """Finds the article in a page.

    Raises:
        Refused: there is none.
    """
    # Loaded here: it takes a quarter of a second, and only a web page needs it.
    from trafilatura import bare_extraction

    tree = deepcopy(tree)
    hidden = list(_drop_hidden(tree))
    document = bare_extraction(
        deepcopy(tree), include_comments=False, include_tables=True, with_metadata=False
    )
    found = getattr(document, "body", None)
    paragraphs = [] if found is None else blocks_of(found, headings="head")
    if not any(map(_is_prose, paragraphs)):
        raise Refused(
            "No article was found in this page.",
            "Open it in a browser, copy the article's text into a file, and import that.",
        )
    body = next(iter(tree.iter("body")), tree)
    shown = blocks_of(body)
    here = "\n".join(map(squeezed, paragraphs))
    there = squeezed("".join(shown))
    # A passage that the page has twice may be wanted once.
    often = Counter(map(squeezed, paragraphs))
    left_out = []
    for block in shown:
        if often[squeezed(block)] > 0:
            often[squeezed(block)] -= 1
        elif squeezed(block) not in here:
            left_out.append(block)
    altered = tuple(block for block in paragraphs if squeezed(block) not in there)
    return Body(tuple(paragraphs), (*left_out, *hidden), altered)


def _drop_hidden(tree: HtmlElement) -> Iterator[str]:
    """Takes out what the page hides, for readers don't see it; yields its text."""
    for element in list(tree.iter()):
        if element.getparent() is not None and is_hidden(element):
            yield from blocks_of(element)
            element.drop_tree()


def _is_prose(block: str) -> bool:
    wide = any("\u2e80" <= char <= "\uffdc" or "\u0e00" <= char <= "\u0eff" for char in block)
    return (
        len(block) >= (_SHORTEST_WIDE if wide else _SHORTEST) and _SENTENCE.search(block.strip()) is not None
    )
