"""The numbers, dates and names that a sentence says, and those of them that nothing behind it says.

A sentence of the bottom line may say nothing that its claims don't. No machine can hold its meaning against
theirs; one can hold every number, date and name. That is a sieve, with known holes.

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

It misreads: "in October 13 died" as a day; "May" and "March" that open a sentence as no month; 2024 before
an uncommon noun as a year (so a supporting year, or bare number of four digits, offers both).
"""

import re
import unicodedata
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from itertools import zip_longest
from math import prod
from typing import Final, Literal, TypeAlias

from generator.model.dates import MONTHS, SEASONS, Edtf

Key: TypeAlias = tuple[str | int | Fraction, ...]
"""What a term says, however written: ("number", 8000), ("unit", "year"), ("magnitude", 1000), ("ordinal", 3),
("actor", "russia"), ("word", "kursk"), ("relative", "last week"), and the components of ``model.dates``."""

Kind: TypeAlias = Literal["number", "date", "name"]

Reader: TypeAlias = Callable[[re.Match[str]], Iterable[tuple[Key, str | int]]]
"""Gives keys, each with the group of the match that shows it."""


@dataclass(frozen=True)
class Term:
    """One number, date or name as it stands in a text, from code point ``start`` up to ``end``, exclusive."""

    kind: Kind
    key: Key
    text: str
    start: int
    end: int


@dataclass(frozen=True)
class Names:
    """What is known of names: those of the actors, and words that are names elsewhere. Made by ``of``."""

    spelt: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    """Folded name: the actor's id, and the name with its capitals."""
    longest: Mapping[str, int] = field(default_factory=dict)
    """Folded first word of names: how many words the longest of them has."""
    words: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """Actor: the capitalised words of its names, folded."""
    known: frozenset[str] = frozenset()
    """Folded words that are part of a name when they open a sentence."""

    @classmethod
    def of(cls, actors: Mapping[str, Iterable[str]], known: Iterable[str] = ()) -> "Names":
        """``actors``: id to name and aliases; ``known``: words that ``capitalised`` found in the articles.

        A capital of a name must be one in the text too (US is not us), a small letter may be either.
        """
        spelt: dict[str, tuple[str, str]] = {}
        longest: dict[str, int] = {}
        words: dict[str, frozenset[str]] = {}
        for actor, name in sorted((actor, name) for actor, names in actors.items() for name in names):
            parts = _TOKEN.findall(name)
            if parts:
                spelt.setdefault(_plain(name).casefold(), (actor, _plain(name)))
                longest[_word(parts[0])] = max(longest.get(_word(parts[0]), 0), len(parts))
                capitals = {_word(part) for part in parts if part[0].isupper()}
                words[actor] = words.get(actor, frozenset()) | capitals
        return cls(spelt, longest, words, frozenset(known).union(*words.values()))

    def find(self, text: str) -> Iterator[Term]:
        """The actors that ``text`` names, left to right, the longest name first, without a possessive s."""
        tokens, past = list(_TOKEN.finditer(text)), 0
        for index, token in enumerate(tokens):
            if token.start() < past:
                continue
            for last in reversed(tokens[index : index + self.longest.get(_word(token.group()), 0)]):
                piece = text[token.start() : last.end()]
                # A name may end in 's of its own, so the whole is tried first.
                shown = next((one for one in (piece, _POSSESSIVE.sub("", piece)) if self._actor(one)), None)
                if shown is not None:
                    past = token.start() + len(shown)
                    yield Term("name", ("actor", self._actor(shown)), shown, token.start(), past)
                    break

    def _actor(self, shown: str) -> str:
        plain = _plain(shown)
        actor, name = self.spelt.get(plain.casefold(), ("", ""))
        agree = all(there.isupper() for here, there in zip(name, plain, strict=False) if here.isupper())
        return actor if agree else ""


def terms(text: str, names: Names, language: str = "en") -> list[Term]:
    """What ``text`` says of numbers, dates and names, in the order of the text.

    A number and its unit, a day and its year, each word of a name that is no actor's are terms of their own;
    only a point of the compass goes with the word after it. Of a language without a table, digits are read.

    Args:
        language: a tag as HTML has them (``en``, ``en-GB``).
    """
    return _read(text, names, _language(language))


