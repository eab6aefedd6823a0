"""Terms: the numbers, dates and names of a sentence, and those that its supporting texts lack.

A sentence of the bottom line may say nothing that its claims don't. A program cannot compare the meanings,
but it can check every number, date and name. The check is a sieve with known holes.

It lets pass: a wrong word that is none of the three (not, all, may, more than); true terms wrongly put
together (8 tanks and 3 guns for 3 tanks and 8 guns); "twice", "both", "a couple", the sign of a number;
"first" without "the" or a possessive; one name of an actor for another; a word out of a grounded actor's
name (Korea, where South Korea is grounded); a name in small letters; a name that no article has and that
opens a sentence with neither a name, a common verb nor an 's after it ("Lavrov, in a letter, …"); an exact
day where the claims' date is marked approximate.

It stops, though it may be true: another form of a name (Ukrainian for Ukraine, unless it is an alias); sums
and conversions (14 days for two weeks); "yesterday" for a date; "the first" for "initially"; a word that
opens a sentence right before a name ("Critics Russia has …"), or before a verb as names do ("Pressure is
…"), or is a name elsewhere in the articles, unless the claims have that word in small letters.

Nothing asks of a figure whose scale is not known ("5 Billionen" in English), and it grounds nothing.

It misreads: "in October 13 died" as a day; "May" and "March" that open a sentence as no month; 2024 before
an uncommon noun as a year (so a supporting year, or bare number of four digits, offers both).
"""

import re
import sys
import unicodedata
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cache, lru_cache
from itertools import zip_longest
from typing import Final

from generator.analyse.languages.digits import ENGLISH_FIGURES
from generator.analyse.languages.known import language_of
from generator.analyse.languages.rules import Key, Kind, Language, Rule, Terms, starts_sentence
from generator.analyse.text.rule_matches import Starts
from generator.model.dates import Edtf


@dataclass(frozen=True)
class Term:
    """A number, date or name as it stands in a text, from code point ``start`` up to ``end``, exclusive."""

    kind: Kind
    key: Key
    text: str
    start: int
    end: int


@dataclass(frozen=True, eq=False)
class Names:
    """Names of the actors, and words that are names elsewhere. Made by ``of``; equal to itself alone."""

    spelt: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    """Actor's id and name with its capitals, by folded name."""
    longest: Mapping[str, int] = field(default_factory=dict)
    """Number of words of the longest name, by the folded first word of names."""
    words: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """Folded capitalised words of an actor's names, by its id."""
    known: frozenset[str] = frozenset()
    """Folded words that are part of a name when they open a sentence."""

    @classmethod
    def of(cls, actors: Mapping[str, Iterable[str]], known: Iterable[str] = ()) -> "Names":
        """Makes the names of ``actors``, by id, and of the ``known`` words that ``capitalised`` found.

        A capital of a name must be a capital in the text too (US is not us), a small letter may be either.
        """
        spelt: dict[str, tuple[str, str]] = {}
        longest: dict[str, int] = {}
        words: dict[str, frozenset[str]] = {}
        for actor, name in sorted((actor, name) for actor, names in actors.items() for name in names):
            parts = _TOKEN.findall(name)
            if parts:
                folded = _plain(name).casefold()
                same = spelt.setdefault(folded, (actor, _plain(name)))
                if same[0] != actor:  # a name of several means nobody
                    spelt[folded] = ("", same[1])
                longest[_folded_word(parts[0])] = max(longest.get(_folded_word(parts[0]), 0), len(parts))
                capitals = {_folded_word(part) for part in parts if part[0].isupper()}
                words[actor] = words.get(actor, frozenset()) | capitals
        return cls(spelt, longest, words, frozenset(known).union(*words.values()))

    def find(self, text: str) -> Iterator[Term]:
        """Yields the actors that ``text`` names, in order, the longest name first, without a possessive s."""
        if not self.longest:
            return
        tokens, past = _tokens(text), 0
        for index, token in enumerate(tokens):
            most = self.longest.get(_folded_word(token[0]))
            if most is None or token.start() < past:
                continue
            for last in reversed(tokens[index : index + most]):
                piece = text[token.start() : last.end()]
                # A name may end in 's of its own, so the whole is tried first.
                shown = next(
                    (name for name in (piece, _POSSESSIVE.sub("", piece)) if self._actor_named(name)), None
                )
                if shown is not None:
                    past = token.start() + len(shown)
                    yield Term("name", ("actor", self._actor_named(shown)), shown, token.start(), past)
                    break

    def _actor_named(self, shown: str) -> str:
        plain = _plain(shown)
        actor, name = self.spelt.get(plain.casefold(), ("", ""))
        agree = all(written.isupper() for known, written in zip(name, plain, strict=False) if known.isupper())
        return actor if agree else ""


