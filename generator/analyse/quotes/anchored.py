"""Anchored briefing: each quote of a briefing with its article, its passage, and whose words it holds."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from generator.model.briefing import ARTICLE_VOICE, Article, Briefing
from generator.model.claims import Claim, Evidence, Ids, Modality, TextQuote
from generator.model.dated import StatedDate
from generator.model.entries import SetAside
from generator.model.passage import Passage, Speech


@dataclass(frozen=True)
class Quote:
    """A quote of a claim with its passage, and what holds for its words.

    Attributes:
        speech: the kind of speech, told from the quotation marks around the passage.
        cue: the article's verb for the saying, set or worked out; empty where neither is known.
        modality: the class of what is done by saying it; None likewise.
        attributed: whether an attribution near the passage gives the words to a speaker; None where none was
            looked for: of words without a named speaker, and in articles in other languages than English.
        given_away: of the article's own prose, the words by which it gives what is quoted to somebody.
        silent: those of several speakers to whom no such attribution gives them, as it does to the others.
    """

    claim: Claim
    evidence: Evidence
    article: Article
    passage: Passage
    speech: Speech
    cue: str = ""
    modality: Modality | None = None
    attributed: bool | None = None
    silent: frozenset[str] = frozenset()
    given_away: str = ""

    @property
    def words(self) -> tuple[str, ...]:
        """Article's own characters, segment by segment; ``evidence.exact`` is what the editor typed."""
        return tuple(self.article.text[start:end] for start, end in self.passage.segments)

    @property
    def by(self) -> Ids:
        """Who says these words; empty where the article leaves it open."""
        return self.claim.by_in(self.evidence)

    @property
    def known_speech(self) -> Speech | None:
        """The kind of speech; None for prose of which the article leaves open whose it is."""
        return None if self.speech is Speech.ARTICLE and self.evidence.by_open else self.speech

    @property
    def has_own_speaker(self) -> bool:
        """Whether the words are somebody else's than the claim's speaker's, or it is left open whose."""
        return self.claim.has_own_speaker(self.evidence)

    @property
    def is_own_voice(self) -> bool:
        """Whether the article itself says it."""
        return self.by == (ARTICLE_VOICE,)

    @property
    def via(self) -> tuple[str, ...]:
        """Who passed these words on."""
        return self.claim.via_in(self.evidence)

    @property
    def origin(self) -> str | None:
        """Where these words were first said."""
        return self.claim.origin_in(self.evidence)

    @property
    def said(self) -> StatedDate | None:
        """When these words were said."""
        return self.claim.said_in(self.evidence)


@dataclass(frozen=True)
class OriginQuote:
    """A quote that shows an origin, with its passage."""

    origin: str
    evidence: TextQuote
    article: Article
    passage: Passage

    @property
    def words(self) -> tuple[str, ...]:
        """Article's own characters, segment by segment."""
        return tuple(self.article.text[start:end] for start, end in self.passage.segments)


@dataclass(frozen=True)
class AnchoredBriefing:
    """A briefing with its anchored quotes.

    Attributes:
        briefing: the briefing.
        quotes: each claim's quotes by the claim's id, in the order of the YAML.
        set_aside: the entries of passages that were read and not used, each with its passage.
        of_origins: the quotes that show origins, in the order of the YAML.
    """

    briefing: Briefing
    quotes: Mapping[str, tuple[Quote, ...]]
    set_aside: tuple[tuple[SetAside, Passage], ...]
    of_origins: tuple[OriginQuote, ...] = field(default=())

    def in_article(self, article: str) -> list[Quote]:
        """Returns the quotes from one article, in the order of their passages."""
        of_article = [
            quote for quotes in self.quotes.values() for quote in quotes if quote.passage.article == article
        ]
        return sorted(of_article, key=lambda quote: (quote.passage.segments, quote.claim.id))

    def passages_in(self, article: str) -> list[Passage]:
        """Returns the passages of all quotes from one article, those that show origins too, in order."""
        passages = [quote.passage for quote in self.in_article(article)]
        passages += [quote.passage for quote in self.of_origins if quote.article.id == article]
        return sorted(passages, key=lambda passage: passage.segments)
