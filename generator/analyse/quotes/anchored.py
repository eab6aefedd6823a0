"""What was found for one briefing: each quote with its passage and speech."""

from collections.abc import Mapping
from dataclasses import dataclass

from generator.model.briefing import Article, Briefing
from generator.model.entries import Claim, Evidence, SetAside
from generator.model.passage import Passage, Speech


@dataclass(frozen=True)
class Quote:
    """One quote of one claim, in its place."""

    claim: Claim
    evidence: Evidence
    article: Article
    passage: Passage
    speech: Speech

    @property
    def words(self) -> tuple[str, ...]:
        """The article's own characters, segment by segment; ``evidence.exact`` is what the editor typed."""
        return tuple(self.article.text[start:end] for start, end in self.passage.segments)


@dataclass(frozen=True)
class AnchoredBriefing:
    """Everything worked out for a briefing.

    Attributes:
        briefing: what it was worked out from.
        quotes: each claim's quotes by the claim's id, in the order of the YAML.
        set_aside: what was read and not used, each with its passage.
    """

    briefing: Briefing
    quotes: Mapping[str, tuple[Quote, ...]]
    set_aside: tuple[tuple[SetAside, Passage], ...]

    def in_article(self, article: str) -> list[Quote]:
        """The quotes from one article, in the order in which they stand in it."""
        here = [
            quote for quotes in self.quotes.values() for quote in quotes if quote.passage.article == article
        ]
        return sorted(here, key=lambda quote: (quote.passage.segments, quote.claim.id))
