"""Whose words a passage holds: what the checks will work out of it, for an editor who writes `by`."""

from dataclasses import dataclass
from functools import lru_cache

from generator.analyse.attribution.attributed import (
    attribution_of,
    attributions_around,
    is_own_text,
    nearest_of,
)
from generator.analyse.attribution.attributor import Attributor
from generator.analyse.languages.known import language_of
from generator.analyse.quotes.named import known_actors
from generator.analyse.quotes.speech import speech
from generator.model.briefing import ARTICLE_VOICE, Article, Briefing
from generator.model.passage import Passage, Speech


@dataclass(frozen=True)
class Voice:
    """Kind of speech of a passage, and to whom the words near it give it.

    Attributes:
        speech: the kind of speech, of words that somebody else than the article says.
        by: ids of the actors whom the checks take for its speaker; several where it is open which.
        words: the article's words that attribute the passage, as "the mayor said"; empty without such.
        is_read: whether attributions were looked for, as they are in English articles.
    """

    speech: Speech
    by: tuple[str, ...] = ()
    words: str = ""
    is_read: bool = True

    @property
    def speaker(self) -> str:
        """Speaker to write: the one actor, the article for prose that nothing gives to anybody, else none."""
        if len(self.by) == 1:
            return self.by[0]
        own = self.is_read and not self.by and not self.words and self.speech is Speech.PARAPHRASE
        return ARTICLE_VOICE if own else ""


def voice_of(briefing: Briefing, article: Article, passage: Passage) -> Voice:
    """Works out whose words a passage holds, by the rules of the checks."""
    kind = speech(article, (), passage)
    if not language_of(article.language).is_attributed:
        return Voice(kind, is_read=False)
    attributor = _attributor(briefing, article.id)
    spoken = kind is Speech.SPOKEN
    around = attributions_around(attributor, article, passage, spoken=spoken)
    named = frozenset[str]().union(*(one.sources for one in around))
    by = [
        id
        for id in sorted(named)
        if attribution_of(attributor, article, passage, {id}, spoken=spoken, passed_on=False)
    ]
    if not by:
        by = [
            id
            for id in sorted(attributor.authors)
            if is_own_text(attributor, article, passage, {id}, spoken=spoken)
        ]
    near = nearest_of([one for one in around if not by or not one.sources.isdisjoint(by)], passage)
    words = " ".join(article.text[near.start : near.end].split()) if near else ""
    return Voice(kind, tuple(by), words)


@lru_cache(maxsize=8)
def _attributor(briefing: Briefing, article: str) -> Attributor:
    return Attributor(briefing.articles[article], known_actors(briefing))