def grounds(text: str, names: Names, language: str = "en") -> set[Key]:
    """All keys that ``text`` offers a sentence that rests on it: what it says, and what follows from that.

    A day offers its month; 8,000 offers "thousands"; a bare 2024 is offered as year and as number. It is read
    generously where the sentence is read strictly: any "first" offers the ordinal, any word for a unit the
    unit, any capital a name, and every other word itself, as ("plain", word), to a sentence it opens.
    """
    table = _language(language)
    found = _read(text, names, table)
    for rule in table.generous:
        _apply(rule, text, text, found)
    offered: set[Key] = set()
    for term in found:
        offered |= {term.key, *_follows(term)}
    if table.capitals:
        for token in _TOKEN.finditer(text):
            offered.add(("word" if _has_capital(token.group()) else "plain", _word(token.group())))
    return offered


def missing(
    sentence: str,
    supports: Iterable[str],
    grounded_actors: Collection[str],
    dates: Iterable[Edtf],
    names: Names,
    language: str = "en",
) -> list[Term]:
    """The terms of ``sentence`` that nothing behind it offers, in the order of the sentence.

    Args:
        supports: the texts that the sentence rests on: wordings of claims, quotes.
        grounded_actors: ids of actors that the claims name otherwise: who speaks, what it is about.
        dates: the dates of the claims; each offers the parts of it that are known.
    """
    offered = {key for text in supports for key in grounds(text, names, language)}
    for date in dates:
        offered |= date.components()
        # A year that doesn't look like one reads as a number: "in 1812".
        offered |= {
            ("number", year) for what, year, *_ in date.components() if what == "year" and year not in _YEARS
        }
    actors = {*grounded_actors, *(key[1] for key in offered if key[0] == "actor")}
    words = {word for actor in actors for word in names.words.get(str(actor), ())}

    def grounded(term: Term) -> bool:
        kind, value = term.key[0], term.key[1]
        if kind == "actor":
            return value in actors
        if term.key in offered or (kind == "word" and value in words):
            return True
        # A capital that opens a sentence says little: the same word in small letters will do.
        return kind == "word" and ("plain", value) in offered and _opens(sentence, term.start)

    return [term for term in terms(sentence, names, language) if not grounded(term)]


def capitalised(text: str, language: str = "en") -> frozenset[str]:
    """The folded words that are names inside the sentences of ``text``: ``known`` of ``Names.of``."""
    inside = (
        str(term.key[1])
        for term in terms(text, Names(), language)
        if term.key[0] == "word" and not _opens(text, term.start)
    )
    return frozenset(word for words in inside for word in words.split())


@dataclass(frozen=True)
class Rule:
    """One shape of terms, and how keys are read from a match. When there are none, it was no term."""

    kind: Kind
    pattern: re.Pattern[str]
    keys: Reader


@dataclass(frozen=True)
class Language:
    """How a language writes terms: rules in the order of trial, and further ones for supporting texts."""

    rules: tuple[Rule, ...]
    generous: tuple[Rule, ...] = ()
    capitals: bool = False
    """Whether a capital letter inside a sentence is the sign of a name."""
    openers: frozenset[str] = frozenset()
    """Words that are no names though a sentence, or a name such as The Hague, begins with them."""
    common: re.Pattern[str] = re.compile(r"(?!)")
    """Words that are no names though a sentence opens with them and a name or one of ``verbs`` follows."""
    verbs: frozenset[str] = frozenset()
    """What stands right after a name that opens a sentence, but after no plain word in the singular."""
    tails: re.Pattern[str] = re.compile(r"(?!)")
    """Words that are no part of the name that they follow after a hyphen."""


