"""Subjects of an English sentence: the actors that it names, but not in the name of an office or place.

A name counts where it stands for the actor: "against Ukraine". It doesn't in an office ("Ukraine's
delegation", "the president of Ukraine") or a place ("in Ukraine", "Russia's Kursk region", "sent to Russia").
The longest name wins, so that a delegation with a name of its own is not its state. Where it is wrong: a
place named without one of these words ("Ukraine borders Poland") counts as named, and a state that acts "in"
something ("a change in Russia") does not.
"""

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from typing import Final

from generator.analyse.languages.english_nouns import SPOKESMEN
from generator.analyse.languages.rules import any_of
from generator.analyse.text.terms import Names
from generator.model.entries import Actor

_OFFICES: Final = any_of(SPOKESMEN | {"general", "generals", "troops", "soldiers", "deputy", "king", "queen"})
_OFFICE_AFTER: Final = re.compile(  # Ukraine's foreign minister, the NATO chief; not: Ukraine sent soldiers
    rf"(?:[’']s?\s(?:[\w-]+\s){{0,2}}?|\s){_OFFICES}(?!\w)", re.IGNORECASE
)
_OFFICE_BEFORE: Final = re.compile(
    rf"(?<!\w){_OFFICES}\s(?:of|to|for|from|at|in)\s(?:the\s)?$", re.IGNORECASE
)
_PLACE_BEFORE: Final = re.compile(
    r"(?<!\w)(?:in|into|inside|within|across|throughout|near|around|outside|from|out of"
    r"|(?:(?:north|south)?(?:east|west)|north|south|central|upper|lower|mainland|occupied)(?:ern)?)\s(?:the\s)?$",
    re.IGNORECASE,
)
_MOVED_TO: Final = re.compile(
    r"(?<!\w)(?:arriv|brought|bring|deploy|flew|fly|flown|go|going|march|mov|sail|send|sent|ship|travel|went)\w*\s"
    r"(?:[^\s.;:]+\s){0,6}?to\s(?:the\s)?$",
    re.IGNORECASE,
)
_PLACE_AFTER: Final = re.compile(r"[’']s?\s(?:[a-z-]+\s){0,2}[A-Z]")


class Subjects:
    """Finder of the actors, of some by id, that sentences of ours are about."""

    def __init__(self, actors: Mapping[str, Actor]) -> None:
        self._actors = actors
        self._names = _names_of(actors)
        roles = sorted({actor.role for actor in actors.values() if actor.role}, key=len, reverse=True)
        self._roles = re.compile("|".join(map(re.escape, roles)), re.IGNORECASE) if roles else None

    def of(self, text: str, speakers: Collection[str]) -> Iterator[str]:
        """Yields the id of each actor that the sentence is about by its words, in their order, each once.

        Args:
            text: a sentence of ours.
            speakers: ids of those who say it, who are never its subject.
        """
        roles = [match.span() for match in self._roles.finditer(text)] if self._roles else []
        seen: set[str] = set()
        for term in self._names.find(text):
            id = str(term.key[1])
            inside_role = any(start <= term.start < end and term.end <= end for start, end in roles)
            if (
                id in speakers
                or id in seen
                or inside_role
                or _is_attribute(text, term.start, term.end, self._actors[id])
            ):
                continue
            seen.add(id)
            yield id


def _names_of(actors: Mapping[str, Actor]) -> Names:
    """Collects names and aliases, and the surnames that one person alone has."""
    known = {id: actor for id, actor in actors.items() if actor.name}
    surnames = Counter(
        name
        for actor in known.values()
        for name in {actor.name.split()[-1]}
        if actor.kind == "person" and " " in actor.name
    )
    return Names.of(
        {
            id: (
                actor.name,
                *actor.aliases,
                *([last] if surnames[last := actor.name.split()[-1]] == 1 else []),
            )
            for id, actor in known.items()
        }
    )


def _is_attribute(text: str, start: int, end: int, actor: Actor) -> bool:
    """Tests whether a name is part of the name of an office or a place."""
    if actor.kind == "person":
        return False
    before, after = text[max(0, start - 120) : start], text[end:]
    if _OFFICE_AFTER.match(after) or _OFFICE_BEFORE.search(before):
        return True
    if actor.kind != "state":
        return False
    return bool(_PLACE_BEFORE.search(before) or _MOVED_TO.search(before) or _PLACE_AFTER.match(after))
