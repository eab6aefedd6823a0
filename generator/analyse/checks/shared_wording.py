"""Check for long runs of words that two articles of a briefing share, a sign that both draw on one text."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations
from typing import Final

from generator.analyse.languages.known import language_of
from generator.analyse.quotes.named import known_actors
from generator.analyse.text.tokens import Word, words, words_of
from generator.model.briefing import Article, Briefing
from generator.model.diagnostics import Diagnostic, problem

SHORTEST: Final = 8
"""Least number of words of a run. Independent accounts of one event share four or five at most in the
articles that this was tried on ("to the U.N. Security Council on", "with South Korea's KBS"); a press release
that was copied and edited keeps runs of ten and more."""

WEIGHTY: Final = 4
"""Least number of words of a run that are neither stop words nor an actor's name or role, nor written with a
capital or in figures, so that office, name and date alone are no run: "U.S. Deputy Ambassador to the U.N.
Robert Wood said on Wednesday"."""

_MOST_SHOWN: Final = 40
"""Limit of the words of a run that the hint shows; of a longer run it shows both ends."""


@dataclass(frozen=True)
class SharedRun:
    """Run of words that two articles share; capitals, punctuation and folded differences don't count.

    Attributes:
        articles: the ids of the two, in the order of the briefing.
        places: start and end (exclusive) in each, in code points of its text.
        words: the number of words.
    """

    articles: tuple[str, str]
    places: tuple[tuple[int, int], tuple[int, int]]
    words: int


def shared_wording(briefing: Briefing) -> tuple[SharedRun, ...]:
    """Finds the runs that any two articles share, pair by pair, in the order of the second article's text.

    A run may go from one paragraph into the next. Where the first article has it several times, the first
    place counts; no word of the second is in two runs of a pair. Withdrawn articles are left out.
    """
    articles = [article for article in briefing.articles.values() if article.descriptor.withdrawn is None]
    names = _name_words(briefing)
    positions = {article.id: _first_positions(words(article)) for article in articles}
    runs: list[SharedRun] = []
    for first, second in combinations(articles, 2):
        if first.primary_language != second.primary_language or positions[first.id].keys().isdisjoint(
            positions[second.id]
        ):
            continue
        runs += _shared_runs(first, second, positions[first.id], names)
    return tuple(runs)


def check_shared_wording(briefing: Briefing) -> list[Diagnostic]:
    """Reports each two articles that share wording, at the longest run in the second of them."""
    by_pair: dict[tuple[str, str], list[SharedRun]] = {}
    for run in shared_wording(briefing):
        by_pair.setdefault(run.articles, []).append(run)
    hints = []
    for (first, second), runs in by_pair.items():
        longest = max(runs, key=lambda run: run.words)
        article, other = briefing.articles[second], briefing.articles[first]
        of = f" (of {sum(run.words for run in runs)} in {len(runs)} such runs)" if len(runs) > 1 else ""
        hints.append(
            problem(
                "shared-wording",
                article.span(*longest.places[1]),
                words=longest.words,
                path=other.path,
                line=other.span(*longest.places[0]).line,
                text=_abridged(article.text[slice(*longest.places[1])]),
                of=of,
            )
        )
    return hints


def _name_words(briefing: Briefing) -> frozenset[str]:
    """Collects the words of the actors' names and roles."""
    texts = [
        text
        for actor in known_actors(briefing).values()
        for text in (actor.name, *actor.aliases, actor.role or "")
    ]
    return frozenset(word.key for text in texts for word in words_of(text))


def _first_positions(all_words: tuple[Word, ...]) -> dict[tuple[str, ...], int]:
    """Maps each run of the shortest length to the number of the word with which it first begins."""
    keys = [word.key for word in all_words]
    positions: dict[tuple[str, ...], int] = {}
    for at in range(len(keys) - SHORTEST + 1):
        positions.setdefault(tuple(keys[at : at + SHORTEST]), at)
    return positions


def _shared_runs(
    first: Article, second: Article, positions: dict[tuple[str, ...], int], names: frozenset[str]
) -> Iterable[SharedRun]:
    """Finds the shared runs in one pass; the time is linear in the length of the second article."""
    ours, theirs = words(first), words(second)
    keys = [word.key for word in theirs]
    at = 0
    while at + SHORTEST <= len(theirs):
        start = positions.get(tuple(keys[at : at + SHORTEST]))
        if start is None:
            at += 1
            continue
        length = SHORTEST
        while (
            at + length < len(theirs)
            and start + length < len(ours)
            and keys[at + length] == ours[start + length].key
        ):
            length += 1
        run = theirs[at : at + length]
        if _weight(run, ours[start : start + length], names, second.primary_language) >= WEIGHTY:
            places = (ours[start].start, ours[start + length - 1].end), (run[0].start, run[-1].end)
            yield SharedRun((first.id, second.id), places, length)
        at += length


def _weight(run: tuple[Word, ...], same: tuple[Word, ...], names: frozenset[str], language: str) -> int:
    """Counts the words of a run that are neither stop words, names, nor capitalised in both articles."""
    stops = language_of(language).stop_words
    return sum(
        word.key not in stops and word.key not in names and not (word.capital and other.capital)
        for word, other in zip(run, same, strict=True)
    )


def _abridged(text: str) -> str:
    parts = text.split()
    if len(parts) <= _MOST_SHOWN:
        return " ".join(parts)
    return f"{' '.join(parts[: _MOST_SHOWN // 2])} […] {' '.join(parts[-_MOST_SHOWN // 2 :])}"
