"""Where an English article names the actors of a briefing: by name, surname, office, or a pronoun."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from generator.analyse.text.grammar import any_of
from generator.analyse.text.terms import Names
from generator.model.entries import Actor

PRONOUNS: Final = {"he": "person", "she": "person", "they": "", "it": "thing"}
"""Pronoun: whom it can mean; they can be anybody."""

_PRONOUN: Final = re.compile(rf"(?<![\w’'-]){any_of(PRONOUNS)}(?![\w’'-])", re.IGNORECASE)
_DETERMINED: Final = r"(?i:the|an?|his|her|its|their)\s(?:[\w.’'-]+\s){0,3}?"
"""What an office and the noun of a group have before them: the Ukrainian president, her officials."""

_HEAD: Final = re.compile(r".*?([^\W\d_]+)(?=\s(?:of|to|for|at|in|and)\s|[,;(]|\s*$)")


@dataclass(frozen=True)
class Mention:
    """One place at which actors are named.

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
    """The mentions of ``actors`` (by id), in order; where a whole name stands, nothing shorter."""
    names = Names.of({id: (actor.name, *actor.aliases) for id, actor in actors.items()})
    found = [Mention(term.start, term.end, frozenset([str(term.key[1])])) for term in names.find(text)]
    taken = {offset for one in found for offset in range(one.start, one.end)}
    for word, ids in _short(actors).items():
        shape = re.escape(word) if word[0].isupper() else f"{_DETERMINED}(?i:{re.escape(word)})"
        for match in re.finditer(rf"(?<![\w’'-]){shape}(?!\w)", text):
            if match.end() - 1 not in taken:
                found.append(Mention(match.start(), match.end(), frozenset(ids)))
    found += (
        Mention(match.start(), match.end(), frozenset(), match[0].lower())
        for match in _PRONOUN.finditer(text)
    )
    return sorted(found, key=lambda one: (one.start, one.end))


def _short(actors: Mapping[str, Actor]) -> dict[str, set[str]]:
    """Surnames, offices and the nouns of groups, each with the actors that it can mean."""
    short: dict[str, set[str]] = {}
    for id, actor in actors.items():
        for name in (actor.name, *actor.aliases):
            last = name.split()[-1]
            if (actor.kind == "person" and " " in name) or last[0].islower():
                short.setdefault(last, set()).add(id)
        # Deputy Ambassador to the U.N.: what counts is the word before whom or what it is for.
        if head := _HEAD.match(actor.role or ""):
            short.setdefault(head[1].lower(), set()).add(id)
    return short
