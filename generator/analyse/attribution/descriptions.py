"""Sources that are described and not named: the company, her spokesman, the Italian, a sailor."""

from dataclasses import dataclass
from typing import Final

from generator.analyse.attribution.items import Item
from generator.analyse.attribution.mentions import Mention
from generator.analyse.attribution.phrases import Phrases
from generator.analyse.languages.english_grammar import CALLED_SO, PLURALS, SELVES, SEVERAL, TOGETHER
from generator.analyse.languages.english_nouns import (
    AGAINST,
    BODIES,
    DOCUMENTS,
    NOUNS,
    PARTS,
    SPOKEN_FOR,
    SPOKESMEN,
    is_person,
)

_OWNERS: Final = {"his": "he", "her": "she", "its": "it", "their": "they", "whose": ""}


def _means_several(item: Item) -> bool:
    """Tests whether a noun means several persons: people familiar with the talks."""
    return item.word in SEVERAL | PLURALS or (item.word.endswith("s") and is_person(item.word[:-1]))


@dataclass(frozen=True)
class Source:
    """Who is the subject of a verb.

    Attributes:
        names: mentions of actors; none where it is somebody else.
        start: offset of the first code point.
        end: offset just after the last.
        stands_for: the pronoun that a description can be exchanged for: "it" of "the company", "he" of "the
            lawmaker"; it means the same actors.
        noun: the noun by which a person is named again, who may be somebody else that it introduced.
        myself: whether it is "I" or "we".
        plural: whether it is somebody else, and several.
        aside: whether "who" or "which" stands for it, after a comma.
    """

    names: tuple[Mention, ...]
    start: int
    end: int
    stands_for: str = ""
    noun: str = ""
    myself: bool = False
    plural: bool = False
    aside: bool = False


class Descriptions(Phrases):
    """Reader of phrases that do not end with a name."""

    def _unnamed(self, start: int, at: int) -> Source:
        """Tells who is meant by a phrase that does not end with a name."""
        items = self._items[start:at]
        if not items:
            return Source((), self._items[at - 1].start, self._items[at - 1].end)
        first, last = items[0], items[-1]
        whole = (first.start, last.end)
        for index, item in enumerate(items[:-1]):
            if item.kind != "name" or not item.mention or item.mention.pronoun:
                continue
            # The Harbour Office's Tom Dale speaks for it.
            staff = all(other.kind == "word" and other.capital for other in items[index + 1 :])
            if staff and item.owning and not item.mention.ids <= self._persons:
                return Source((item.mention,), *whole)
            voices = [other.word for other in items[index + 1 :] if other.kind == "word"]
            for voice in voices:
                if self._speaks(voice, item.mention) or (voice in DOCUMENTS and voice == last.word):
                    return Source((item.mention,), *whole)
        if joined := self._joined_before(start):
            return Source((joined,), joined.start, whole[1])
        if first.word in _OWNERS or first.word == "whose":
            if any(item.word in SPOKESMEN | DOCUMENTS for item in items[1:]):
                return Source((), *whole, stands_for=_OWNERS[first.word])
            return Source((), *whole, plural=self._is_plural(at - 1))
        if len(items) <= 2 and last.word in ("another", "one", "others", "second", "third"):
            return Source((), *whole, stands_for="another")
        if any(item.word in SELVES for item in items):
            return Source((), *whole, myself=last.word in ("i", "we"))
        if first.word in ("the", "a", "an") and last.word in SPOKEN_FOR:
            return Source((), *whole, stands_for="it", noun=last.word)
        written = (
            last.word in (DOCUMENTS | NOUNS) - AGAINST
            and last.word != "evidence"
            and not self._is_plural(at - 1)
        )
        if first.word == "the" and written and len(items) < 4:
            return Source((), *whole, stands_for="they", noun=last.word)
        if len(items) < 4 and any(item.word in PARTS for item in items):
            return Source((), *whole, stands_for="they", noun=last.word)  # chapter three, an annex
        if first.word == "both" and last.word.endswith("s"):
            return Source((), *whole, stands_for="they")
        if first.word == "the":
            if items[1:2] and items[1].word in TOGETHER and last.word.endswith("s"):
                return Source((), *whole, stands_for="they")
            if last.word in BODIES - CALLED_SO:
                return Source((), *whole, stands_for="it")
            if is_person(last.word.capitalize() if last.capital else last.word):
                return Source((), *whole, stands_for="one", noun=last.word)
        return Source((), *whole, plural=self._is_plural(at - 1) or any(map(_means_several, items[:3])))

    def _joined_before(self, start: int) -> Mention | None:
        """Returns the name that "and" joins to a noun: Arnesen and her colleagues write."""
        if start < 2 or self._items[start - 1].word != "and":
            return None
        item = self._items[start - 2]
        if item.kind != "name" or item.owning or item.mention is None or item.mention.pronoun:
            return None
        begin, governing = self._titles(start - 2, 0)
        opens = (
            begin == 0
            or self._items[begin - 1].kind in ("mark", "quoted")
            or self._items[begin - 1].word == "that"
        )
        return item.mention if opens and governing is None else None
