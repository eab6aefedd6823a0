"""How a language's numbers, dates and names are told: the shapes of rules and of the keys they give."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from fractions import Fraction
from typing import Final, Literal, TypeAlias

Key: TypeAlias = tuple[str | int | Fraction, ...]
"""What a term says, however written: ("number", 8000), ("unit", "year"), ("magnitude", 1000), ("ordinal", 3),
("actor", "russia"), ("word", "kursk"), ("relative", "last week"), and the components of ``model.dates``."""

Kind: TypeAlias = Literal["number", "date", "name"]

Reader: TypeAlias = Callable[[re.Match[str]], Iterable[tuple[Key, str | int]]]
"""Gives keys, each with the group of the match that shows it."""


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


def rule(kind: Kind, pattern: str, keys: str | Reader, value: Callable[[str], int | str] = str.lower) -> Rule:
    """A rule at the beginning of words; ``keys`` may be the start of a key, then ``value`` gives its end."""
    reader: Reader = (lambda match: [((keys, value(match[0])), 0)]) if isinstance(keys, str) else keys
    return Rule(kind, re.compile(rf"(?<!\w)(?:{pattern})"), reader)


def any_of(words: Iterable[str]) -> str:
    """A pattern for any of the words, the longest first."""
    return "(?:" + "|".join(sorted(map(re.escape, words), key=len, reverse=True)) + ")"


_NOT_AN_END: Final = re.compile(
    r"(?:\b[A-Z]|\b(?:Mr|Mrs|Ms|Dr|Prof|Gen|Lt|Col|Maj|Capt|Sgt|Gov|Sen|Rep|St))\.$"
)


def starts_sentence(text: str, start: int) -> bool:
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
