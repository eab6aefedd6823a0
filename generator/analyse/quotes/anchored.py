"""Anchored briefing: each quote of a briefing with its article, passage and kind of speech."""

from collections.abc import Mapping
from dataclasses import dataclass

from generator.model.briefing import Article, Briefing
from generator.model.entries import Claim, Evidence, SetAside
from generator.model.passage import Passage, Speech


@dataclass(frozen=True)
class Quote:
    """A quote of a claim with its passage."""

    claim: Claim
    evidence: Evidence
    article: Article
    passage: Passage
    speech: Speech

    @property
    def words(self) -> tuple[str, ...]:
        """Article's own characters, segment by segment; ``evidence.exact`` is what the editor typed."""
        return tuple(self.article.text[start:end] for start, end in self.passage.segments)


@dataclass(frozen=True)
class AnchoredBriefing:
    """A briefing with its anchored quotes.

    Attributes:
        briefing: the briefing.
        quotes: each claim's quotes by the claim's id, in the order of the YAML.
        set_aside: the entries of passages that were read and not used, each with its passage.
    """

    briefing: Briefing
    quotes: Mapping[str, tuple[Quote, ...]]
    set_aside: tuple[tuple[SetAside, Passage], ...]

    def in_article(self, article: str) -> list[Quote]:
        """Returns the quotes from one article, in the order of their passages."""
        of_article = [
            quote for quotes in self.quotes.values() for quote in quotes if quote.passage.article == article
        ]
        return sorted(of_article, key=lambda quote: (quote.passage.segments, quote.claim.id))
