"""Search for some words in the articles of a briefing, and the quote that would find them again.

Words cut in the middle are widened to whole ones. What is only like the words is offered beside the reason
why they were not found, and never taken for them.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Final

from rapidfuzz import fuzz

from generator.analyse.quotes.anchor import Anchorer
from generator.analyse.quotes.context import deciding_context
from generator.analyse.quotes.matches import Matcher, Parts, Stretch
from generator.analyse.text.boundaries import inside_word, whole_word
from generator.analyse.text.fold import INVISIBLE, PARAGRAPH
from generator.analyse.text.nearest import nearest
from generator.analyse.text.negation import denial_cut_off
from generator.model.briefing import Article, Briefing
from generator.model.claims import TextQuote
from generator.model.diagnostics import Diagnostic
from generator.model.passage import Passage

MOST_FOUND: Final = 20
"""Limit of the places that are written out."""

LONGEST: Final = 4000
"""Limit of the code points of a quote."""

_NUMBER: Final = re.compile(r"U\+[0-9A-F]{4,6}")

# Joiners spell words in some scripts; nothing else that is invisible belongs in what an editor reads.
_LEFT_OUT: Final = {ord(char): None for char in INVISIBLE if char not in "\u200c\u200d"}


@dataclass(frozen=True)
class Found:
    """A place of some words, and the quote of it.

    Attributes:
        article: the article that has them.
        passage: the place.
        exact: whole words, in the article's own characters.
        prefix, suffix: the words around that single the place out; empty where it is the only one.
        decided: whether the quote finds this place again: False where no few words around single it out.
    """

    article: Article
    passage: Passage
    exact: str
    prefix: str = ""
    suffix: str = ""
    decided: bool = True


@dataclass(frozen=True)
class Search:
    """What was found of some words.

    Attributes:
        found: the places, in the order of the articles; at most `MOST_FOUND`.
        more: how many places more there are.
        near: where nothing was found, the place that is most like the words.
        why: where nothing was found, the reason, as the checks tell it of a quote.
    """

    found: tuple[Found, ...] = ()
    more: int = 0
    near: Found | None = None
    why: Diagnostic | None = None


@dataclass(frozen=True)
class Selection:
    """Where words were selected: a paragraph, by number, and how much stands before them in it.

    Attributes:
        paragraph: its number, from 1.
        before: the number of its characters before them, without white space.
    """

    paragraph: int
    before: int


def search(briefing: Briefing, words: str, article: str | None = None) -> Search:
    """Finds all places of some words in the articles of a briefing, or in one of them.

    Raises:
        ValueError: the words are none, or more than a quote may have.
    """
    anchorers = _anchorers(briefing, words, article)
    places: list[tuple[Anchorer, Stretch]] = []
    for anchorer in anchorers:
        matcher = anchorer.matcher
        sought = matcher.as_meant(words)
        # "wall" is looked for within "walls" only where it stands nowhere alone.
        stretches = matcher.whole(sought) or [
            _widened(matcher, stretch) for stretch in matcher.occurrences(sought)
        ]
        places += [(anchorer, stretch) for stretch in dict.fromkeys(stretches)]
    if places:
        found = tuple(_found(anchorer, stretch) for anchorer, stretch in places[:MOST_FOUND])
        return Search(found, len(places) - len(found))
    return _nearest(anchorers, words)


def selected(briefing: Briefing, words: str, article: str, selection: Selection) -> Search:
    """Finds the place of words that were selected in an article: of several the one that is meant.

    Raises:
        ValueError: the words are none, or more than a quote may have.
    """
    anchorers = _anchorers(briefing, words, article)
    if not anchorers:
        return Search()
    (anchorer,) = anchorers
    matcher = anchorer.matcher
    # Pages show a hidden character as its number.
    meant = (matcher.as_meant(text) for text in (words, _NUMBER.sub("", words)))
    occurrences = next((found for text in meant if text and (found := [*matcher.occurrences(text)])), None)
    if occurrences is None:
        return _nearest(anchorers, words)

    def away(stretch: Stretch) -> tuple[int, int]:
        start = matcher.offsets(*stretch)[0]
        paragraphs = anchorer.article.paragraphs
        number = bisect_right(paragraphs, start, key=lambda paragraph: paragraph[0])
        before = "".join(anchorer.article.text[paragraphs[number - 1][0] : start].split())
        return abs(number - selection.paragraph), abs(len(before) - selection.before)

    return Search((_found(anchorer, _widened(matcher, min(occurrences, key=away))),))


def _anchorers(briefing: Briefing, words: str, article: str | None) -> list[Anchorer]:
    if not any(char.isalnum() for char in words):
        raise ValueError("These are no words: write some that stand in an article.")
    if len(words) > LONGEST:
        raise ValueError(f"These are {len(words):,} characters; a quote has {LONGEST:,} at most.")
    return [
        Anchorer(one)
        for one in briefing.articles.values()
        if one.descriptor.withdrawn is None and article in (None, one.id)
    ]


def _widened(matcher: Matcher, stretch: Stretch) -> Stretch:
    """Widens a stretch to whole words and characters, with the denials glued to them."""
    text, folded = matcher.article.text, matcher.folded
    first, last = matcher.offsets(*stretch)
    first = whole_word(text, first)[0] if inside_word(text, first) else first
    last = whole_word(text, last)[1] if inside_word(text, last) else last
    start, end = bisect_right(folded.ends, first), bisect_left(folded.starts, last)
    while denial := denial_cut_off(folded.text, start, end):
        if folded.text.endswith(denial, 0, start):
            start -= len(denial)
        else:
            end += len(denial)
    return start, end


def _found(anchorer: Anchorer, stretch: Stretch) -> Found:
    """Makes the quote of a stretch, and tries whether the checks find the same place by it."""
    matcher, article = anchorer.matcher, anchorer.article
    parts = Parts((matcher.folded.text[slice(*stretch)],))
    exact = "\n\n".join(_written(matcher, *inner) for inner in _by_paragraph(matcher, stretch))
    context: tuple[str, str] | None = ("", "")
    if len([*islice(matcher.matches(parts), 2)]) > 1:
        context = deciding_context(matcher, parts, (stretch,))
    prefix, suffix = _own_context(matcher, stretch, *(context or ("", "")))
    segments = (matcher.offsets(*stretch),)
    passage = Passage(article.id, segments, matcher.span(*stretch), "")
    if len(exact) > LONGEST:
        return Found(article, passage, exact, decided=False)
    quote = TextQuote(article=article.id, exact=(exact,), prefix=prefix or None, suffix=suffix or None)
    anchored, _ = anchorer.anchor(quote)
    decided = anchored is not None and anchored.segments == segments
    return Found(article, passage, exact, prefix, suffix, decided)


def _by_paragraph(matcher: Matcher, stretch: Stretch) -> Iterator[Stretch]:
    start, end = stretch
    while (at := matcher.folded.text.find(PARAGRAPH, start, end)) >= 0:
        yield start, at
        start = at + 1
    yield start, end


def _own_context(matcher: Matcher, stretch: Stretch, prefix: str, suffix: str) -> tuple[str, str]:
    """Returns a folded prefix and suffix in the article's own characters."""
    start, end = stretch
    start -= matcher.flat[start - 1 : start] == " "
    end += matcher.flat[end : end + 1] == " "
    return (
        _written(matcher, start - len(prefix), start) if prefix else "",
        _written(matcher, end, end + len(suffix)) if suffix else "",
    )


