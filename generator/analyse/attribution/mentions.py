"""Mentions of a briefing's actors in an English article: by name, surname, office or pronoun."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from generator.analyse.languages.rules import any_of
from generator.analyse.text.terms import Names
from generator.model.entries import Actor

PRONOUNS: Final = {"he": "person", "she": "person", "they": "", "it": "thing"}
"""Kind of actor that each pronoun can mean; "they" can be anybody."""

_PRONOUN: Final = re.compile(rf"(?<![\w’'-]){any_of(PRONOUNS)}(?![\w’'-])", re.IGNORECASE)
_DETERMINED: Final = r"(?i:the|an?|his|her|its|their)\s(?:[\w.’'-]+\s){0,3}?"
"""Determiner before an office or the noun of a group: the Ukrainian president, her officials."""

_HEAD: Final = re.compile(r".*?([^\W\d_]+)(?=\s(?:of|to|for|at|in|and)\s|[,;(]|\s*$)")


@dataclass(frozen=True)
class Mention:
    """A place at which actors are named.

    Attributes:
        start: offset of the first code point.
        end: offset just after the last; a possessive s is not in it.
        ids: the actors that are meant, several where a surname or an office is shared; of a pronoun, none.
        pronoun: the pronoun in small letters, if it is one.
    """

    start: int
    end: int
    ids: frozenset[str]
    pronoun: str = ""


def mentions(text: str, actors: Mapping[str, Actor]) -> list[Mention]:
    """Finds the mentions of ``actors`` (by id), in order; inside a whole name, no shorter one."""
    names = Names.of({id: (actor.name, *actor.aliases) for id, actor in actors.items()})
    places = [Mention(term.start, term.end, frozenset([str(term.key[1])])) for term in names.find(text)]
    taken = {offset for mention in places for offset in range(mention.start, mention.end)}
    for word, ids in _short_names(actors).items():
        shape = re.escape(word) if word[0].isupper() else f"{_DETERMINED}(?i:{re.escape(word)})"
        for match in re.finditer(rf"(?<![\w’'-]){shape}(?!\w)", text):
            if match.end() - 1 not in taken:
                places.append(Mention(match.start(), match.end(), frozenset(ids)))
    places += (
        Mention(match.start(), match.end(), frozenset(), match[0].lower())
        for match in _PRONOUN.finditer(text)
    )
    return sorted(places, key=lambda mention: (mention.start, mention.end))


def _short_names(actors: Mapping[str, Actor]) -> dict[str, set[str]]:
    """Collects surnames, offices and the nouns of groups, each with the actors that it can mean."""
    short: dict[str, set[str]] = {}
    for id, actor in actors.items():
        for name in filter(None, (actor.name, *actor.aliases)):
            last = name.split()[-1]
            if (actor.kind == "person" and " " in name) or last[0].islower():
                short.setdefault(last, set()).add(id)
        # "Deputy Ambassador to the U.N.": the noun is the word before the preposition.
        if head := _HEAD.match(actor.role or ""):
            short.setdefault(head[1].lower(), set()).add(id)
    return short
