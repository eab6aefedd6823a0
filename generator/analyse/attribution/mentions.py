"""Mentions of a briefing's actors in an English article: by name, surname, office or pronoun."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from generator.analyse.languages.english_cues import BODIES, CUES
from generator.analyse.languages.english_grammar import AUXILIARIES, CLAUSES, PREPOSITIONS
from generator.analyse.languages.rules import any_of
from generator.analyse.text.terms import Names
from generator.model.entries import Actor

PRONOUNS: Final = {"he": "person", "she": "person", "they": "", "it": "thing"}
"""Kind of actor that each pronoun can mean; "they" can be anybody."""

_PRONOUN: Final = re.compile(rf"(?<![\w’'-]){any_of(PRONOUNS)}(?![\w’'-])", re.IGNORECASE)
_DETERMINED: Final = (
    r"(?i:the|an?|his|her|its|their)\s"
    rf"(?:(?!{any_of(CLAUSES | PREPOSITIONS | AUXILIARIES | CUES | {'the', 'to'})}\s)"
    r"(?:[\w’'-]+|(?:\w\.)+)\s){0,3}?"
)
"""Determiner before an office or the noun of a group: the Ukrainian president, her officials."""

_HEAD: Final = re.compile(r".*?([^\W\d_]+)(?=\s(?:of|to|for|at|in|and)\s|[,;(]|\s*$)")

_BODY: Final = re.compile(rf"(?<!\w){any_of(BODIES)}(?=\sof\s|\sfor\s|$)", re.IGNORECASE)
"""Noun of an organisation's name by which it is named again: the ministry."""


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
    # Whole roles first: "the foreign minister" is no other minister.
    short = _short_names(actors)
    for word, ids in sorted(short.items(), key=lambda item: (-item[0].count(" "), item[0])):
        shape = re.escape(word) if word[0].isupper() else f"{_DETERMINED}(?i:{re.escape(word)})"
        if word in BODIES:
            shape = f"(?i:the\\s(?:[\\w-]+\\s){{0,1}}?{re.escape(word)})"
        if " " in word:
            shape = f"(?i:(?:the\\s)?{re.escape(word)})"
        for match in re.finditer(rf"(?<![\w’'-]){shape}(?!\w)", text):
            if match.end() - 1 not in taken:
                places.append(Mention(match.start(), match.end(), frozenset(ids)))
                if " " in word:
                    taken |= {*range(match.start(), match.end())}
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
            if actor.kind != "person" and " " in name:
                for body in _BODY.finditer(name):
                    short.setdefault(body[0].lower(), set()).add(id)
            if (actor.kind == "person" and " " in name) or last[0].islower():
                short.setdefault(last, set()).add(id)
        # "Deputy Ambassador to the U.N.": the noun is the word before the preposition.
        if head := _HEAD.match(actor.role or ""):
            short.setdefault(head[1].lower(), set()).add(id)
            if " " in head[0]:
                short.setdefault(head[0].lower(), set()).add(id)
    return short
