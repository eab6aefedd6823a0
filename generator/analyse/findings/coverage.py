"""Coverage: whether each sentence of each article is cited, set aside with a reason, or unused."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from generator.analyse.quotes.anchored import AnchoredBriefing
from generator.analyse.text.sentences import sentences
from generator.analyse.text.tokens import letter_runs
from generator.model.briefing import Article
from generator.model.entries import SetAside


class State(StrEnum):
    """State of a sentence; a claim on a part of it makes it cited, even where it is set aside too."""

    CITED = "cited"
    SET_ASIDE = "set-aside"
    UNUSED = "unused"


@dataclass(frozen=True)
class SentenceUse:
    """A sentence of an article, and the entries that use it.

    Attributes:
        start: offset of its first code point in the article's text.
        end: offset just after its last.
        text: the article's own characters.
        line: where it begins in the article's file, from 1.
        column: where it begins in that line, in code points, from 1.
        claims: the ids of the claims with a quote that has a word of it, in the order of the YAML.
        origins: the ids of the origins that such a quote shows, likewise.
        set_aside: the entries with a word of it, in the order of the YAML.
        words: the number of its words: runs of letters and digits.
        untouched: the number of them that stand in no quote and in nothing set aside.
    """

    start: int
    end: int
    text: str
    line: int
    column: int
    claims: tuple[str, ...]
    origins: tuple[str, ...]
    set_aside: tuple[SetAside, ...]
    words: int
    untouched: int

    @property
    def state(self) -> State:
        """State of the sentence: cited, set aside or unused."""
        if self.claims or self.origins:
            return State.CITED
        return State.SET_ASIDE if self.set_aside else State.UNUSED


@dataclass(frozen=True)
class Coverage:
    """Sentences of one article, in their order."""

    article: Article
    sentences: tuple[SentenceUse, ...]

    def count(self, state: State) -> int:
        """Counts the sentences in this state."""
        return sum(sentence.state is state for sentence in self.sentences)

    @property
    def words(self) -> int:
        """Number of words of all sentences."""
        return sum(sentence.words for sentence in self.sentences)

    @property
    def untouched(self) -> int:
        """Number of words that stand in no quote and in nothing set aside."""
        return sum(sentence.untouched for sentence in self.sentences)


def coverage(anchored: AnchoredBriefing) -> tuple[Coverage, ...]:
    """Finds the coverage of every article that was not withdrawn, in the order of their names."""
    coverages = (coverage_of(anchored, article) for article in anchored.briefing.articles.values())
    return tuple(covered for covered in coverages if covered is not None)


def coverage_of(anchored: AnchoredBriefing, article: Article) -> Coverage | None:
    """Finds the coverage of one article; None when it or its briefing was withdrawn.

    A withdrawn claim cites nothing. A line without letters and digits ("* * *") is no sentence. Words
    between the segments of a quote are not touched by it.
    """
    if anchored.briefing.summary.withdrawn is not None or article.descriptor.withdrawn is not None:
        return None
    return Coverage(article, tuple(_sentence_uses(anchored, article)))


def _sentence_uses(anchored: AnchoredBriefing, article: Article) -> Iterable[SentenceUse]:
    """Yields each sentence with the entries that touch a word of it."""
    claims, aside = _cited_segments(anchored, article), _set_aside_segments(anchored, article)
    origins = _origin_segments(anchored, article)
    for start, end in sentences(article):
        words = letter_runs(article.text, start, end)
        if not words:
            continue
        citing = [(id, segment) for id, segment in claims if _touches(segment, words)]
        setting_aside = [(entry, segment) for entry, segment in aside if _touches(segment, words)]
        showing = [(id, segment) for id, segment in origins if _touches(segment, words)]
        segments = [segment for _, segment in (*citing, *showing, *setting_aside)]
        span = article.span(start, end)
        yield SentenceUse(
            start,
            end,
            article.text[start:end],
            span.line,
            span.column,
            tuple(dict.fromkeys(id for id, _ in citing)),
            tuple(dict.fromkeys(id for id, _ in showing)),
            _distinct(entry for entry, _ in setting_aside),
            len(words),
            sum(not any(_touches(segment, [word]) for segment in segments) for word in words),
        )


def _cited_segments(anchored: AnchoredBriefing, article: Article) -> list[tuple[str, tuple[int, int]]]:
    """Returns each segment of each quote from the article, with the id of its claim; no withdrawn claims."""
    return [
        (claim.id, segment)
        for claim in anchored.briefing.summary.claims
        if claim.withdrawn is None
        for quote in anchored.quotes[claim.id]
        if quote.passage.article == article.id
        for segment in quote.passage.segments
    ]


def _origin_segments(anchored: AnchoredBriefing, article: Article) -> list[tuple[str, tuple[int, int]]]:
    """Returns each segment of each quote from the article that shows an origin, with the origin's id."""
    return [
        (quote.origin, segment)
        for quote in anchored.of_origins
        if quote.article.id == article.id
        for segment in quote.passage.segments
    ]


def _set_aside_segments(
    anchored: AnchoredBriefing, article: Article
) -> list[tuple[SetAside, tuple[int, int]]]:
    """Returns each segment of the article that is set aside, with its entry."""
    return [
        (entry, segment)
        for entry, passage in anchored.set_aside
        if passage.article == article.id
        for segment in passage.segments
    ]


def _distinct(entries: Iterable[SetAside]) -> tuple[SetAside, ...]:
    """Returns each entry once; entries with the same words and reason are the same."""
    distinct: list[SetAside] = []
    for entry in entries:
        if entry not in distinct:
            distinct.append(entry)
    return tuple(distinct)


def _touches(segment: tuple[int, int], words: list[tuple[int, int]]) -> bool:
    """Tests whether the segment overlaps one of the words, which are in their order."""
    start, end = segment
    if start >= words[-1][1] or end <= words[0][0]:
        return False
    return any(first < end and last > start for first, last in words)
