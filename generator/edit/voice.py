"""Whose words a passage holds: what the checks will work out of it, for an editor who writes `by`.

The checks accept more than is proposed here. They take “its minister” for either of two states that were
named, and prose for the article's own where they know no verb of its sentence; both are left open here.
"""

import re
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
from generator.analyse.languages.english_cues import CUES, NOUNS_TOO, forms_of
from generator.analyse.languages.english_grammar import DETERMINERS
from generator.analyse.languages.english_nouns import NOUNS, VIEWS
from generator.analyse.languages.known import language_of
from generator.analyse.languages.rules import any_of
from generator.analyse.quotes.named import known_actors
from generator.analyse.quotes.speech import speech
from generator.edit.newcomer import Newcomer, newcomer
from generator.model.briefing import ARTICLE_VOICE, Article, Briefing
from generator.model.passage import Passage, Speech

_MAY_ATTRIBUTE: Final = re.compile(
    rf"(?<![\w’'-])(?:{any_of(CUES)}|put(?:s|ting)?|peg(?:s|ged|ging)?|plac(?:es?|ed|ing)"
    rf"|(?:has|have|had)\s[^,;:.]{{1,40}}\sat\s\d+|according|per\s(?:the|[A-Z]\w+)|{any_of(NOUNS)}\sthat"
    rf"|in\s(?:\S+\s){{1,4}}{any_of(VIEWS)})(?![\w’'-])",
    re.IGNORECASE,
)
"""Words by which a sentence may give what it says to somebody; most sentences with them don't."""

_MOSTLY_DEEDS: Final = frozenset(
    form
    for verb in ("continue", "end", "finish", "move", "post", "print", "storm")
    for form in forms_of(verb)
) | {"began", "begin", "beginning", "begins", "begun", "held", "hold", "holds", "read", "reads"}
"""Forms of verbs of saying that in prose mostly tell what somebody or something did."""

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
    of_one = len({one.start for one in around}) == 1 and not near.nested
    somebody = newcomer(attributor.text, near, _all_names(briefing)) if of_one else None
    if somebody and not somebody.id:
        return Voice(kind, tuple(by), words, doubt=somebody.name)
    if len(by) == 1:
        by = _who_may_be_meant(briefing, attributor.text, near, by[0])
    return Voice(kind, tuple(by), words, newcomer=somebody)


def _doubt(attributor: Attributor, article: Article, passage: Passage) -> str:
    """Returns a word of a passage's sentences by which they may give it to somebody, or nothing."""
    for start, end in context_of(article, passage).own:
        for found in _MAY_ATTRIBUTE.finditer(attributor.text, start, end):
            before = attributor.text[start : found.start()].rsplit(maxsplit=1)[-1:]
            is_noun = bool(before) and before[0].lower() in DETERMINERS
            if is_noun or found[0].lower() in _MOSTLY_DEEDS:
                continue
            if found[0].lower() in NOUNS_TOO and attributor.text[found.end() :][:4] == " of ":
                continue
            return found[0]
    return ""


def _who_may_be_meant(briefing: Briefing, text: str, near: Attribution, by: str) -> list[str]:
    """Returns an actor, with others of its kind who were named before words that don't name it."""
    actors = known_actors(briefing)

    def named(start: int, end: int) -> set[str]:
        found = mentions(text[start:end], actors)
        return set().union(*(one.ids for one in found if not one.pronoun))

    if by in named(near.start, near.end):
        return [by]
    is_person = actors[by].kind == "person" if by in actors else None
    before = named(max(0, near.start - _REACH), near.start) - {by}
    rivals = {id for id in before if (actors[id].kind == "person") == is_person}
    return sorted({by, *rivals})


def _all_names(briefing: Briefing) -> frozenset[str]:
    actors = briefing.actors
    named = (name for actor in actors.values() for name in (actor.name, *actor.aliases) if name)
    return frozenset([*actors, *named])


@lru_cache(maxsize=8)
def _attributor(briefing: Briefing, article: str) -> Attributor:
    return Attributor(briefing.articles[article], known_actors(briefing))