_LETTER: Final = r"(?:[^\W_]|[\u0300-\u036f\u00ad\u200b-\u200d\u2060])"
_TOKEN: Final = re.compile(
    rf"(?:[^\W\d_]\.)+[^\W\d_](?!\w)\.?(?:['’]s)?|{_LETTER}+(?:['’]{_LETTER}+)*"  # U.N., Russia’s
)
_POSSESSIVE: Final = re.compile(r"['’][sS]$")
_CONTRACTION: Final = re.compile(r"['’](?:s|m|re|ve|ll|d|t)$", re.IGNORECASE)
_ALIKE: Final = {**dict.fromkeys("’‘", "'"), **dict.fromkeys("‐‑–", "-")}
_SILENT: Final = dict.fromkeys((".", "\u00ad", "\u200b", "\u200c", "\u200d", "\u2060"))
_PLAIN: Final = str.maketrans({**_ALIKE, **_SILENT})
_NOT_AN_END: Final = re.compile(
    r"(?:\b[A-Z]|\b(?:Mr|Mrs|Ms|Dr|Prof|Gen|Lt|Col|Maj|Capt|Sgt|Gov|Sen|Rep|St))\.$"
)
_TAKEN: Final = "\0"
_YEARS: Final = range(1900, 2100)


def _plain(text: str) -> str:
    """One spelling of what differs by type alone: U.N. and UN, straight and curly, composed and not."""
    return " ".join(unicodedata.normalize("NFC", text).translate(_PLAIN).split())


def _word(token: str) -> str:
    return _plain(_CONTRACTION.sub("", token)).casefold()


def _has_capital(token: str) -> bool:
    return any(letter.isupper() for letter in token)


def _opens(text: str, start: int) -> bool:
    """Whether a sentence, a quotation, a paragraph or what a colon announces begins at ``start``."""
    before = text[max(0, start - 32) : start]
    unquoted = before.rstrip("“‘«„\"'([")
    if set(before[len(unquoted) :]) - set("(["):
        return True
    bare = unquoted.rstrip()
    if not bare or "\n" in unquoted[len(bare) :]:
        return True
    ended = bare.rstrip("”’»\"')]")
    return unquoted != bare and ended.endswith((".", "!", "?", "…", ":")) and not _NOT_AN_END.search(ended)


def _language(tag: str) -> Language:
    return TABLES.get(tag.split("-")[0].lower(), _DIGITS_ALONE)


def _read(text: str, names: Names, table: Language) -> list[Term]:
    actors = list(names.find(text)) if table.capitals else []
    rest, found = text, list(actors)
    for term in actors:
        rest = rest[: term.start] + _TAKEN * len(term.text) + rest[term.end :]
    for rule in table.rules:
        rest = _apply(rule, rest, text, found)
    if table.capitals:
        found += _capitals(rest, text, names, table, {term.start for term in actors})
    return sorted(found, key=lambda term: (term.start, term.end))


def _apply(rule: Rule, rest: str, text: str, found: list[Term]) -> str:
    """Adds what the rule finds in ``rest``; gives that back without it, so that nothing is read twice."""

    def take(match: re.Match[str]) -> str:
        keys = list(rule.keys(match))
        for key, group in keys:
            start, end = match.span(group)
            found.append(Term(rule.kind, key, text[start:end], start, end))
        return _TAKEN * len(match.group()) if keys else match.group()

    return rule.pattern.sub(take, rest)


def _capitals(rest: str, text: str, names: Names, table: Language, actors: Collection[int]) -> Iterator[Term]:
    """Names by their capitals alone, a term a word, in what actors, dates and numbers have left."""
    tokens = list(_TOKEN.finditer(text))
    named = False  # whether the token before was such a name
    for token, following in zip_longest(tokens, tokens[1:]):
        shown, start = _CONTRACTION.sub("", token.group()), token.start()
        word, tied = _word(shown), named and text[start - 1] == "-"
        named = False
        if rest[start] == _TAKEN:
            continue
        if not _has_capital(shown):
            # Yo-jong and Yo-han are two people, but Kursk-based adds nothing to Kursk.
            named = tied and not table.tails.fullmatch(word)
        elif _has_capital(shown[1:]):
            named = True
        elif not _opens(text, start):
            named = word != "i" and (word not in table.openers or len(word) == 1)
        elif word not in table.openers:
            named = word in names.known or _POSSESSIVE.search(token.group()) is not None
            if not named and following is not None and not table.common.fullmatch(word):
                gap, verb = text[token.end() : following.start()], _word(following.group())
                if following.group()[0].isupper() and verb not in table.openers:
                    # What stands before another name is more of it (Sergei Lavrov), but not Early October.
                    free = rest[following.start()] != _TAKEN or following.start() in actors
                    named = free and gap in (" ", "\u00a0", "-")
                else:
                    # "Kim warned" names somebody: "soldiers warned" is English, "soldier warned" isn't.
                    named = gap == " " and verb in table.verbs and not word.endswith("s")
        if named:
            yield Term("name", ("word", word), shown, start, start + len(shown))