def terms(text: str, names: Names, language: str = "en") -> list[Term]:
    """Reads the numbers, dates and names of ``text``, in the order of the text.

    A number and its unit, a day and its year, each word of a name that is no actor's are terms of their own;
    only a point of the compass goes with the word after it. In other languages than English figures are read.

    Args:
        language: a tag as HTML has them (``en``, ``en-GB``).
    """
    table = language_of(language)
    return read_terms(text, names, table, table.terms)


@lru_cache(maxsize=1024)
def grounds(text: str, names: Names, language: str = "en") -> frozenset[Key]:
    """Collects all keys that ``text`` offers to a sentence that rests on it, with those that they imply.

    A day offers its month; 8,000 offers "thousands"; a bare 2024 is offered as year and as number. The text
    is read generously where the sentence is read strictly: any "first" offers the ordinal, any word for a
    unit the unit, any capital a name, and every other word itself, as ("plain", word), to a sentence that
    it opens. Of a text in another language, the numbers are those of its language, and all else is read as if
    it were English: units, names, dates in figures.
    """
    table = language_of(language)
    offered = _offered(text, names, table, table.terms)
    if not table.terms.capitals:
        english = language_of("en")
        offered |= {
            key for key in _offered(text, names, english, english.terms) if key[0] not in _NUMBER_KEYS
        }
    for token in _tokens(text):
        offered.add(("word" if _has_capital(token[0]) else "plain", _folded_word(token[0])))
    return frozenset(offered)


def _offered(text: str, names: Names, language: Language, table: Terms) -> set[Key]:
    supporting = read_terms(text, names, language, table)
    unread = _with_ascii_digits(text)
    starts = Starts(unread)
    for rule in table.generous:
        _apply_rule(rule, unread, text, starts, supporting)
    offered: set[Key] = set()
    for term in supporting:
        offered |= {term.key, *_implied_keys(term)}
    return offered


def missing(
    sentence: str,
    supports: Iterable[str],
    grounded_actors: Collection[str],
    dates: Iterable[Edtf],
    names: Names,
    *,
    foreign: Iterable[tuple[str, str]] = (),
    figures_only: bool = False,
) -> list[Term]:
    """Returns the terms of ``sentence`` that its supporting texts lack, in the order of the sentence.

    Args:
        supports: the texts that the sentence rests on: wordings of claims, quotes.
        grounded_actors: ids of actors that the claims name by id: who speaks, whom they are about.
        dates: the dates of the claims; each offers the parts of it that are known.
        foreign: further supporting texts in other languages than English, each with its tag.
        figures_only: whether of the sentence only its figures are compared, because more is not read of
            what it rests on.
    """
    english = language_of("en")
    supports = list(supports)
    offered = {key for text in supports for key in grounds(text, names)}
    offered |= {key for text, tag in foreign for key in grounds(text, names, tag)}
    if figures_only:
        offered |= {key for text in supports for key in _offered(text, names, english, ENGLISH_FIGURES)}
    for date in dates:
        offered |= date.components()
        # A year that doesn't look like one reads as a number: "in 1812".
        offered |= {
            ("number", year) for what, year, *_ in date.components() if what == "year" and year not in _YEARS
        }
        if figures_only:
            offered |= {
                ("number", Fraction(part[-1])) for part in date.components() if part[0] in ("year", "day")
            }
    actors = {*grounded_actors, *(key[1] for key in offered if key[0] == "actor")}
    words = {word for actor in actors for word in names.words.get(str(actor), ())}

    def grounded(term: Term) -> bool:
        kind, value = term.key[0], term.key[1]
        if kind == "actor":
            return value in actors
        if term.key in offered or (kind == "word" and value in words):
            return True
        # At the start of a sentence a capital proves no name, so the same word in small letters grounds it.
        return (
            kind == "word"
            and ("plain", value) in offered
            and starts_sentence(sentence, term.start, english.abbreviations)
        )

    said = read_terms(sentence, names, english, ENGLISH_FIGURES if figures_only else english.terms)
    return [term for term in said if term.key[0] != "unread" and not grounded(term)]


