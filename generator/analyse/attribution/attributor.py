"""Attributions in English articles: who says what, as source and cue in PolNeAR's terms.

A cue is a verb of the language outside quotation marks. Its source is its subject, or whoever follows it
("said Arnesen", "according to Arnesen"), or the source of an earlier cue of the sentence ("… and warned").
The known errors are listed in DESIGN.md.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final

from generator.analyse.attribution.items import MASK, items_of
from generator.analyse.attribution.mentions import PRONOUNS, Mention, mentions
from generator.analyse.attribution.phrases import Phrases
from generator.analyse.attribution.sentence import Found, SentenceReader
from generator.analyse.attribution.source_phrases import Source
from generator.analyse.attribution.turns import Turn, issuer, persons_of, speaks_of_itself, turns
from generator.analyse.attribution.verbless import by_owner, closes, follows, in_headline, leads, verbless
from generator.analyse.languages.english_cues import SAYING
from generator.analyse.languages.english_nouns import FEELINGS
from generator.analyse.languages.rules import any_of
from generator.analyse.text.quotation_marks import quotations
from generator.analyse.text.sentences import sentences
from generator.model.briefing import Article
from generator.model.entries import Actor

_REACH: Final = 6
"""Number of sentences before its own in which the antecedent of a pronoun is looked for."""

_SIGNATURE: Final = 80
"""Number of characters of the longest paragraph that is a signature."""

_LONGEST: Final = 4000
"""Number of characters of a sentence that are read; longer ones are lists or slips, and slow to match."""

_TITLES: Final = {
    "he": "Mr|Mister|Sir|Lord|King|Prince|Father|Brother|Baron|Duke|Count",
    "she": "Ms|Mrs|Miss|Madam|Madame|Dame|Lady|Queen|Princess|Sister|Baroness|Duchess|Countess",
}
"""Titles that tell a person's pronoun."""

_NESTED: Final = re.compile(r"[^;\0]*\sthat\s(?:[\w’'-]+\s){0,4}")
_APPOSED: Final = re.compile(r",\s(?:an?|the)\s(?:[\w-]+\s){1,3}(?:that|which)\s(?:[\w-]+\s){0,4}$")
"""What follows a speech, as in "a claim that Orsia denied", and is no part of it."""

_OPEN: Final = re.compile(r"[^,;:\0]{0,60}")
_EXPRESSED: Final = re.compile(
    rf"\s(?:(?:his|her|its|their|the|a|an)\s)?(?:\w+\s)??{any_of(FEELINGS)}(?!\w)", re.IGNORECASE
)


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

    @property
    def is_passive(self) -> bool:
        """Whether its source follows it, and not its content: asked by a colleague."""
        return not self.closes and self.end > self.cue_start + len(self.cue)


