"""Attributions in English articles: who says what, as source and cue in PolNeAR's terms.

A cue is a verb of the language outside quotation marks. Its source is its subject, or whoever follows it
("said Arnesen", "according to Arnesen"), or the source of an earlier cue of the sentence ("… and warned").
The known errors are listed in DESIGN.md.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from generator.analyse.attribution.antecedents import Antecedents, Attribution
from generator.analyse.attribution.descriptions import Source
from generator.analyse.attribution.items import MASK, items_of
from generator.analyse.attribution.mentions import Mention
from generator.analyse.attribution.possible import Possible
from generator.analyse.attribution.sentence import Found, SentenceReader
from generator.analyse.attribution.turns import (
    Turn,
    issuer,
    persons_of,
    speaks_of_itself,
    tells_of_itself,
    turns,
)
from generator.analyse.attribution.verbless import by_owner, closes, follows, in_headline, leads, verbless
from generator.analyse.languages.english_cues import SAYING
from generator.analyse.languages.english_grammar import TOLD
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
_AND_THAT: Final = re.compile(r"[^;\0]*\s(?:and|but|or)\sthat\s(?:[\w’'-]+\s){0,4}")
_WHAT: Final = re.compile(r"\s(?:\w+\s){0,2}what\s")
_NOBODY: Final = frozenset[str]()
_SOMEBODY: Final = frozenset([""])
"""Source that is somebody else, as the id of no actor."""

_APPOSED: Final = re.compile(r",\s(?:an?|the)\s(?:[\w-]+\s){1,3}(?:that|which)\s(?:[\w-]+\s){0,4}$")
"""What follows a speech, as in "a claim that Orsia denied", and is no part of it."""

_OBJECT: Final = re.compile(r"(?:\s[\w’'-]+){0,4}\s")
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
        self._possible = Possible(article, text, self._actors, self._antecedents)
        self._turns = turns(article, self._actors)
        self._issuer = issuer(article, self._actors)
        by = f"{article.descriptor.author or ''}\n{article.descriptor.publisher or ''}"
        self.authors = self.writers = frozenset(id for id, actor in self._actors.items() if _is_in(by, actor))
        if self._issuer and speaks_of_itself(text, 0, len(text)):
            self.authors |= self._issuer

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
        last = next(reversed(self._by_sentence.values()), [])
        self._by_sentence[start] = attributions  # a pronoun may mean who speaks earlier in the sentence
        for found in reader.found():
            sources = self._meant(found.source, attributions, found.inherits, found.closes)
            previous = attributions[-1] if attributions else None
            nested = around - sources
            outer = next(
                (one for one in reversed(attributions) if not one.nested and self._adds(one, found)), previous
            )
            if (
                outer
                and sources != outer.sources
                and (outer is not previous or self._is_inside(outer, found))
            ):
                nested = (outer.sources or (_SOMEBODY if outer.described else _NOBODY)) - sources
            names = found.cue[0].lower().startswith(("brand", "call", "describ", "dub", "label"))
            if outer and names and _WHAT.fullmatch(self._text, outer.end, found.start):
                nested = _NOBODY  # mocked what Arnesen called “a farce”
            one = self._attribution(found, sources, nested, attributions or last)
            if previous and not previous.sources and self._is_inside(previous, found):
                one = replace(one, possible=previous.possible)  # two officials said that the draft said
            if found.inherits and found.source is None and previous:
                one = replace(one, described=previous.described)  # a person said it, adding that
            attributions.append(one)
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
                    somebody = _NOBODY if one.sources & closing.possible else _SOMEBODY
                    one = replace(one, nested=(closing.sources or somebody) - one.sources)
            marked.append(one)
        return marked

    def _attribution(
        self, found: Found, sources: frozenset[str], nested: frozenset[str], before: Sequence[Attribution]
    ) -> Attribution:
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
            possible=self._possible.of(source, sources, source.end if found.inherits else cue.start(), before)
            if source
            else frozenset(),
        )

    def _adds(self, outer: Attribution, found: Found) -> bool:
        """Tests whether an attribution is part of a further clause of what another says: "… and that"."""
        return not outer.closes and _AND_THAT.fullmatch(self._text, outer.end, found.start) is not None

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
        if not sources and speaks_of_itself(self._text, start, end):
            sources = self._issuer or (self.writers if tells_of_itself(self._text, start, end) else sources)
        if not sources:
            may_be = self._possible.of_introduction(start)
            return (
                [
                    Attribution(
                        _NOBODY,
                        start,
                        start,
                        False,
                        turn=True,
                        possible=may_be,
                        until=end,
                        verbatim=self._text[start] == ">",
                    )
                ]
                if may_be
                else []
            )
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
            if mention.pronoun or self._is_told(mention, verbs):
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

    def _is_told(self, mention: Mention, verbs: list[Attribution]) -> bool:
        """Tests whether a name is the object of a cue: told Arnesen that it holds; told the Gazette: “…”."""
        return any(
            one.cue.lower() in TOLD
            and one.cue_start < mention.start
            and _OBJECT.fullmatch(self._text, one.cue_start + len(one.cue), mention.start) is not None
            for one in verbs
        )

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
                return self._introduced_as(source.noun)
            pronoun = Mention(source.start, source.end, frozenset(), source.stands_for)
            meant = self._antecedents.of(pronoun, outside=closes)
            if not meant and source.stands_for == "it" and source.noun:
                # A spokesman may be a person's.
                meant = self._antecedents.of(replace(pronoun, pronoun="they"), outside=closes)
            return meant or self._antecedents.named_next(pronoun)
        return frozenset[str]().union(*(self._actors_meant(one, closes) for one in source.names))

    def _introduced_as(self, noun: str) -> frozenset[str]:
        """Returns for whom somebody speaks who was introduced by a noun: an agency official, the official."""
        earlier = [one for found in self._by_sentence.values() for one in found]
        named = (one.sources for one in reversed(earlier) if noun in self._text[one.start : one.end].lower())
        return next(named, frozenset())

    def _speaking(self, at: int) -> frozenset[str]:
        spoken = (turn.sources for turn in self._turns_from(at) if turn.start <= at < turn.end)
        return next(spoken, frozenset())

    def _turns_from(self, at: int) -> tuple[Turn, ...]:
        """Returns the turn at an offset, and those right after it, which a sentence may run into."""
        first = max(0, bisect_right(self._turns, at, key=lambda turn: turn.start) - 1)
        return self._turns[first : first + 4]

    def _actors_meant(self, mention: Mention, closes: bool = False) -> frozenset[str]:
        return self._antecedents.of(mention, outside=closes) if mention.pronoun else mention.ids


def _is_in(by: str, actor: Actor) -> bool:
    return any(
        re.search(rf"(?<!\w){re.escape(name)}(?!\w)", by, re.IGNORECASE)
        for name in (actor.name, *actor.aliases)
        if name and name.lower() in by.lower()
    )