def words_offered(supports: Iterable[str], names: Names) -> frozenset[str]:
    """Returns the folded names that stand in supporting texts, those of an actor in all their spellings."""
    offered = {key for text in supports for key in grounds(text, names)}
    words = {str(key[1]) for key in offered if key[0] == "word"}
    for key in offered:
        if key[0] == "actor":
            words |= {name.casefold() for actor, name in names.spelt.values() if actor == key[1]}
    return frozenset(words)


def is_adjective_of(word: str, name: str) -> bool:
    """Tests whether ``word`` is the English adjective of a place's ``name``, both folded: russian, russia."""
    stem = re.sub("[aey]$|ia$", "", name)
    if len(stem) < 3 or not word.startswith(stem):
        return False
    if name.endswith("a") and word == f"{name}n":
        return True
    return word[len(stem) :] in ("ian", "ean", "ish", "ese", "i")


def capitalised(text: str, language: str = "en") -> frozenset[str]:
    """Returns the folded words that are names inside the sentences of ``text``: ``known`` of ``Names.of``."""
    abbreviations = language_of(language).abbreviations
    inside = (
        str(term.key[1])
        for term in terms(text, Names(), language)
        if term.key[0] == "word" and not starts_sentence(text, term.start, abbreviations)
    )
    return frozenset(word for words in inside for word in words.split())


_LETTER: Final = r"(?:[^\W_]|[\u0300-\u036f\u00ad\u200b-\u200d\u2060])"
_TOKEN: Final = re.compile(
    rf"(?:[^\W\d_]\.)+[^\W\d_](?!\w)\.?(?:['’]s)?|{_LETTER}+(?:['’]{_LETTER}+)*"  # U.N., Russia’s
)
_POSSESSIVE: Final = re.compile(r"['’][sS]$")
_CONTRACTION: Final = re.compile(r"['’](?:s|m|re|ve|ll|d|t)$", re.IGNORECASE)
_ALIKE: Final = {**dict.fromkeys("’‘", "'"), **dict.fromkeys("‐‑–", "-")}
_SILENT: Final = dict.fromkeys((".", "\u00ad", "\u200b", "\u200c", "\u200d", "\u2060"))
_PLAIN: Final = str.maketrans({**_ALIKE, **_SILENT})
_TAKEN: Final = "\0"
_YEARS: Final = range(1900, 2100)
_NUMBER_KEYS: Final = frozenset(["number", "magnitude", "ordinal", "unread"])
_OTHER_DIGIT: Final = re.compile("[^\\D0-9]|[ıİſ\u212a]")
_MOST_DIGITS: Final = 100
"""Most digits of a number that is read; Python itself refuses more than 4,300."""


@lru_cache(maxsize=1 << 16)
def _plain(text: str) -> str:
    """Unifies spellings that differ by type alone: U.N. and UN, straight and curly, composed and not."""
    return " ".join(unicodedata.normalize("NFC", text).translate(_PLAIN).split())


@lru_cache(maxsize=1 << 16)
def _folded_word(token: str) -> str:
    return _plain(_CONTRACTION.sub("", token)).casefold()


def _has_capital(token: str) -> bool:
    return not token.islower() and any(letter.isupper() for letter in token)


@lru_cache(maxsize=32)
def _tokens(text: str) -> tuple[re.Match[str], ...]:
    return tuple(_TOKEN.finditer(text))


def read_terms(text: str, names: Names, language: Language, table: Terms) -> list[Term]:
    """Reads the terms of ``text`` by a table of rules; see ``terms``."""
    actors = list(names.find(text)) if table.capitals else []
    unread, collected = _with_ascii_digits(text), list(actors)
    for term in actors:
        unread = _without(unread, term.start, term.end)
    starts = Starts(unread)
    for rule in table.rules:
        unread = _apply_rule(rule, unread, text, starts, collected)
    if table.capitals:
        collected += _names_by_capitals(unread, text, names, language, {term.start for term in actors})
    return sorted(collected, key=lambda term: (term.start, term.end))


