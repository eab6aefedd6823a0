"""Whether each sentence of each article is cited, set aside with a reason, or unused."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from generator.analyse.quotes.anchored import Findings
from generator.analyse.text.boundaries import words
from generator.analyse.text.sentences import sentences
from generator.model.briefing import Article, Library
from generator.model.diagnostics import Diagnostic, did_you_mean, problem
from generator.model.entries import SetAside
from generator.model.settings import Settings

_NAMED: Final = 3
"""How many unused sentences an error names."""

_SHORT: Final = 8
"""By how many words it names each."""


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


def coverage(findings: Findings) -> tuple[Coverage, ...]:
    """The coverage of every article that was not withdrawn, in the order of their names."""
    found = (coverage_of(findings, one) for one in findings.briefing.articles.values())
    return tuple(one for one in found if one is not None)


def coverage_of(findings: Findings, article: Article) -> Coverage | None:
    """The coverage of one article; None when it or its briefing was withdrawn.

    A claim that was withdrawn cites nothing any more. A line without letters and digits ("* * *") is no
    sentence. What stands between the segments of a quote is not touched by it.
    """
    if findings.briefing.summary.withdrawn is not None or article.descriptor.withdrawn is not None:
        return None
    return Coverage(article, tuple(_uses(findings, article)))


def check_coverage(findings: Findings, settings: Settings) -> list[Diagnostic]:
    """Tell each article of a published briefing with less than its minimum cited or set aside.

    Not where a quote was not found or an entry could not be read: that is told already, and mending it may
    be all that is needed.
    """
    minimum = settings.minimum_coverage_of.get(findings.briefing.slug, settings.minimum_coverage)
    if minimum is None or findings.briefing.summary.status != "published" or not _complete(findings):
        return []
    told = []
    for one in coverage(findings):
        unused = [sentence for sentence in one.sentences if sentence.state is State.UNUSED]
        covered = len(one.sentences) - len(unused)
        if unused and 100 * covered < minimum * len(one.sentences):
            told.append(
                problem(
                    "coverage-too-low",
                    one.article.span(unused[0].start, unused[0].end),
                    covered=covered,
                    sentences=len(one.sentences),
                    minimum=minimum,
                    first=_named(unused),
                )
            )
    return told


def check_minimums(library: Library) -> list[Diagnostic]:
    """Tell each briefing that a minimum was set for and that isn't there."""
    known = [one.slug for one in library.briefings]
    return [
        problem(
            "unknown-id",
            library.settings.at("minimum_coverage_of", slug, "[key]"),
            what="briefing",
            id=slug,
            mean=did_you_mean(slug, known),
        )
        for slug in library.settings.minimum_coverage_of
        # One that could not be read was told.
        if slug not in known and f"briefings/{slug}/briefing.yml" not in library.lines
    ]


def _complete(findings: Findings) -> bool:
    """Whether everything that the editors wrote was read and found."""
    summary = findings.briefing.summary
    quotes = all(len(findings.quotes[claim.id]) == len(claim.evidence) for claim in summary.claims)
    return quotes and len(findings.set_aside) == len(summary.set_aside) and not findings.briefing.lost


def _named(unused: list[SentenceUse]) -> str:
    """The first of them by line and opening words, and how many more there are."""
    named = []
    for one in unused[:_NAMED]:
        opening = one.text.split()
        short = " ".join(opening[:_SHORT]) + (" …" if len(opening) > _SHORT else "")
        named.append(f"line {one.line}, “{short}”")
    more = len(unused) - _NAMED
    return "; ".join([*named, *([f"and {more} more"] if more > 0 else [])])


def _uses(findings: Findings, article: Article) -> Iterable[SentenceUse]:
    """Each sentence, with what touches a word of it."""
    claims, aside = _cited(findings, article), _set_aside(findings, article)
    for start, end in sentences(article):
        own = words(article.text, start, end)
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


def _cited(findings: Findings, article: Article) -> list[tuple[str, tuple[int, int]]]:
    """Each segment of each quote from the article that a living claim rests on, with the claim's id."""
    return [
        (claim.id, segment)
        for claim in findings.briefing.summary.claims
        if claim.withdrawn is None
        for quote in findings.quotes[claim.id]
        if quote.passage.article == article.id
        for segment in quote.passage.segments
    ]


def _set_aside(findings: Findings, article: Article) -> list[tuple[SetAside, tuple[int, int]]]:
    """Each segment of the article that is set aside, with its entry."""
    return [
        (entry, segment)
        for entry, passage in findings.set_aside
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
