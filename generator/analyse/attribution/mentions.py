"""Mentions of a briefing's actors in an English article: by name, surname, office or pronoun."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from generator.analyse.languages.english_cues import CUES
from generator.analyse.languages.english_grammar import AUXILIARIES, CLAUSES, DETERMINERS, PREPOSITIONS
from generator.analyse.languages.english_nouns import BODIES, SPOKESMEN, VOICES
from generator.analyse.languages.rules import any_of
from generator.analyse.text.terms import Names
from generator.model.entries import Actor

PRONOUNS: Final = {
    "he": "person",
    "she": "person",
    "they": "",
    "it": "thing",
    "one": "person",
    "another": "group",
}
"""Kind of actor that each pronoun can mean; "they" can be anybody.

"one" stands for a person who is described (“the lawmaker”), "another" for one of a group that was named.
"""

_PRONOUN: Final = re.compile(
    rf"(?<![\w’'-]){any_of(PRONOUNS.keys() - {'one', 'another'})}(?![\w-])", re.IGNORECASE
)
_ADJECTIVES: Final = (
    rf"(?:(?!{any_of(CLAUSES | PREPOSITIONS | AUXILIARIES | CUES | DETERMINERS | {'to'})}\s)"
    r"(?:[\w’'-]+|(?:\w\.)+)\s){0,3}?"
)
_DETERMINED: Final = rf"(?i:the|his|her|its|their)\s{_ADJECTIVES}"
"""Determiner before an office or the noun of a group: the Ukrainian president, her officials."""

_OWNED: Final = (
    rf"(?!(?i:it|he|she|that|there|here|what|who|let)[’'])[^\W\d_][\w.-]*(?:[’']s|(?<=s)[’'])\s{_ADJECTIVES}"
)
"""Owner before an office or the noun of a body: Ukraine's new president, Castara's top court."""

_OPENING: Final = r"(?:\A|(?<=\s\s)|(?<=#\s))(?:[\w-]+\s){0,2}?"
_HEADLINE: Final = rf"(?=:\s|\s(?i:{any_of(CUES)})(?!\w))"
"""What stands around an office that has no determiner, in a headline: Minister hails deal."""

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
    by_start = {mention.start: mention.ids for mention in places}
    low = text.lower()
    standing = [(word, ids) for word, ids in short.items() if word.lower() in low]
    for word, ids in sorted(standing, key=lambda item: (-item[0].count(" "), item[0])):
        for start, end in _places(word, text):
            if end - 1 in taken:
                continue
            owner = by_start.get(start, frozenset[str]())
            meant = frozenset(id for id in ids if not owner or _may_have(actors[id], text[start:end]))
            if any(actors[id].kind == "person" for id in owner):
                if word in BODIES:
                    continue  # Arnesen's office
                owner = owner if word in VOICES else frozenset()
            speaks = word.split()[-1] in SPOKESMEN  # a state by its president
            places.append(Mention(start, end, meant | (owner if speaks or not meant else frozenset())))
            if " " in word or word[0].islower():
                taken |= {*range(start, end)}
    for id, actor in actors.items():
        if actor.kind == "state":
            # The Orsian government, for Orsia; an Orsian is somebody else.
            places += (
                Mention(match.start(), match.end(), frozenset([id]))
                for match in re.finditer(_national(actor.name), text)
                if match.start() not in taken
            )
    places += (
        Mention(match.start(), match.end(), frozenset(), match[0].lower())
        for match in _PRONOUN.finditer(text)
    )
    return sorted(places, key=lambda mention: (mention.start, mention.end))


def _places(word: str, text: str) -> Iterator[tuple[int, int]]:
    """Yields where a surname, an office or the noun of a body stands, with what must stand before it."""
    if not word[0].isupper():
        yield from (match.span() for match in _pattern(word).finditer(text))
        return
    at = text.find(word)
    while at >= 0:  # there are too many surnames to make a pattern of each
        end = at + len(word)
        before, after = text[at - 1 : at], text[end : end + 1]
        if not (before in ("’", "'", "-") or _is_of_word(before) or _is_of_word(after)):
            yield at, end
        at = text.find(word, end)


def _is_of_word(char: str) -> bool:
    return char == "_" or char.isalnum()


@lru_cache(maxsize=1024)
def _pattern(word: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w’'-]){_shape(word)}(?!\w)")


def _shape(word: str) -> str:
    """Makes the pattern of an office or the noun of a body, with what must stand before it."""
    escaped = re.escape(word)
    if word in BODIES:
        return rf"(?:(?i:the\s(?:[\w-]+\s){{0,1}}?)|{_OWNED})(?i:{escaped})"
    if " " in word:
        return rf"(?<!\b[Aa]\s)(?<!\b[Aa]n\s)(?:(?i:the\s)|{_OWNED})?(?i:{escaped})"
    opens = rf"{_OPENING}{re.escape(word.capitalize())}{_HEADLINE}"
    return rf"(?:(?:{_DETERMINED}|{_OWNED})(?i:{escaped})|{opens})"


def _national(name: str) -> str:
    """Makes the pattern of a state's adjective before the noun of those who speak for it."""
    stem = re.escape(name.rstrip("aeiouy") if len(name) > 4 else name)
    return rf"(?<![\w-]){stem}\w{{0,2}}(?:an|ese|ish|i|ic)(?=\s(?:[\w-]+\s){{0,2}}?{any_of(SPOKESMEN)}(?!\w))"


def _may_have(actor: Actor, phrase: str) -> bool:
    """Tests whether an actor can be what somebody is said to have: Ostrany's president, but not of Torvia."""
    parts = re.split(r"\s(?:of|for|to|at|in)\s", actor.role or "", maxsplit=1)
    return len(parts) == 1 or re.split("[’']", phrase)[0] in parts[1]


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
