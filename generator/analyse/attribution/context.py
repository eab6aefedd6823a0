"""Sentences around a passage, in which its attribution is looked for."""

import re
from dataclasses import dataclass
from typing import Final

from generator.analyse.text.quotation_marks import quotations
from generator.analyse.text.sentences import sentences
from generator.model.briefing import Article
from generator.model.passage import Passage

_HOUR: Final = re.compile(r"\d{1,2}[:.]\d\d(?:\s?[ap]\.?m\.?)?")
"""Hour of an entry in a live report."""


@dataclass(frozen=True)
class Context:
    """Sentences around a passage, by start and end: its own, the one before and the one after."""

    own: tuple[tuple[int, int], ...]
    before: tuple[tuple[int, int], ...]
    after: tuple[tuple[int, int], ...]

    def text(self, article: Article) -> str:
        """Returns the words of all these sentences."""
        places = (*self.before, *self.own, *self.after)
        return " ".join(article.text[start:end] for start, end in places)


def context_of(article: Article, passage: Passage) -> Context:
    """Finds the sentences of the passage, with the whole quotations that it cuts, and those next to them.

    All are in one paragraph; but a paragraph that is only a quotation may be attributed in the paragraph
    before or after it.
    """
    start, end = passage.start, passage.end
    all_sentences = sentences(article)
    quoted = quotations(article)
    for first, last in quoted:
        if first < end and last > start:
            start, end = min(start, first), max(end, last)
    touched = [at for at, sentence in enumerate(all_sentences) if sentence[0] < end and sentence[1] > start]
    if not touched:
        return Context(((start, end),), (), ())
    low, high = touched[0], touched[-1]
    own = all_sentences[low : high + 1]
    bounds = next(
        (paragraph for paragraph in article.paragraphs if paragraph[0] <= passage.start < paragraph[1]),
        (0, len(article.text)),
    )
    inside = [quotation for quotation in quoted if bounds[0] <= quotation[0] < bounds[1]]
    edges = [bounds[0], *(at for quotation in inside for at in quotation), bounds[1]]
    outside = (article.text[first:last] for first, last in zip(edges[::2], edges[1::2], strict=True))
    alone = not any(has_words(part) for part in outside)
    before = all_sentences[max(0, low - 1) : low]
    after = all_sentences[high + 1 : high + 2]
    return Context(
        own,
        tuple(sentence for sentence in before if alone or sentence[0] >= bounds[0]),
        tuple(sentence for sentence in after if alone or sentence[1] <= bounds[1]),
    )


def has_words(text: str) -> bool:
    """Tests whether a text has words or figures beside an hour, as entries of a live report open with."""
    return any(char.isalnum() for char in _HOUR.sub("", text))
