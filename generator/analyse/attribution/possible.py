"""Actors whom a source may be that was not resolved for sure: several, the two sides, Arnesen's aides, it."""

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from typing import Final

from generator.analyse.attribution.antecedents import Antecedents, Attribution
from generator.analyse.attribution.descriptions import Source
from generator.analyse.languages.english_grammar import (
    CALLED_SO,
    FOREIGN,
    ISSUED,
    JOINT,
    NOBODY,
    PREPOSITIONS,
    SEVERAL,
)
from generator.analyse.languages.english_nouns import (
    ABOUT,
    AGAINST,
    ANYBODY,
    BODIES,
    DOCUMENTS,
    STAFF,
    is_person,
)
from generator.model.briefing import Article
from generator.model.entries import Actor

_WORD: Final = re.compile(r"\w+(?:[’'.&-]\w+)*")
_DEFINITE: Final = frozenset(["the", "its", "his", "her", "their", "this", "both", "whose"])
_PARTS: Final = SEVERAL | {"one", "another", "number", "dozens"}
_THINGS: Final = frozenset(["organisation", "state"])


class Possible:
    """Finder of the actors whom the sources of an article may be, beside those whom they were resolved to.

    Nothing shows that words are not theirs, so that no hint is given; nor does anything tell that they are.

    Args:
        text: the article's text, what is quoted masked.
    """

    def __init__(
        self, article: Article, text: str, actors: Mapping[str, Actor], antecedents: Antecedents
    ) -> None:
        self._article = article
        self._text = text
        self._actors = actors
        self._antecedents = antecedents

    def of(
        self, source: Source, sources: frozenset[str], until: int, before: Sequence[Attribution]
    ) -> frozenset[str]:
        """Returns whom a source may be.

        Args:
            sources: the actors whom it was resolved to.
            until: offset of the first code point after its phrase.
            before: the attributions before it, the last of which a pronoun may go on with.
        """
        words = _WORD.findall(self._text[source.start : source.end])
        if source.myself or not words or not NOBODY.isdisjoint(word.lower() for word in words):
            return frozenset()
        if not sources and source.start in self._antecedents.strangers:
            return frozenset()
        found = self._named_in(source, sources, max(until, source.end))
        if sources and source.start not in self._antecedents.doubtful:
            return found
        pronoun = source.names[0].pronoun if len(source.names) == 1 else source.stands_for
        if source.names and not pronoun:
            return found
        if not sources and source.names and before:
            # A spokesman for the council said it. “It holds,” he added.
            last = before[-1].sources | before[-1].possible
            found |= last if pronoun != "they" else {id for id in last if self._actors[id].kind != "person"}
        near = self._near(source.start)
        if words[0].lower() in _DEFINITE and words[-1].lower() in JOINT:
            return found | (self._antecedents.pair(self._from(source.start), source.start) or near)
        first, last = words[0].lower(), words[-1].lower()
        body = words[-2].lower() if len(words) > 1 and last in STAFF else ""
        if body in BODIES and ((called := self._called(body)) or body in CALLED_SO):
            return found | called  # a union official
        if first in _DEFINITE and last in BODIES and ((called := self._called(last)) or last in CALLED_SO):
            return found | called
        if first == "the" and self._antecedents.is_introduced(last, source.start):
            return found  # a diver, before the diver
        kinds = self._kinds(words, pronoun, issued=self._has_document(source.start))
        fitting = {id for id in near if self._actors[id].kind in kinds} or self._earlier(source.start, kinds)
        if not fitting and not pronoun:
            fitting = {id for id in self._near(source.start, after=True) if self._actors[id].kind in kinds}
        return found | fitting

    def _has_document(self, at: int) -> bool:
        """Tests whether somebody issued what "it" may mean: Arnesen issued a statement. “…”, it said."""
        words = _WORD.findall(self._text[self._from(at) : at].lower())
        return any(
            one in ISSUED and not DOCUMENTS.isdisjoint(words[n : n + 4]) for n, one in enumerate(words)
        )

    def of_introduction(self, at: int) -> frozenset[str]:
        """Returns whose words a paragraph may be that is introduced: In her foreword she writes:"""
        paragraphs = self._article.paragraphs
        index = bisect_right(paragraphs, at, key=lambda paragraph: paragraph[0]) - 1
        if index < 1 or self._text[paragraphs[index][0]] in '\0“"':
            return frozenset()
        start, end = paragraphs[index - 1]
        return self._near(at) if self._text[start:end].rstrip().endswith(":") else frozenset()

    def _kinds(self, words: list[str], pronoun: str, *, issued: bool) -> frozenset[str]:
        """Returns the kinds of actors that a phrase may mean."""
        first, last = words[0].lower(), words[-1].lower()
        if last == "there" and len(words) > 1:
            last = words[-2].lower()
        if pronoun in ("he", "she"):
            return frozenset(["person"])
        if pronoun == "they":
            return _THINGS | {"group"}
        if pronoun == "it":
            return _THINGS | ({"person"} if issued else frozenset())
        if first in _PARTS and (len(words) == 1 or last in _PARTS | {"them"}):
            return frozenset(["group"])
        staff = last in STAFF and first not in _PARTS and FOREIGN.isdisjoint(word.lower() for word in words)
        if staff and (
            first in _DEFINITE
            or (last.endswith("s") and last not in ANYBODY - {"members"} and len(words) < 3)
        ):
            return _THINGS
        if last in DOCUMENTS - AGAINST and first in _DEFINITE:
            return _THINGS | {"person"}
        if first == "the" and last in BODIES:
            return _THINGS
        return frozenset()

    def _named_in(self, source: Source, sources: frozenset[str], until: int) -> frozenset[str]:
        """Returns those named in a phrase for whom somebody speaks, or who are several."""
        found = self._apposed(source.end, until) if sources else set[str]()
        until = source.end if sources else until
        words = [word.lower() for word in _WORD.findall(self._text[source.start : until])]
        part = words[0] in _PARTS
        for mention in self._antecedents.mentions_in(source.start, until):
            after = self._text[mention.end : until]
            owning = after[:1] in ("'", "’")
            heads = [word.lower() for word in _WORD.findall(after)[:5]]
            governing = [] if owning else _WORD.findall(self._text[source.start : mention.start].lower())
            speaks = not (STAFF | DOCUMENTS).isdisjoint(heads) or self._governs(governing)
            for id in mention.ids:
                if speaks or (part and self._actors[id].kind == "group"):
                    found.add(id)
                if owning and sources and self._actors[id].kind in _THINGS:
                    found.add(id)  # Coastrail's Mia Tolland
        return frozenset(found)

    def _governs(self, words: list[str]) -> bool:
        """Tests whether those before a name speak for it: two people close to, a report by, officials in."""
        at = next((at for at, word in reversed([*enumerate(words)]) if word in PREPOSITIONS | {"to"}), -1)
        last = words[at] if at >= 0 else ""
        heads = set(words[:at] if last == "by" else words[at - 2 : at] if at > 1 else words)
        if not heads.isdisjoint(DOCUMENTS):
            return last in ("by", "from") or (last == "of" and heads.isdisjoint(ABOUT))
        if heads.isdisjoint(STAFF):
            return last in ("at", "for", "from", "with") and any(
                is_person(word.removesuffix("s")) for word in words
            )
        if last == "in":
            return heads.isdisjoint(ANYBODY | FOREIGN)
        return last in ("at", "for", "from", "inside", "of", "within", "") or "close" in words

    def _called(self, noun: str) -> set[str]:
        """Returns whose name has a noun: "their union", before the Dock Workers' Union is named."""
        return {
            id
            for id, actor in self._actors.items()
            if actor.kind in _THINGS
            and re.search(rf"(?<!\w){re.escape(noun)}(?!\w)", actor.name, re.IGNORECASE)
        }

    def _apposed(self, start: int, end: int) -> set[str]:
        """Returns the persons named between commas before a cue: the chief, Lena Moss, said."""
        return {
            id
            for mention in self._antecedents.mentions_in(start, end)
            for id in mention.ids
            if self._actors[id].kind == "person"
            and self._text[mention.end : mention.end + 1] == ","
            and (PREPOSITIONS | {"to"}).isdisjoint(self._text[start : mention.start].lower().split())
        }

    def _earlier(self, at: int, kinds: frozenset[str]) -> set[str]:
        """Returns whoever of these kinds was named before an offset, in whatever paragraph."""
        named = self._antecedents.mentions_in(0, at) if kinds else []
        return {id for mention in named for id in mention.ids if self._actors[id].kind in kinds}

    def _near(self, at: int, *, after: bool = False) -> frozenset[str]:
        """Returns the actors named before an offset, or after it, in its paragraph or the one before."""
        paragraphs = self._article.paragraphs
        index = bisect_right(paragraphs, at, key=lambda paragraph: paragraph[0]) - 1
        end = paragraphs[index][1] if index >= 0 else 0
        named = self._antecedents.mentions_in(self._from(at), end)
        return frozenset(id for mention in named if (mention.start < at) != after for id in mention.ids)

    def _from(self, at: int) -> int:
        """Returns where the paragraph before that of an offset begins."""
        paragraphs = self._article.paragraphs
        index = bisect_right(paragraphs, at, key=lambda paragraph: paragraph[0]) - 1
        return paragraphs[max(0, index - 1)][0] if paragraphs else 0
