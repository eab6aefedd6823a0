"""A quote in its context: its whole sentence, and its neighbours where they may be shown."""

from generator.analyse.quotes.anchored import Findings, Quote
from generator.analyse.text.sentences import around, neighbours
from generator.model.briefing import Article
from generator.render.addresses import link, source_page
from generator.render.places import place_of
from generator.render.runs import Stretch, runs
from generator.render.text_fragment import text_fragment
from generator.render.views import ContextView


def context_view(findings: Findings, quote: Quote, here: str, shown: tuple[Stretch, ...]) -> ContextView:
    """The context of a quote for the page ``here``.

    A neighbour is shown where the source's page shows it too, so that no word is published for it alone.

    Args:
        shown: what of the article the source's page shows, as `shown_stretches` tells it.
    """
    briefing, passage = findings.briefing, quote.passage
    article = briefing.articles[passage.article]
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
