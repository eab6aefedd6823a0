"""Antecedents: whom a pronoun, or a description such as "the lawmaker", means by what stands before it."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from generator.analyse.attribution.items import Item, items_of
from generator.analyse.attribution.mentions import PRONOUNS, Mention, mentions
from generator.analyse.attribution.phrases import Phrases
from generator.analyse.text.sentences import sentences
from generator.model.briefing import Article
from generator.model.entries import Actor

_REACH: Final = 6
"""Number of sentences before its own in which the antecedent of a pronoun is looked for."""

_TITLES: Final = {
    "he": "Mr|Mister|Sir|Lord|King|Prince|Father|Brother|Baron|Duke|Count",
    "she": "Ms|Mrs|Miss|Madam|Madame|Dame|Lady|Queen|Princess|Sister|Baroness|Duchess|Countess",
}
"""Titles that tell a person's pronoun."""


_ASKED: Final = re.compile(r"\W*(?:when\s)?(?:asked|questioned|pressed)\s[^,]*,", re.IGNORECASE)
"""What somebody was asked, who answers: "Asked if Arnesen had known, she said …"."""


_STRANGER: Final = re.compile(r"\W*(?:[A-Z][a-zà-ÿ’'-]+\s){1,2}[A-Z][a-zà-ÿ’'-]+,?\s(?=[a-z])")
"""Start of a sentence on somebody who is no actor: Ola Lind is a diver."""

_AND: Final = re.compile(r",?\sand\s(?:(?:the|his|her|its)\s)?(?:[\w-]+\s){0,3}")


@dataclass(frozen=True)
class Attribution:
    """A cue and its source.

    Attributes:
        sources: ids of the actors that the source can be; none when it is somebody else.
        start: offset of the first code point of source and cue together.
        end: offset just after the last.
        carries: whether its content may go on in the next sentence.
        nested: the sources of the attribution that it is part of: "Arnesen said that the council denies it".
        cue: the article's words that attribute, without the source: "warned", "expressed his belief"; empty
            where no words do ("Arnesen: …").
        cue_start: offset of the first code point of the cue; of ``start`` where there is none.
        closes: whether it stands after its content, or within it: "…, said Arnesen, an engineer".
        turn: whether a label or heading attributes the whole sentence.
        of_several: whether the source is somebody else, and several.
        until: offset of the end of its turn, or of its clause, set between commas: "Arnesen, who says it
            holds, …"; -1 where it has no end of its own.
        verbatim: whether what it attributes is spoken or written word by word.
        of_marked: whether it attributes nothing but words in quotation marks: "…", said in Arnesen's answer.
        possible: ids of actors who may be the source too, where nothing tells for sure who it is.
        described: whether the source is somebody else who is described: "a sailor", and no "that" or "it".
    """

    sources: frozenset[str]
    start: int
    end: int
    carries: bool
    nested: frozenset[str] = frozenset()
    cue: str = ""
    cue_start: int = -1
    closes: bool = False
    turn: bool = False
    of_several: bool = False
    described: bool = False
    verbatim: bool = False
    of_marked: bool = False
    until: int = -1
    possible: frozenset[str] = frozenset()

    @property
    def is_passive(self) -> bool:
        """Whether its source follows it, and not its content: asked by a colleague."""
        return not self.closes and self.end > self.cue_start + len(self.cue)


