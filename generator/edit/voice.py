"""Whose words a passage holds: what the checks will work out of it, for an editor who writes `by`.

The checks accept more than is proposed here. They take “its minister” for either of two states that were
named, and prose for the article's own where they know no verb of its sentence; both are left open here.
"""

from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from generator.analyse.attribution.antecedents import Attribution
from generator.analyse.attribution.attributed import (
    attribution_of,
    attributions_around,
    is_own_text,
    nearest_of,
)
from generator.analyse.attribution.attributor import Attributor
from generator.analyse.attribution.context import context_of
from generator.analyse.attribution.mentions import mentions
from generator.analyse.languages.known import language_of
from generator.analyse.quotes.named import known_actors
from generator.analyse.quotes.speech import speech
from generator.edit.doubt import doubt_in, is_mostly_a_deed
from generator.edit.newcomer import Newcomer, newcomer
from generator.model.briefing import ARTICLE_VOICE, Article, Briefing
from generator.model.passage import Passage, Speech

_REACH: Final = 600
"""Number of characters before an attribution in which others are looked for whom a pronoun may mean."""


@dataclass(frozen=True)
class Voice:
    """Kind of speech of a passage, and to whom the words near it give it.

    Attributes:
        speech: the kind of speech, of words that somebody else than the article says.
        by: ids of the actors whom the checks take for its speaker; several where it is open which.
        words: the article's words that attribute the passage, as "the mayor said"; empty without such.
        is_read: whether attributions were looked for, as they are in English articles.
        newcomer: whom these words name, where that is no actor.
        doubt: a word of the passage's sentence that may attribute it, or a name that may be an actor's.
    """

    speech: Speech
    by: tuple[str, ...] = ()
    words: str = ""
    is_read: bool = True
    newcomer: Newcomer | None = None
    doubt: str = ""

    @property
    def speaker(self) -> str:
        """Speaker to write: the one whom the words name, the article for prose of its own, else none."""
        if self.newcomer:
            return self.newcomer.id
        if self.doubt:
            return ""
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
    if near is None or near.turn:
        doubt = "" if by or near else _doubt(attributor, article, passage)
        return Voice(kind, tuple(by), doubt=doubt)
    words = " ".join(article.text[near.start : near.end].split())
    if kind is Speech.PARAPHRASE and is_mostly_a_deed(near.cue):
        return Voice(kind, doubt=near.cue)
    of_one = len({one.start for one in around}) == 1 and not near.nested
    somebody = newcomer(attributor.text, near, _all_names(briefing)) if of_one else None
    if somebody and not somebody.id:
        return Voice(kind, tuple(by), words, doubt=somebody.name)
    first = min(start for start, _ in context_of(article, passage).own)
    by = _who_may_be_meant(briefing, attributor.text, min(first, near.start), near, by)
    return Voice(kind, tuple(by), words, newcomer=somebody)


def _doubt(attributor: Attributor, article: Article, passage: Passage) -> str:
    """Returns words of a passage's sentences by which they may give it to somebody, or nothing."""
    for start, end in context_of(article, passage).own:
        if found := doubt_in(attributor.text, start, end):
            whole = (one for one in attributor.within(start, end) if one.cue == found)
            return next((" ".join(article.text[one.start : one.end].split()) for one in whole), found)
    return ""


def _who_may_be_meant(
    briefing: Briefing, text: str, sentence: int, near: Attribution, by: list[str]
) -> list[str]:
    """Returns actors who may be the source of an attribution, with others of the kind of one it doesn't name.

    Of a person and the office or state that they speak for the person speaks.
    """
    actors = known_actors(briefing)

    def named(start: int, end: int) -> set[str]:
        found = mentions(text[start:end], actors)
        return set().union(*(one.ids for one in found if not one.pronoun))

    words = named(near.start, near.end)
    persons = [id for id in by if id in words and actors[id].kind == "person"]
    if len(by) > 1 and len(persons) == 1 and " and " not in text[near.start : near.end]:
        return persons
    # A participle has its source earlier in the sentence: "…, claiming".
    inherits = near.start == near.cue_start and near.cue.lower().endswith("ing")
    if len(by) != 1 or by[0] in words or (inherits and by[0] in named(sentence, near.start)):
        return by
    is_person = actors[by[0]].kind == "person" if by[0] in actors else None
    before = named(max(0, near.start - _REACH), near.start) - {by[0]}
    rivals = {id for id in before if (actors[id].kind == "person") == is_person}
    return sorted({by[0], *rivals})


def _all_names(briefing: Briefing) -> frozenset[str]:
    actors = briefing.actors
    named = (name for actor in actors.values() for name in (actor.name, *actor.aliases) if name)
    return frozenset([*actors, *named])


@lru_cache(maxsize=8)
def _attributor(briefing: Briefing, article: str) -> Attributor:
    return Attributor(briefing.articles[article], known_actors(briefing))
