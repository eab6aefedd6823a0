"""A quote in its context: its whole sentence, and its neighbours where they may be shown."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final
from urllib.parse import quote as percent_encode

from generator.analyse.findings.findings import Findings
from generator.analyse.quotes.anchored import Quote
from generator.analyse.text.sentences import around, neighbours, sentences
from generator.model.briefing import Article
from generator.render.addresses import link, source_page
from generator.render.escape import Safe
from generator.render.parts.claims.runs import Run, Stretch, runs
from generator.render.words import phrase


@dataclass(frozen=True)
class ContextView:
    """Where a quote stands.

    Attributes:
        letter: the source's.
        place: in words: "paragraph 2, sentence 1".
        before: the sentence before; empty where there is none, or it may not be shown.
        runs: the quote's own sentence or sentences, the quoted words marked.
        after: the sentence after, likewise.
        left_out: whether a neighbour was left out because the site does not show it anywhere.
        href: the quote's place on the source's page.
        publisher: the same on the publisher's own page; empty where its address is not known.
    """

    letter: str
    place: str
    before: str
    runs: tuple[Run, ...]
    after: str
    left_out: bool
    href: Safe
    publisher: str


def context_view(findings: Findings, quote: Quote, here: str, shown: tuple[Stretch, ...]) -> ContextView:
    """The context of a quote for the page ``here``.

    A neighbour is shown where the source's page shows it too, so that no word is published for it alone.

    Args:
        shown: what of the article the source's page shows, as `shown_stretches` tells it.
    """
    briefing, passage = findings.briefing, quote.passage
    article = quote.article
    start, end = around(article, passage.start, passage.end)
    before, after = neighbours(article, passage.start, passage.end)
    words = [_shown(article, one, shown) for one in (before, after)]
    segments = [article.text[first:last] for first, last in passage.segments]
    url = article.descriptor.url
    return ContextView(
        letter=briefing.letter(article.id),
        place=place_of(article, passage.start),
        before=words[0] or "",
        runs=runs(article.text, start, end, passage.segments),
        after=words[1] or "",
        left_out=None in words,
        href=link(here, source_page(briefing.slug, article.id), f"quote-{passage.address}"),
        publisher=text_fragment(url, segments) if url else "",
    )


def _shown(article: Article, sentence: Stretch, shown: tuple[Stretch, ...]) -> str | None:
    """The sentence's words; empty where there is none, None where the site does not show it."""
    start, end = sentence
    if any(first <= start and end <= last for first, last in shown):
        return article.text[start:end]
    return None if start < end else ""


def place_of(article: Article, offset: int) -> str:
    """Where something stands: "paragraph 2, sentence 1"."""
    number = paragraph_of(article, offset)
    start, end = article.paragraphs[number - 1]
    inside = [one for one in sentences(article) if start <= one[0] < end]
    sentence = next((n for n, (_, last) in enumerate(inside, 1) if offset < last), len(inside))
    return phrase("place", number, sentence)


def paragraph_of(article: Article, offset: int) -> int:
    """The number of the paragraph that something stands in, from 1."""
    return next(
        (n for n, (_, end) in enumerate(article.paragraphs, 1) if offset < end), len(article.paragraphs)
    )


_WHOLE: Final = 12
"""A segment of so many words is written out; of a longer one only its first and last words."""

_ENDS: Final = 5


def text_fragment(url: str, segments: Sequence[str]) -> str:
    """The address ``url`` with a directive that makes a browser scroll to the segments and mark them.

    A fragment that the address has already is kept, as the directive goes behind it.
    """
    directive = "&".join(f"text={_part(segment)}" for segment in segments)
    return f"{url}{'' if '#' in url else '#'}:~:{directive}"


def _part(segment: str) -> str:
    words = segment.split()
    if len(words) <= _WHOLE:
        return _encoded(words)
    return f"{_encoded(words[:_ENDS])},{_encoded(words[-_ENDS:])}"


def _encoded(words: Sequence[str]) -> str:
    """Percent-encoded, with the hyphen, which parts prefix and suffix in a directive."""
    return percent_encode(" ".join(words), safe="").replace("-", "%2D")
