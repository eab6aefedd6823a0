"""A quote in its context: its whole sentence, and its neighbours where they may be shown."""

from dataclasses import dataclass

from generator.analyse.findings import Findings, Quote
from generator.analyse.published_share import shown_stretches
from generator.analyse.sentences import around, neighbours
from generator.model.briefing import Article
from generator.render.addresses import link, source_page
from generator.render.escape import Safe
from generator.render.places import place_of
from generator.render.runs import Stretch, runs
from generator.render.text_fragment import text_fragment
from generator.render.views import Run


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


def context_view(findings: Findings, quote: Quote, here: str) -> ContextView:
    """The context of a quote for the page ``here``.

    A neighbour is shown where the source's page shows it too, so that no word is published for it alone.
    """
    briefing, passage = findings.briefing, quote.passage
    article = briefing.articles[passage.article]
    start, end = around(article, passage.start, passage.end)
    shown = shown_stretches(article, findings.in_article(article.id))
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
