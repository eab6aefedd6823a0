"""The context of a quote: its place, its sentence, and its address at the publisher's."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from operator import itemgetter
from typing import Final
from urllib.parse import quote as percent_encode

from generator.analyse.findings.findings import Findings
from generator.analyse.quotes.anchored import Quote
from generator.analyse.text.sentences import around, sentences
from generator.model.briefing import Article
from generator.render.addresses import link, source_page
from generator.render.escape import Safe
from generator.render.parts.claims.runs import Run, runs
from generator.render.words import phrase

_START: Final = itemgetter(0)
_END: Final = itemgetter(1)


@dataclass(frozen=True)
class ContextView:
    """The context of a quote.

    Attributes:
        letter: the source's.
        place: the place in words, as "paragraph 2".
        runs: the quote's sentence or sentences, the quoted words marked.
        href: the link to the quote on the source's page.
        publisher: the address of the quote on the publisher's page; empty where that is not known.
    """

    letter: str
    place: str
    runs: tuple[Run, ...]
    href: Safe
    publisher: str


def context_view(findings: Findings, quote: Quote, here: str) -> ContextView:
    """Make the context of a quote for the page ``here``."""
    briefing, passage = findings.briefing, quote.passage
    article = quote.article
    start, end = around(article, passage.start, passage.end)
    segments = [_by_paragraph(article, first, last) for first, last in passage.segments]
    url = article.descriptor.url
    return ContextView(
        letter=briefing.letter(article.id),
        place=phrase("paragraph", paragraph_of(article, passage.start)),
        runs=runs(article.text, start, end, passage.segments),
        href=passage_link(findings, quote, here),
        publisher=text_fragment(url, segments) if url else "",
    )


def passage_link(findings: Findings, quote: Quote, here: str) -> Safe:
    """Link from the page ``here`` to a quote on its source's page."""
    page = source_page(findings.briefing.slug, quote.article.id)
    return link(here, page, f"quote-{quote.passage.address}")


def place_of(article: Article, offset: int) -> str:
    """The place of a code point of the text in words, as "paragraph 2, sentence 1"."""
    number = paragraph_of(article, offset)
    all_sentences = sentences(article)
    first, behind = (bisect_left(all_sentences, end, key=_START) for end in article.paragraphs[number - 1])
    ended = bisect_right(all_sentences, offset, first, behind, key=_END)
    return phrase("place", number, min(ended + 1, behind) - first)


def paragraph_of(article: Article, offset: int) -> int:
    """The number of the paragraph of a code point of the text, from 1."""
    return min(bisect_right(article.paragraphs, offset, key=_END) + 1, len(article.paragraphs))


_WHOLE: Final = 12
"""The most words of a segment that are written out; a longer one is given by its first and last words."""

_ENDS: Final = 5

_DIRECTIVE: Final = ":~:"


def _by_paragraph(article: Article, start: int, end: int) -> list[str]:
    """Cut a stretch of the text where its paragraphs end."""
    inside = ((max(first, start), min(last, end)) for first, last in article.paragraphs)
    return [article.text[first:last] for first, last in inside if first < last]


def text_fragment(url: str, segments: Sequence[Sequence[str]]) -> str:
    """Add a text fragment to an address, by which a browser scrolls to the segments and marks them.

    Follows the WICG draft "URL Fragment Text Directives". A fragment of the address is kept; an address that
    has a directive already stays as it is, for a second one would be read as words of the first.

    Args:
        segments: each by the paragraphs that it stands in. No browser finds words over a paragraph's end, so
            a segment that goes over one is given by its first and last words.
    """
    if _DIRECTIVE in url:
        return url
    directive = "&".join(f"text={_text_directive(segment)}" for segment in segments)
    return f"{url}{'' if '#' in url else '#'}{_DIRECTIVE}{directive}"


def _text_directive(paragraphs: Sequence[str]) -> str:
    first, last = paragraphs[0].split(), paragraphs[-1].split()
    if len(paragraphs) == 1 and len(first) <= _WHOLE:
        return _encoded(first)
    return f"{_encoded(first[:_ENDS])},{_encoded(last[-_ENDS:])}"


def _encoded(words: Sequence[str]) -> str:
    """Percent-encode words, with their hyphens, which have a meaning in a text directive."""
    return percent_encode(" ".join(words), safe="").replace("-", "%2D")
