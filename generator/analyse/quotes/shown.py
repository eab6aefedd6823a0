"""Share of each article's words that the site shows."""

import re
from dataclasses import dataclass
from typing import Final

from generator.analyse.quotes.anchored import AnchoredBriefing
from generator.analyse.text.sentences import around
from generator.analyse.text.tokens import letter_runs
from generator.model.briefing import Article
from generator.model.passage import Passage

OPENING_WORDS: Final = 8
"""Number of its first words by which an article without a title is named on every page."""

Stretch = tuple[int, int]
"""Start and end (exclusive) of a stretch of an article's text, in code points."""

_OPENING_MARK: Final = re.compile('[“„«"]')
_CLOSING_MARK: Final = re.compile('[”“»"]')
_OPENING: Final = re.compile(rf"\s*(?:\S+\s+){{0,{OPENING_WORDS - 1}}}\S+")


@dataclass(frozen=True)
class PublishedShare:
    """Share of an article that the site shows.

    Attributes:
        article: the article.
        words: the number of its words: runs of letters and digits.
        shown: the number of them that stand on the site.
    """

    article: Article
    words: int
    shown: int

    @property
    def percent(self) -> float:
        """Share in per cent, not rounded; 0 for an article without words."""
        return 100 * self.shown / self.words if self.words else 0.0


def published_share(anchored: AnchoredBriefing) -> tuple[PublishedShare, ...]:
    """Computes the share of every article, in the order of their names."""
    return tuple(share_of(anchored, article) for article in anchored.briefing.articles.values())


def share_of(anchored: AnchoredBriefing, article: Article) -> PublishedShare:
    """Computes the share of one article.

    Counted are the running text of the source's page and, of an article without a title, the opening words
    that replace it. Words of an article that an editor repeats in a date, a note or a claim's wording are
    not looked for.
    """
    stretches = [*shown_stretches(article, anchored.passages_in(article.id))]
    if not article.descriptor.title and (opening := _OPENING.match(article.text)):
        stretches.append(opening.span())
    all_words = letter_runs(article.text, 0, len(article.text))
    seen = {word for start, end in stretches for word in letter_runs(article.text, start, end)}
    return PublishedShare(article, len(all_words), len(seen))


def shown_stretches(article: Article, passages: list[Passage]) -> tuple[Stretch, ...]:
    """Finds start and end (exclusive), in code points, of the running text on the source's page.

    With ``rights: full`` every paragraph; else the whole sentences that the quotes from the article stand
    in. Overlapping stretches are joined.
    """
    if article.descriptor.rights == "full":
        return article.paragraphs
    stretches: list[Stretch] = []
    for start, end in sorted(around(article, passage.start, passage.end) for passage in passages):
        if stretches and start < stretches[-1][1]:
            stretches[-1] = (stretches[-1][0], max(end, stretches[-1][1]))
        else:
            stretches.append((start, end))
    return tuple(stretches)


def without_outer_marks(words: str) -> str:
    """Takes off quotation marks at the ends of a text: a pair around all of it, or one that has no fellow."""
    opens = _OPENING_MARK.match(words) is not None
    closes = _CLOSING_MARK.fullmatch(words[-1:]) is not None
    inner = words[opens : len(words) - closes]
    has_marks = bool(_OPENING_MARK.search(inner) or _CLOSING_MARK.search(inner))
    return inner if (opens or closes) and not has_marks and inner.strip() else words
