"""Attributions in English articles: who says what, as source and cue in PolNeAR's terms.

A cue is a verb of the language outside quotation marks. Its source is its subject, or whoever follows it
("said Arnesen", "according to Arnesen"), or the source of an earlier cue of the sentence ("… and warned").
The known errors are listed in DESIGN.md.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from generator.analyse.attribution.antecedents import Antecedents, Attribution
from generator.analyse.attribution.descriptions import Source
from generator.analyse.attribution.items import MASK, items_of
from generator.analyse.attribution.mentions import Mention
from generator.analyse.attribution.sentence import Found, SentenceReader
from generator.analyse.attribution.turns import Turn, issuer, persons_of, speaks_of_itself, turns
from generator.analyse.attribution.verbless import by_owner, closes, follows, in_headline, leads, verbless
from generator.analyse.languages.english_cues import SAYING
from generator.analyse.languages.english_nouns import FEELINGS
from generator.analyse.languages.rules import any_of
from generator.analyse.text.quotation_marks import quotations
from generator.analyse.text.sentences import sentences
from generator.model.briefing import Article
from generator.model.entries import Actor

_SIGNATURE: Final = 80
"""Number of characters of the longest paragraph that is a signature."""

_LONGEST: Final = 4000
"""Number of characters of a sentence that are read; longer ones are lists or slips, and slow to match."""

_NESTED: Final = re.compile(r"[^;\0]*\sthat\s(?:[\w’'-]+\s){0,4}")
_APPOSED: Final = re.compile(r",\s(?:an?|the)\s(?:[\w-]+\s){1,3}(?:that|which)\s(?:[\w-]+\s){0,4}$")
"""What follows a speech, as in "a claim that Orsia denied", and is no part of it."""

_OPEN: Final = re.compile(r"[^,;:\0]{0,60}")
_EXPRESSED: Final = re.compile(
    rf"\s(?:(?:his|her|its|their|the|a|an)\s)?(?:\w+\s)??{any_of(FEELINGS)}(?!\w)", re.IGNORECASE
)


class Attributor:
    """Finder of the attributions of one article to the given actors (by id)."""

    def __init__(self, article: Article, actors: Mapping[str, Actor]) -> None:
        self._article = article
        self._actors = {id: actor for id, actor in actors.items() if actor.name}
        self.persons = frozenset(id for id, actor in self._actors.items() if actor.kind == "person")
        self._by_sentence: dict[int, list[Attribution]] = {}
        text = article.text.replace("\n", " ")
        for start, end in quotations(article):
            # A full stop before the closing mark ends a sentence, even where the library sees none.
            stop = "." if article.text[end - 1 : end] == "." else MASK
            text = text[:start] + MASK * (end - start - 1) + stop + text[end:] if end > start else text
        self._text = text
        self._antecedents = Antecedents(article, text, self._actors, self._by_sentence)
        self._turns = turns(article, self._actors)
        self._issuer = issuer(article, self._actors)
        self.authors = frozenset(id for id, actor in self._actors.items() if _is_author(article, actor))

    @property
    def text(self) -> str:
        """The article's text, its line breaks as spaces and what is quoted masked."""
        return self._text

    def named_in(self, start: int, end: int) -> frozenset[str]:
        """Returns the ids of those who are named in a stretch of the text, or may be."""
        return frozenset(id for mention in self._antecedents.mentions_in(start, end) for id in mention.ids)

    def within(self, start: int, end: int) -> list[Attribution]:
        """Returns the attributions, in order and up to ``end``, of the sentence that begins at ``start``."""
        if not self._by_sentence:
            # In order, as resolving a pronoun needs the attributions of the sentences before it.
            for first, last in sentences(self._article):
                attributions = self._read_sentence(first, min(last, first + _LONGEST))
                self._by_sentence[first] = sorted(attributions, key=lambda attribution: attribution.start)
        return [attribution for attribution in self._by_sentence.get(start, []) if attribution.end <= end]

    def _read_sentence(self, start: int, end: int) -> list[Attribution]:
        whole = self._whole(start, end)
        around = whole[0].sources if whole else frozenset[str]()
        named = self._antecedents.mentions_in(start, end)
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
        named = self._antecedents.mentions_in(first, last)
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
            meant = self._antecedents.of(Mention(first, last, frozenset(), pronoun))
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
        named = self._antecedents.mentions_in(start, end)
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
            if source.stands_for == "one" and self._antecedents.is_introduced(source.noun, source.start):
                return frozenset()
            pronoun = Mention(source.start, source.end, frozenset(), source.stands_for)
            meant = self._antecedents.of(pronoun, outside=closes)
            if not meant and source.stands_for == "it":
                # A spokesman may be a person's, and a paper may be meant that is named after.
                meant = self._antecedents.of(replace(pronoun, pronoun="they"), outside=closes)
            return meant or self._antecedents.named_next(pronoun)
        return frozenset[str]().union(*(self._actors_meant(one, closes) for one in source.names))

    def _speaking(self, at: int) -> frozenset[str]:
        spoken = (turn.sources for turn in self._turns_from(at) if turn.start <= at < turn.end)
        return next(spoken, frozenset())

    def _turns_from(self, at: int) -> tuple[Turn, ...]:
        """Returns the turn at an offset, and those right after it, which a sentence may run into."""
        first = max(0, bisect_right(self._turns, at, key=lambda turn: turn.start) - 1)
        return self._turns[first : first + 4]

    def _actors_meant(self, mention: Mention, closes: bool = False) -> frozenset[str]:
        return self._antecedents.of(mention, outside=closes) if mention.pronoun else mention.ids


def _is_author(article: Article, actor: Actor) -> bool:
    by = f"{article.descriptor.author or ''}\n{article.descriptor.publisher or ''}"
    return any(
        re.search(rf"(?<!\w){re.escape(name)}(?!\w)", by, re.IGNORECASE)
        for name in (actor.name, *actor.aliases)
        if name
    )