class Attributor:
    """Finder of the attributions of one article to the given actors (by id)."""

    def __init__(self, article: Article, actors: Mapping[str, Actor]) -> None:
        self._article = article
        self._actors = {id: actor for id, actor in actors.items() if actor.name}
        self.persons = frozenset(id for id, actor in self._actors.items() if actor.kind == "person")
        self._genders: dict[str, str] = {}
        self._by_sentence: dict[int, list[Attribution]] = {}
        text = article.text.replace("\n", " ")
        for start, end in quotations(article):
            # A full stop before the closing mark ends a sentence, even where the library sees none.
            stop = "." if article.text[end - 1 : end] == "." else MASK
            text = text[:start] + MASK * (end - start - 1) + stop + text[end:] if end > start else text
        self._text = text
        self._mentions = mentions(text, self._actors)
        self._turns = turns(article, self._actors)
        self._issuer = issuer(article, self._actors)
        self.authors = frozenset(id for id, actor in self._actors.items() if _is_author(article, actor))

    @property
    def text(self) -> str:
        """The article's text, its line breaks as spaces and what is quoted masked."""
        return self._text

    def within(self, start: int, end: int) -> list[Attribution]:
        """Returns the attributions, in order and up to ``end``, of the sentence that begins at ``start``."""
        if not self._by_sentence:
            # In order, as resolving a pronoun needs the attributions of the sentences before it.
            for first, last in sentences(self._article):
                attributions = self._read_sentence(first, min(last, first + _LONGEST))
                self._by_sentence[first] = sorted(attributions, key=lambda attribution: attribution.start)
        return [attribution for attribution in self._by_sentence.get(start, []) if attribution.end <= end]

    def _mentions_in(self, start: int, end: int) -> list[Mention]:
        first = bisect_left(self._mentions, start, key=lambda mention: mention.start)
        last = bisect_left(self._mentions, end, key=lambda mention: mention.start)
        return [mention for mention in self._mentions[first:last] if mention.end <= end]

    def _read_sentence(self, start: int, end: int) -> list[Attribution]:
        whole = self._whole(start, end)
        around = whole[0].sources if whole else frozenset[str]()
        named = self._mentions_in(start, end)
        reader = SentenceReader(self._text, start, end, items_of(self._text, start, end, named), self.persons)
        attributions: list[Attribution] = []
        self._by_sentence[start] = attributions  # a pronoun may mean who speaks earlier in the sentence
        for found in reader.found():
            sources = self._meant(found.source, attributions, found.inherits, found.closes)
            previous = attributions[-1] if attributions else None
            nested = around - sources
            if previous and sources != previous.sources and self._is_inside(previous, found):
                nested = previous.sources - sources
            attributions.append(self._attribution(found, sources, nested))
        attributions = self._inside_closing(attributions)
        attributions += self._without_verb(named, attributions, reader, start, end)
        return [*whole, *attributions]

    def _inside_closing(self, attributions: list[Attribution]) -> list[Attribution]:
        """Marks what stands in the content of one that closes: "The council knew of it, Arnesen said"."""
        marked = []
        for at, one in enumerate(attributions):
            closing = next((later for later in attributions[at + 1 :] if later.closes), None)
            if closing and closing.start == closing.cue_start and "accord" in closing.cue.lower():
                closing = None
            if closing and not one.nested and not one.closes and closing.sources != one.sources:
                between = self._text[one.end : closing.start]
                if MASK not in between and ";" not in between:
                    one = replace(one, nested=closing.sources - one.sources)
            marked.append(one)
        return marked

    def _attribution(self, found: Found, sources: frozenset[str], nested: frozenset[str]) -> Attribution:
        cue, source = found.cue, found.source
        object_ = _EXPRESSED.match(self._text, cue.end())
        somebody = source is not None and not sources and not source.names and not source.stands_for
        return Attribution(
            sources,
            found.start,
            found.end,
            cue[0].lower() in SAYING,
            nested,
            self._text[cue.start() : object_.end() if object_ else cue.end()],
            cue.start(),
            closes=found.closes,
            of_several=somebody and source is not None and source.plural,
            described=somebody and source is not None and not source.myself,
            until=self._text.find(",", found.end) if found.aside else -1,
        )

    def _is_inside(self, previous: Attribution, found: Found) -> bool:
        """Tests whether an attribution is part of the content of the one before it."""
        if previous.closes or previous.end > found.start:
            return False
        between = self._text[previous.end : found.start]
        if _APPOSED.search(between):
            return False
        return (
            between.isspace()
            or _NESTED.fullmatch(between) is not None
            or (not found.closes and _OPEN.fullmatch(between) is not None and " and " not in between)
        )

    def _whole(self, start: int, end: int) -> list[Attribution]:
        """Returns the attributions to whoever has the turn, or issued the statement, each with its end."""
        if of_turns := [
            Attribution(
                turn.sources, first, first, False, turn=True, verbatim=turn.verbatim, until=min(end, turn.end)
            )
            for turn in self._turns_from(start)
            for first in (max(start, turn.start),)
            if turn.start < end and turn.end > start
        ]:
            return of_turns
        sources = self._introduced(start)
        if not sources and self._issuer and speaks_of_itself(self._text, start, end):
            sources = self._issuer
        if not sources:
            return []
        verbatim = self._text[start] == ">" or speaks_of_itself(self._text, start, end)
        return [Attribution(sources, start, start, False, turn=True, verbatim=verbatim, until=end)]

    def _introduced(self, start: int) -> frozenset[str]:
        """Returns whose words a paragraph is by the one before it, which ends with a colon."""
        paragraphs = self._article.paragraphs
        at = bisect_right(paragraphs, start, key=lambda paragraph: paragraph[0]) - 1
        while at > 0 and self._text[paragraphs[at][0]] == ">" and self._text[paragraphs[at - 1][0]] == ">":
            at -= 1
        # A statement's further paragraphs show by the same "we" that it goes on.
        while (
            at > 1
            and persons_of(self._text, *paragraphs[at]) & persons_of(self._text, *paragraphs[at - 1])
            and self._text[paragraphs[at - 1][0]] != ">"
            and not self._text[slice(*paragraphs[at - 1])].rstrip().endswith(":")
        ):
            at -= 1
        if signed := self._signed(at) if at >= 0 else None:
            return signed
        if at < 1 or self._text[paragraphs[at][0] : paragraphs[at][1]].startswith(("\0", "“", '"')):
            return frozenset()
        first, last = paragraphs[at - 1]
        if not self._text[first:last].rstrip().endswith(":"):
            return frozenset()
        all_sentences = sentences(self._article)
        last_sentence = bisect_left(all_sentences, (last, last)) - 1
        before = self._by_sentence.get(all_sentences[last_sentence][0], []) if last_sentence >= 0 else []
        return before[-1].sources if before else frozenset()

    def _signed(self, at: int) -> frozenset[str]:
        """Returns who signed a block quotation in the paragraph after it: > It holds. — Arnesen."""
        paragraphs = self._article.paragraphs
        if self._text[paragraphs[at][0]] != ">" or at + 1 >= len(paragraphs):
            return frozenset()
        first, last = paragraphs[at + 1]
        named = self._mentions_in(first, last)
        dash = self._text[first:last].lstrip("> ")[:1]
        return named[0].ids if named and dash in "—–-" and last - first < _SIGNATURE else frozenset()

    def _without_verb(
        self, named: list[Mention], verbs: list[Attribution], reader: SentenceReader, start: int, end: int
    ) -> list[Attribution]:
        found = []
        for mention in named:
            if mention.pronoun:
                continue
            place = (self._text, start, end, mention.start, mention.end)
            if match := verbless(self._text, start, mention.start, mention.end):
                after = closes(self._text, start, mention.start)
                found.append(Attribution(mention.ids, mention.start, match.end(), False, closes=after))
            elif (match := follows(*place)) or in_headline(*place):
                last = match.end() if match else mention.end
                marked = match is not None
                found.append(
                    Attribution(mention.ids, mention.start, last, False, closes=True, of_marked=marked)
                )
        for first, last, pronoun in by_owner(self._text, start, end):
            if any(one.cue_start < first <= one.cue_start + len(one.cue) for one in verbs):
                continue  # expressed her belief that …
            meant = self._antecedents(Mention(first, last, frozenset(), pronoun))
            found.append(Attribution(meant, first, last, False))
        subject = None if verbs or found else reader.subject()
        if subject and (match := leads(self._text, subject.end, end)):
            found.append(
                Attribution(self._meant(subject, [], False, False), subject.start, match.end(), False)
            )
        return found

    def subject_of(self, start: int, end: int) -> Attribution | None:
        """Makes an attribution to the subject of a sentence that has no other; it tells who speaks next."""
        if self.within(start, end):
            return None
        named = self._mentions_in(start, end)
        items = items_of(self._text, start, end, named)
        subject = SentenceReader(self._text, start, end, items, self.persons).subject()
        sources = self._meant(subject, [], False, False)
        return Attribution(sources, start, start, False) if sources else None

    def _meant(
        self, source: Source | None, earlier: list[Attribution], inherits: bool, closes: bool
    ) -> frozenset[str]:
        if inherits and earlier:
            return next((one for one in reversed(earlier) if not one.nested), earlier[-1]).sources
        if source is None:
            return frozenset()
        if source.myself:
            return self._speaking(source.start) or self._issuer or self.authors
        if source.stands_for:
            if source.stands_for == "one" and self._is_introduced(source.noun, source.start):
                return frozenset()
            pronoun = Mention(source.start, source.end, frozenset(), source.stands_for)
            meant = self._antecedents(pronoun, outside=closes)
            if not meant and source.stands_for == "it":
                # A spokesman may be a person's, and a paper may be meant that is named after.
                meant = self._antecedents(replace(pronoun, pronoun="they"), outside=closes)
            return meant or self._named_next(pronoun)
        return frozenset[str]().union(*(self._actors_meant(one, closes) for one in source.names))

    def _speaking(self, at: int) -> frozenset[str]:
        spoken = (turn.sources for turn in self._turns_from(at) if turn.start <= at < turn.end)
        return next(spoken, frozenset())

    def _turns_from(self, at: int) -> tuple[Turn, ...]:
        """Returns the turn at an offset, and those right after it, which a sentence may run into."""
        first = max(0, bisect_right(self._turns, at, key=lambda turn: turn.start) - 1)
        return self._turns[first : first + 4]

    def _actors_meant(self, mention: Mention, closes: bool = False) -> frozenset[str]:
        return self._antecedents(mention, outside=closes) if mention.pronoun else mention.ids

    def _antecedents(self, pronoun: Mention, *, outside: bool = False) -> frozenset[str]:
        """Returns the actors that a pronoun can mean, from the nearest sentence that names a fitting actor.

        In a sentence, the sources of attributions come before actors that are only named. In "Berg, she
        says, …" she is not Berg: the pronoun stands after its content, and so ``outside`` it.
        """
        all_sentences = sentences(self._article)
        index = bisect_right(all_sentences, pronoun.start, key=lambda sentence: sentence[0]) - 1
        places = list(reversed(all_sentences[max(0, index - _REACH) : index + 1]))
        if outside and places:
            places = [*places[1:], places[0]]
        of_thing = pronoun.pronoun == "it"
        for start, end in places:
            end = min(end, pronoun.start)
            named = self._mentions_in(start, end)
            heads = self._heads(start, end, named)
            speaking = [one for one in self._by_sentence.get(start, []) if one.end <= end]
            last = next((one for one in reversed(speaking) if not one.is_passive), None)
            if last and last.described and self._is_somebody(pronoun.pronoun, last):
                # "When an aide suggested it, Arnesen stood up."
                return self._fitting(pronoun, [one.ids for one in heads if one.start > last.end])
            groups = [[one.sources for one in speaking]]
            if of_thing:
                groups.append([one.ids for one in heads])
            if not of_thing or end < pronoun.start:
                groups.append([one.ids for one in named])
            for ids in groups:
                if fitting := self._fitting(pronoun, ids):
                    return fitting
        return frozenset()

    def _fitting(self, pronoun: Mention, groups: list[frozenset[str]]) -> frozenset[str]:
        return frozenset(id for ids in groups for id in ids if self._fits(pronoun.pronoun, id))

    def _heads(self, start: int, end: int, named: list[Mention]) -> list[Mention]:
        """Leaves the names that can be the subject of a clause: not governed, and owning nothing."""
        items = items_of(self._text, start, end, named)
        phrases = Phrases(items, self.persons)
        return [
            item.mention
            for at, item in enumerate(items)
            if item.mention and item.kind == "name" and not item.owning and phrases.titles(at)[1] is None
        ]

    def _named_next(self, description: Mention) -> frozenset[str]:
        """Returns whom a description means that none was named before: the sentence after names them."""
        all_sentences = sentences(self._article)
        index = bisect_right(all_sentences, description.start, key=lambda sentence: sentence[0])
        if description.pronoun == "another":
            return frozenset()
        named = [one for place in all_sentences[index : index + 1] for one in self._mentions_in(*place)]
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

    def _is_introduced(self, noun: str, before: int) -> bool:
        """Tests whether a noun means somebody whom it introduced: “a sailor”, before “the sailor said”."""
        all_sentences = sentences(self._article)
        at = bisect_right(all_sentences, before, key=lambda sentence: sentence[0]) - 1
        first = all_sentences[max(0, at - _REACH)][0] if all_sentences else 0
        pattern = (
            rf"(?<!,)(?<!\s(?:is|as))(?<!\swas)\s(?:an?|one)\s(?:[\w-]+\s){{0,2}}?{re.escape(noun)}(?!\w)"
        )
        return re.search(pattern, self._text[first:before], re.IGNORECASE) is not None

    def _fits(self, pronoun: str, id: str) -> bool:
        wanted = PRONOUNS[pronoun]
        if wanted == "group":
            return self._actors[id].kind == "group"
        if wanted == "person" and id in self.persons and pronoun in _TITLES:
            return self._gender(id) in ("", pronoun)
        return not wanted or (id in self.persons) == (wanted == "person")


def _is_author(article: Article, actor: Actor) -> bool:
    by = f"{article.descriptor.author or ''}\n{article.descriptor.publisher or ''}"
    return any(
        re.search(rf"(?<!\w){re.escape(name)}(?!\w)", by, re.IGNORECASE)
        for name in (actor.name, *actor.aliases)
        if name
    )
