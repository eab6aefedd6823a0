"""Phrases of a sentence: what stands before a verb or a noun, and belongs to it."""

from collections.abc import Sequence
from typing import Final

from generator.analyse.attribution.items import Item
from generator.analyse.attribution.mentions import Mention
from generator.analyse.languages.english_cues import CUES
from generator.analyse.languages.english_grammar import (
    AUXILIARIES,
    BETWEEN,
    CLAUSES,
    DENYING,
    PREPOSITIONS,
    SEVERAL,
    TIMES,
)
from generator.analyse.languages.english_nouns import SPOKESMEN, VOICES, is_person

_TITLES: Final = 6
"""Number of words before a name that can be its titles: the outgoing Norwegian prime minister."""


class Phrases:
    """Reader of the phrases of one sentence.

    Args:
        persons: ids of the actors who are persons.
    """

    def __init__(self, items: Sequence[Item], persons: frozenset[str]) -> None:
        self._items = items
        self._persons = persons
        self._starts = [item.start for item in items]

    def word(self, at: int) -> str:
        """Returns an item's word; empty where there is none."""
        return self._items[at].word if 0 <= at < len(self._items) else ""

    def at(self, offset: int) -> int:
        """Returns the number of the first item at or after an offset."""
        return next((at for at, start in enumerate(self._starts) if start >= offset), len(self._starts))

    def verb_starts(self, at: int) -> tuple[int, bool]:
        """Returns where a verb's auxiliaries and adverbs begin, and whether these deny it."""
        denied = False
        while at > 0:
            item = self._items[at - 1]
            if item.kind != "word":
                break
            if item.word in DENYING or item.word.endswith("n't"):
                denied = True
            elif not (item.word in BETWEEN or self._is_adverb(at - 1)):
                break
            at -= 1
        return at, denied

    def _is_adverb(self, at: int) -> bool:
        item = self._items[at]
        return item.kind == "word" and (
            item.word in BETWEEN - AUXILIARIES
            or (item.word.endswith("ly") and len(item.word) > 4 and not item.capital)
        )

    def _is_time(self, at: int) -> bool:
        item = self._items[at]
        return item.kind == "word" and (
            item.word in TIMES
            or item.word in ("last", "next", "this", "early", "late", "on", "so", "far", "earlier", "later")
            or item.word.isdigit()
        )

    def _is_noun(self, at: int) -> bool:
        item = self._items[at]
        return item.kind == "name" or (
            item.kind == "word" and item.word not in CUES and item.word not in CLAUSES | PREPOSITIONS
        )

    def _without_asides(self, at: int, lowest: int) -> int:
        """Passes over times and adverbs before ``at``: the council this month again announced."""
        while at > lowest:
            item = self._items[at - 1]
            if item.kind != "word":
                break
            if item.word in TIMES or (item.word.isdigit() and at > 1 and self._is_time(at - 2)):
                at -= 1
                while at > lowest and self._items[at - 1].kind == "word" and self._in_time(at - 1):
                    at -= 1
            elif self._is_adverb(at - 1):
                at -= 1
            elif item.word.isdigit() and at > 1 and self._items[at - 2].word in ("in", "since", "by"):
                at -= 2
            else:
                break
        return at

    def before_times(self, at: int) -> int:
        """Passes over times before a verb, with their preposition: a statement on Friday announcing."""
        at = self._without_asides(at, 0)
        return at - 1 if at and self._items[at - 1].word in ("on", "in", "at") else at

    def _in_time(self, at: int) -> bool:
        word = self._items[at].word
        return (
            word in TIMES
            or word.isdigit()
            or word
            in (
                *(
                    "last",
                    "next",
                    "this",
                    "that",
                    "early",
                    "late",
                    "on",
                    "in",
                    "at",
                    "by",
                    "the",
                    "a",
                    "an",
                    "one",
                ),
                *(
                    "two",
                    "three",
                    "few",
                    "several",
                    "earlier",
                    "later",
                    "of",
                    "during",
                    "over",
                    "same",
                    "past",
                    "every",
                ),
            )
        )

    def _opening(self, closing: int, lowest: int) -> int | None:
        """Finds the mark that opens what the mark ``closing`` closes."""
        mark = {")": "(", "]": "["}.get(self._items[closing].word, self._items[closing].word)
        if mark in "([" and self._items[closing].word == mark:
            return None
        first = None
        for at in range(closing - 1, lowest, -1):
            item = self._items[at]
            if item.kind == "quoted" or item.word in (";", ":"):
                break
            if item.kind == "mark" and item.word == mark:
                if mark != ",":
                    return at
                inner = self._items[at + 1]
                first = at if first is None else first
                # Ole Berg, a former nurse, minister and mayor, said: the comma after the name opens.
                if self._items[at - 1].kind == "name" and not self._items[at - 1].owning:
                    return at
                if inner.word in ("who", "which", "whose", "a", "an", "the"):
                    return at
        return first

    def _is_age(self, at: int) -> bool:
        return self._items[at].word.isdigit() and self._items[at - 1].word == ","

    def titles(self, at: int) -> tuple[int, int | None]:
        """Returns where the phrase of a name begins, and the preposition that governs it."""
        return self._titles(at, 0)

    def _titles(self, at: int, lowest: int) -> tuple[int, int | None]:
        """Returns where the phrase of a name begins, and the preposition that governs it."""
        start = at
        while start > lowest and at - start <= _TITLES:
            item = self._items[start - 1]
            if item.kind == "mark" or item.kind == "quoted":
                return start, None
            if item.kind == "word":
                if item.word in PREPOSITIONS:
                    return start, start - 1
                if item.word in ("to", "than"):
                    return start, start - 1
                if item.word in CLAUSES or item.word in AUXILIARIES:
                    return start, None
                if item.word in CUES and not item.capital:
                    return start, None
            elif item.mention and item.mention.pronoun:
                return start, None
            start -= 1
            if item.word in ("a", "an") and item.kind == "word":
                apart = self._items[start + 1 : at]
                # A word Arnesen repeated: what it was said of, and who said it.
                if self._items[at].capital and apart and not any(is_person(one.word) for one in apart):
                    return at, None
                return start, None
        return start, None

    def _is_governed(self, start: int, lowest: int) -> bool:
        return start > lowest and self._items[start - 1].word in PREPOSITIONS | {"to"}

    def _is_plural(self, at: int) -> bool:
        word = self._items[at].word
        return word in SEVERAL or (word.endswith("s") and not word.endswith("ss"))

    def _follows_voice(self, at: int) -> bool:
        return at < len(self._items) and self._items[at].kind == "word" and bool(self._voice_at(at))

    def _voice_at(self, at: int) -> str:
        """Returns the first noun of a voice within the next words: Orsia's deputy foreign minister."""
        for item in self._items[at : at + 4]:
            if item.kind != "word" or item.word in PREPOSITIONS | CLAUSES:
                return ""
            if item.word in SPOKESMEN:
                return item.word
        return ""

    def _speaks(self, voice: str, mention: Mention) -> bool:
        return voice in VOICES or (voice in SPOKESMEN and not mention.ids <= self._persons)