class Antecedents:
    """Finder of whom pronouns mean in one article.

    Args:
        text: the article's text, what is quoted masked.
        by_sentence: the attributions found so far, by the start of their sentence.
    """

    def __init__(
        self,
        article: Article,
        text: str,
        actors: Mapping[str, Actor],
        by_sentence: Mapping[int, list[Attribution]],
    ) -> None:
        self._article = article
        self._text = text
        self._actors = actors
        self._persons = frozenset(id for id, actor in actors.items() if actor.kind == "person")
        self._mentions = mentions(text, actors)
        self._by_sentence = by_sentence
        self._genders: dict[str, str] = {}
        self.doubtful: set[int] = set()
        """Offsets of pronouns of things that no subject or speaker before them fits."""
        self.strangers: set[int] = set()
        """Offsets of pronouns that mean somebody who is no actor."""

    def mentions_in(self, start: int, end: int) -> list[Mention]:
        """Returns the mentions in a stretch of the text."""
        first = bisect_left(self._mentions, start, key=lambda mention: mention.start)
        last = bisect_left(self._mentions, end, key=lambda mention: mention.start)
        return [mention for mention in self._mentions[first:last] if mention.end <= end]

    def of(self, pronoun: Mention, *, outside: bool = False) -> frozenset[str]:
        """Returns the actors that a pronoun can mean, from the nearest sentence that names a fitting actor.

        In a sentence, the sources of attributions come before actors that are only named. In "Berg, she
        says, …" she is not Berg: the pronoun stands after its content, and so ``outside`` it.
        """
        all_sentences = sentences(self._article)
        index = bisect_right(all_sentences, pronoun.start, key=lambda sentence: sentence[0]) - 1
        places = list(reversed(all_sentences[max(0, index - _REACH) : index + 1]))
        if outside and places:
            # "Berg begs to differ: the ice, he says, will hold": he is not named in the ice's own clause.
            start, end = places[0]
            clause = start + max(
                (self._text.rfind(mark, start, pronoun.start) - start for mark in ":;"), default=-1
            )
            places = [*([(start, clause)] if clause > start else []), *places[1:], places[0]]
        of_thing = pronoun.pronoun == "it"
        merely = frozenset[str]()
        for start, end in places:
            end = min(end, pronoun.start)
            named = self.mentions_in(start, end)
            if asked := _ASKED.match(self._text, start, end):
                named = [one for one in named if one.start >= asked.end()]
            heads = self._heads(start, end, named)
            speaking = [one for one in self._by_sentence.get(start, []) if one.end <= end]
            last = next((one for one in reversed(speaking) if not one.is_passive), None)
            if last and last.described and self._is_somebody(pronoun.pronoun, last):
                # "When an aide suggested it, Arnesen stood up."
                after = self._fitting(pronoun, [one.ids for one in heads if one.start > last.end])
                if not after:
                    self.strangers.add(pronoun.start)
                return after
            if pronoun.pronoun in _TITLES and re.match(
                rf"\W*{pronoun.pronoun}\s", self._text[start:end], re.IGNORECASE
            ):
                self.strangers.add(pronoun.start)
                named, heads = [], []  # She does not like Arnesen. She said: she is still somebody else
            if pronoun.pronoun in _TITLES and not named and _STRANGER.match(self._text, start, end):
                self.strangers.add(pronoun.start)
                return frozenset()
            groups = [[one.sources for one in speaking]]
            if of_thing:
                groups.append([one.ids for one in heads])
            for ids in groups:
                if fitting := self._fitting(pronoun, ids):
                    return fitting
            if pronoun.pronoun == "they" and (pair := self.pair(start, end)):
                return pair
            weaker = self._fitting(pronoun, [one.ids for one in named])
            if weaker and not of_thing:
                if not self._fitting(pronoun, [one.ids for one in heads]):
                    self.doubtful.add(pronoun.start)
                return weaker
            if end < pronoun.start or outside:
                merely = merely or weaker
        self.doubtful.add(pronoun.start)
        return merely

    def _fitting(self, pronoun: Mention, groups: list[frozenset[str]]) -> frozenset[str]:
        return frozenset(id for ids in groups for id in ids if self._fits(pronoun.pronoun, id))

    def _heads(self, start: int, end: int, named: list[Mention]) -> list[Mention]:
        """Leaves the names that can be the subject of a clause: not governed, and owning nothing."""
        items = items_of(self._text, start, end, named)
        phrases = Phrases(items, self._persons)
        return [
            item.mention
            for at, item in enumerate(items)
            if item.mention
            and item.kind == "name"
            and not item.owning
            and self._is_subject(phrases, items, at)
        ]

    def pair(self, start: int, end: int) -> frozenset[str]:
        """Returns the last two in a stretch whom "and" joins, who are meant by "they" or "both sides"."""
        named = [one for one in self.mentions_in(start, end) if not one.pronoun]
        for one, other in reversed(list(pairwise(named))):
            if _AND.fullmatch(self._text, one.end, other.start):
                return one.ids | other.ids
        return frozenset()

    def _is_subject(self, phrases: Phrases, items: list[Item], at: int) -> bool:
        """Tests whether a name can be a subject: it is not governed, and no other name's object."""
        start, governing = phrases.titles(at)
        return governing is None and not any(
            item.kind == "name" and not item.owning for item in items[start : max(start, at - 1)]
        )

    def named_next(self, description: Mention) -> frozenset[str]:
        """Returns whom a description means that none was named before: the sentence after names them."""
        all_sentences = sentences(self._article)
        index = bisect_right(all_sentences, description.start, key=lambda sentence: sentence[0])
        if description.pronoun == "another":
            return frozenset()
        named = [one for place in all_sentences[index : index + 1] for one in self.mentions_in(*place)]
        return next(
            (one.ids for one in named if any(self._fits(description.pronoun, id) for id in one.ids)),
            frozenset(),
        )

    def _is_somebody(self, pronoun: str, last: Attribution) -> bool:
        """Tests whether a pronoun means somebody who was only described: a sailor said that he …"""
        return pronoun == "they" if last.of_several else pronoun in ("he", "she", "one")

    def _gender(self, id: str) -> str:
        """Returns the pronoun of a person by the article's titles, such as Ms; empty where it has none."""
        if id not in self._genders:
            last = re.escape(self._actors[id].name.split()[-1])
            found = {
                pronoun
                for pronoun, titles in _TITLES.items()
                if re.search(rf"(?<!\w)(?:{titles})\.?\s(?:[A-Z][\w’'-]+\s){{0,2}}?{last}(?!\w)", self._text)
            }
            self._genders[id] = found.pop() if len(found) == 1 else ""
        return self._genders[id]

    def is_introduced(self, noun: str, before: int) -> bool:
        """Tests whether a noun means somebody whom it introduced: “a sailor”, before “the sailor said”."""
        all_sentences = sentences(self._article)
        at = bisect_right(all_sentences, before, key=lambda sentence: sentence[0]) - 1
        first = all_sentences[max(0, at - _REACH)][0] if all_sentences else 0
        article = r"(?<!,)(?<!\s(?:is|as))(?<!\swas)(?:\A|\s)(?:an?|one)"
        pattern = rf"{article}\s(?:[\w-]+\s){{0,4}}?{re.escape(noun)}(?!\w)"
        return re.search(pattern, self._text[first:before], re.IGNORECASE) is not None

    def _fits(self, pronoun: str, id: str) -> bool:
        wanted = PRONOUNS[pronoun]
        if wanted == "group":
            return self._actors[id].kind == "group"
        if wanted == "person" and id in self._persons and pronoun in _TITLES:
            return self._gender(id) in ("", pronoun)
        return not wanted or (id in self._persons) == (wanted == "person")
