"""Context of a match: the words around it, and the fewest of them that single it out among several."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import islice
from typing import Final

from generator.analyse.quotes.matches import Match, Matcher, Parts, Stretch

_MOST_WORDS: Final = 20
"""Limit of the words of a prefix or suffix that is proposed."""

_MOST_COMPARED: Final = 1000
"""Limit of the matches that are compared; beyond it, a longer quote is the better advice."""


def words_around(matcher: Matcher, match: Match, words: int) -> tuple[list[str], list[str]]:
    """Returns at most so many words of the folded text before and after a match, in any paragraph."""
    flat, start, end = matcher.flat, match[0][0], match[-1][1]
    reach = 100 * words
    return flat[max(0, start - reach) : start].split()[-words:], flat[end : end + reach].split()[:words]


def deciding_context(matcher: Matcher, parts: Parts, match: Match) -> tuple[str, str] | None:
    """Finds the folded prefix and suffix that would leave only this match; None when no few words do.

    The shorter one is enough where either does, and the other is empty.
    """
    first, last = matcher.fitting(parts)[0], matcher.fitting(parts)[-1]
    if max(len(first), len(last)) > _MOST_COMPARED:
        return None
    before, after = words_around(matcher, match, _MOST_WORDS)
    prefix = _shortest(
        [" ".join(before[-count:]) for count in range(1, len(before) + 1)], first, matcher.follows
    )
    suffix = _shortest(
        [" ".join(after[:count]) for count in range(1, len(after) + 1)], last, matcher.precedes
    )
    ways = [(prefix, ""), ("", suffix), (prefix, suffix)]
    for way in sorted(ways, key=lambda way: sum(len(words.split()) + 1 for words in way if words)):
        tried = replace(parts, prefix=way[0] or parts.prefix, suffix=way[1] or parts.suffix)
        if any(way) and list(islice(matcher.matches(tried), 2)) == [match]:
            return way
    return None


def _shortest(contexts: Sequence[str], stretches: list[Stretch], has: Callable[[Stretch, str], bool]) -> str:
    """Returns the first of ever longer contexts that only one stretch has; empty without such."""
    for context in contexts:
        stretches = [stretch for stretch in stretches if has(stretch, context)]
        # A lone comma would decide, but be overlooked.
        if len(stretches) == 1 and any(char.isalnum() for char in context):
            return context
    return ""
