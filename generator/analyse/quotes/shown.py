"""How much of each article's words the site shows."""

import re
from dataclasses import dataclass
from typing import Final

from generator.analyse.quotes.anchored import AnchoredBriefing, Quote
from generator.analyse.text.sentences import around
from generator.analyse.text.tokens import letter_runs
from generator.model.briefing import Article

OPENING_WORDS: Final = 8
"""With how many of its first words an article without a title is named on every page."""

Stretch = tuple[int, int]
"""Start and end (exclusive) of a stretch of an article's text, in code points."""

_OPENING: Final = re.compile(rf"\s*(?:\S+\s+){{0,{OPENING_WORDS - 1}}}\S+")


@dataclass(frozen=True)
class PublishedShare:
    """How much of one article the site shows.

    Attributes:
        article: whose words they are.
        words: how many the article has: runs of letters and digits.
        shown: how many of them stand on the site.
    """

    article: Article
    words: int
    shown: int

    @property
    def percent(self) -> float:
        """The share in per cent, not rounded; 0 of an article without words."""
        return 100 * self.shown / self.words if self.words else 0.0


def published_share(anchored: AnchoredBriefing) -> tuple[PublishedShare, ...]:
    """The share of every article, in the order of their names."""
    return tuple(share_of(anchored, one) for one in anchored.briefing.articles.values())


def share_of(anchored: AnchoredBriefing, article: Article) -> PublishedShare:
    """The share of one article.

    What counts is the running text of the source's page and, of an article without a title, the opening
    words that stand for one. Words of an article that an editor repeats in a date, a note or a claim's
    wording are not looked for.
    """
    stretches = [*shown_stretches(article, anchored.in_article(article.id))]
    if not article.descriptor.title and (opening := _OPENING.match(article.text)):
        stretches.append(opening.span())
    all_words = letter_runs(article.text, 0, len(article.text))
    seen = {word for start, end in stretches for word in letter_runs(article.text, start, end)}
    return PublishedShare(article, len(all_words), len(seen))


def shown_stretches(article: Article, quotes: list[Quote]) -> tuple[Stretch, ...]:
    """Start and end (exclusive), in code points, of each stretch of running text on the source's page.

    With ``rights: full`` every paragraph; else the whole sentences that the ``quotes`` from the article
    stand in. Those that one quote joins are one stretch.
    """
    if article.descriptor.rights == "full":
        return article.paragraphs
    stretches: list[Stretch] = []
    for start, end in sorted(around(article, one.passage.start, one.passage.end) for one in quotes):
        if stretches and start < stretches[-1][1]:
            stretches[-1] = (stretches[-1][0], max(end, stretches[-1][1]))
        else:
            stretches.append((start, end))
    return tuple(stretches)
