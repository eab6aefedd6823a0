"""Sentence boundaries of an article."""

from functools import lru_cache
from typing import Final

import sentencex

from generator.analyse.languages.known import language_of
from generator.model.briefing import Article

_LONGEST: Final = 24
"""Number of characters on each side of a boundary that are looked at."""


def sentences(article: Article) -> tuple[tuple[int, int], ...]:
    """Finds start and end (exclusive) of each sentence, in code points of the article's text.

    Sentences don't reach across paragraphs and have no white space at their ends. The library sentencex
    finds the boundaries, by the article's language; but text that goes on in small letters on the same
    line ("on Wed. he left"), or after an abbreviation that its table lacks ("Ms. Dahl"), is no new sentence.
    """
    return _sentences(article.text, article.paragraphs, article.primary_language)


@lru_cache(maxsize=256)
def _sentences(
    text: str, paragraphs: tuple[tuple[int, int], ...], language: str
) -> tuple[tuple[int, int], ...]:
    bounds: list[tuple[int, int]] = []
    for start, end in paragraphs:
        goes_on = False
        for boundary in sentencex.get_sentence_boundaries(language, text[start:end]):
            first, last = start + boundary["start_index"], start + boundary["end_index"]
            part = text[first:last]
            if not part.strip():
                continue
            begin = first + len(part) - len(part.lstrip())
            if goes_on and (text[begin].islower() or _is_unbroken(text, bounds[-1], begin, language)):
                begin = bounds.pop()[0]
            bounds.append((begin, first + len(part.rstrip())))
            goes_on = "\n" not in part[len(part.rstrip()) :]
    return tuple(bounds)


def _is_unbroken(text: str, before: tuple[int, int], begin: int, language: str) -> bool:
    """Tests whether what begins here belongs to the sentence before it: Ms. | Dahl, 3 p.m. | Monday."""
    tail = text[max(before[0], before[1] - _LONGEST) : before[1]]
    matches = language_of(language).unbroken.finditer(f"{tail} {text[begin : begin + _LONGEST]}")
    return any(match.start() < len(tail) < match.end() for match in matches)


def sentences_of(text: str) -> tuple[tuple[int, int], ...]:
    """Finds start and end of each sentence of an English text of ours, in code points."""
    return _sentences(text, ((0, len(text)),), "en")


def around(article: Article, start: int, end: int) -> tuple[int, int]:
    """Returns start and end of the whole sentences that the code points ``start`` to ``end`` touch."""
    touched = [sentence for sentence in sentences(article) if sentence[0] < end and sentence[1] > start]
    if not touched:
        return start, end
    return min(start, touched[0][0]), max(end, touched[-1][1])


def neighbours(article: Article, start: int, end: int) -> tuple[tuple[int, int], tuple[int, int]]:
    """Returns start and end of the sentences before and after those that ``start`` to ``end`` touch.

    Where there is none, start and end are the same. Both may be in another paragraph.
    """
    first, last = around(article, start, end)
    all_sentences = sentences(article)
    before = [sentence for sentence in all_sentences if sentence[1] <= first]
    after = [sentence for sentence in all_sentences if sentence[0] >= last]
    return (before[-1] if before else (first, first)), (after[0] if after else (last, last))
