"""Long runs of words that two articles of a briefing share: a sign that both draw on one text."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations
from typing import Final

from generator.analyse.text.tokens import STOP_WORDS, Word, words, words_of
from generator.model.briefing import Article, Briefing
from generator.model.diagnostics import Diagnostic, problem

SHORTEST: Final = 8
"""Words in a run. Two accounts of one event that were written apart share four or five at most in the
articles that this was tried on ("to the U.N. Security Council on", "with South Korea's KBS"); a press release
that was copied and edited keeps runs of ten and more."""

WEIGHTY: Final = 4
"""How many of them are neither stop words nor an actor's name or role, nor written with a capital or in
figures, so that no office, name and date alone is a run: "U.S. Deputy Ambassador to the U.N. Robert Wood said
on Wednesday"."""

_TOLD: Final = 40
"""How many words of a run the hint tells; of a longer one, its beginning and end."""


@dataclass(frozen=True)
class SharedRun:
    """Words that stand in two articles, the same after folding but for capitals and what parts them.

    Attributes:
        articles: the ids of the two, in the order of the briefing.
        places: start and end (exclusive) in each, in code points of its text.
        words: how many words it has.
    """

    articles: tuple[str, str]
    places: tuple[tuple[int, int], tuple[int, int]]
    words: int


def shared_wording(briefing: Briefing) -> tuple[SharedRun, ...]:
    """The runs that any two articles share, pair by pair, in the order of the second article's text.

    A run may go from one paragraph into the next. Where the first article has it several times, the first
    place counts; no word of the second is in two runs of a pair. Withdrawn articles are left out.
    """
    articles = [one for one in briefing.articles.values() if one.descriptor.withdrawn is None]
    names = _names(briefing)
    starts = {one.id: _starts(words(one)) for one in articles}
    found: list[SharedRun] = []
    for first, second in combinations(articles, 2):
        if first.primary_language != second.primary_language or starts[first.id].keys().isdisjoint(
            starts[second.id]
        ):
            continue
        found += _runs(first, second, starts[first.id], names)
    return tuple(found)


def check_shared_wording(briefing: Briefing) -> list[Diagnostic]:
    """A hint for each two articles that share wording: where the longest run stands in the second of them."""
    by_pair: dict[tuple[str, str], list[SharedRun]] = {}
    for run in shared_wording(briefing):
        by_pair.setdefault(run.articles, []).append(run)
    told = []
    for (first, second), runs in by_pair.items():
        longest = max(runs, key=lambda run: run.words)
        article, other = briefing.articles[second], briefing.articles[first]
        of = f" (of {sum(run.words for run in runs)} in {len(runs)} such runs)" if len(runs) > 1 else ""
        told.append(
            problem(
                "shared-wording",
                article.span(*longest.places[1]),
                words=longest.words,
                path=other.path,
                line=other.span(*longest.places[0]).line,
                text=_shortened(article.text[slice(*longest.places[1])]),
                of=of,
            )
        )
    return told


def _names(briefing: Briefing) -> frozenset[str]:
    """The words of the actors' names and roles."""
    texts = [text for one in briefing.actors.values() for text in (one.name, *one.aliases, one.role or "")]
    return frozenset(word.key for text in texts for word in words_of(text))


def _starts(every: tuple[Word, ...]) -> dict[tuple[str, ...], int]:
    """Each run of the shortest length, and the number of the word with which it begins first."""
    keys = [word.key for word in every]
    starts: dict[tuple[str, ...], int] = {}
    for at in range(len(keys) - SHORTEST + 1):
        starts.setdefault(tuple(keys[at : at + SHORTEST]), at)
    return starts


def _runs(
    first: Article, second: Article, starts: dict[tuple[str, ...], int], names: frozenset[str]
) -> Iterable[SharedRun]:
    """One pass through the second article; the time is linear in its length, as a run is passed over."""
    ours, theirs = words(first), words(second)
    keys = [word.key for word in theirs]
    at = 0
    while at + SHORTEST <= len(theirs):
        start = starts.get(tuple(keys[at : at + SHORTEST]))
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
    """How many words of a run say something of their own."""
    stops = STOP_WORDS.get(language, frozenset())
    return sum(
        word.key not in stops and word.key not in names and not (word.capital and other.capital)
        for word, other in zip(run, same, strict=True)
    )


def _shortened(text: str) -> str:
    parts = text.split()
    if len(parts) <= _TOLD:
        return " ".join(parts)
    return f"{' '.join(parts[: _TOLD // 2])} […] {' '.join(parts[-_TOLD // 2 :])}"
