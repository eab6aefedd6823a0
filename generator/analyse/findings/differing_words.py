"""Which words of several wordings differ, as stretches of the articles they stand in."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from generator.analyse.languages.known import language_of
from generator.analyse.text.fold import fold_paragraphs
from generator.analyse.text.negation import negation
from generator.analyse.text.tokens import Word, words_between
from generator.model.briefing import Article

Stretch = tuple[int, int]
"""Start and end (exclusive), in code points of an article's text."""

Wording = Sequence[tuple[Article, Sequence[Stretch]]]
"""A wording: the quotes of a claim from one article, each as its article and its segments."""


@dataclass(frozen=True)
class _Read:
    """A wording read for comparison.

    Attributes:
        language: of its first quote.
        words: its words, each with the numbers of its quote and segment.
        placed: for each word, its article's id and where it begins.
    """

    language: str
    words: tuple[tuple[int, int, Word], ...]
    placed: tuple[tuple[str, int], ...]

    @property
    def stops(self) -> frozenset[str]:
        return language_of(self.language).stop_words

    @property
    def keys(self) -> frozenset[str]:
        return frozenset(word.key for _, _, word in self.words)

    @property
    def weighty(self) -> tuple[int, ...]:
        """The numbers of the words that are no stop words."""
        return tuple(at for at, (_, _, word) in enumerate(self.words) if word.key not in self.stops)


def differing(wordings: Sequence[Wording]) -> list[tuple[tuple[Stretch, ...], ...]]:
    """Finds for each wording and each of its quotes the stretches to mark, in the order of the article.

    Wordings in one language are compared: a word is marked when another of them doesn't have it; but where
    three or more have fewer than a quarter of all their words in common, only words that none of the others
    has are marked (the very same words of an article, which two of them quote, apart). Stop words are marked
    there only between two words that are. Of two wordings with the same words in another order, those that
    moved are marked. Where more than two thirds of a wording would be marked, it is simply worded otherwise,
    and none is; of two, in neither then.

    What denies is marked always: "has not said that it prepares" and "has said that it does not prepare"
    have the same words.
    """
    read = [_read(wording) for wording in wordings]
    marked = []
    for index, (wording, own) in enumerate(zip(wordings, read, strict=True)):
        others = [
            other
            for at, other in enumerate(read)
            if at != index and other.language == own.language and other.words
        ]
        marked.append(tuple(_stretches(wording, own, _lacking(own, others))))
    return marked


def _lacking(own: _Read, others: Sequence[_Read]) -> set[int]:
    """The numbers of the words that others lack, unless they are nearly all."""
    if not others:
        return set()
    if len(others) == 1 and _nearly_all(others[0], _unlike(others[0], own)):
        return set()
    if len(others) == 1 or _alike([own, *others]):
        chosen = set().union(*(_unlike(own, other) for other in others))
    else:
        chosen = set.intersection(*(_alone(own, other) for other in others))
    return set() if _nearly_all(own, chosen) else chosen


def _nearly_all(own: _Read, chosen: Collection[int]) -> bool:
    return 3 * len(chosen) > 2 * len(own.weighty)


def _alike(read: list[_Read]) -> bool:
    """Whether a quarter of all words, stop words apart, are in every one of the wordings."""
    common = frozenset.intersection(*(one.keys for one in read))
    weighty = [one.words[at][2].key for one in read for at in one.weighty]
    return 4 * sum(key in common for key in weighty) >= len(weighty)


def _read(wording: Wording) -> _Read:
    # Quotes of one claim in several languages are compared as the first one's: a rare thing, and only marks.
    language = wording[0][0].primary_language if wording else ""
    words = [
        (article.id, (quote, segment, word))
        for quote, (article, segments) in enumerate(wording)
        for segment, (start, end) in enumerate(segments)
        for word in words_between(article, start, end)
    ]
    return _Read(
        language,
        tuple(word for _, word in words),
        tuple((article, word.start) for article, (_, _, word) in words),
    )


def _alone(own: _Read, other: _Read) -> set[int]:
    """The numbers of the words of ``own`` that ``other`` doesn't have, or has only from the same place."""
    elsewhere = {
        word.key
        for (_, _, word), place in zip(other.words, other.placed, strict=True)
        if place not in own.placed
    }
    return {at for at in own.weighty if own.words[at][2].key not in elsewhere}


def _unlike(own: _Read, other: _Read) -> set[int]:
    """The numbers of the words of ``own`` that ``other`` doesn't have, or has elsewhere."""
    missing = {at for at in own.weighty if own.words[at][2].key not in other.keys}
    if missing or any(other.words[at][2].key not in own.keys for at in other.weighty):
        return missing
    ours = [own.words[at][2].key for at in own.weighty]
    theirs = [other.words[at][2].key for at in other.weighty]
    # Laid side by side in one direction, so that both wordings are told of the same words.
    turned = ours > theirs
    laid = SequenceMatcher(None, *((theirs, ours) if turned else (ours, theirs)), autojunk=False)
    stayed = {
        (block.b if turned else block.a) + step
        for block in laid.get_matching_blocks()
        for step in range(block.size)
    }
    return {at for place, at in enumerate(own.weighty) if place not in stayed}


def _stretches(wording: Wording, own: _Read, chosen: set[int]) -> Iterator[tuple[Stretch, ...]]:
    for quote, (article, segments) in enumerate(wording):
        found: list[Stretch] = []
        for segment, (start, end) in enumerate(segments):
            here = [(at, word) for at, (*place, word) in enumerate(own.words) if place == [quote, segment]]
            denied = list(_denied(article, start, end))
            marks = [at in chosen or _touched(word, denied) for at, word in here]
            found += _joined(article.text, [word for _, word in here], marks, own.stops)
        yield tuple(found)


def _touched(word: Word, stretches: Collection[Stretch]) -> bool:
    return any(word.start < last and word.end > first for first, last in stretches)


def _denied(article: Article, start: int, end: int) -> Iterator[Stretch]:
    """Where words that deny stand, from ``start`` to ``end``."""
    folded = fold_paragraphs(article.text, ((start, end),))
    at = 0
    while found := negation(folded.text, at, len(folded.text), article.primary_language):
        yield folded.starts[found.start()], folded.ends[found.end() - 1]
        at = found.end()


def _joined(text: str, words: list[Word], marks: list[bool], stops: frozenset[str]) -> Iterator[Stretch]:
    """The marked words, those next to each other as one stretch, across stop words but no punctuation."""
    start = end = None
    for at, marked in enumerate(marks):
        parted = at > 0 and bool(text[words[at - 1].end : words[at].start].strip())
        if start is not None and end is not None and (parted or not (marked or words[at].key in stops)):
            yield start, end
            start = end = None
        if marked:
            start = words[at].start if start is None else start
            end = words[at].end
    if start is not None and end is not None:
        yield start, end