def _with_ascii_digits(text: str) -> str:
    """Writes digits of other scripts as 0 to 9, and letters that patterns of any case take for ASCII so."""
    return text.translate(_decimals()) if _OTHER_DIGIT.search(text) else text


@cache
def _decimals() -> Mapping[int, str]:
    """Returns what each such character is written as: 8 for ٨, s for ſ."""
    written = {
        point: str(unicodedata.decimal(chr(point)))
        for point in range(0x660, sys.maxunicode)
        if unicodedata.category(chr(point)) == "Nd"
    }
    return written | {ord(letter): plain for letter, plain in zip("ıİſ\u212a", "iIsK", strict=True)}


def _apply_rule(rule: Rule, unread: str, text: str, starts: Starts, collected: list[Term]) -> str:
    """Collects the terms that the rule finds in ``unread``, and returns that text without them."""

    left = unread
    for match in starts.matches(rule, unread):
        keys = _long_figure(match[0]) or list(rule.keys(match))
        for key, group in keys:
            start, end = match.span(group)
            collected.append(Term(rule.kind, key, text[start:end], start, end))
        if keys:
            left = _without(left, *match.span())
            starts.add(match.end())
    return left


def _without(text: str, start: int, end: int) -> str:
    return text[:start] + _TAKEN * (end - start) + text[end:]


def _long_figure(shown: str) -> list[tuple[Key, str | int]]:
    """Reads a figure of more digits than any number in the news by its digits alone; else nothing."""
    if len(shown) <= _MOST_DIGITS:
        return []
    digits = re.sub("[^0-9]", "", shown)
    return [(("figure", digits), 0)] if len(digits) > _MOST_DIGITS else []


def _names_by_capitals(
    unread: str, text: str, names: Names, language: Language, actors: Collection[int]
) -> Iterator[Term]:
    """Yields names by their capitals alone, a term a word, in what is left unread."""
    table = language.terms
    tokens = _tokens(text)
    named = False  # whether the token before was such a name
    for token, following in zip_longest(tokens, tokens[1:]):
        start, tied = token.start(), named and text[token.start() - 1] == "-"
        named = False
        if unread[start] == _TAKEN or (token[0].islower() and not tied):
            continue
        shown = _CONTRACTION.sub("", token[0])
        word = _folded_word(shown)
        if not _has_capital(shown):
            # The second part of Yo-jong is part of the name, but that of Kursk-based is not.
            named = tied and not table.tails.fullmatch(word)
        elif _has_capital(shown[1:]):
            named = True
        elif not starts_sentence(text, start, language.abbreviations):
            named = word != "i" and (word not in table.openers or len(word) == 1)
        elif word not in table.openers:
            named = word in names.known or _POSSESSIVE.search(token.group()) is not None
            if not named and following is not None and not table.common.fullmatch(word):
                gap, verb = text[token.end() : following.start()], _folded_word(following.group())
                if following.group()[0].isupper() and verb not in table.openers:
                    # A word before another name is part of it (Sergei Lavrov), but not Early before October.
                    free = unread[following.start()] != _TAKEN or following.start() in actors
                    named = free and gap in (" ", "\u00a0", "-")
                else:
                    # A singular before a verb is a name: "Kim warned". A common noun would have an article.
                    named = gap == " " and verb in table.verbs and not word.endswith("s")
        if named:
            yield Term("name", ("word", word), shown, start, start + len(shown))


def _implied_keys(term: Term) -> Iterator[Key]:
    """Yields the keys that are true as well when the term is."""
    what, *values = term.key
    if what == "day":
        yield ("month", values[0])
    elif what == "year":
        yield ("number", values[0])
    elif what == "number" and isinstance(values[0], Fraction):
        if re.fullmatch("[0-9]{4}", term.text) and values[0] in _YEARS:
            yield ("year", int(values[0]))
        for magnitude in (12, *(10**zeros for zeros in range(1, 13))):
            if 2 * magnitude <= values[0] < 10 * magnitude:
                yield ("magnitude", magnitude)