def _written(matcher: Matcher, start: int, end: int) -> str:
    """Returns the article's own characters at a stretch on one line, without invisible ones."""
    first, last = matcher.offsets(start, end)
    return " ".join(matcher.article.text[first:last].translate(_LEFT_OUT).split())


def _nearest(anchorers: Sequence[Anchorer], words: str) -> Search:
    """Tells why words stand in none of some articles, of the one that has the most like them."""
    best: tuple[bool, float, Search] | None = None
    for anchorer in anchorers:
        matcher = anchorer.matcher
        wanted, text = matcher.as_meant(words), matcher.folded.text
        near = nearest(wanted, text)
        alike = fuzz.ratio(wanted.casefold(), text[slice(*near)].casefold()) if near else 0.0
        _, faults = anchorer.anchor(TextQuote(article=anchorer.article.id, exact=(words,)))
        for fault in faults[:1]:
            # What tells the cause comes before what tells only a likeness.
            told = fault.code not in ("quote-differs", "quote-not-found")
            if best is None or (told, alike) > best[:2]:
                # Of words with dots between them the way out names each part.
                offered = near if fault.code != "quote-elided" else None
                found = _found(anchorer, _widened(matcher, offered)) if offered else None
                best = (told, alike, Search(near=found, why=fault))
    return best[2] if best else Search()
