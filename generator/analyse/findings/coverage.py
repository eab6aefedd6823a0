"""Whether each sentence of each article is cited, set aside with a reason, or unused."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from generator.analyse.quotes.anchored import AnchoredBriefing
from generator.analyse.text.sentences import sentences
from generator.analyse.text.tokens import letter_runs
from generator.model.briefing import Article
from generator.model.entries import SetAside


class State(StrEnum):
    """What became of a sentence; a claim on a part of it is enough, and goes before what is set aside."""

    CITED = "cited"
    SET_ASIDE = "set-aside"
    UNUSED = "unused"


@dataclass(frozen=True)
class SentenceUse:
    """One sentence, and what rests on it.

    Attributes:
        start: offset of its first code point in the article's text.
        end: offset just after its last.
        text: the article's own characters.
        line: where it begins in the article's file, from 1.
        column: where it begins in that line, in code points, from 1.
        claims: the ids of the claims with a quote that has a word of it, in the order of the YAML.
        set_aside: the entries with a word of it, in the order of the YAML.
        words: how many it has: runs of letters and digits.
        untouched: how many of them stand in no quote and in nothing set aside.
    """

    start: int
    end: int
    text: str
    line: int
    column: int
    claims: tuple[str, ...]
    set_aside: tuple[SetAside, ...]
    words: int
    untouched: int

    @property
    def state(self) -> State:
        """Cited, set aside or unused."""
        if self.claims:
            return State.CITED
        return State.SET_ASIDE if self.set_aside else State.UNUSED


@dataclass(frozen=True)
class Coverage:
    """One article's sentences, in their order."""

    article: Article
    sentences: tuple[SentenceUse, ...]

    def count(self, state: State) -> int:
        """How many sentences are in this state."""
        return sum(one.state is state for one in self.sentences)

    @property
    def words(self) -> int:
        """How many words all sentences have."""
        return sum(one.words for one in self.sentences)

    @property
    def untouched(self) -> int:
        """How many of them stand in no quote and in nothing set aside."""
        return sum(one.untouched for one in self.sentences)


def coverage(anchored: AnchoredBriefing) -> tuple[Coverage, ...]:
    """The coverage of every article that was not withdrawn, in the order of their names."""
    found = (coverage_of(anchored, one) for one in anchored.briefing.articles.values())
    return tuple(one for one in found if one is not None)


def coverage_of(anchored: AnchoredBriefing, article: Article) -> Coverage | None:
    """The coverage of one article; None when it or its briefing was withdrawn.

    A claim that was withdrawn cites nothing any more. A line without letters and digits ("* * *") is no
    sentence. What stands between the segments of a quote is not touched by it.
    """
    if anchored.briefing.summary.withdrawn is not None or article.descriptor.withdrawn is not None:
        return None
    return Coverage(article, tuple(_uses(anchored, article)))


def _uses(anchored: AnchoredBriefing, article: Article) -> Iterable[SentenceUse]:
    """Each sentence, with what touches a word of it."""
    claims, aside = _cited(anchored, article), _set_aside(anchored, article)
    for start, end in sentences(article):
        own = letter_runs(article.text, start, end)
        if not own:
            continue
        citing = [(id, segment) for id, segment in claims if _touches(segment, own)]
        setting_aside = [(entry, segment) for entry, segment in aside if _touches(segment, own)]
        segments = [segment for _, segment in (*citing, *setting_aside)]
        span = article.span(start, end)
        yield SentenceUse(
            start,
            end,
            article.text[start:end],
            span.line,
            span.column,
            tuple(dict.fromkeys(id for id, _ in citing)),
            _once(entry for entry, _ in setting_aside),
            len(own),
            sum(not any(_touches(segment, [word]) for segment in segments) for word in own),
        )


def _cited(anchored: AnchoredBriefing, article: Article) -> list[tuple[str, tuple[int, int]]]:
    """Each segment of each quote from the article that a living claim rests on, with the claim's id."""
    return [
        (claim.id, segment)
        for claim in anchored.briefing.summary.claims
        if claim.withdrawn is None
        for quote in anchored.quotes[claim.id]
        if quote.passage.article == article.id
        for segment in quote.passage.segments
    ]


def _set_aside(anchored: AnchoredBriefing, article: Article) -> list[tuple[SetAside, tuple[int, int]]]:
    """Each segment of the article that is set aside, with its entry."""
    return [
        (entry, segment)
        for entry, passage in anchored.set_aside
        if passage.article == article.id
        for segment in passage.segments
    ]


def _once(entries: Iterable[SetAside]) -> tuple[SetAside, ...]:
    """Each entry once; two with the same words and reason are one."""
    found: list[SetAside] = []
    for entry in entries:
        if entry not in found:
            found.append(entry)
    return tuple(found)


def _touches(segment: tuple[int, int], own: list[tuple[int, int]]) -> bool:
    """Whether the segment has a part of one of the words, which are in their order."""
    start, end = segment
    if start >= own[-1][1] or end <= own[0][0]:
        return False
    return any(first < end and last > start for first, last in own)