def _follows(term: Term) -> Iterator[Key]:
    """What is true as well when the term is."""
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


def _rule(
    kind: Kind, pattern: str, keys: str | Reader, value: Callable[[str], int | str] = str.lower
) -> Rule:
    """A rule at the beginning of words; ``keys`` may be the start of a key, then ``value`` gives its end."""
    reader: Reader = (lambda match: [((keys, value(match[0])), 0)]) if isinstance(keys, str) else keys
    return Rule(kind, re.compile(rf"(?<!\w)(?:{pattern})"), reader)


def _any(words: Iterable[str]) -> str:
    return "(?:" + "|".join(sorted(map(re.escape, words), key=len, reverse=True)) + ")"


# The words of English, and what they are worth.
_ONES: Final = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_TEENS: Final = (
    *("ten", "eleven", "twelve", "thirteen", "fourteen"),
    *("fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
_TENS: Final = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_SMALL: Final = {
    **{word: value for value, word in enumerate(("zero", *_ONES, *_TEENS))},
    **{word: 10 * value for value, word in enumerate(_TENS, 2)},
}
_TIMES: Final = {"hundred": 100, "dozen": 12}
_SCALES: Final = {
    **dict.fromkeys(("thousand", "k"), 10**3),
    **dict.fromkeys(("million", "mn", "m"), 10**6),
    **dict.fromkeys(("billion", "bn"), 10**9),
    **dict.fromkeys(("trillion", "tn"), 10**12),
}
_FIRSTS: Final = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth")
_ORDINALS: Final = {
    **{word: value for value, word in enumerate(_FIRSTS, 1)},
    **{"twelfth" if word == "twelve" else f"{word}th": value for value, word in enumerate(_TEENS, 10)},
    **{f"{word[:-1]}ieth": 10 * value for value, word in enumerate(_TENS, 2)},
    "hundredth": 100,
}
_PARTS: Final = {
    "half": 2,
    "halve": 2,
    "quarter": 4,
    **{word: _ORDINALS[word] for word in (*_FIRSTS[2:], "tenth")},
}
_SPANS: Final = ("second", "minute", "hour", "day", "week", "month", "year", "decade")
_UNITS: Final = {
    **dict.fromkeys(("%", "per cent", "percent", "percentage point", "percentage points"), "%"),
    **dict.fromkeys(("$", "us$", "usd", "dollar", "dollars"), "dollar"),
    **dict.fromkeys(("€", "eur", "euro", "euros"), "euro"),
    **dict.fromkeys(("£", "gbp", "pound", "pounds"), "pound"),
    **dict.fromkeys(("₽", "rub", "rouble", "roubles", "ruble", "rubles"), "rouble"),
    **dict.fromkeys(("¥", "jpy", "yen"), "yen"),
    **dict.fromkeys(("₩", "krw"), "won"),
    **dict.fromkeys(("km", "kilometre", "kilometres", "kilometer", "kilometers"), "km"),
    **dict.fromkeys(("metre", "metres", "meter", "meters"), "metre"),
    **dict.fromkeys(("century", "centuries"), "century"),
    **{form: unit for unit in (*_SPANS, "mile", "ton", "tonne") for form in (unit, f"{unit}s")},
}
# Before these, four digits are a count and no year.
_COUNTED: Final = (
    *("troops", "soldiers", "fighters", "personnel", "people", "men", "women", "children", "civilians"),
    *("prisoners", "casualties", "deaths", "dead", "wounded", "drones", "missiles", "tanks", "shells"),
)
_WEEKDAYS: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_SAME: Final = {"past": "last", "previous": "last", "coming": "next"}
_OPENERS: Final = """
a about above according across after again against all almost along already also although amid among an and
another any anybody anyone are around as at because been before behind below between beyond both but by can
could despite did do does down dr during each earlier either even ever every everybody everyone everything
few following for former from given had has have he her here his how however i if in indeed inside instead
into is it its just last late later least less let like many may meanwhile might more moreover most mr mrs
ms much must my near neither never next no nobody none nor not nothing now of off on once one only onto or
other others our out outside over own per perhaps rather same several shall she should since so some
somebody someone something soon still such than that the their them then there therefore these they this
those though through throughout thus to together too toward towards under unless unlike until up upon was we
were what when where whereas whether which while who whom whose why will with within without would yet you
your
"""
_VERBS: Final = """
accused accuses acknowledged acknowledges admits admitted announced announces argued argues asked asks
believed believes called calls claimed claims confirmed confirms considered considers could criticised
criticises denied denies described describes did does expected expects feared fears had has insisted insists
is knew knows may might noted notes offered offers planned plans predicted predicts promised promises
rejected rejects reported reports said saw says sees sends sent stated states suggested suggests tells
thinks thought told urged urges wanted wants warned warns was will would
"""

# How numbers and dates are put together from them.
_FIGURE: Final = (
    r"(?:[0-9]{1,3}(?:[,\u00a0\u2009\u202f][0-9]{3})+(?:\.[0-9]+)?(?![0-9])"
    r"|[0-9]*[½¼¾⅓⅔]|[0-9]+/[1-9][0-9]*|[0-9]+(?:\.[0-9]+)?)"
)
_UP_TO_99: Final = rf"(?:{_any(_TENS)}(?:[\s-]{_any(_ONES)})?|{_any(_SMALL)})(?!\w|['’]s)"
_UP_TO_999: Final = rf"(?:(?:{_UP_TO_99}|an?)[\s-]hundred(?!\w)(?:[\s-](?:and\s)?{_UP_TO_99})?|{_UP_TO_99})"
# "5m" is a length, "$5m" a sum.
_SCALE: Final = rf"(?:{_any({*_SCALES, 'dozen'} - {'m'})}|(?(sign)m|(?!)))(?!\w)"
_HALF: Final = r"(?:\sand\sa\shalf)?"
_NUMBER: Final = (
    rf"(?:(?:half[\s-](?:an?\s)?|{_FIGURE}{_HALF}[\s-]?|{_UP_TO_999}{_HALF}[\s-]|an?\s){_SCALE}"
    rf"(?:,?\s(?:and\s)?{_UP_TO_999}[\s-]{_SCALE})*(?:\s(?:and\s)?{_UP_TO_999})?"
    rf"|(?:{_FIGURE}|{_UP_TO_999}){_HALF}|half(?![\w-]))"
)
_ORDINAL: Final = (
    rf"[0-9]+(?:st|nd|rd|th)|{_any(_TENS)}[\s-]{_any(_FIRSTS)}|{_any({*_ORDINALS} - {'first', 'second'})}"
)
_DAY: Final = r"(?:3[01]|[12][0-9]|0?[1-9])(?:st|nd|rd|th)?(?!\w|[.,][0-9])"
_SHORT: Final = _any((*(month[:3] for month in MONTHS), "Sept"))
_MONTH: Final = rf"(?P<month>{_any(MONTHS)}(?!\w)|{_SHORT}(?:\.|(?!\w)))"
_PERIOD: Final = "(?:week|weekend|month|year|decade|century|night|morning|afternoon|evening)"
# In "no one" and "one of them" it is a pronoun, and counts nothing.
_NO_COUNT: Final = (
    re.compile(r"\b(?:no|any|every|each|the|this|that|which|another|some)[\s-]$", re.IGNORECASE),
    re.compile(
        r"\W*$|[.,;:!?)]|-(?:sided|off|time|way|on)|\s(?:of|another|who|which|that|[cw]ould|can|may|might|must)\b"
    ),
)


def _value(shown: str) -> Fraction:
    total = group = Fraction(0)
    for piece in re.findall(rf"{_FIGURE}|[a-z]+", shown.casefold()):
        if piece[-1] in "½¼¾⅓⅔":
            group += int(piece[:-1] or 0) + Fraction(unicodedata.numeric(piece[-1])).limit_denominator(4)
        elif piece[0].isdecimal():
            group += Fraction(re.sub(r"[,\s]", "", piece))
        elif piece in _SCALES:
            total, group = total + (group or 1) * _SCALES[piece], Fraction(0)
        elif piece in _TIMES:
            group = (group or Fraction(1)) * _TIMES[piece]
        else:
            group += Fraction(1, 2) if piece == "half" else _SMALL.get(piece, 0)
    return total + group


def _amount(match: re.Match[str]) -> Iterator[tuple[Key, str | int]]:
    sides = (match.string[: match.start()][-9:], match.string[match.end("n") :][:9])
    if match["n"].lower() == "one" and (_NO_COUNT[0].search(sides[0]) or _NO_COUNT[1].match(sides[1])):
        return
    yield ("number", _value(match["n"])), "n"
    yield from (
        ((("unit", _UNITS[match[group].lower()])), group) for group in ("sign", "unit") if match[group]
    )


def _fraction(match: re.Match[str]) -> Iterator[tuple[Key, str | int]]:
    # "A third attempt" is an ordinal, "a third of them" and "one third" are not.
    if match["many"] or match["of"] or match["top"].lower() == "one":
        yield ("number", (_value(match["top"]) or Fraction(1)) / _PARTS[match["part"].lower()]), 0


def _magnitude(match: re.Match[str]) -> Iterator[tuple[Key, str | int]]:
    words = [word.removesuffix("s") for word in match[0].lower().split()]
    yield ("magnitude", prod({"ten": 10, **_TIMES, **_SCALES}.get(word, 1) for word in words)), 0


def _ordinal(match: re.Match[str]) -> Iterator[tuple[Key, str | int]]:
    words = re.findall("[a-z]{3,}", match["n"].lower())
    value = sum(_SMALL.get(word, _ORDINALS.get(word, 0)) for word in words)
    yield ("ordinal", value or int(match["n"][:-2])), "n"


def _month_number(shown: str) -> int:
    return [month[:3] for month in MONTHS].index(shown[:3]) + 1


def _days(match: re.Match[str]) -> Iterator[tuple[Key, str | int]]:
    for day in re.findall("[0-9]+", match["days"]):
        yield ("day", _month_number(match["month"]), int(day)), 0


def _month(match: re.Match[str]) -> Iterator[tuple[Key, str | int]]:
    if match[0] not in ("May", "March") or not _opens(match.string, match.start()):
        yield ("month", _month_number(match[0])), 0


def _iso(match: re.Match[str]) -> Iterator[tuple[Key, str | int]]:
    yield ("year", int(match["year"])), "year"
    yield ("day", int(match["m"]), int(match["d"])), 0


def _bare(match: re.Match[str]) -> Iterator[tuple[Key, str | int]]:
    grouped = re.fullmatch(r"[0-9]{1,3}(?:[^0-9][0-9]{3})+", match[0])
    yield ("number", Fraction(re.sub("[^0-9]", "" if grouped else ".", match[0]))), 0


_ENGLISH: Final = Language(
    capitals=True,
    rules=(
        # F-16, G7, KN-23: names that hold a number.
        _rule(
            *("name", r"(?:[A-Z][a-z]?|[A-Z]{2,6})-?[0-9]+[A-Za-z]{0,2}(?!\w)", "word"),
            value=lambda shown: shown.replace("-", "").casefold(),
        ),
        # One term, or a South and a Korean that stand apart would ground South Korean.
        _rule(
            *("name", r"(?:North|South|East|West)[\s-][A-Z][^\W_]+", "word"),
            value=lambda shown: " ".join(re.split(r"[\s-]", shown)).casefold(),
        ),
        _rule("date", r"[0-9]{1,2}:[0-9]{2}(?![\w:])", "time"),
        _rule("date", r"(?P<year>[0-9]{4})-(?P<m>0[1-9]|1[0-2])-(?P<d>[0-3][0-9])(?!\w)", _iso),
        _rule(
            "date", rf"(?P<days>{_DAY}(?:(?:,|\s?[-–—]|\s(?:to|and|or))\s?{_DAY})*)\s(?:of\s)?{_MONTH}", _days
        ),
        _rule(
            "date",
            # In "on October 13 and 14 soldiers" the 14 is no day.
            rf"{_MONTH}\s(?P<days>{_DAY}(?:\s?[-–—]\s?{_DAY}|\s(?:to|and|or)\s{_DAY}(?=\W*$|[.,;:)]))?)",
            _days,
        ),
        _rule("date", rf"{_any(MONTHS)}(?!\w)|{_SHORT}\.", _month),
        _rule(
            *("date", rf"{_any(_WEEKDAYS)}s?(?!\w)|(?:Mon|Tues?|Wed|Thu(?:rs?)?|Fri|Sat)\.", "weekday"),
            value=lambda shown: [day[:3] for day in _WEEKDAYS].index(shown[:3]),
        ),
        _rule(
            "date",
            rf"(?i:yesterday|today|tomorrow|tonight|(?:last|this|next|{_any(_SAME)})\s{_PERIOD})(?!\w)",
            "relative",
            lambda shown: " ".join(_SAME.get(word, word) for word in shown.lower().split()),
        ),
        _rule(
            *("date", rf"(?i:{_any(SEASONS.values())})(?!\w)", "season"),
            value=lambda shown: {season: number for number, season in SEASONS.items()}[shown.lower()],
        ),
        _rule("date", r"[12][0-9]{2}0s(?!\w)", "decade", lambda shown: int(shown[:-1])),
        _rule(
            "date",
            r"(?<![$€£¥₽₩])(?<![0-9][.,])(?:19|20)[0-9]{2}"
            rf"(?![\w%]|[.,/][0-9]|[\s-]{_any((*_COUNTED, *_UNITS, *_SCALES, 'dozen'))}(?!\w))",
            "year",
            int,
        ),
        _rule(
            "number",
            r"(?i:(?:tens|dozens|hundreds|thousands|millions|billions)(?:\sof\s(?:hundreds|thousands|[mb]illions))*"
            r"|(?:several|few|many)\s(?:dozen|hundred|thousand|million|billion))(?!\w)",
            _magnitude,
        ),
        _rule(
            "number",
            rf"(?i:(?P<top>{_UP_TO_99}|an?)[\s-](?P<part>{_any(_PARTS)})(?P<many>s)?(?!\w)(?P<of>\sof\b)?)",
            _fraction,
        ),
        _rule("number", rf"(?i:(?P<n>{_ORDINAL})(?![\w-]))", _ordinal),
        # "Zelenskiy first warned" counts nothing; "the first to warn" and "a second time" do.
        _rule(
            "number",
            r"(?i:(?:the|its|their|his|her|our|an?|s)\s(?P<n>first|second)(?![\w-])(?!\s(?:later|ago|or|per)\b))",
            _ordinal,
        ),
        _rule(
            "number",
            r"(?<![0-9][.,])(?i:(?:(?P<sign>US\$|[$€£¥₽₩])\s?)?"
            rf"(?P<n>{_NUMBER})(?:[\s-]?(?P<unit>{_any(_UNITS)})(?!\w))?)",
            _amount,
        ),
    ),
    generous=(
        _rule("number", r"(?i:(?P<n>first|second)(?!\w))", _ordinal),
        _rule("number", rf"(?i:{_any(_UNITS)}(?!\w))", "unit", lambda shown: _UNITS[shown.lower()]),
    ),
    openers=frozenset(_OPENERS.split()),
    verbs=frozenset(_VERBS.split()),
    common=re.compile(r"\w+(?:ing|ly)|people|police|media|staff|personnel|men|women|children"),
    tails=re.compile(
        r"\w+ed|led|born|made|held|run|built|era|style|wide|friendly|speaking|only|like|and|in|on"
    ),
)
_DIGITS_ALONE: Final = Language(
    rules=(_rule("number", r"[0-9]{1,3}(?:[.,'’\s][0-9]{3})+(?![0-9])|[0-9]+(?:[.,][0-9]+)?", _bare),)
)

TABLES: Final[Mapping[str, Language]] = {"en": _ENGLISH}
"""Primary language subtag: how that language writes terms."""
