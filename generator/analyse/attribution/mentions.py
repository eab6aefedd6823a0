"""Mentions of a briefing's actors in an English article: by name, surname, office or pronoun."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
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
_NO_ADJECTIVES: Final = CLAUSES | PREPOSITIONS | AUXILIARIES | CUES | DETERMINERS | {"to"}
_PHRASES: Final = {
    word: tuple(phrase for phrase in _NO_ADJECTIVES if phrase.startswith(f"{word} "))
    for word in {phrase.split(" ")[0] for phrase in _NO_ADJECTIVES if " " in phrase}
}
"""Those of several words, by their first word."""

_ADJECTIVE: Final = re.compile(r"([\w’'-]+|(?:\w\.)+)\s")
_ADJECTIVES: Final = 3
"""Most words between a determiner and an office."""

_WORD: Final = re.compile(r"[\w-]+\s")
_LEAD: Final = re.compile(
    r"(?<![\w’'-])(?=(?P<the>(?i:the)\s)|(?P<their>(?i:his|her|its|their)\s)"
    r"|(?P<owner>(?!(?i:it|he|she|that|there|here|what|who|let)[’'])[^\W\d_][\w.-]*(?:[’']s|(?<=s)[’'])\s))"
)
"""Determiner or owner before an office or the noun of a body: the president, Castara's top court."""

_OPENING: Final = re.compile(r"(?<![\w’'-])(?:\A|(?<=\s\s)|(?<=#\s))")
_NOT_AFTER_A: Final = re.compile(r"(?<!\b[Aa]\s)(?<!\b[Aa]n\s)")

_HEAD: Final = re.compile(r".*?([^\W\d_]+)(?=\s(?:of|to|for|at|in|and)\s|[,;(]|\s*$)")

_ADJECTIVE_OF_STATE: Final = re.compile(
    rf"\w{{0,2}}(?:an|ese|ish|i|ic)(?=\s(?:[\w-]+\s){{0,2}}?{any_of(SPOKESMEN)}(?!\w))"
)
"""End of a state's adjective, before the noun of those who speak for it."""

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
                Mention(start, end, frozenset([id]))
                for start, end in _national(actor.name, text)
                if start not in taken
            )
    places += (
        Mention(match.start(), match.end(), frozenset(), match[0].lower())
        for match in _PRONOUN.finditer(text)
    )
    return sorted(places, key=lambda mention: (mention.start, mention.end))


def _places(word: str, text: str) -> Iterator[tuple[int, int]]:
    """Yields where a surname, an office or the noun of a body stands, with what must stand before it."""
    if not word[0].isupper():
        past = 0
        for start, end in sorted(_offices(word, text), key=lambda place: place[0]):
            if start >= past:
                past = end
                yield start, end
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


def _offices(word: str, text: str) -> Iterator[tuple[int, int]]:
    """Yields where an office or the noun of a body stands; of those that begin together the first counts."""
    named = re.compile(rf"{re.escape(word)}(?!\w)", re.IGNORECASE)
    is_body, is_phrase = word in BODIES, word not in BODIES and " " in word
    for start, end, kind, adjectives in _leads(text):
        ends = adjectives
        if kind != "owner" and (is_body or is_phrase):
            ends = () if kind != "the" else (end,) if is_phrase else _steps(text, end, 1)
        last = next((match.end() for end in ends if (match := named.match(text, end))), None)
        if last is not None and (not is_phrase or _NOT_AFTER_A.match(text, start)):
            yield start, last
    if is_phrase:
        alone = re.compile(rf"(?<![\w’'-]){_NOT_AFTER_A.pattern}(?={named.pattern})", re.IGNORECASE)
        yield from ((match.start(), match.start() + len(word)) for match in alone.finditer(text))
    elif not is_body:
        yield from _headed(word.capitalize(), text)


def _headed(word: str, text: str) -> Iterator[tuple[int, int]]:
    """Yields where an office stands in a headline, without a determiner: Minister hails deal."""
    for opening in _OPENING.finditer(text) if word in text else ():
        for end in (end + len(word) for end in _steps(text, opening.end(), 2) if text.startswith(word, end)):
            if _headline().match(text, end):
                yield opening.start(), end
                break


@cache
def _headline() -> re.Pattern[str]:
    return re.compile(rf":\s|\s(?i:{any_of(CUES)})(?!\w)")


def _steps(text: str, at: int, most: int) -> tuple[int, ...]:
    """Returns an offset, and those after each of the next words, ``most`` at most."""
    ends = [at]
    while len(ends) <= most and (word := _WORD.match(text, ends[-1])):
        ends.append(word.end())
    return tuple(ends)


@lru_cache(maxsize=8)
def _leads(text: str) -> tuple[tuple[int, int, str, tuple[int, ...]], ...]:
    """Finds start, end and kind of each determiner and owner, and the offsets after it and its adjectives."""
    leads = (
        (lead.start(), kind, lead.end(kind))
        for lead in _LEAD.finditer(text)
        for kind in [lead.lastgroup or ""]
    )
    return tuple((start, end, kind, _after_adjectives(text, end)) for start, kind, end in leads)


def _after_adjectives(text: str, at: int) -> tuple[int, ...]:
    ends = [at]
    while len(ends) <= _ADJECTIVES and (word := _ADJECTIVE.match(text, ends[-1])):
        phrases = (
            ends[-1] + len(phrase)
            for phrase in _PHRASES.get(word[1], ())
            if text.startswith(phrase, ends[-1])
        )
        if word[1] in _NO_ADJECTIVES or any(text[end : end + 1].isspace() for end in phrases):
            break
        ends.append(word.end())
    return tuple(ends)


def _national(name: str, text: str) -> Iterator[tuple[int, int]]:
    """Yields where a state's adjective stands before the noun of those who speak for it."""
    stem = name.rstrip("aeiouy") if len(name) > 4 else name
    at = text.find(stem)
    while at >= 0:
        match = None
        if not (text[at - 1 : at] == "-" or _is_of_word(text[at - 1 : at])):
            match = _ADJECTIVE_OF_STATE.match(text, at + len(stem))
        if match:
            yield at, match.end()
        at = text.find(stem, match.end() if match else at + 1)


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
