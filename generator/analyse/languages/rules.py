"""What a language must offer, and the shapes of its rules for numbers, dates and names."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from typing import Final, Literal, TypeAlias

Key: TypeAlias = tuple[str | int | Fraction, ...]
"""Value of a term, however written: ("number", 8000), ("unit", "year"), ("magnitude", 1000), ("ordinal", 3),
("actor", "russia"), ("word", "kursk"), ("relative", "last week"), and the components of ``model.dates``."""

Kind: TypeAlias = Literal["number", "date", "name"]

Reader: TypeAlias = Callable[[re.Match[str]], Iterable[tuple[Key, str | int]]]
"""Function that reads the keys of a match, each with the group of the match that shows it."""


FIGURE: Final = "0"
"""Stands in ``begins`` for a digit and for a sign, such as $ or %."""


@dataclass(frozen=True)
class Rule:
    """Pattern of terms, with the reader of a match's keys. A match without keys is no term.

    Attributes:
        begins: the words in small letters, or ``FIGURE``, with one of which each match begins: the pattern is
            tried nowhere else. None where it may begin with any.
    """

    kind: Kind
    pattern: re.Pattern[str]
    keys: Reader
    begins: frozenset[str] | None = None


@dataclass(frozen=True)
class Terms:
    """Rules for numbers, dates and names, in the order of trial, and further ones for supporting texts."""

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


@dataclass(frozen=True, kw_only=True)
class Language:
    """What is known of a language. Each file of a language declares all of it.

    Attributes:
        tag: its primary subtag (BCP 47).
        name: its English name.
        marks: pairs of quotation marks that open and close in it, beside those of ``marks.COMMON``.
        incise: a pattern of the reporter's words inside a quotation, as in « Nous partons, dit-il, demain »;
            it matches nothing in a language without this custom.
        negations: a pattern of the words that deny. Of words that deny by an affix only those that turn a
            whole statement (unable, impossible): others (unsafe) deny a word of it.
        about_speakers: a pattern of phrases that deny something of a speaker and nothing of what is said
            ("not to be named"). They begin with what denies.
        stop_words: function words, in which texts seldom differ in meaning.
        abbreviations: words that end with a point and no sentence, without the point.
        unbroken: a pattern of the last word of a text and the first word after it, parted by a space, which
            stand in one sentence although a point and a capital meet there.
        terms: rules for numbers, dates and names.
        is_attributed: whether attributions are read in it (``analyse/attribution/``).
    """

    tag: str
    name: str
    marks: tuple[str, ...]
    incise: re.Pattern[str]
    negations: re.Pattern[str]
    about_speakers: re.Pattern[str]
    stop_words: frozenset[str]
    abbreviations: frozenset[str]
    unbroken: re.Pattern[str]
    terms: Terms
    is_attributed: bool


NOTHING: Final = re.compile("(?!)")
"""Matches nothing: for a language without a custom or a rule."""

DASHED_INCISE: Final = re.compile(r"[,.!?…]\s[–—]\s.*?(?:[,.]\s[–—]\s|\Z)", re.DOTALL)
"""For languages that set them off by dashes after a comma: «Мы едем, — сказал он, — завтра»."""

SPACED_INCISE: Final = re.compile(r"\s[-–—]\s.*?(?:\s[-–—]\s|\Z)", re.DOTALL)
"""For languages that set them off by dashes alone: «Partiamo - ha detto - domani»."""


def words_pattern(*words: str, opening: str = "(?!)") -> re.Pattern[str]:
    """Makes one pattern of whole ``words``, and of ``opening``, with which words may begin.

    An underscore is no part of a word here, as Markdown writes _not_.
    """
    return re.compile(rf"(?<![^\W_])(?:(?:{'|'.join(words)})(?![^\W_])|{opening})", re.IGNORECASE)


def either(*patterns: re.Pattern[str]) -> re.Pattern[str]:
    """Joins patterns into one, each with its own regard to case."""
    return re.compile(
        "|".join(f"(?{'i' * bool(one.flags & re.IGNORECASE)}:{one.pattern})" for one in patterns)
    )


def first_words(*words: str) -> frozenset[str]:
    """Returns the ``begins`` of a rule whose matches begin with one of the ``words``."""
    return frozenset(re.split("[^a-z]", word.lower())[0] or FIGURE for word in words)


def rule(
    kind: Kind,
    pattern: str,
    keys: str | Reader,
    value: Callable[[str], int | str] = str.lower,
    begins: frozenset[str] | None = None,
) -> Rule:
    """Makes a rule that matches at word starts; of a key whose start is ``keys``, ``value`` gives the end."""
    reader: Reader = (lambda match: [((keys, value(match[0])), 0)]) if isinstance(keys, str) else keys
    return Rule(kind, re.compile(rf"(?<!\w)(?:{pattern})"), reader, begins)


def any_of(words: Iterable[str]) -> str:
    """Makes a pattern for any of the words, the longest first."""
    return "(?:" + "|".join(sorted(map(re.escape, words), key=len, reverse=True)) + ")"


def unbroken(abbreviations: str, openers: str = "", *others: str) -> re.Pattern[str]:
    """Makes a pattern of an abbreviation and the word after it, but for ``openers``, and of ``others``.

    Args:
        abbreviations, openers: words, parted by white space.
    """
    opens = rf"(?!(?i:{any_of(openers.split())})(?!\w))" if openers else ""
    shortened = rf"(?i:{any_of(abbreviations.split())})\.\s{opens}\w"
    return re.compile(rf"(?<![^\W_])(?:{'|'.join((shortened, *others))})")


@lru_cache(maxsize=64)
def never_ending(abbreviations: frozenset[str]) -> re.Pattern[str]:
    """Makes a pattern of text whose last point ends an abbreviation or an initial, and no sentence."""
    return re.compile(rf"(?<![^\W_])(?:{any_of(abbreviations)}|(?-i:[A-Z]))\.$", re.IGNORECASE)


def starts_sentence(text: str, start: int, abbreviations: frozenset[str]) -> bool:
    """Tests whether a sentence, a quotation, a paragraph or text after a colon begins at ``start``."""
    before = text[max(0, start - 32) : start]
    unquoted = before.rstrip("“‘«„\"'([")
    if set(before[len(unquoted) :]) - set("(["):
        return True
    bare = unquoted.rstrip()
    if not bare or "\n" in unquoted[len(bare) :]:
        return True
    ended = bare.rstrip("”’»\"')]")
    return (
        unquoted != bare
        and ended.endswith((".", "!", "?", "…", ":"))
        and not never_ending(abbreviations).search(ended)
    )
