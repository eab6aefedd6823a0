"""Grammar of terms: the shapes of a language's rules for numbers, dates and names, and of their keys."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from fractions import Fraction
from typing import Final, Literal, TypeAlias

Key: TypeAlias = tuple[str | int | Fraction, ...]
"""Value of a term, however written: ("number", 8000), ("unit", "year"), ("magnitude", 1000), ("ordinal", 3),
("actor", "russia"), ("word", "kursk"), ("relative", "last week"), and the components of ``model.dates``."""

Kind: TypeAlias = Literal["number", "date", "name"]

Reader: TypeAlias = Callable[[re.Match[str]], Iterable[tuple[Key, str | int]]]
"""Function that reads the keys of a match, each with the group of the match that shows it."""


@dataclass(frozen=True)
class Rule:
    """Pattern of terms, with the reader of a match's keys. A match without keys is no term."""

    kind: Kind
    pattern: re.Pattern[str]
    keys: Reader


@dataclass(frozen=True)
class Language:
    """Rules for the terms of a language, in the order of trial, and further ones for supporting texts."""

    rules: tuple[Rule, ...]
    generous: tuple[Rule, ...] = ()
    capitals: bool = False
    """Whether a capital letter inside a sentence marks a name."""
    openers: frozenset[str] = frozenset()
    """Words that are no names, even where a sentence or a name such as The Hague begins with them."""
    common: re.Pattern[str] = re.compile(r"(?!)")
    """Words that are no names, even where they open a sentence before a name or one of ``verbs``."""
    verbs: frozenset[str] = frozenset()
    """Verb forms that follow a name that opens a sentence, but no common noun in the singular."""
    tails: re.Pattern[str] = re.compile(r"(?!)")
    """Words that are no part of a name when they follow it after a hyphen."""


def rule(kind: Kind, pattern: str, keys: str | Reader, value: Callable[[str], int | str] = str.lower) -> Rule:
    """Makes a rule that matches at word starts; of a key whose start is ``keys``, ``value`` gives the end."""
    reader: Reader = (lambda match: [((keys, value(match[0])), 0)]) if isinstance(keys, str) else keys
    return Rule(kind, re.compile(rf"(?<!\w)(?:{pattern})"), reader)


def any_of(words: Iterable[str]) -> str:
    """Makes a pattern for any of the words, the longest first."""
    return "(?:" + "|".join(sorted(map(re.escape, words), key=len, reverse=True)) + ")"


_NOT_AN_END: Final = re.compile(
    r"(?:\b[A-Z]|\b(?:Mr|Mrs|Ms|Dr|Prof|Gen|Lt|Col|Maj|Capt|Sgt|Gov|Sen|Rep|St))\.$"
)


def starts_sentence(text: str, start: int) -> bool:
    """Tests whether a sentence, a quotation, a paragraph or text after a colon begins at ``start``."""
    before = text[max(0, start - 32) : start]
    unquoted = before.rstrip("“‘«„\"'([")
    if set(before[len(unquoted) :]) - set("(["):
        return True
    bare = unquoted.rstrip()
    if not bare or "\n" in unquoted[len(bare) :]:
        return True
    ended = bare.rstrip("”’»\"')]")
    return unquoted != bare and ended.endswith((".", "!", "?", "…", ":")) and not _NOT_AN_END.search(ended)
